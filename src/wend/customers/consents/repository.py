"""All queries about consents, their wordings and purposes."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, func, select

from wend.customers.model_consents import (
    EVERY_CHANNEL,
    EVERY_PURPOSE,
    Consent,
    NewConsent,
    Purpose,
    Wording,
    WordingText,
)
from wend.domain.names import Name
from wend.kit.clock import epoch_micros
from wend.store.facade import HERE, Prepared, Reading, Work, tables

_C = tables.consents.c
_W = tables.wordings.c
_S = tables.settings.c
_AT_ONCE = 500
_PURPOSES = "consents.purposes"
_OWN_PURPOSES = Prepared(select(_S.value).where(_S.workspace == HERE, _S.key == _PURPOSES))


def ledger(reading: Reading, identifiers: Collection[str]) -> list[Consent]:
    """Every row of these identifiers, the newest word first."""
    found: list[Consent] = []
    asked = sorted(identifiers)
    for start in range(0, len(asked), _AT_ONCE):
        part = asked[start : start + _AT_ONCE]
        query = select(tables.consents).where(_C.workspace == reading.workspace, _C.identifier.in_(part))
        found += [_consent(row) for row in reading.rows(query)]
    return sorted(found, key=lambda row: (-row.at, -row.sequence))


def about(reading: Reading, purpose: str, channel: str) -> list[Consent]:
    """Every row that speaks of a purpose on a channel, whoever said it."""
    query = select(tables.consents).where(
        _C.workspace == reading.workspace,
        _C.purpose.in_((purpose, EVERY_PURPOSE)),
        _C.channel.in_((channel, EVERY_CHANNEL)),
    )
    return [_consent(row) for row in reading.rows(query)]


def append(work: Work, rows: Collection[NewConsent]) -> None:
    """Add rows to the ledger, numbered in the order of commits."""
    if not rows:
        return
    first, now = work.numbers("consents", len(rows)), epoch_micros(work.clock.now())
    work.add(
        tables.consents,
        [
            {**asdict(row), "sequence": number, "at": row.at * 1_000_000, "recorded_at": now}
            for number, row in enumerate(rows, first)
        ],
    )


def wordings(reading: Reading, key: str | None = None) -> list[Wording]:
    """Every published version, by key, the newest first."""
    query = select(tables.wordings).where(_W.workspace == reading.workspace)
    if key is not None:
        query = query.where(_W.key == key)
    return [_wording(row) for row in reading.rows(query.order_by(_W.key, _W.version.desc()))]


def published(reading: Reading) -> set[tuple[str, int]]:
    """The versions that a consent may name."""
    query = select(_W.key, _W.version).where(_W.workspace == reading.workspace)
    return {(row.key, int(row.version)) for row in reading.rows(query)}


def publish(work: Work, key: str, purpose: str, en: WordingText, vi: WordingText) -> int:
    """Add the next version of a wording; returns its number."""
    work.lock("wordings")
    newest = select(func.max(_W.version)).where(_W.workspace == work.workspace, _W.key == key)
    row = work.row(newest)
    version = 1 + int((row[0] if row is not None else None) or 0)
    written = {
        "key": key,
        "version": version,
        "purpose": purpose,
        "en": json.dumps(asdict(en), ensure_ascii=False),
        "vi": json.dumps(asdict(vi), ensure_ascii=False),
        "sensitive": int(bool(en.sensitive and vi.sensitive)),
        "saved_at": epoch_micros(work.clock.now()),
    }
    work.add(tables.wordings, [written])
    return version


def own_purposes(reading: Reading) -> list[Purpose] | None:
    """The workspace's own list, or None when it never made one."""
    rows = reading.found(_OWN_PURPOSES)
    if not rows:
        return None
    listed = json.loads(rows[0].value)
    return [Purpose(each["key"], Name(each["en"], each["vi"]), tuple(each["needs"])) for each in listed]


def save_purposes(work: Work, purposes: Iterable[Purpose]) -> None:
    """Keep the workspace's own list."""
    listed = [{"key": p.key, "en": p.name.en, "vi": p.name.vi, "needs": list(p.needs)} for p in purposes]
    work.put(tables.settings, [{"key": _PURPOSES, "value": json.dumps(listed, ensure_ascii=False)}])


def _consent(row: Row[Any]) -> Consent:
    return Consent(
        sequence=int(row.sequence),
        identifier=row.identifier,
        purpose=row.purpose,
        channel=row.channel,
        state="granted" if row.state == "granted" else "withdrawn",
        wording=row.wording,
        wording_version=int(row.wording_version),
        method=row.method,
        proof=row.proof,
        at=int(row.at) // 1_000_000,
        recorded_at=int(row.recorded_at) // 1_000_000,
        source=row.source,
        by=row.by,
    )


def _wording(row: Row[Any]) -> Wording:
    en, vi = (WordingText(**json.loads(written)) for written in (row.en, row.vi))
    return Wording(row.key, int(row.version), row.purpose, en, vi, int(row.saved_at) // 1_000_000)
