"""Keys of programs: a write key may only send events, a secret key may do what its scopes name.

A key is shown once; the store holds its SHA-256. Looking one up costs a hash and a look into a ring that is read anew
when it is two seconds old, so a revoked key is refused everywhere within that time and at once where it was revoked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from hmac import compare_digest
from typing import Literal, get_args

from wend.kit.clock import epoch_micros
from wend.kit.errors import Mistake, closest
from wend.store.facade import Work
from wend.workspaces import repository
from wend.workspaces.audit import audit
from wend.workspaces.model import Workspace
from wend.workspaces.ring import Ring, ring_of

KeyKind = Literal["write", "secret"]
KeyState = Literal["live", "ending", "expired", "revoked"]
Scope = Literal[
    "collect:protected", "profiles:read", "profiles:write", "people:decide", "data:read", "data:erase", "admin"
]
KINDS: tuple[KeyKind, ...] = get_args(KeyKind)
SCOPES: tuple[Scope, ...] = get_args(Scope)
ROTATION = timedelta(days=7)
"""How long a rotated key goes on working beside its successor, unless told otherwise."""
LONGEST_NAME = 200
_LONGEST_KEY = 128
_MARKS = {"write": "wend_w_", "secret": "wend_s_"}


class UnknownKey(Mistake):
    """No key has this id."""

    code = "keys.unknown"
    status = 404


class KeyEnded(Mistake):
    """The key was revoked or has expired, and cannot have a successor."""

    code = "keys.ended"
    status = 409


class BadKeyName(Mistake):
    """A key needs a name that fits on a line."""

    code = "keys.bad_name"


class BadScope(Mistake):
    """A scope that does not exist."""

    code = "keys.bad_scope"


class ScopesDoNotFit(Mistake):
    """A write key with scopes, or a secret key without one."""

    code = "keys.scopes_do_not_fit"


@dataclass(frozen=True, slots=True)
class Key:
    """A key as it may be shown: all but the key itself. Times are epoch seconds; an `ending` key has an end set."""

    id: str
    kind: KeyKind
    name: str
    source: str | None
    scopes: tuple[Scope, ...]
    state: KeyState
    created_at: int
    expires_at: int | None
    used_at: int | None
    revoked_at: int | None

    def allows(self, scope: Scope) -> bool:
        """Whether a program with this key may do what `scope` names; `admin` may do everything."""
        return scope in self.scopes or "admin" in self.scopes


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key that was just made: `key` is its text, shown this once."""

    id: str
    key: str = field(repr=False)
    kind: KeyKind
    name: str
    source: str | None
    scopes: tuple[Scope, ...]


def create_key(
    workspace: Workspace,
    kind: KeyKind,
    name: str,
    source: str | None = None,
    scopes: Iterable[str] = (),
    *,
    life: timedelta | None = None,
    who: str = "system",
) -> NewKey:
    """Make a key; without a `life` it works until it is revoked. Raises BadKeyName, BadScope, ScopesDoNotFit."""
    if not 0 < len(name.strip()) <= LONGEST_NAME:
        raise BadKeyName(longest=LONGEST_NAME)
    granted = _granted(kind, scopes)
    with workspace.store.work(workspace.name) as work:
        new = _made(workspace, work, kind, name.strip(), source, granted, life)
        days = None if life is None else life.days
        audit(work, who, "key.created", new.id, {"kind": kind, "source": source, "scopes": list(granted), "days": days})
    ring_of(workspace).forget()
    return new


def find_key(workspace: Workspace, text: str, kind: KeyKind | None = None, door: str = "") -> Key | None:
    """The live key whose text this is, or None for every other reason, with the same work done for each.

    With `kind`, a key of the other kind is None too, and the audit log tells which key knocked at the wrong `door`.
    """
    ring = ring_of(workspace)
    hashed = hashlib.sha256(text[:_LONGEST_KEY].encode("utf-8", "surrogatepass")).hexdigest()
    held = ring.at(hashed, workspace)
    now = epoch_micros(workspace.clock.now())
    live = compare_digest(held.hash, hashed) and held.is_live(now)
    if not live:
        return None
    if kind is not None and held.kind != kind:
        ring.knocked(workspace, held.id, door)
        return None
    ring.used(workspace, held.id)
    return _shown(held, ring, now)


