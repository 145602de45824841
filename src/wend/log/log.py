"""One workspace's event log: the one path in, and the views that are derived from it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Concatenate, ParamSpec

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from wend.kit.clock import Clock
from wend.log import arrived, erasing, free_sql, inbox, moving, newest, queries
from wend.log.building import EVENTS_PER_BUCKET
from wend.log.canonical import Who
from wend.log.catalogue import Catalogue, catalogued
from wend.log.dossier_run import LogRow, in_order
from wend.log.dossiers import Dossiers
from wend.log.erasing import Gone
from wend.log.errors import LogBusy
from wend.log.failpoints import reached
from wend.log.journal import MANIFEST, Journal, manifest_of, opened
from wend.log.jsonfield import field
from wend.log.keeping import VIEWS, Wanted, rebuilt, refreshed
from wend.log.marks import Marks
from wend.log.moving import Moved
from wend.log.packed import Damaged
from wend.log.properties import Property, aligned, standing
from wend.log.runs import Run
from wend.log.sampling import sampled
from wend.log.schema import LOG_SCHEMA
from wend.log.staging import Staged, Writer
from wend.log.table import EventTable, mend, newest_commit
from wend.log.tail import Live, Tail
from wend.people import facade as people
from wend.store import locks
from wend.store.facade import Store, Work

P = ParamSpec("P")
_NEVER = datetime.min.replace(tzinfo=UTC)
_WORTH = 10
"""A refresh should serve at least so many times as long as it took."""
_TRIES = 3
Signs = tuple[str, str, int]


class Log:
    """The event log of one workspace. Cheap to make; reads and writes only when asked to.

    `directory` is the workspace's folder (`store.folder(workspace)`), below which `log/`, `marks/` and `journal/` live.
    """

    def __init__(
        self,
        directory: Path,
        store: Store,
        workspace: str,
        clock: Clock,
        *,
        threads: int = 2,
        buckets: int = 64,
        patience_s: int = 0,
        late_from: int = EVENTS_PER_BUCKET,
    ) -> None:
        self._patience = timedelta(seconds=patience_s)
        self._waited = _NEVER  # until this moment the journal at hand is young enough
        self._tail = Tail()
        self.dossiers = Dossiers(directory / "journal" / "dossiers", directory / "log", clock, threads)
        self._mapped_at = 0
        self._threads = threads
        self._buckets = buckets
        self._late_from = late_from
        self._turn = threading.Lock()
        self._last: tuple[Journal, Signs | None] | None = None  # one value, so that threads see both or neither
        self.directory = directory
        self.workspace = workspace
        self._store = store
        self._clock = clock

    @property
    def folder(self) -> Path:
        """The Delta table's folder; any Delta reader may open it."""
        return self.directory / "log"

    def writer(self, source: str) -> Writer:
        """Become this workspace's only writer of event files, for an import named `source`; raises LogBusy when there
        is one."""
        with ExitStack() as held:
            held.enter_context(self._writing())
            marks = self._recovered()
            return Writer(self.folder, marks, source, self._clock.now(), held.pop_all())

    def promise(self, work: Work, staged: Staged) -> None:
        """Take responsibility for a staged batch in the caller's transaction; when it commits, the events are safe."""
        self._waited = _NEVER
        inbox.promise(work, staged)

    def move(self) -> Moved:
        """Let everything promised join the table; harmless to repeat and to kill."""
        with self._moving():
            return moving.move(self._store, self.workspace, self.folder, self._clock, self._followed())

    def tidy(self, *, small_rows: int = 1_000_000, big_rows: int = 4_000_000, keep_hours: int = 24) -> int:
        """Join small files and delete files that left the table over `keep_hours` ago; returns how many were joined."""
        with self._moving():
            table = EventTable(self.folder, self._clock)
            gone = moving.tidy(self.folder, table, small_rows=small_rows, big_rows=big_rows)
            table.vacuum(keep_hours)
            return gone

    def erase(self, subjects: Collection[str], pattern: str = "") -> Gone:
        """Take everything that came under these identifiers out of the log and of all that is derived from it, and
        traces of them that `pattern` finds out of other people's rows; no byte stays. Harmless to repeat and to kill.

        Raises LogBusy while an import runs.
        """
        with self._writing(), self._moving():
            table = self._settled()
            gone = erasing.erase(self.folder, table, erasing.Wanted(frozenset(subjects), pattern))
            erasing.sweep(self.folder, table.files())
        self._tail.forget(subjects)
        with self._journaling() as folder:
            self._last, self._mapped_at, self._waited = None, 0, _NEVER
            erasing.clear(folder)
            if (folder / MANIFEST).exists():
                self._keep(rebuilt(folder, self._wanted()), None)
        self.dossiers.keep()
        reached("after_erasing_views")
        return gone

    def journal(self, *, exact: bool = False) -> Journal:
        """The journal, up to date with everything promised and with the identity links. Cheap when nothing is new.

        While live events keep coming, one that is younger than the log's patience will do, unless `exact`.
        """
        last, signs = self._last, self._signs()
        if last is not None and ((signs is not None and signs == last[1]) or (not exact and self._is_young())):
            return last[0]
        began = self._clock.now()
        self.move()
        people.settle(self._store, self.workspace)
        signs = self._signs()
        with self._journaling() as folder:
            journal = refreshed(folder, self._wanted(), self._last and self._last[0])
            self._keep(journal, signs)
            ended = self._clock.now()
            self._waited = ended + max(self._patience, _WORTH * (ended - began) if self._patience else self._patience)
            return journal

    def journal_at_hand(self) -> Journal:
        """The newest journal there is, without moving or refreshing anything; what is younger is in `recent`.

        Refreshed all the same when files wait, or when events were moved by another process and never seen here.
        """
        journal = self._mapped()
        for _ in range(_TRIES):
            if journal is not None:
                with self._store.reading(self.workspace) as reading:
                    if self._tail.follow(reading, journal.moved) is not None:
                        return journal
            journal = self.journal(exact=True)
        return journal or self.journal(exact=True)

    def recent(self, identifiers: Iterable[str], journal: Journal) -> list[Live]:
        """Live events under these identifiers that `journal` (from `journal_at_hand`) does not cover, in journey order,
        `$` rows among them. Rows have LOG_SCHEMA's columns, times in µs.
        """
        return self._tail.of(identifiers, journal.moved)

    def newer(self, identifiers: Iterable[str], number: int) -> list[Live]:
        """Live events under these identifiers that were acknowledged after this number of the inbox, `$` rows among
        them; those that moved to the log long since are left out.
        """
        return self._tail.of(identifiers, number)

    def recent_subjects(self, journal: Journal) -> dict[str, int]:
        """Who did something that `journal` (from `journal_at_hand`) does not cover: identifier → last moment in µs."""
        return self._tail.subjects(journal.moved)

    def life(self, identifiers: Sequence[str], journal: Journal) -> list[LogRow]:
        """Everything that ever came under these identifiers, up to the newest acknowledged event, in journey order, `$`
        rows among them; `journal` is from `journal_at_hand`.
        """
        recent = [LogRow.of(row) for row in self.recent(identifiers, journal)]  # first: moving must not hide them
        return in_order([*self.dossiers.rows(identifiers), *recent])

    def rebuild_journal(self) -> Journal:
        """The journal, built anew from the log."""
        self.move()
        people.settle(self._store, self.workspace)
        with self._journaling() as folder:
            journal = rebuilt(folder, self._wanted())
            self._keep(journal, None)
            return journal

    def catalogue(self) -> Catalogue:
        """Every event name with its counts, channels and properties, up to date."""
        journal = self.journal()
        with self._journaling() as folder:
            return catalogued(folder / VIEWS / "catalogue.json", journal, self._sample, self._threads)

    def property(self, name: str, journal: Journal | None = None) -> Property:
        """A property of all events, lined up with the buckets of `journal` (default: the current one)."""
        journal = journal or self.journal()
        with self._journaling() as folder:
            now = standing(folder, journal, self.folder, lambda: list(EventTable(self.folder, self._clock).files()))
            return aligned(folder / VIEWS, now, journal, name, self._threads)

    def events_of(self, subjects: Sequence[str]) -> pa.Table:
        """All log rows that came under any of these identifiers (LOG_SCHEMA), in journey order, `$` rows among them."""
        return self._rows(queries.of_subjects, list(subjects))

    def events(self, ids: Sequence[int], from_at: int, to_at: int) -> pa.Table:
        """Log rows by event id, known to lie in [from_at, to_at) epoch seconds, in journey order."""
        return self._rows(queries.by_id, list(ids), (from_at, to_at))

    def arrived(self, after: int, most_rows: int, without: str) -> dict[str, str] | None:
        """Who did anything that joined the log after this number of the inbox: identifier → id of their last event.

        Events of the source `without` are left out. None: more than so many rows joined, or nobody knows any more.
        """
        return arrived.arrived(self.folder, after, most_rows, without)

    def newest(self, source: str, limit: int) -> list[dict[str, Any]]:
        """The events of a source that came last, the newest first (`newest.COLUMNS`, times in µs)."""
        with self._store.reading(self.workspace) as reading:  # first: moving must not hide them
            rows = newest.promised(reading, source, limit)
        return newest.newest(rows, self._paths(), source, limit)

    def told(self, trait: str) -> dict[str, int]:
        """When each identifier was last told a trait, in epoch seconds; the rows that tell any are read for it."""
        rows = self._rows(queries.told)
        if not rows.num_rows:
            return {}
        documents = rows["properties"].combine_chunks().cast(pa.string())
        said = rows.select(["subject", "at"]).filter(field(documents, trait).is_valid())
        last = said.group_by("subject").aggregate([("at", "max")])
        return dict(zip(last["subject"].to_pylist(), last["at_max"].to_pylist(), strict=True))

    def query(self, sql: str, most: int = 10_000) -> pa.Table:
        """One ad-hoc SELECT over `events`, read-only, at most so many rows; raises BadQuery."""
        return self._rows(queries.free, sql, most)

    def sql(self, query: str, most: int, seconds: float) -> pa.Table:
        """One ad-hoc SELECT over `events`, `customers` and `journeys`, read-only, stopped in time; raises BadQuery."""
        return self._rows(free_sql.ask, self.journal(), query, most, seconds)

    def canonical(self, identifier: str) -> str:
        """The canonical customer of a written identifier (`kind:value`); itself when nothing is linked to it."""
        with self._store.reading(self.workspace) as reading:
            return people.canonical(reading, [identifier])[identifier]

    def identifiers(self, customer: str) -> tuple[str, ...]:
        """All identifiers of a canonical customer, itself among them, sorted."""
        with self._store.reading(self.workspace) as reading:
            return people.members(reading, customer)

    def _rows(
        self, ask: Callable[Concatenate[Path, Sequence[Path], int, P], pa.Table], *values: P.args, **more: P.kwargs
    ) -> pa.Table:
        if self._signs() is None:
            self.move()
        files = self._paths()
        if not files:
            return LOG_SCHEMA.empty_table()
        return ask(self.folder, files, self._threads, *values, **more)

    def _sample(self, each: int) -> Mapping[str, Sequence[str]]:
        def draw(files: Sequence[Path], most: int) -> Mapping[str, Sequence[queries.Drawn]]:
            return queries.sample_documents(self.folder, files, self._threads, most)

        names = list(EventTable(self.folder, self._clock).files())
        return sampled(self.directory / "journal" / VIEWS / "samples.json", self.folder, names, each, draw)

    def _paths(self) -> list[Path]:
        return [self.folder / name for name in EventTable(self.folder, self._clock).files()]

    def _wanted(self) -> Wanted:
        table = EventTable(self.folder, self._clock)
        who = Who(self._store, self.workspace)
        return Wanted(self.folder, table.files(), table.moved, who, self._buckets, self._threads, self._late_from)

    def _keep(self, journal: Journal, signs: Signs | None) -> None:
        """Hold on to a journal whose manifest has just been written; the caller holds the journal lock."""
        self._mapped_at = _changed(self.directory / "journal" / MANIFEST)
        self._last = journal, signs and (*signs[:-1], self._mapped_at)

    def _followed(self) -> int | None:
        """The inbox number up to which the tail has seen everything; None when nobody reads it. Events are not moved
        away from a tail that has not seen them.
        """
        journal = self._mapped() if self._tail.is_read else None
        if journal is None:
            return None
        with self._store.reading(self.workspace) as reading:
            return self._tail.follow(reading, journal.moved)

    def _mapped(self) -> Journal | None:
        """The journal on disk, mapped anew when another process has refreshed it."""
        folder = self.directory / "journal"
        if self._last is not None and self._mapped_at == _changed(folder / MANIFEST):
            return self._last[0]
        with self._turn:
            written, manifest = _changed(folder / MANIFEST), manifest_of(folder)
            if manifest is None:
                return None
            try:
                self._last = opened(folder, manifest), None
            except (Damaged, OSError):  # replaced while we looked: whoever did so is writing a newer one
                return None
            self._mapped_at = written
            return self._last[0]

    def _is_young(self) -> bool:
        return self._clock.now() < self._waited

    def _signs(self) -> Signs | None:
        """What a journal depends on, told from names and times alone; equal signs mean that nothing has changed.

        None while something is promised: it changes the journal as soon as it is moved.
        """
        with self._store.reading(self.workspace) as reading:
            promised, who = inbox.is_waiting(reading), people.version(reading)
        return None if promised else (who, newest_commit(self.folder), _changed(self.directory / "journal" / MANIFEST))

    @contextmanager
    def _journaling(self) -> Iterator[Path]:
        with self._turn, locks.hold(self.directory / "journal.lock", wait=True):
            yield self.directory / "journal"

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with ExitStack() as held:
            try:
                held.enter_context(locks.hold(self.directory / "writer.lock", wait=False))
            except locks.Held as other:
                raise LogBusy(workspace=self.workspace, pid=other.pid) from other
            yield

    @contextmanager
    def _moving(self) -> Iterator[None]:
        with locks.hold(self.directory / "move.lock", wait=True):
            yield

    def _recovered(self) -> Marks:
        """Set right what a crash left, and return marks that fit the log and the inbox."""
        with self._moving():
            table = self._settled()
            moving.sweep(self._store, self.workspace, self.folder, table)
            files = {name: moving.replaced_by(self.folder / name) for name in table.files()}
            return Marks.open(self.directory / "marks", files, self._ids)

    def _settled(self) -> EventTable:
        """The table with everything in it that was ever promised; the caller holds the move lock."""
        mend(self.folder)
        table = EventTable(self.folder, self._clock)
        table.create()
        with self._store.work(self.workspace) as work:
            inbox.align(work, table.moved)
        moving.move(self._store, self.workspace, self.folder, self._clock)
        table.refresh()
        return table

    def _ids(self, file: str) -> Run:
        ids = pq.read_table(self.folder / file, columns=["event_id"]).column(0)
        return np.asarray(ids.to_numpy())


def _changed(path: Path) -> int:
    return path.stat().st_mtime_ns if path.exists() else 0
