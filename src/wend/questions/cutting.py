"""What counts as one journey: all that a customer did, one visit, or a part of a long history (see
`folds/journey.py`).
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from wend.folds import edges, transitions
from wend.folds.journey import Cutting, cutting
from wend.methods.splitting import cut_pairs
from wend.questions.errors import BadChoice
from wend.questions.wish import Wish

CUSTOMER, SESSION, JOURNEY = "customer", "session", "journey"
PER = (CUSTOMER, SESSION, JOURNEY)


def cutting_of(wish: Wish) -> Cutting:
    """The cutting that `per`, `gap` and `outcome` ask for."""
    per = word(wish.given["per"], PER)
    outcome = wish.given["outcome"]
    code = None if outcome is None else wish.context.code(outcome, wish.over)
    gap = wish.given["gap"] if per == SESSION else None
    return cutting(wish.codes, gap, pairs_of(wish) if per == JOURNEY else (), code)


def pairs_of(wish: Wish) -> list[int]:
    """Between which two steps a new journey begins, as a · codes + b: learned from all pauses of the selection."""
    space = transitions.params(wish.codes, totals=True)
    lens = wish.context.lens if wish.over == "touchpoints" else None
    walked = wish.context.machine.answer(transitions.TRANSITIONS, space, wish.selection, lens)
    found = list(edges.each(walked.answer, walked.params))
    counts = np.array([int(seconds.sum()) for *_, seconds, _ in found], np.int64)
    totals = np.array([float(sums.sum()) for *_, sums in found], np.float64)
    cuts = cut_pairs(counts, totals)
    return [a * wish.codes + b for (a, b, *_), new in zip(found, cuts, strict=True) if new]


def word(given: str, known: tuple[str, ...]) -> str:
    """One of a few words; raises BadChoice."""
    if given not in known:
        raise BadChoice(given, known)
    return given


def per_customer(given: Mapping[str, object]) -> bool:
    """Whether every customer has one journey."""
    return given["per"] == CUSTOMER
