"""Files of lists: which line names whom, and the file of the rows about which there is something to say."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from wend.domain.event import IDENTIFIER_KINDS
from wend.kit.sheets import plain, written as as_written
from wend.kit.texts import Language, text
from wend.segments.model import LeftOut

_IDENTIFIER = "identifier"
_DELIMITERS = ",;\t"
LONGEST = 100_000
"""Letters of a cell that are read."""
_DONE = ("repeated", "same_person")
_TOO_LONG = ("…",)
"""What stands for the cells of a row of which one is too long to be read."""


class ListRow(NamedTuple):
    """A row of a file: the line on which it begins, the identifiers that it names its customer by, and its cells."""

    line: int
    named: tuple[str, ...]
    cells: tuple[str, ...] = ()

    def shown(self, name: str) -> str:
        """An identifier of it as it stands in the file: without the kind, where only its column says that."""
        bare = name.partition(":")[2]
        return bare if bare and bare in map(str.strip, self.cells) else name


class ListFile:
    """A CSV of customers, its cells parted by commas, semicolons or tabs: identifiers in columns named after kinds
    (`customer`, `email`, `phone`, `device`), or in one named `identifier`, or in the first one. Iterating gives the
    rows that are not blank.

    >>> [(row.line, row.named) for row in ListFile("email,phone\\nLan@Shop.vn,0903718264\\n\\n,0987150432\\n")]
    [(2, ('email:Lan@Shop.vn', 'phone:0903718264')), (4, ('phone:0987150432',))]
    >>> [row.named for row in ListFile("17\\n18\\n")]
    [('17',), ('18',)]
    """

    def __init__(self, written: str) -> None:
        self._written = written.removeprefix("\ufeff")
        first = next(_rows(self._written), (1, ()))[1]
        headed = [cell.strip().lower() for cell in first]
        kinds = [(headed.index(name), f"{name}:") for name in IDENTIFIER_KINDS if name in headed]
        if _IDENTIFIER in headed:
            kinds = [(headed.index(_IDENTIFIER), "")]
        self._headed, self._kinds = bool(kinds), kinds or [(0, "")]
        self.names = tuple(first) if self._headed else (_IDENTIFIER, *("" for _ in first[1:]))

    def __iter__(self) -> Iterator[ListRow]:
        rows = _rows(self._written)
        if self._headed:
            next(rows)
        for line, cells in rows:
            if cells == _TOO_LONG:
                yield ListRow(line, (), cells)
                continue
            found = [(kind, cells[place].strip()) for place, kind in self._kinds if place < len(cells)]
            yield ListRow(line, tuple([each for kind, cell in found if cell for each in _named(kind, cell)]), cells)


def _named(kind: str, cell: str) -> tuple[str, ...]:
    """What a cell under a kind names; one that says its kind itself, as Wend writes them, is taken at its word."""
    own = kind and cell.partition(":")[0] in IDENTIFIER_KINDS
    return (cell, f"{kind}{cell}") if own else (f"{kind}{cell}",)


def of_identifiers(written: Iterable[str | ListRow]) -> Iterator[ListRow]:
    """Rows, of identifiers that came without a file by their place."""
    for place, each in enumerate(written, 1):
        if isinstance(each, ListRow):
            yield each
        else:
            yield ListRow(place, (each,) if each.strip() else (), (each,))


def said(found: LeftOut, language: Language) -> str:
    """What is to be said of a row."""
    places = {"line": f"{found.line}", "written": found.written, "first": f"{found.first}"}
    return text(language, f"segments.left_out.{found.why}", **places)


def next_step(found: LeftOut, language: Language) -> str:
    """What can be done about it; "" where nothing has to be."""
    return "" if found.why in _DONE else text(language, f"segments.left_out.next.{found.why}")


def as_file(names: Sequence[str], found: Iterable[tuple[LeftOut, ListRow]], language: Language) -> Iterator[str]:
    """The rows with their lines and what is said of them, as a CSV that can be mended and added: the columns of
    the file stand behind, under the names that they had. Cells are no formulas.
    """
    said_of = [text(language, f"segments.left_out.column.{each}") for each in ("line", "reason", "next")]
    yield _line([*said_of, *map(plain, names)])
    for what, row in found:
        yield _line([str(what.line), said(what, language), next_step(what, language), *map(plain, row.cells)])


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()


def _rows(written: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows that have anything in them, and the line on which each begins. One with a cell that is too long names
    nobody.
    """
    first = next((line for line in written.splitlines() if line.strip()), "")
    reader = csv.reader(io.StringIO(written, newline=""), delimiter=max(_DELIMITERS, key=first.count))
    while True:
        line = reader.line_num + 1
        try:
            cells = tuple(map(as_written, next(reader)))
        except StopIteration:
            return
        except csv.Error:
            cells = _TOO_LONG
        if max(map(len, cells), default=0) > LONGEST:  # csv's own limit is of the whole process, and others raise it
            cells = _TOO_LONG
        if any(map(str.strip, cells)):
            yield line, cells
