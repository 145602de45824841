"""Who may enter: a one-time token printed on this machine becomes a session.

No password exists yet, so none can be a default. Tokens are 256 random bits; only their SHA-256 is stored.
"""

from __future__ import annotations

import hashlib
from datetime import timedelta

from wend.kit.clock import epoch_seconds
from wend.kit.errors import Mistake
from wend.workspaces import repository
from wend.workspaces.audit import audit
from wend.workspaces.model import Workspace

TOKEN_LIFE = timedelta(minutes=30)
SESSION_LIFE = timedelta(hours=12)


class BadToken(Mistake):
    """A first-run token that is unknown, used or too old."""

    code = "workspaces.bad_token"
    status = 401


class NotLoopback(Mistake):
    """The server was asked to listen beyond this machine."""

    code = "workspaces.not_loopback"


class PortTaken(Mistake):
    """The port is in use."""

    code = "workspaces.port_taken"


def first_run_token(workspace: Workspace) -> str:
    """A token that signs one browser in, once, within half an hour."""
    token, now = workspace.ids.secret(), _now(workspace)
    with workspace.store.work(workspace.name) as work:
        repository.forget_expired(work, now)
        repository.add_token(work, "first_run", _hashed(token), now, now + _seconds(TOKEN_LIFE))
    return token


def enter(workspace: Workspace, token: str) -> str:
    """Exchange a first-run token for a session id. Raises BadToken, with one answer for every reason."""
    session, now = workspace.ids.secret(), _now(workspace)
    with workspace.store.work(workspace.name) as work:
        entered = repository.use_token(work, "first_run", _hashed(token), now)
        if entered:
            repository.add_token(work, "session", _hashed(session), now, now + _seconds(SESSION_LIFE))
            audit(work, "session", "session.opened", "")
    if not entered:
        raise BadToken
    return session


def is_open(workspace: Workspace, session: str) -> bool:
    """True while this session may act."""
    if not session:
        return False
    with workspace.store.reading(workspace.name) as reading:
        return repository.is_valid(reading, "session", _hashed(session), _now(workspace))


def leave(workspace: Workspace, session: str) -> None:
    """End a session."""
    with workspace.store.work(workspace.name) as work:
        repository.forget_token(work, _hashed(session))


def _hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _seconds(life: timedelta) -> int:
    return int(life.total_seconds())


def forget_expired(workspace: Workspace) -> None:
    """Remove tokens and sessions whose time has passed."""
    with workspace.store.work(workspace.name) as work:
        repository.forget_expired(work, _now(workspace))


def _now(workspace: Workspace) -> int:
    return epoch_seconds(workspace.clock.now())
