"""Why customers of a portion are looked at, and which segments that can change. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from wend.conditions.journey import Journey
from wend.people.facade import Touch
from wend.segments.live.judging import WINDOW, Cause
from wend.segments.live.passages import Passages
from wend.segments.live.watching import Watching

_SECOND = 1_000_000


@dataclass
class Occasion:
    """Why a customer is looked at: the names and ids of what they did, the last of these events, when each was
    (seconds), what touched them without one, and whether they are somebody else than before.
    """

    names: set[str] = field(default_factory=set)
    ids: set[int] = field(default_factory=set)
    last: tuple[int, int] = (0, 0)
    told: dict[Touch, str] = field(default_factory=dict)
    moments: dict[int, str] = field(default_factory=dict)
    people: bool = False

    def by(self, row: Mapping[str, Any]) -> None:
        """An event of theirs."""
        self.names.add(row["event"])
        self.ids.add(row["event_id"])
        self.last = max(self.last, (row["received_at"], row["event_id"]))
        self.moments[row["occurred_at"] // _SECOND] = str(row["event_id"])

    def begins(self, journey: Journey, now: int) -> bool:
        """Whether they may have done nothing before: somebody can be told of, and judged, who has not come yet. What
        lies ahead, by a clock that is fast, is nothing that they did.
        """
        return bool(self.names) and all(event.at in self.moments for event in journey.happened if event.at <= now)


class Led(NamedTuple):
    """Where events lead a customer: the segments that look for a stage or a segment which the customer came to, or did
    not come to, otherwise than before; and of the others when the customer will come to the next one.
    """

    changed: Collection[int] = ()
    ahead: Sequence[tuple[Collection[int], int]] = ()


def led(watching: Watching, touched: Occasion | None, customer: str, passages: Passages | None, now: int) -> Led:
    """Where events lead a customer, by what both walks tell of them; without walks any event may lead anywhere."""
    if touched is None or not touched.ids:
        return Led()
    if passages is None:
        return Led(frozenset().union(*watching.grounded.values()))
    changed, ahead = set[int](), list[tuple[Collection[int], int]]()
    for ground, numbers in watching.grounded.items():
        if passages.changed(customer, ground, now):
            changed |= numbers
        else:
            ahead.append((numbers, passages.ahead(customer, ground, now)))
    return Led(changed, ahead)


def causes(
    watching: Watching, touched: Occasion | None, changed: Collection[int], *, is_new: bool
) -> list[tuple[Collection[int], Cause]]:
    """Which segments are judged for which reason; what ran out is judged in any case."""
    if touched is None:
        return [((), WINDOW)]
    wanted: list[tuple[Collection[int], Cause]] = []
    if touched.names:
        event = Cause("event", str(touched.last[1]), touched.moments)
        wanted.append((watching.touched_by(touched.names).union(changed), event))
    wanted += [(watching.told_by(why), Cause(why, because)) for why, because in touched.told.items()]
    if touched.people:
        wanted.append((watching.by_number, Cause("people")))
    elif is_new:
        wanted.append((watching.by_number, wanted[0][1]))
    found, judged = list[tuple[Collection[int], Cause]](), set[int]()
    for numbers, cause in wanted:
        found.append((set(numbers) - judged, cause))
        judged |= set(numbers)
    return found
