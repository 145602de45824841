"""The business's own time in compiled code: how many of its seconds have gone by (`conditions/season.py`)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from wend.folds.contract import Cells, Whole
from wend.folds.kernel import kernel

USUAL = 100


class Season(NamedTuple):
    """From `at[k]` on `pace[k]` hundredths go by in a second; `gone[k]` have at `at[k]`."""

    at: Cells
    pace: Cells
    gone: Cells


@lru_cache(maxsize=64)
def _made(at: tuple[int, ...], pace: tuple[int, ...], gone: tuple[int, ...]) -> Season:
    return Season(np.array(at, np.int64), np.array(pace, np.int64), np.array(gone, np.int64))


def season(at: Sequence[int] = (), pace: Sequence[int] = (), gone: Sequence[int] = ()) -> Season:
    """The same as cells; nothing given: every day is like any other."""
    return _made(tuple(at), tuple(pace), tuple(gone))


@kernel
def active(season: Season, moment: Whole) -> int:
    """Seconds of the business's time gone by."""
    low, high = 0, len(season.at)
    while low < high:
        middle = (low + high) // 2
        if season.at[middle] <= moment:
            low = middle + 1
        else:
            high = middle
    if low == 0:
        return int(moment)
    k = low - 1
    return int((season.gone[k] + (moment - season.at[k]) * season.pace[k]) // USUAL)


@kernel
def reached(season: Season, active: Whole) -> int:
    """The earliest moment at which so many seconds have gone by."""
    low, high = 0, len(season.gone)
    while low < high:
        middle = (low + high) // 2
        if season.gone[middle] < active * USUAL:
            low = middle + 1
        else:
            high = middle
    if low == 0:
        return int(active)
    k = low - 1
    return int(season.at[k] - (season.gone[k] - active * USUAL) // season.pace[k])
