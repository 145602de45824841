"""What is told of a funnel beside its steps: groups, trend, comparison, reasons, and how long it took.

Groups, periods and reasons are one more walk each, whose fold counts by the mark of an event (see `cuts.py`): the entry
for groups and periods, the step at which people stop for the reasons.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.engines.lens import Lens
from wend.engines.machine import Walked
from wend.engines.source import Bucket
from wend.folds import histogram
from wend.folds.contract import NOT_COVERED, Cells, Fold, Presented
from wend.methods.correction import holm
from wend.methods.intervals import compare_shares, wilson
from wend.questions import cuts, errors, separating
from wend.questions.comparing import AGAINST, Side, sides
from wend.questions.context import Context
from wend.questions.cuts import Cut
from wend.questions.parsing import SECONDS
from wend.questions.pointing import Where
from wend.questions.steps import Route, base
from wend.questions.wish import Prepared

WORST = "worst"
PREVIOUS, NEXT = "previous", "next"
MOST_PROPERTIES = 24
_SPANS = ("1m", "5m", "15m", "1h", "3h", "12h", "1d", "3d", "7d", "14d", "30d", "90d", "365d")
SPANS = tuple(int(span[:-1]) * SECONDS[span[-1]] for span in _SPANS)
"""Upper edges of the distribution of the time to convert."""


@dataclass(frozen=True, slots=True)
class Funnel:
    """A funnel that was asked; `fold(groups, group_at, tries)` gives its fold by groups, with params."""

    context: Context
    prepared: Prepared
    route: Route
    fold: Callable[[int, int, bool], tuple[Fold[Any, Any], Any]]

    @property
    def given(self) -> Any:
        """The parameters as read."""
        return self.prepared.given

    @property
    def length(self) -> int:
        """How many steps."""
        return len(self.route.steps)

    def reached(self, answer: Any) -> list[int]:
        """Who reached step 1, 2 …, all groups together."""
        deepest = answer.deepest.reshape(-1, self.length + 1).sum(axis=0)
        return [int(deepest[k:].sum()) for k in range(1, self.length + 1)]

    @property
    def lens(self) -> Lens:
        """What the steps are read through; codes without a lens are read through one that changes nothing."""
        return self.prepared.lens or base(self.context, self.prepared.over)

    def does(self, step: int) -> cuts.Weights:
        """Which events of a bucket do a step (0 = the first)."""
        _, params = self.fold(1, 0, False)
        buckets = self.context.machine.journal.buckets

        @cache
        def events(number: int) -> NDArray[np.bool_]:
            codes = self.lens.read(buckets[number], number)
            known = np.append(params.steps, np.int64(0))
            return np.asarray(known[np.minimum(codes, len(params.steps))] >> step & 1, np.bool_)

        return events

    @property
    def tries(self) -> bool:
        """Whether every try counts."""
        return bool(self.given["entry"] == "every")

    def cut_by(self, cut: Cut, group_at: int, tries: bool) -> tuple[Fold[Any, Any], Any, Lens]:
        """The fold that counts by a cut, and the lens to see it through."""
        groups = max(len(cut.names), 2)  # of one group alone the fold would not ask
        return *self.fold(groups, group_at, tries), cut.seen_through(self.lens)

    def counted_by(self, cut: Cut, group_at: int, tries: bool) -> Cells:
        """`[group, k]`: customers (or tries) of a group whose best progress is k steps."""
        fold, params, lens = self.cut_by(cut, group_at, tries)
        answer = self.context.machine.answer(fold, params, self.prepared.selection, lens).answer
        deepest: Cells = answer.deepest.reshape(-1, self.length + 1)[: len(cut.names)]
        return deepest


def tables(asked: Funnel, walked: Walked[Any, Any]) -> Presented:
    """The tables that the options ask for."""
    given, found = asked.given, {}
    if given["by"]:
        found["groups"] = _groups(asked, by(asked, given["by"]))
    if given["trend"]:
        found["trend"] = _trend(asked, trend(asked))
    if any(given[name] for name in AGAINST):
        found["against"] = against(asked)
    if given["why"]:
        found |= why(asked, asked.reached(walked.answer))
    return found


def shares(reached: Sequence[int]) -> list[Presented]:
    """For every step: customers, their share of those at the step before and of the first, with interval and n."""
    rows: list[Presented] = []
    for k, customers in enumerate(reached):
        of_first = wilson(customers, reached[0])
        told = {"customers": customers, "share_of_previous": share(customers, reached[max(k - 1, 0)])}
        rows.append(
            told
            | {"share": share(customers, reached[0]), "low": round(of_first.low, 4), "high": round(of_first.high, 4)}
            | {"n": reached[0]}
        )
    return rows


def share(part: int, whole: int) -> float | None:
    """None of nothing."""
    return part / whole if whole else None


def by(asked: Funnel, word: str) -> Cut:
    """The groups of the entries."""
    return cuts.cut(asked.context, word, asked.does(0), asked.prepared.as_of)


def trend(asked: Funnel) -> Cut:
    """The periods of the entries."""
    return cuts.periods(asked.context, asked.given["trend"] or "day", asked.prepared.selection)


def _progress(deepest: Cells) -> list[int]:
    return [int(deepest[k:].sum()) for k in range(1, len(deepest))]


def _groups(asked: Funnel, cut: Cut) -> list[Presented]:
    found = asked.counted_by(cut, 0, asked.tries)
    return [
        {"group": name, "step": step} | (_tries(row) if asked.tries else row)
        for name, deepest in zip(cut.names, found, strict=True)
        if deepest[1:].sum()
        for step, row in zip(asked.route.labels, shares(_progress(deepest)), strict=True)
    ]


def _tries(row: Presented) -> Presented:
    """A row that counts tries: without an interval, for the tries of one customer hang together."""
    return {"entries": row["customers"], "share_of_previous": row["share_of_previous"], "share": row["share"]}


def _trend(asked: Funnel, cut: Cut) -> list[Presented]:
    """`settled`: whoever entered in this period has had all the time that the window gives; None without a window."""
    rows: list[Presented] = []
    within, as_of = asked.given["within"], asked.prepared.as_of
    found = asked.counted_by(cut, 0, asked.tries)
    for name, end, deepest in zip(cut.names, cut.ends, found, strict=True):
        reached = _progress(deepest)
        done = wilson(reached[-1], reached[0])
        told: Presented = {"from": name, "entered": reached[0], "finished": reached[-1]}
        interval: Presented = {"share": share(reached[-1], reached[0])}
        if not asked.tries:
            interval |= {"low": round(done.low, 4), "high": round(done.high, 4)}
        settled = None if within is None else end + within <= as_of
        rows.append(told | interval | {"settled": settled, "reached": reached})
    return rows


def against(asked: Funnel) -> list[Presented]:
    """For every step behind the first: shares of those who entered, here and there, their difference with its interval
    and a p value corrected for the number of steps.
    """
    compared = sides(asked.context, asked.prepared)
    if compared is None:
        return []
    mine, theirs = (asked.reached(_walked(asked, side)) for side in compared)
    found = [compare_shares(mine[k], mine[0], theirs[k], theirs[0]) for k in range(1, asked.length)]
    adjusted = holm(np.array([each.p for each in found], np.float64)).tolist()
    return [
        {"step": asked.route.labels[k + 1], "n": mine[0], "customers": mine[k + 1]}
        | {"share": share(mine[k + 1], mine[0]), "against_n": theirs[0], "against_customers": theirs[k + 1]}
        | {"against_share": share(theirs[k + 1], theirs[0]), "difference": each.value}
        | {"low": each.low, "high": each.high, "p_adjusted": adjusted[k]}
        for k, each in enumerate(found)
    ]


def _walked(asked: Funnel, side: Side) -> Any:
    prepared, machine = asked.prepared, side.machine
    return machine.answer(prepared.fold, prepared.params, side.selection, prepared.lens, side.among).answer


def why(asked: Funnel, reached: Sequence[int]) -> Presented:
    """What separates those who stopped at a step from those who went on."""
    step = _step(asked, reached)
    counted = []
    for cut in _reasons(asked, step):
        found = asked.counted_by(cut, step - 1, False)
        counted.append(separating.Counted(cut.key, cut.names, found[:, step], found[:, step + 1 :].sum(axis=1)))
    rows, made = separating.separating(counted)
    return {"why_step": asked.route.labels[step - 1], "why_comparisons": made, "why": rows}


def _step(asked: Funnel, reached: Sequence[int]) -> int:
    """The step that is asked about, counted from 1; "worst": where most stop."""
    written = asked.given["why"]
    if written == WORST and len(reached) > 1:
        return int(np.argmax(-np.diff(np.array(reached)))) + 1
    if not written.isdecimal() or not 1 <= int(written) < asked.length:
        raise errors.BadChoice(written, [WORST, *(str(k) for k in range(1, asked.length))])
    return int(written)


def _reasons(asked: Funnel, step: int) -> Iterator[Cut]:
    """Cuts of the event that did the step: its customer's traits, its own properties, what came before and after."""
    context, does = asked.context, asked.does(step - 1)
    words = [*context.machine.journal.trait_names, cuts.CHANNEL, cuts.FIRST_CHANNEL]
    if context.property_names is not None:
        words += [name for name in context.property_names() if name not in words][:MOST_PROPERTIES]
    for word in words:
        cut = cuts.cut(context, word, does, asked.prepared.as_of)
        if len(cut.names) > 1:
            yield cut
    yield beside(asked, PREVIOUS, ())
    yield beside(asked, NEXT, [happening.code for happening in asked.route.steps[step]])


