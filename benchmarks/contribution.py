"""Channel contribution: Markov removal of order 1 over ten million ready paths, and the walk over an event log.

`make bench-contribution MILLIONS=10 PEER=3` writes docs/benchmarks-contribution.md.

Paths stand in memory as texts (`a > b > c`), which is what a package would be given, and as coded arrays, which is what
Wend keeps of them. Reading a file is measured as a task of its own. ChannelAttribution is a peer where it is to be had
(`channel_attribution.py`); its published result on the reference table is a test (`tests/real`).
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from benchmarks import channel_attribution, synthetic
from benchmarks.funnel import THREADS, plain_pass
from benchmarks.measure import Measure, interleaved, lines, load
from benchmarks.report import versions
from wend.engines.machine import Machine
from wend.folds import contribution
from wend.folds.contribution import BY_CHANNEL, CONTRIBUTION, CONVERSION
from wend.methods import attribution, paths
from wend.questions import path_files

CHANNELS = 12
MEAN_LENGTH = 6
PEER_REPEATS, FEW_PATHS = 3, 1_000_000
"""Turns of the peer that are counted; where there are more paths it has one."""
PAGE = Path(__file__).parents[1] / "docs" / "benchmarks-contribution.md"
PURCHASE = 3
"""The event of the synthetic log that counts as a conversion."""


def ready(count: int, seed: int = 7) -> paths.Paths:
    """Paths of 1 to 60 touches, six on average, over twelve channels of unequal size; one in eight converts."""
    rng = np.random.default_rng(seed)
    lengths = np.minimum(rng.geometric(1 / MEAN_LENGTH, count), 60)
    weights = 1 / np.arange(1, CHANNELS + 1)
    touches = rng.choice(CHANNELS, int(lengths.sum()), p=weights / weights.sum()).astype(np.int32)
    won = (rng.random(count) < 1 / 8).astype(np.int64)
    value = (won * 25).astype(np.float64)
    return paths.Paths(np.concatenate([[0], np.cumsum(lengths)]), touches, won, value, 1 - won)


def pass_over(given: paths.Paths) -> Callable[[], int]:
    """The plain sum over the touches and the three columns: nothing can be faster."""
    columns = given.channels, given.conversions, given.value, given.nulls
    return lambda: sum(int(column.sum()) for column in columns)


def counted(given: paths.Paths) -> attribution.Shares:
    """Every model with its intervals, the chain of order 1 among them."""
    return attribution.shares(paths.tally_of(given, CHANNELS, 1))[0]


def written(given: paths.Paths, folder: Path) -> Path:
    """The same paths as a file."""
    names = np.array([f"channel-{code}" for code in range(CHANNELS)])
    file = folder / "paths.csv"
    with file.open("w", encoding="utf-8") as out:
        out.write(",".join(path_files.COLUMNS) + "\n")
        for p, (low, high) in enumerate(zip(given.offsets[:-1], given.offsets[1:], strict=True)):
            out.write(f"{' > '.join(names[given.channels[low:high]])},{given.conversions[p]},{given.value[p]},")
            out.write(f"{given.nulls[p]}\n")
    return file


def run(
    count: int = 10_000_000, events: int = 10_000_000, from_file: int = 1_000_000, peer: int = 1_000_000
) -> list[Measure]:
    """Ready paths, a file of them, the peer, and the log."""
    given = ready(count)
    contestants: dict[str, Callable[[], Any]] = {"one plain pass": pass_over(given), "Wend": lambda: counted(given)}
    task = f"all models and intervals, {count / 1e6:g} M ready paths ({len(given.channels) / 1e6:.0f} M touches)"
    measured = interleaved(task, contestants, "one plain pass", repeats=3, goals={"Wend": "≤ 10 s"})
    return measured + _file(ready(from_file)) + _peer(ready(peer)) + _log(events)


def _file(given: paths.Paths) -> list[Measure]:
    with tempfile.TemporaryDirectory() as folder:
        file = written(given, Path(folder))
        contestants: dict[str, Callable[[], Any]] = {
            "reading the bytes": file.read_bytes,
            "Wend, read and coded": lambda: path_files.read(file),
        }
        task = f"a file of {len(given.conversions) / 1e6:g} M paths, {file.stat().st_size / 1e6:.0f} MB"
        return interleaved(task, contestants, "reading the bytes", repeats=3)


def _peer(given: paths.Paths) -> list[Measure]:
    """All our models with their intervals, against the peer's chain alone; both out of memory."""
    many = len(given.conversions)
    repeats = PEER_REPEATS if many <= FEW_PATHS else 1
    with tempfile.TemporaryDirectory() as folder:
        told = channel_attribution.asked(written(given, Path(folder)), repeats)
    if told is None:
        print(channel_attribution.MISSING)
        return []
    task = f"Markov chain of order 1, {many / 1e6:g} M paths"
    [ours] = interleaved(task, {"Wend": lambda: counted(given)}, "Wend", repeats=PEER_REPEATS)
    chain = counted(given).value[attribution.MODELS.index("markov")]
    apart = channel_attribution.furthest(told.given, lambda name: float(chain[int(name.rpartition("-")[2])]))
    assert apart <= channel_attribution.TOLERANCE, f"shares differ by {apart:.4f}"
    middle, low, high = median(told.seconds), min(told.seconds), max(told.seconds)
    ratio = middle / ours.seconds
    return [ours, Measure(task, "ChannelAttribution", middle, low, high, middle, repeats, ratio, "≥ 10")]


def _log(events: int) -> list[Measure]:
    journal = synthetic.journal(synthetic.columns(events))
    machine = Machine(journal, THREADS)
    steps = [CONVERSION if code == PURCHASE else BY_CHANNEL for code in range(synthetic.EVENTS)]
    params = contribution.params(steps, range(8), 8, 30 * 86_400)
    contestants: dict[str, Callable[[], Any]] = {
        "one plain pass": plain_pass(journal),
        "Wend": lambda: machine.answer(CONTRIBUTION, params),
    }
    return interleaved(f"paths out of a log of {events / 1e6:g} M events", contestants, "one plain pass", repeats=5)


def page(measured: list[Measure], before: str) -> str:
    """The report."""
    head = [
        "# Channel contribution",
        "",
        "Written by `make bench-contribution`. Wend gives all models, each with its interval; ChannelAttribution gives",
        f"its Markov chain alone: the median of {PEER_REPEATS} runs, one run where there are more than",
        f"{FEW_PATHS / 1e6:g} M paths. Both have the paths in memory. Shares of channels differ by less than the",
        f"tolerance the peer is asked for, {channel_attribution.TOLERANCE:g}. Of the peer, seconds alone are told.",
        "",
        f"Measured {datetime.now(UTC):%Y-%m-%d}, {versions()}. Before: {before}. After: {load()}.",
        "",
    ]
    return "\n".join([*head, *lines(measured), ""])


def main() -> None:
    """Measure and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--millions", type=float, default=10, help="ready paths, and events of the log")
    parser.add_argument("--peer", type=float, default=1, help="millions of paths that the peer is asked about too")
    parser.add_argument("--page", type=Path, default=PAGE)
    given, before = parser.parse_args(), load()
    many = int(given.millions * 1_000_000)
    measured = run(many, many, peer=int(given.peer * 1_000_000))
    given.page.write_text(page(measured, before), encoding="utf-8")
    print(f"written: {given.page}")


if __name__ == "__main__":
    main()
