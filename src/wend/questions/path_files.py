"""Files of ready paths: `path,total_conversions,total_conversion_value,total_null`, channels joined by `>`.

Read in blocks and coded at once, so that ten million paths stand in memory as whole numbers and not as texts. A file
whose name ends in .gz is unpacked on the way.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from pyarrow import csv

from wend.methods.paths import Paths
from wend.questions.errors import BadPaths

COLUMNS = ("path", "total_conversions", "total_conversion_value", "total_null")
_NEEDED = COLUMNS[:2]
_BLOCK = 1 << 24


def read(path: Path) -> tuple[Paths, list[str]]:
    """The paths of a file and the names of their channels; raises BadPaths."""
    codes: dict[str, int] = {}
    file = str(path)
    try:
        blocks = [_coded(file, block, codes) for block in _blocks(file)]
    except (pa.ArrowInvalid, OSError) as error:
        raise BadPaths(file=file, why=str(error)) from error
    lengths, channels, conversions, value, nulls = _joined([*blocks, _NOTHING])
    offsets = np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)])
    return Paths(offsets, channels, _whole(file, conversions), value, _whole(file, nulls)), list(codes)


_NOTHING = tuple(np.zeros(0, kind) for kind in (np.int32, np.int32, np.float64, np.float64, np.float64))


def _joined(blocks: list[tuple[NDArray[Any], ...]]) -> list[NDArray[Any]]:
    return [np.concatenate(column) for column in zip(*blocks, strict=True)]


def _blocks(file: str) -> Iterator[pa.RecordBatch]:
    kinds = {"path": pa.string()} | {name: pa.float64() for name in COLUMNS[1:]}
    options = csv.ConvertOptions(column_types=kinds, include_columns=COLUMNS, include_missing_columns=True)
    with csv.open_csv(file, read_options=csv.ReadOptions(block_size=_BLOCK), convert_options=options) as blocks:
        yield from blocks


def _coded(file: str, block: pa.RecordBatch, codes: dict[str, int]) -> tuple[NDArray[Any], ...]:
    """(touches of each path, their codes, the three numbers) of a block; new names get the next codes."""
    for name in _NEEDED:
        if block.column(name).null_count:
            raise BadPaths(file=file, why=name)
    split = pc.split_pattern(block.column("path"), ">")
    touches = split.flatten().dictionary_encode()
    known = [codes.setdefault(_name(file, written), len(codes)) for written in touches.dictionary.to_pylist()]
    channels = np.array(known, np.int32)[touches.indices.to_numpy()]
    lengths = pc.list_value_length(split).to_numpy(zero_copy_only=False)
    numbers = (pc.fill_null(block.column(name), 0.0).to_numpy(zero_copy_only=False) for name in COLUMNS[1:])
    return lengths, channels, *numbers


def _name(file: str, written: str) -> str:
    if not written.strip():
        raise BadPaths(file=file, why="path")
    return written.strip()


def _whole(file: str, counts: NDArray[Any]) -> NDArray[np.int64]:
    """Counts of journeys, which are whole and not negative."""
    if not (np.isfinite(counts).all() and (counts >= 0).all() and (counts == np.rint(counts)).all()):
        raise BadPaths(file=file, why="total_conversions, total_null")
    return counts.astype(np.int64)
