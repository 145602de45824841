"""What every reader yields, whatever the file was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

ORIGINAL_LIMIT = 8_192
"""Characters of a bad row that are kept for the person who mends it."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that made no event: where it is, why, and what it said.

    `reason` is a text key of this room (`collect.bad.<reason>`); `details` fill its places; `original` is the
    row's own text,
    or its columns as a JSON object when it could be cut into columns.
    """

    line: int
    reason: str
    original: str
    details: dict[str, str] = field(default_factory=dict)
    part: int = 0
    """Which of the mapping's events could not be made, when one row makes several."""
    in_columns: bool = False
    """Whether `original` is a JSON object of columns, which a mended mapping can try again."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Consecutive rows of one file: text columns ("" = nothing there), the line each row began on, and the bad rows
    between them.
    """

    table: pa.Table
    lines: NDArray[np.int64]
    bad: list[BadRow]
    position: int
    """Bytes of the file (as it lies on disk) that were read so far, for the progress bar."""

    @property
    def rows(self) -> int:
        return int(self.table.num_rows)


class Reader(Protocol):
    """One opened file. `columns` are its columns as far as the beginning of the file shows them."""

    @property
    def format(self) -> str: ...

    @property
    def columns(self) -> tuple[str, ...]: ...

    @property
    def fixed(self) -> bool:
        """Whether every row has exactly `columns` (a table), or later rows may bring others (documents)."""
        ...

    def chunks(self) -> Iterator[Chunk]:
        """The rows from the beginning, cut the same way every time the same file is read."""
        ...
