"""Trace a run, cut the power in many places, and open what is left.

`python -m tests.faults.power_cuts --images 10000` is the long campaign.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from sqlalchemy import select

from tests.faults import power_story
from tests.faults.disk_images import Left, Replay
from tests.faults.disk_trace import CALLS, Act, acts
from tests.faults.power_story import MOMENT, WORKSPACE
from wend.kit.clock import FixedClock
from wend.kit.errors import WendError
from wend.log import inbox
from wend.store.facade import Store, tables

BEFORE = 4
TRACER = "strace"


@dataclass(slots=True)
class Found:
    """What the images held: how many were looked at, and what was wrong with which."""

    images: int = 0
    lost: int = 0
    twice: int = 0
    apart: int = 0
    unopenable: int = 0
    first: str = ""

    def wrong(self, kind: str, number: int) -> None:
        """Note a fault, and the image that shows it."""
        setattr(self, kind, getattr(self, kind) + 1)
        self.first = self.first or f"{kind} in image {number}"

    @property
    def clean(self) -> bool:
        """Whether every image was as promised."""
        return not self.first


def has_tracer() -> bool:
    """Whether this machine can show what a process asks of its disk."""
    return shutil.which(TRACER) is not None


def traced(folder: Path, commits: int, *, synchronous: str = "full", moves: bool) -> tuple[dict[str, bytes], list[Act]]:
    """The disk before a run, and everything the run did to it."""
    data, trace = folder / "data", folder / "trace"
    power_story.run(data, 0, BEFORE, moves=moves)
    before = {str(path): path.read_bytes() for path in data.rglob("*") if path.is_file()}
    story = [sys.executable, "-m", "tests.faults.power_story", str(data), str(BEFORE), str(commits), synchronous]
    look = [TRACER, "-f", "-y", "-xx", "-s", "4000000", "-e", f"trace={CALLS}", "-o", str(trace)]
    subprocess.run([*look, *story, "moves" if moves else "keeps"], check=True, stdout=subprocess.DEVNULL)
    with trace.open(encoding="ascii") as lines:
        return before, [act for act in acts(lines) if act.kind == "said" or act.path.startswith(str(data))]


def cut(data: Path, before: dict[str, bytes], did: list[Act], images: int, seed: int) -> Found:
    """Look at so many disks, the cuts spread over the run."""
    chance, found = random.Random(seed), Found()
    places = Counter(sorted(chance.randrange(len(did) + 1) for _ in range(images)))
    replay, acknowledged = Replay(data, before), BEFORE
    for place in range(len(did) + 1):
        for _ in range(places[place]):
            with tempfile.TemporaryDirectory() as folder:
                replay.image(Path(folder), chance, get_args(Left)[found.images % 3])
                _look(Path(folder), acknowledged, found)
            found.images += 1
        if place < len(did):
            replay.follow(did[place])
            acknowledged += sum(1 for _ in _said(did[place]))
    return found


def _said(act: Act) -> Iterator[bytes]:
    return (line for line in act.data.splitlines() if act.kind == "said" and line.startswith(b"ok "))


def _look(data: Path, acknowledged: int, found: Found) -> None:
    """Open a disk as a restart would, and compare what is there with what was acknowledged."""
    number = found.images
    try:
        store = Store.open(data, FixedClock(MOMENT))
        try:
            events, marks = _events(data, store), _marks(store)
        finally:
            store.close()
    except WendError:
        found.wrong("unopenable", number)
        return
    promised = {each for commit in range(acknowledged) for each in power_story.numbers(commit)}
    if promised - events.keys():
        found.wrong("lost", number)
    if max(events.values(), default=0) > 1:
        found.wrong("twice", number)
    if marks != {power_story.mark(each) for each in events}:
        found.wrong("apart", number)


def _events(data: Path, store: Store) -> Counter[int]:
    log = data / "workspaces" / WORKSPACE
    if (log / "log").is_dir():
        from wend.log.facade import Log

        opened = Log(log, store, WORKSPACE, FixedClock(MOMENT))
        opened.move()
        return Counter(opened.query("SELECT event_id FROM events", most=1_000_000).column(0).to_pylist())
    with store.reading(WORKSPACE) as reading:
        newest = inbox.counter(reading)
        return Counter(row["event_id"] for each in inbox.promised(reading, 0, newest) for row in each.rows)


def _marks(store: Store) -> set[bytes]:
    with store.reading(WORKSPACE) as reading:
        query = select(tables.marks.c.mark).where(tables.marks.c.workspace == WORKSPACE)
        return {row.mark for row in reading.rows(query)}


def main() -> None:
    """The long campaign: half the images of a run that moves its events, half of one that keeps them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--images", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for moves, synchronous in ((False, "full"), (True, "full"), (False, "normal")):
        with tempfile.TemporaryDirectory() as folder:
            before, did = traced(Path(folder), 60, synchronous=synchronous, moves=moves)
            found = cut(Path(folder) / "data", before, did, given.images // 2, given.seed)
        sys.stdout.write(f"{synchronous} {'moves' if moves else 'keeps'}: {found}\n")
        if found.clean != (synchronous == "full"):
            raise SystemExit(1)


if __name__ == "__main__":
    main()
