"""Retention: of those who began, how many came back, when, and with how much money."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.engines.lens import Lens
from wend.engines.machine import Members, Walked
from wend.engines.source import Bucket
from wend.folds import retention, stage_walk
from wend.folds.contract import Presented
from wend.folds.periods import FOREVER
from wend.methods.intervals import wilson
from wend.questions import calendar, errors
from wend.questions.among import SEGMENT, Inside
from wend.questions.asked.contract import Asked
from wend.questions.context import Context
from wend.questions.cuts import NONE
from wend.questions.grouping import checked, having, values_of
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.steps import base
from wend.questions.wish import Made, Prepared, Wish

MOST_CELLS = 4_000_000
_WORDS = {"cohort": retention.COHORT, "channel": retention.CHANNEL, "stage": retention.STAGE}
_GROUPS = _WORDS | {SEGMENT: retention.STAGE}
"""What the fold counts by; a segment is a stage of two, outside and inside."""


def _make(wish: Wish) -> Made:
    given, context = wish.given, wish.context
    segment = segment_of(context, given["by"])
    by = SEGMENT if segment else checked(context, given["by"], _WORDS, wish.over)
    rules, names = wish.rules() if by == "stage" else (wish.no_rules(), ())
    if segment:
        rules = stage_walk.told(len(segment), max(1, wish.codes))
    first = max(context.first_at, wish.selection.from_at)
    every = given["every"]
    unit: calendar.Unit = every if every in calendar.UNITS else "month"
    days = calendar.calendar(unit, context.zone, first, wish.as_of)
    cohorts = np.array([days[0], FOREVER], np.int64)
    if by == "cohort":
        cohorts = calendar.calendar(_cohort_unit(given), context.zone, first, wish.as_of)
    params = retention.params(
        _runs(given),
        days,
        wish.flags(given["start"]),
        wish.flags(given["return"]),
        rules,
        wish.as_of,
        cohorts,
        _GROUPS.get(by, retention.COHORT),
        0 if every in calendar.UNITS else max(1, int(every)),
        first,
    )
    if params.groups * params.slots.many > MOST_CELLS:
        raise errors.TooManyPeriods(most=f"{MOST_CELLS:,}")
    return retention.RETENTION, params, names


def segment_of(context: Context, by: str) -> tuple[str, ...]:
    """What those outside a segment and those inside it are called; nothing where customers are told apart otherwise."""
    if not by.startswith(SEGMENT) or by in context.machine.journal.trait_names:
        return ()
    return NONE, by.removeprefix(SEGMENT).strip()


def _sees(wish: Wish) -> Lens | None:
    """Where customers stand is outside a segment or inside, when they are told apart by it."""
    found = segment_of(wish.context, wish.given["by"])
    if not found:
        return None
    inside = Inside(wish.context, found[1], wish.as_of)
    seen = base(wish.context, wish.over)

    def stood(bucket: Bucket, number: int) -> NDArray[np.uint16]:
        return inside(bucket, number).astype(np.uint16)

    return replace(seen, stood=stood, lapses=None, lapsed=None)


def _runs(given: dict[str, Any]) -> list[tuple[int, int]]:
    if given["kind"] == "bracketed":
        return list(given["brackets"])
    return [(k, k) for k in range(given["periods"] + 1)]


def _cohort_unit(given: dict[str, Any]) -> calendar.Unit:
    unit: calendar.Unit = given["cohort"] or (given["every"] if given["every"] in calendar.UNITS else "month")
    return unit


def _labels(context: Context, prepared: Prepared) -> Iterator[str]:
    """What the groups of the fold are called, in order; not used for traits."""
    by, given = prepared.given["by"], dict(prepared.given)
    if segment := segment_of(context, by):
        yield from segment
    elif by == "channel":
        yield from context.machine.journal.words.channels
    elif by == "stage":
        yield from prepared.stages
    elif by == "cohort":
        unit = _cohort_unit(given)
        yield from (calendar.label(unit, context.zone, at) for at in prepared.params.cohorts[:-1].tolist())


def _slot_names(given: Any) -> list[str]:
    return [f"{a}" if a == b else f"{a}-{b}" for a, b in _runs(given)]


def _further(context: Context, prepared: Prepared, walked: Walked[Any, Any]) -> Presented:
    """Names for groups and slots, and shares with their intervals."""
    given = prepared.given
    if _counted(context, given["by"]):
        labels = list(_labels(context, prepared))
        told = [(labels[row["cohort"]], row) for row in _rows(walked, given)]
    else:
        told = [
            (value, row)
            for value in values_of(context, given["by"], prepared.selection)
            for row in _rows(_of_value(context, prepared, value), given)
        ]
    slots = _slot_names(given)
    cohorts = [
        {"cohort": name, "customers": row["customers"], "periods": [_cell(cell, slots) for cell in row["periods"]]}
        for name, row in told
    ]
    return {"cohorts": cohorts, "zone": context.zone}


def _counted(context: Context, by: str) -> bool:
    """Whether one walk counts every group; each value of a trait takes one of its own."""
    return by in _WORDS or bool(segment_of(context, by))


def _rows(walked: Walked[Any, Any], given: Any) -> list[Presented]:
    return retention.rows(walked.answer, walked.params, rolling=given["kind"] == "rolling")


def _of_value(context: Context, prepared: Prepared, value: str) -> Walked[Any, Any]:
    chosen = having(prepared.selection, prepared.given["by"], value)
    return context.machine.answer(prepared.fold, prepared.params, chosen, prepared.lens)


def _cell(cell: Presented, slots: list[str]) -> Presented:
    """A period that is over has a share; one that is running has not, only those who are back so far."""
    estimate = wilson(cell["customers"], cell["n"])
    share = (estimate.value, estimate.low, estimate.high) if cell["complete"] else (None, None, None)
    numbers = dict(zip(("share", "low", "high"), share, strict=True))
    counts = {"period": slots[cell["period"]], "n": cell["n"], "customers": cell["customers"]}
    return counts | numbers | {"complete": cell["complete"], "money": cell["money"]}


def _group(at: Pointed) -> tuple[int, Pointed]:
    """The number of the group that is pointed at; the customers of a trait's value are selected instead."""
    name, by = str(at.where.get("cohort", "")), at.prepared.given["by"]
    if not _counted(at.context, by):
        values = values_of(at.context, by, at.prepared.selection)
        if name not in values:
            raise errors.BadChoice(name, values)
        return 0, replace(at, prepared=replace(at.prepared, selection=having(at.prepared.selection, by, name)))
    labels = list(_labels(at.context, at.prepared))
    if name not in labels:
        raise errors.BadChoice(name, labels)
    return labels.index(name), at


