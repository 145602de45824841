"""Quiet and busy times of a business: when they are, and how fast its time goes in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wend.domain.names import Name

PeriodKind = Literal["tet", "yearly", "once"]
USUAL = 100
"""The pace of every day that no period covers, in percent."""


@dataclass(frozen=True, slots=True)
class Learned:
    """The pace that the business's own days speak for: percent of the usual volume, with its 95 % interval. `days` of
    the period lie in the log, in so many `times` that it came; `sure` when there are enough, the pace is apart
    from 100 and the interval leaves 100 out.
    """

    percent: int
    low: int
    high: int
    days: int
    times: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Period:
    """A time that comes once or every year, both ends included.

    `tet`: `first` and `last` are days from the first day of the lunar year ("-2", "5"); `yearly`: "MM-DD", the last
    perhaps in the next year; `once`: dates. `percent` is the pace that somebody set, None = as learned; where nothing
    is sure it is the usual one.
    """

    key: str
    name: Name
    kind: PeriodKind
    first: str
    last: str
    percent: int | None = None
    learned: Learned | None = None

    @property
    def pace(self) -> int:
        """The pace that holds, in percent."""
        if self.percent is not None:
            return self.percent
        return self.learned.percent if self.learned is not None and self.learned.sure else USUAL


@dataclass(frozen=True, slots=True)
class Seasons:
    """All periods of a workspace; `version` 0 = none was ever saved."""

    periods: tuple[Period, ...] = ()
    version: int = 0
