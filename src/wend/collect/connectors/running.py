"""One run of a connector: read, map, stage, promise, a portion at a time.

A portion's events, its bad rows, what it says about people and how far the connector has come become true in one
transaction. A kill in between leaves the state of the portion before; the next run reads a little again, and the ids of
the events tell what is known. So nothing is lost and nothing counted twice, whatever dlt or the other system remember.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from wend.collect.connectors import repository
from wend.collect.connectors.databases import pages
from wend.collect.connectors.document import Connector
from wend.collect.connectors.fetching import Fetching, fetch
from wend.collect.connectors.repository import Progress
from wend.collect.connectors.rows import as_row, identified
from wend.collect.errors import TooManyBadRows
from wend.collect.files import check_columns, digest_of
from wend.collect.forgotten import nobody_or_some, without
from wend.collect.importing import JUDGED_FROM, MOST_UNNAMED_PERCENT, split
from wend.collect.live import repository as counting
from wend.collect.live.model import Held
from wend.collect.live.repository import Counted
from wend.collect.mapping.language import parse_mapping
from wend.collect.mapping.model import Mapping
from wend.collect.mapping.transform import NO_CUSTOMER, Mapped, Transformer
from wend.collect.model_connectors import Ran
from wend.collect.reading.chunk import BadRow, Chunk
from wend.collect.reading.documents import table_of
from wend.collect.reading.opening import open_file
from wend.kit.clock import epoch_micros, epoch_seconds
from wend.log.facade import Staged, Writer
from wend.log.failpoints import reached
from wend.people import facade as people
from wend.store import tasks
from wend.store.facade import Work
from wend.store.tasks import Claimed
from wend.workspaces.facade import Workspace

KIND = "connector"


@dataclass(frozen=True, slots=True)
class _Portion:
    """Rows that become true together, and how far one has come with them."""

    chunk: Chunk
    progress: Progress


class Runner:
    """One run of one connector. `claimed` is the loan under which a worker runs it: without it nothing is written."""

    def __init__(
        self, workspace: Workspace, source: str, connector: Connector, url: str, claimed: Claimed | None = None
    ) -> None:
        self._workspace = workspace
        self._source = source
        self._connector = connector
        self._url = url
        self._claimed = claimed
        self._mapping = parse_mapping(connector.mapping)
        self._transformer = Transformer(identified(self._mapping, source, connector.keys))
        self._ran = Ran(source, 0, 0, 0, 0)
        self._faulty = self._unnamed = 0
        self._evidence = people.Bulk("same_row", source, epoch_micros(workspace.clock.now()))

    def run(self) -> Ran:
        """Read what is new. Raises LogBusy while another import runs, NotReached and what else reading meets."""
        with self._workspace.store.reading(self._workspace.name) as reading:
            progress = repository.progress(reading, self._source)
        with self._workspace.log.writer(self._source) as writer:
            writer.start_file()
            gone = nobody_or_some(self._workspace)
            with closing(self._portions(progress)) as portions:
                for portion in portions:
                    mapped = without(self._transformer.apply(portion.chunk), self._mapping, gone)
                    self._judge(mapped, portion)
                    self._commit(writer, mapped, portion)
        self._workspace.log.move()
        return self._ran

    def _portions(self, progress: Progress) -> Generator[_Portion]:
        return self._of_table(progress) if self._connector.kind == "database" else self._of_file(progress)

    def _of_table(self, progress: Progress) -> Generator[_Portion]:
        with closing(pages(self._connector, self._url, progress)) as portions:
            for rows, moved in portions:
                texts = [as_row(row, self._mapping, self._connector.keys) for row in rows]
                yield _Portion(Chunk(table_of(texts), np.arange(len(texts), dtype=np.int64), [], 0), moved)

    def _of_file(self, progress: Progress) -> Generator[_Portion]:
        """The whole file each time: a longer one adds what is new. The same one is not read again."""
        settings = self._workspace.settings
        with tempfile.TemporaryDirectory(prefix="wend-connector-") as folder:
            path = Path(folder) / f"{self._source}.csv"
            allowed = frozenset(each.strip().lower() for each in settings.connector_hosts.split(",") if each.strip())
            fetch(self._url, path, Fetching(allowed), lambda: epoch_seconds(self._workspace.clock.now()))
            digest = f"{digest_of(path)}:{_digest(self._connector.mapping)}"
            if progress.get("digest") == digest:
                self._ran = replace(self._ran, unchanged=True)
                return
            reader = open_file(path, self._mapping.shape, settings.max_line_bytes)
            check_columns(self._mapping, reader, path.name)
            rows = 0
            for chunk in reader.chunks():
                rows += chunk.rows
                yield _Portion(chunk, {**progress, "rows": rows})
            nothing = Chunk(table_of([]), np.arange(0, dtype=np.int64), [], 0)
            yield _Portion(nothing, {**progress, "rows": rows, "digest": digest})

    def _commit(self, writer: Writer, mapped: Mapped, portion: _Portion) -> None:
        events, own = split(mapped.events)
        made = writer.stage(events) if events.num_rows else None
        staged: list[Staged] = [*([made] if made else []), *([writer.stage(own)] if own.num_rows else [])]
        added, repeated = (made.added, made.repeated) if made else (0, 0)
        at = epoch_micros(self._workspace.clock.now())
        with self._workspace.store.work(self._workspace.name) as work:
            if self._claimed is not None:
                tasks.hold(work, self._claimed)
            for each in staged:
                self._workspace.log.promise(work, each)
            waiting = self._hold(work, mapped.bad, at)
            self._evidence.note(work, mapped.links)
            counting.count(work, self._source, Counted(added, repeated, waiting), at)
            repository.advance(work, self._source, portion.progress)
            reached("connector_promised")
        reached("connector_committed")
        for each in staged:
            writer.settle(each)
        self._ran = replace(
            self._ran,
            rows=self._ran.rows + portion.chunk.rows,
            events=self._ran.events + added,
            repeated=self._ran.repeated + repeated,
            bad=self._ran.bad + waiting,
        )

    def _judge(self, mapped: Mapped, portion: _Portion) -> None:
        """Stop before a wrong mapping fills the quarantine with a whole table. What was read before stays."""
        rows = self._ran.rows + portion.chunk.rows
        bad = self._faulty + len(mapped.bad) - mapped.unnamed
        self._faulty, self._unnamed = bad, self._unnamed + mapped.unnamed
        most = self._workspace.settings.max_bad_share_percent
        many = bad * 100 > most * rows or self._unnamed * 100 > MOST_UNNAMED_PERCENT * rows
        if rows >= JUDGED_FROM and many:
            first = mapped.bad[0] if mapped.bad else BadRow(0, NO_CUSTOMER, "")
            raise TooManyBadRows(
                file=self._source, bad=bad + self._unnamed, rows=rows, line=first.line, reason=first.reason, most=most
            )

    def _hold(self, work: Work, bad: list[BadRow], at: int) -> int:
        """Put rows into quarantine, each once, however often they are read again. Returns how many are new there."""
        first: dict[int, Held] = {}
        for row in bad:
            first.setdefault(row.line, held_of(row))
        marks = {each.mark: each for each in first.values() if each.mark}
        known = counting.known_marks(work, self._source, list(marks))
        fresh = {mark: each for mark, each in marks.items() if mark not in known}
        counting.add_marks(work, self._source, {mark: each.content for mark, each in fresh.items()}, at)
        counting.hold(work, self._source, list(fresh.values()), at)
        return len(fresh)


def held_of(bad: BadRow) -> Held:
    """A row that waits in quarantine."""
    row = bad.original if bad.in_columns else json.dumps(bad.original, ensure_ascii=False)
    content = hashlib.blake2b(row.encode(), digest_size=16).digest()
    return Held(
        bad.reason, bad.details, KIND, row, content, hashlib.blake2b(b"held" + content, digest_size=16).digest()
    )


def mapping_of(connector: Connector, source: str) -> Mapping:
    """The mapping as a run uses it."""
    return identified(parse_mapping(connector.mapping), source, connector.keys)


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
