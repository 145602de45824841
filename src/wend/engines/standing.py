"""Stage sets whose stages are conditions, decided for every event of a journal and between events: a column and a table
that all folds read alike. Segments whose entries and exits are looked for are decided in the same way.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.conditions import document
from wend.conditions.facts import Facts
from wend.conditions.season import EVEN, Season
from wend.conditions.tree import EVER, Condition, Group, Leaf, Measure, leaves
from wend.domain.stage import StageSet
from wend.engines.entries import Belonging, passed
from wend.engines.lens import Lens, once_each
from wend.engines.machine import Machine
from wend.engines.marking import BelongingOf, World
from wend.engines.membership import walk_of
from wend.engines.source import Bucket
from wend.folds import stage_walk
from wend.folds.contract import NEVER, NOT_COVERED
from wend.folds.lapses import Hung, Lapses, hung, joined, seen_by_covered
from wend.folds.segment import PLAIN_MARKS
from wend.folds.stage_marks import NO_CONDITION, Entries, standing
from wend.folds.stage_walk import Rules
from wend.log.facade import Property

Counted = Callable[[StageSet], Rules]
"""The counting rules of a stage set in the codes of the lens."""
MEANING = 2
"""What is kept of one way of deciding stages is not read by another: 2 decides them between events too."""


class Stood(NamedTuple):
    """Where customers of a bucket stand after each event, and where time alone leads them; the same as a fold is given
    it.
    """

    stood: NDArray[np.uint16]
    lapses: Lapses
    hung: Hung | None


def standing_lens(
    machine: Machine,
    lens: Lens,
    stage_sets: Sequence[StageSet],
    counted: Counted,
    property_of: Callable[[str], Property] | None = None,
    zone: str = "UTC",
    season: Season = EVEN,
) -> Lens:
    """The lens with where those of the sets that are told by conditions stand customers, each in the byte of its place,
    after events and between them; the lens itself when none is.
    """
    told = [(place, each) for place, each in enumerate(stage_sets) if each.is_told]
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
    documents = [[place, [[s.key, s.enter, s.exit] for s in each.stages]] for place, each in told]
    digest = blake2b(
        json.dumps([MEANING, documents, season.at, season.pace], sort_keys=True).encode(), digest_size=8
    ).hexdigest()
    return told_lens(lens, columns, digest)


Column = Callable[[Bucket, int], tuple[NDArray[np.uint8], Lapses]]
"""For a bucket and its number: the stage after each of its events, and each to which time alone leads."""


def told_lens(lens: Lens, columns: Sequence[tuple[int, Column]], digest: str) -> Lens:
    """The lens with where sets stand customers, each in the byte of its place; the digest tells these sets."""
    of = once_each(lambda bucket, number: _stood(lens, columns, bucket, number))
    return replace(
        lens,
        version=f"{lens.version} {digest}",
        stood=lambda bucket, number: of(bucket, number).stood,
        lapses=lambda bucket, number: of(bucket, number).lapses,
        lapsed=lambda bucket, number: of(bucket, number).hung,
    )


def _stood(lens: Lens, columns: Sequence[tuple[int, Column]], bucket: Bucket, number: int) -> Stood:
    """All sets, each in the byte of its place."""
    whole, found = np.zeros(len(bucket.event), np.uint16), list[Lapses]()
    for place, column in columns:
        stages, mine = column(bucket, number)
        whole |= stages.astype(np.uint16) << np.uint16(8 * place)
        found.append(mine._replace(stood=mine.stood << np.uint16(8 * place)))
    lapses = found[0] if len(found) == 1 else joined(found[0], found[1], whole)
    offsets, at = np.asarray(bucket.offsets, np.int64), np.asarray(bucket.occurred_at, np.int64)
    shown = seen_by_covered(lens.read(bucket, number) != NOT_COVERED, offsets, at, whole, lapses)
    return Stood(whole, lapses, hung(shown, len(whole)))


def column_of(world: World, stage_set: StageSet, counted: Rules) -> Column:
    """How a set is decided in a bucket."""
    conditions, entry, leave = _conditions(stage_set)
    deciding = _deciding(world, Group("any", tuple(conditions)), entry, leave, counted)
    return lambda bucket, number: deciding(bucket, number, world.lens.read(bucket, number))


def belonging(world: World, said: Condition) -> BelongingOf:
    """How it is decided who is in a segment, from their first event on: it is entered when what it says comes to hold,
    and left when that ceases to.
    """
    inside, outside = 0, -1  # the group of what is said holds when it does not
    deciding = _deciding(world, Group("none", (said,)), [None, inside], [None, outside], stage_walk.no_stages(1))

    def made(bucket: Bucket, number: int) -> Belonging:
        offsets = np.asarray(bucket.offsets, np.int64)
        begun = np.full(len(bucket.event), NOT_COVERED, np.uint16)
        begun[offsets[:-1][np.diff(offsets) > 0]] = 0
        stages, lapses = deciding(bucket, number, begun)
        return Belonging(stages == 1, passed(offsets, stages == 1, lapses), lapses)

    return once_each(made)


def _deciding(
    world: World, whole: Group, entry: Sequence[int | None], leave: Sequence[int | None], counted: Rules
) -> Callable[[Bucket, int, NDArray[np.uint16]], tuple[NDArray[np.uint8], Lapses]]:
    """The walk over a bucket, given codes of its events, that opens and closes stages by parts of a group: of each one
    the place of its entry and of its exit among them; -1 = the group itself.
    """
    walk, every = walk_of(world, _ever(whole), 0), leaves(whole)
    measured = [leaf for leaf in every if isinstance(leaf, Measure)]
    params, last = walk.params, len(walk.params.parent) - 1
    roots = [*np.flatnonzero(params.parent == last).tolist(), last]
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

    def column(bucket: Bucket, number: int, codes: NDArray[np.uint16]) -> tuple[NDArray[np.uint8], Lapses]:
        marks = params.marks[bucket.event]
        if params.further and walk.lens is not None and walk.lens.marks is not None:
            marks |= walk.lens.marks(bucket, number).astype(np.int64) << PLAIN_MARKS
        values = [world.measured(leaf, bucket, number) for leaf in measured] or [np.zeros(len(marks), np.int64) + NEVER]
        return standing(bucket.offsets, codes, np.asarray(bucket.occurred_at), marks, np.array(values), entries)

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
