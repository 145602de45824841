"""How everything is measured here: contestants take turns, medians with minimum and maximum, the machine's load beside
them.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

REPEATS = 7


@dataclass(frozen=True)
class Measure:
    """One contestant at one task. Seconds of wall clock; `cpu` is the median of CPU seconds of the process, `ratio` is
    how many times the reference's median it took, and `goal` says what it should be.
    """

    task: str
    contestant: str
    seconds: float
    low: float
    high: float
    cpu: float
    repeats: int
    ratio: float | None = None
    goal: str = ""
    note: str = ""


def load() -> str:
    """The machine's load now."""
    one, five, _ = os.getloadavg()
    return f"load {one:.1f} (five minutes {five:.1f}) on {os.cpu_count()} cores"


def interleaved(
    task: str,
    contestants: Mapping[str, Callable[[], Any]],
    reference: str,
    *,
    same: Callable[[Any], Any] | None = None,
    repeats: int = REPEATS,
    goals: Mapping[str, str] | None = None,
) -> list[Measure]:
    """Measure contestants in turns after one uncounted turn each. Where `same` gives a value for an answer (None = not
    comparable), all of them must be equal.
    """
    answers = {name: same(run()) if same else run() for name, run in contestants.items()}
    comparable = [answer for answer in answers.values() if same and answer is not None]
    assert all(answer == comparable[0] for answer in comparable), f"{task}: answers differ: {answers}"
    wall: dict[str, list[float]] = {name: [] for name in contestants}
    cpu: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(repeats):
        for name, run in contestants.items():
            began, busy = time.perf_counter(), time.process_time()
            run()
            wall[name].append(time.perf_counter() - began)
            cpu[name].append(time.process_time() - busy)
    base = median(wall[reference])
    return [
        Measure(
            task,
            name,
            median(times),
            min(times),
            max(times),
            median(cpu[name]),
            repeats,
            median(times) / base,
            (goals or {}).get(name, ""),
        )
        for name, times in wall.items()
    ]


def lines(measures: list[Measure]) -> list[str]:
    """The measures as a table in Markdown."""
    out = [
        "| task | contestant | median s | min – max s | CPU s | × reference | goal |",
        "|---|---|---|---|---|---|---|",
    ]
    for m in measures:
        ratio = "" if m.ratio is None else f"{m.ratio:.2f}"
        spread = f"{m.low:.4f} – {m.high:.4f}"
        out.append(f"| {m.task} | {m.contestant} | {m.seconds:.4f} | {spread} | {m.cpu:.4f} | {ratio} | {m.goal} |")
    return out
