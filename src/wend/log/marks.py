"""Which event ids the workspace already has: a disposable index over the log's `event_id` column.

On disk: sorted runs as `.npy` files and `marks.json`, which lists them and the log files they cover. Ids of the
running import
are kept in memory and written now and then; whatever a crash leaves out is read again from the log, because only
files named in `marks.json` count as covered. Marks that do not fit the log are thrown away and rebuilt.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wend.log.durable import read_json, replace_json, sync_file, sync_folder
from wend.log.failpoints import reached
from wend.log.runs import Run, Runs, count_in, merged

FORMAT = 1
FLUSH_AT = 4_000_000
_EDGE = 4096


class Marks:
    """The known ids. Not thread-safe; the workspace's writer lock is held around it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._disk: list[tuple[str, Run]] = []
        self._covered: set[str] = set()
        self._fresh = Runs()
        self._fresh_files: set[str] = set()
        self._renamed = False

    @classmethod
    def open(cls, folder: Path, files: Mapping[str, Collection[str]], ids_of: Callable[[str], Run]) -> Marks:
        """Marks covering exactly `files` (name → names of the files it replaced); what is missing is read with
        `ids_of`."""
        marks = cls(folder)
        marks._load()
        renamed = {name for name, replaced in files.items() if replaced and marks._covered.issuperset(replaced)}
        marks._renamed = bool(renamed)
        for name in renamed:
            marks._covered.difference_update(files[name])
            marks._covered.add(name)
        if not marks._covered.issubset(files):
            marks._forget()  # ids of events that are no longer in the log would keep them out for ever
        for name in sorted(set(files) - marks._covered):
            marks.add(np.sort(ids_of(name)), name)
        return marks

    def known(self, asked: Run) -> NDArray[np.bool_]:
        """Which members of a sorted array are known."""
        return count_in([run for _, run in self._disk] + self._fresh.runs, asked) > 0

    def add(self, ids: Run, file: str) -> None:
        """Take in the sorted ids of a promised file."""
        self._fresh.add(ids)
        self._fresh_files.add(file)
        if len(self._fresh) >= FLUSH_AT:
            self.flush()

    def flush(self) -> None:
        """Write what is only in memory."""
        if not self._fresh_files and not self._renamed:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        old = {name for name, _ in self._disk}
        kept: list[tuple[str, Run]] = list(self._disk)
        for run in self._fresh.runs:
            while kept and len(kept[-1][1]) <= 2 * len(run):
                run = merged(kept.pop()[1], run)
            kept.append(("", run))
        self._disk = [(name, run) if name else self._write(run) for name, run in kept]
        self._covered |= self._fresh_files
        self._fresh, self._fresh_files = Runs(), set()
        sync_folder(self.folder)
        reached("after_marks_write")
        listed = [{"file": name, "ids": len(run), "edges": _edges(run)} for name, run in self._disk]
        replace_json(self.folder / "marks.json", {"format": FORMAT, "covered": sorted(self._covered), "runs": listed})
        for name in old - {name for name, _ in self._disk}:
            (self.folder / name).unlink(missing_ok=True)

    def _write(self, run: Run) -> tuple[str, Run]:
        name = f"{len(run)}-{_edges(run):08x}.npy"
        path = self.folder / name
        np.save(path, run)
        sync_file(path)
        return name, np.load(path, mmap_mode="r")

    def _load(self) -> None:
        document = read_json(self.folder / "marks.json")
        if document is None or document.get("format") != FORMAT:
            return
        listed, covered = document.get("runs"), document.get("covered")
        if not isinstance(listed, list) or not isinstance(covered, list):
            return
        for entry in listed:
            try:
                run = np.load(self.folder / entry["file"], mmap_mode="r")
            except (OSError, ValueError):
                self._disk = []
                return
            if len(run) != entry["ids"] or _edges(run) != entry["edges"]:
                self._disk = []
                return
            self._disk.append((entry["file"], run))
        self._covered = set(covered)

    def _forget(self) -> None:
        self._disk, self._covered = [], set()


def _edges(run: Run) -> int:
    """Checksum of a run's first and last page: finds a file that was cut or never reached the disk."""
    return zlib.crc32(run[-_EDGE:].tobytes(), zlib.crc32(run[:_EDGE].tobytes()))
