"""Everybody at once: a new or changed segment, or all, judged by the log reader and handed over to the follower.

Meanwhile both judge a segment in its turn. Each entry names the turn in which it was judged: the follower, which knows
the newest events of whom it looks at, is never overruled. What the follower has not met since the turn began is in the
journal that is read here. So there is no gap between the two, and nobody enters twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.conditions.errors import UnknownStageSet
from wend.conditions.season import Season
from wend.domain.selection import Selection
from wend.domain.stage import StageSet
from wend.engines import membership
from wend.engines.lens import CodesOf
from wend.engines.marking import Staged, World
from wend.kit.clock import epoch_seconds
from wend.log.facade import Journal
from wend.log.failpoints import reached
from wend.people import facade as people
from wend.segments import repository as kept
from wend.segments.live import repository
from wend.segments.live.defining import watching as watching_of, world_of
from wend.segments.live.judging import left_behind
from wend.segments.live.looking import Looking
from wend.segments.live.merging import Judged, merged
from wend.segments.live.repository import Place
from wend.segments.live.telling import tell
from wend.segments.live.watching import Watched, Watching
from wend.store.facade import Work, tasks
from wend.store.tasks import Claimed
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace

AT_ONCE = 4_000
"""Customers written in one transaction: collection waits no longer than that takes."""
Masks = Sequence[NDArray[np.bool_]]
Watcher = Callable[[int, int], None]


def nobody(_done: int, _total: int) -> None:
    """Watches no progress."""


def is_wanted(workspace: Workspace) -> bool:
    """Whether any segment waits to be computed."""
    with workspace.store.reading(workspace.name) as reading:
        return kept.changes(reading) > 0 and kept.is_any_computing(reading)


@dataclass(frozen=True)
class _Pass:
    """One run over everybody."""

    watching: Watching
    wanted: tuple[Watched, ...]
    journal: Journal
    people: int
    """The number of the last change of who is who that the journal surely knows."""
    now: int
    masks: Mapping[int, Masks]
    zone: str
    season: Season

    @property
    def turns(self) -> dict[int, int]:
        return {each.number: each.turn for each in self.wanted}


def compute(workspace: Workspace, claimed: Claimed | None = None, watch: Watcher = nobody) -> bool:
    """Judge everybody by the segments that wait for it; False when none does, or one was changed meanwhile: then it is
    begun anew. Safe to repeat, to kill and to run twice.
    """
    run = _begin(workspace, claimed)
    if run is None:
        return False
    done = 0
    for part in _parts(run):
        with workspace.store.work(workspace.name) as work:
            if claimed:
                tasks.hold(work, claimed)
            if kept.changes(work) != run.watching.version[0]:
                return False
            _write(work, run, part)
            done += len(part.customers)
            repository.progress(work, run.turns, done, run.journal.customers)
            reached("before_computing")
        reached("after_computing")
        watch(done, run.journal.customers)
    while _is_swept(workspace, run, claimed):
        pass
    with workspace.store.work(workspace.name) as work:
        if claimed:
            tasks.hold(work, claimed)
        if kept.changes(work) != run.watching.version[0]:
            return False
        repository.go_live(work, run.turns, run.now)
    return True


def _is_swept(workspace: Workspace, run: _Pass, claimed: Claimed | None) -> bool:
    """Let some leave who are no customers of their own any more, and of whom the follower has not heard: it began anew
    because too many had moved. False when there are none.
    """
    with workspace.store.work(workspace.name) as work:
        if claimed:
            tasks.hold(work, claimed)
        strayed = repository.strayed(work, AT_ONCE)
        if not strayed or kept.changes(work) != run.watching.version[0]:
            return False
        standings = repository.standings(work, strayed)
        moved = {each: left_behind(run.watching, standing, run.now) for each, standing in standings.items()}
        repository.drop_standings(work, strayed)
        tell(work, run.watching, {each: moves for each, moves in moved.items() if moves}, run.now)
    return True


def members_of(workspace: Workspace, journal: Journal, condition: Any, moments: Sequence[int]) -> list[int]:
    """How many were members at these moments, as the log tells today."""
    world = world_over(workspace, journal)
    return [len(membership.members(world, condition, at, Selection(to_at=at + 1))) for at in moments]


def _begin(workspace: Workspace, claimed: Claimed | None) -> _Pass | None:
    with workspace.store.work(workspace.name) as work:
        if claimed:
            tasks.hold(work, claimed)
        watching = watching_of(workspace, work)
        if repository.place(work) is None:  # from here on the follower has everything that the journal may lack
            from wend.log import inbox

            repository.put_place(work, Place(inbox.counter(work), people.change(work), world_of(workspace, work)))
    wanted = tuple(each for each in watching.segments if each.computing)
    if not wanted:
        return None
    people.settle(workspace.store, workspace.name)
    with workspace.store.reading(workspace.name) as reading:
        change = people.change(reading)
    journal = workspace.log.journal(exact=True)
    now = epoch_seconds(workspace.clock.now())
    world = world_over(workspace, journal)
    until = Selection(to_at=now + 1)
    masks = {each.number: membership.members(world, each.condition, now, until).masks for each in wanted}
    return _Pass(watching, wanted, journal, change, now, masks, workspace.settings.timezone, world.facts.season())


def world_over(workspace: Workspace, journal: Journal) -> World:
    """The log as conditions read it, through the same registry as the follower's customers."""
    engine = touchpoints.machine_over(workspace, journal, touchpoints.flags_version(workspace))
    registry = touchpoints.at_hand(workspace, journal).registry
    chosen = registry.stage_set() or registry.stage_sets[0]
    zone, season = workspace.settings.timezone, workspace.facts.season()
    property_of = partial(workspace.log.property, journal=journal)
    tests = touchpoints.masks(property_of)
    view = touchpoints.View(engine, registry, chosen, (), tests, "", property_of, zone, season)

    def named(key: str) -> StageSet:
        other = registry.stage_set(key)
        if other is None:
            raise UnknownStageSet(key, [each.key for each in registry.stage_sets])
        return other

    def staged(key: str) -> Staged:
        other = named(key)
        return touchpoints.rules_of(other, tuple(view.lens.names)), tuple(stage.key for stage in other.stages)

    def standing(key: str) -> CodesOf | None:
        return view.standing(replace(view.lens, stood=None), (named(key),)).stood

    stages = tuple(stage.key for stage in chosen.stages)
    here = (property_of, zone, workspace.facts)
    return World(engine, view.lens, view.rules, stages, *here, staged=staged, standing=standing)


