"""A file made ready: its reader, its digest, its look-ups."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path

import pyarrow as pa

from wend.collect.errors import LookupMissing, UnknownColumn
from wend.collect.mapping.lookups import Lookup, build
from wend.collect.mapping.model import FileShape, Join, Mapping, columns_needed
from wend.collect.mapping.transform import unknown_columns
from wend.collect.reading.chunk import Reader
from wend.collect.reading.opening import open_file
from wend.collect.reading.stream import open_binary
from wend.kit.errors import closest


def digest_of(path: Path) -> str:
    """A digest of the file's content (BLAKE2b)."""
    with open_binary(path) as file:
        whole = hashlib.blake2b(digest_size=20)
        while piece := file.read(1 << 20):
            whole.update(piece)
        return whole.hexdigest()


def fits_name(mapping: Mapping, path: Path) -> bool:
    """Whether a mapping is meant for a file of this name; packed files go by the name inside too."""
    names = {path.name.lower(), path.name.lower().removesuffix(".gz")}
    return not mapping.match or any(fnmatchcase(name, mapping.match.lower()) for name in names)


def find_lookup(join: Join, beside: Path, given: Sequence[Path]) -> Path:
    """The look-up file of a join: among the files given together, else beside the imported one. Raises
    LookupMissing.
    """
    near = sorted(beside.parent.iterdir()) if beside.parent.is_dir() else []
    for path in (*given, *near):
        names = {path.name, path.name.removesuffix(".gz")}
        if path != beside and any(fnmatchcase(name.lower(), join.file.lower()) for name in names):
            return path
    raise LookupMissing(file=beside.name, lookup=join.file)


def load_lookup(join: Join, path: Path, limit: int) -> Lookup:
    """Read a look-up file whole. Raises UnknownColumn when it lacks what the join speaks of."""
    reader = open_file(path, FileShape(), limit)
    wanted = [*(theirs for _, theirs in join.on), *join.take, *join.total]
    for column in wanted:
        if column not in reader.columns:
            raise UnknownColumn(
                file=path.name, place="join", column=column, closest=closest(column, reader.columns) or "–"
            )
    tables = [
        chunk.table.select([name for name in dict.fromkeys(wanted) if name in chunk.table.column_names])
        for chunk in reader.chunks()
    ]
    return build(join, pa.concat_tables(tables, promote_options="default"))


def check_columns(mapping: Mapping, reader: Reader, file: str) -> None:
    """Raise UnknownColumn, with the closest known name, when the mapping speaks of a column that is not there."""
    missing = unknown_columns(mapping, reader.columns, columns_needed(mapping))
    if not missing:
        return
    if mapping.lenient or not reader.fixed:
        identifiers = {column for _, column in mapping.customer}
        lost = {column for _, column in missing}
        if not identifiers <= lost and any(event.time not in lost for event in mapping.events):
            return
    place, column = missing[0]
    near = closest(column, reader.columns) or ", ".join(reader.columns[:12])
    raise UnknownColumn(file=file, place=place, column=column, closest=near)
