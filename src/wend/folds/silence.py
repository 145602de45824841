"""How silent is a customer: active, slowing down, or gone?

Slowing down is a silence longer than so many of the customer's own usual pauses (`conditions/rhythm.py`); of whoever
has paused too few times, and where no such number is set, one of a fixed length. Who is slowing down and has been
silent as long as the set says has *left*. All of it is measured in the time of the business (`season.py`). In a fold's
state this takes `ROOM` places, laid out as a leaf of `segment_leaf.py`, but that the moment of the last event is kept
beside how much time had gone by then.
"""

from __future__ import annotations

from typing import NamedTuple

from wend.folds.contract import NEVER, Cells, Whole
from wend.folds.kernel import kernel
from wend.folds.season import Season, active, season
from wend.folds.segment_leaf import FEWEST_PAUSES, LIST, PAUSES, VISIT, A, N, usual_of

ACTIVE, SLOWING, LEFT = range(3)
LEVELS = 3
ROOM, GONE = LIST + PAUSES + 1, LIST + PAUSES
LAST = N
"""Where in the room the last event stands; NEVER before the first one."""
THOUSAND, DAY = 1_000, 86_400


class Silences(NamedTuple):
    """Seconds until somebody slows down and has left; `times` thousandths of a usual pause, 0 = only the seconds."""

    slowing: int
    left: int
    times: int
    season: Season


def of_days(slowing: int, left: int, times: float = 0.0, during: Season | None = None) -> Silences:
    """The silences of a stage set, `during` a season."""
    return Silences(slowing * DAY, left * DAY, round(times * THOUSAND), season() if during is None else during)


@kernel
def begin(state: Cells, at: int) -> None:
    """Nothing has happened."""
    state[at + N] = NEVER
    state[at + A] = 0


@kernel
def note(state: Cells, at: int, moment: Whole, silences: Silences) -> None:
    """Something happened: the pause before it is one of the last."""
    gone = active(silences.season, moment)
    pause = gone - state[at + GONE]
    if state[at + N] != NEVER and pause >= VISIT:
        state[at + LIST + state[at + A] % PAUSES] = pause
        state[at + A] += 1
    state[at + N] = moment
    state[at + GONE] = gone


@kernel
def level(state: Cells, at: int, now: Whole, silences: Silences) -> int:
    """ACTIVE, SLOWING or LEFT at a moment after which nothing is known."""
    silence = active(silences.season, now) - state[at + GONE]
    slow = silence >= silences.slowing
    if silences.times > 0 and state[at + A] >= FEWEST_PAUSES:
        kept, shorter = min(state[at + A], PAUSES), 0
        for k in range(kept):
            shorter += state[at + LIST + k] * silences.times < silence * THOUSAND
        slow = 2 * shorter >= kept  # that is: the median is
    if not slow:
        return ACTIVE
    return LEFT if silence >= silences.left else SLOWING


@kernel
def slow_from(state: Cells, at: int, times: int) -> int:
    """Seconds of the business's time in silence from which a customer is slower than usual; 0 = the fixed ones hold."""
    if times == 0 or state[at + A] < FEWEST_PAUSES:
        return 0
    return int(usual_of(state, at, int(state[at + A])) * times // THOUSAND + 1)
