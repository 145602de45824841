"""All queries of the workspaces room: tokens of first runs and sessions. Only hashes are kept."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import delete, select, update

from wend.store.facade import Reading, Work, tables

TokenKind = Literal["first_run", "session"]
_tokens = tables.tokens


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
