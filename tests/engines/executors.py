"""Executors in this process: what a cluster does with a question, without a cluster."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from tests.folds.journals import MemoryJournal
from wend.engines import budgets
from wend.engines.cluster import Cluster
from wend.engines.executor import Task
from wend.engines.walking import Masks


class Executors(Cluster):
    """So many tasks, each over the bytes of the question; `batch` rows are read at once, so that customers straddle.
    `near` bytes of columns may be kept beside the shelf.
    """

    def __init__(
        self,
        journal: MemoryJournal,
        shelf: Path,
        tasks: int = 2,
        batch: int = 3,
        left_out: Masks | None = None,
        near: int = 0,
    ) -> None:
        versions = [f"1-{journal.version}"] * len(journal.buckets)
        super().__init__(journal, versions, "here", str(shelf), 1, left_out, near)
        self._tasks, self._batch, self.room = tasks, batch, shelf.with_name(f"{shelf.name}-room")

    def _rows(self, task: Task, numbers: Sequence[int], walked: int) -> list[dict[str, Any]]:
        budgets.current().check()
        budgets.current().progress.begin(walked)
        travelled = pickle.dumps(replace(task, batch=self._batch))
        rows: list[dict[str, Any]] = []
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SPARK_LOCAL_DIRS", str(self.room))
            for share in range(self._tasks):
                places = pa.RecordBatch.from_pydict({"id": list(range(len(numbers)))[share :: self._tasks]})
                for made in pickle.loads(travelled)([places], numbers):  # noqa: S301  # our own bytes
                    rows += made.to_pylist()
        return rows
