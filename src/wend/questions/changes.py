"""Edges that changed between two periods or groups: counts, shares of customers with a test, and times."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from wend.engines.machine import Walked
from wend.folds import departures, transitions
from wend.folds.contract import Presented
from wend.folds.departures import DEPARTURES
from wend.methods.correction import holm
from wend.methods.intervals import compare_shares
from wend.questions.comparing import Side, sides
from wend.questions.context import Context
from wend.questions.wish import Prepared

Pair = tuple[str, str]
_NONE: Presented = {"count": 0, "customers": 0, "median_seconds": None, "p90_seconds": None}


class Seen(NamedTuple):
    """One side: its edges; by edge, how many customers took it after their first time at `from`; how many were
    there.
    """

    edges: dict[Pair, Presented]
    next: dict[Pair, int]
    there: dict[str, int]


def changed(context: Context, prepared: Prepared, walked: Walked[Any, Any]) -> Presented:
    """{edges}: the edges of both sides, those that surely changed first; nothing when nothing is compared.

    `share` is of the customers who did `from`: those who did `to` directly after the first time. Each customer counts
    once, so its interval (Newcombe) and p (pooled z test, Holm over all edges) hold.
    """
    both = sides(context, prepared)
    if both is None:
        return {}
    here, there = (_seen(context, prepared, side, walked) for side in both)
    rows = [_row(pair, here, there) for pair in {**here.edges, **there.edges}]
    tested = [row for row in rows if row["p"] is not None]
    for row, p in zip(tested, holm(np.array([row["p"] for row in tested], np.float64)).tolist(), strict=True):
        row["p_adjusted"] = p
    for row in rows:
        del row["p"]
    rows.sort(key=lambda row: (_least(row["p_adjusted"]), -abs(row["difference"] or 0.0), -row["count"]))
    return {"edges": rows}


def _least(p: float | None) -> float:
    return 2.0 if p is None else p


def _seen(context: Context, prepared: Prepared, side: Side, walked: Walked[Any, Any]) -> Seen:
    """Walk one side; what was walked already is not walked again."""
    machine, lens, names = side.machine, prepared.lens, prepared.names
    asked = side.selection, lens, side.among
    if side.selection != prepared.selection or side.among is not None or machine is not context.machine:
        walked = machine.answer(prepared.fold, prepared.params, *asked)
    edges = transitions.TRANSITIONS.present(walked.answer, walked.params, names)["edges"]
    first = machine.answer(DEPARTURES, departures.params(len(names)), *asked)
    rows = DEPARTURES.present(first.answer, first.params, names)["departures"]
    return Seen(
        {(row["from"], row["to"]): row for row in edges},
        {(row["from"], row["to"]): row["customers"] for row in rows},
        dict(zip(names, first.answer.there.tolist(), strict=False)),
    )


def _row(pair: Pair, here: Seen, there: Seen) -> Presented:
    own, other = here.edges.get(pair, _NONE), there.edges.get(pair, _NONE)
    n, hits = here.there[pair[0]], here.next.get(pair, 0)
    against_n, against_hits = there.there[pair[0]], there.next.get(pair, 0)
    row: Presented = {"from": pair[0], "to": pair[1]} | {name: own[name] for name in _NONE}
    row |= {f"against_{name}": other[name] for name in ("count", "customers", "median_seconds")}
    row |= {"n": n, "share": hits / n if n else None}
    row |= {"against_n": against_n, "against_share": against_hits / against_n if against_n else None}
    if not n or not against_n:
        return row | {"difference": None, "low": None, "high": None, "p_adjusted": None, "p": None}
    found = compare_shares(hits, n, against_hits, against_n)
    return row | {"difference": found.value, "low": found.low, "high": found.high, "p_adjusted": None, "p": found.p}
