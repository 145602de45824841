"""Survival: how long after it begins does it end, counting fairly those for whom it has not ended yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.domain.selection import Selection
from wend.engines.lens import Lens
from wend.engines.machine import Members, Walked
from wend.engines.source import Bucket
from wend.folds import survival
from wend.folds.contract import Cells, Presented
from wend.methods.survival import kaplan_meier, log_rank, median
from wend.questions import errors
from wend.questions.among import SEGMENT, Inside, segments_in
from wend.questions.asked.contract import Asked
from wend.questions.context import Context
from wend.questions.cuts import NONE
from wend.questions.grouping import checked, having, values_of
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.steps import base
from wend.questions.wish import Made, Prepared, Wish

MOST_CELLS = 4_000_000
MOST_SEGMENTS = 2
BOTH = " + "
"""Between the keys of two segments, of those who were in both."""
UNITS = {"hour": 3_600, "day": 86_400, "week": 7 * 86_400}
_WORDS = ("all", "channel")
Grid = tuple[Cells, Cells]
"""Counts by units of time: for whom it ended, for whom it is open."""


def _make(wish: Wish) -> Made:
    given, context = wish.given, wish.context
    segments = segments_of(context, given["by"])
    by = SEGMENT if segments else checked(context, given["by"], _WORDS, wish.over)
    stage, rules, names = survival.NO_STAGE, wish.no_rules(), tuple[str, ...]()
    if given["stage"] is not None:
        rules, names, stage = _stage(wish)
    params = survival.params(
        wish.flags(given["start"]),
        wish.flags(given["end"]),
        rules,
        max(context.first_at, wish.selection.from_at),
        wish.as_of,
        stage,
        leaving=given["stage"] is not None and given["end"] is None,
        groups=len(_names(context, given["by"])) if by in ("channel", SEGMENT) else 1,
        unit=UNITS[given["unit"]],
        about=by == SEGMENT,
    )
    if params.groups * params.most > MOST_CELLS:
        raise errors.TooManyPeriods(most=f"{MOST_CELLS:,}")
    return survival.SURVIVAL, params, names


def segments_of(context: Context, by: str) -> tuple[str, ...]:
    """The keys of the segments by which customers are told apart, at most two; none where they are otherwise. Raises
    BadChoice for more.
    """
    if by in context.machine.journal.trait_names:
        return ()
    keys = segments_in(by)
    if len(keys) > MOST_SEGMENTS:
        raise errors.BadChoice(by, [f"{SEGMENT}A", f"{SEGMENT}A | {SEGMENT}B"])
    return keys


def _names(context: Context, by: str) -> tuple[str, ...]:
    """What the groups that one walk counts are called, in the order of their numbers: of two segments the one, the
    other, both and neither.
    """
    segments = segments_of(context, by)
    if len(segments) == MOST_SEGMENTS:
        return (*segments, BOTH.join(segments), NONE)
    if segments:
        return (*segments, NONE)
    return tuple(context.machine.journal.words.channels) or ("",) if by == "channel" else ("all",)


def _sees(wish: Wish) -> Lens | None:
    """What an event is about is which of the segments its customer was in with it, when they are told apart by them."""
    segments = segments_of(wish.context, wish.given["by"])
    if not segments:
        return None
    insides = [Inside(wish.context, key, wish.as_of) for key in segments]
    places = np.array([1, 0] if len(segments) == 1 else [3, 0, 1, 2], np.uint16)

    def marks(bucket: Bucket, number: int) -> NDArray[np.uint16]:
        held = [inside(bucket, number).astype(np.int64) << place for place, inside in enumerate(insides)]
        return np.asarray(places[sum(held)], np.uint16)

    return replace(base(wish.context, wish.over), marks=marks)


def _stage(wish: Wish) -> tuple[Any, tuple[str, ...], int]:
    if wish.over == "events":
        raise errors.StagesNeedTouchpoints
    rules, names = wish.rules()
    if wish.given["stage"] not in names:
        raise errors.UnknownStage(wish.given["stage"], names)
    return rules, tuple(names), list(names).index(wish.given["stage"])


def _grids(context: Context, prepared: Prepared, walked: Walked[Any, Any]) -> Iterator[tuple[str, Grid]]:
    """Every group that has anybody, by name."""
    by = prepared.given["by"]
    if _counted(context, by):
        ended, waiting = (cells.reshape(walked.params.groups, -1) for cells in walked.answer)
        found = [(name, (ended[g], waiting[g])) for g, name in enumerate(_names(context, by))]
    else:
        values = values_of(context, by, prepared.selection)
        answers = (_answer(context, prepared, having(prepared.selection, by, value)) for value in values)
        found = [(value, (answer.ended, answer.open)) for value, answer in zip(values, answers, strict=True)]
    yield from ((name, grid) for name, grid in found if grid[0].any() or grid[1].any())


def _counted(context: Context, by: str) -> bool:
    """Whether one walk counts every group; each value of a trait takes one of its own."""
    return by in _WORDS or bool(segments_of(context, by))


def _answer(context: Context, prepared: Prepared, selection: Selection) -> survival.SurvivalAnswer:
    answer: survival.SurvivalAnswer = context.machine.answer(
        prepared.fold, prepared.params, selection, prepared.lens
    ).answer
    return answer


def _further(context: Context, prepared: Prepared, walked: Walked[Any, Any]) -> Presented:
    """Curves and medians with their intervals, and whether the groups differ."""
    groups: list[Presented] = []
    curves: list[Presented] = []
    grids = list(_grids(context, prepared, walked))
    for name, grid in grids:
        row, points = _told(name, grid)
        groups.append(row)
        curves += points
    test = log_rank([grid for _, grid in grids])
    if test is not None:
        for row, expected in zip(groups, test.expected, strict=True):
            row["expected"] = expected
    shown = None if test is None else {"chi_squared": test.chi_squared, "freedom": test.freedom, "p": test.p}
    return {"groups": groups, "curve": curves, "test": shown, "unit": prepared.given["unit"]}


def _told(name: str, grid: Grid) -> tuple[Presented, list[Presented]]:
    """A group's row, and the points of its curve."""
    curve = kaplan_meier(*grid)
    half = median(curve)
    counts = {"customers": int(sum(cells.sum() for cells in grid)), "ended": int(grid[0].sum())}
    middle = {"open": int(grid[1].sum()), "median": half.value, "low": half.low, "high": half.high}
    columns = (curve.time, curve.at_risk, curve.ended, curve.share, curve.low, curve.high)
    names = "time", "at_risk", "ended", "share", "low", "high"
    points = zip(*(column.tolist() for column in columns), strict=True)
    return {"group": name} | counts | middle, [
        {"group": name} | dict(zip(names, point, strict=True)) for point in points
    ]


