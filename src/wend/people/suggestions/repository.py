"""All queries of suggestions."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import func, select, update

from wend.kit.clock import epoch_micros
from wend.store.facade import Reading, Work, tables

State = Literal["open", "accepted", "dismissed"]
_S = tables.suggestions.c


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two people who may be one, `a` before `b`, with what speaks for it."""

    a: str
    b: str
    weight: float
    probability: float
    findings: tuple[dict[str, object], ...]
    state: State = "open"


def keep(work: Work, found: Iterable[Suggestion]) -> int:
    """Write down new suggestions; those that were decided stay decided. Returns how many are new."""
    at = epoch_micros(work.clock.now())
    rows = [
        {
            "workspace": work.workspace,
            "a": each.a,
            "b": each.b,
            "weight": each.weight,
            "probability": each.probability,
            "reason": json.dumps(each.findings, ensure_ascii=False),
            "state": "open",
            "at": at,
        }
        for each in found
    ]
    return work.add_new(tables.suggestions, rows)


def open_ones(reading: Reading, least: float, limit: int, offset: int) -> list[Suggestion]:
    """Undecided suggestions, the strongest first."""
    statement = (
        select(tables.suggestions)
        .where(_S.workspace == reading.workspace, _S.state == "open", _S.weight >= least)
        .order_by(_S.weight.desc(), _S.a, _S.b)
        .limit(limit)
        .offset(offset)
    )
    return [
        Suggestion(row.a, row.b, row.weight, row.probability, tuple(json.loads(row.reason)), row.state)
        for row in reading.rows(statement)
    ]


def how_many(reading: Reading, least: float) -> int:
    """Undecided suggestions from a weight upwards."""
    row = reading.row(
        select(func.count().label("n")).where(_S.workspace == reading.workspace, _S.state == "open", _S.weight >= least)
    )
    return 0 if row is None else int(row.n)


def state_of(reading: Reading, a: str, b: str) -> State | None:
    """Where a suggestion stands, or None when there is none."""
    row = reading.row(select(_S.state).where(_S.workspace == reading.workspace, _S.a == a, _S.b == b))
    return None if row is None else row.state


def decide(work: Work, a: str, b: str, state: State) -> None:
    """Note the decision about one suggestion."""
    work.execute(
        update(tables.suggestions).where(_S.workspace == work.workspace, _S.a == a, _S.b == b).values(state=state)
    )
