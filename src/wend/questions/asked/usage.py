"""Usage: the registry held against what happens."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from wend.domain.touchpoint import Touchpoint
from wend.engines import overlaps
from wend.engines.machine import Members, Walked
from wend.engines.units import customers_of
from wend.folds import usage
from wend.folds.contract import Presented
from wend.folds.usage import UsageAnswer, UsageParams
from wend.methods.intervals import Sums, mean
from wend.questions.asked.contract import Asked
from wend.questions.context import Context
from wend.questions.errors import NothingToOpen, UnknownChannel, UnknownEvent
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.wish import Made, Prepared, Wish


def _make(wish: Wish) -> Made:
    chosen = wish.context.plan.stage_set(wish.given["stage_set"])
    rules, names = wish.rules()
    return usage.USAGE, usage.params(rules, [s.touches for s in chosen.stages], wish.codes, wish.as_of), names


def _further(context: Context, prepared: Prepared, walked: Walked[UsageParams, UsageAnswer]) -> Presented:
    """Touchpoints with what is meant of them, touches by stage, and what none or several rules cover."""
    answer, registry = walked.answer, context.plan.touchpoints
    rows = usage.present(answer, walked.params, prepared.names)["touchpoints"]
    told = [row | _meant(row, touchpoint) for row, touchpoint in zip(rows, registry, strict=True)]
    counted = overlaps.counted(context.machine, context.lens, registry, prepared.selection)
    words = context.machine.journal.words
    left = [
        {"event": words.events[e], "channel": words.channels[c], "events": int(counted.open[e, c])}
        for e, c in np.argwhere(counted.open).tolist()
    ]
    twice = [
        {"touchpoint": registry[a].key, "taken_by": registry[b].key, "events": int(counted.twice[a, b])}
        for a, b in np.argwhere(counted.twice).tolist()
    ]
    return {
        "touchpoints": told,
        "touches": _touches(answer, walked.params, prepared.stages),
        "uncovered": sorted(left, key=lambda row: -int(row["events"])),
        "twice": sorted(twice, key=lambda row: -int(row["events"])),
    }


def _meant(row: Presented, touchpoint: Touchpoint) -> Presented:
    """`used` lately, `quiet` lately though it was used, `missing`: meant and never seen, `unplanned`: seen and not
    meant.
    """
    if touchpoint.should_use:
        status = "used" if row["recent"] else "quiet" if row["events"] else "missing"
    else:
        status = "unplanned" if row["events"] else "unused"
    met = row["recent"] / touchpoint.target if touchpoint.target else None
    cost = row["events"] * touchpoint.cost or None
    return {"status": status, "target": touchpoint.target or None, "of_target": met, "cost": cost}


def _touches(answer: UsageAnswer, params: UsageParams, stages: Sequence[str]) -> list[Presented]:
    rows = []
    for s, stage in enumerate(stages):
        n, plan = int(answer.people[s]), int(params.plan[s])
        about = mean(Sums(n, int(answer.touches[s]), int(answer.squares[s])), scale=(0.0, float("inf")))
        sure = n > 1
        row = {"stage": stage, "n": n, "mean": about.value if n else None}
        row |= {"low": about.low if sure else None, "high": about.high if sure else None, "plan": plan or None}
        verdict = None
        if plan and sure:
            verdict = "more" if about.low > plan else "fewer" if about.high < plan else "as_planned"
        more = {"fewer": int(answer.fewer[s]), "more": int(answer.more[s])} if plan else {"fewer": None, "more": None}
        rows.append(row | {"verdict": verdict} | more)
    return rows


def _opens(at: Pointed) -> CellsOf:
    if "stage" in at.where:
        return field(at.state({"there": "people", "fewer": "fewer", "more": "more"}), at.stage())
    return field(at.state({"customers": "customers", "recent": "recent"}), at.code("touchpoint"))


def _behind(at: Pointed) -> Members:
    context, selection = at.context, at.prepared.selection
    if "taken_by" in at.where:
        also, took = at.code("touchpoint"), at.code("taken_by")
        machine, registry = context.machine, context.plan.touchpoints
        return customers_of(overlaps.covered_twice(machine, context.lens, registry, selection, also, took))
    if "event" in at.where:
        words = context.machine.journal.words
        event, channel = str(at.where["event"]), str(at.where.get("channel", ""))
        if event not in words.events:
            raise UnknownEvent(event, words.events)
        if channel not in words.channels:
            raise UnknownChannel(channel, words.channels)
        places = words.events.index(event), words.channels.index(channel)
        return customers_of(overlaps.uncovered(context.machine, context.lens, selection, *places))
    if "touchpoint" not in at.where and "stage" not in at.where:
        raise NothingToOpen(where="touchpoint")
    return customers_of(at.members(_opens(at)))


USAGE = Asked(_make, _opens, _behind, _further)
