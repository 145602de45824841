"""How the values of a column are written: which time format reads them all."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from wend.collect.mapping.columns import EMPTY, FINE
from wend.collect.mapping.moments import parse_moments

TIME_FORMATS = (
    "iso",
    "%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%Y", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %H:%M", "%m/%d/%Y",
    "%d-%m-%Y %H:%M:%S", "%d-%m-%Y %H:%M", "%d-%m-%Y", "%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%d.%m.%Y",
    "%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y %I:%M %p", "%d/%m/%Y %I:%M:%S %p", "%d/%m/%Y %I:%M %p",
    "%H:%M %d/%m/%Y", "%H:%M:%S %d/%m/%Y", "%d %b %Y %H:%M:%S", "%d %b %Y %H:%M", "%d %b %Y",
    "%b %d, %Y", "%d-%b-%y", "%d/%m/%y %H:%M", "%d/%m/%y", "%m/%d/%y %H:%M",
)  # fmt: skip
"""Tried in this order, day before month: where both read every value, the first is taken."""
ENOUGH = 0.9
_PLAIN_NUMBER = re.compile(r"\d+(\.\d+)?")
_OUR_TIMES = re.compile(r"(9[5-9]|1\d|20|21)")
"""How an epoch between the years 2000 and 2040 begins; phone numbers of as many digits mostly begin otherwise."""
_BY_DIGITS = {8: "iso", 10: "epoch_s", 13: "epoch_ms", 16: "epoch_us"}


def readable_share(values: Sequence[str], form: str) -> float:
    """The share of the non-empty values that a time format reads; 0 when there is none."""
    _, status = parse_moments(pa.array(values, pa.string()), form, "UTC")
    filled = int(np.count_nonzero(status != EMPTY))
    return int(np.count_nonzero(status == FINE)) / filled if filled else 0.0


def time_format_of(values: Sequence[str], enough: float = ENOUGH) -> str:
    """The format that reads most of the values, or "" when none reads more than the share `enough`.

    Plain numbers are moments only when they have as many digits as an epoch of our time, or eight that make a date.
    """
    there = [value.strip() for value in values if value.strip()]
    plain = [value for value in there if _PLAIN_NUMBER.fullmatch(value)]
    if plain and len(plain) >= len(there) * enough:
        digits = {len(value.partition(".")[0]) for value in plain}
        form = _BY_DIGITS.get(digits.pop(), "") if len(digits) == 1 else ""
        if form != "iso" and not all(_OUR_TIMES.match(value) for value in plain):
            return ""
        return form if form and readable_share(there, form) >= enough else ""
    best, most = "", enough
    for form in TIME_FORMATS:
        share = readable_share(values, form)
        if share > most or (share == most and not best):
            best, most = form, share
        if share == 1.0:
            break
    return best
