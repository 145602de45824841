"""The synthetic log of the comparisons: deterministic, skewed, sorted by customer and time.

40 event types with skewed frequencies, 8 channels, 180 days, Zipf-like activity with a mean of 20 events a customer.
Times of one customer all differ, because engines break ties differently.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

EVENTS, CHANNELS, DAYS, MEAN = 40, 8, 180, 20
NAMES = tuple(f"event.{code:02d}" for code in range(EVENTS))
START = 1_735_689_600


@dataclass(frozen=True)
class Columns:
    """One log, in columns."""

    offsets: NDArray[np.int64]
    event: NDArray[np.uint16]
    channel: NDArray[np.uint8]
    occurred_at: NDArray[np.int64]


@dataclass(frozen=True)
class Words:
    """Names by code."""

    events: tuple[str, ...] = NAMES
    channels: tuple[str, ...] = tuple(f"channel {code}" for code in range(CHANNELS))


@dataclass(frozen=True)
class Bucket:
    """A share of the customers, shaped as an engine reads it."""

    offsets: NDArray[Any]
    event: NDArray[Any]
    channel: NDArray[Any]
    occurred_at: NDArray[Any]
    rating: NDArray[Any]
    expectation: NDArray[Any]
    about: NDArray[Any]
    amount: NDArray[Any]
    customers: Any
    traits: Any


@dataclass(frozen=True)
class Journal:
    """All buckets."""

    buckets: tuple[Bucket, ...]
    words: Words
    version: str
    first_at: int
    last_at: int
    events: int
    trait_names: tuple[str, ...] = ()


def columns(events: int, seed: int = 7) -> Columns:
    """About `events` rows; the same ones for the same seed."""
    random = np.random.default_rng(seed)
    people = events // MEAN
    activity = 1 / np.arange(1, people + 1) ** 0.5
    sizes = random.permutation(np.maximum(1, (activity * events / activity.sum()).astype(np.int64)))
    offsets = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    rows = int(offsets[-1])
    frequency = 1 / np.arange(1, EVENTS + 1)
    event = random.choice(EVENTS, size=rows, p=frequency / frequency.sum()).astype(np.uint16)
    who = np.repeat(np.arange(people), sizes)
    at = random.integers(0, DAYS * 86_400, rows)
    at = at[np.lexsort((at, who))] + START
    # equal neighbours move apart by their place among the customer's events; order stays
    place = np.arange(rows) - np.repeat(offsets[:-1], sizes)
    return Columns(offsets, event, random.integers(0, CHANNELS, rows).astype(np.uint8), at + place)


def journal(log: Columns, buckets: int = 64) -> Journal:
    """The log cut into buckets of whole customers."""
    people = len(log.offsets) - 1
    cuts = np.linspace(0, people, buckets + 1).astype(np.int64)
    made = [_bucket(log, int(low), int(high)) for low, high in pairwise(cuts)]
    first, last = int(log.occurred_at.min()), int(log.occurred_at.max())
    return Journal(tuple(made), Words(), f"synthetic {len(log.event)}", first, last, len(log.event))


def _bucket(log: Columns, low: int, high: int) -> Bucket:
    rows = slice(int(log.offsets[low]), int(log.offsets[high]))
    n = rows.stop - rows.start
    said = np.full(n, -32768, np.int16)
    return Bucket(
        offsets=log.offsets[low : high + 1] - log.offsets[low],
        event=np.ascontiguousarray(log.event[rows]),
        channel=np.ascontiguousarray(log.channel[rows]),
        occurred_at=np.ascontiguousarray(log.occurred_at[rows]),
        rating=said,
        expectation=said,
        about=np.full(n, 65535, np.uint16),
        amount=np.zeros(n, np.int64),
        customers=pa.array([str(customer) for customer in range(low, high)]),
        traits=pa.table({}),
    )
