"""Does an exposure strike one group above all? Then the group is said; and does the effect survive when groups are
compared within themselves?
"""

from __future__ import annotations

import numpy as np
from scipy.special import ndtr

from wend.maps.obstacles.attempts import Attempts, Outcome
from wend.maps.obstacles.context import Context, Grouping
from wend.maps.obstacles.contrasting import Contrast, contrast
from wend.methods.correction import holm

LIFT = 2.0
"""A group is named when its members are hit at least twice as often as all others …"""
SHARE_OF_HIT = 0.15
"""… and at least this share of all who were hit belong to the named groups."""
SURE = 0.01
MOST_NAMED = 4
KEPT = 0.5
"""An effect must keep half of itself when only customers of one group are compared with each other."""


def concentrated(context: Context, attempts: Attempts) -> str:
    """`province = Nghệ An, Đắk Lắk` when the exposure strikes there, or an empty text."""
    best, group = 0.0, ""
    for grouping in context.divisions:
        score, values = _struck_values(grouping, attempts)
        if score > best:
            best, group = score, f"{grouping.key} = {', '.join(values)}"
    return group


def _struck_values(grouping: Grouping, attempts: Attempts) -> tuple[float, tuple[str, ...]]:
    """How many more were hit in the struck values than elsewhere, in standard errors, and the values, the worst
    first.
    """
    codes = grouping.codes[attempts.place].astype(np.int64)
    known, size = codes >= 0, len(grouping.values)
    n = np.bincount(codes[known], minlength=size)[:size].astype(np.float64)
    hit = np.bincount(codes[known], attempts.hit[known], size)[:size]
    total_n, total_hit = n.sum(), hit.sum()
    rest_n, rest = total_n - n, (total_hit - hit) / np.maximum(total_n - n, 1)
    rate, overall = hit / np.maximum(n, 1), total_hit / max(total_n, 1)
    error = np.sqrt(overall * (1 - overall) * (1 / np.maximum(n, 1) + 1 / np.maximum(rest_n, 1)))
    z = np.where((n >= 20) & (rest_n >= 20), (rate - rest) / np.maximum(error, 1e-9), 0.0)
    struck = (holm(ndtr(-z)) < SURE) & (rate >= LIFT * rest) & (hit >= 5)
    if not struck.any() or struck.sum() > MOST_NAMED or hit[struck].sum() < SHARE_OF_HIT * total_hit:
        return 0.0, ()
    elsewhere = hit[~struck].sum() / max(n[~struck].sum(), 1)
    if hit[struck].sum() / n[struck].sum() < LIFT * elsewhere:
        return 0.0, ()
    order = sorted(np.flatnonzero(struck), key=lambda v: -rate[v])
    return float(z[struck].max()), tuple(grouping.values[v] for v in order)


def survives(context: Context, attempts: Attempts, outcome: Outcome, plain: Contrast) -> bool:
    """Whether the effect is still there when members of one group are compared with each other, for every grouping
    (Simpson's trap).
    """
    for grouping in context.divisions[:-1]:
        if grouping.key == attempts.grouping or len(grouping.values) > 64 or f"{grouping.key} = " in attempts.group:
            continue
        within = contrast(
            attempts.outcomes[outcome],
            attempts.hit,
            attempts.strata(context, outcome, grouping.key),
            context.owner[attempts.place],
        )
        if within is not None and within.hit_n >= plain.hit_n / 2 and within.effect > KEPT * plain.effect:
            return False
    return True
