"""Kill an import at random moments and look at what is left: `python -m tests.faults.kill_loop --kills 200`."""

from __future__ import annotations

import argparse
import json
import os
import random
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pyarrow.parquet as pq
from deltalake import DeltaTable

from tests.faults import story
from tests.log.world import World, arrays, contents, journeys, sorted_log
from wend.log.facade import Log

LONGEST_S = 0.8
PER_WORKSPACE = 10


class Child:
    """One process of the nursery, from its order to its end."""

    def __init__(self, pipe: subprocess.Popen[str], order: dict[str, str | int]) -> None:
        self._out: IO[str] = pipe.stdout or sys.stdin
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._out, selectors.EVENT_READ)
        self.acknowledged = 0
        self.pid = 0
        self.ended: int | None = None
        if pipe.stdin:
            pipe.stdin.write(json.dumps(order) + "\n")
            pipe.stdin.flush()

    def hear(self) -> str:
        """The next line the nursery or its child says."""
        word, _, value = self._out.readline().strip().partition(" ")
        if word == "child":
            self.pid = int(value)
        if word == "ok":
            self.acknowledged = int(value)
        if word == "end":
            self.ended = int(value)
        if not word:
            raise RuntimeError("the nursery has gone")
        return word

    def kill_after(self, seconds: float) -> None:
        """Let it work for a while, then kill it, and hear it out."""
        while self.hear() not in ("ready", "end"):
            pass
        until = time.monotonic() + seconds
        while self.ended is None and (left := until - time.monotonic()) > 0:
            if self._selector.select(left):
                self.hear()
        if self.ended is None:
            os.kill(self.pid, signal.SIGKILL)
        self.wait()

    def wait(self) -> int:
        """Hear it out; returns its exit status as `waitpid` gives it."""
        while self.ended is None:
            self.hear()
        return self.ended


class Nursery:
    """The process that children are forked from."""

    def __init__(self, pipe: subprocess.Popen[str], data: Path) -> None:
        self._pipe = pipe
        self.data = data

    def start(self, workspace: str, until: int = 10_000, stop_at: str = "", times: int = 1) -> Child:
        order: dict[str, str | int] = {"data": str(self.data), "workspace": workspace, "until": until}
        order |= {"stop_at": stop_at, "times": times}
        return Child(self._pipe, order)


@contextmanager
def nursery(data: Path) -> Iterator[Nursery]:
    """A nursery for one data directory."""
    command = [sys.executable, "-m", "tests.faults.nursery"]
    root = Path(__file__).parents[2]
    paths = os.pathsep.join([str(root / "src"), str(root)])
    environment = {**os.environ, "PYTHONPATH": paths}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1, env=environment, cwd=root
    ) as pipe:
        try:
            yield Nursery(pipe, data)
        finally:
            if pipe.stdin:
                pipe.stdin.close()


def check(world: World, log: Log, acknowledged: int) -> int:
    """Reopen after a kill: nothing acknowledged lost, nothing twice, and everything derived fits.

    Returns the batches in.
    """
    with world.store.reading(log.workspace) as reading:
        done = story.position(reading)
    assert done - acknowledged in (0, 1), (done, acknowledged)  # killed between commit and word: one more
    journal = log.journal()
    assert Counter(contents(log)) == story.expected(done)
    assert journeys(journal) == sorted_log(log)
    assert arrays(journal) == arrays(log.rebuild_journal())
    with log.writer("import_1") as writer:
        assert done == 0 or writer.stage(story.batch(done - 1)).added == 0
    table = DeltaTable(log.folder)
    actions = table.get_add_actions()
    listed = dict(zip(actions.column("path").to_pylist(), actions.column("num_records").to_pylist(), strict=True))
    assert listed == {name: pq.read_metadata(log.folder / name).num_rows for name in listed}
    assert {path.name for path in log.folder.glob("*.parquet")} - set(listed) <= _departed(table)
    return done


def _departed(table: DeltaTable) -> set[str]:
    return set(table.vacuum(retention_hours=0, dry_run=True, enforce_retention_duration=False))


def campaign(data: Path, kills: int, seed: int) -> tuple[int, int]:
    """So many kills; returns batches that were acknowledged and kills that hit a running import."""
    chance = random.Random(seed)
    world = World(data)
    done, batches, hits = 0, 0, 0
    with nursery(data) as children:
        for number in range(kills):
            workspace = f"kill{number // PER_WORKSPACE}"
            before = done if number % PER_WORKSPACE else 0
            child = children.start(workspace)
            child.kill_after(chance.random() * LONGEST_S)
            hits += child.ended == signal.SIGKILL
            done = check(world, world.again(workspace), max(child.acknowledged, before))
            batches += done - before
    return batches, hits


def main() -> None:
    """Run a long campaign and say what happened."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        batches, hits = campaign(Path(folder), chosen.kills, chosen.seed)
    print(f"{chosen.kills} kills, {hits} of a running import: nothing lost, nothing twice")  # noqa: T201
    print(f"batches acknowledged: {batches}")  # noqa: T201


if __name__ == "__main__":
    main()
