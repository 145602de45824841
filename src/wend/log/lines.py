"""Lines of the log: every row of its files has a number, given when a journal first reads it and kept while that
journal is brought up to date.

A joined file holds the rows of others in their order, so its lines are theirs. Building a journal from nothing numbers
them anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple, Self

from wend.log.errors import TooManyLines
from wend.log.moving import parts, taken_over

MOST_LINES = (1 << 32) - 1
"""The column of lines in the journal has four bytes."""


class Span(NamedTuple):
    """So many lines that follow each other, in a file and in the numbering; `first` is −1 for rows that have none."""

    first: int
    lines: int


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of each file of the log that a journal covers. Two with the same `begun` number alike: it is the
    generation of the journal that was built from nothing.
    """

    begun: int
    spans: Mapping[str, tuple[Span, ...]]

    @property
    def files(self) -> tuple[str, ...]:
        """Names of the files, in their order."""
        return tuple(sorted(self.spans))

    @property
    def top(self) -> int:
        """A number above all that are given."""
        return max((span.first + span.lines for spans in self.spans.values() for span in spans), default=0)

    def first_of(self, name: str) -> int:
        """The first line of a file."""
        return self.spans[name][0].first

    def with_files(self, files: Mapping[str, int]) -> Self:
        """And those of more files, given with their rows. Raises TooManyLines."""
        firsts = list(accumulate(files.values(), initial=self.top))
        if firsts[-1] > MOST_LINES:
            raise TooManyLines(found=firsts[-1], most=MOST_LINES)
        more = {name: (Span(first, rows),) for first, (name, rows) in zip(firsts, files.items(), strict=False)}
        return type(self)(self.begun, {**self.spans, **more})

    def followed(self, log: Path, names: Sequence[str]) -> Self:
        """The same lines where they stand among the files of today; a file that is gone without a trace stays."""
        spans = dict(self.spans)
        for name, replaced in taken_over(log, names, self.spans):
            spans[name] = _joined(span for each in replaced for span in spans.pop(each))
        return self if spans.keys() == self.spans.keys() else type(self)(self.begun, spans)

    def standing(self, log: Path, names: Sequence[str]) -> dict[str, tuple[Span, ...]]:
        """Those of the files of today that hold any of the lines, with all their rows."""
        spans = self.followed(log, names).spans
        found = {name: spans.get(name) or self._among(log / name) for name in names}
        return {name: each for name, each in found.items() if each}

    def _among(self, path: Path) -> tuple[Span, ...]:
        """The rows of a joined file that took over files with lines and others, as far as it says how many of which."""
        each = [self.spans.get(part, (Span(-1, rows),)) for part, rows in parts(path, self.spans)]
        found = tuple(span for spans in each for span in spans)
        told = all(span.lines for span in found)
        return found if told and any(span.first >= 0 for span in found) else ()


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Those that follow each other as one."""
    out = list[Span]()
    for span in spans:
        if out and out[-1].first + out[-1].lines == span.first:
            out[-1] = Span(out[-1].first, out[-1].lines + span.lines)
        else:
            out.append(span)
    return tuple(out)
