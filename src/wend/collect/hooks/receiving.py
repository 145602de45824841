"""From a request to a delivery that can be written: who is it, does it prove itself, what does it tell.

Nothing is acknowledged here. The door answers after the commit, with what became of each event.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock

from wend.channels.signing import NotSigned, Request, verify
from wend.collect.hooks import document
from wend.collect.hooks.document import Hook
from wend.collect.hooks.records import records
from wend.collect.live.model import Delivery
from wend.collect.live.recording import REMEMBERED
from wend.collect.model_sources import Source
from wend.collect.sources import repository as sources
from wend.kit.clock import epoch_micros
from wend.kit.errors import Mistake
from wend.store.sealing import unseal
from wend.workspaces.facade import Workspace

SECOND = 1_000_000
_DAY = 86_400 * SECOND
_FRESH_FOR = 2 * SECOND
_AROUND_A_ROW = 400  # bytes that an event takes in the queue besides its own
_LONGEST_ID = 200


class NoSuchHook(Mistake):
    """No webhook listens there, or it was switched off."""

    code = "hooks.unknown"
    status = 404


@dataclass(frozen=True, slots=True)
class Prepared:
    """A delivery to be written, and how many of its events the log has had for longer than marks are kept."""

    delivery: Delivery
    known: int


@dataclass(frozen=True, slots=True)
class _Known:
    read_at: int
    hook: Hook
    secrets: tuple[str, ...]


class Receiver:
    """The webhooks of a workspace, as they were set up at most two seconds ago. Threads may share it."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._held: dict[str, _Known] = {}
        self._turn = Lock()

    def prepared(self, key: str, request: Request) -> Prepared:
        """What a request tells. Raises NoSuchHook, NotSigned, BadHookBody, HookTooLarge and the mapping's Mistakes."""
        known = self._known(key)
        now = epoch_micros(self._workspace.clock.now())
        verify(known.hook.signature, known.secrets, request, now // SECOND)
        return prepared(self._workspace, key, known.hook, request, now)

    def challenged(self, key: str, query: Mapping[str, str]) -> str:
        """The answer to a system that asks whether the address is ours (`hub.challenge`). Raises NoSuchHook and
        NotSigned.
        """
        hook = self._known(key).hook
        given = query.get("hub.verify_token", "")
        if not hook.verify_token or not hmac.compare_digest(given.encode(), hook.verify_token.encode()):
            raise NotSigned(tolerance=hook.signature.tolerance_s)
        return query.get("hub.challenge", "")[:_LONGEST_ID]

    def _known(self, key: str) -> _Known:
        now = epoch_micros(self._workspace.clock.now())
        with self._turn:
            held = self._held.get(key)
            if held is not None and 0 <= now - held.read_at < _FRESH_FOR:
                return held
        with self._workspace.store.reading(self._workspace.name) as reading:
            source = sources.source_of(reading, key)
        if source is None or source.kind != "webhook" or source.state != "on":
            with self._turn:
                self._held.pop(key, None)
            raise NoSuchHook(source=key[:40])
        hook = document.read(source.document)
        known = _Known(now, hook, secrets_of(self._workspace, source, hook))
        with self._turn:
            self._held[key] = known
        return known


def secrets_of(workspace: Workspace, source: Source, hook: Hook) -> tuple[str, ...]:
    """The live secrets of a webhook. Raises SecretsUnreadable."""
    owner = owner_of(workspace, source.key)
    return tuple(unseal(workspace.store.data, owner, each) for each in hook.sealed)


def owner_of(workspace: Workspace, key: str) -> str:
    """For whom a secret is sealed."""
    return f"{workspace.name}/{key}"


def prepared(workspace: Workspace, key: str, hook: Hook, request: Request, received_at: int) -> Prepared:
    """The delivery of a request whose sender is known."""
    from wend.collect.hooks.making import Around, columns_of, make
    from wend.collect.hooks.mappings import parsed

    mapping = parsed(hook.mapping)
    found = records(request.body, request.headers.get("content-type", ""), mapping.shape.record)
    named = request.headers.get(hook.delivery_header.lower(), "")[:_LONGEST_ID] if hook.delivery_header else ""
    delivery_id = named or hashlib.blake2b(request.body, digest_size=16).hexdigest()
    around = Around(key, received_at, request.headers, delivery_id)
    rows, held = columns_of(mapping, found, around)
    made = make(mapping, rows, around)
    late = [each for each in made.taken if each.row["occurred_at"] < received_at - REMEMBERED + _DAY]
    gone = _in_log(workspace, [(each.row["event_id"], each.row["occurred_at"]) for each in late])
    taken = tuple(each for each in made.taken if each.row["event_id"] not in gone)
    size = len(request.body) + _AROUND_A_ROW * len(taken)
    delivery = Delivery(key, received_at, taken, (*held, *made.held), size)
    return Prepared(delivery, len(made.taken) - len(taken))


def _in_log(workspace: Workspace, events: list[tuple[int, int]]) -> set[int]:
    """Those events that the log has: a sender that repeats itself after months finds no mark any more."""
    if not events:
        return set()
    moments = [at // SECOND for _, at in events]
    found = workspace.log.events([event for event, _ in events], min(moments), max(moments) + 1)
    return set(found.column("event_id").to_pylist())
