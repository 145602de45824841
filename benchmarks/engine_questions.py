"""The questions of the engine's benchmark, as Wend's folds over a journal. Every one gives an answer that can be
compared with what a peer says to the same question.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, cast

import numpy as np
from numba import njit

from benchmarks.engine_log import CODES, DAYS, NAMES, START, THREADS
from wend.conditions.tree import Did, Frame, Happening, Range
from wend.domain.selection import Selection
from wend.engines.lens import every_event
from wend.engines.machine import Machine
from wend.engines.marking import World
from wend.engines.membership import walk_of
from wend.engines.rows import rows
from wend.folds import edges, features, funnel, pathways, retention, segment, stage_walk, transitions
from wend.folds.paths_told import told
from wend.folds.periods import FOREVER
from wend.folds.registry import FOLDS
from wend.log.journal import Journal

STEPS, WINDOW = (2, 5, 9, 14), 7 * 86_400
PATH_START, OFTEN, LATELY = 2, 3, 30 * 86_400
PERIODS, PERIOD = 12, DAYS * 86_400 // 12
END = START + DAYS * 86_400
Question = Callable[[Machine], Any]


def codes_of(machine: Machine) -> list[int]:
    """The journal's codes of the event names: it gives them in the order in which it meets the names."""
    known = machine.journal.words.events
    return [known.index(name) for name in NAMES]


def asked_funnel(machine: Machine) -> list[int]:
    """Customers who reached steps 1 to 4."""
    codes = codes_of(machine)
    params = funnel.params([[codes[step]] for step in STEPS], CODES, WINDOW)
    return [int(n) for n in funnel.reached(machine.answer(funnel.FUNNEL, params).answer)]


def asked_transitions(machine: Machine) -> list[tuple[int, ...]]:
    """(from, to, count, customers); medians of the time between are counted too, and not compared."""
    walked = machine.answer(transitions.TRANSITIONS, transitions.params(CODES, totals=False))
    found, name = edges.each(walked.answer, walked.params), np.argsort(codes_of(machine))
    return sorted((int(name[a]), int(name[b]), int(times.sum()), int(people)) for a, b, people, times, _ in found)


def asked_retention(machine: Machine) -> list[tuple[int, ...]]:
    """(period of the first event, periods later, customers who did something then)."""
    calendar = np.array([*(START + PERIOD * k for k in range(PERIODS + 1)), FOREVER], np.int64)
    every, rules = np.ones(CODES, np.bool_), stage_walk.no_stages(CODES)
    runs = [(k, k) for k in range(PERIODS)]
    params = retention.params(runs, calendar, every, every, rules, END)
    answer = machine.answer(FOLDS["retention"], params).answer
    returned = answer.returned[: params.groups * PERIODS].reshape(params.groups, PERIODS)
    return [(int(c), int(k), int(returned[c, k])) for c, k in np.argwhere(returned)]


def asked_segment(machine: Machine) -> list[int]:
    """How many customers did one event at least three times in the last thirty days: a condition, walked."""
    rules, lens = stage_walk.no_stages(CODES), every_event(machine.journal.words)
    often = Did(Happening("event", (NAMES[PATH_START],)), Range(low=OFTEN), Frame(from_at=END - 1 - LATELY, before=END))
    walk = walk_of(World(machine, lens, rules, ()), often, END - 1)
    return [int(machine.answer(segment.SEGMENT, walk.params).answer.nodes[-1])]


def asked_paths(machine: Machine) -> list[int]:
    """How often each of the twenty most frequent paths of five steps was walked, from the first time of an event."""
    params = pathways.params(np.arange(1, CODES + 1), 5, codes_of(machine)[PATH_START] + 1)
    walked = machine.answer(FOLDS["paths"], params)
    return sorted(
        int(row["count"]) for row in told(walked.answer, walked.params, machine.journal.words.events)["paths"]
    )


def asked_features(machine: Machine) -> list[int]:
    """Sums over the table of customers: customers, events, active days, channels, events of the last 7, 30, 90 days."""
    params = features.params(CODES, [], END - 1)
    within = range(features.EVENTS_WITHIN, features.EVENTS_WITHIN + 3)
    told = np.array([features.CUSTOMERS, features.EVENTS, features.ACTIVE, features.CHANNELS, *within])
    total = np.zeros(len(told), np.int64)
    for part in rows(machine, features.FEATURES, params, Selection()):
        _add(part.cells, told, total)
    return [int(n) for n in (*total[:4], *np.cumsum(total[4:]))]


QUESTIONS: dict[str, Question] = {
    "funnel, 4 steps, 7 days": asked_funnel,
    "transitions with times": asked_transitions,
    "retention 12 × 12": asked_retention,
    "segment: ≥ 3 times in 30 days": asked_segment,
    "top paths of length 5": asked_paths,
    "features of every customer": asked_features,
}


@njit(nogil=True)
def _add(cells: Any, told: Any, total: Any) -> None:
    for row in range(len(cells)):
        for place in range(len(told)):
            total[place] += cells[row, told[place]]


@njit(nogil=True)
def _sums(offsets: Any, event: Any, at: Any) -> Any:
    total = 0
    for i in range(len(offsets)):
        total += offsets[i]
    for i in range(len(event)):
        total += event[i]
    for i in range(len(at)):
        total += at[i]
    return total


def plain_pass(journal: Journal) -> int:
    """The sum of customers' offsets, events and times with as many threads: the limit of the machine."""
    with ThreadPoolExecutor(THREADS) as pool:
        return sum(pool.map(lambda b: int(_sums(b.offsets, b.event, b.occurred_at)), journal.buckets))


def machine_of(journal: Journal) -> Machine:
    """The engine that is measured."""
    return Machine(cast("Any", journal), THREADS)
