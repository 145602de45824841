"""Taking a person's rows out of the log for good: files that hold some are written anew without them, one commit swaps
all of them, and the old ones are deleted at once, history or not.

Each step may be repeated after a kill: what is still in a file of the table is found again, and a file that no table
lists is deleted. Rows of other people that name the person keep everything else.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

from wend.log.durable import sync_folder
from wend.log.failpoints import reached
from wend.log.journal import MANIFEST
from wend.log.schema import LOG_SCHEMA
from wend.log.staging import write_pieces
from wend.log.table import Added, EventTable
from wend.people.traces import blanked_document

_LOOKED_AT = ["subject", "identifiers", "properties"]
_BIGGEST = 2**62
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who is to go: their identifiers as the log writes them, and a pattern for traces of them in other people's rows
    (`people.traces.pattern_of`).
    """

    subjects: frozenset[str]
    pattern: str

    @property
    def quoted(self) -> list[str]:
        """The identifiers as they stand in a JSON list."""
        every = sorted(self.subjects)
        return sorted({json.dumps(each, ensure_ascii=plain) for each in every for plain in (True, False)})


@dataclass(frozen=True, slots=True)
class Gone:
    """What left the log: events, `$` rows among them, and how many files were written anew or deleted."""

    events: int
    files: int


def erase(folder: Path, table: EventTable, wanted: Wanted) -> Gone:
    """Write every file that speaks of them anew; the caller holds the writer's and the move lock."""
    added: list[Added] = []
    removed: dict[str, int] = {}
    events = 0
    for name in table.files():
        if not _speaks(folder / name, wanted):
            continue
        fresh, gone = _rewritten(folder, name, wanted, _beside(name, table.files()))
        removed[name] = (folder / name).stat().st_size
        added += [fresh] if fresh is not None else []
        events += gone
    reached("after_erasing_write")
    if removed:
        table.replace(added, removed, data_change=True)
    reached("after_erasing_commit")
    return Gone(events, len(removed))


def sweep(folder: Path, kept: Collection[str]) -> int:
    """Delete every event file but these, whatever old version of the table still lists it."""
    leaving = [path for path in folder.glob("*.parquet") if path.name not in kept]
    for path in leaving:
        path.unlink()
    if leaving:
        sync_folder(folder)
    reached("after_erasing_sweep")
    return len(leaving)


def clear(journal: Path) -> None:
    """Delete what stands beside the journal's own files, which a rebuild replaces; without a manifest nothing will, so
    they go too. The caller holds the journal lock.
    """
    for name in ("views", "spill", "executors"):
        shutil.rmtree(journal / name, ignore_errors=True)
    if not (journal / MANIFEST).exists():
        for pattern in ("*.bucket", "*.late", "links-*"):
            for path in journal.glob(pattern):
                path.unlink()


def _speaks(path: Path, wanted: Wanted) -> bool:
    with pq.ParquetFile(path) as file:
        for group in range(file.num_row_groups):
            piece = file.read_row_group(group, columns=_LOOKED_AT)
            if (_theirs(piece, wanted) | _naming(piece, wanted)).any():
                return True
    return False


def _rewritten(folder: Path, name: str, wanted: Wanted, fresh: str) -> tuple[Added | None, int]:
    """The file without them under a new name, or None when nothing is left of it; and how many rows are gone."""
    first, last, rows, gone = _BIGGEST, -_BIGGEST, 0, 0

    def pieces() -> Iterator[pa.Table]:
        nonlocal first, last, rows, gone
        with pq.ParquetFile(folder / name) as file:
            for group in range(file.num_row_groups):
                piece = file.read_row_group(group).cast(LOG_SCHEMA)
                theirs = _theirs(piece, wanted)
                gone += int(theirs.sum())
                piece = _without_names(piece.filter(pa.array(~theirs)), wanted)
                if len(piece):
                    times = piece.column("occurred_at").cast(pa.int64()).to_numpy()
                    first, last, rows = min(first, int(times.min())), max(last, int(times.max())), rows + len(piece)
                    yield piece

    (folder / fresh).unlink(missing_ok=True)
    kept = list(_peeked(pieces()))
    if not kept:
        return None, gone
    size = write_pieces(folder / fresh, kept[0], {})
    return Added(fresh, rows, size, first, last), gone


def _peeked(pieces: Iterator[pa.Table]) -> Iterator[Iterator[pa.Table]]:
    """The same pieces once, or nothing when there are none: a file of no rows is no file."""
    for head in pieces:

        def every(first: pa.Table = head) -> Iterator[pa.Table]:
            yield first
            yield from pieces

        yield every()
        return


def _theirs(piece: pa.Table, wanted: Wanted) -> Mask:
    subject = piece.column("subject").cast(pa.string())
    return _mask(pc.is_in(subject, value_set=pa.array(sorted(wanted.subjects), pa.string())))


def _naming(piece: pa.Table, wanted: Wanted) -> Mask:
    """Rows that name them beside their own subject, or hold a trace of them."""
    others = piece.column("identifiers")
    found = [_mask(pc.match_substring(others, each)) for each in wanted.quoted]
    if wanted.pattern:
        found.append(_mask(pc.match_substring_regex(piece.column("properties"), f"(?i:{wanted.pattern})")))
    return reduce(np.logical_or, found, np.zeros(len(piece), np.bool_))


def _without_names(piece: pa.Table, wanted: Wanted) -> pa.Table:
    places = np.flatnonzero(_naming(piece, wanted))
    if not len(places):
        return piece
    for column, change in (("identifiers", _unnamed), ("properties", _blank)):
        values = piece.column(column).to_pylist()
        for place in places:
            if values[place] is not None:
                values[place] = change(values[place], wanted)
        at = piece.schema.get_field_index(column)
        piece = piece.set_column(at, LOG_SCHEMA.field(column), pa.array(values, pa.string()))
    return piece


def _unnamed(identifiers: str, wanted: Wanted) -> str | None:
    left = [each for each in json.loads(identifiers) if each not in wanted.subjects]
    return json.dumps(left, ensure_ascii=False) if left else None


def _blank(properties: str, wanted: Wanted) -> str | None:
    return blanked_document(properties, wanted.pattern)


def _beside(name: str, taken: Collection[str]) -> str:
    """A name that sorts where the old one did."""
    stem, number = name.removesuffix(".parquet"), 1
    while f"{stem}-e{number}.parquet" in taken:
        number += 1
    return f"{stem}-e{number}.parquet"


def _mask(found: pa.ChunkedArray) -> Mask:
    return np.asarray(pc.fill_null(found, False).to_numpy())
