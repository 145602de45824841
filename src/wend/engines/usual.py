"""The usual questions over a journal of one event: asking them compiles every kernel that people wait for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.domain.selection import Selection
from wend.folds import (
    alike,
    chain,
    comebacks,
    computed,
    conformance,
    contribution,
    daily,
    departures,
    dropoff,
    features,
    feelings,
    flow,
    funnel,
    holdings,
    journey,
    lifecycle,
    loops,
    moves,
    outcomes,
    pathways,
    profile,
    promoters,
    reach,
    retention,
    segment,
    segment_trend,
    sessions,
    silence,
    stage_walk,
    stages,
    standing,
    stickiness,
    survival,
    touchpoints,
    transitions,
    usage,
    variants,
)
from wend.folds.contract import NOT_COVERED, Fold
from wend.folds.periods import FOREVER
from wend.folds.registry import FOLDS


def _one(kind: Any, value: int = 0) -> NDArray[Any]:
    return np.full(1, value, kind)


@dataclass(frozen=True)
class _Bucket:
    """One customer with one event."""

    offsets: NDArray[Any] = field(default_factory=lambda: np.array([0, 1], np.int64))
    event: NDArray[Any] = field(default_factory=lambda: _one(np.uint16))
    channel: NDArray[Any] = field(default_factory=lambda: _one(np.uint8))
    occurred_at: NDArray[Any] = field(default_factory=lambda: _one(np.int64))
    rating: NDArray[Any] = field(default_factory=lambda: _one(np.int16))
    expectation: NDArray[Any] = field(default_factory=lambda: _one(np.int16))
    about: NDArray[Any] = field(default_factory=lambda: _one(np.uint16, NOT_COVERED))
    amount: NDArray[Any] = field(default_factory=lambda: _one(np.int64))
    customers: pa.Array = field(default_factory=lambda: pa.array(["customer:1"]))
    traits: pa.Table = field(default_factory=lambda: pa.table({}))


@dataclass(frozen=True)
class _Listed(_Bucket):
    """The same with lists of events, which tell of none: whoever reads them is compiled by that."""

    def posted(self, codes: NDArray[np.int64]) -> tuple[NDArray[Any], ...]:
        """Lists of nothing."""
        del codes
        lists = tuple(
            np.zeros(many, kind) for many, kind in ((0, np.int32), (0, np.uint32), (1, np.int64), (1, np.int64))
        )
        for array in lists:
            array.flags.writeable = False
        return lists


@dataclass(frozen=True)
class _Words:
    events: tuple[str, ...] = ("seen",)
    channels: tuple[str, ...] = ("",)


@dataclass(frozen=True)
class SmallestJournal:
    """One event of one customer."""

    version: str = "smallest"
    buckets: tuple[_Bucket, ...] = (_Bucket(),)
    words: _Words = _Words()
    trait_names: tuple[str, ...] = ()
    events: int = 1
    first_at: int = 0
    last_at: int = 0


def listed() -> SmallestJournal:
    """The same journal with lists of events."""
    return SmallestJournal(buckets=(_Listed(),))


def ways(fold: Fold[Any, Any]) -> Iterator[tuple[Selection, bool]]:
    """In which ways a question is asked: of which events, and whether it is also asked of whom. A trend is over all
    that happened, and names whoever it holds of now.
    """
    if fold is not segment_trend.SEGMENT_TREND:
        yield from ((Selection(), False), (Selection(from_at=0), False), (Selection(from_at=1), False))
    yield Selection(), True


def questions() -> Iterator[tuple[Fold[Any, Any], Any]]:
    """Folds that people wait for, with params of the usual types, in the order in which they need them: what the map
    shows, what opens Explore, what profiles show, what is asked for by name.
    """
    rules, every = stage_walk.no_stages(1), np.ones(1, np.bool_)
    periods = np.array([0, 1, FOREVER], np.int64)
    usual: dict[str, Any] = {
        "stages": stages.params(rules, 0),
        "touchpoints": touchpoints.params(rules, 1, 0, 0),
        "feelings": feelings.params(rules, 1),
        "holdings": holdings.params(rules),
        "promoters": promoters.params(rules, 1, [0]),
        "dropoff": dropoff.params(rules, 1, 0),
        "funnel_steps": chain.params([[0]], 1),
        "funnel": funnel.params([[0]], 1),
        "transitions": transitions.params(1),
        "paths": pathways.params(np.ones(1, np.int64), 2, start=1),
        "retention": retention.params([(0, 0)], periods, every, every, rules, 0),
        "flow": flow.params(rules, 0, 0),
        "variants": variants.params(journey.cutting(1)),
        "alike": alike.params(journey.cutting(1), [[0]]),
        "contribution": contribution.params([contribution.CONVERSION], [contribution.NO_TOUCH], 1),
        "outcomes": outcomes.params(1, outcomes.PURCHASE, 0, 0),
        "reach": reach.params(1),
        "daily": daily.params(1, [0], [], (0, 0)),
        "sessions": sessions.params(),
        "departures": departures.params(1),
        "loops": loops.params(np.ones(1, np.int64)),
        "moves": moves.params(rules, rules, [0], 0, silence.of_days(60, 180), silence.of_days(60, 180)),
        "usage": usage.params(rules, [0], 1, 0),
        "standing": standing.StandingParams(rules, silence.of_days(60, 180), 0),
        "computed": computed.params(computed.MOST, 0),
        "profile": profile.params(1, 1),
        "funnel_entries": chain.params([[0]], 1),
        "funnel_any": chain.params([[0]], 1),
        "survival": survival.params(every, every, rules, 0, 0),
        "comebacks": comebacks.params(every, np.zeros(1, np.int64), 0, 1, 1, 0, 0),
        "lifecycle": lifecycle.params(every, periods, 0),
        "stickiness": stickiness.params(every, periods, np.zeros(2, np.int64)),
        "conformance": conformance.params([[0]], journey.cutting(1)),
        "features": features.params(1, [0], 0),
        "segment": segment.anybody(1),
        "segment_trend": segment_trend.params(segment.anybody(1), [0], [0]),
    }
    for key, params in usual.items():
        yield FOLDS[key], params
    some = usual["retention"]._replace(any_event=False)  # asked of some events, it has another loop
    yield FOLDS["retention"], some