def _opens(at: Pointed) -> CellsOf:
    return _over(_group(at)[0], at, 0)


def _over(group: int, at: Pointed, slots: int) -> CellsOf:
    """Customers of a group for whom so many slots are over."""
    width = at.prepared.params.slots.many + 1
    return field("over", group * width + slots, (group + 1) * width)


def _behind(at: Pointed) -> Members:
    """Those who returned in the period, or did not; where it is over for nobody, those who are in the middle of it."""
    group, at = _group(at)
    if "period" not in at.where:
        return at.members(_over(group, at, 0))
    names, name = _slot_names(at.prepared.given), str(at.where["period"])
    if name not in names:
        raise errors.BadChoice(name, names)
    slot, count = names.index(name), at.prepared.params.slots.many
    rolling = at.prepared.given["kind"] == "rolling"
    cell, row_end, half = group * count + slot, (group + 1) * count, at.prepared.params.groups * count
    everybody = at.members(_over(group, at, slot + 1))
    if len(everybody):
        returned = at.members(field("last", cell, row_end) if rolling else field("returned", cell))
    else:
        everybody = at.members(field("running", cell))
        returned = at.members(field("last" if rolling else "returned", half + cell))
    state = at.state({"returned": "returned", "away": "away", "there": "there"})
    return {"returned": returned, "away": everybody & ~returned, "there": everybody}[state] & everybody


RETENTION = Asked(_make, _opens, _behind, _further, _sees)
