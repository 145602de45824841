"""Where the season of a workspace is kept: one document among its settings."""

from __future__ import annotations

from dataclasses import asdict

import msgspec
from sqlalchemy import select

from wend.domain.season import Seasons
from wend.store.facade import HERE, Prepared, Reading, Work, tables

_KEY = "seasons"
_S = tables.settings.c
_SAVED = Prepared(select(_S.value).where(_S.workspace == HERE, _S.key == _KEY))


def load(reading: Reading) -> Seasons:
    """What was saved last; nothing, version 0, where nothing was."""
    rows = reading.found(_SAVED)
    return msgspec.json.decode(rows[0].value, type=Seasons) if rows else Seasons()


def save(work: Work, seasons: Seasons) -> None:
    """Keep the next version."""
    work.put(tables.settings, [{"key": _KEY, "value": msgspec.json.encode(asdict(seasons)).decode()}])
