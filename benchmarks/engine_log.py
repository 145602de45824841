"""The log of the engine's benchmark: unsorted Parquet files as the event table has them, and the same rows as whole
numbers for the peers.

40 event names of skewed frequency, 8 channels, 180 days, 20 events a customer in the mean (a few have thousands). Rows
lie in the files in no order. No customer does two things in one second, because engines break ties differently.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

from wend.log.journal import Journal
from wend.log.keeping import VIEWS, Wanted, rebuilt, refreshed
from wend.log.properties import Property, aligned, standing
from wend.log.schema import LOG_SCHEMA
from wend.log.staging import PARQUET, ROW_GROUP
from wend.log.warming import Nobody

CODES, CHANNELS, DAYS, MEAN = 40, 8, 180, 20
START = 1_735_689_600
PART = 4_000_000
THREADS, BUCKETS = 2, 64
MORE, FEW = "more.parquet", "few.parquet"
NAMES = tuple(f"event.{code:02d}" for code in range(CODES))
_CHANNELS = tuple(f"channel {code}" for code in range(CHANNELS))
SIZE = "size"
SIZES = tuple(f'{{"size": "{size}"}}' for size in ("S", "M", "L", "XL"))
_ODD = 0x9E3779B97F4A7C15 >> 1 | 1
Whole = NDArray[np.int64]


@dataclass(frozen=True)
class Part:
    """Some rows of the log: customer, second, event, channel."""

    customer: Whole
    seconds: Whole
    event: NDArray[np.uint16]
    channel: NDArray[np.uint8]

    def flat(self) -> pa.Table:
        """As peers read it."""
        kinds: tuple[Any, ...] = (np.uint32, np.uint32, np.uint16, np.uint8)
        columns: tuple[Any, ...] = (self.customer, self.seconds, self.event, self.channel)
        arrays = [column.astype(kind) for column, kind in zip(columns, kinds, strict=True)]
        return pa.table(arrays, names=["customer", "seconds", "event", "channel"])

    def rows(self, first: int) -> pa.Table:
        """As the event table has it; ids are told from numbers that begin at `first`."""
        n = len(self.customer)
        at = pa.array(self.seconds * 1_000_000, pa.int64()).cast(LOG_SCHEMA.field("occurred_at").type)
        ids = ((np.arange(first, first + n, dtype=np.uint64) * np.uint64(_ODD)) >> np.uint64(1)).view(np.int64)
        given = {
            "event_id": pa.array(ids),
            "subject": pc.binary_join_element_wise("customer:", pc.cast(pa.array(self.customer), pa.string()), ""),
            "event": _words(self.event, NAMES),
            "channel": _words(self.channel, _CHANNELS),
            "occurred_at": at,
            "received_at": at,
            "source": pa.array(["bench"] * 1, pa.string()).take(pa.array(np.zeros(n, np.int64))),
            "properties": _words((self.customer + self.seconds) % len(SIZES), SIZES),
        }
        fields = [given.get(f.name, pa.nulls(n, f.type)) for f in LOG_SCHEMA]
        return pa.table([column.cast(f.type) for column, f in zip(fields, LOG_SCHEMA, strict=True)], schema=LOG_SCHEMA)


def _words(codes: NDArray[Any], words: tuple[str, ...]) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(codes, pa.int32()), pa.array(words)).cast(pa.string())


def parts(events: int, seed: int = 7) -> Iterator[Part]:
    """About `events` rows of 180 days; the same ones for the same seed."""
    random, people = np.random.default_rng(seed), max(1, events // MEAN)
    per_second = events / (DAYS * 86_400)
    edges = np.linspace(0, DAYS * 86_400, max(1, round(events / PART)) + 1).astype(np.int64)
    for low, high in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        yield _part(random, people, round((high - low) * per_second), (START + low, START + high))


def more(events: int, rows: int = 1_000_000, seed: int = 8) -> Part:
    """The next `rows` events: of one more day, by busy customers as before, one in a hundred of them new."""
    random, people = np.random.default_rng(seed), max(1, events // MEAN)
    end = START + DAYS * 86_400
    part = _part(random, people, rows, (end, end + 86_400))
    new = random.random(len(part.customer)) < 0.01
    fresh = np.where(new, people + np.arange(len(new)), part.customer)
    return Part(fresh, part.seconds, part.event, part.channel)


def _part(random: np.random.Generator, people: int, rows: int, span: tuple[int, int]) -> Part:
    customer = (people * random.random(rows) ** 1.5).astype(np.int64)
    seconds = random.integers(*span, rows)
    _, first = np.unique(customer * (1 << 33) + seconds, return_index=True)
    first = random.permutation(first)
    frequency = 1 / np.arange(1, CODES + 1)
    event = random.choice(CODES, len(first), p=frequency / frequency.sum()).astype(np.uint16)
    return Part(customer[first], seconds[first], event, random.integers(0, CHANNELS, len(first)).astype(np.uint8))


def _write(rows: pa.Table, path: Path) -> None:
    """As the log does."""
    pq.write_table(rows, path, row_group_size=ROW_GROUP, **PARQUET)


@dataclass(frozen=True)
class Files:
    """Where a log lies, and a journal of it; `names` are the log's files with their rows."""

    folder: Path
    names: Mapping[str, int]

    @property
    def flat(self) -> str:
        """The peers' files."""
        return str(self.folder / "flat" / "*.parquet")

    def built(self) -> Journal:
        """A journal built from nothing."""
        return rebuilt(self.folder / "journal", self._wanted(self.names))

    def opened(self) -> Journal:
        """The journal that was built."""
        return refreshed(self.folder / "journal", self._wanted(self.names))

    def appended(self, journal: Journal, *late: str) -> Journal:
        """The journal with the rows of these files more."""
        return refreshed(self.folder / "journal", self._wanted(self._with(late)), journal)

    def property(self, journal: Journal, *late: str) -> Property:
        """The property of the journal, which has the rows of these files more."""
        place, names = self.folder / "journal", list(self._with(late))
        return aligned(
            place / VIEWS, standing(place, journal, self.folder / "log", lambda: names), journal, SIZE, THREADS
        )

    def forget(self) -> None:
        """Whatever was read of properties."""
        shutil.rmtree(self.folder / "journal" / VIEWS, ignore_errors=True)

    def _with(self, late: Sequence[str]) -> Mapping[str, int]:
        return {**self.names, **{name: pq.read_metadata(self.folder / "log" / name).num_rows for name in late}}

    def _wanted(self, names: Mapping[str, int]) -> Wanted:
        return Wanted(self.folder / "log", names, 0, Nobody(), BUCKETS, THREADS, 100_000)


def written(folder: Path, events: int) -> Files:
    """Write the log and the rows for peers, if they are not there yet."""
    for name in ("log", "flat", "journal"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    log, total = folder / "log", 0
    if not (log / MORE).exists():
        for number, part in enumerate(parts(events)):
            name = f"{number:04d}.parquet"
            pq.write_table(part.flat(), folder / "flat" / name)
            _write(part.rows(total), log / name)
            total += len(part.customer)
        _write(more(events, 1_000, 9).rows(1 << 41), log / FEW)
        _write(more(events).rows(1 << 40), log / MORE)
    late = (MORE, FEW)
    names = {path.name: pq.read_metadata(path).num_rows for path in sorted(log.iterdir()) if path.name not in late}
    return Files(folder, names)
