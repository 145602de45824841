"""RFM: who bought lately, often, and for how much, in fifths by rank."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.engines.machine import Members, Walked
from wend.engines.units import customers_of
from wend.folds.contract import Presented
from wend.methods import fifths
from wend.methods.intervals import wilson
from wend.questions import errors
from wend.questions.asked.contract import Asked
from wend.questions.asked.segment import everybody
from wend.questions.context import Context
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.portraits import Portraits, portraits
from wend.questions.wish import Made, Prepared, Wish

Fifths = dict[str, NDArray[np.int64]]

COLUMNS = {"recency": "recency_days", "frequency": "purchases", "money": "money"}
"""What a fifth is of. The fifth of the most recent is 5, as that of those who buy most often or for most."""


def _make(wish: Wish) -> Made:
    return everybody(wish)


def _buyers(context: Context, prepared: Prepared) -> tuple[Portraits, Fifths]:
    known = portraits(context, prepared.selection, prepared.as_of, prepared.given["bought"])
    buyers = known.only(known.column("purchases") > 0)
    found = {name: fifths.fifths(_better(buyers, name)) for name in COLUMNS}
    return buyers, found


def _better(buyers: Portraits, name: str) -> NDArray[np.float64]:
    """More is better."""
    values = buyers.column(COLUMNS[name])
    return -values if name == "recency" else values


def _further(context: Context, prepared: Prepared, walked: Walked[Any, Any]) -> Presented:
    """The grid, and where each fifth begins and ends."""
    buyers, found = _buyers(context, prepared)
    across = prepared.given["by"]
    money = buyers.column("money")
    total = float(money.sum())
    codes = (found["recency"] - 1) * fifths.PARTS + found[across] - 1
    people = np.bincount(codes, minlength=fifths.PARTS**2)
    paid = np.bincount(codes, money, minlength=fifths.PARTS**2)
    cells = []
    for recency in range(fifths.PARTS, 0, -1):
        for other in range(fifths.PARTS, 0, -1):
            place = (recency - 1) * fifths.PARTS + other - 1
            cells.append(
                {"recency": recency, across: other} | _cell(int(people[place]), float(paid[place]), len(codes), total)
            )
    return {
        "of": walked.customers,
        "buyers": len(codes),
        "total_money": round(total),
        "cells": cells,
        "fifths": [row for name in COLUMNS for row in _borders(buyers, found, name)],
    }


def _cell(customers: int, money: float, buyers: int, total: float) -> Presented:
    share = wilson(customers, buyers)
    told: Presented = {"customers": customers, "share": share.value, "low": share.low, "high": share.high}
    return told | {
        "paid": round(money),
        "paid_share": money / total if total else None,
        "paid_each": round(money / customers) if customers else None,
    }


def _borders(buyers: Portraits, found: Fifths, name: str) -> list[Presented]:
    """The best fifth first."""
    values, parts = buyers.column(COLUMNS[name]), found[name]
    told = []
    for fifth, ends in reversed(list(enumerate(fifths.borders(values, parts), 1))):
        low, high = ends or (None, None)
        told.append({"of": name, "fifth": fifth, "customers": int((parts == fifth).sum()), "from": low, "to": high})
    return told


def _opens(_: Pointed) -> CellsOf:
    return field("nodes", 0)


def _behind(at: Pointed) -> Members:
    """Whoever is in all the fifths that are named: {recency: 5, frequency: 1}, or buyers."""
    buyers, found = _buyers(at.context, at.prepared)
    inside = np.ones(len(buyers.rows), np.bool_)
    for name, parts in found.items():
        if name in at.where:
            written = str(at.where[name])
            if written not in {str(part) for part in range(1, fifths.PARTS + 1)}:
                raise errors.NothingToOpen(where=f"{name} 1 … {fifths.PARTS}")
            inside &= parts == int(written)
    return customers_of(buyers.members(inside))


RFM = Asked(_make, _opens, _behind, _further)
