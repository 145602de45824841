"""Where on the map customers enter and leave a segment: what was told of it, laid over the stages they stood in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wend.domain.selection import FOREVER_AGO, Selection
from wend.engines import entries
from wend.engines.entries import Entries
from wend.engines.machine import Members
from wend.folds import stages
from wend.folds.contract import NEVER, NOT_COVERED, Cells
from wend.maps import rules
from wend.maps.answers import Period, stages_params
from wend.maps.model import Behind, Moved, Passed, SegmentLane, StageMoves
from wend.maps.opening import stage_of
from wend.people import facade as people
from wend.segments.facade import Passages
from wend.touchpoints.facade import View
from wend.workspaces.facade import Workspace

NOWHERE = -1
Places: TypeAlias = NDArray[np.int64]
Mask: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Standing:
    """Who stands in which stage of a map: per stage its customers, and everybody whom the map could be about."""

    ever: tuple[Members, ...]
    anybody: Members


@dataclass(frozen=True, slots=True)
class Found:
    """Of each passage: the bucket and the place in it of whoever passed, their stage then, and whether that stage's
    numbers have them; -1 for nobody and nowhere.
    """

    bucket: Places
    place: Places
    stage: Places
    counted: Mask

    def customers(self, these: Mask) -> int:
        """How many different customers these passages are of."""
        return len(np.unique(self.bucket[these] << 40 | self.place[these]))


def standing(view: View, over: Period) -> Standing:
    """Who was in each stage in the map's period, and who is any customer of its journal."""
    chosen = over.selection
    params = stages_params(view, chosen, over.as_of)
    ever = tuple(_ever(view, params, chosen, s, s + 1) for s in range(view.rules.stages))
    always = replace(chosen, from_at=FOREVER_AGO, to_at=max(chosen.to_at, over.last_at + 1), channels=())
    return Standing(ever, _ever(view, stages_params(view, always, over.as_of), always, 0, view.rules.stages))


def _ever(view: View, params: stages.StagesParams, selection: Selection, first: int, last: int) -> Members:
    return view.machine.members(stages.STAGES, params, lambda answer: answer.ever[first:last], selection, view.lens)


def found(workspace: Workspace, view: View, over: Period, there: Standing, told: Passages) -> Found:
    """Where each passage happened."""
    bucket, place = _looked_up(workspace, view, told.customers)
    at, stage = np.array(told.at, np.int64), np.full(len(told.at), NOWHERE, np.int64)
    counted = np.zeros(len(at), np.bool_)
    for number in range(len(view.journal.buckets)):
        mine = np.flatnonzero(bucket == number)
        if not len(mine):
            continue
        stage[mine] = _stages(view, over.selection, number, place[mine], at[mine])
        for s, members in enumerate(there.ever):
            here = mine[stage[mine] == s]
            counted[here] = members.masks[number][place[here]]
    return Found(bucket, place, stage, counted)


def lane(view: View, there: Standing, told: Passages, where: Found) -> SegmentLane:
    """The lane of a segment."""
    segment, entered = told.segment, np.array(told.entered, np.bool_)

    def elsewhere(these: Mask) -> int:
        known = np.zeros(len(entered), np.bool_)
        for number, mask in enumerate(there.anybody.masks):
            mine = np.flatnonzero(where.bucket == number)
            known[mine] = mask[where.place[mine]]
        return where.customers(these & known & ~where.counted)

    cells = []
    for s, stage in enumerate(view.stage_set.stages):
        here = where.counted & (where.stage == s)
        of = len(there.ever[s])
        into = _moved(where, here & entered, of, Behind("entered", segment.key, stage.key))
        out = _moved(where, here & ~entered, of, Behind("exited", segment.key, stage.key))
        cells.append(StageMoves(stage.key, into, out))
    anew = Passed(told.anew.entered, told.anew.left)
    about = (segment.key, segment.name, segment.version, segment.made_at)
    return SegmentLane(*about, tuple(cells), Passed(elsewhere(entered), elsewhere(~entered)), anew)


def members(view: View, told: Passages, where: Found, behind: Behind) -> Members:
    """The customers behind a number of a lane."""
    s = stage_of(view, behind.stage, behind)
    entered = np.array(told.entered, np.bool_)
    these = where.counted & (where.stage == s) & (entered if behind.kind == "entered" else ~entered)
    masks = []
    for number, bucket in enumerate(view.journal.buckets):
        mask = np.zeros(len(bucket.customers), np.bool_)
        mask[where.place[these & (where.bucket == number)]] = True
        masks.append(mask)
    return Members(tuple(masks), view.journal)


def _moved(where: Found, these: Mask, of: int, behind: Behind) -> Moved:
    customers = where.customers(these)
    return Moved(customers, int(these.sum()), rules.share(customers, of), behind)


def _looked_up(workspace: Workspace, view: View, customers: Sequence[str]) -> tuple[Places, Places]:
    """The bucket and the place of each of these, under whatever name they are known by today."""
    named = pa.array(customers, pa.string()).dictionary_encode()
    bucket, place = _in_journal(view, named.dictionary)
    lost = np.flatnonzero(bucket == NOWHERE)
    if len(lost):
        names = named.dictionary.take(lost).to_pylist()
        with workspace.store.reading(workspace.name) as reading:
            today = people.canonical(reading, names)
        bucket[lost], place[lost] = _in_journal(view, pa.array([today.get(each, each) for each in names], pa.string()))
    codes = np.asarray(named.indices, np.int64)
    return bucket[codes], place[codes]


def _in_journal(view: View, names: pa.StringArray) -> tuple[Places, Places]:
    bucket, place = (np.full(len(names), NOWHERE, np.int64) for _ in range(2))
    for number, each in enumerate(view.journal.buckets):
        at = pc.index_in(names, value_set=each.customers)
        here = np.flatnonzero(at.is_valid().to_numpy(zero_copy_only=False))
        bucket[here], place[here] = number, at.drop_null().to_numpy(zero_copy_only=False)
    return bucket, place


def _stages(view: View, selection: Selection, number: int, place: Places, at: Cells) -> Places:
    """The stage in which each of these customers of a bucket stood at a moment: the last one entered by then."""
    bucket, found = view.journal.buckets[number], _entries(view, selection, number)
    if not len(found.row):
        return np.full(len(place), NOWHERE, np.int64)
    owner = np.searchsorted(np.asarray(bucket.offsets, np.int64), found.row, side="right") - 1
    when = np.where(found.at == NEVER, np.asarray(bucket.occurred_at)[found.row], found.at)
    first = int(when.min())
    span = int(max(when.max(), at.max())) - first + 2
    last = np.searchsorted(owner * span + when - first, place * span + np.maximum(at - first, -1), side="right") - 1
    return np.where((last >= 0) & (owner[last] == place), found.stage[last], NOWHERE)


def _entries(view: View, selection: Selection, number: int) -> Entries:
    """Every entry into a stage of the customers of a bucket, of what the map sees of them."""
    bucket, lens, rules = view.journal.buckets[number], view.lens, view.rules
    steps, offsets = lens.read(bucket, number), np.asarray(bucket.offsets, np.int64)
    if selection.channels:
        names = view.journal.words.channels
        kept = [code for code, name in enumerate(names) if name in selection.channels]
        steps = np.where(np.isin(np.asarray(bucket.channel), kept), steps, np.uint16(NOT_COVERED))
    if rules.told < 0 or lens.stood is None or lens.lapses is None:
        return entries.counted(offsets, steps, rules)
    return entries.told(offsets, steps != NOT_COVERED, lens.stood(bucket, number), lens.lapses(bucket, number), rules)
