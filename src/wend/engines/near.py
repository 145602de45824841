"""What an executor keeps nearby: the columns of buckets as raw arrays in Spark's own folder on its disk, mapped.

A bucket's Parquet file is decoded once an executor, for all its Python workers; from then on a question reads the same
arrays as the machine does from its journal, and holds none of them in memory. Spark deletes the folder with the
application; what became old goes before, with the next question. Where there is no such folder, or it is full, files
are read batch by batch each time.
"""

from __future__ import annotations

import hashlib
import mmap
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.engines.shelf import ROWS, STORED, Shelf
from wend.log import postings

Arrays = Mapping[str, NDArray[Any]]

OFFSETS = "offsets"
_LISTS: dict[str, Any] = {postings.ROWS: np.int32, postings.AT: np.uint32, postings.STARTS: np.int64}
_KINDS: dict[str, Any] = STORED | {OFFSETS: np.int64} | _LISTS
_ROOMS = "SPARK_LOCAL_DIRS"
"""Where Spark tells its Python workers which folders they may fill."""


def place() -> str:
    """The folder that Spark gives this executor, and no other one; empty outside Spark."""
    return os.environ.get(_ROOMS, "").split(",")[0]


class Near:
    """The arrays of one shelf in a folder of this executor, which holds at most so many bytes of all shelves (and what
    was being written when it became full). Safe beside other processes that fill the same folder.
    """

    def __init__(self, room: Path, shelf: Shelf, most: int) -> None:
        told = hashlib.blake2b(shelf.address.encode(), digest_size=8).hexdigest()
        self._room, self._folder, self._shelf = room, room / told, shelf
        self._most, self._held = most, -1

    @classmethod
    def of(cls, shelf: Shelf, most: int) -> Near | None:
        """That of this process; None outside Spark and where nothing may be kept."""
        room = place()
        return cls(Path(room) / "wend", shelf, most) if room and most else None

    def forget_all_but(self, files: Iterable[str]) -> None:
        """Drop the arrays of all other files of the shelf."""
        wanted = set(files)
        with suppress(OSError):
            for path in self._folder.iterdir():
                if path.stem not in wanted:
                    path.unlink(missing_ok=True)

    def arrays(self, file: str, people: int, columns: Sequence[str], lists: bool) -> Arrays | None:
        """These columns of a file, with `offsets` of its so many customers, and the lists of its events by code; None
        where they cannot be kept.
        """
        needed = [OFFSETS, *columns, *(_LISTS if lists else ())]
        try:
            self._decode(file, people, [name for name in (OFFSETS, *columns) if not self._path(file, name).exists()])
            if lists and not all(self._path(file, name).exists() for name in _LISTS):
                self._list(file)
            return {name: _mapped(self._path(file, name), _KINDS[name]) for name in needed}
        except OSError:
            return None

    def _path(self, file: str, name: str) -> Path:
        return self._folder / f"{file}.{name}"

    def _decode(self, file: str, people: int, missing: Sequence[str]) -> None:
        """Write the missing columns, batch by batch."""
        if not missing:
            return
        self._make_room()
        offsets, rows = np.zeros(people + 1, np.int64), 0
        names = [name for name in missing if name != OFFSETS]
        with ExitStack() as written:
            sinks = {name: written.enter_context(_Fresh(self._path(file, name))) for name in names}
            for batch in self._shelf.batches(file, ROWS, [*names, *(["customer"] if OFFSETS in missing else ())]):
                for name, sink in sinks.items():
                    sink.add(batch.column(name).to_numpy())
                if OFFSETS in missing:
                    _count(batch.column("customer").to_numpy(), rows, offsets)
                rows += len(batch)
        self._held += sum(_size(self._path(file, name)) for name in names)
        if OFFSETS in missing:
            self._write(file, {OFFSETS: np.maximum.accumulate(offsets)})

    def _list(self, file: str) -> None:
        """Write the lists of events by code."""
        self._make_room()
        event, at = (_mapped(self._path(file, name), _KINDS[name]) for name in ("event", "occurred_at"))
        self._write(file, postings.postings(event, at))

    def _write(self, file: str, arrays: Arrays) -> None:
        for name, array in arrays.items():
            with _Fresh(self._path(file, name)) as sink:
                sink.add(array)
            self._held += array.nbytes

    def _make_room(self) -> None:
        """Raises OSError where the folder is full. Nothing is driven out: questions go through all files in turn, and
        each would drive out the one that is asked for next.
        """
        if self._held < 0:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._held = sum(map(_size, self._room.glob("*/*.*")))
        if self._held >= self._most:
            raise OSError


class _Fresh:
    """A file that has its name only when it is whole."""

    def __init__(self, path: Path) -> None:
        self._path, self._fresh = path, path.with_suffix(f".{os.getpid()}-{path.suffix[1:]}")
        self._file = self._fresh.open("wb")

    def add(self, array: NDArray[Any]) -> None:
        """The next rows."""
        self._file.write(np.ascontiguousarray(array).data)

    def __enter__(self) -> _Fresh:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        try:
            self._file.close()  # what it still held may not have found room
            if kind is None:
                self._fresh.replace(self._path)
        finally:
            self._fresh.unlink(missing_ok=True)


def _size(path: Path) -> int:
    """Bytes of a file; 0 when somebody has just renamed or dropped it."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _count(customer: NDArray[np.int32], rows: int, offsets: NDArray[np.int64]) -> None:
    """Note where the customers of a batch end that begins at row `rows`; of those without events nothing."""
    first, last = int(customer[0]), int(customer[-1])
    offsets[first + 1 : last + 2] = rows + np.searchsorted(customer, np.arange(first, last + 1), side="right")


def _mapped(path: Path, kind: Any) -> NDArray[Any]:
    """The array of a file, read-only."""
    if not path.stat().st_size:
        empty = np.zeros(0, kind)
        empty.flags.writeable = False
        return empty
    with path.open("rb") as file:
        return np.frombuffer(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), kind)
