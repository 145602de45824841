"""A journal as Parquet files for executors: one per bucket, of codes and numbers only; no name and no trait leaves the
machine.

A file never changes: its name holds the version of the bucket, so a refreshed journal writes the touched buckets only.
Files of the version before stay, for questions that are still being answered.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray
from pyarrow import fs

from wend.engines.pieces import TYPES
from wend.engines.source import Bucket

CODES = "codes-"
"""How names of files begin that hold the codes of one bucket's events as a lens reads them."""
ROWS = 1 << 18
"""Rows of a row group, and at most of a batch: what an executor holds in memory at once, 30 bytes each."""

_PLAIN = ("about", "channel", "occurred_at", "rating", "expectation", "amount")
STORED: dict[str, Any] = {"customer": np.int32, "event": TYPES["step"]} | {name: TYPES[name] for name in _PLAIN}
"""The columns of a bucket's file."""
_RISING = ("customer", "occurred_at")
"""Columns of which each number is near the one before."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder that the driver and every executor reach: a path, or an address such as `s3://bucket/folder`."""

    address: str

    def names(self) -> set[str]:
        """Names of the files in it."""
        files, root = self._place()
        found = files.get_file_info(fs.FileSelector(root, allow_not_found=True))
        return {each.base_name for each in found if each.type == fs.FileType.File}

    def put(self, name: str, columns: Mapping[str, NDArray[Any]]) -> None:
        """Write a file; it has its name only when it is whole."""
        files, root = self._place()
        files.create_dir(root, recursive=True)
        fresh = f"{root}/{name}.new"
        with files.open_output_stream(fresh) as sink:
            table = pa.table(dict(columns))
            rising = {name: "DELTA_BINARY_PACKED" for name in _RISING if name in columns}
            pq.write_table(
                table,
                sink,
                row_group_size=ROWS,
                compression="lz4",
                write_statistics=False,
                use_dictionary=[name for name in columns if name not in rising],
                column_encoding=rising,
            )
        if isinstance(files, fs.LocalFileSystem):
            with Path(fresh).open("rb") as written:
                os.fsync(written.fileno())
        files.move(fresh, f"{root}/{name}")

    def drop(self, names: Sequence[str]) -> None:
        """Delete files."""
        files, root = self._place()
        for name in names:
            files.delete_file(f"{root}/{name}")

    def batches(self, name: str, rows: int = ROWS, columns: Sequence[str] | None = None) -> Iterator[pa.RecordBatch]:
        """The rows of a file, in order, at most so many at once, with these columns or all. Two files of equally many
        rows are cut alike.
        """
        files, root = self._place()
        with files.open_input_file(f"{root}/{name}") as source, pq.ParquetFile(source) as file:
            yield from file.iter_batches(batch_size=rows, columns=columns, use_threads=False)

    def _place(self) -> tuple[fs.FileSystem, str]:
        address = self.address if "://" in self.address else str(Path(self.address).absolute())
        files, root = fs.FileSystem.from_uri(address)
        return files, root.rstrip("/")


def put_out(shelf: Shelf, buckets: Sequence[Bucket], versions: Sequence[str], threads: int) -> tuple[str, ...]:
    """Bring the shelf to this journal and name the file of every bucket; "" where a bucket has no events."""
    names = tuple(
        f"{number:05d}-{version}.parquet" if len(bucket.event) else ""
        for number, (bucket, version) in enumerate(zip(buckets, versions, strict=True))
    )
    there = shelf.names()
    missing = [number for number, name in enumerate(names) if name and name not in there]
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(lambda number: shelf.put(names[number], _columns(buckets[number])), missing))
    if missing:
        shelf.drop(_outlived(there, set(names)))
    return names


def _columns(bucket: Bucket) -> dict[str, NDArray[Any]]:
    customers = np.arange(len(bucket.offsets) - 1, dtype=np.int32)
    whose = {"customer": np.repeat(customers, np.diff(bucket.offsets))}
    return whose | {name: np.asarray(getattr(bucket, name), kind) for name, kind in STORED.items() if name not in whose}


def _outlived(there: set[str], wanted: set[str]) -> list[str]:
    """Files that nobody reads any more: all but the wanted and, while some of those were there before, the newest
    other one of each bucket, and codes of these. After a journal was built anew (an erasure does) all that is older
    goes.
    """
    codes = {name for name in there if name.startswith(CODES)}
    others = sorted(there - wanted - codes, key=_generation, reverse=True)
    newest: dict[str, str] = {}
    for name in [] if there.isdisjoint(wanted) else others:
        newest.setdefault(name.partition("-")[0], name)
    kept = {*wanted, *newest.values()}
    return [name for name in others if name not in kept] + [name for name in codes if name.split("-", 2)[2] not in kept]


def _generation(name: str) -> int:
    number = name.split("-")[1] if name.count("-") else ""
    return int(number) if number.isdigit() else -1
