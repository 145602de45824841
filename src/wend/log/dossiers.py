"""Every identifier's rows side by side, so that one person's life is read without a scan. Derived and disposable.

Beside each log file stand its *runs* (`dossier_run.py`): the same rows sorted by subject, in small compressed blocks. A
log file never changes, so neither do its runs; who belongs to whom plays no part, so no merge, split or journal ever
makes them stale. Files that have no runs yet are sorted in memory while they are small, and scanned when they are not.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from wend.kit.clock import Clock
from wend.log import packed, queries
from wend.log.dossier_run import LogRow, Run, in_order, rows_of_table, sorted_run, written
from wend.log.durable import read_json, replace_json
from wend.log.hashing import text_keys
from wend.log.schema import LOG_SCHEMA
from wend.log.table import EventTable
from wend.store import locks

ROWS_OF_A_RUN = 1_000_000
"""Sorted at once; a bound on memory while runs are made."""
YOUNG = 100_000
"""Files of at most so many rows are sorted in memory while their runs are not made."""
_YOUNG_KEPT, _OPEN_KEPT = 64, 4_096


class Dossiers:
    """The runs of one workspace's log. Threads may share one."""

    def __init__(self, folder: Path, log: Path, clock: Clock, threads: int) -> None:
        self._folder, self._log, self._clock, self._threads = folder, log, clock, threads
        self._open = _Cache(_OPEN_KEPT)
        self._young = _Cache(_YOUNG_KEPT)
        self._listed: tuple[int, dict[str, int]] = (-1, {})

    def rows(self, subjects: Iterable[str]) -> list[LogRow]:
        """All rows of the log that came under one of these identifiers, in journey order.

        The list of files may miss the youngest one; what was moved there a moment ago is in the journal's tail too.
        """
        names, files = sorted(set(subjects)), self._files()
        wanted = text_keys(pa.array(names, pa.string()))
        known = frozenset(written(name) for name in names)
        found: list[LogRow] = []
        scanned: list[Path] = []
        for file, count in files.items():
            runs = self._runs(file, count)
            if runs is None:
                scanned.append(self._log / file)
                continue
            for run in runs:  # two texts may share a key
                found.extend(row for row in run.rows(wanted) if row.subject in known)
        if scanned:
            found.extend(rows_of_table(queries.of_subjects(self._log, scanned, self._threads, names)))
        return in_order(found)

    def keep(self) -> int:
        """Make the runs that are missing and delete those of files that left; returns how many files got theirs."""
        with locks.hold(self._folder.parent.parent / "dossiers.lock", wait=True):
            return self._keep(list(self._files()))

    def _keep(self, files: Sequence[str]) -> int:
        self._folder.mkdir(parents=True, exist_ok=True)
        missing = [file for file in files if self._note(file) is None]
        for file in missing:
            self._make(file)
        kept = {Path(file).stem for file in files}
        for path in self._folder.iterdir():
            if path.name.partition(".")[0] not in kept:
                path.unlink(missing_ok=True)
        for cache in (self._open, self._young):
            cache.leave(files)
        return len(missing)

    def _files(self) -> dict[str, int]:
        """Names of the log's files with their rows. Opening the table costs milliseconds, looking at a folder none."""
        commits = self._log / "_delta_log"
        changed = commits.stat().st_mtime_ns if commits.is_dir() else 0
        if self._listed[0] != changed:
            self._listed = changed, EventTable(self._log, self._clock).files()
        return self._listed[1]

    def _runs(self, file: str, count: int) -> tuple[Run, ...] | None:
        found = self._open.get(file) or self._young.get(file)
        if found is not None:
            return found
        note = self._note(file)
        if note is not None:
            try:
                return self._open.put(file, self._opened(file, note))
            except packed.Damaged:
                pass  # until it is made again, the log itself answers
        if count > YOUNG:
            return None
        return self._young.put(file, (sorted_run(pq.read_table(self._log / file)),))

    def _note(self, file: str) -> dict[str, object] | None:
        return read_json(self._folder / f"{Path(file).stem}.json")

    def _opened(self, file: str, note: Mapping[str, object]) -> tuple[Run, ...]:
        runs = note.get("runs")
        if not isinstance(runs, list):
            raise packed.Damaged(file)
        opened = []
        for number, run in enumerate(runs):
            path = self._folder / f"{Path(file).stem}.{number}.run"
            opened.append(Run.of(packed.read(path, packed.Written(int(run["bytes"]), int(run["header"])))))
        return tuple(opened)

    def _make(self, file: str) -> None:
        stem, runs = Path(file).stem, []
        for number, table in enumerate(_portions(self._log / file)):
            written = packed.write(self._folder / f"{stem}.{number}.run", sorted_run(table).arrays())
            runs.append({"bytes": written.bytes, "header": written.header})
        replace_json(self._folder / f"{stem}.json", {"runs": runs})  # last: without it the rest does not count
        self._young.leave([each for each in self._young.names() if each != file])


class _Cache:
    """Runs by file, the longest unused going first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[str, tuple[Run, ...]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, file: str) -> tuple[Run, ...] | None:
        with self._lock:
            if file in self._held:
                self._held.move_to_end(file)
            return self._held.get(file)

    def put(self, file: str, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        with self._lock:
            self._held[file] = runs
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return runs

    def names(self) -> list[str]:
        with self._lock:
            return list(self._held)

    def leave(self, files: Sequence[str]) -> None:
        """Let go of all but these."""
        kept = frozenset(files)
        with self._lock:
            for gone in [name for name in self._held if name not in kept]:
                del self._held[gone]


def _portions(path: Path) -> Iterator[pa.Table]:
    """The file's row groups, put together to runs."""
    with pq.ParquetFile(path) as file:
        held: list[int] = []
        rows = 0
        for group in range(file.num_row_groups):
            count = file.metadata.row_group(group).num_rows
            if held and rows + count > ROWS_OF_A_RUN:
                yield file.read_row_groups(held, columns=LOG_SCHEMA.names)
                held, rows = [], 0
            held.append(group)
            rows += count
        if held:
            yield file.read_row_groups(held, columns=LOG_SCHEMA.names)
