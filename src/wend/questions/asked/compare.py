"""Compare: in what do two groups of customers differ, or one from everybody else, in everything that is known?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from wend.engines.machine import Members, Walked
from wend.engines.units import customers_of
from wend.folds import reach, segment, stages
from wend.folds.contract import Presented
from wend.folds.segment import SegmentAnswer, SegmentParams
from wend.methods.correction import FALSE_DISCOVERY
from wend.methods.intervals import wilson
from wend.questions import errors
from wend.questions.asked.contract import Asked
from wend.questions.asked.segment import everybody, fitting
from wend.questions.context import Context
from wend.questions.contrasting import NUMBERS, Sides, differences, stage_walk_of
from wend.questions.cuts import of_customers
from wend.questions.defining import mentioned
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.portraits import channel_lens, portraits
from wend.questions.wish import Made, Prepared, Wish


def _make(wish: Wish) -> Made:
    return everybody(wish)


@dataclass(frozen=True, slots=True)
class _Groups:
    """Two groups without anybody in common, those who were asked for by both, and where these count: first, second
    or apart.
    """

    sides: Sides
    both: Members
    counted: str


def _groups(context: Context, prepared: Prepared) -> _Groups:
    """The groups. Whoever is in both counts where somebody says; else to the second group, and where that would leave
    nobody in the first, because it lies inside the second, to the first.
    """
    given, selection = prepared.given, prepared.selection
    first = fitting(context, given["condition"], prepared.as_of, selection)
    if given["against"] is None:
        codes = max(1, len(context.machine.journal.words.events))
        params = segment.anybody(codes)
        second = context.machine.members(segment.SEGMENT, params, lambda answer: answer.nodes[-1:], selection) & ~first
    else:
        second = fitting(context, given["against"], prepared.as_of, selection)
    both = first & second
    counted = given["both"] or ("second" if len(both) < len(first) or not len(both) else "first")
    if counted != "first":
        first = first & ~both
    if counted != "second":
        second = second & ~both
    return _Groups(Sides(context, first, second, selection, prepared.as_of), both, counted)


def _further(context: Context, prepared: Prepared, walked: Walked[SegmentParams, SegmentAnswer]) -> Presented:
    """The groups, and what differs between them: by effect, or by how many times as often or as much."""
    groups, given = _groups(context, prepared), prepared.given
    sides = groups.sides
    written = [each for each in (given["condition"], given["against"]) if each is not None]
    rows, tested = differences(sides, mentioned(context, written))
    rows.sort(key=lambda row: (-_rank(row, given["order"]), row["about"], row["what"], row["value"]))
    return {
        "of": walked.customers,
        "first": _size(len(sides.first), walked.customers),
        "second": _size(len(sides.second), walked.customers),
        "both": len(groups.both),
        "counted": groups.counted,
        "tested": tested,
        "false_discovery": FALSE_DISCOVERY,
        "differences": rows,
    }


def _size(customers: int, of: int) -> Presented:
    share = wilson(customers, of)
    return {"customers": customers, "share": share.value, "low": share.low, "high": share.high}


def _rank(row: dict[str, Any], order: str) -> float:
    """Lifts by the end of their interval that is nearer to no difference: few customers do not come first."""
    if order == "effect":
        return abs(float(row["effect"]))
    low, high = row["lift_low"], row["lift_high"]
    return 0.0 if low is None else max(low, 1 / high if high else 0.0, 0.0)


def _opens(_: Pointed) -> CellsOf:
    return field("nodes", 0)


def _behind(at: Pointed) -> Members:
    """A side, or whoever of it has what a row is about."""
    groups = _groups(at.context, at.prepared)
    side = at.state({"first": "first", "second": "second", "both": "both"}, "group")
    members = {"first": groups.sides.first, "second": groups.sides.second, "both": groups.both}[side]
    if "about" not in at.where:
        return customers_of(members)
    return customers_of(members & _having(at, str(at.where["about"]), str(at.where.get("what", ""))))


def _having(at: Pointed, about: str, what: str) -> Members:
    context, selection = at.context, at.prepared.selection
    if about in ("touchpoint", "event", "channel") and what not in NUMBERS:
        lens = {"touchpoint": context.lens, "event": None, "channel": channel_lens(context)}[about]
        names = list(context.machine.journal.words.events if lens is None else lens.names)
        params, code = reach.params(len(names)), _place(names, what)
        return context.machine.members(reach.REACH, params, field("customers", code), selection, lens)
    if about == "stage":
        walk = stage_walk_of(context, at.prepared.as_of)
        if walk is None:
            raise errors.NoTouchpoints
        cells = field("now", _place(walk[0], what))
        return context.machine.members(stages.STAGES, walk[1], cells, selection, context.lens)
    if about == "trait":
        return _with_trait(at, what, str(at.where.get("value", "")))
    if what not in NUMBERS:
        raise errors.BadChoice(what, NUMBERS)
    known = portraits(context, selection, at.prepared.as_of, None)
    values = np.nan_to_num(known.column(what))
    return known.members(values > 0 if what in ("money", "purchases") else ~np.isnan(known.column(what)))


def _with_trait(at: Pointed, name: str, value: str) -> Members:
    context = at.context
    _place(list(context.machine.journal.trait_names), name)
    sides = _groups(context, at.prepared).sides
    either = (sides.first | sides.second).masks
    cut = of_customers(context, name, lambda number: either[number])
    if cut is None:
        raise errors.NothingToOpen(where="about trait, what, value")
    found = cut.codes == _place(list(cut.names), value)
    ends = np.cumsum([len(mask) for mask in either])[:-1]
    return Members(tuple(np.split(found, ends)), context.machine.journal)


def _place(names: list[str], name: str) -> int:
    if name not in names:
        raise errors.BadChoice(name, names)
    return names.index(name)


COMPARE = Asked(_make, _opens, _behind, _further)
