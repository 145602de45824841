"""Groups that stop at one and the same step are one obstacle with several names, not several obstacles."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from wend.maps.obstacles.context import Context
from wend.maps.obstacles.contrasting import contrast
from wend.maps.obstacles.tested import Tested


def pooled(context: Context, shown: list[Tested]) -> list[Tested]:
    """The same comparisons, with the drop-offs of one step and one grouping put together."""
    kept: list[Tested] = []
    families: dict[tuple[int, int, str], list[Tested]] = {}
    for each in shown:
        rows = each.attempts
        if rows.kind == "dropoff":
            families.setdefault((rows.code, rows.ahead, rows.grouping), []).append(each)
        else:
            kept.append(each)
    return kept + [_together(context, family) for family in families.values()]


def _together(context: Context, family: list[Tested]) -> Tested:
    """All struck groups against all others; as sure as the least sure of them."""
    if len(family) == 1:
        return family[0]
    family = sorted(family, key=lambda each: each.found.effect)
    first = family[0].attempts
    hit = np.logical_or.reduce([each.attempts.hit for each in family])
    values = ", ".join(each.attempts.group.partition(" = ")[2] for each in family)
    rows = replace(first, hit=hit, group=f"{first.grouping} = {values}")
    strata = rows.strata(context, "next_step")
    found = contrast(rows.outcomes["next_step"], hit, strata, context.owner[rows.place], always=True)
    if found is None:
        return family[0]
    worst = max(each.p_adjusted for each in family)
    return replace(family[0], attempts=rows, found=found, p=max(each.p for each in family), p_adjusted=worst)
