"""Stage sets whose stages are conditions, decided for every event of a journal: a column that all folds read alike."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.conditions import document
from wend.conditions.facts import Facts
from wend.conditions.season import EVEN, Season
from wend.conditions.tree import EVER, Condition, Group, Leaf, Measure, leaves
from wend.domain.stage import StageSet
from wend.engines.lens import CodesOf, Lens
from wend.engines.machine import Machine
from wend.engines.marking import World
from wend.engines.membership import walk_of
from wend.engines.source import Bucket
from wend.folds import stage_walk
from wend.folds.contract import NEVER
from wend.folds.segment import PLAIN_MARKS
from wend.folds.stage_marks import NO_CONDITION, Entries, standing
from wend.folds.stage_walk import Rules
from wend.log.facade import Property

Counted = Callable[[StageSet], Rules]
"""The counting rules of a stage set in the codes of the lens."""


def is_told(stage_set: StageSet) -> bool:
    """Whether any of its stages is entered or left by a condition."""
    return any(stage.enter or stage.exit for stage in stage_set.stages)


def standing_lens(
    machine: Machine,
    lens: Lens,
    stage_sets: Sequence[StageSet],
    counted: Counted,
    property_of: Callable[[str], Property] | None = None,
    zone: str = "UTC",
    season: Season = EVEN,
) -> Lens:
    """The lens with the column in which those of the sets that are told by conditions stand, each in the byte of its
    place; the lens itself when none is.
    """
    told = [(place, each) for place, each in enumerate(stage_sets) if is_told(each)]
    if not told:
        return lens
    world = World(
        machine,
        lens,
        stage_walk.no_stages(max(1, len(lens.names))),
        (),
        property_of,
        zone,
        Facts(season=lambda: season),
    )
    columns = [(place, column_of(world, each, counted(each))) for place, each in told]

    def stood(bucket: Bucket, number: int) -> NDArray[np.uint16]:
        whole = np.zeros(len(bucket.event), np.uint16)
        for place, column in columns:
            whole |= column(bucket, number).astype(np.uint16) << np.uint16(8 * place)
        return whole

    documents = [[place, [[s.key, s.enter, s.exit] for s in each.stages]] for place, each in told]
    digest = blake2b(
        json.dumps([documents, season.at, season.pace], sort_keys=True).encode(), digest_size=8
    ).hexdigest()
    return replace(lens, version=f"{lens.version} {digest}", stood=_once(stood))


def column_of(world: World, stage_set: StageSet, counted: Rules) -> Callable[[Bucket, int], NDArray[np.uint8]]:
    """For a bucket and its number: the stage after each of its events."""
    conditions, entry, leave = _conditions(stage_set)
    whole = Group("any", tuple(_ever(each) for each in conditions))
    walk, every = walk_of(world, whole, 0), leaves(Group("any", tuple(conditions)))
    measured = [leaf for leaf in every if isinstance(leaf, Measure)]
    params, roots = walk.params, np.flatnonzero(walk.params.parent == len(walk.params.parent) - 1)
    at_entry, at_exit = (
        np.array([NO_CONDITION if k is None else roots[k] for k in each], np.int64) for each in (entry, leave)
    )
    entries = Entries(
        params.leaves,
        np.array([getattr(leaf, "frame", EVER).last or 0 for leaf in every], np.int64),
        np.array([measured.index(leaf) if isinstance(leaf, Measure) else 0 for leaf in every], np.int64),
        params.kind,
        params.parent,
        params.parts,
        at_entry,
        at_exit,
        counted,
    )

    def column(bucket: Bucket, number: int) -> NDArray[np.uint8]:
        marks = params.marks[bucket.event]
        if params.further and walk.lens is not None and walk.lens.marks is not None:
            marks |= walk.lens.marks(bucket, number).astype(np.int64) << PLAIN_MARKS
        values = [world.measured(leaf, bucket, number) for leaf in measured] or [np.zeros(len(marks), np.int64) + NEVER]
        codes, at = world.lens.read(bucket, number), np.asarray(bucket.occurred_at)
        return standing(bucket.offsets, codes, at, marks, np.array(values), entries)

    return column


def _conditions(stage_set: StageSet) -> tuple[list[Condition], list[int | None], list[int | None]]:
    """All conditions of a set, and of each stage the places of its entry and its exit among them."""
    found: list[Condition] = []

    def place(written: dict[str, Any] | None) -> int | None:
        if not written:
            return None
        found.append(document.from_json(written))
        return len(found) - 1

    pairs = [(place(stage.enter), place(stage.exit)) for stage in stage_set.stages]
    return found, [entry for entry, _ in pairs], [leave for _, leave in pairs]


def _ever(condition: Condition) -> Condition:
    """The same without "in the last …", which the walk keeps apart."""
    if isinstance(condition, Group):
        return Group(condition.kind, tuple(_ever(part) for part in condition.parts))
    return _without_last(condition)


def _without_last(leaf: Leaf) -> Leaf:
    frame = getattr(leaf, "frame", None)
    return leaf if frame is None else replace(leaf, frame=replace(frame, last=None))


def _once(make: CodesOf) -> CodesOf:
    """What was made for a bucket is kept as long as the lens is; two threads make two buckets."""
    kept: dict[int, NDArray[np.uint16]] = {}
    turns: dict[int, threading.Lock] = {}
    lock = threading.Lock()

    def once(bucket: Bucket, number: int) -> NDArray[np.uint16]:
        with lock:
            turn = turns.setdefault(number, threading.Lock())
        with turn:
            if number not in kept:
                kept[number] = make(bucket, number)
            return kept[number]

    return once
