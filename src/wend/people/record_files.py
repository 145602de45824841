"""Records of people from CSV files, to be matched without a workspace."""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from wend.identity.matching.records import Columns, Profile, guessed, profile, told_apart
from wend.kit.errors import Mistake, closest

_IDS = re.compile(r"(?:record_?|rec_?|unique_?|row_?|customer_?)?id|ma(?:_khach(?:_hang)?)?|key", re.IGNORECASE)
_GZIP = b"\x1f\x8b"
_FIELD_LIMIT = 1_000_000


class UnknownColumn(Mistake):
    """The file has no such column."""

    code = "matching.unknown_column"


class UnreadableRecords(Mistake):
    """The file is no CSV with a heading."""

    code = "matching.unreadable"


class RepeatedRecord(Mistake):
    """Two rows of one file carry the same id."""

    code = "matching.repeated"


class NothingToCompare(Mistake):
    """No column says anything about a person."""

    code = "matching.nothing_to_compare"


@dataclass(frozen=True, slots=True)
class Records:
    """Profiles of all files, under which columns they were read, and which columns nobody looked at."""

    profiles: tuple[Profile, ...]
    columns: Columns
    unused: tuple[str, ...]


def read_records(paths: Sequence[Path], id_column: str | None, columns: Columns) -> Records:
    """Every row of the files as a profile. Without any role the roles are guessed from the heading."""
    files = [(path, *_rows(path)) for path in paths]
    header = list(dict.fromkeys(column for _, names, _ in files for column in names))
    wanted = columns if columns.all() else guessed(header)
    if not wanted.all():
        raise NothingToCompare(file=str(paths[0]), columns=", ".join(header))
    for column in columns.all() + ((id_column,) if id_column else ()):
        if column not in header:
            raise UnknownColumn(
                column=column, file=str(paths[0]), known=", ".join(header), near=closest(column, header) or header[0]
            )
    wanted = told_apart(wanted)
    chosen = id_column or next((column for column in header if _IDS.fullmatch(column)), None)
    keys = _keys([(path, [_key(row, chosen, at) for at, row in enumerate(rows, 1)]) for path, _, rows in files])
    all_rows = [row for _, _, rows in files for row in rows]
    profiles = tuple(profile(key, row, wanted) for key, row in zip(keys, all_rows, strict=True))
    used = {*wanted.all(), chosen}
    return Records(profiles, wanted, tuple(column for column in header if column not in used))


def roles(columns: Columns) -> dict[str, list[str]]:
    """The columns by role, without empty roles."""
    return {role.name: list(held) for role in fields(columns) if (held := getattr(columns, role.name))}


def _rows(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    try:
        raw = path.read_bytes()
        text = (gzip.decompress(raw) if raw.startswith(_GZIP) else raw).decode("utf-8-sig")
    except (FileNotFoundError, IsADirectoryError, UnicodeDecodeError, gzip.BadGzipFile, EOFError) as refused:
        raise UnreadableRecords(file=str(path), reason=type(refused).__name__) from refused
    csv.field_size_limit(_FIELD_LIMIT)
    first = text.partition("\n")[0]
    separator = max(",;\t|", key=first.count)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        header = [name.strip() for name in next(reader, [])]
        rows = [dict(zip(header, cells, strict=False)) for cells in reader if any(cells)]
    except csv.Error as refused:
        raise UnreadableRecords(file=str(path), reason=str(refused)) from refused
    if not any(header):
        raise UnreadableRecords(file=str(path), reason="-")
    return header, rows


def _key(row: dict[str, str], column: str | None, at: int) -> str:
    return (row.get(column) or "").strip() or f"#{at}" if column else str(at)


def _keys(files: Sequence[tuple[Path, list[str]]]) -> list[str]:
    """Ids as they are; with the file's name in front when two files use the same ones."""
    for path, keys in files:
        key, times = next(iter(Counter(keys).most_common(1)), ("", 0))
        if times > 1:
            raise RepeatedRecord(file=str(path), id=key, times=times)
    plain = [key for _, keys in files for key in keys]
    if len(set(plain)) == len(plain):
        return plain
    names = [path.name.partition(".")[0] for path, _ in files]
    marks = names if len(set(names)) == len(names) else [str(at) for at in range(1, len(files) + 1)]
    return [f"{mark}:{key}" for mark, (_, keys) in zip(marks, files, strict=True) for key in keys]