def rotate_key(workspace: Workspace, id: str, *, keep: timedelta = ROTATION, who: str = "system") -> NewKey:
    """A new key in the place of this one, which goes on working for `keep`; the new one has no end.

    Raises UnknownKey, KeyEnded.
    """
    with workspace.store.work(workspace.name) as work:
        old, now = _known(work, id), epoch_micros(work.clock.now())
        if not old.is_live(now):
            raise KeyEnded(id=id)
        ends = now + keep // timedelta(microseconds=1)
        repository.expire_key(work, id, ends if old.expires_at is None else min(ends, old.expires_at))
        new = _made(workspace, work, _kind(old.kind), old.name, old.source, _scopes(old.scopes))
        audit(work, who, "key.rotated", id, {"successor": new.id, "kept_seconds": int(keep.total_seconds())})
    ring_of(workspace).forget()
    return new


def revoke_key(workspace: Workspace, id: str, *, who: str = "system") -> Key:
    """End a key for good; a second time changes nothing. Raises UnknownKey."""
    with workspace.store.work(workspace.name) as work:
        if repository.revoke_key(work, id, epoch_micros(work.clock.now())):
            audit(work, who, "key.revoked", id, {})
        ended, now = _known(work, id), epoch_micros(work.clock.now())
    ring = ring_of(workspace)
    ring.forget()
    return _shown(ended, ring, now)


def keys(workspace: Workspace) -> tuple[Key, ...]:
    """All keys that were ever made, the newest first."""
    ring, now = ring_of(workspace), epoch_micros(workspace.clock.now())
    with workspace.store.reading(workspace.name) as reading:
        return tuple(_shown(held, ring, now) for held in repository.all_keys(reading))


def _made(
    workspace: Workspace,
    work: Work,
    kind: KeyKind,
    name: str,
    source: str | None,
    scopes: tuple[Scope, ...],
    life: timedelta | None = None,
) -> NewKey:
    new = NewKey(workspace.ids.fresh("key"), _MARKS[kind] + workspace.ids.secret(), kind, name, source, scopes)
    hashed = hashlib.sha256(new.key.encode()).hexdigest()
    now = work.clock.now()
    ends = None if life is None else epoch_micros(now + life)
    repository.add_key(
        work, repository.HeldKey(new.id, kind, hashed, name, source, scopes, epoch_micros(now), ends, None, None)
    )
    return new


def _granted(kind: KeyKind, scopes: Iterable[str]) -> tuple[Scope, ...]:
    wanted = set(scopes)
    for unknown in sorted(wanted.difference(SCOPES)):
        raise BadScope(scope=unknown, closest=closest(unknown, SCOPES) or ", ".join(SCOPES))
    if (kind == "write") == bool(wanted):
        raise ScopesDoNotFit(scopes=", ".join(SCOPES))
    return tuple(scope for scope in SCOPES if scope in wanted)


def _known(work: Work, id: str) -> repository.HeldKey:
    held = repository.key_of(work, id)
    if held is None:
        raise UnknownKey(id=id)
    return held


def _kind(written: str) -> KeyKind:
    return "write" if written == "write" else "secret"


def _scopes(written: tuple[str, ...]) -> tuple[Scope, ...]:
    return tuple(scope for scope in SCOPES if scope in written)


def _state(held: repository.HeldKey, now: int) -> KeyState:
    if held.revoked_at is not None:
        return "revoked"
    if held.expires_at is None:
        return "live"
    return "ending" if held.expires_at > now else "expired"


def _shown(held: repository.HeldKey, ring: Ring, now: int) -> Key:
    used_at = max((moment for moment in (held.used_at, ring.last_use(held.id)) if moment is not None), default=None)
    return Key(
        held.id,
        _kind(held.kind),
        held.name,
        held.source,
        _scopes(held.scopes),
        _state(held, now),
        held.created_at // 1_000_000,
        _seconds(held.expires_at),
        _seconds(used_at),
        _seconds(held.revoked_at),
    )


def _seconds(micros: int | None) -> int | None:
    return None if micros is None else micros // 1_000_000
