"""What crosses this room's border: frozen answers of an import, a preview, the quarantine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wend.collect.mapping.model import Mapping
from wend.kit.texts import Language, text


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the import of one file has come. Rate and time left are for the door, which has a clock to show."""

    file: str
    bytes_read: int
    bytes_total: int
    rows: int
    events: int
    bad: int


Watcher = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """What became of one file. `repeated` events were in the log already; `unnamed` rows carry no customer and are
    kept in quarantine.
    """

    file: str
    import_id: str
    mapping: str
    rows: int
    events: int
    repeated: int
    bad: int
    unnamed: int
    known: bool
    """The same content had been imported with the same mapping before: nothing was read again."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The sum of an import."""

    files: tuple[ImportedFile, ...]

    @property
    def rows(self) -> int:
        return sum(file.rows for file in self.files)

    @property
    def events(self) -> int:
        return sum(file.events for file in self.files)

    @property
    def repeated(self) -> int:
        return sum(file.repeated for file in self.files)

    @property
    def bad(self) -> int:
        return sum(file.bad for file in self.files)

    @property
    def unnamed(self) -> int:
        return sum(file.unnamed for file in self.files)


@dataclass(frozen=True, slots=True)
class QuarantinedRow:
    """A row that waits for a mended mapping. `row` is its JSON (an object of columns, or the line's text)."""

    import_id: str
    file: str
    line: int
    part: int
    reason: str
    details: tuple[tuple[str, str], ...]
    row: str

    def sentence(self, language: Language = "en") -> str:
        """Why it is here."""
        return text(language, f"collect.bad.{self.reason}", **dict(self.details))

    def next_step(self, language: Language = "en") -> str:
        """What a person can do about it."""
        return text(language, f"collect.bad.{self.reason}.next", **dict(self.details))


@dataclass(frozen=True, slots=True)
class Replayed:
    """What became of the rows of the quarantine: `still_bad` stay there."""

    rows: int
    events: int
    still_bad: int


@dataclass(frozen=True, slots=True)
class Preview:
    """The first rows of a file, the events they would become, and what would be bad among them."""

    file: str
    format: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mapping: Mapping | None
    events: tuple[dict[str, object], ...]
    bad: tuple[QuarantinedRow, ...]
