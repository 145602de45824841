"""What a value is, and when it passes a test: the one meaning for every reader.

A value comes as text. Missing, null, empty and blank are the same: there is no value. A number is what reads as one to
the thousandth; NaN, infinities, words and what is larger than 10^12 are no numbers, and then no comparison of numbers
holds. `is_not` holds where `is` does not, so also without a value; of all other tests only `absent` does.
"""

from __future__ import annotations

import math
import unicodedata
from functools import lru_cache

from wend.conditions.tree import Number, Test, Value
from wend.domain.currencies import exponent_of
from wend.domain.names import composed

THOUSAND = 1_000
LARGEST = 10**15
_LONGEST_NUMBER = 40


def given(text: str | None) -> str | None:
    """The value, or None where there is none.

    >>> given("  "), given(" Huế ")
    (None, 'Huế')
    """
    found = composed(text).strip() if text else ""
    return found or None


def number(text: str | None) -> int | None:
    """The number in thousandths, or None where the text is none.

    >>> number("12.5"), number("many"), number("nan")
    (12500, None, None)
    """
    if not text or len(text) > _LONGEST_NUMBER or "_" in text:
        return None
    try:
        read = float(text) * THOUSAND
    except ValueError:
        return None
    return round(read) if math.isfinite(read) and abs(read) < LARGEST else None


@lru_cache(maxsize=4096)
def loose(text: str) -> str:
    """The text without case, diacritics and doubled blanks.

    >>> loose("Đà  Nẵng")
    'da nang'
    """
    bare = "".join(each for each in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(each))
    return " ".join(bare.replace("đ", "d").split())


def passes(test: Test, text: str | None) -> bool:
    """Whether a value, as text, passes a test."""
    value = given(text)
    if test.operator == "is_not":
        return not _is(test, value)
    if test.operator == "absent" or value is None:
        return (value is None) == (test.operator == "absent")
    if test.operator == "present":
        return True
    if test.operator == "is":
        return _is(test, value)
    if test.operator in ("contains", "starts_with"):
        wanted, seen = _seen(str(test.values[0]), test), _seen(value, test)
        return wanted in seen if test.operator == "contains" else seen.startswith(wanted)
    return compared(test, number(value))


def compared(test: Test, found: int | None) -> bool:
    """Whether a number in thousandths passes a test of numbers."""
    if found is None:
        return False
    limit = scaled(test.values[0])
    match test.operator:
        case "at_least":
            return found >= limit
        case "at_most":
            return found <= limit
        case "more_than":
            return found > limit
        case _:
            return found < limit


def scaled(value: Value) -> int:
    """The number of a test, in thousandths; the checks have seen to it that there is one."""
    return value.thousandths if isinstance(value, Number) else 0


def money(minor: int, came_in: str, wanted: str) -> int | None:
    """An amount in thousandths: of the main unit of the wanted currency, or of minor units where none is wanted. No
    money is no value.

    >>> money(1250, "USD", "USD"), money(1250, "USD", ""), money(1250, "VND", "USD")
    (12500, 1250000, None)
    """
    if minor == 0 or (wanted and wanted != came_in):
        return None
    return minor * (10 ** (3 - exponent_of(wanted)) if wanted else THOUSAND)


def rating(hundredths: int | None) -> int | None:
    """A feeling in thousandths."""
    return None if hundredths is None else hundredths * 10


def passes_number(test: Test, found: int | None) -> bool:
    """The same for a field that is a number already: thousandths, None where there is no value."""
    match test.operator:
        case "present" | "absent":
            return (found is None) == (test.operator == "absent")
        case "is":
            return found is not None and any(scaled(each) == found for each in test.values)
        case "is_not":
            return found is None or all(scaled(each) != found for each in test.values)
    return compared(test, found)


def _is(test: Test, value: str | None) -> bool:
    return value is not None and any(_same(test, each, value) for each in test.values)


def _same(test: Test, wanted: Value, value: str) -> bool:
    if isinstance(wanted, str):
        return _seen(wanted, test) == _seen(value, test)
    return scaled(wanted) == number(value)


def _seen(text: str, test: Test) -> str:
    return loose(text) if test.loosely else composed(text).strip()
