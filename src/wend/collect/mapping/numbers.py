"""Numbers as people write them in Vietnam and elsewhere: "1.250.000 ₫", "1,250,000.50", "(12.00)", "4,5"."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.collect.compiled import kernel
from wend.collect.mapping.columns import BAD, EMPTY, FINE, TextColumn, text_column

DOT, COMMA = 46, 44
_MINUS, _PLUS, _OPEN, _SPACE, _APOSTROPHE = 45, 43, 40, 32, 39
_MOST_SURROUNDING = 12  # bytes of currency signs and letters before or behind the digits
_MOST_DIGITS = 17


@kernel
def _is_digit(c: int) -> bool:
    return 48 <= c <= 57


@kernel
def _span(data: NDArray[np.uint8], start: int, stop: int) -> tuple[int, int, bool, bool]:
    """First digit, last digit, whether the value is negative, whether what surrounds the digits is acceptable."""
    first = start
    negative = False
    while first < stop and not _is_digit(data[first]):
        c = data[first]
        negative = negative or c == _MINUS or c == _OPEN
        # U+2212, the true minus sign, as spreadsheets write it
        negative = negative or (
            c == 0x92 and first >= start + 2 and data[first - 1] == 0x88 and data[first - 2] == 0xE2
        )
        first += 1
    last = stop - 1
    fine = True
    while last > first and not _is_digit(data[last]):
        fine = fine and data[last] != 37  # per cent is another number than it looks
        last -= 1
    if first > start and data[first - 1] == DOT and (first == start + 1 or not 65 <= data[first - 2] <= 122):
        first -= 1  # ".5"
    return first, last, negative, fine and (first - start) + (stop - 1 - last) <= _MOST_SURROUNDING


@kernel
def _separators(data: NDArray[np.uint8], first: int, last: int) -> tuple[int, int, int, int, bool]:
    """Dots, commas, the place of the last of either, digits, and whether nothing else stands between the digits."""
    dots = commas = digits = 0
    place = -1
    i = first
    while i <= last:
        c = data[i]
        if _is_digit(c):
            digits += 1
        elif c == DOT or c == COMMA:
            if c == DOT:
                dots += 1
            else:
                commas += 1
            place = i
        elif c == 0xC2 and i + 1 <= last and data[i + 1] == 0xA0:  # no-break space
            i += 1
        elif c == 0xE2 and i + 2 <= last and data[i + 1] == 0x80 and data[i + 2] == 0xAF:  # narrow no-break space
            i += 2
        elif c != _SPACE and c != _APOSTROPHE:
            return dots, commas, place, digits, False
        i += 1
    return dots, commas, place, digits, True


@kernel
def _is_decimal(
    data: NDArray[np.uint8], first: int, last: int, place: int, dots: int, commas: int, exponent: int, mark: int
) -> int:
    """Whether the last separator is the decimal mark: 1 yes, 0 no (it groups thousands), −1 neither makes sense."""
    alike = dots if data[place] == DOT else commas
    behind = last - place
    if dots > 0 and commas > 0:
        return 1 if alike == 1 else -1
    if alike > 1:
        return 0 if behind == 3 else -1
    before = place - first
    groups = behind == 3 and 1 <= before <= 3 and data[first] != 48
    if mark != 0:
        return 1 if data[place] == mark else (0 if groups else -1)
    if not groups:
        return 1
    return 0 if data[place] == COMMA or exponent == 0 else 1


@kernel
def _value(data: NDArray[np.uint8], first: int, last: int, decimal: int, scale: int) -> int:
    """The digits as an integer of `scale` places behind the mark at `decimal` (−1: none), rounded half away from
    zero.
    """
    number = 0
    places = -1
    half = 0
    for i in range(first, last + 1):
        if i == decimal:
            places = 0
        elif _is_digit(data[i]):
            if places == scale or (places > scale):
                if places == scale:
                    half = data[i] - 48
                places += 1
                continue
            number = number * 10 + (data[i] - 48)
            if places >= 0:
                places += 1
    shown = max(places, 0)
    while shown < scale:
        number *= 10
        shown += 1
    return number + (1 if half >= 5 else 0)


@kernel
def _parse(
    offsets: NDArray[np.int32],
    data: NDArray[np.uint8],
    exponents: NDArray[np.int8],
    more: int,
    mark: int,
    out: NDArray[np.int64],
    status: NDArray[np.uint8],
) -> None:
    for row in range(len(offsets) - 1):
        start, stop = offsets[row], offsets[row + 1]
        while start < stop and data[start] == _SPACE:
            start += 1
        while stop > start and data[stop - 1] == _SPACE:
            stop -= 1
        if start == stop:
            status[row] = EMPTY
            continue
        first, last, negative, fine = _span(data, start, stop)
        dots, commas, place, digits, clean = _separators(data, first, last)
        if not fine or not clean or digits == 0:
            status[row] = BAD
            continue
        decimal = -1
        if place >= 0:
            kind = _is_decimal(data, first, last, place, dots, commas, exponents[row], mark)
            if kind < 0:
                status[row] = BAD
                continue
            decimal = place if kind == 1 else -1
        whole = digits if decimal < 0 else digits - (last - decimal)
        if whole + exponents[row] + more > _MOST_DIGITS + 1:
            status[row] = BAD
            continue
        number = _value(data, first, last, decimal, exponents[row] + more)
        out[row] = -number if negative else number
        status[row] = FINE


_NOTHING = frozenset({"NA", "N/A", "NaN", "nan", "null", "NULL", "None", "-", "#N/A"})


def parse_decimals(
    column: pa.Array, exponents: NDArray[np.int8] | int, more: int = 0, mark: str = ""
) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
    """Each number times 10^(exponent + more), rounded half away from zero, and its status.

    `mark` is the decimal mark ("." or ","); without it one separator before exactly three digits groups thousands
    when it is a
    comma, or when the currency has no minor unit ("1.250" is 1250 VND and 1.25 USD).
    """
    text: TextColumn = text_column(column)
    places = np.full(text.rows, exponents, np.int8) if isinstance(exponents, int) else exponents
    out = np.zeros(text.rows, np.int64)
    status = np.zeros(text.rows, np.uint8)
    _parse(text.offsets, text.data, places, more, ord(mark) if mark else 0, out, status)
    _forgive(column, status)
    return out, status


def _forgive(column: pa.Array, status: NDArray[np.uint8]) -> None:
    """Words that mean "nothing here" are empty, not wrong."""
    for row in np.flatnonzero(status == BAD):
        if column[int(row)].as_py().strip() in _NOTHING:
            status[row] = EMPTY


@kernel
def _multiply(
    a: NDArray[np.int64], b: NDArray[np.int64], divisor: int, out: NDArray[np.int64], status: NDArray[np.uint8]
) -> None:
    for row in range(len(a)):
        if abs(float(a[row]) * float(b[row])) > 4e18:
            status[row] = BAD
            continue
        product = a[row] * b[row]
        size = abs(product)
        rounded = (size + divisor // 2) // divisor
        out[row] = -rounded if product < 0 else rounded


def parse_money(
    column: pa.Array, exponents: NDArray[np.int8], times: pa.Array | None = None, mark: str = ""
) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
    """Amounts in minor units and their status; `times` multiplies (a unit price by a quantity) before rounding."""
    if times is None:
        return parse_decimals(column, exponents, mark=mark)
    prices, status = parse_decimals(column, exponents, more=4, mark=mark)
    counts, counted = parse_decimals(times, 0, more=3, mark=mark)
    amounts = np.zeros(len(prices), np.int64)
    _multiply(prices, counts, 10_000_000, amounts, status)
    status = np.where((status == FINE) & (counted != FINE), counted, status).astype(np.uint8)
    return amounts, status
