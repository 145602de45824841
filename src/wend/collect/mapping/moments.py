"""Instants out of text: ISO in all its lengths, patterns in strptime's letters, epochs, spreadsheet day numbers."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.collect.compiled import kernel
from wend.collect.mapping.columns import BAD, EMPTY, FINE, LOCAL, text_column
from wend.collect.mapping.numbers import parse_decimals

MICROSECONDS = {"epoch_s": 1_000_000, "epoch_ms": 1_000, "epoch_us": 1}
NAMED_FORMATS = ("iso", *MICROSECONDS, "excel")
_DIRECTIVES = "YymdHMSfzIpb"
_ALIASES = {"B": "b", "Z": "z", "T": "H:%M:%S", "D": "m/%d/%y", "F": "Y-%m-%d"}
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_DAY = 86_400_000_000
_QUARTER = 900_000_000
_EXCEL_EPOCH = -25_569 * _DAY  # 1899-12-30
_MONTHS = np.frombuffer(b"janfebmaraprmayjunjulaugsepoctnovdec", dtype=np.uint8)

Bytes = NDArray[np.uint8]


@kernel
def _days(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01 in the Gregorian calendar."""
    y = year - (1 if month <= 2 else 0)
    era = y // 400
    of_era = y - era * 400
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468


@kernel
def _month_days(year: int, month: int) -> int:
    if month == 2:
        return 29 if (year % 4 == 0 and year % 100 != 0) or year % 400 == 0 else 28
    return 30 if month in (4, 6, 9, 11) else 31


@kernel
def _digits(data: Bytes, i: int, stop: int, most: int) -> tuple[int, int]:
    """The number at `i` of at most `most` digits, and how many digits it has."""
    number = 0
    count = 0
    while i + count < stop and count < most and 48 <= data[i + count] <= 57:
        number = number * 10 + (data[i + count] - 48)
        count += 1
    return number, count


@kernel
def _fraction(data: Bytes, i: int, stop: int) -> tuple[int, int]:
    """Microseconds of the digits at `i`, cut (not rounded) behind the sixth, and how many digits there are."""
    micro = 0
    count = 0
    while i + count < stop and 48 <= data[i + count] <= 57:
        if count < 6:
            micro = micro * 10 + (data[i + count] - 48)
        count += 1
    for _ in range(count, 6):
        micro *= 10
    return micro, count


@kernel
def _zone(data: Bytes, i: int, stop: int) -> tuple[int, int]:
    """Offset in seconds at `i` and the place behind it; the place is −1 when no zone is written there."""
    while i < stop and data[i] == 32:
        i += 1
    if i < stop and (data[i] == 90 or data[i] == 122):
        return 0, i + 1
    if i + 3 <= stop and data[i] == 85 and data[i + 1] == 84 and data[i + 2] == 67:
        return 0, i + 3
    if i >= stop or (data[i] != 43 and data[i] != 45):
        return 0, -1
    sign = -1 if data[i] == 45 else 1
    hours, count = _digits(data, i + 1, stop, 2)
    i += 1 + count
    if count != 2 or hours > 14:
        return 0, -1
    if i < stop and data[i] == 58:
        i += 1
    minutes, count = _digits(data, i, stop, 2)
    if count == 1 or minutes > 59:
        return 0, -1
    return sign * (hours * 3600 + minutes * 60), i + count


@kernel
def _instant(year: int, month: int, day: int, hour: int, minute: int, second: int, micro: int) -> int:
    """Microseconds since 1970, or the least int64 when the calendar has no such moment."""
    if not (
        _FIRST_YEAR <= year <= _LAST_YEAR
        and 1 <= month <= 12
        and day >= 1
        and hour <= 23
        and minute <= 59
        and second <= 59
    ):
        return np.iinfo(np.int64).min
    if day > _month_days(year, month):
        return np.iinfo(np.int64).min
    return (_days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second) * 1_000_000 + micro


@kernel
def _iso_date(data: Bytes, i: int, stop: int) -> tuple[int, int, int, int]:
    """Year, month, day and the place behind them; the place is −1 when no date is written there."""
    year, count = _digits(data, i, stop, 8)
    if count == 8:
        return year // 10_000, year // 100 % 100, year % 100, i + 8
    i += count
    if count != 4 or i >= stop or not (data[i] == 45 or data[i] == 47 or data[i] == 46):
        return 0, 0, 0, -1
    mark = data[i]
    month, count = _digits(data, i + 1, stop, 2)
    i += 1 + count
    if count == 0 or i >= stop or data[i] != mark:
        return 0, 0, 0, -1
    day, count = _digits(data, i + 1, stop, 2)
    return year, month, day, (i + 1 + count if count else -1)


