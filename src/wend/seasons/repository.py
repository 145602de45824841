"""Where the season of a workspace is kept: one document among its settings."""

from __future__ import annotations

from dataclasses import asdict

import msgspec
from sqlalchemy import select

from wend.domain.season import Seasons
from wend.store.facade import Reading, Work, tables

_KEY = "seasons"
_S = tables.settings.c


def load(reading: Reading) -> Seasons:
    """What was saved last; nothing, version 0, where nothing was."""
    row = reading.row(select(_S.value).where(_S.workspace == reading.workspace, _S.key == _KEY))
    return Seasons() if row is None else msgspec.json.decode(row.value, type=Seasons)


def save(work: Work, seasons: Seasons) -> None:
    """Keep the next version."""
    work.put(tables.settings, [{"key": _KEY, "value": msgspec.json.encode(asdict(seasons)).decode()}])
