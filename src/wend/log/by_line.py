"""Codes of events by their lines in the log: one number each, in the order of the lines, in few bytes."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.log.compiled import kernel

Codes = NDArray[np.signedinteger]
"""Places in a list of values, or something below zero."""
LineNumbers = NDArray[np.uint32]
_WIDTHS: tuple[Any, ...] = (np.int8, np.int16, np.int32)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The codes of lines that follow each other from `first` on: places in `table`, which has what they mean; −1 means
    the last of it.
    """

    first: int
    codes: Codes
    table: NDArray[np.int32]


def width(values: int) -> Any:  # Any: one of the whole numbers of numpy
    """The smallest type that holds places among so many values."""
    return next(kind for kind in _WIDTHS if values <= np.iinfo(kind).max)


@kernel
def _look_up(codes: Codes, first: int, lines: LineNumbers, missing: int, out: Codes) -> None:
    for i in range(len(lines)):
        at = lines[i] - first
        out[i] = codes[at] if 0 <= at < len(codes) else missing


@kernel
def _translate(codes: NDArray[np.int32], table: NDArray[np.int32], out: Codes) -> None:
    last = len(table) - 1
    for i in range(len(codes)):
        out[i] = table[codes[i] if codes[i] >= 0 else last]


@dataclass(frozen=True, slots=True)
class ByLine:
    """Codes of lines from `first` on; `missing` outside, and where nothing is told."""

    first: int
    codes: Codes
    missing: int

    def find(self, lines: LineNumbers) -> Codes:
        """The code of each line."""
        out = np.empty(len(lines), self.codes.dtype)
        _look_up(self.codes, self.first, lines, self.missing, out)
        return out


def by_line(stretches: Sequence[Stretch], values: int, missing: int, threads: int) -> ByLine:
    """All of them, whose codes mean places among so many values."""
    first = min((each.first for each in stretches), default=0)
    end = max((each.first + len(each.codes) for each in stretches), default=0)
    codes = np.full(end - first, missing, width(values))

    def put(each: Stretch) -> None:
        at = each.first - first
        _translate(each.codes, each.table, codes[at : at + len(each.codes)])

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(put, stretches))
    codes.flags.writeable = False
    return ByLine(first, codes, missing)
