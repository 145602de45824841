"""Quarantined messages tried again, on the same path and under the same ids, so that nothing is counted twice."""

from __future__ import annotations

from dataclasses import dataclass

from wend.collect.live import repository
from wend.collect.live.checking import Checker, conflicting
from wend.collect.live.envelope import Envelope
from wend.collect.live.model import Delivery, Held, Taken
from wend.collect.live.protecting import Protected
from wend.collect.live.recording import Recorder
from wend.collect.live.repository import Waiting
from wend.collect.live.senders import Senders, sender
from wend.kit.strictjson import parse
from wend.store.facade import Work
from wend.workspaces.facade import Workspace

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Replayed:
    """What became of the messages: `still_held` stay in quarantine, each with its newest reason."""

    rows: int
    events: int
    still_held: int


def replay(workspace: Workspace, source: str | None = None) -> Replayed:
    """Try the open messages of one source, or of all, again."""
    again = _Again(workspace)
    rows = after = events = 0
    while True:
        with workspace.store.work(workspace.name) as work:
            waiting = repository.waiting(work, source, after, _AT_ONCE)
            events += sum(again.tried(work, each) for each in waiting)
        rows += len(waiting)
        if not waiting:
            return Replayed(rows, events, again.still_held)
        after = waiting[-1].line


class _Again:
    def __init__(self, workspace: Workspace) -> None:
        self.still_held = 0
        self._recorder = Recorder(workspace)
        self._senders = Senders(workspace)
        self._protected = Protected(workspace.settings.protected_events)

    def tried(self, work: Work, waiting: Waiting) -> int:
        """Take one message in if it can be taken now; returns how many events the log has more than before."""
        told = self._checked(waiting)
        if isinstance(told, Taken):
            delivery = Delivery(waiting.source, waiting.at, (told,), (), 0)
            outcome = self._recorder.within(work, [delivery], hold=False)[0]
            if not outcome.quarantined:
                repository.settle(work, waiting.source, [waiting.line])
                return outcome.accepted
            told = conflicting(told)
        self.still_held += 1
        repository.say_again(work, waiting.source, waiting.line, told)
        return 0

    def _checked(self, waiting: Waiting) -> Taken | Held:
        found = parse(waiting.row)
        envelope = Envelope([found.value], None, None, None, {}, odd=True)
        who = sender(waiting.source, self._senders.source(waiting.source))
        checker = Checker(who, self._protected, waiting.at, envelope, lambda: f"quarantine/{waiting.line}")
        return checker.check(0, found.value)
