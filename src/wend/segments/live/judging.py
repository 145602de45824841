"""One customer and their segments: who is in at which moment, and what changed. Pure.

What ran out is judged first, each at its own moment and by the events that are known now; then what an event may have
touched is judged as of now. So whoever enters has been outside, and the other way round.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from wend.conditions import live
from wend.conditions.journey import Journey
from wend.segments.live.reasons import ran_out
from wend.segments.live.standing import NEVER, Entry, Standing
from wend.segments.live.timing import again
from wend.segments.live.watching import Watched, Watching
from wend.segments.model import What, Why

MOST_STEPS = 10_000
"""Moments that ran out for one customer and are judged at once; whoever has more has the rest a moment later."""


class Move(NamedTuple):
    """Somebody entered or left the segment of this number."""

    number: int
    what: What
    why: Why
    because: str
    at: int


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a customer is looked at now; `moments` are those of new events, with the id of each."""

    why: Why
    because: str = ""
    moments: Mapping[int, str] = field(default_factory=dict)

    def at(self, moment: int) -> Cause:
        """Why something changes at a moment up to now: a new event that lies there, or else a window."""
        because = self.moments.get(moment)
        return WINDOW if because is None else Cause("event", because)


WINDOW = Cause("window")


def judge(
    watching: Watching, standing: Standing, journey: Journey, touched: Collection[int], cause: Cause, now: int
) -> list[Move]:
    """Bring a standing up to `now`, and say what changed. `touched` are the segments that the cause can change."""
    moves = _run_out(watching, standing, journey, touched, cause, now)
    for number in touched:
        move = _judged(watching.by_number[number], standing, journey, cause, now)
        if move is not None:
            moves.append(move)
    return moves


def left_behind(watching: Watching, standing: Standing, now: int) -> list[Move]:
    """Somebody who is no customer of their own any more leaves everything."""
    inside = [number for number in standing.inside if number in watching.by_number]
    standing.entries.clear()
    return [Move(number, "left", "people", "", now) for number in inside]


def _run_out(
    watching: Watching, standing: Standing, journey: Journey, touched: Collection[int], cause: Cause, now: int
) -> list[Move]:
    moves = []
    for _ in range(MOST_STEPS):
        due = {number: entry.look_at for number, entry in standing.entries.items() if entry.look_at <= now}
        if not due:
            break
        at = min(due.values())
        for number in [number for number, moment in due.items() if moment == at]:
            if number not in watching.by_number:
                del standing.entries[number]
                continue
            why = cause.at(at) if number in touched else WINDOW
            move = _judged(watching.by_number[number], standing, journey, why, at)
            if move is not None:
                moves.append(move)
    return moves


def _judged(segment: Watched, standing: Standing, journey: Journey, cause: Cause, at: int) -> Move | None:
    before = standing.of(segment.number)
    holds = live.holds(segment.condition, journey, at)
    look_at = again(segment.condition, journey, at, holds)
    since = (before.since or at) if holds else 0
    standing.entries[segment.number] = Entry(segment.turn, since, NEVER if look_at is None else look_at)
    if holds == bool(before.since):
        return None
    if segment.computing and before.turn != segment.turn:
        cause = Cause(segment.why)
    elif cause.why == "window":
        cause = Cause("window", ran_out(segment.condition, journey, at))
    return Move(segment.number, "entered" if holds else "left", cause.why, cause.because, at)
