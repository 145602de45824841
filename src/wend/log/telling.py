"""What files of the log tell of one property: which events have it, and its values."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from wend.log.by_id import ById, Codes, Spread, by_id, spread
from wend.log.jsonfield import coded

CURRENCY = "$currency"
"""The name under which the currency of an event's money is read like a property."""
NONE = -1
"""The code of an event that has no such property."""
REPEATED = 4
"""Documents that stand this often on average are worth a dictionary."""
_NOTHING = np.array([NONE], np.int32)


@dataclass(frozen=True, slots=True)
class Told:
    """Events by row group, and the texts that their codes mean there."""

    pieces: tuple[Spread, ...]
    texts: tuple[pa.StringArray, ...]

    def among(self, values: pa.StringArray, threads: int) -> tuple[pa.StringArray, ById]:
        """These values with the new ones behind them, and the events with places among them."""
        every = pa.chunked_array([values, *self.texts], pa.string()).dictionary_encode()
        if not len(every):
            return values, by_id(self.pieces, [_NOTHING for _ in self.pieces], threads)
        places = np.concatenate([chunk.indices.to_numpy() for chunk in every.chunks]).astype(np.int32)
        ends = np.cumsum([len(values), *map(len, self.texts)])
        tables = [np.append(places[a:b], _NOTHING) for a, b in pairwise(ends.tolist())]
        known = every.chunk(0).dictionary
        return values if len(known) == len(values) else known, by_id(self.pieces, tables, threads)


def told(files: Sequence[Path], name: str, threads: int, *, every: bool) -> Told:
    """Read the files; events without the property are among the others if `every`.

    Documents of properties often repeat: then each different one is looked at once. A file where they do not is read
    as it stands from its next row group on.
    """
    various: set[Path] = set()
    groups = [(path, group) for path in files for group in range(pq.read_metadata(path).num_row_groups)]
    with ThreadPoolExecutor(threads) as pool:
        found = list(pool.map(lambda each: _read(*each, name, various, every=every), groups))
    return Told(tuple(piece for piece, _ in found), tuple(texts for _, texts in found))


def _read(path: Path, group: int, name: str, various: set[Path], *, every: bool) -> tuple[Spread, pa.StringArray]:
    column = "currency" if name == CURRENCY else "properties"
    words = ["currency"] if path in various else ["currency", "properties"]
    with pq.ParquetFile(path, read_dictionary=words) as file:
        rows = file.read_row_group(group, columns=["event_id", column], use_threads=False).combine_chunks()
    ids, found = rows.column("event_id").chunk(0).to_numpy(), rows.column(column).chunk(0)
    if name == CURRENCY:
        codes, texts = _coded_words(found)
    elif isinstance(found, pa.DictionaryArray):
        codes, texts = _coded_documents(found, name)
        if len(found.dictionary) * REPEATED > len(found):
            various.add(path)
    else:
        codes, texts = coded(found, name)
    if not every:
        given = codes != NONE
        ids, codes = ids[given], codes[given]
    return spread(ids, codes), texts


def _coded_documents(found: pa.DictionaryArray, name: str) -> tuple[Codes, pa.StringArray]:
    codes, texts = coded(found.dictionary.cast(pa.string()), name)
    return np.append(codes, np.int32(NONE))[found.indices.fill_null(NONE).to_numpy()], texts


def _coded_words(found: pa.DictionaryArray) -> tuple[Codes, pa.StringArray]:
    words = found.dictionary_decode().dictionary_encode()  # a shared dictionary may hold words of other row groups
    return words.indices.fill_null(NONE).to_numpy().astype(np.int32), words.dictionary.cast(pa.string())
