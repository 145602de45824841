"""Time zones by name, and where a day begins in one."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from wend.kit.clock import epoch_seconds


@lru_cache(maxsize=64)
def zone(*names: str | None) -> tzinfo:
    """The first of these zones that this machine knows; UTC when it knows none.

    >>> zone("Mars/Olympus", "Asia/Ho_Chi_Minh").key
    'Asia/Ho_Chi_Minh'
    """
    for name in names:
        try:
            if name:
                return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return UTC


def day_start(day: date, where: tzinfo) -> int:
    """The moment at which a day begins there, in epoch seconds.

    >>> day_start(date(2026, 2, 17), zone("Asia/Ho_Chi_Minh"))
    1771261200
    """
    return epoch_seconds(datetime.combine(day, time(), where))
