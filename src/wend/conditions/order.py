"""Steps in order, of one customer: whether any events are the steps, in time and with nothing between that may not be.

One event serves one step, so steps are tried from the last to the first; what may not happen ends every try that stands
between its two steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from wend.conditions.journey import Happened, Journey
from wend.conditions.tree import Beside, Compared, InOrder

Try: TypeAlias = tuple[int, tuple[int, ...]]
"""When it began, and the places of its steps so far."""


@dataclass(frozen=True, slots=True)
class Order:
    """An order and, for every step, the places at which it happened and those at which something barred it."""

    leaf: InOrder
    found: Sequence[tuple[set[int], set[int]]]

    def plain(self, journey: Journey) -> bool:
        """For every step the latest beginning from which it is reached: a later beginning can do all that an earlier
        one can.
        """
        last = len(self.found) - 1
        begun: list[int | None] = [None] * len(self.found)
        for place in self._places():
            at = journey.lived[place].at
            for k in range(last, 0, -1):
                steps, bars = self.found[k]
                start = begun[k - 1]
                if place in steps and start is not None and self._in_time(start, at):
                    begun[k] = start
                if place in bars:
                    begun[k - 1] = None
            if begun[last] is not None:
                return True
            if place in self.found[0][0]:
                begun[0] = at
        return False

    def compared(self, journey: Journey) -> bool:
        """The same where steps are compared: every try counts, so all of them are kept."""
        last = len(self.found) - 1
        tries: list[list[Try]] = [[] for _ in self.found]
        for place in self._places():
            at = journey.lived[place].at
            for k in range(last, 0, -1):
                steps, bars = self.found[k]
                if place in steps:
                    tries[k] += [
                        (start, (*path, place))
                        for start, path in tries[k - 1]
                        if self._in_time(start, at) and self._fits(k, place, path, journey)
                    ]
                if place in bars:
                    tries[k - 1] = []
            if tries[last]:
                return True
            if place in self.found[0][0]:
                tries[0].append((at, (place,)))
        return False

    def _places(self) -> list[int]:
        return sorted(set().union(*(places for each in self.found for places in each)))

    def _in_time(self, start: int, at: int) -> bool:
        return self.leaf.within is None or at - start <= self.leaf.within

    def _fits(self, k: int, place: int, path: tuple[int, ...], journey: Journey) -> bool:
        lived = journey.lived
        return all(holds(each, lived[place], lived[path[each.step - 1]]) for each in self.leaf.steps[k].compared)


def holds(compared: Compared, later: Happened, earlier: Happened) -> bool:
    """Whether a value of a later event stands so to that of an earlier one."""
    if compared.operator in ("same_as", "other_than"):
        word, before = later.word(compared.of), earlier.word(compared.of)
        return None not in (word, before) and (word == before) == (compared.operator == "same_as")
    number, limit = later.figure(compared.of), earlier.figure(compared.of)
    return number is not None and limit is not None and stands(compared.operator, number, limit)


def stands(operator: Beside, number: int, limit: int) -> bool:
    """A comparison of two numbers.

    >>> stands("less_than", 1, 2)
    True
    """
    match operator:
        case "at_least":
            return number >= limit
        case "at_most":
            return number <= limit
        case "more_than":
            return number > limit
        case "less_than":
            return number < limit
    return (number == limit) == (operator == "same_as")
