"""How well journeys are parted and represented where the answer is known; writes docs/quality/journeys*.md."""

from __future__ import annotations

import csv
import gzip
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.special import comb
from scipy.stats import rankdata

from wend.methods.editing import LONGEST, unlike
from wend.methods.medoids import best_grouped, grouped
from wend.methods.splitting import cut_pairs, mean_pauses, otsu

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("WEND_SHARED_DATA", ROOT.parent / "shared" / "data"))
WORLDS = 30
JOURNEYS = 1_000
FIRST_SEED = 1_000
"""The rule for the number of groups was chosen on the seeds below it."""
COUNTS = range(2, 13)
NOISE = (0.3, 0.5, 0.8, 0.9)

Real = NDArray[np.float64]
Small = NDArray[np.float32]
Steps = tuple[int, ...]


def area(scores: Real, truth: NDArray[np.bool_]) -> float:
    """Area under the ROC curve."""
    ranks, hits = rankdata(scores), int(truth.sum())
    return float((ranks[truth].sum() - hits * (hits + 1) / 2) / (hits * (len(truth) - hits)))


def f1(found: NDArray[np.bool_], truth: NDArray[np.bool_]) -> float:
    """Harmonic mean of precision and recall."""
    return float(2 * (found & truth).sum() / (found.sum() + truth.sum()))


def cuts() -> list[str]:
    """Rows of the table of cuts."""
    with gzip.open(DATA / "journey_partition_truth" / "partition_delay_0.2.csv.gz", "rt", encoding="utf-8") as lines:
        table = list(csv.DictReader(lines))
    both = [(a, b) for a, b in pairwise(table) if a["journey_id"] == b["journey_id"]]
    pairs = np.array([ord(a["event"]) * 256 + ord(b["event"]) for a, b in both])
    pauses = np.array([float(b["timestamp"]) - float(a["timestamp"]) for a, b in both])
    truth = np.array([a["case"] != b["case"] for a, b in both])
    border = otsu(pauses, np.ones(len(pauses)))
    local = cut_pairs(np.bincount(pairs), np.bincount(pairs, pauses).astype(np.float64))[pairs]
    return [
        f"| pause | {area(pauses, truth):.3f} | 0.588 | {f1(pauses > (border or 0), truth):.3f} |",
        f"| local context | {area(mean_pauses(pairs, pauses), truth):.3f} | 0.840 | {f1(local, truth):.3f} |",
    ]


@dataclass(frozen=True)
class World:
    """Journeys made of a few true ones: the different journeys, how many of each, and which true one most came from."""

    true: list[Steps]
    variants: list[Steps]
    weights: Real
    origin: NDArray[np.int64]
    """`origin[variant, true]`: journeys."""


def world(rng: np.random.Generator, noise: float) -> World:
    """3–6 true journeys of 3–8 steps with uneven shares; `noise` of the journeys had steps added, lost or swapped."""
    kinds = int(rng.integers(8, 15))
    true: list[Steps] = []
    wanted = int(rng.integers(3, 7))
    while len(true) < wanted:
        steps = collapsed(rng.integers(0, kinds, rng.integers(3, 9)).tolist())
        if len(steps) >= 3 and steps not in true:
            true.append(steps)
    shares = rng.dirichlet(np.full(wanted, 2.0))
    origins = rng.choice(wanted, JOURNEYS, p=shares)
    counts: dict[Steps, NDArray[np.int64]] = {}
    for origin in origins.tolist():
        steps = true[origin] if rng.random() >= noise else disturbed(rng, true[origin], kinds)
        counts.setdefault(steps, np.zeros(wanted, np.int64))[origin] += 1
    table = np.array(list(counts.values()))
    return World(true, list(counts), table.sum(axis=1).astype(float), table)


def collapsed(steps: Sequence[int]) -> Steps:
    """Neighbouring repeats as one."""
    return tuple(step for step, _ in groupby(steps))


def disturbed(rng: np.random.Generator, steps: Steps, kinds: int) -> Steps:
    """One to three steps added, lost or swapped."""
    out = list(steps)
    for _ in range(int(rng.integers(1, 4))):
        place, what = int(rng.integers(0, len(out))), int(rng.integers(0, 3))
        if what == 0:
            out.insert(place, int(rng.integers(0, kinds)))
        elif what == 1 and len(out) > 1:
            del out[place]
        elif place + 1 < len(out):
            out[place], out[place + 1] = out[place + 1], out[place]
    return collapsed(out)


