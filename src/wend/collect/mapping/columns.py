"""Text columns as the two arrays that compiled loops read: where each value begins, and the bytes of all of them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

EMPTY, FINE, LOCAL, BAD = 0, 1, 2, 3
"""What became of a value: nothing there · understood · a time understood but without a zone · not understood."""


class TextColumn(NamedTuple):
    """`data[offsets[i]:offsets[i + 1]]` is value i in UTF-8."""

    offsets: NDArray[np.int32]
    data: NDArray[np.uint8]

    @property
    def rows(self) -> int:
        return len(self.offsets) - 1


def as_array(column: pa.ChunkedArray | pa.Array) -> pa.StringArray:
    """One contiguous string array without nulls; "" stands for nothing."""
    array = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    if isinstance(array, pa.ChunkedArray):
        array = pa.concat_arrays(array.chunks) if array.num_chunks else pa.array([], pa.string())
    if array.type != pa.string():
        array = array.cast(pa.string())
    return array.fill_null("") if array.null_count else array


def text_column(column: pa.ChunkedArray | pa.Array) -> TextColumn:
    """The buffers of a string column, without a copy."""
    array = as_array(column)
    _, offsets, data = array.buffers()
    if offsets is None or len(array) == 0:
        return TextColumn(np.zeros(len(array) + 1, np.int32), np.empty(0, np.uint8))
    places = np.frombuffer(offsets, dtype=np.int32)[array.offset : array.offset + len(array) + 1]
    return TextColumn(places, np.empty(0, np.uint8) if data is None else np.frombuffer(data, dtype=np.uint8))


def filled(column: pa.Array) -> NDArray[np.bool_]:
    """Which values are not empty."""
    return np.diff(text_column(column).offsets) > 0


def empties(rows: int) -> pa.StringArray:
    """A column with nothing in it."""
    return pa.StringArray.from_buffers(rows, pa.py_buffer(np.zeros(rows + 1, np.int32)), pa.py_buffer(b""))


def constant(value: str, rows: int) -> pa.StringArray:
    """A column that says the same in each row."""
    return pc.fill_null(pa.nulls(rows, pa.string()), value)