@kernel
def _iso_clock(data: Bytes, i: int, stop: int) -> tuple[int, int, int, int, int]:
    """Hour, minute, second, microsecond and the place behind them; the place is −1 when no clock time is written
    there.
    """
    hour, count = _digits(data, i, stop, 2)
    i += count
    if count == 0 or i >= stop or data[i] != 58:
        return 0, 0, 0, 0, -1
    minute, count = _digits(data, i + 1, stop, 2)
    i += 1 + count
    if count != 2:
        return 0, 0, 0, 0, -1
    second = micro = 0
    if i < stop and data[i] == 58:
        second, count = _digits(data, i + 1, stop, 2)
        i += 1 + count
        if count != 2:
            return 0, 0, 0, 0, -1
        if i + 1 < stop and (data[i] == 46 or data[i] == 44):
            micro, count = _fraction(data, i + 1, stop)
            i += 1 + count
    return hour, minute, second, micro, i


@kernel
def _iso(data: Bytes, start: int, stop: int) -> tuple[int, int]:
    """The instant of one ISO text and its status."""
    year, month, day, i = _iso_date(data, start, stop)
    if i < 0:
        return 0, BAD
    hour = minute = second = micro = offset = 0
    zoned = False
    if i < stop and (data[i] == 84 or data[i] == 116 or data[i] == 32):
        while i < stop and (data[i] == 84 or data[i] == 116 or data[i] == 32):
            i += 1
        hour, minute, second, micro, i = _iso_clock(data, i, stop)
        if i < 0:
            return 0, BAD
    if i < stop:
        offset, i = _zone(data, i, stop)
        zoned = True
    instant = _instant(year, month, day, hour, minute, second, micro)
    if i != stop or instant == np.iinfo(np.int64).min:
        return 0, BAD
    return instant - offset * 1_000_000, FINE if zoned else LOCAL


@kernel
def _month_name(data: Bytes, i: int, stop: int, months: Bytes) -> tuple[int, int]:
    """The month whose English name begins at `i`, and the letters it takes (0: none)."""
    letters = 0
    while i + letters < stop and (65 <= data[i + letters] <= 90 or 97 <= data[i + letters] <= 122):
        letters += 1
    if letters < 3:
        return 0, 0
    for month in range(12):
        if (
            (data[i] | 32) == months[3 * month]
            and (data[i + 1] | 32) == months[3 * month + 1]
            and (data[i + 2] | 32) == months[3 * month + 2]
        ):
            return month + 1, letters
    return 0, 0


@kernel
def _patterned(  # noqa: C901  # one branch per directive, flat: a compiled loop cannot look functions up
    data: Bytes, start: int, stop: int, pattern: Bytes, months: Bytes
) -> tuple[int, int]:
    """The instant of one text written as `pattern` says (a byte above 127 is a directive) and its status."""
    year = month = day = 1
    hour = minute = second = micro = offset = half = 0
    zoned = False
    i = start
    for p in pattern:
        code = p - 128
        count = 1
        if p < 128:
            if p == 32:
                while i < stop and data[i] == 32:
                    i += 1
                continue
            if i >= stop or data[i] != p:
                return 0, BAD
        elif code == 0:
            year, count = _digits(data, i, stop, 4)
            count = count if count == 4 else 0
        elif code == 1:
            year, count = _digits(data, i, stop, 2)
            year += 2000 if year < 69 else 1900
        elif code == 2:
            month, count = _digits(data, i, stop, 2)
        elif code == 3:
            day, count = _digits(data, i, stop, 2)
        elif code == 4 or code == 9:
            hour, count = _digits(data, i, stop, 2)
        elif code == 5:
            minute, count = _digits(data, i, stop, 2)
        elif code == 6:
            second, count = _digits(data, i, stop, 2)
        elif code == 7:
            micro, count = _fraction(data, i, stop)
        elif code == 8:
            offset, after = _zone(data, i, stop)
            zoned = True
            count = after - i if after > i else 0
        elif code == 10:  # AM and PM, or SA (sáng) and CH (chiều)
            c = data[i] | 32 if i < stop else 0
            half = 1 if c == 97 or c == 115 else 2 if c == 112 or c == 99 else 0
            count = min(2, stop - i) if half else 0
        else:
            month, count = _month_name(data, i, stop, months)
        if count == 0:
            return 0, BAD
        i += count
    if half == 1 and hour == 12:
        hour = 0
    elif half == 2 and hour < 12:
        hour += 12
    instant = _instant(year, month, day, hour, minute, second, micro)
    if i != stop or instant == np.iinfo(np.int64).min:
        return 0, BAD
    return instant - offset * 1_000_000, FINE if zoned else LOCAL


