"""Which steps are watched, and which step leads to which: read from what directly follows what."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from wend.engines.lens import Lens
from wend.folds import edges, histogram, transitions
from wend.folds.daily import DAY
from wend.questions.wish import Wish

MOST_WATCHED, MOST_LEGS = 40, 40
LEADS = 0.1
"""A step leads to another that directly follows at least this share of its events."""
LEAST_TIMES = 60
SHORTEST, LONGEST = 3_600, 14 * DAY
PATIENCE = 4
"""An attempt is given up after so many times the 90th percentile of those that came through."""


@dataclass(frozen=True, slots=True)
class Legs:
    """`watched` codes, the most frequent first, and legs (from, to, seconds) between their places."""

    watched: tuple[int, ...]
    legs: tuple[tuple[int, int, int], ...]


def legs_of(wish: Wish) -> Legs:
    """The legs of the log that is asked about; `within` of the wish is the window of all of them."""
    lens: Lens | None = wish.context.lens if wish.over == "touchpoints" else None
    params = transitions.params(max(1, wish.codes), totals=False)
    walked = wish.context.machine.answer(transitions.TRANSITIONS, params, wish.selection, lens)
    found = [(a, b, times) for a, b, _, times, _ in edges.each(walked.answer, walked.params)]
    begun = np.asarray(walked.answer.starts).copy()
    left = np.asarray(walked.answer.ends).copy()
    for a, b, times in found:
        begun[b] += int(times.sum())
        left[a] += int(times.sum())
    watched = tuple(code for code in np.argsort(-begun, kind="stable").tolist() if begun[code])[:MOST_WATCHED]
    place = {code: number for number, code in enumerate(watched)}
    made = []
    for a, b, times in found:
        count = int(times.sum())
        if a == b or a not in place or b not in place or count < max(LEAST_TIMES, LEADS * int(left[a])):
            continue
        slow = float(histogram.quantiles(times.reshape(1, -1), 0.9)[0] or 0)
        seconds = wish.given["within"] or int(min(max(PATIENCE * slow, SHORTEST), LONGEST))
        if seconds >= slow:  # else so slow a step that "not yet" and "not at all" cannot be told apart
            made.append((count, (place[a], place[b], seconds)))
    made.sort(key=lambda leg: (-leg[0], leg[1]))
    return Legs(watched, tuple(leg for _, leg in made[:MOST_LEGS]))
