"""Wend beside one peer at a time: the peer is loaded in a process of its own, and every question is asked of both in
turns, answers compared. A peer that has no memory left for a question, or is ended by the system for it, is told so.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from typing import Any

import duckdb

from benchmarks import engine_peers
from benchmarks.engine_log import Files
from benchmarks.engine_questions import QUESTIONS, machine_of
from benchmarks.measure import Measure, interleaved
from wend.log.warming import warm

PEERS: Mapping[str, Callable[[Files], engine_peers.Asked]] = {
    "chDB": lambda files: engine_peers.in_chdb(files.flat, files.folder),
    "DuckDB": lambda files: engine_peers.in_duckdb(files.flat, files.folder),
    "Polars": lambda files: engine_peers.in_polars(files.flat),
}
REPEATS, FEWER, LARGE = 5, 3, 20_000_000
"""Turns that are counted, and those where there are so many events that peers need seconds for each."""
_NO_MEMORY = "no memory left"


@dataclass(frozen=True)
class Versus:
    """One question to both; `peer` is None where the peer could not answer, and `why` says why not."""

    wend: Measure | None
    peer: Measure | None
    why: str = ""

    @property
    def times(self) -> float:
        """How many times faster Wend was; 0 when only one of them answered."""
        return self.peer.seconds / self.wend.seconds if self.peer and self.wend else 0.0


@dataclass(frozen=True)
class Beside:
    """Wend beside one peer: seconds that the peer took to read and sort the rows, and every question."""

    name: str
    loaded: float
    asked: Mapping[str, Versus]


def repeats_of(events: int) -> int:
    """How many turns are counted over so many events."""
    return FEWER if events > LARGE else REPEATS


def against(name: str, events: int, files: Files) -> Beside:
    """Every question by Wend and by one peer, in turns."""
    began = time.perf_counter()
    peer = PEERS[name](files)
    loaded = time.perf_counter() - began
    warm()
    machine, found = machine_of(files.opened()), dict[str, Versus]()
    for task, ask in QUESTIONS.items():
        found[task] = _versus(task, {"Wend": partial(ask, machine), name: peer[task]}, repeats_of(events))
        print(name, f"{events:,}", task, f"{found[task].times:.1f}", found[task].why, flush=True)
    return Beside(name, loaded, found)


def _versus(task: str, contestants: Mapping[str, Callable[[], Any]], repeats: int) -> Versus:
    try:
        wend, peer = interleaved(task, contestants, "Wend", same=lambda answer: answer, repeats=repeats)
    except (MemoryError, duckdb.OutOfMemoryException):
        return Versus(None, None, _NO_MEMORY)
    except RuntimeError as failed:  # what chDB raises, whatever the cause
        if "MEMORY" not in str(failed):
            raise
        return Versus(None, None, _NO_MEMORY)
    return Versus(wend, peer)


def beside(apart: Callable[..., Beside], events: int, files: Files) -> list[Beside]:
    """Every peer in turn; `apart` runs what it is given in a process of its own."""
    found = []
    for name in PEERS:
        try:
            found.append(apart(partial(against, name, events), files))
        except BrokenProcessPool:
            gone = Versus(None, None, "its process was ended by the system")
            found.append(Beside(name, 0.0, dict.fromkeys(QUESTIONS, gone)))
    return found


def summary(found: Sequence[Beside]) -> list[str]:
    """One row per question: how many times faster Wend is than each of them."""
    named = " | ".join(peer.name for peer in found)
    out = [f"| × faster than | {named} |", "|---|" + "---|" * len(found)]
    for task in QUESTIONS:
        told = " | ".join(f"{peer.asked[task].times:.1f}" if peer.asked[task].peer else "–" for peer in found)
        out.append(f"| {task} | {told} |")
    loaded = " | ".join(f"{peer.loaded:.1f} s" for peer in found)
    return [*out, f"| *rows read and sorted by the peer* | {loaded} |"]


def details(found: Sequence[Beside]) -> list[str]:
    """One row per question and peer: medians with minimum and maximum, CPU seconds of the process."""
    out = ["| question | peer | Wend s | min – max | CPU s | peer s | min – max | CPU s |", "|" + "---|" * 8]
    for task in QUESTIONS:
        for peer in found:
            asked = peer.asked[task]
            told = (
                asked.why if asked.wend is None or asked.peer is None else f"{_told(asked.wend)} | {_told(asked.peer)}"
            )
            out.append(f"| {task} | {peer.name} | {told} |")
    return out


def _told(measure: Measure) -> str:
    return f"{measure.seconds:.4f} | {measure.low:.4f} – {measure.high:.4f} | {measure.cpu:.3f}"