def _opens(at: Pointed) -> CellsOf:
    params = at.prepared.params
    group, name, by = 0, str(at.where.get("group", "")), at.prepared.given["by"]
    if by != "all" and _counted(at.context, by):
        names = _names(at.context, by)
        if name not in names:
            raise errors.BadChoice(name, names)
        group = names.index(name)
    state = at.state({"ended": "ended", "open": "open"})
    until = str(at.where.get("time", params.most - 1))
    if not until.isdecimal():
        raise errors.NothingToOpen(where="time 0, 1 …")
    last = int(np.clip(int(until), 0, params.most - 1))
    return field(state, group * params.most, group * params.most + last + 1)


def _behind(at: Pointed) -> Members:
    """For whom it ended by then, for whom it is open, or (`there`) for whom it began at all."""
    by = at.prepared.given["by"]
    if not _counted(at.context, by):
        values = values_of(at.context, by, at.prepared.selection)
        if at.where.get("group") not in values:
            raise errors.BadChoice(str(at.where.get("group", "")), values)
        chosen = having(at.prepared.selection, by, str(at.where["group"]))
        at = replace(at, prepared=replace(at.prepared, selection=chosen))
    if at.where.get("state", "there") != "there":
        return at.members(_opens(at))
    ended, waiting = (replace(at, where={**at.where, "state": state}) for state in ("ended", "open"))
    return at.members(_opens(ended)) | at.members(_opens(waiting))


SURVIVAL = Asked(_make, _opens, _behind, _further, _sees)
