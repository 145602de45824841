"""XES event logs: each trace is a customer's journey, each event a row; attributes of the trace are called `case:…`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax import ContentHandler  # only the type; the parser is defusedxml's
from xml.sax.xmlreader import AttributesImpl

import numpy as np

from wend.collect.errors import NoRows
from wend.collect.reading.chunk import Chunk
from wend.collect.reading.documents import columns_of, table_of
from wend.collect.reading.markup import fed
from wend.collect.reading.stream import ByteStream

ROWS_PER_CHUNK = 50_000
_SAMPLE_ROWS = 2_000
_VALUES = frozenset({"string", "date", "int", "float", "boolean", "id"})


class _Journeys(ContentHandler):
    """Collects the events of finished traces. Attributes inside attributes, globals and classifiers are passed over."""

    def __init__(self) -> None:
        super().__init__()
        self.finished: list[dict[str, str]] = []
        self._above: list[str] = []
        self._trace: dict[str, str] = {}
        self._event: dict[str, str] = {}
        self._events: list[dict[str, str]] = []

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802  # SAX's name
        tag = name.rpartition(":")[2]
        above = self._above[-1] if self._above else ""
        if tag in _VALUES and above == "event":
            self._event[attrs.get("key", "")] = attrs.get("value", "")
        elif tag in _VALUES and above == "trace":
            self._trace["case:" + attrs.get("key", "")] = attrs.get("value", "")
        self._above.append(tag)

    def endElement(self, name: str) -> None:  # noqa: N802, ARG002  # SAX's signature
        tag = self._above.pop()
        if tag == "event":
            self._events.append(self._event)
            self._event = {}
        elif tag == "trace":
            self.finished += [{**self._trace, **event} for event in self._events]
            self._trace, self._events = {}, []

    def take(self) -> list[dict[str, str]]:
        """The events finished since the last call."""
        taken, self.finished = self.finished, []
        return taken


@dataclass
class XesReader:
    """An XES log. Line numbers are event numbers from 1: XML has no lines to speak of."""

    path: Path
    columns: tuple[str, ...] = ()
    format: str = "xes"
    fixed: bool = False

    def chunks(self) -> Iterator[Chunk]:
        """Raises FileDamaged for broken XML, and for XML that declares entities."""
        stream = ByteStream(self.path)
        rows: list[dict[str, str]] = []
        done = 0
        for events in self._events(stream):
            rows += events
            while len(rows) >= ROWS_PER_CHUNK:
                yield self._chunk(rows[:ROWS_PER_CHUNK], done, stream.position)
                done += ROWS_PER_CHUNK
                rows = rows[ROWS_PER_CHUNK:]
        if rows:
            yield self._chunk(rows, done, stream.position)
        elif done == 0:
            raise NoRows(file=self.path.name)

    def _chunk(self, rows: list[dict[str, str]], done: int, position: int) -> Chunk:
        return Chunk(table_of(rows), np.arange(done + 1, done + 1 + len(rows), dtype=np.int64), [], position)

    def _events(self, stream: ByteStream) -> Iterator[list[dict[str, str]]]:
        journeys = _Journeys()
        for _ in fed(self.path, journeys, stream):
            yield journeys.take()

    def look(self) -> None:
        """Learn the columns from the first events."""
        seen: list[dict[str, str]] = []
        for events in self._events(ByteStream(self.path)):
            seen += events
            if len(seen) >= _SAMPLE_ROWS:
                break
        self.columns = columns_of(seen)


def open_xes(path: Path) -> XesReader:
    """The reader of an XES file, its first events looked at."""
    reader = XesReader(path)
    reader.look()
    return reader
