"""Arrow tables as plain bytes, so that texts can lie in a mapped file beside the arrays."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray


def blob(table: pa.Table) -> NDArray[np.uint8]:
    """An Arrow table as bytes that can be mapped back."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table.combine_chunks())
    return np.frombuffer(sink.getvalue(), np.uint8)


def table_of(array: NDArray[Any]) -> pa.Table:
    """The table of such bytes, not copied."""
    with pa.ipc.open_file(pa.py_buffer(array)) as reader:
        return reader.read_all()


def texts_of(column: pa.ChunkedArray) -> pa.StringArray:
    """A column of such a table in one piece."""
    return column.chunk(0) if column.num_chunks == 1 else pa.concat_arrays(column.chunks or [pa.array([], pa.string())])
