"""Segment: of whom does a condition hold at one moment?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any

import pyarrow as pa

from wend.conditions import checking, document
from wend.conditions.facts import Later, names
from wend.domain.selection import Selection
from wend.engines import membership
from wend.engines.lens import Lens
from wend.engines.machine import Members, Walked
from wend.engines.marking import Staged, World
from wend.engines.units import customers_of
from wend.folds import segment, stage_walk
from wend.folds.contract import Presented
from wend.folds.segment import SegmentAnswer, SegmentParams
from wend.log.facade import CURRENCY
from wend.methods.intervals import wilson
from wend.questions.asked.contract import Asked
from wend.questions.context import Context
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.wish import Made, Prepared, Wish

ROWS_AT_ONCE = 100_000


def _make(wish: Wish) -> Made:
    """The walk finds everybody; of whom the condition holds is found apart, since some of it may lie beside events."""
    checking.check(document.from_json(wish.given["condition"]), catalogue(wish.context))
    return everybody(wish)


def everybody(wish: Wish) -> Made:
    """The walk that finds everybody who did anything."""
    return segment.SEGMENT, segment.anybody(max(1, len(wish.context.machine.journal.words.events))), ()


def catalogue(context: Context) -> checking.Catalogue:
    """Every name that a condition asked here may use."""
    journal, plan = context.machine.journal, context.plan
    return checking.Catalogue(
        events=journal.words.events,
        touchpoints=context.lens.names,
        stages=[stage.key for stage in plan.stage_set(None).stages] if plan.stage_sets else (),
        properties=names(context.property_names) if context.property_names else None,
        traits=journal.trait_names,
        segments=Later(context.facts.segments),
        lists=names(context.facts.lists),
        stage_sets={each.key: [stage.key for stage in each.stages] for each in plan.stage_sets},
        computed=Later(context.facts.computed),
        account_traits=names(context.facts.account_traits),
        purposes=names(context.facts.purposes),
        channels=names(context.facts.channels),
        currencies=names(lambda: _currencies(context)),
    )


def _currencies(context: Context) -> list[str]:
    """Those that events came with; asked only about a code that ISO 4217 does not know."""
    return context.property_of(CURRENCY).values.to_pylist() if context.property_of else []


def world_of(context: Context) -> World:
    """What a condition is asked of: the journal, seen through the workspace's own stage set."""

    def staged(key: str | None) -> Staged:
        chosen = context.plan.stage_set(key)
        return context.rules(chosen), tuple(stage.key for stage in chosen.stages)

    def standing(key: str | None) -> Lens:
        return context.standing(context.plan.stage_set(key or None))

    none: Staged = (stage_walk.no_stages(max(1, len(context.lens.names))), ())
    own = staged(None) if context.plan.stage_sets else none
    lens = context.standing(context.plan.stage_set(None)) if context.plan.stage_sets else context.lens
    here = (context.property_of, context.zone, context.facts)
    return World(
        context.machine, lens, own[0], own[1], *here, staged=staged, standing=standing, belonging=context.belonging
    )


def fitting(context: Context, written: Mapping[str, Any], as_of: int, selection: Selection) -> Members:
    """Of whom a condition, by its document, holds at a moment. Raises what is wrong with its names."""
    condition = document.from_json(written)
    checking.check(condition, catalogue(context))
    return membership.members(world_of(context), context.facts.resolved(condition), as_of, selection)


def _found(context: Context, prepared: Prepared) -> Members:
    return fitting(context, prepared.given["condition"], prepared.as_of, prepared.selection)


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
