"""Journeys of sets whose answer is known: where they part, which they are, what was planned."""

from __future__ import annotations

import csv
import gzip
from collections import defaultdict
from datetime import datetime
from itertools import groupby, pairwise
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import rankdata

from tests.folds.journals import Event, MemoryWords, journal
from wend.domain.stage import StageSet
from wend.engines.lens import lens_of
from wend.engines.machine import Machine
from wend.kit.clock import FixedClock
from wend.methods.splitting import cut_pairs, mean_pauses
from wend.questions.asking import ask
from wend.questions.context import Context, Plan


def rows(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def asked(traces: list[list[tuple[str, int]]]) -> Context:
    """A log of one customer a trace."""
    names = sorted({name for trace in traces for name, _ in trace})
    events = [[Event(names.index(name), at) for name, at in trace] for trace in traces]
    words = MemoryWords(tuple(names), ("",))
    stages: tuple[StageSet, ...] = ()
    return Context(Machine(journal(events, words=words)), Plan((), stages), lens_of([], words, ""))


def area(scores: np.typing.NDArray[np.float64], truth: np.typing.NDArray[np.bool_]) -> float:
    """Area under the ROC curve: the chance that a true cut scores above another place."""
    ranks, hits = rankdata(scores), int(truth.sum())
    return float((ranks[truth].sum() - hits * (hits + 1) / 2) / (hits * (len(truth) - hits)))


def test_local_context_finds_the_cuts_better_than_pauses_do(shared_data: Path) -> None:
    table = rows(shared_data / "journey_partition_truth" / "partition_delay_0.2.csv.gz")
    both = [(a, b) for a, b in pairwise(table) if a["journey_id"] == b["journey_id"]]
    pairs = np.array([ord(a["event"]) * 256 + ord(b["event"]) for a, b in both])
    pauses = np.array([float(b["timestamp"]) - float(a["timestamp"]) for a, b in both])
    truth = np.array([a["case"] != b["case"] for a, b in both])
    assert area(pauses, truth) == pytest.approx(0.588, abs=0.005)  # published for time alone
    assert area(mean_pauses(pairs, pauses), truth) >= 0.845  # published: 0.840, a neural net 0.861
    cut = cut_pairs(np.bincount(pairs), np.bincount(pairs, pauses).astype(np.float64))[pairs]
    assert 2 * (cut & truth).sum() / (cut.sum() + truth.sum()) >= 0.56


@pytest.mark.parametrize("name", ["patterns_dataset3_1", "patterns_dataset5_1"])
def test_the_patterns_of_a_known_world_are_found(name: str, shared_data: Path, clock: FixedClock) -> None:
    table = rows(shared_data / "journey_pattern_truth" / f"{name}.csv.gz")
    traces: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in table:
        own = traces[row["trace_id"]]
        own.append((row["activity"], len(own)))
    answer = ask(asked(list(traces.values())), clock, "representative")
    true = {tuple(step for step, _ in groupby(row["true_pattern"].split("__+__"))) for row in table}
    assert {tuple(step["step"] for step in row["steps"]) for row in answer.rows} == true
    assert sum(row["exact"] for row in answer.rows) == 100
    assert answer.content["silhouette"] == 1.0


def test_tickets_beside_the_usual_way(shared_data: Path, clock: FixedClock) -> None:
    usual = ("Assign seriousness", "Take in charge ticket", "Resolve ticket", "Closed")
    traces: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in rows(shared_data / "journey_helpdesk" / "helpdesk.csv.gz"):
        at = int(datetime.fromisoformat(row["time:timestamp"]).timestamp())
        traces[row["case:concept:name"]].append((row["concept:name"], at))
    way = [tuple(name for name, _ in groupby(name for name, _ in trace)) for trace in traces.values()]
    context = asked([sorted(trace, key=lambda step: step[1]) for trace in traces.values()])
    answer = ask(context, clock, "conformance", {"plan": " > ".join(usual)}).content
    begun = sum(bool(set(steps) & set(usual)) for steps in way)
    assert (answer["journeys"], answer["elsewhere"]) == (begun, 4_580 - begun)
    assert answer["conforming"]["journeys"] == way.count(usual)  # 2,366 of them without any repeat, as published
    skipped = {row["step"]: row["skipped"] for row in answer["steps"]}
    without = [steps for steps in way if "Closed" not in steps and set(steps) & set(usual)]
    assert skipped["Closed"] == len(without)
