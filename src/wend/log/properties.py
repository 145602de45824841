"""One property of all events, lined up with the journal's rows: the log read once, then a mapped file beside the
journal.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from wend.log import packed
from wend.log.blobs import blob, table_of
from wend.log.durable import read_json, replace_json
from wend.log.hashing import text_key
from wend.log.journal import Journal
from wend.log.jsonfield import field
from wend.log.runs import Run, places_in

Codes = NDArray[np.int32]
CURRENCY = "$currency"
"""The name under which the currency of an event's money is read like a property."""


@dataclass(frozen=True, slots=True)
class Property:
    """`codes[b][i]` is the place in `values` of the property of row i of the journal's bucket b; −1 where it has none.

    Values are texts as the rows had them, in no particular order. Belongs to the journal version it was made for.
    """

    name: str
    values: pa.StringArray
    codes: tuple[Codes, ...]


def aligned(folder: Path, journal: Journal, files: Sequence[Path], name: str, threads: int) -> Property:
    """The property from its file, or read from the log and kept for the next time. Caller holds the journal lock."""
    stem = f"{text_key(name):016x}"
    note = read_json(folder / f"{stem}.json")
    if note is not None and note.get("journal") == journal.version and note.get("name") == name:
        try:
            written = packed.Written(int(str(note["bytes"])), int(str(note["header"])))
            return _opened(packed.read(folder / f"{stem}.property", written), journal, name)
        except packed.Damaged:
            pass  # read it from the log again
    values, ids, codes = _read(files, name, threads)
    per_bucket = {str(number): _line_up(bucket.event_id, ids, codes) for number, bucket in enumerate(journal.buckets)}
    folder.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, packed.Array] = {**per_bucket, "values": blob(pa.table({"value": values}))}
    written = packed.write(folder / f"{stem}.property", arrays)
    found = {"journal": journal.version, "name": name, "bytes": written.bytes, "header": written.header}
    replace_json(folder / f"{stem}.json", found)
    return _opened(packed.read(folder / f"{stem}.property", written), journal, name)


def _opened(arrays: dict[str, packed.Array], journal: Journal, name: str) -> Property:
    values = table_of(arrays["values"]).column("value")
    codes = tuple(arrays[str(number)] for number in range(len(journal.buckets)))
    return Property(name, pa.concat_arrays([pa.array([], pa.string()), *values.chunks]), codes)


def _read(files: Sequence[Path], name: str, threads: int) -> tuple[pa.StringArray, Run, Codes]:
    """All values, and sorted event ids with each one's value; rows without the property are left out."""
    groups = [(path, group) for path in files for group in range(pq.read_metadata(path).num_row_groups)]
    with ThreadPoolExecutor(threads) as pool:
        found = list(pool.map(lambda each: _values(each[0], each[1], name), groups))
    pieces = [values for _, values in found if len(values)]
    if not pieces:
        return pa.array([], pa.string()), np.empty(0, np.int64), np.empty(0, np.int32)
    unified = pa.chunked_array(pieces).unify_dictionaries()
    ids = np.concatenate([ids for ids, values in found if len(values)])
    codes = np.concatenate([chunk.indices.to_numpy() for chunk in unified.chunks])
    order = np.argsort(ids)
    return unified.chunk(0).dictionary, ids[order], codes[order]


def _values(path: Path, group: int, name: str) -> tuple[Run, pa.DictionaryArray]:
    with pq.ParquetFile(path) as file:
        column = "currency" if name == CURRENCY else "properties"
        rows = file.read_row_group(group, columns=["event_id", column], use_threads=False).combine_chunks()
    found = rows.column(column).chunk(0)
    values = found.cast(pa.string()) if name == CURRENCY else field(found, name)
    given = values.is_valid()
    ids = rows.column("event_id").chunk(0).filter(given).to_numpy()
    return ids, values.filter(given).dictionary_encode()


def _line_up(event_ids: Run, ids: Run, codes: Codes) -> Codes:
    order = np.argsort(event_ids)
    out = np.full(len(event_ids), -1, np.int32)
    places = places_in(ids, event_ids[order])
    known = places >= 0
    out[order[known]] = codes[places[known]]
    return out
