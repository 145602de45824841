"""All queries of the workspaces room: tokens of first runs and sessions, keys, the audit log.

Of what opens a door only hashes are kept.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from sqlalchemy import Row, delete, or_, select, update

from wend.store.facade import Reading, Work, tables

TokenKind = Literal["first_run", "session"]
_tokens, _keys, _audit = tables.tokens, tables.keys, tables.audit


@dataclass(frozen=True, slots=True)
class HeldKey:
    """A key as the store holds it. Times are microseconds."""

    id: str
    kind: str
    hash: str
    name: str
    source: str | None
    scopes: tuple[str, ...]
    created_at: int
    expires_at: int | None
    used_at: int | None
    revoked_at: int | None

    def is_live(self, now: int) -> bool:
        """Whether the key opens anything at that moment."""
        return self.revoked_at is None and (self.expires_at is None or self.expires_at > now)


@dataclass(frozen=True, slots=True)
class AuditRow:
    """A row of the audit log as it stands in the store; `at` in microseconds, `details` JSON."""

    sequence: int
    at: int
    who: str
    what: str
    subject: str
    details: str
    previous: str
    hash: str


def add_token(work: Work, kind: TokenKind, hashed: str, created_at: int, expires_at: int) -> None:
    """Remember a token by its hash."""
    work.add(_tokens, [{"hash": hashed, "kind": kind, "created_at": created_at, "expires_at": expires_at}])


def use_token(work: Work, kind: TokenKind, hashed: str, now: int) -> bool:
    """Mark a token as used; False when it is unknown, expired or was used before."""
    statement = (
        update(_tokens)
        .where(
            _tokens.c.workspace == work.workspace,
            _tokens.c.kind == kind,
            _tokens.c.hash == hashed,
            _tokens.c.used_at.is_(None),
            _tokens.c.expires_at > now,
        )
        .values(used_at=now)
    )
    return work.execute(statement).rowcount == 1


def is_valid(reading: Reading, kind: TokenKind, hashed: str, now: int) -> bool:
    """True while the token is known and has not expired."""
    statement = select(_tokens.c.hash).where(
        _tokens.c.workspace == reading.workspace,
        _tokens.c.kind == kind,
        _tokens.c.hash == hashed,
        _tokens.c.expires_at > now,
    )
    return reading.row(statement) is not None


def forget_token(work: Work, hashed: str) -> None:
    """Remove a token."""
    work.execute(delete(_tokens).where(_tokens.c.workspace == work.workspace, _tokens.c.hash == hashed))


def forget_expired(work: Work, now: int) -> None:
    """Remove every token whose time has passed."""
    work.execute(delete(_tokens).where(_tokens.c.workspace == work.workspace, _tokens.c.expires_at <= now))


def add_key(work: Work, key: HeldKey) -> None:
    """Keep a new key."""
    work.add(_keys, [asdict(key) | {"scopes": json.dumps(key.scopes)}])


def all_keys(reading: Reading) -> list[HeldKey]:
    """Every key, the newest first."""
    statement = select(_keys).where(_keys.c.workspace == reading.workspace)
    return [_key(row) for row in reading.rows(statement.order_by(_keys.c.created_at.desc(), _keys.c.id))]


def unrevoked_keys(reading: Reading) -> list[HeldKey]:
    """Keys that may be live, by their expiry."""
    statement = select(_keys).where(_keys.c.workspace == reading.workspace, _keys.c.revoked_at.is_(None))
    return [_key(row) for row in reading.rows(statement)]


def key_of(reading: Reading, id: str) -> HeldKey | None:
    """The key with this id."""
    row = reading.row(select(_keys).where(_keys.c.workspace == reading.workspace, _keys.c.id == id))
    return None if row is None else _key(row)


def expire_key(work: Work, id: str, expires_at: int) -> None:
    """Give a key an end."""
    work.execute(
        update(_keys).where(_keys.c.workspace == work.workspace, _keys.c.id == id).values(expires_at=expires_at)
    )


def revoke_key(work: Work, id: str, now: int) -> bool:
    """End a key; False when it had ended this way before or is not known."""
    held = (_keys.c.workspace == work.workspace, _keys.c.id == id, _keys.c.revoked_at.is_(None))
    return work.execute(update(_keys).where(*held).values(revoked_at=now)).rowcount == 1


def note_uses(work: Work, uses: Mapping[str, int]) -> None:
    """Move the moment of last use forward, never back: several processes write it."""
    for id, used_at in uses.items():
        earlier = or_(_keys.c.used_at.is_(None), _keys.c.used_at < used_at)
        statement = update(_keys).where(_keys.c.workspace == work.workspace, _keys.c.id == id, earlier)
        work.execute(statement.values(used_at=used_at))


def add_audit(work: Work, row: AuditRow, hashed: str) -> None:
    """Append a row."""
    work.add(_audit, [asdict(row) | {"hash": hashed}])


def audit_hash(reading: Reading, sequence: int) -> str | None:
    """The hash of one row."""
    row = reading.row(
        select(_audit.c.hash).where(_audit.c.workspace == reading.workspace, _audit.c.sequence == sequence)
    )
    return None if row is None else str(row.hash)


def audit_newest(reading: Reading, limit: int, before: int | None) -> list[AuditRow]:
    """The newest rows, or those below a number."""
    statement = select(_audit).where(_audit.c.workspace == reading.workspace)
    if before is not None:
        statement = statement.where(_audit.c.sequence < before)
    return [_audit_row(row) for row in reading.rows(statement.order_by(_audit.c.sequence.desc()).limit(limit))]


def audit_after(reading: Reading, sequence: int, limit: int) -> list[AuditRow]:
    """The next rows above a number."""
    statement = select(_audit).where(_audit.c.workspace == reading.workspace, _audit.c.sequence > sequence)
    return [_audit_row(row) for row in reading.rows(statement.order_by(_audit.c.sequence).limit(limit))]


def audit_given(reading: Reading) -> int:
    """How many numbers of the audit log were given out."""
    counters = tables.counters
    row = reading.row(
        select(counters.c.value).where(counters.c.workspace == reading.workspace, counters.c.name == "audit")
    )
    return 0 if row is None else int(row.value)


def _key(row: Row[Any]) -> HeldKey:
    return HeldKey(
        row.id,
        row.kind,
        row.hash,
        row.name,
        row.source,
        tuple(json.loads(row.scopes)),
        row.created_at,
        row.expires_at,
        row.used_at,
        row.revoked_at,
    )


def _audit_row(row: Row[Any]) -> AuditRow:
    return AuditRow(row.sequence, row.at, row.who, row.what, row.subject, row.details, row.previous, row.hash)
