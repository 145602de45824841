"""Durations, moments and numbers as people write them, each in one canonical form."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation

from wend.conditions.values import LARGEST, THOUSAND
from wend.kit.clock import epoch_seconds, from_epoch

SECONDS = {"w": 604_800, "d": 86_400, "h": 3_600, "m": 60, "s": 1}
LONGEST = 100 * 366 * 86_400
_DURATION = re.compile(r"(\d{1,10})([smhdw])")


def duration(written: str) -> int | None:
    """Seconds of "45s", "30m", "12h", "7d", "2w"; None for anything else, and for more than a hundred years.

    >>> duration("30d"), duration("soon")
    (2592000, None)
    """
    found = _DURATION.fullmatch(written.strip())
    seconds = int(found[1]) * SECONDS[found[2]] if found else LONGEST + 1
    return seconds if seconds <= LONGEST else None


def written_duration(seconds: int) -> str:
    """The same in the largest unit that leaves nothing over; weeks only from their own number on.

    >>> written_duration(2_592_000), written_duration(90)
    ('30d', '90s')
    """
    unit = next(unit for unit in "dhms" if seconds % SECONDS[unit] == 0)
    return f"{seconds // SECONDS[unit]}{unit}"


def moment(written: str) -> int | None:
    """Epoch seconds of a date, or of a date with a time; in UTC where no zone is said.

    >>> moment("1970-01-02"), moment("1970-01-01T07:00:00+07:00"), moment("tomorrow")
    (86400, 0, None)
    """
    try:
        read = datetime.fromisoformat(written.strip())
    except ValueError:
        return None
    return epoch_seconds(read if read.tzinfo else read.replace(tzinfo=UTC))


def written_moment(at: int) -> str:
    """A moment in UTC; a date alone where it is midnight.

    >>> written_moment(86_400), written_moment(60)
    ('1970-01-02', '1970-01-01T00:01:00Z')
    """
    read = from_epoch(at)
    return read.date().isoformat() if at % 86_400 == 0 else read.isoformat().replace("+00:00", "Z")


def thousandths(written: str | float) -> int | None:
    """A number in thousandths; None when it has finer parts, is too large or none at all.

    >>> thousandths(0.5), thousandths("12.345"), thousandths("0.0001")
    (500, 12345, None)
    """
    try:
        read = Decimal(str(written)) * THOUSAND
    except InvalidOperation:
        return None
    if not read.is_finite() or read != int(read) or abs(read) >= LARGEST:
        return None
    return int(read)


def plain_number(number: int) -> int | float:
    """Thousandths as a JSON number.

    >>> plain_number(5_000), plain_number(12_345)
    (5, 12.345)
    """
    return number // THOUSAND if number % THOUSAND == 0 else number / THOUSAND
