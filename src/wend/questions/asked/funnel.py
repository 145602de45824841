"""Funnel: who did these steps, in this order or in any, how fast, and what those who stopped have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from wend.engines.lens import Lens
from wend.engines.machine import Members, Walked
from wend.engines.units import Cases, customers_of
from wend.folds import chain, funnel, histogram
from wend.folds.contract import Fold, Presented
from wend.folds.funnel_any import FUNNEL_ANY
from wend.folds.funnel_entries import FUNNEL_ENTRIES
from wend.folds.funnel_steps import FUNNEL_STEPS
from wend.questions import errors, funnel_tables, parsing, steps
from wend.questions.asked.contract import Asked
from wend.questions.context import Context
from wend.questions.funnel_tables import Funnel, share, shares
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.specs import Over
from wend.questions.wish import Made, Prepared, Wish

DEFAULTS = {"order": "ordered", "entry": "best", "times": "whole", "step_within": None, "without": None}
"""What the plain fold knows how to answer."""
APART = (("order", "any", "step_within"), ("order", "any", "why"))
"""An option with a value, and an option that means nothing beside it."""


def _make(wish: Wish) -> Made:
    return *_fold(wish.context, wish.over, wish.given), ()


def _sees(wish: Wish) -> Lens | None:
    return steps.lens_of(wish.context, wish.over, _route(wish.context, wish.over, wish.given))


def _route(context: Context, over: Over, given: Mapping[str, Any]) -> steps.Route:
    everywhere = parsing.steps(given["without"]) if given["without"] else ((),)
    if len(everywhere) != 1:
        raise errors.BadSteps(steps=given["without"], most=1)
    return steps.route(context, over, given["steps"], everywhere)


def _fold(
    context: Context, over: Over, given: Mapping[str, Any], groups: int = 0, group_at: int = 0
) -> tuple[Fold[Any, Any], Any]:
    """The fold with its params; with `groups`, told apart by the mark of the event that does step `group_at`."""
    for option, value, other in APART:
        if given[option] == value and given[other]:
            raise errors.NotTogether(first=f"{option} {value}", second=other)
    if given["order"] == "any" and given["entry"] == "every":
        raise errors.NotTogether(first="order any", second="entry every")
    route = _route(context, over, given)
    members, without, codes = steps.codes_of(route, len(context.names(over)))
    plain = all(given[name] == value for name, value in DEFAULTS.items()) and not any(route.without)
    if plain and groups == 0:
        return funnel.FUNNEL, funnel.params(members, codes, given["within"])
    params = chain.params(
        members,
        codes,
        given["within"],
        given["step_within"],
        without,
        given["order"] == "strict",
        given["entry"] == "first",
        max(groups, 1),
        group_at,
    )
    return FUNNEL_ANY if given["order"] == "any" else FUNNEL_STEPS, params


def _opens(at: Pointed) -> CellsOf:
    return _cells(at, 0)


def _cells(at: Pointed, group: int) -> CellsOf:
    length, step = at.prepared.params.length, str(at.where.get("step", "1"))
    if not step.isdecimal() or not 1 <= int(step) <= length:
        raise errors.NothingToOpen(where=f"step 1 … {length}")
    stopped = at.state({"reached": "", "stopped": "stopped"})
    first = group * (length + 1)
    return field("deepest", first + int(step), None if stopped else first + length + 1)


def _behind(at: Pointed) -> Members:
    """A number of a group, of a period or of the reasons needs the walk that tells them apart."""
    asked = _funnel(at.context, at.prepared)
    found = funnel_tables.pointed(asked, at.where)
    if found is None:
        return at.members(_opens(at))
    cut, name, group_at = found
    if name not in cut.names:
        raise errors.UnknownCut(name, cut.names)
    fold, params, lens = asked.cut_by(cut, group_at)
    prepared = replace(at.prepared, fold=fold, params=params, lens=lens)
    return replace(at, prepared=prepared).members(_cells(at, cut.names.index(name)))


def _funnel(context: Context, prepared: Prepared) -> Funnel:
    def fold(groups: int, group_at: int) -> tuple[Fold[Any, Any], Any]:
        return _fold(context, prepared.over, prepared.given, groups, group_at)

    return Funnel(context, prepared, _route(context, prepared.over, prepared.given), fold)


def _further(context: Context, prepared: Prepared, walked: Walked[Any, Any]) -> Presented:
    asked, given = _funnel(context, prepared), prepared.given
    reached = asked.reached(walked.answer)
    names = asked.route.labels
    if given["order"] == "any":
        names = [f"{k} / {len(names)}" for k in range(1, len(names) + 1)]
    rows: list[Presented] = [{"step": name, **row} for name, row in zip(names, shares(reached), strict=True)]
    content: Presented = {"steps": rows}
    if isinstance(context.machine.journal, Cases):
        for k, row in enumerate(rows):
            row |= {"cases": row["customers"], "customers": _customers(context, prepared, k + 1)}
    answer = walked.answer
    if given["entry"] == "every":
        params = _fold(context, prepared.over, given, 1)[1]
        answer = context.machine.answer(FUNNEL_ENTRIES, params, prepared.selection, prepared.lens).answer
        content |= {"entries_closed_early": int(answer.lost[0])}
        for row, entries in zip(rows, asked.reached(answer), strict=True):
            row |= {"entries": entries, "entries_share": share(entries, asked.reached(answer)[0])}
    if isinstance(answer, chain.ChainAnswer):
        content |= _times(answer, rows)
    return content | funnel_tables.tables(asked, walked)


def _customers(context: Context, prepared: Prepared, step: int) -> int:
    """Customers who have a case that reached the step."""
    at = Pointed(context, prepared, {"step": step})
    return len(customers_of(at.members(_opens(at))))


def _times(answer: chain.ChainAnswer, rows: list[Presented]) -> Presented:
    """How long every step took, from the entry and from the step before; the whole in words and as a distribution."""
    length = len(rows)
    whole, gaps = answer.seconds.reshape(length, -1), answer.gaps.reshape(length, -1)
    for k, row in enumerate(rows):
        row |= {"median_seconds": histogram.median(gaps[k]), "p90_seconds": histogram.p90(gaps[k])}
        row |= {"from_entry_median_seconds": histogram.median(whole[k])}
    told = {"median_seconds": histogram.median(whole[-1]), "p90_seconds": histogram.p90(whole[-1])}
    return told | {"times": funnel_tables.distribution(whole[-1])}


FUNNEL = Asked(_make, _opens, _behind, _further, _sees)
