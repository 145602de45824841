"""The log as the search for obstacles sees it: one flat path, the words for its codes, and ways to group its
customers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from wend.domain.event import NO_RATING
from wend.domain.names import Name
from wend.folds.contrast import Overview, Path, line_of, overview, places_by_code
from wend.maps.obstacles.words import are_names, is_aftermath, is_promise

Flags = NDArray[np.bool_]
Whole = NDArray[np.int64]
Real = NDArray[np.float64]

DAY = 86_400
MOST_CODES = 60
"""Event names that are looked at, the most frequent first; rarer ones cannot carry a comparison anyway."""


@dataclass(frozen=True, slots=True)
class Step:
    """One event name: where it stands on the map and who begins it. `by_channel` are its touchpoints by channel
    code.
    """

    key: str
    name: Name
    touchpoint: str = ""
    stage: str = ""
    begun_by: Literal["customer", "company", ""] = ""
    by_channel: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Grouping:
    """One way to divide: a trait of the customer or a property of the event. `codes[i]` is the place in `values`
    for event i, −1 = unknown.
    """

    key: str
    values: tuple[str, ...]
    codes: NDArray[np.int16]


def no_remarks(_events: NDArray[np.int64]) -> Mapping[int, str]:
    """A log without comments."""
    return {}


@dataclass(frozen=True, eq=False)
class Context:
    """All that the search reads. Events stand customer by customer; `path.step` are codes of `steps`, rarest names
    last or left out (65535).

    `customers` are the canonical ids in the order of `path.offsets`; `remarks` gives the comments of events by event
    id.
    """

    path: Path
    channel: NDArray[np.uint8]
    event_id: Whole
    steps: tuple[Step, ...]
    channels: tuple[str, ...]
    groupings: tuple[Grouping, ...]
    customers: Callable[[Whole], tuple[str, ...]]
    remarks: Callable[[Whole], Mapping[int, str]] = field(default=no_remarks)

    @cached_property
    def owner(self) -> Whole:
        """The customer of every event."""
        return np.repeat(np.arange(len(self.path.offsets) - 1), np.diff(self.path.offsets))

    @cached_property
    def line(self) -> Whole:
        """Time with all customers behind each other."""
        return line_of(self.owner, self.path.at)

    @cached_property
    def places(self) -> tuple[Whole, ...]:
        """By code: where its events stand on the path."""
        return places_by_code(self.path.step, len(self.steps))

    @cached_property
    def seen(self) -> Overview:
        """How often what follows what, and after how long."""
        return overview(
            self.path._replace(step=np.where(self.real, self.path.step, np.uint16(65_535))), len(self.steps)
        )

    @cached_property
    def promises(self) -> Flags:
        """By code: times that were promised, not things that happened."""
        return np.asarray([is_promise(step.key) for step in self.steps], np.bool_)

    @cached_property
    def real(self) -> Flags:
        """By event: something that happened (not promised, and on the list of codes)."""
        codes = len(self.steps)
        ok = np.zeros(65_536, np.bool_)
        ok[:codes] = ~self.promises
        return np.asarray(ok[self.path.step], np.bool_)

    @cached_property
    def begins_at(self) -> int:
        """The first thing that happened."""
        return int(self.path.at[self.real].min()) if self.real.any() else 0

    @cached_property
    def ends_at(self) -> int:
        """The last thing that happened; promised times may lie beyond it."""
        return int(self.path.at[self.real].max()) if self.real.any() else 0

    @cached_property
    def rated(self) -> Flags:
        """By event: it carries a rating."""
        return np.asarray(self.path.rating != NO_RATING, np.bool_)

    @cached_property
    def month(self) -> NDArray[np.int16]:
        """By event: the month (30 days) of the log, the fortnight, or the day, so that short logs have some as well."""
        span = self.ends_at - self.begins_at
        width = 30 * DAY if span > 120 * DAY else 7 * DAY if span > 20 * DAY else DAY if span > 3 * DAY else span + 1
        return np.clip((self.path.at - self.begins_at) // width, -1, 32_000).astype(np.int16)

    @cached_property
    def divisions(self) -> tuple[Grouping, ...]:
        """The groupings whose values can name groups, and the channel."""
        named = np.asarray([bool(channel) for channel in (*self.channels, "")], np.bool_)
        codes = np.where(named[self.channel], self.channel.astype(np.int16), np.int16(-1))
        return (
            *(each for each in self.groupings if are_names(each.values) and not is_aftermath(each.key)),
            Grouping("channel", self.channels, codes),
        )

    def grouping(self, key: str) -> Grouping | None:
        """The grouping of that name."""
        return next((each for each in self.groupings if each.key == key), None)