def beside(asked: Funnel, side: str, left_out: Sequence[int]) -> Cut:
    """The event (or touchpoint) before or after. Who did the next step at once did nothing else instead, and who did
    nothing more is who stopped: both are left out.
    """
    lens = base(asked.context, asked.prepared.over)
    names = tuple(lens.names)
    place = np.append(np.arange(len(names)), len(names))
    place[list(left_out)] = len(names)

    def codes(bucket: Bucket, number: int) -> Cells:
        seen = lens.read(bucket, number).astype(np.int64)
        seen[seen == NOT_COVERED] = len(names)
        moved = np.full(len(seen), len(names), np.int64)
        offsets = np.asarray(bucket.offsets, np.int64)
        if side == NEXT:
            moved[:-1] = seen[1:]
            moved[offsets[1:][np.diff(offsets) > 0] - 1] = len(names)
        else:
            moved[1:] = seen[:-1]
            moved[offsets[:-1][np.diff(offsets) > 0]] = len(names)
        return np.asarray(place[moved], np.int64)

    return Cut(side, names, codes)


def pointed(asked: Funnel, where: Where) -> tuple[Cut, str, int, bool] | None:
    """Of a number in a table: the cut, the name in it, the step that decides and whether tries are counted; None for
    the steps themselves.
    """
    if "group" in where and asked.given["by"]:
        return by(asked, asked.given["by"]), str(where["group"]), 0, asked.tries
    if "from" in where and asked.given["trend"]:
        return trend(asked), str(where["from"]), 0, asked.tries
    if "what" in where and "value" in where:
        step = int(where.get("step", 1))
        found = next((cut for cut in _reasons(asked, step) if cut.key == where["what"]), None)
        if found is None:
            raise errors.UnknownCut(str(where["what"]), [PREVIOUS, NEXT, cuts.CHANNEL])
        return found, str(where["value"]), step - 1, False
    return None


def distribution(seconds: Cells) -> list[Presented]:
    """{from_seconds, to_seconds, customers}: how long the whole took, in spans that people use, those between the first
    and the last that are not empty. A bin of the histogram counts where its lower edge lies.
    """
    places = np.searchsorted(np.array(SPANS), histogram.edges()[:-1], side="right")
    counts = np.bincount(places, weights=seconds, minlength=len(SPANS) + 1).astype(np.int64)
    filled = np.flatnonzero(counts).tolist()
    edges: list[int | None] = [0, *SPANS, None]
    return [
        {"from_seconds": edges[k], "to_seconds": edges[k + 1], "customers": int(counts[k])}
        for k in (range(filled[0], filled[-1] + 1) if filled else ())
    ]