@kernel
def _parse_texts(
    offsets: NDArray[np.int32], data: Bytes, pattern: Bytes, months: Bytes, out: NDArray[np.int64], status: Bytes
) -> None:
    for row in range(len(offsets) - 1):
        start, stop = offsets[row], offsets[row + 1]
        while start < stop and data[start] == 32:
            start += 1
        while stop > start and data[stop - 1] == 32:
            stop -= 1
        if start == stop:
            status[row] = EMPTY
        elif len(pattern):
            out[row], status[row] = _patterned(data, start, stop, pattern, months)
        else:
            out[row], status[row] = _iso(data, start, stop)


def compile_pattern(pattern: str) -> bytes:
    """strptime's letters as one byte each above 127; raises ValueError naming a letter we do not know.

    >>> list(compile_pattern("%d/%m"))
    [131, 47, 130]
    """
    out = bytearray()
    letters = iter(pattern)
    for letter in letters:
        if letter != "%":
            out += letter.encode()
            continue
        directive = next(letters, "")
        if directive == "%":
            out += b"%"
        elif directive in _ALIASES:
            alias = _ALIASES[directive]
            out += compile_pattern("%" + alias) if directive in "TDF" else bytes([128 + _DIRECTIVES.index(alias)])
        elif directive and directive in _DIRECTIVES:
            out.append(128 + _DIRECTIVES.index(directive))
        else:
            raise ValueError(f"%{directive}")
    return bytes(out)


def parse_moments(column: pa.Array, form: str, zone: str) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
    """Microseconds since 1970 UTC of each value, and its status (FINE, EMPTY or BAD).

    `form` is one of NAMED_FORMATS or a strptime pattern; times that carry no offset of their own are in `zone`. A
    local time that
    happens twice (clocks turned back) is the first of the two, one that never happens is moved forward.
    """
    if form in MICROSECONDS:
        numbers, status = parse_decimals(column, 6 - {1_000_000: 0, 1_000: 3, 1: 6}[MICROSECONDS[form]], mark=".")
        beyond = (status == FINE) & (np.abs(numbers - 2_556_144_000_000_000) > 4_765_132_800_000_000)
        status[beyond] = BAD
        return numbers, status
    if form == "excel":
        numbers, status = parse_decimals(column, 8, mark=".")
        moments = (numbers // 10**8) * _DAY + (numbers % 10**8) * (_DAY // 10**8) + _EXCEL_EPOCH
        moments = (moments + 500_000) // 1_000_000 * 1_000_000  # day fractions are exact only to about a millisecond
        return _to_utc(moments, np.where(status == FINE, LOCAL, status).astype(np.uint8), zone)
    text = text_column(column)
    out = np.zeros(text.rows, np.int64)
    status = np.zeros(text.rows, np.uint8)
    pattern = np.frombuffer(b"" if form == "iso" else compile_pattern(form), dtype=np.uint8)
    _parse_texts(text.offsets, text.data, pattern, _MONTHS, out, status)
    return _to_utc(out, status, zone)


def _to_utc(
    moments: NDArray[np.int64], status: NDArray[np.uint8], zone: str
) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
    local = status == LOCAL
    if zone != "UTC" and local.any():
        walls = moments[local]
        quarters, places = np.unique(walls // _QUARTER, return_inverse=True)
        offsets = np.array([_offset(zone, int(quarter)) for quarter in quarters], np.int64)
        moments[local] = walls - offsets[places]
    status[local] = FINE
    return moments, status


@lru_cache(maxsize=500_000)
def _offset(zone: str, quarter: int) -> int:
    """Microseconds that a zone's clocks are ahead of UTC in a quarter of an hour of local time.

    Python's zone rules and not Arrow's: those know no summer time after 2037. Zones change their clocks
    at full quarters of an hour.
    """
    wall = datetime(1970, 1, 1) + timedelta(microseconds=quarter * _QUARTER)  # noqa: DTZ001  # a wall clock
    offset = wall.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    return 0 if offset is None else offset // timedelta(microseconds=1)
