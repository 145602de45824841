"""Rows on their way to their buckets: in memory while they are few, in one file per bucket when they are many."""

from __future__ import annotations

import mmap
import shutil
import threading
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from wend.log.rows import WIDTH, Table

MEMORY = 256 * 1024 * 1024


class Spill:
    """Use as: `add` everything, by whatever threads, then `take` each bucket once, then `close`."""

    def __init__(self, folder: Path, buckets: int, memory: int = MEMORY) -> None:
        self._folder = folder
        self._memory = memory
        self._held: list[list[Table]] = [[] for _ in range(buckets)]
        self._bytes = 0
        self._files: list[IO[bytes]] = []
        self._turn = threading.Lock()
        self.rows = np.zeros(buckets, np.int64)

    def add(self, words: Table, starts: NDArray[np.int64]) -> None:
        """Take rows in, bucket after bucket as `scatter` leaves them."""
        with self._turn:
            self._add(words, starts)

    def _add(self, words: Table, starts: NDArray[np.int64]) -> None:
        self.rows += np.diff(starts)
        for bucket, held in enumerate(self._held):
            piece = words[starts[bucket] : starts[bucket + 1]]
            if len(piece) and self._files:
                self._files[bucket].write(piece.data)
            elif len(piece):
                held.append(piece)
        self._bytes += words.nbytes
        if not self._files and self._bytes > self._memory:
            self._overflow()

    def put(self, bucket: int, words: Table) -> None:
        """Take rows of one bucket in."""
        starts = np.zeros(len(self._held) + 1, np.int64)
        starts[bucket + 1 :] = len(words)
        self.add(words, starts)

    def take(self, bucket: int) -> Table:
        """All rows of one bucket; they are let go."""
        if self._files:
            return self._mapped(bucket)
        pieces, self._held[bucket] = self._held[bucket], []
        return np.concatenate(pieces) if pieces else np.empty((0, WIDTH), np.uint64)

    def close(self) -> None:
        """Let go of the files."""
        for file in self._files:
            file.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _overflow(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        self._files = [self._path(bucket).open("wb") for bucket in range(len(self._held))]
        for file, held in zip(self._files, self._held, strict=True):
            for piece in held:
                file.write(piece.data)
            held.clear()

    def _mapped(self, bucket: int) -> Table:
        """The rows where they lie; what is written there stays in memory, and the file goes with the last who reads."""
        self._files[bucket].flush()
        path = self._path(bucket)
        if path.stat().st_size == 0:
            return np.empty((0, WIDTH), np.uint64)
        with path.open("rb") as file:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY)
        path.unlink()
        return np.frombuffer(mapped, np.uint64).reshape(-1, WIDTH)

    def _path(self, bucket: int) -> Path:
        return self._folder / f"{bucket:04d}.rows"
