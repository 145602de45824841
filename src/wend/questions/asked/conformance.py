"""Planned against actual: what happened beside what was planned, and what it has to do with outcome and feeling."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from wend.engines.machine import Walked
from wend.folds import conformance, deviations
from wend.folds.contract import Presented
from wend.folds.deviations import ALL, CONFORMING, DEVIATING, FELT, OUTCOMES, ConformanceAnswer, ConformanceParams
from wend.methods import intervals
from wend.methods.correction import holm
from wend.methods.intervals import Difference, Sums
from wend.questions import errors
from wend.questions.asked.contract import Asked
from wend.questions.asked.representative import cut_of, feeling, share_of
from wend.questions.context import Context
from wend.questions.plans import plan
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.wish import Made, Prepared, Wish

NOT_COMPARED = dict.fromkeys(("difference", "difference_low", "difference_high", "p_adjusted"))
FEWEST = 2
"""Ratings on either side below which two means are not compared."""
KINDS = {"late": deviations.LATE, "moved": deviations.MOVED, "skipped": deviations.SKIPPED}

Laid = Walked[ConformanceParams, ConformanceAnswer]


class _Deviation(NamedTuple):
    """A kind of deviation, the step it is about, its row in the fold's answer, and whether it is about the outcome
    itself, so that to compare outcomes would say nothing.
    """

    kind: str
    step: str | None
    row: int
    itself: bool = False


def _make(wish: Wish) -> Made:
    steps = plan(wish.given["plan"])
    codes = [[wish.context.code(name, wish.over) for name in step.names] for step in steps]
    optional = [place for place, step in enumerate(steps) if step.optional]
    counted = wish.given["unplanned"] == "counted"
    made = conformance.params(codes, cut_of(wish), optional, [step.within for step in steps], counted)
    return conformance.CONFORMANCE, made, ()


def _further(_: Context, prepared: Prepared, walked: Laid) -> Presented:
    """Shares with intervals, and every deviation with its difference in outcome and feeling."""
    told = prepared.present(walked.answer, walked.params)
    n = told["journeys"]
    steps = [
        {name: step[name] for name in ("step", "optional", "on_time")}
        | share_of(step["on_time"], n)
        | {name: step[name] for name in ("late", "moved", "skipped", "median_seconds")}
        for step in told["steps"]
    ]
    return {
        "conforming": {"journeys": told["conforming"]} | share_of(told["conforming"], n),
        "steps": steps,
        "extras": sorted(told["extras"], key=lambda row: -row["events"]),
        "deviations": _compared(walked, prepared),
    }


def _compared(walked: Laid, prepared: Prepared) -> list[Presented]:
    """Journeys with a deviation beside those without it, all differences corrected together; most frequent first."""
    groups = walked.answer.groups.reshape(-1, deviations.WIDTH)
    everybody = int(groups[ALL, deviations.JOURNEYS])
    rows: list[Presented] = []
    tests: list[tuple[Presented, Difference]] = []
    for found in _deviations(walked, prepared):
        with_it, without = groups[found.row].tolist(), (groups[ALL] - groups[found.row]).tolist()
        n, others = with_it[deviations.JOURNEYS], without[deviations.JOURNEYS]
        row: Presented = {"kind": found.kind, "step": found.step, "journeys": n} | share_of(n, everybody)
        if prepared.given["outcome"] is not None and not found.itself:
            hits, other_hits = with_it[OUTCOMES], without[OUTCOMES]
            row["outcome"] = share_of(hits, n) | {"without": share_of(other_hits, others)["share"]} | NOT_COMPARED
            if others:
                tests.append((row["outcome"], intervals.compare_shares(hits, n, other_hits, others)))
        felt, other_felt = Sums(*with_it[FELT:]), Sums(*without[FELT:])
        row["feeling"] = feeling(with_it[FELT:]) | {"without": feeling(without[FELT:])["mean"]} | NOT_COMPARED
        if min(felt.n, other_felt.n) >= FEWEST:
            tests.append((row["feeling"], intervals.compare_means(felt, other_felt, 0.01)))
        rows.append(row)
    adjusted = holm(np.array([difference.p for _, difference in tests])).tolist()
    for (told, found_), p in zip(tests, adjusted, strict=True):
        told |= dict(zip(NOT_COMPARED, (found_.value, found_.low, found_.high, p), strict=True))
    return sorted(rows, key=lambda row: (row["kind"] != "any", -row["journeys"]))


def _deviations(walked: Laid, prepared: Prepared) -> Iterator[_Deviation]:
    """Every deviation that occurred; skipping what may be skipped, and unplanned events that are ignored, are none."""
    params, journeys = walked.params, walked.answer.groups[:: deviations.WIDTH]
    outcome = int(params.masks[0, params.outcome]) if params.outcome >= 0 else 0
    every = [_Deviation("any", None, DEVIATING, outcome > 0)]
    for step in range(params.length):
        for kind, code in KINDS.items():
            if not (kind == "skipped" and params.optional >> step & 1):
                name = deviations.named(params, step, prepared.names)
                row, itself = deviations.row_of(params, code, step), bool(outcome >> step & 1)
                every.append(_Deviation(kind, name, row, itself))
    if params.extra:
        every += [
            _Deviation("unplanned", name, deviations.row_of_extra(params, code))
            for code, name in enumerate(prepared.names)
        ]
    return (one for one in every if journeys[one.row])


def _opens(at: Pointed) -> CellsOf:
    params: Any = at.prepared.params
    if "unplanned" in at.where:
        return _row(deviations.row_of_extra(params, at.code("unplanned")))
    if "step" not in at.where:
        rows = {"begun": ALL, "conforming": CONFORMING, "deviating": DEVIATING}
        return _row(rows[at.state({name: name for name in rows})])
    written = str(at.where["step"])
    if not written.isdecimal() or not 1 <= int(written) <= params.length:
        raise errors.NothingToOpen(where=f"step 1 … {params.length}")
    step, kind = int(written) - 1, at.state({name: name for name in ("on_time", *KINDS)}, "kind")
    return field("on_time", step) if kind == "on_time" else _row(deviations.row_of(params, KINDS[kind], step))


def _row(row: int) -> CellsOf:
    return field("groups", row * deviations.WIDTH)


CONFORMANCE = Asked(_make, _opens, further=_further)
