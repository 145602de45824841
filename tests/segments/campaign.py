"""Kill whoever keeps members up to date, inside transactions and between them, while everything else goes on:
`python -m tests.segments.campaign --stories 50`.

Events, late events, joins, undone joins, edits and the clock go on in one process; two others follow and compute side
by side, and are killed by the machine: at a named place, or at any moment. In the end members are those of a fresh
computation over the log, and what was entered and left is told once each, in the history and in the log alike.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random

from tests.segments.story import PLACES, Shop, stocked

ROOT = Path(__file__).parents[2]
ACTIONS = 12
"""During one life of the others."""


def story(folder: Path, seed: int, lives: int) -> tuple[int, list[str]]:
    """So many lives of two followers; returns how many were killed, and what is wrong."""
    random = Random(seed)
    shop = stocked(folder, random)
    return sum(_life(shop, folder, random) for _ in range(lives)), shop.faults()


def _life(shop: Shop, folder: Path, random: Random) -> int:
    """Two followers from their birth to their end; returns how many were killed."""
    with ExitStack() as both:
        alive = [both.enter_context(_follower(folder, shop.name, random)) for _ in range(2)]
        for _ in range(random.randint(1, ACTIONS)):
            random.choice(shop.doings())()
            if random.random() < 0.05:
                shop.define()
        alive[0].kill()  # wherever it is
        for each in alive:
            each.communicate("end\n")
    return sum(each.returncode != 0 for each in alive)


@contextmanager
def _follower(folder: Path, workspace: str, random: Random) -> Iterator[subprocess.Popen[str]]:
    place, times = random.choice(("", *PLACES)), str(random.randint(1, 4))
    command = [sys.executable, "-m", "tests.segments.follower", str(folder), workspace, place, times]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process


def main() -> None:
    """Run a long campaign and say what happened."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=50)
    parser.add_argument("--lives", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    killed, wrong = 0, []
    for seed in range(chosen.seed, chosen.seed + chosen.stories):
        with tempfile.TemporaryDirectory() as folder:
            kills, faults = story(Path(folder), seed, chosen.lives)
        killed += kills
        wrong += [f"seed {seed}: {fault}" for fault in faults]
        print(f"seed {seed}: {kills} followers killed, {len(faults)} faults", flush=True)  # noqa: T201  # long work
    print(f"{chosen.stories} stories, {killed} followers killed", *wrong, sep="\n")  # noqa: T201
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
