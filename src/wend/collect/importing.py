"""Bring a file in: read, transform, stage, promise, a batch at a time.

One batch is one transaction: the events' promise, the bad rows, the links and how far the import has come become true
together.
Batches are cut at chunk borders, and chunks are cut the same way whenever the same file is read, so an import that
was killed
goes on behind its last batch; the rows before it are only counted, so that equal rows keep their numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from wend.collect import agreements, repository
from wend.collect.ahead import ahead
from wend.collect.errors import TooManyBadRows
from wend.collect.files import check_columns, digest_of, find_lookup, load_lookup
from wend.collect.forgotten import nobody_or_some, without
from wend.collect.mapping.model import Mapping
from wend.collect.mapping.transform import NO_CUSTOMER, Mapped, Transformer
from wend.collect.mapping.writing import to_toml
from wend.collect.model import ImportedFile, Progress, Watcher
from wend.collect.reading.chunk import BadRow, Reader
from wend.collect.reading.opening import open_file
from wend.collect.repository import ImportRow
from wend.domain.event import IDENTIFY
from wend.log.facade import Staged, Writer
from wend.people import facade as people
from wend.workspaces.facade import Workspace

JUDGED_FROM = 10_000
"""Rows before the share of bad ones is judged."""
MOST_UNNAMED_PERCENT = 90
"""Rows without a customer are common (tills sell to anybody); only a file that has nearly none of them is a mistake."""
_MOVE_EVERY = 8


@dataclass
class _Batch:
    """Chunks that will become true together."""

    events: list[pa.Table] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)
    links: set[tuple[str, str]] = field(default_factory=set)
    rows: int = 0
    unnamed: int = 0
    chunks: int = 0
    position: int = 0

    def add(self, mapped: Mapped, position: int) -> None:
        self.events.append(mapped.events)
        self.bad += mapped.bad
        self.links |= mapped.links
        self.rows += mapped.rows
        self.unnamed += mapped.unnamed
        self.chunks += 1
        self.position = position

    @property
    def size(self) -> int:
        return sum(table.num_rows for table in self.events)


class Importer:
    """The import of one file into one workspace; the writer is the workspace's only one while it runs."""

    def __init__(
        self, workspace: Workspace, path: Path, mapping: Mapping, given: Sequence[Path], watch: Watcher
    ) -> None:
        self.workspace = workspace
        self.path = path
        self.mapping = mapping
        self.watch = watch
        limit = workspace.settings.max_line_bytes
        self.reader: Reader = open_file(path, mapping.shape, limit)
        check_columns(mapping, self.reader, path.name)
        paths = [find_lookup(join, path, given) for join in mapping.joins]
        lookups = [load_lookup(join, found, limit) for join, found in zip(mapping.joins, paths, strict=True)]
        self.transformer = Transformer(mapping, lookups)
        self.digest = "+".join(digest_of(each) for each in (path, *paths))
        self.state = self._begin()
        self._evidence = people.Bulk("same_row", self.state.id, self.state.started_at)
        self._reasons: Counter[str] = Counter()

    def _begin(self) -> ImportRow:
        """The import's row in the store: the one of an earlier run with this content and mapping, or a new one."""
        toml = to_toml(self.mapping)
        store, name = self.workspace.store, self.workspace.name
        with store.work(name) as work:
            before = repository.import_of(work, self.digest, toml)
            if before is None or before.state == "failed":
                file = {
                    "name": self.path.name,
                    "path": str(self.path.resolve()),
                    "digest": self.digest,
                    "bytes": self.path.stat().st_size,
                }
                repository.dismiss_failed(work, self.digest)
                repository.begin(work, self.workspace.ids.fresh("import"), file, toml, self.workspace.clock.now())
                before = repository.import_of(work, self.digest, toml)
        if before is None:
            raise LookupError(self.digest)
        return before

    def run(self) -> ImportedFile:
        """Import what is not in yet. Raises TooManyBadRows, the reader's Mistakes, and Trouble when another import
        runs.
        """
        if self.state.state == "done":
            return self._result(known=True)
        with self.workspace.log.writer(self.state.id) as writer:
            self.state = self._begin()  # again: whoever wrote until now may have been importing this very file
            if self.state.state == "done":
                return self._result(known=True)
            writer.start_file()
            with closing(ahead(self._mapped())) as chunks:
                self._import(writer, chunks)
        self.workspace.log.move()
        return self._result(known=False)

    def _mapped(self) -> Iterator[tuple[Mapped, int]]:
        gone = nobody_or_some(self.workspace)
        with closing(ahead(self.reader.chunks())) as chunks:
            for chunk in chunks:
                yield without(self.transformer.apply(chunk), self.mapping, gone), chunk.position

    def _import(self, writer: Writer, chunks: Iterator[tuple[Mapped, int]]) -> None:
        done = self.state.chunks
        batch = _Batch()
        batches = 0
        for number, (mapped, position) in enumerate(chunks):
            if number < done:
                for part in split(mapped.events):
                    writer.pass_over(part)
                continue
            batch.add(mapped, position)
            self._judge(batch, last=False)
            self._tell(batch)
            if batch.size >= self.workspace.settings.batch_rows:
                self._commit(writer, batch)
                batch = _Batch()
                batches += 1
                if batches % _MOVE_EVERY == 0:
                    self.workspace.log.move()
        self._judge(batch, last=True)
        self._commit(writer, batch, last=True)

    def _commit(self, writer: Writer, batch: _Batch, *, last: bool = False) -> None:
        """Stage the batch and promise it, together with everything else that is now true."""
        staged: list[Staged] = []
        made: Staged | None = None
        if batch.events:
            events, own = split(pa.concat_tables(batch.events, promote_options="default"))
            made = writer.stage(events) if events.num_rows else None
            staged = [*([made] if made else []), *([writer.stage(own)] if own.num_rows else [])]
        self.state = replace(
            self.state,
            state="done" if last else "running",
            chunks=self.state.chunks + batch.chunks,
            rows=self.state.rows + batch.rows,
            events=self.state.events + (made.added if made else 0),
            repeated=self.state.repeated + (made.repeated if made else 0),
            bad=self.state.bad + len(batch.bad) - batch.unnamed,
            unnamed=self.state.unnamed + batch.unnamed,
        )
        log = self.workspace.log
        with self.workspace.store.work(self.workspace.name) as work:
            for each in staged:
                log.promise(work, each)
            repository.hold(work, self.state.id, self.path.name, batch.bad)
            self._evidence.note(work, batch.links)
            agreements.record(work, (told for part in batch.events for told in agreements.told_in(part, self.state.id)))
            repository.advance(work, self.state, self.workspace.clock.now() if last else None)
        for each in staged:
            writer.settle(each)

    def _judge(self, batch: _Batch, *, last: bool) -> None:
        """Stop a file of which too much is bad, keeping its bad rows for whoever mends the mapping."""
        rows, unnamed = self.state.rows + batch.rows, self.state.unnamed + batch.unnamed
        bad = self.state.bad + len(batch.bad) - batch.unnamed
        most = self.workspace.settings.max_bad_share_percent
        nothing = last and rows > 0 and self.state.events + self.state.repeated + batch.size == 0 and bad + unnamed > 0
        judged = rows >= JUDGED_FROM
        if not nothing and not (judged and (bad * 100 > most * rows or unnamed * 100 > MOST_UNNAMED_PERCENT * rows)):
            return
        with self.workspace.store.work(self.workspace.name) as work:
            repository.hold(work, self.state.id, self.path.name, batch.bad)
            total = replace(self.state, state="failed", rows=rows, bad=bad, unnamed=unnamed)
            repository.advance(work, total, self.workspace.clock.now())
        first = next((row for row in batch.bad if bad == 0 or row.reason != NO_CUSTOMER), batch.bad[0])
        raise TooManyBadRows(
            file=self.path.name, bad=bad + unnamed, rows=rows, line=first.line, reason=first.reason, most=most
        )

    def _tell(self, batch: _Batch) -> None:
        state = self.state
        bad = state.bad + len(batch.bad)
        self.watch(
            Progress(
                self.path.name,
                batch.position,
                self.path.stat().st_size,
                state.rows + batch.rows,
                state.events + batch.size,
                bad,
            )
        )

    def _result(self, *, known: bool) -> ImportedFile:
        state = self.state
        events, repeated = (0, state.events + state.repeated) if known else (state.events, state.repeated)
        return ImportedFile(
            self.path.name, state.id, self.mapping.name, state.rows, events, repeated, state.bad, state.unnamed, known
        )


def split(events: pa.Table) -> tuple[pa.Table, pa.Table]:
    """The events people made, and apart from them Wend's own rows, so that each kind is counted by itself."""
    own = pc.equal(events.column("event").cast(pa.string()), IDENTIFY)
    if not pc.any(own).as_py():
        return events, events.slice(0, 0)
    return events.filter(pc.invert(own)), events.filter(own)
