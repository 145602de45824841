"""The eighteen months that the simulated files cover. Times inside the simulator are local seconds since 1970."""

from datetime import date

import numpy as np

from wend.demo.chance import Generator, Ints, weighted

MINUTE = 60
HOUR = 3600
DAY = 86_400
UTC_OFFSET_S = 7 * HOUR  # Asia/Ho_Chi_Minh has no summer time, so one number is enough

BEGINS_ON = date(2025, 5, 1)
ENDS_ON = date(2026, 10, 31)  # fixed, so that the same seed gives the same files on any day
DAYS = (ENDS_ON - BEGINS_ON).days + 1
BEGINS_AT = (BEGINS_ON - date(1970, 1, 1)).days * DAY
ENDS_AT = BEGINS_AT + DAYS * DAY  # first second after the period

NEVER = -1  # a time that did not come, or came after the period

# How visits spread over the hours 6…22: lunch break and evening are busy, nobody starts so late that midnight passes.
_ONLINE_HOURS = [2, 3, 4, 5, 5, 6, 8, 7, 5, 5, 5, 6, 7, 9, 11, 11, 8]
_SHOP_HOURS = [4, 6, 7, 5, 4, 4, 5, 6, 8, 9, 8, 6]


def midnight(day: date) -> int:
    """Local seconds of the first moment of a day."""
    return (day - date(1970, 1, 1)).days * DAY


def at_an_hour(rng: Generator, days: Ints, *, shop: bool = False) -> Ints:
    """Moments on the given days (local seconds of midnight), at hours when people browse, or when shops are open."""
    weights = _SHOP_HOURS if shop else _ONLINE_HOURS
    first = 9 if shop else 6
    hour = weighted(rng, weights, len(days)) + first
    moments: Ints = days + hour * HOUR + rng.integers(0, HOUR, len(days))
    return moments


def by_day(rng: Generator, at: Ints, opens: int = 8, closes: int = 21) -> Ints:
    """The same moments, where those at night wait for some time in the next morning; never more than 14 hours later."""
    clock = at % DAY
    late = clock >= closes * HOUR
    morning = (at // DAY + late) * DAY + opens * HOUR + rng.integers(0, 3 * HOUR, len(at))
    return np.where(late | (clock < opens * HOUR), morning, at)


def inside(times: Ints) -> Ints:
    """The same times, with those after the period (and those that never came) as NEVER."""
    return np.where((times >= BEGINS_AT) & (times < ENDS_AT), times, NEVER)