def _parts(run: _Pass) -> Iterator[Judged]:
    for number, bucket in enumerate(run.journal.buckets):
        looking = Looking(bucket, run.journal.words, run.zone, run.now, run.season)
        inside = np.array([run.masks[each.number][number] for each in run.wanted], np.bool_).T
        look_at = np.array([looking.at(each.condition) for each in run.wanted], np.int64).T
        for first in range(0, len(inside), AT_ONCE):
            cut = slice(first, first + AT_ONCE)
            customers = bucket.customers.slice(first, AT_ONCE).to_pylist()
            yield Judged(customers, run.wanted, inside[cut], look_at[cut], run.now)


def _write(work: Work, run: _Pass, part: Judged) -> None:
    """Store some customers, and tell what changed. Whoever moved since the journal was made is left to the follower."""
    judged = part
    if people.change(work) != run.people:
        person = people.canonical(work, part.customers)
        still = np.array([person[each] == each for each in part.customers], np.bool_)
        own = [each for each in part.customers if person[each] == each]
        judged = replace(part, customers=own, inside=part.inside[still], look_at=part.look_at[still])
    known = repository.documents(work, judged.customers) if repository.is_anybody_judged(work) else {}
    found = merged(judged, known, list(run.watching.by_number))
    repository.put_rows(work, found.rows, fresh=not known)
    repository.grow(work, found.counts, run.now)
    tell(work, run.watching, found.moved, run.now)
