"""Inbox → table, exactly once, and sweeping what crashes left behind.

The steps, each safe to repeat after a kill: staged files are already on disk and promised in the store; one Delta
commit lists
them and records the last inbox number (application transaction); the commit is forced to disk; only then are the
inbox rows
deleted. Rows whose number the table already records were moved before a crash, and are only deleted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from wend.kit.clock import Clock
from wend.log import inbox
from wend.log.errors import UnreadableTable
from wend.log.failpoints import reached
from wend.log.inbox import Promised, Waiting
from wend.log.schema import LOG_SCHEMA, MOMENT
from wend.log.staging import conform, write_events, write_pieces
from wend.log.table import Added, EventTable, mend
from wend.store.facade import Store

_LIVE = pa.schema([field.with_type(pa.int64()) if field.type == MOMENT else field for field in LOG_SCHEMA])
"""Live rows as the inbox keeps them: times as numbers."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What one move did: events that joined the log, and the table's version afterwards."""

    events: int
    version: int


MOST_ROWS = 100_000
"""Live events that are moved at once; they stand in memory for a moment."""


def move(store: Store, workspace: str, folder: Path, clock: Clock, up_to: int | None = None) -> Moved:
    """Let everything promised join the table, or what has a number of at most `up_to`. The caller holds the move
    lock.
    """
    with store.reading(workspace) as reading:
        waiting = [each for each in inbox.waiting(reading) if up_to is None or each.sequence <= up_to]
    mend(folder)
    table = EventTable(folder, clock)
    if waiting and waiting[0].sequence <= table.moved:
        waiting = _numbered_anew(store, workspace, folder, table)
    if not waiting:
        return Moved(0, table.version)
    moved = 0
    for first, last in _portions(waiting):
        table.create()
        with store.reading(workspace) as reading:
            held = inbox.promised(reading, first - 1, last)
        table.append(list(_files(folder, held)), last)
        reached("after_delta_commit")
        moved += sum(each.events for each in held)
        with store.work(workspace) as work:
            inbox.forget(work, last)
    return Moved(moved, table.version)


def _numbered_anew(store: Store, workspace: str, folder: Path, table: EventTable) -> list[Waiting]:
    """Rows under numbers that the log has passed: moved before a crash, or promised by a store that was restored from
    a copy older than the log. What the log holds is forgotten; the rest gets new numbers.
    """
    with store.work(workspace) as work:
        held = inbox.promised(work, 0, table.moved)
        known = _known(folder, table, [row["event_id"] for each in held for row in each.rows])
        inbox.forget(work, table.moved)
        inbox.align(work, table.moved)
        inside = set(table.files()) | table.departed()
        for each in held:
            if each.kind == "staged":
                if each.file not in inside and (folder / each.file).is_file():
                    inbox.put_staged(work, each)
            elif left := [row for row in each.rows if row["event_id"] not in known]:
                inbox.put(work, "rows", inbox.document(left), len(left))
        return inbox.waiting(work)


def _known(folder: Path, table: EventTable, ids: list[int]) -> set[int]:
    """Those of these event ids that the log holds."""
    if not ids:
        return set()
    asked = np.unique(np.array(ids, np.int64))
    found = [np.intersect1d(asked, _ids(folder / name)) for name in table.files()]
    return {int(each) for part in found for each in part}


def _ids(path: Path) -> NDArray[np.int64]:
    return np.asarray(pq.read_table(path, columns=["event_id"]).column(0).to_numpy())


def _portions(waiting: list[Waiting]) -> Iterator[tuple[int, int]]:
    """First and last numbers of what is moved together: any number of files, and a bounded number of live events."""
    first, rows = 0, 0
    for at, each in enumerate(waiting):
        first = first or each.sequence
        rows += each.events if each.kind == "rows" else 0
        if rows >= MOST_ROWS or at == len(waiting) - 1:
            yield first, each.sequence
            first, rows = 0, 0


def _files(folder: Path, held: list[Promised]) -> Iterator[Added]:
    """The files that join: staged ones as they are, and one for the live events."""
    for each in held:
        if each.kind == "staged":
            if not (folder / each.file).is_file():
                raise UnreadableTable(path=each.file, reason="missing")
            yield Added(each.file, each.events, each.bytes, each.first_at, each.last_at)
    live = [each for each in held if each.kind == "rows"]
    if live:
        yield _written(folder, live)


