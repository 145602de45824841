"""Overlap: how many customers do several conditions share, and more or less than chance would give?"""

from __future__ import annotations

from functools import reduce
from itertools import combinations
from operator import or_
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.engines.machine import Members, Walked
from wend.engines.units import customers_of
from wend.folds.contract import Presented
from wend.folds.segment import SegmentAnswer, SegmentParams
from wend.methods.intervals import wilson
from wend.questions import errors
from wend.questions.asked.contract import Asked
from wend.questions.asked.segment import everybody, fitting
from wend.questions.context import Context
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.wish import Made, Prepared, Wish

Counts = NDArray[np.int64]


def _make(wish: Wish) -> Made:
    return everybody(wish)


def _found(context: Context, prepared: Prepared) -> list[Members]:
    given: dict[str, Any] = prepared.given["conditions"]
    return [fitting(context, each, prepared.as_of, prepared.selection) for each in given.values()]


def _further(context: Context, prepared: Prepared, walked: Walked[SegmentParams, SegmentAnswer]) -> Presented:
    """Sizes of all sets, of all their intersections, and pairs with their Jaccard index."""
    names, found = list(prepared.given["conditions"]), _found(context, prepared)
    exactly = _exactly(found)
    exactly[0] = walked.customers - int(exactly[1:].sum())
    least = [int(exactly[[code for code in range(len(exactly)) if code & wanted == wanted]].sum())
             for wanted in range(len(exactly))]  # fmt: skip
    rows = [_intersection(names, code, exactly, least) for code in range(len(exactly)) if exactly[code]]
    rows.sort(key=lambda row: (-row["customers"], row["sets"]))
    return {
        "of": walked.customers,
        "sets": [
            {"set": number, "name": name} | _share(least[1 << number - 1], walked.customers)
            for number, name in enumerate(names, 1)
        ],
        "intersections": rows,
        "pairs": [_pair(names, a, b, least) for a, b in combinations(range(len(names)), 2)],
    }


def _exactly(found: list[Members]) -> Counts:
    """By the conditions that hold, as bits: how many customers of whom exactly those hold."""
    total = np.zeros(1 << len(found), np.int64)
    for masks in zip(*(each.masks for each in found), strict=True):
        codes = reduce(or_, (mask.astype(np.uint8) << bit for bit, mask in enumerate(masks)))
        total += np.bincount(codes, minlength=len(total))
    return total


def _share(customers: int, of: int) -> Presented:
    share = wilson(customers, of)
    return {"customers": customers, "share": share.value, "low": share.low, "high": share.high}


def _intersection(names: list[str], code: int, exactly: Counts, least: list[int]) -> Presented:
    inside = [number for number in range(1, len(names) + 1) if code >> number - 1 & 1]
    told = {"sets": "+".join(map(str, inside)) or "0", "names": [names[number - 1] for number in inside]}
    return told | _share(int(exactly[code]), int(exactly.sum())) | {"at_least": least[code]}


def _pair(names: list[str], a: int, b: int, least: list[int]) -> Presented:
    """Jaccard's index is the share, among those of either, who are of both; `times` compares both with what two
    conditions that know nothing of each other would share.
    """
    one, other, both = least[1 << a], least[1 << b], least[1 << a | 1 << b]
    index = wilson(both, one + other - both)
    expected = one * other / least[0] if least[0] else 0.0
    told: Presented = {"sets": f"{a + 1}+{b + 1}", "names": [names[a], names[b]], "both": both}
    told |= {"of_first": both / one if one else None, "of_second": both / other if other else None}
    return told | {
        "jaccard": index.value if index.n else None,
        "jaccard_low": index.low,
        "jaccard_high": index.high,
        "times": both / expected if expected else None,
    }


def _opens(_: Pointed) -> CellsOf:
    return field("nodes", 0)


def _behind(at: Pointed) -> Members:
    """`sets` names places joined by "+", "0" = none of them; `state`: of whom exactly, at least, or any of these."""
    found = [customers_of(each) for each in _found(at.context, at.prepared)]
    everyone = customers_of(at.members(_opens(at)))
    wanted = _places(str(at.where.get("sets", "")), len(found))
    state = at.state({"exactly": "exactly", "at_least": "at_least", "any": "any"})
    inside = [found[place] for place in wanted]
    outside = [each for place, each in enumerate(found) if place not in wanted]
    if state == "any" and inside:
        return reduce(or_, inside)
    found_all = reduce(lambda a, b: a & b, inside, everyone)
    return found_all & ~reduce(or_, outside) if outside and state == "exactly" else found_all


def _places(written: str, count: int) -> list[int]:
    pieces = written.split("+")
    if written == "0":
        return []
    if not all(piece.isdecimal() and 1 <= int(piece) <= count for piece in pieces):
        raise errors.NothingToOpen(where=f"sets 1 … {count}, 1+2, 0")
    return sorted({int(piece) - 1 for piece in pieces})


OVERLAP = Asked(_make, _opens, _behind, _further)
