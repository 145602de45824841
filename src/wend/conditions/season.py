"""The business's own time: it goes slower on quiet days, and a silence is as long as the time that went by in it.

A day has a pace in percent, 100 on most. `active` says how many seconds of the business's time have gone by at a
moment; between two moments it is their difference. Where no period is known, it is the moment itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from wend.domain.season import USUAL, Period, Seasons
from wend.domain.tet import TET
from wend.kit.zones import day_start, zone

YEARS = range(2000, 2061)
"""Years in which a yearly period is looked for."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Season:
    """From the moment `at[k]` on, `pace[k]` hundredths of a second go by in every second; before the first one, and
    from the last one on, a hundred. `gone[k]` hundredths have gone by at `at[k]`.
    """

    at: tuple[int, ...] = ()
    pace: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()

    def active(self, moment: int) -> int:
        """Seconds of the business's time gone by, whole ones.

        >>> Season((1_000, 2_000), (50, 100), (100_000, 150_000)).active(1_003)
        1001
        """
        k = bisect_right(self.at, moment) - 1
        return moment if k < 0 else (self.gone[k] + (moment - self.at[k]) * self.pace[k]) // USUAL

    def reached(self, active: int) -> int:
        """The earliest moment at which so many seconds have gone by.

        >>> Season((1_000, 2_000), (50, 100), (100_000, 150_000)).reached(1_001)
        1002
        """
        k = bisect_left(self.gone, active * USUAL) - 1
        return active if k < 0 else self.at[k] - (self.gone[k] - active * USUAL) // self.pace[k]


EVEN = Season()
"""Every day is like any other."""


@lru_cache(maxsize=64)
def season_of(seasons: Seasons, zone_name: str) -> Season:
    """The time of a business whose days begin in this zone. Where periods overlap, the slowest pace holds."""
    paces: dict[date, int] = {}
    for period in seasons.periods:
        for first, last in spans(period):
            for day in _days(first, last):
                paces[day] = min(period.pace, paces.get(day, period.pace))
    where, at, pace = zone(zone_name), list[int](), list[int]()
    for day in sorted(paces):
        if paces.get(day - _DAY) != paces[day]:
            at.append(day_start(day, where))
            pace.append(paces[day])
        if day + _DAY not in paces:
            at.append(day_start(day + _DAY, where))
            pace.append(USUAL)
    gone = [at[0] * USUAL] if at else []
    for k in range(1, len(at)):
        gone.append(gone[-1] + (at[k] - at[k - 1]) * pace[k - 1])
    return Season(tuple(at), tuple(pace), tuple(gone))


def spans(period: Period) -> Iterator[tuple[date, date]]:
    """Every time that a period comes, its first and its last day."""
    if period.kind == "once":
        yield date.fromisoformat(period.first), date.fromisoformat(period.last)
    elif period.kind == "tet":
        for day in TET:
            yield day + int(period.first) * _DAY, day + int(period.last) * _DAY
    else:
        for year in YEARS:
            first, last = in_year(period.first, year), in_year(period.last, year)
            yield first, last if last >= first else in_year(period.last, year + 1)


def in_year(month_day: str, year: int) -> date:
    """The day of a year that "MM-DD" means; 29 February is 28 February in common years."""
    month, day = (int(part) for part in month_day.split("-"))
    try:
        return date(year, month, day)
    except ValueError:
        if (month, day) != (2, 29):
            raise
        return date(year, 2, 28)


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += _DAY
