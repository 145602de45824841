"""What files of the log tell of one property: which lines have it, and its values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from wend.log.by_line import ByLine, Stretch, by_line
from wend.log.jsonfield import coded
from wend.log.lines import Span

CURRENCY = "$currency"
"""The name under which the currency of an event's money is read like a property."""
NONE = -1
"""The code of an event that has no such property."""
REPEATED = 4
"""Documents that stand this often on average are worth a dictionary."""
_NOTHING = np.array([NONE], np.int32)
_Codes = NDArray[np.int32]


class _Group(NamedTuple):
    """A row group: its lines, their codes, and the texts that these mean there."""

    spans: tuple[Span, ...]
    codes: _Codes
    texts: pa.StringArray


class _Place(NamedTuple):
    """Where a row group lies."""

    path: Path
    number: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What row groups tell."""

    groups: tuple[_Group, ...]

    def among(self, values: pa.StringArray, missing: int, threads: int) -> tuple[pa.StringArray, ByLine]:
        """These values with the new ones behind them, and places among them by line; `missing` for other lines."""
        every = pa.chunked_array([values, *(group.texts for group in self.groups)], pa.string()).dictionary_encode()
        places = [chunk.indices.to_numpy() for chunk in every.chunks]
        found = np.concatenate([np.empty(0, np.int32), *places]).astype(np.int32)
        ends = np.cumsum([len(values), *(len(group.texts) for group in self.groups)])
        tables = [np.append(found[a:b], _NOTHING) for a, b in pairwise(ends.tolist())]
        known = every.chunk(0).dictionary if len(every) else values
        told = zip(self.groups, tables, strict=True)
        stretches = [each for group, table in told for each in _stretches(group, table)]
        return values if len(known) == len(values) else known, by_line(stretches, len(known), missing, threads)


def _stretches(group: _Group, table: _Codes) -> Iterator[Stretch]:
    at = 0
    for span in group.spans:
        if span.first >= 0:
            yield Stretch(span.first, group.codes[at : at + span.lines], table)
        at += span.lines


def told(log: Path, files: Mapping[str, tuple[Span, ...]], name: str, threads: int) -> Told:
    """Read these files of the log, whose rows have these lines.

    Documents of properties often repeat: then each different one is looked at once. A file where they do not is read
    as it stands from its next row group on.
    """
    various: set[Path] = set()
    places = [place for file, spans in files.items() for place in _places(log / file, spans)]
    with ThreadPoolExecutor(threads) as pool:
        return Told(tuple(pool.map(lambda place: _read(place, name, various), places)))


def _places(path: Path, spans: Sequence[Span]) -> Iterator[_Place]:
    """The row groups of a file, whose lines are cut as the groups are."""
    file, left = pq.read_metadata(path), list(reversed(spans))
    for number in range(file.num_row_groups):
        due, mine = file.row_group(number).num_rows, list[Span]()
        while due:
            span = left.pop()
            taken = min(due, span.lines)
            mine.append(Span(span.first, taken))
            due -= taken
            if taken < span.lines:
                left.append(Span(span.first + taken if span.first >= 0 else -1, span.lines - taken))
        yield _Place(path, number, tuple(mine))


def _read(place: _Place, name: str, various: set[Path]) -> _Group:
    column = "currency" if name == CURRENCY else "properties"
    words = ["currency"] if place.path in various else ["currency", "properties"]
    with pq.ParquetFile(place.path, read_dictionary=words) as file:
        rows = file.read_row_group(place.number, columns=[column], use_threads=False).combine_chunks()
    found = rows.column(column).chunk(0)
    if name == CURRENCY:
        codes, texts = _coded_words(found)
    elif isinstance(found, pa.DictionaryArray):
        codes, texts = _coded_documents(found, name)
        if len(found.dictionary) * REPEATED > len(found):
            various.add(place.path)
    else:
        codes, texts = coded(found, name)
    return _Group(place.spans, codes, texts)


def _coded_documents(found: pa.DictionaryArray, name: str) -> tuple[_Codes, pa.StringArray]:
    codes, texts = coded(found.dictionary.cast(pa.string()), name)
    return np.append(codes, np.int32(NONE))[found.indices.fill_null(NONE).to_numpy()], texts


def _coded_words(found: pa.DictionaryArray) -> tuple[_Codes, pa.StringArray]:
    words = found.dictionary_decode().dictionary_encode()  # a shared dictionary may hold words of other row groups
    return words.indices.fill_null(NONE).to_numpy().astype(np.int32), words.dictionary.cast(pa.string())
