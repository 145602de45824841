"""Segment: of whom does a condition hold at one moment?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

import pyarrow as pa

from wend.conditions import checking, document
from wend.conditions.resolving import resolved
from wend.engines import membership
from wend.engines.machine import Members, Walked
from wend.engines.marking import World
from wend.engines.units import customers_of
from wend.folds import segment, stage_walk
from wend.folds.contract import Presented
from wend.folds.segment import SegmentAnswer, SegmentParams
from wend.methods.intervals import wilson
from wend.questions.asked.contract import Asked
from wend.questions.context import Context
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.wish import Made, Prepared, Wish

ROWS_AT_ONCE = 100_000


def _make(wish: Wish) -> Made:
    """The walk finds everybody; of whom the condition holds is found apart, since some of it may lie beside events."""
    checking.check(document.from_json(wish.given["condition"]), catalogue(wish.context))
    return segment.SEGMENT, segment.anybody(max(1, len(wish.context.machine.journal.words.events))), ()


def catalogue(context: Context) -> checking.Catalogue:
    """Every name that a condition asked here may use."""
    journal, plan = context.machine.journal, context.plan
    return checking.Catalogue(
        events=journal.words.events,
        touchpoints=context.lens.names,
        stages=[stage.key for stage in plan.stage_set(None).stages] if plan.stage_sets else (),
        properties=context.property_names() if context.property_names else None,
        traits=journal.trait_names,
        segments=context.facts.segments(),
        lists=context.facts.lists(),
    )


def world_of(context: Context) -> World:
    """What a condition is asked of: the journal, seen through the default stage set."""
    stages: tuple[str, ...] = ()
    rules, lens = stage_walk.no_stages(max(1, len(context.lens.names))), context.lens
    if context.plan.stage_sets:
        chosen = context.plan.stage_set(None)
        rules, stages = context.rules(chosen), tuple(stage.key for stage in chosen.stages)
        lens = context.standing(chosen)
    return World(context.machine, lens, rules, stages, context.property_of, context.zone, context.facts)


def _found(context: Context, prepared: Prepared) -> Members:
    written = document.from_json(prepared.given["condition"])
    condition = resolved(written, context.facts.segments())
    return membership.members(world_of(context), condition, prepared.as_of, prepared.selection)


def _further(context: Context, prepared: Prepared, walked: Walked[SegmentParams, SegmentAnswer]) -> Presented:
    """How many, of how many, and who."""
    found = _found(context, prepared)
    estimate = wilson(len(found), walked.customers)
    ids = list(islice(found.ids(), int(prepared.given["limit"])))
    counts = {"customers": len(found), "of": walked.customers}
    return counts | {"share": estimate.value, "low": estimate.low, "high": estimate.high, "ids": ids}


def _whole(context: Context, prepared: Prepared) -> Callable[[], Iterator[pa.RecordBatch]]:
    def batches() -> Iterator[pa.RecordBatch]:
        ids = _found(context, prepared).ids()
        while rows := list(islice(ids, ROWS_AT_ONCE)):
            yield pa.RecordBatch.from_pydict({"customer": rows})

    return batches


def _opens(_: Pointed) -> CellsOf:
    return field("nodes", 0)


def _behind(at: Pointed) -> Members:
    found = customers_of(_found(at.context, at.prepared))
    if at.state({"in": "in", "out": "out"}) == "in":
        return found
    return customers_of(at.members(_opens(at))) & ~found


SEGMENT = Asked(_make, _opens, _behind, _further, whole=_whole)
