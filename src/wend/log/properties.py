"""One property of all events, lined up with the journal's rows: the log read once, then what comes is added to a mapped
column beside the journal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.log import column, column_files
from wend.log.column import Column
from wend.log.column_files import Kept, State
from wend.log.journal import Journal, manifest_of, opened
from wend.log.lines import Lines
from wend.log.moving import covered_by
from wend.log.packed import Damaged
from wend.log.telling import CURRENCY, told

__all__ = ["CURRENCY", "ByBucket", "Property", "Standing", "aligned", "carried", "renamed", "standing"]

PATIENCE = 4
"""A column that nobody asks for is taken along until so many times the events of the journal were written anew."""


class ByBucket(Protocol):
    """Codes of the events of each bucket."""

    def __getitem__(self, number: int, /) -> NDArray[np.int32]: ...
    def __iter__(self) -> Iterator[NDArray[np.int32]]: ...
    def __len__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Property:
    """`codes[b][i]` is the place in `values` of the property of row i of the journal's bucket b; −1 where it has none.

    Values are texts as the rows had them, in no particular order; there may be some that no event has any more. Belongs
    to the journal version it was made for.
    """

    name: str
    values: pa.StringArray
    codes: ByBucket


@dataclass(frozen=True, slots=True)
class Standing:
    """The journal on disk and its lines as it notes them, the log, and which files there are now (names in their
    order).
    """

    journal: Journal
    lines: Lines
    log: Path
    names: Callable[[], Sequence[str]]


def standing(folder: Path, journal: Journal, log: Path, names: Callable[[], Sequence[str]]) -> Standing:
    """What stands in the journal's folder; `journal` where there is nothing. Caller holds the journal lock."""
    manifest = manifest_of(folder)
    if manifest is None:
        return Standing(journal, journal.lines, log, names)
    try:
        newest = journal if manifest.version == journal.version else opened(folder, manifest)
    except Damaged:
        return Standing(journal, journal.lines, log, names)
    return Standing(newest, manifest.lines, log, names)


def aligned(folder: Path, standing: Standing, journal: Journal, name: str, threads: int) -> Property:
    """The property of a journal, which may be older than the one on disk: from its column, which is kept for the next
    time, with what came since. Caller holds the journal lock.
    """
    kept = column_files.kept(folder, name)
    if kept is None or kept.note.journal != standing.journal.version or not kept.column.fits(standing.journal):
        kept = _brought_up(folder, standing, name, kept, threads)
    found = kept.column
    if journal.lines.begun != standing.lines.begun:
        return Property(name, found.values, column.matched(found, standing.journal, journal))
    if not found.fits(journal):
        moved = column.moves(standing.journal, journal, threads)
        found = column.transferred(found, standing.journal, journal, moved)
    return Property(name, found.values, column.lined(found, journal))


def _fresh(standing: Standing, name: str, threads: int) -> Column:
    """From all files of today that have lines of the journal on disk."""
    files = standing.lines.standing(standing.log, standing.names())
    return column.fresh(standing.journal, told(standing.log, files, name, threads), threads)


def _brought_up(folder: Path, standing: Standing, name: str, kept: Kept | None, threads: int) -> Kept:
    """The column with everything that the journal on disk covers, kept."""
    names, journal = list(standing.names()), standing.journal
    found = None
    if kept is not None and kept.column.fits(journal):
        seen = covered_by(standing.log, names, kept.note.files)
        if seen <= set(names):  # else it tells what the log does not have any more
            files = standing.lines.standing(standing.log, names)
            more = {file: spans for file, spans in files.items() if file not in seen}
            found = column.extended(kept.column, journal, told(standing.log, more, name, threads), threads)
    if found is None:
        kept, found = None, _fresh(standing, name, threads)
    covered = standing.lines.followed(standing.log, names).spans
    state = State(name, journal.version, tuple(each for each in names if each in covered))
    return column_files.keep(folder, state, found, kept)


def carried(folder: Path, source: Journal, target: Journal, threads: int) -> None:
    """Take columns that fit one journal along to the next one of the same log. One that nobody asks for is let go
    one day: reading it again will cost less.
    """
    names = list(column_files.every(folder))
    if not names:
        return
    moved = column.moves(source, target, threads)
    for name in names if moved.rows else ():
        kept = column_files.kept(folder, name)
        if kept is None or not kept.column.fits(source) or kept.note.carried + moved.rows > PATIENCE * target.events:
            column_files.drop(folder, name)
            continue
        found: Column = column.transferred(kept.column, source, target, moved)
        state = State(name, "", kept.note.files, kept.note.carried + moved.rows)
        column_files.keep(folder, state, found, kept)


def renamed(folder: Path, log: Path, names: Sequence[str]) -> None:
    """Note the names of files that took others over."""
    column_files.renamed(folder, lambda files: sorted(covered_by(log, names, files)))
