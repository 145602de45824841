"""`departures` again, in plain Python: the first place of every step, and the step behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from tests.folds.journals import Event
from wend.folds.departures import DeparturesAnswer, DeparturesParams


def departures(shown: Sequence[Sequence[tuple[Event, bool]]], params: DeparturesParams) -> DeparturesAnswer:
    """Look each step up in the customer's list."""
    following, there = Counter[int](), np.zeros(params.codes, np.int64)
    for journey in shown:
        steps = [event.step for event, counts in journey if counts]
        for step in set(steps):
            there[step] += 1
            following.update(step * params.codes + after for after in steps[steps.index(step) + 1 :][:1])
    keys = sorted(following)
    counts = np.array([following[key] for key in keys], np.int64)
    return DeparturesAnswer(np.array(keys, np.int64), counts, there, np.zeros(1, np.int64))