def matrix(variants: Sequence[Steps]) -> tuple[Small, NDArray[np.int64]]:
    """Distances over the root of the longer length, and lengths."""
    lengths = np.array([len(steps) for steps in variants])
    codes = np.zeros((len(variants), LONGEST), np.int64)
    for row, steps in enumerate(variants):
        codes[row, : len(steps)] = steps
    return unlike(codes, lengths), lengths


def rand_index(table: NDArray[np.int64]) -> float:
    """Adjusted Rand index of a table of two groupings (Hubert and Arabie 1985)."""
    both, a, b = (comb(x, 2).sum() for x in (table, table.sum(axis=0), table.sum(axis=1)))
    expected = a * b / comb(table.sum(), 2)
    return float((both - expected) / ((a + b) / 2 - expected))


Method = Callable[[World], tuple[list[Steps], NDArray[np.int64]]]
"""From a world to representatives and the group of every variant."""


def by_medoids(power: float) -> Method:
    """k-medoids on edits over the longer length to this power, their number by silhouette."""

    def run(one: World) -> tuple[list[Steps], NDArray[np.int64]]:
        distances, lengths = matrix(one.variants)
        distances = distances * np.maximum(lengths[:, None], lengths).astype(np.float32) ** (0.5 - power)
        found, _ = best_grouped(distances, one.weights, COUNTS)
        return [one.variants[row] for row in found.medoids], found.group

    return run


def most_frequent(one: World) -> tuple[list[Steps], NDArray[np.int64]]:
    """The most frequent journeys until half of all are covered; everybody to the nearest."""
    order = np.argsort(-one.weights, kind="stable")
    covered = np.cumsum(one.weights[order]) / one.weights.sum()
    count = min(len(order), max(2, int(np.searchsorted(covered, 0.5)) + 1), max(COUNTS))
    distances, _ = matrix(one.variants)
    return [one.variants[row] for row in order[:count]], np.argmin(distances[:, order[:count]], axis=1)


METHODS: dict[str, Method] = {
    "frequent": most_frequent,
    "undivided": by_medoids(0),
    "whole length": by_medoids(1),
    "wend": by_medoids(0.5),
}


def judged(one: World, method: Method) -> list[float]:
    """|k error|, Jaccard distance of representatives, adjusted Rand index."""
    shown, group = method(one)
    table = np.zeros((len(shown), len(one.true)), np.int64)
    np.add.at(table, group, one.origin)
    true, found = set(one.true), set(shown)
    return [abs(len(shown) - len(one.true)), 1 - len(true & found) / len(true | found), rand_index(table)]


def worlds() -> list[str]:
    """Rows of the table of made worlds: the mean over WORLDS of each kind."""
    rows = []
    for noise in NOISE:
        made = [world(np.random.default_rng(seed), noise) for seed in range(FIRST_SEED, FIRST_SEED + WORLDS)]
        for name, method in METHODS.items():
            k, jaccard, rand = np.mean([judged(one, method) for one in made], axis=0)
            rows.append(f"| {noise:.0%} | {name} | {k:.2f} | {jaccard:.2f} | {rand:.3f} |")
    return rows


def seconds() -> str:
    """Time of the distances and groups of 5,000 different journeys."""
    rng = np.random.default_rng(1)
    variants = list({collapsed(rng.integers(0, 30, rng.integers(4, 30)).tolist()) for _ in range(5_200)})[:5_000]
    grouped(matrix(variants[:50])[0], np.ones(50), 3)
    began = time.perf_counter()
    distances, _ = matrix(variants)
    middle = time.perf_counter()
    best_grouped(distances, np.ones(len(variants)), range(2, 9))
    return f"{middle - began:.1f} s / {time.perf_counter() - middle:.1f} s"


def main() -> None:
    """Measure, and write both pages."""
    parts = {"cuts": "\n".join(cuts()), "worlds": "\n".join(worlds()), "seconds": seconds()}
    parts["load"] = f"{os.getloadavg()[0]:.1f}"
    for language, page in (("en", "journeys.md"), ("vi", "journeys.vi.md")):
        written = (ROOT / "benchmarks" / f"journeys_page.{language}.md").read_text(encoding="utf-8")
        for name, value in parts.items():
            written = written.replace(f"{{{name}}}", value)
        (ROOT / "docs" / "quality" / page).write_text(written, encoding="utf-8")
        print(written)


if __name__ == "__main__":
    main()
