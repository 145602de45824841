"""Birth dates as forms and tills write them, and how well two of them agree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from wend.identity.matching.letters import edits

Agreement = Literal["same", "swapped", "year", "typo", "partly", "close", "same_year", "other"]

_NUMBERS = re.compile(r"\d+")
_MONTHS = {
    name: at
    for at, name in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)
}
_MONTH = re.compile(r"[a-z]{3,}")
_EARLIEST, _LATEST = 1880, 2100
_CLOSE = 400
"""Days. Dates so near are often one date misread twice; strangers are so near one time in thirty."""


@dataclass(frozen=True, slots=True)
class Birth:
    """A birth date; month and day are 0 when only the year is known. `open` says that month and day may be swapped."""

    year: int
    month: int = 0
    day: int = 0
    open: bool = False

    @property
    def full(self) -> bool:
        """Whether the day is known."""
        return self.day > 0

    @property
    def digits(self) -> str:
        """`YYYYMMDD`, or `YYYY`."""
        return f"{self.year:04}{self.month:02}{self.day:02}" if self.full else f"{self.year:04}"


@lru_cache(maxsize=200_000)
def birth(written: str) -> Birth | None:
    """A date in one field: ISO, day first, month first, eight digits, a year alone, with or without a time.

    >>> birth("1990-03-12").digits, birth("12/03/1990").digits, birth("03-25-1990").digits, birth("19900312").digits
    ('19900312', '19900312', '19900325', '19900312')
    >>> birth("1990"), birth("00/00/0000")
    (Birth(year=1990, month=0, day=0, open=False), None)
    """
    text = written.strip().lower().partition("t")[0] if re.match(r"\d{4}-\d\d-\d\dt", written.lower()) else written
    text = re.sub(r"\s+\d{1,2}:\d\d.*$", "", text.strip().lower())
    numbers = [number.group() for number in _NUMBERS.finditer(text)]
    named = next((_MONTHS[word[:3]] for word in _MONTH.findall(text) if word[:3] in _MONTHS), None)
    if named and len(numbers) == 2:
        first, second = numbers
        return of_parts(first, str(named), second) if len(first) == 4 else of_parts(second, str(named), first)
    if len(numbers) == 1:
        return _one_number(numbers[0])
    if len(numbers) != 3:
        return None
    if len(numbers[0]) == 4:
        return of_parts(*numbers)
    year = numbers[2] if len(numbers[2]) == 4 else _century(numbers[2])
    return of_parts(year, numbers[1], numbers[0], sure=False) or of_parts(year, numbers[0], numbers[1], sure=False)


def of_parts(year: str, month: str, day: str, *, sure: bool = True) -> Birth | None:
    """A date from its three numbers; a month or day that cannot be leaves the year, an impossible year nothing."""
    try:
        y, m, d = int(year), int(month or 0), int(day or 0)
    except ValueError:
        return None
    if not _EARLIEST <= y <= _LATEST:
        return None
    if _is_date(y, m, d):
        return Birth(y, m, d, open=not sure and d <= 12 and m != d)
    if _is_date(y, d, m):
        return Birth(y, d, m) if sure else None
    if sure and m and d and max(m, d) <= 99:
        return Birth(y, m, d)  # no date, but mistyped digits are still digits
    return Birth(y) if m == d == 0 or sure else None


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _one_number(number: str) -> Birth | None:
    if len(number) == 4:
        return of_parts(number, "", "")
    if len(number) == 8:
        early = of_parts(number[:4], number[4:6], number[6:]) if _EARLIEST <= int(number[:4]) <= _LATEST else None
        if early and early.full:
            return early
        return of_parts(number[4:], number[2:4], number[:2], sure=False) or early
    return None


def _century(two: str) -> str:
    return str(int(two) + (1900 if int(two) > 30 else 2000)) if len(two) == 2 else two


def agreement(a: Birth, b: Birth) -> Agreement:
    """How well two dates agree, best first.

    >>> agreement(Birth(1990, 3, 12), Birth(1990, 12, 3)), agreement(Birth(1990, 3, 12), Birth(1990))
    ('swapped', 'year')
    """
    if not (a.full and b.full):
        return "year" if a.year == b.year else "other"
    if a.digits == b.digits:
        return "same"
    if a.year == b.year and (a.month, a.day) == (b.day, b.month):
        return "swapped"
    if edits(a.digits, b.digits) == 1:
        return "typo"
    same = (a.year == b.year) + (a.month == b.month) + (a.day == b.day)
    if same == 2:
        return "partly"
    if _is_date(a.year, a.month, a.day) and _is_date(b.year, b.month, b.day) and abs(_days(a) - _days(b)) <= _CLOSE:
        return "close"
    return "same_year" if a.year == b.year else "other"


def _days(birth: Birth) -> int:
    return date(birth.year, birth.month, birth.day).toordinal()
