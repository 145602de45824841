"""Which periods make sense, and what the business's own days say of their pace. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from wend.conditions.season import spans
from wend.domain.names import Name
from wend.domain.season import Learned, Period
from wend.methods.pace import pace
from wend.seasons.errors import PeriodNotValid, TooManyPeriods

MOST_PERIODS, MOST_DAYS, MOST_PERCENT = 24, 120, 200
_KEY = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
_MONTH_DAY = re.compile(r"\d\d-\d\d")
TET = Period("tet", Name("Tết", "Tết"), "tet", "-2", "5")
"""From the 28th or 29th of the last month to the sixth of the first one: the days on which most shops are closed."""


def checked(periods: Sequence[Period]) -> tuple[Period, ...]:
    """The periods, when they make sense. Raises TooManyPeriods, PeriodNotValid."""
    if len(periods) > MOST_PERIODS:
        raise TooManyPeriods(found=len(periods), most=MOST_PERIODS)
    for place, period in enumerate(periods):
        if not _KEY.fullmatch(period.key) or period.key in {each.key for each in periods[:place]}:
            raise PeriodNotValid(period.key, period.key or "–")
        if not (period.name.en or period.name.vi).strip():
            raise PeriodNotValid(period.key, "–")
        if period.percent is not None and not 0 <= period.percent <= MOST_PERCENT:
            raise PeriodNotValid(period.key, f"{period.percent} %")
        _check_days(period)
    return tuple(periods)


def _check_days(period: Period) -> None:
    said = f"{period.first} … {period.last}"
    try:
        if period.kind == "yearly" and not (_MONTH_DAY.fullmatch(period.first) and _MONTH_DAY.fullmatch(period.last)):
            raise PeriodNotValid(period.key, said)
        if period.kind == "tet" and max(abs(int(period.first)), abs(int(period.last))) > MOST_DAYS:
            raise PeriodNotValid(period.key, said)
        long = max((last - first).days + 1 for first, last in spans(period))
        short = min((last - first).days for first, last in spans(period))
    except ValueError as unreadable:
        raise PeriodNotValid(period.key, said) from unreadable
    if long > MOST_DAYS or short < 0:
        raise PeriodNotValid(period.key, said)


def learned(periods: Sequence[Period], volumes: NDArray[np.int64], begins: date) -> tuple[Period, ...]:
    """The periods with the pace of each, learned from what was counted day by day from `begins` on. The first and the
    last day are not looked at: the log may hold a part of them only.
    """
    inside = [_days_of(period, len(volumes), begins) for period in periods]
    whole = np.ones(len(volumes), np.bool_)
    whole[[0, -1] if len(volumes) else []] = False
    ordinary = whole & ~np.logical_or.reduce([np.zeros(len(volumes), np.bool_), *(each >= 0 for each in inside)])
    return tuple(
        replace(period, learned=_pace_of(volumes, each, whole, ordinary))
        for period, each in zip(periods, inside, strict=True)
    )


def _days_of(period: Period, days: int, begins: date) -> NDArray[np.int64]:
    """For every day which time of the period it belongs to, -1 for none."""
    found = np.full(days, -1, np.int64)
    for number, (first, last) in enumerate(spans(period)):
        start, end = (first - begins).days, (last - begins + timedelta(days=1)).days
        found[max(start, 0) : max(end, 0)] = number
    return found


def _pace_of(
    volumes: NDArray[np.int64], inside: NDArray[np.int64], whole: NDArray[np.bool_], ordinary: NDArray[np.bool_]
) -> Learned | None:
    seen = pace(volumes.astype(np.float64), (inside >= 0) & whole, ordinary)
    if seen is None:
        return None
    days, times = len(seen.used), len(np.unique(inside[seen.used]))
    return Learned(_percent(seen.ratio), _percent(seen.low), _percent(seen.high), days, times, seen.sure)


def _percent(share: float) -> int:
    return round(min(MOST_PERCENT, 100 * share))
