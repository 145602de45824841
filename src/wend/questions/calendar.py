"""Days, weeks (from Monday) and months of a zone, as the starts of periods that folds look moments up in."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Literal, get_args

import numpy as np

from wend.folds.contract import Cells
from wend.folds.periods import FOREVER
from wend.kit import zones
from wend.kit.zones import day_start
from wend.questions.errors import TooManyPeriods

Unit = Literal["day", "week", "month"]
UNITS: tuple[Unit, ...] = get_args(Unit)
MOST_PERIODS = 40_000
_EARLIEST, _LATEST = -62_000_000_000, 253_000_000_000


def calendar(unit: Unit, zone: str, first_at: int, last_at: int) -> Cells:
    """Starts of the periods from the one of `first_at` to the one of `last_at`, the end of that one, and FOREVER.

    >>> from wend.kit.clock import from_epoch
    >>> [f"{from_epoch(at):%d.%m.}" for at in calendar("month", "UTC", 1_700_000_000, 1_702_000_000).tolist()[:3]]
    ['01.11.', '01.12.', '01.01.']
    """
    where = zones.zone(zone)
    first, last = min(max(first_at, _EARLIEST), _LATEST), min(max(last_at, first_at, _EARLIEST), _LATEST)
    day = _floor(unit, datetime.fromtimestamp(first, UTC).astimezone(where).date())
    starts = [day_start(day, where)]
    while starts[-1] <= last:
        if len(starts) > MOST_PERIODS:
            raise TooManyPeriods(most=f"{MOST_PERIODS:,}")
        day = _next(unit, day)
        starts.append(day_start(day, where))
    return np.array([*starts, FOREVER], np.int64)


def label(unit: Unit, zone: str, start: int) -> str:
    """What a period is called: its first day, or its month.

    >>> label("month", "UTC", 1_700_000_000), label("day", "Asia/Ho_Chi_Minh", 1_700_000_000)
    ('2023-11', '2023-11-15')
    """
    day = datetime.fromtimestamp(start, UTC).astimezone(zones.zone(zone)).date()
    return f"{day:%Y-%m}" if unit == "month" else day.isoformat()


def _floor(unit: Unit, day: date) -> date:
    if unit == "month":
        return day.replace(day=1)
    return day - timedelta(days=day.weekday()) if unit == "week" else day


def _next(unit: Unit, day: date) -> date:
    return _floor("month", day + timedelta(days=31)) if unit == "month" else day + timedelta(7 if unit == "week" else 1)
