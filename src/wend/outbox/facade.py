"""Promise and drain.

A promise is a row in the transaction that makes it necessary: both stand or neither does. A drainer borrows the first
waiting row of a lane, sends it, and marks it. Whoever is killed between the two sends again under the same key; whoever
was silent for longer than the loan marks nothing. What a lane holds leaves in order; lanes do not wait for each other.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import timedelta
from typing import Any

from wend.kit.clock import Clock, epoch_micros
from wend.kit.errors import Broken, WendError
from wend.outbox import repository
from wend.outbox.repository import Promised, Standing
from wend.store.facade import LeaseLost, Reading, Store, Work

__all__ = [
    "MOST_ATTEMPTS",
    "GaveUp",
    "Promised",
    "Sender",
    "Standing",
    "again",
    "drain",
    "forget",
    "is_due",
    "pause_s",
    "promise",
    "standing",
]

LEASE_S = 300
"""How long a sender may be silent; no channel takes a tenth of it."""
MOST_ATTEMPTS = 12
FIRST_PAUSE_S, LONGEST_PAUSE_S = 30, 3_600
SECOND = 1_000_000
KEPT = timedelta(days=30)
"""How long what was sent is remembered, and with it the keys that tell a repeat."""

Sender = Callable[[Promised], None]
"""Sends one message. Raises a Trouble to try again later, a Mistake or Broken to give up; a second call with the same
key must not do harm.
"""


class GaveUp(Broken):
    """Tried often enough, or the process died each time."""

    code = "outbox.gave_up"


def promise(work: Work, kind: str, key: str, lane: str, payload: Mapping[str, Any], due_at: int | None = None) -> bool:
    """Promise a message in the caller's transaction; the same key again promises nothing new. `due_at` is in µs."""
    now = epoch_micros(work.clock.now())
    written = json.dumps(payload, ensure_ascii=False)
    return repository.add(work, kind, key, lane, written, now, now if due_at is None else due_at)


def is_due(reading: Reading, kinds: Collection[str]) -> bool:
    """Whether a drainer of these kinds would find something."""
    return repository.is_due(reading, kinds, epoch_micros(reading.clock.now()))


def drain(
    store: Store, workspace: str, senders: Mapping[str, Sender], holder: str, clock: Clock, *, within_s: float = 5
) -> int:
    """Send what is due, until nothing is or the time is over; returns how many were sent."""
    until, sent = clock.now() + timedelta(seconds=within_s), 0
    while True:
        promised = _claim(store, workspace, senders, holder, epoch_micros(clock.now()))
        if promised is None:
            return sent
        sent += _deliver(store, workspace, senders[promised.kind], promised, clock)
        if clock.now() >= until:
            return sent


def pause_s(attempts: int) -> int:
    """How long to wait after so many attempts in vain.

    >>> [pause_s(attempts) for attempts in (1, 2, 3, 8, 60)]
    [30, 60, 120, 3600, 3600]
    """
    return int(min(FIRST_PAUSE_S * 2 ** min(attempts - 1, 10), LONGEST_PAUSE_S))


def standing(reading: Reading, lanes: Sequence[str], most: int) -> list[Standing]:
    """The messages of these lanes, the newest first."""
    return repository.in_lanes(reading, lanes, most)


def again(work: Work, sequence: int) -> bool:
    """Try a parked message anew; whether there was one."""
    return repository.again(work, sequence, epoch_micros(work.clock.now()))


def forget(work: Work, most: int = 10_000) -> int:
    """Forget what was sent long ago; returns how many."""
    return repository.forget(work, epoch_micros(work.clock.now() - KEPT), most)


def _claim(store: Store, workspace: str, kinds: Collection[str], holder: str, now: int) -> Promised | None:
    with store.reading(workspace) as reading:  # looking is cheap and blocks nobody
        if not repository.is_due(reading, kinds, now):
            return None
    with store.work(workspace, alone=False) as work:
        row = repository.next_free(work, kinds, now)
        return None if row is None else repository.lend(work, row, holder, now + LEASE_S * SECOND)


def _deliver(store: Store, workspace: str, send: Sender, promised: Promised, clock: Clock) -> bool:
    refused: WendError | None = None
    if promised.attempts > MOST_ATTEMPTS:  # the claim counted, so whatever kills its process ends here too
        refused = GaveUp(attempts=MOST_ATTEMPTS)
    else:
        try:
            send(promised)
        except WendError as error:
            refused = error
    now = epoch_micros(clock.now())
    try:
        with store.work(workspace, alone=False) as work:
            if refused is None:
                repository.settle(work, promised, "sent", now)
            elif refused.retry and promised.attempts < MOST_ATTEMPTS:
                later = now + pause_s(promised.attempts) * SECOND
                repository.settle(work, promised, "waiting", later, refused.code)
            else:
                repository.settle(work, promised, "parked", now, refused.code)
    except LeaseLost:  # somebody else took it up meanwhile, and writes down what became of it
        return False
    return refused is None
