"""The log's files as pieces of coded columns, read ahead by threads and handed over in the log's order.

Order matters for one thing only: event names and channels get their codes in the order in which the log first has them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

from wend.domain.event import IDENTIFY, NO_RATING, NOT_COVERED
from wend.log.errors import TooManyChannels, TooManyEventNames
from wend.log.hashing import Words, text_keys
from wend.log.keyed import KeyMap
from wend.log.rows import SKIPPED, Incoming
from wend.log.traits import Names

MOST_EVENTS = 65_000
MOST_CHANNELS = 250
_CODED = ["event", "channel", "about"]
_PLAIN = ["subject", "occurred_at", "received_at", "event_id", "amount", "rating", "expectation"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One row group: its first line, its table, and the keys that take long to compute."""

    line: int
    rows: pa.Table
    subject: Words
    key: Words
    identify: pa.Table | None


@dataclass(frozen=True, slots=True)
class Coded:
    """A piece with its words as codes, and its `$identify` rows (subject, times, documents) apart."""

    incoming: Incoming
    subjects: pa.StringArray
    identified: NDArray[np.int64]
    documents: pa.Array | None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Event names and channels with their codes."""

    events: Names
    channels: Names


def pieces(files: Mapping[Path, int], mapping: KeyMap, threads: int) -> Iterator[Piece]:
    """All row groups of the files, which are given with their first lines, in order; at most `threads` + 1 are in
    memory.
    """
    with ThreadPoolExecutor(threads) as pool:
        ahead: deque[Future[Piece]] = deque()
        for path, line in files.items():
            told = pq.read_metadata(path)
            for group in range(told.num_row_groups):
                ahead.append(pool.submit(_read, path, group, line, mapping))
                line += told.row_group(group).num_rows
                if len(ahead) > threads:
                    yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()


def _read(path: Path, group: int, line: int, mapping: KeyMap) -> Piece:
    with pq.ParquetFile(path, read_dictionary=_CODED) as file:
        rows = file.read_row_group(group, columns=_CODED + _PLAIN, use_threads=False).combine_chunks()
        names = rows.column("event").chunk(0).dictionary
        identify = IDENTIFY in names.to_pylist()
        documents = file.read_row_group(group, columns=["properties"], use_threads=False) if identify else None
    subject = text_keys(rows.column("subject").chunk(0))
    return Piece(line, rows, subject, mapping.apply(subject), documents)


def coded(piece: Piece, vocabulary: Vocabulary) -> Coded:
    """Give the piece's words their codes. Raises TooManyEventNames or TooManyChannels; nothing is dropped."""
    rows = piece.rows
    event = _codes(rows, "event", vocabulary.events, np.uint16, SKIPPED)
    about = _codes(rows, "about", vocabulary.events, np.uint16, NOT_COVERED)
    if len(vocabulary.events.words) > MOST_EVENTS:
        raise TooManyEventNames(found=len(vocabulary.events.words), most=MOST_EVENTS)
    channel = _codes(rows, "channel", vocabulary.channels, np.uint16, 0)
    if len(vocabulary.channels.words) > MOST_CHANNELS:
        raise TooManyChannels(found=len(vocabulary.channels.words), most=MOST_CHANNELS)
    incoming = Incoming(
        key=piece.key,
        subject=piece.subject,
        occurred_at=_numbers(rows, "occurred_at", 0),
        received_at=_numbers(rows, "received_at", 0),
        event_id=_numbers(rows, "event_id", 0),
        amount=_numbers(rows, "amount", 0),
        event=event,
        about=about,
        rating=_numbers(rows, "rating", NO_RATING).astype(np.int16),
        expectation=_numbers(rows, "expectation", NO_RATING).astype(np.int16),
        channel=channel.astype(np.uint8),
        first_line=piece.line,
    )
    identified = _identified(rows, piece.identify)
    documents = None if piece.identify is None else piece.identify.column(0).combine_chunks().take(identified)
    return Coded(incoming, rows.column("subject").chunk(0), identified, documents)


def _codes(rows: pa.Table, column: str, names: Names, kind: type[np.uint16], missing: int) -> NDArray[np.uint16]:
    """Codes of a dictionary column; system names and nulls become `missing`."""
    words = rows.column(column).chunk(0)
    dictionary = words.dictionary.to_pylist()
    used = set(pc.unique(words.indices).to_pylist())  # a shared dictionary may hold words of other row groups
    codes = [
        missing if place not in used or (word.startswith("$") and missing) else names.code(word)
        for place, word in enumerate(dictionary)
    ]
    table = np.array([*codes, missing], np.int64)
    return np.asarray(table[words.indices.fill_null(len(dictionary)).to_numpy()].astype(kind))


def _numbers(rows: pa.Table, column: str, missing: int) -> NDArray[np.int64]:
    values = rows.column(column).chunk(0)
    if pa.types.is_timestamp(values.type):
        values = values.view(pa.int64())
    return np.asarray(values.fill_null(missing).to_numpy())


def _identified(rows: pa.Table, documents: pa.Table | None) -> NDArray[np.int64]:
    if documents is None:
        return np.empty(0, np.int64)
    words = rows.column("event").chunk(0)
    code = words.dictionary.to_pylist().index(IDENTIFY)
    given = documents.column(0).combine_chunks().is_valid().to_numpy(zero_copy_only=False)
    return np.flatnonzero((words.indices.to_numpy() == code) & given)
