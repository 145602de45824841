"""What short leaves stand for: answers on a scale, and computed traits, in terms of the leaves that readers know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from wend.conditions import errors
from wend.conditions.tree import (
    ONCE,
    Answer,
    Computed,
    Condition,
    Did,
    End,
    Frame,
    Group,
    Happening,
    Measure,
    Number,
    Of,
    Range,
    Silent,
    Test,
)
from wend.conditions.values import THOUSAND, scaled
from wend.domain.event import feeling

DAY = 86_400
SCALE_PROPERTY = "scale"
"""The property in which an answer says on which scale it was given."""
_RATING_UNIT = 100
AMOUNT = Of("field", "amount")
Edge = Callable[[int], Condition]


@dataclass(frozen=True, slots=True)
class Computation:
    """What a computed trait counts: a measure of what happened in the last `seconds` (None: ever). Without `what` no
    condition can say it.
    """

    measure: Literal["count", "sum", "average", "first", "last", "days_since"]
    what: Happening | None
    of: Of = AMOUNT
    seconds: int | None = None


def answered(leaf: Answer) -> Condition:
    """The last rating on this scale is between the feelings that the limits mean.

    >>> answered(Answer("nps", Range(high=6_000))).test.values
    (Number(thousandths=400),)
    """
    on_scale = Test("property", SCALE_PROPERTY, "is", (leaf.scale,)), Test("field", "rating", "present")
    what = Happening("event" if leaf.names else "anything", leaf.names, on_scale)
    ends: list[Condition] = []
    for operator, limit in (("at_least", leaf.range.low), ("at_most", leaf.range.high)):
        if limit is not None:
            felt = Number(feeling(limit / THOUSAND, leaf.scale) * 10)
            edge = Test("field", "rating", "at_least" if operator == "at_least" else "at_most", (felt,))
            ends.append(End("last", what, edge, leaf.frame))
    return ends[0] if len(ends) == 1 else Group("all", tuple(ends))


def computed(leaf: Computed, meant: Computation) -> Condition:
    """The test of a computed trait as a test of what it counts; raises NotSaid or WrongType where there is none."""
    if meant.what is None:
        raise errors.NotSaid(name=leaf.test.name)
    if meant.measure in ("first", "last"):
        return _of_end(leaf.test, meant)
    has = _has_value(meant)
    return _compared(leaf.test, has, lambda limit: _edge(meant, limit, None), lambda limit: _edge(meant, None, limit))


def _of_end(test: Test, meant: Computation) -> Condition:
    """Of the first or last event that has the value at all."""
    what = meant.what or Happening("anything")
    there = Test(meant.of.source, meant.of.name, "present", currency=meant.of.currency)
    what = replace(what, where=(*what.where, there))
    asked = replace(test, source=meant.of.source, name=meant.of.name, currency=meant.of.currency)
    negated = {"is_not": replace(asked, operator="is"), "absent": there}
    inner = negated.get(test.operator, asked)
    end = End("first" if meant.measure == "first" else "last", what, inner, Frame(last=meant.seconds))
    return Group("none", (end,)) if test.operator in negated else end


def _compared(test: Test, has: Condition, at_least: Edge, at_most: Edge) -> Condition:
    if any(isinstance(value, str) for value in test.values):
        raise errors.WrongType(name=test.name, test=test.operator, needs="5")
    limits = [scaled(value) for value in test.values]
    same = Group("any", tuple(Group("all", (at_least(limit), at_most(limit))) for limit in limits))
    match test.operator:
        case "present":
            return has
        case "absent":
            return Group("none", (has,))
        case "is":
            return same
        case "is_not":
            return Group("none", (same,))
        case "at_least":
            return at_least(limits[0])
        case "at_most":
            return at_most(limits[0])
        case "more_than":
            return Group("all", (has, Group("none", (at_most(limits[0]),))))
        case "less_than":
            return Group("all", (has, Group("none", (at_least(limits[0]),))))
    raise errors.WrongType(name=test.name, test=test.operator, needs="5")


def _has_value(meant: Computation) -> Condition:
    """A count and a sum are always there, and 0 of nothing; the others need an event that has the value."""
    what = meant.what or Happening("anything")
    frame = Frame(last=meant.seconds)
    if meant.measure in ("count", "sum"):
        return Did(what, Range(low=0), frame)
    if meant.measure == "average":
        there = Test(meant.of.source, meant.of.name, "present", currency=meant.of.currency)
        number = Test(meant.of.source, meant.of.name, "at_least", (Number(-(10**15)),), currency=meant.of.currency)
        return Did(replace(what, where=(*what.where, number if meant.of.source == "property" else there)), ONCE, frame)
    return Did(what, ONCE, frame)


def _edge(meant: Computation, low: int | None, high: int | None) -> Condition:
    what, frame = meant.what or Happening("anything"), Frame(last=meant.seconds)
    if meant.measure == "count":
        return Did(what, _whole(low, high), frame)
    if meant.measure == "days_since":
        days = _whole(low, high)
        longer = Silent(what, (days.low if days.low is not None else (days.high or 0) + 1) * DAY)
        return Group("all", (Did(what, ONCE, frame), longer if low is not None else Group("none", (longer,))))
    unit = _RATING_UNIT if meant.of == Of("field", "rating") else 1
    if (low or high or 0) % unit:
        raise errors.WrongType(name=meant.of.name, test=meant.measure, needs="0.1")
    limits = Range(*(None if each is None else each // unit for each in (low, high)))
    return Measure("sum" if meant.measure == "sum" else "average", what, meant.of, limits, frame)


def _whole(low: int | None, high: int | None) -> Range:
    return Range(None if low is None else -(-low // THOUSAND), None if high is None else high // THOUSAND)
