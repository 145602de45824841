"""A journal of few customers, made in memory from rows of the log: what engines answer about everybody they answer
about those who did something a moment ago, by the same code.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.domain.event import NO_RATING, NOT_COVERED
from wend.log.dossier_run import LogRow
from wend.log.jsonfield import field
from wend.log.properties import Property

_SECOND = 1_000_000
FEW = "few"
"""The version of all such journals: nobody asks the same one twice, so nothing is kept of any."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """The words of these rows; their places are the codes."""

    events: tuple[str, ...]
    channels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """The one bucket."""

    offsets: NDArray[np.int64]
    event: NDArray[np.uint16]
    channel: NDArray[np.uint8]
    occurred_at: NDArray[np.int64]
    rating: NDArray[np.int16]
    expectation: NDArray[np.int16]
    about: NDArray[np.uint16]
    amount: NDArray[np.int64]
    customers: pa.StringArray
    traits: pa.Table


@dataclass(frozen=True)
class Few:
    """A journal of some customers. The rows of each are in journey order and without Wend's own (`$…`) ones."""

    lives: Mapping[str, Sequence[LogRow]]
    trait_names: tuple[str, ...] = ()
    version: str = FEW

    @cached_property
    def rows(self) -> Sequence[LogRow]:
        """Those of all, one customer after the other."""
        return [row for life in self.lives.values() for row in life]

    @cached_property
    def words(self) -> Spoken:
        """The words of these rows only, so that a lens over them is small."""
        events = {row.event for row in self.rows} | {row.about for row in self.rows if row.about}
        return Spoken(tuple(sorted(events)), tuple(sorted({row.channel for row in self.rows})))

    @cached_property
    def buckets(self) -> tuple[Together, ...]:
        """The one bucket."""
        rows = self.rows
        events = {name: code for code, name in enumerate(self.words.events)}
        channels = {name: code for code, name in enumerate(self.words.channels)}
        return (
            Together(
                offsets=np.cumsum([0, *map(len, self.lives.values())], dtype=np.int64),
                event=np.array([events[row.event] for row in rows], np.uint16),
                channel=np.array([channels[row.channel] for row in rows], np.uint8),
                occurred_at=np.array([row.occurred_at // _SECOND for row in rows], np.int64),
                rating=_numbers([row.rating for row in rows], NO_RATING, np.int16),
                expectation=_numbers([row.expectation for row in rows], NO_RATING, np.int16),
                about=_numbers([events[row.about] if row.about else None for row in rows], NOT_COVERED, np.uint16),
                amount=_numbers([row.amount for row in rows], 0, np.int64),
                customers=pa.array(list(self.lives), pa.string()),
                traits=pa.table({}),
            ),
        )

    @property
    def events(self) -> int:
        """How many events."""
        return len(self.rows)

    @property
    def first_at(self) -> int:
        """Second of the first event; 0 when there is none."""
        return min((row.occurred_at for row in self.rows), default=0) // _SECOND

    @property
    def last_at(self) -> int:
        """Second of the last event; 0 when there is none."""
        return max((row.occurred_at for row in self.rows), default=0) // _SECOND

    def property(self, name: str) -> Property:
        """A property of all events, lined up with the bucket as the log lines it up with a journal."""
        given = field(pa.array([row.properties for row in self.rows], pa.string()), name).dictionary_encode()
        codes = given.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int32)
        return Property(name, given.dictionary, (codes,))


def _numbers(given: Sequence[int | None], missing: int, kind: Any) -> NDArray[Any]:
    return np.array([missing if number is None else number for number in given], kind)
