"""Journals in memory, and random ones: what the tests of folds, engines, questions and maps are asked over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from hypothesis import strategies as st
from numpy.typing import NDArray

from wend.folds.contract import NOT_COVERED
from wend.log.postings import Posted, posted, postings

NONE = -32768
CODES, CHANNELS = 5, 3


class Event(NamedTuple):
    """One event of a customer's journey, in codes."""

    step: int
    at: int
    channel: int = 0
    rating: int = NONE
    expectation: int = NONE
    about: int = NOT_COVERED
    amount: int = 0


Journey = Sequence[Event]


@dataclass(frozen=True)
class MemoryBucket:
    """A bucket whose columns stand in memory."""

    offsets: NDArray[Any]
    event: NDArray[Any]
    channel: NDArray[Any]
    occurred_at: NDArray[Any]
    rating: NDArray[Any]
    expectation: NDArray[Any]
    about: NDArray[Any]
    amount: NDArray[Any]
    customers: pa.Array
    traits: pa.Table


@dataclass(frozen=True)
class ListedBucket(MemoryBucket):
    """A bucket with lists of its events by code, as the log's own have them."""

    lists: Posted | None = None

    def posted(self, codes: NDArray[np.int64]) -> Posted | None:
        del codes
        return self.lists


@dataclass(frozen=True)
class MemoryWords:
    """Event and channel names by code."""

    events: tuple[str, ...]
    channels: tuple[str, ...]


@dataclass(frozen=True)
class MemoryJournal:
    """A journal that no log stands behind."""

    buckets: tuple[MemoryBucket, ...]
    words: MemoryWords
    version: str = "1"
    trait_names: tuple[str, ...] = ()
    events: int = 0
    customers: int = 0
    first_at: int = 0
    last_at: int = 0
    _: None = field(default=None)


WORDS = MemoryWords(tuple("abcdefghij"), ("", "web", "shop"))


def bucket(
    journeys: Sequence[Journey], names: Sequence[str], traits: dict[str, list[str | None]] | None = None
) -> MemoryBucket:
    """A bucket of these customers, in this order."""
    events = [event for journey in journeys for event in journey]
    offsets = np.concatenate([[0], np.cumsum([len(journey) for journey in journeys])]).astype(np.int64)
    step, at, channel, rating, expectation, about, amount = zip(*events, strict=True) if events else ((),) * 7
    return MemoryBucket(
        offsets,
        np.array(step, np.uint16),
        np.array(channel, np.uint8),
        np.array(at, np.int64),
        np.array(rating, np.int16),
        np.array(expectation, np.int16),
        np.array(about, np.uint16),
        np.array(amount, np.int64),
        pa.array(list(names), pa.string()),
        pa.table({name: pa.array(values, pa.string()) for name, values in (traits or {}).items()}),
    )


def journal(
    journeys: Sequence[Journey],
    buckets: int = 1,
    words: MemoryWords = WORDS,
    traits: dict[str, list[str | None]] | None = None,
    version: str = "1",
) -> MemoryJournal:
    """Customers c0, c1 … dealt out to buckets in turn."""
    shares = [range(number, len(journeys), buckets) for number in range(buckets)]
    traits = traits or {}
    made = tuple(
        bucket(
            [journeys[c] for c in share],
            [f"c{c}" for c in share],
            {k: [v[c] for c in share] for k, v in traits.items()},
        )
        for share in shares
    )
    times = [event.at for journey in journeys for event in journey] or [0]
    count = sum(len(journey) for journey in journeys)
    return MemoryJournal(made, words, version, tuple(traits), count, len(journeys), min(times), max(times))


def listed(journal: MemoryJournal) -> MemoryJournal:
    """The same journal with lists of events."""

    def made(one: MemoryBucket) -> ListedBucket:
        arrays = postings(one.event, one.occurred_at)
        for array in arrays.values():
            array.flags.writeable = False
        return ListedBucket(**vars(one), lists=posted(arrays))

    return replace(journal, buckets=tuple(made(one) for one in journal.buckets))


@st.composite
def journeys(draw: st.DrawFn, codes: int = CODES, longest: int = 12) -> list[list[Event]]:
    """Up to eight customers with up to `longest` events each; ties, repeats, ratings and long silences are common."""
    feeling = st.one_of(st.just(NONE), st.integers(-200, 200))
    row = st.tuples(
        st.integers(0, codes - 1),
        st.sampled_from([0, 0, 1, 5, 60, 3_600, 86_400, 40 * 86_400, 200 * 86_400]),
        st.integers(0, CHANNELS - 1),
        feeling,
        feeling,
        st.one_of(st.just(NOT_COVERED), st.integers(0, codes - 1)),
        st.integers(0, 500),
    )
    made = []
    for rows in draw(st.lists(st.lists(row, min_size=1, max_size=longest), max_size=8)):
        at, journey = 1_700_000_000, []
        for step, gap, *rest in rows:
            at += gap
            journey.append(Event(step, at, *rest))
        made.append(journey)
    return made


HOUR, DAY = 3_600, 86_400
START = 1_700_000_000


def told(story: str) -> list[Event]:
    """A journey in shorthand: letters are events a, b, c …, each an hour after the last; a digit adds days of silence.

    >>> [event.at - START for event in told("ab2c")]
    [0, 3600, 180000]
    """
    journey: list[Event] = []
    at = START
    for sign in story:
        if sign.isdigit():
            at += int(sign) * DAY
        else:
            journey.append(Event(ord(sign) - ord("a"), at))
            at += HOUR
    return journey
