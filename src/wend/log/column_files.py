"""Columns of properties as files beside the journal: one for each bucket's own rows, one for what came late, one for
the values, and a note that says which belong together. The note's swap is the only moment at which a column changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from wend.log import packed
from wend.log.blobs import blob, table_of, texts_of
from wend.log.by_line import width
from wend.log.column import Column, Late, Own
from wend.log.durable import read_json, replace_json
from wend.log.hashing import text_key

FORMAT = 3
ENDING, NOTE = ".property", ".column"


@dataclass(frozen=True, slots=True)
class File:
    """A file, and what tells it from a damaged one."""

    name: str
    bytes: int
    header: int


Write = Callable[[str, dict[str, packed.Array]], File]


@dataclass(frozen=True, slots=True)
class Note:
    """What a column tells: of which property, of which of the log's files, and for which journal; "" while rows of it
    were not read. `own` are the files of buckets with the column's for each. `carried`: how many rows were taken along
    since somebody asked.
    """

    property: str
    journal: str
    files: tuple[str, ...]
    turn: int
    carried: int
    values: File
    late: File
    own: tuple[tuple[str, File], ...]

    def document(self) -> dict[str, object]:
        """As JSON."""
        return {"format": FORMAT, **asdict(self)}


@dataclass(frozen=True, slots=True)
class Kept:
    """A column with its note."""

    note: Note
    column: Column


@dataclass(frozen=True, slots=True)
class State:
    """What a column tells when it is kept."""

    property: str
    journal: str
    files: tuple[str, ...]
    carried: int = 0


def kept(folder: Path, name: str) -> Kept | None:
    """The column of a property, mapped; None when there is none, or one that is damaged."""
    note = _note(_path(folder, name))
    if note is None or note.property != name:
        return None
    try:
        return Kept(note, _mapped(folder, note))
    except packed.Damaged:
        return None


def every(folder: Path) -> Iterator[str]:
    """Names of the properties that have columns."""
    for path in sorted(folder.glob(f"*{NOTE}")):
        note = _note(path)
        if note is not None:
            yield note.property


def keep(folder: Path, state: State, column: Column, before: Kept | None) -> Kept:
    """Write what differs from the column before, and then the note; returns the column mapped from what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    stem, turn = _stem(state.property), before.note.turn + 1 if before else _next_turn(folder, state.property)

    def write(part: str, arrays: dict[str, packed.Array]) -> File:
        name = f"{stem}-{turn}-{part}{ENDING}"
        written = packed.write(folder / name, arrays)
        return File(name, written.bytes, written.header)

    values = before.note.values if before and before.column.values is column.values else write("values", _texts(column))
    late = column.late
    note = Note(
        *(state.property, state.journal, state.files, turn, state.carried, values),
        late=write("late", {"lines": late.lines, "codes": late.codes, "starts": late.starts}),
        own=tuple((own.file, _own(number, column, before, write)) for number, own in enumerate(column.own)),
    )
    replace_json(_path(folder, state.property), note.document())
    _sweep(folder, note)
    return Kept(note, _mapped(folder, note))


def renamed(folder: Path, now: Callable[[Sequence[str]], Sequence[str]]) -> None:
    """Note the new names of the log's files."""
    for name in every(folder):
        note = _note(_path(folder, name))
        if note is not None and tuple(now(note.files)) != note.files:
            document = {**note.document(), "files": list(now(note.files))}
            replace_json(_path(folder, name), document)


def drop(folder: Path, name: str) -> None:
    """Let go of a column."""
    _path(folder, name).unlink(missing_ok=True)
    for path in folder.glob(f"{_stem(name)}-*{ENDING}"):
        path.unlink(missing_ok=True)


def _own(number: int, column: Column, before: Kept | None, write: Write) -> File:
    own = column.own[number]
    if before is not None and before.column.own[number] is own:
        return before.note.own[number][1]
    codes = own.codes.astype(width(len(column.values)), copy=False)
    return write(f"{number:04d}", {"codes": codes, "unseen": own.unseen})


def _texts(column: Column) -> dict[str, packed.Array]:
    return {"values": blob(pa.table({"value": column.values}))}


def _mapped(folder: Path, note: Note) -> Column:
    def read(file: File) -> dict[str, packed.Array]:
        return packed.read(folder / file.name, packed.Written(file.bytes, file.header))

    late = read(note.late)
    own = tuple(Own(bucket, *(read(file)[part] for part in ("codes", "unseen"))) for bucket, file in note.own)
    values = texts_of(table_of(read(note.values)["values"]).column("value"))
    return Column(values, own, Late(late["lines"], late["codes"], late["starts"]))


def _note(path: Path) -> Note | None:
    document = read_json(path)
    if document is None or document.pop("format", None) != FORMAT:
        return None
    try:
        told: dict[str, Any] = document
        values, late = File(**told.pop("values")), File(**told.pop("late"))
        own = tuple((bucket, File(**file)) for bucket, file in told.pop("own"))
        return Note(files=tuple(told.pop("files")), values=values, late=late, own=own, **told)
    except (KeyError, TypeError, ValueError):
        return None


def _sweep(folder: Path, note: Note) -> None:
    """Delete the files of the property that the note does not name."""
    named = {note.values.name, note.late.name, *(file.name for _, file in note.own)}
    for path in folder.glob(f"{_stem(note.property)}-*{ENDING}*"):
        if path.name not in named:
            path.unlink(missing_ok=True)


def _next_turn(folder: Path, name: str) -> int:
    """A turn whose names are not there yet."""
    turns = (path.name.split("-")[1] for path in folder.glob(f"{_stem(name)}-*{ENDING}"))
    return 1 + max((int(turn) for turn in turns if turn.isdigit()), default=0)


def _stem(name: str) -> str:
    return f"{text_key(name):016x}"


def _path(folder: Path, name: str) -> Path:
    return folder / f"{_stem(name)}{NOTE}"