def _written(folder: Path, live: list[Promised]) -> Added:
    rows = conform(pa.Table.from_pylist([row for each in live for row in each.rows], schema=_LIVE), "", 0)
    received = rows.column("received_at").chunk(0)[0].value
    name = f"{received:016x}-inbox-{live[0].sequence:x}-{live[-1].sequence:x}.parquet"
    size = write_events(folder / name, rows)
    times = rows.column("occurred_at").cast(pa.int64()).to_numpy()
    return Added(name, len(rows), size, int(times.min()), int(times.max()))


def sweep(store: Store, workspace: str, folder: Path, table: EventTable) -> list[str]:
    """Delete event files that were staged but never promised. The caller holds the writer's and the move lock."""
    with store.reading(workspace) as reading:
        promised = inbox.staged_files(reading)
    kept = promised | set(table.files()) | table.departed()
    orphans = [path for path in folder.glob("*.parquet") if path.name not in kept]
    for path in orphans:
        path.unlink()
    return [path.name for path in orphans]


REPLACES = b"wend.replaces"
"""Footer key: names of the files whose rows this one took over, a line each. Indexes keyed by file follow it."""
ROWS = b"wend.replaces.rows"
"""Footer key: how many rows each of them had, a line each."""


def tidy(folder: Path, table: EventTable, *, small_rows: int, big_rows: int) -> int:
    """Join small files to big ones, one commit per joined file; returns how many files went. Caller holds the move
    lock."""
    gone = 0
    for group in _groups(table.files(), small_rows, big_rows):
        joined = _join(folder, group)
        reached("after_join_write")
        table.replace([joined], {name: (folder / name).stat().st_size for name in group})
        reached("after_join_commit")
        gone += len(group)
    return gone


def _groups(files: dict[str, int], small_rows: int, big_rows: int) -> list[list[str]]:
    """Neighbours in time order, so that the order of names stays the order of events."""
    groups: list[list[str]] = [[]]
    rows = 0
    for name, count in files.items():
        if count >= small_rows or rows + count > big_rows:
            groups.append([])
            rows = 0
        if count < small_rows:
            groups[-1].append(name)
            rows += count
    return [group for group in groups if len(group) > 1]


def _join(folder: Path, group: list[str]) -> Added:
    name = f"{group[0].removesuffix('.parquet')}-{len(group)}.parquet"
    first, last, rows = 2**62, -(2**62), 0

    def pieces() -> Iterator[pa.Table]:
        nonlocal first, last, rows
        for file in group:
            with pq.ParquetFile(folder / file) as source:
                for at in range(source.num_row_groups):
                    piece = source.read_row_group(at).cast(LOG_SCHEMA)
                    times = piece.column("occurred_at").cast(pa.int64()).to_numpy()
                    first, last, rows = min(first, int(times.min())), max(last, int(times.max())), rows + len(piece)
                    yield piece

    rows_of = [str(pq.read_metadata(folder / file).num_rows) for file in group]
    notes = {REPLACES: "\n".join(group).encode(), ROWS: "\n".join(rows_of).encode()}
    size = write_pieces(folder / name, pieces(), notes)
    return Added(name, rows, size, first, last)


def replaced_by(path: Path) -> tuple[str, ...]:
    """Names of the files that a joined file took over; empty for a file as it was staged."""
    return tuple(_footer(path, REPLACES))


def _footer(path: Path, key: bytes) -> list[str]:
    return (pq.read_metadata(path).metadata or {}).get(key, b"").decode().splitlines()  # type: ignore[no-any-return]


def taken_over(folder: Path, names: Sequence[str], known: Collection[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Those of the names of today that hold what known files held, each with those of them that it took over: joined
    files of which all that they took over is known, perhaps by an earlier one of these.
    """
    covered = set(known)
    for name in names:
        if name not in covered:
            replaced = tuple(part for part, _ in parts(folder / name, covered))
            if replaced and covered.issuperset(replaced):
                covered.difference_update(replaced)
                covered.add(name)
                yield name, replaced


def parts(path: Path, known: Collection[str]) -> Iterator[tuple[str, int]]:
    """What a joined file took over, in its order, and how many rows of each (0: it does not say). A part that is not
    known and was joined itself is looked into; it is still there for a day.
    """
    for part, rows in zip_longest(replaced_by(path), map(int, _footer(path, ROWS)), fillvalue=0):
        inner = path.with_name(str(part))
        within = () if part in known or not inner.is_file() else tuple(parts(inner, known))
        yield from within or ((str(part), int(rows)),)


def covered_by(folder: Path, names: Sequence[str], before: Collection[str]) -> set[str]:
    """What covers the files `before` covers which of the names of today. A file that is gone without a trace stays
    among them.
    """
    covered = set(before)
    for name, replaced in taken_over(folder, names, before):
        covered.difference_update(replaced)
        covered.add(name)
    return covered
