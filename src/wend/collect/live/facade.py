"""What the doors may ask of live collection. Light: nothing that reads files or walks the log is loaded by it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from wend.collect.live import refusals
from wend.collect.live.checking import Checker
from wend.collect.live.committing import Committer, Done
from wend.collect.live.envelope import Envelope, opened
from wend.collect.live.model import (
    KINDS,
    MOST_BODY,
    MOST_EVENTS,
    Delivery,
    Held,
    Kind,
    Outcome,
    Problem,
    Sender,
    Taken,
)
from wend.collect.live.protecting import Protected
from wend.collect.live.recording import Recorder
from wend.collect.live.replaying import Replayed, replay
from wend.collect.live.senders import Senders, sender
from wend.collect.sources import repository as sources
from wend.kit.clock import epoch_micros
from wend.kit.errors import WendError
from wend.workspaces.facade import Workspace

__all__ = [
    "KINDS",
    "MOST_BODY",
    "MOST_EVENTS",
    "Delivery",
    "Done",
    "Envelope",
    "Intake",
    "Kind",
    "Outcome",
    "Problem",
    "Replayed",
    "Sender",
    "deliver",
    "opened",
    "refusals",
    "replay",
]
_AROUND_A_ROW = 400  # bytes that a message takes in the queue besides its own


class Intake:
    """The live path of one workspace: one per process, and every door of the process sends through it."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._senders = Senders(workspace)
        self._protected = Protected(workspace.settings.protected_events)
        self._committer = Committer(workspace)

    def sender(self, key: str) -> Sender | None:
        """Who sends under this key; None for every reason why it may not."""
        return self._senders.of(key)

    def checked(self, envelope: Envelope, sender: Sender, size: int) -> Delivery:
        """The messages of a request, each a row or held back. Raises NoUserAnonId for a single one about nobody."""
        delivery = _checked(self._workspace, self._protected, envelope, sender, size)
        if envelope.kind and delivery.held and delivery.held[0].reason == "no_user_anon_id":
            raise refusals.NoUserAnonId
        return delivery

    def offer(self, delivery: Delivery, done: Done) -> None:
        """Have a delivery written; `done` hears of it from another thread. Raises Overloaded."""
        self._committer.offer(delivery, done)

    def close(self) -> None:
        """Write what was taken, and take nothing more."""
        self._committer.close()


def deliver(
    workspace: Workspace, source: str, messages: Sequence[Any], *, trusted: bool = True, size: int = 0
) -> Outcome:
    """Take messages (as in a batch) of a source inside this machine, a connector or a mapped webhook, at once.

    Raises what the store raises; then nothing was taken.
    """
    with workspace.store.reading(workspace.name) as reading:
        who = sender(source, sources.source_of(reading, source), trusted=trusted)
    envelope = Envelope(list(messages), None, None, None, {}, odd=True)
    protected = Protected(workspace.settings.protected_events)
    return Recorder(workspace).record([_checked(workspace, protected, envelope, who, size)])[0]


def _checked(workspace: Workspace, protected: Protected, envelope: Envelope, sender: Sender, size: int) -> Delivery:
    received_at = epoch_micros(workspace.clock.now())
    fresh: Callable[[], str] = lambda: workspace.ids.fresh("message")  # noqa: E731  # a name for the type's sake
    checker = Checker(sender, protected, received_at, envelope, fresh)
    told = [checker.check(place, message) for place, message in enumerate(envelope.messages)]
    taken = tuple(each for each in told if isinstance(each, Taken))
    held = tuple(each for each in told if isinstance(each, Held))
    return Delivery(sender.source, received_at, taken, held, size + _AROUND_A_ROW * len(told))


def failed(result: Outcome | WendError) -> bool:
    """Whether a delivery was not taken."""
    return isinstance(result, WendError)
