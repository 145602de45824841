"""Return: who comes back after a silence, and what they had met before, against others who were as silent."""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from wend.engines.machine import Walked
from wend.folds import comebacks
from wend.folds.contract import Cells, Presented
from wend.methods.correction import holm
from wend.methods.intervals import wilson
from wend.methods.strata import mantel_haenszel
from wend.questions import errors
from wend.questions.asked.contract import Asked
from wend.questions.context import Context
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.wish import Made, Prepared, Wish

MOST_ROWS = 200
FEWEST_EXPOSED = 20
"""Fewer customers looked at than this are told, but not compared."""
_STATES = {state: state for state in ("returned", "silent", "still_silent")}
_RECEIVES = frozenset(
    {"sent", "delivered", "shipped", "shown", "offered", "pushed", "notified", "reminded", "broadcast"}
)


def _make(wish: Wish) -> Made:
    given, names = wish.given, wish.context.names(wish.over)
    received = _received(wish.context, given["received"], names, wish)
    does = np.ones(max(1, len(names)), np.bool_)
    does[received] = False
    row = np.full(max(1, len(names)), -1, np.int64)
    row[received] = np.arange(len(received))
    own = np.flatnonzero(does[: len(names)])[: MOST_ROWS - len(received)]
    row[own] = len(received) + np.arange(len(own))
    first = max(wish.context.first_at, wish.selection.from_at)
    silence = max(1, given["silence"])
    window = max(1, min(given["before"], silence))
    return comebacks.COMEBACKS, comebacks.params(does, row, len(received), silence, window, first, wish.as_of), ()


def _received(context: Context, given: Any, names: Any, wish: Wish) -> list[int]:
    """The codes of what customers receive: those named, or those that sound like it."""
    if given is not None:
        return sorted({context.code(name, wish.over) for name in given})[: MOST_ROWS // 2]
    sounds = (code for code, name in enumerate(names) if re.split(r"[\W_]+", name.casefold())[-1] in _RECEIVES)
    return list(sounds)[: MOST_ROWS // 2]


def _further(_: Context, prepared: Prepared, walked: Walked[Any, Any]) -> Presented:
    """Rates by length of silence, and the effect of everything met before."""
    params, answer, names = walked.params, walked.answer, prepared.names
    rows = [_effect(answer, params, r) | {"event": names[code]} for r, code in enumerate(_codes(params))]
    told = [row for row in rows if row["n"]]
    tested = [row for row in told if row["p"] is not None]
    for row, p in zip(tested, holm(np.array([row["p"] for row in tested])).tolist(), strict=True):
        row["p_adjusted"] = p
    told.sort(key=lambda row: (row["p_adjusted"] is None, -abs(row["effect"] or 0), row["event"]))
    first = "event", "met", "n", "returned", "share", "expected", "effect", "low", "high", "p_adjusted"
    return {
        "before": [{name: row[name] for name in first} for row in told],
        "silences": _silences(answer, params),
        "received": [names[code] for code in _codes(params)[: params.received]],
        "causal": False,
    }


def _codes(params: comebacks.ComebacksParams) -> list[int]:
    """The code of every row."""
    order = np.argsort(params.row, kind="stable")
    return [int(code) for code in order if params.row[code] >= 0]


def _effect(answer: comebacks.ComebacksAnswer, params: comebacks.ComebacksParams, row: int) -> Presented:
    """Of the silent who had met it, how many came back, and how many would have, had they been like their match."""
    exposed, back = (cells[row :: params.rows] for cells in (answer.exposed, answer.exposed_back))
    n, returned = int(exposed.sum()), int(back.sum())
    found = mantel_haenszel(back, exposed, answer.back - back, answer.silent - exposed)
    met = "received" if row < params.received else "last step"
    counts = {"met": met, "n": n, "returned": returned, "share": returned / n if n else None}
    if found is None or found.exposed < FEWEST_EXPOSED:
        return counts | dict.fromkeys(("expected", "effect", "low", "high", "p", "p_adjusted"))
    figures = {"expected": found.expected, "effect": found.difference, "low": found.low, "high": found.high}
    return counts | figures | {"p": found.p, "p_adjusted": None}


def _silences(answer: comebacks.ComebacksAnswer, params: comebacks.ComebacksParams) -> list[Presented]:
    """How many of the silent come back within one window, by how long they have been silent."""
    n, back = (_by_length(cells) for cells in (answer.silent, answer.back))
    told = []
    for k, quarters in enumerate(comebacks.QUARTERS):
        estimate = wilson(int(back[k]), int(n[k]))
        row = {"silent_seconds": quarters * params.silence // 4, "n": int(n[k]), "returned": int(back[k])}
        if estimate.n:
            told.append(row | {"share": estimate.value, "low": estimate.low, "high": estimate.high})
    return told


def _by_length(cells: Cells) -> Cells:
    summed: Cells = cells.reshape(-1, comebacks.SILENCES, comebacks.ACTIVITIES).sum(axis=(0, 2))
    return summed


def _opens(at: Pointed) -> CellsOf:
    """Customers by state; or those who had met an event while silent, and came back or not at all."""
    params = at.prepared.params
    if "event" not in at.where:
        return field("customers", {"silent": 0, "returned": 1, "still_silent": 2}[at.state(_STATES)])
    row = int(params.row[at.code("event")])
    if row < 0:
        raise errors.NothingToOpen(where="event")
    met = at.state({"returned": "exposed_back", "silent": "exposed"})
    return field(met, row, params.windows * comebacks.SILENCES * comebacks.ACTIVITIES * params.rows, params.rows)


RETURN = Asked(_make, _opens, further=_further)
