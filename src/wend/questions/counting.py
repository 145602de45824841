"""How many customers a condition holds of, a few of them, and how many they were week by week: what a person who builds
one asks after every word, so that each count is kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from wend.conditions import checking, document
from wend.conditions.tree import Condition, Did, Happening, happenings, leaves
from wend.engines import trend
from wend.engines.lately import last_at
from wend.engines.machine import Members
from wend.methods.intervals import wilson
from wend.questions.asked.segment import catalogue, world_of
from wend.questions.context import Context
from wend.touchpoints.facade import Kept

WEEK, WEEKS, SAMPLE = 604_800, 12, 10
_KEPT, _LAST = Kept(512), Kept(512)


@dataclass(frozen=True, slots=True)
class Counted:
    """Of `of` customers who had done anything by `as_of` (epoch seconds), the condition held of so many; their share
    with its 95 % interval.
    """

    customers: int
    of: int
    share: float
    low: float
    high: float
    as_of: int


@dataclass(frozen=True, slots=True)
class SizeAt:
    """How many customers the condition held of at one moment (epoch seconds)."""

    at: int
    customers: int


@dataclass(frozen=True, slots=True)
class _Held:
    """A count, the same week by week, and a few of those who were counted, from everywhere in the journal."""

    customers: int
    of: int
    sizes: tuple[SizeAt, ...]
    sample: tuple[str, ...]


def counted(context: Context, given: Any, at: int | None = None) -> Counted:
    """Of how many customers the condition of a document holds at a moment, the last event of the log when none is
    said; raises what is wrong.
    """
    condition, as_of = _condition(context, given), context.last_at if at is None else at
    held = _held(context, condition, as_of)
    estimate = wilson(held.customers, held.of)
    return Counted(held.customers, held.of, estimate.value, estimate.low, estimate.high, as_of)


def sampled(context: Context, given: Any, at: int | None = None) -> tuple[str, ...]:
    """The canonical ids of at most ten of them."""
    return _held(context, _condition(context, given), context.last_at if at is None else at).sample


def sizes(context: Context, given: Any, at: int | None = None) -> tuple[SizeAt, ...]:
    """The same count a week earlier, and so on for twelve weeks, the oldest first; none before the log begins. Traits
    are those known today.
    """
    return _held(context, _condition(context, given), context.last_at if at is None else at).sizes


def last_happened(context: Context, what: Happening, until: int) -> int | None:
    """When anybody last met a touchpoint, or entered or left what can be entered, by time alone up to a moment (epoch
    seconds); None = never. Raises what is wrong with a segment of it.
    """
    [known] = happenings(*leaves(context.facts.resolved(Did(what))))
    return _LAST.get((context.version, known, until), lambda: last_at(world_of(context), known, until))


def _condition(context: Context, given: Any) -> Condition:
    condition = document.from_json(given)
    checking.check(condition, catalogue(context))
    return context.facts.resolved(condition)


def _held(context: Context, condition: Condition, at: int) -> _Held:
    """All that is asked of a condition at a moment is found in one walk, whoever asks for it first."""
    key = (context.version, context.facts.version(), json.dumps(document.to_json(condition), sort_keys=True), at)

    def found_now() -> _Held:
        weeks = range(at, max(context.first_at - 1, at - WEEK * WEEKS), -WEEK)[::-1]
        found = trend.trend(world_of(context), condition, weeks or (at,))
        sizes = tuple(SizeAt(*each) for each in zip(weeks, found.sizes, strict=False))
        return _Held(len(found.members), found.begun, sizes, tuple(_some(found.members)))

    return _KEPT.get(key, found_now)


def _some(found: Members) -> Iterator[str]:
    """A few at even distances, so that a sample comes from the whole journal."""
    places = [np.flatnonzero(mask) for mask in found.masks]
    starts = np.concatenate([[0], np.cumsum([len(each) for each in places])])
    for wanted in np.unique(np.linspace(0, starts[-1] - 1, min(SAMPLE, int(starts[-1]))).astype(np.int64)):
        bucket = int(np.searchsorted(starts, wanted, side="right")) - 1
        row = pa.array([places[bucket][wanted - starts[bucket]]])
        yield from found.journal.buckets[bucket].customers.take(row).to_pylist()
