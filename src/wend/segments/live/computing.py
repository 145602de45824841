"""Everybody at once: a new or changed segment, or all, judged by the log reader and handed over to the follower.

Meanwhile both judge a segment in its turn. Each entry names the turn in which it was judged: the follower, which knows
the newest events of whom it looks at, is never overruled. What the follower has not met since the turn began is in the
journal that is read here. So there is no gap between the two, and nobody enters twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial, reduce
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.conditions.facts import Facts
from wend.conditions.tree import Condition
from wend.domain.selection import Selection
from wend.engines import membership
from wend.engines.marking import World
from wend.kit.clock import epoch_seconds
from wend.log.facade import Journal
from wend.log.failpoints import reached
from wend.people import facade as people
from wend.questions import facade as questions
from wend.segments import repository as kept
from wend.segments.live import repository
from wend.segments.live.defining import here, watching as watching_of
from wend.segments.live.judging import left_behind
from wend.segments.live.looking import Looking
from wend.segments.live.merging import Judged, merged
from wend.segments.live.repository import Place
from wend.segments.live.standing import NEVER
from wend.segments.live.telling import tell
from wend.segments.live.watching import Watched, Watching, asks_for_touchpoints
from wend.store.facade import Work, tasks
from wend.store.tasks import Claimed
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace

AT_ONCE = 4_000
"""Customers written in one transaction: collection waits no longer than that takes."""
MANY = 16
"""Buckets whose few customers are written together."""
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
    facts: Facts
    world: World
    place: Place | None
    """Where the follower was when nobody had been judged yet; None: somebody had been."""

    @property
    def turns(self) -> dict[int, int]:
        return {each.number: each.turn for each in self.wanted}

    @property
    def are_new(self) -> bool:
        """Whether nobody was ever judged by any of these segments in another turn."""
        return all(each.anew == "first" for each in self.wanted)


class _Part(NamedTuple):
    """Some customers who are written at once; with them so many are done."""

    judged: Judged
    done: int


def compute(workspace: Workspace, claimed: Claimed | None = None, watch: Watcher = nobody) -> bool:
    """Judge everybody by the segments that wait for it; False when none does, or one was changed meanwhile: then it is
    begun anew. Safe to repeat, to kill and to run twice.
    """
    run = _begin(workspace, claimed)
    if run is None:
        return False
    alone, done = run.place is not None, 0
    for part in _together(_parts(run)):
        with workspace.store.work(workspace.name) as work:
            if claimed:
                tasks.hold(work, claimed)
            if kept.changes(work) != run.watching.version[0]:
                return False
            alone = alone and _is_alone(work, run, done)
            _write(work, run, part.judged, alone=alone)
            done = part.done
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
    world = world_over(workspace, journal, [condition])
    return [len(membership.members(world, condition, at, Selection(to_at=at + 1))) for at in moments]


def _begin(workspace: Workspace, claimed: Claimed | None) -> _Pass | None:
    with workspace.store.reading(workspace.name) as reading:  # may refresh the journal, which a writer cannot
        watching = watching_of(workspace, reading)
    with workspace.store.work(workspace.name) as work:
        if claimed:
            tasks.hold(work, claimed)
        if kept.changes(work) != watching.version[0]:
            return None
        if repository.place(work) is None:  # from here on the follower has everything that the journal may lack
            repository.put_place(work, here(workspace, work))
        place = None if repository.is_anybody_judged(work) else repository.place(work)
    wanted = tuple(each for each in watching.segments if each.computing)
    if not wanted:
        return None
    people.settle(workspace.store, workspace.name)
    with workspace.store.reading(workspace.name) as reading:
        change = people.change(reading)
    journal = workspace.log.journal(exact=True)
    now = epoch_seconds(workspace.clock.now())
    world = world_over(workspace, journal, [each.condition for each in wanted])
    until = Selection(to_at=now + 1)
    masks = {each.number: membership.members(world, each.condition, now, until).masks for each in wanted}
    asked = replace(workspace.facts, told=cache(workspace.facts.told), consents=cache(workspace.facts.consents))
    return _Pass(watching, wanted, journal, change, now, masks, workspace.settings.timezone, asked, world, place)


def world_over(workspace: Workspace, journal: Journal, conditions: Iterable[Condition]) -> World:
    """The log as these conditions read it, through the same registry as the follower's customers."""
    engine = touchpoints.machine_over(workspace, journal, touchpoints.flags_version(workspace))
    if not any(map(asks_for_touchpoints, conditions)):
        return questions.world_of_events(workspace, engine)
    return questions.world(workspace, touchpoints.at_hand(workspace, journal).over(workspace, engine))


def _parts(run: _Pass) -> Iterator[_Part]:
    """Everybody, so many at once. Whom new segments neither hold nor have to look at again is passed over: there is
    nothing to write, and nothing that was.
    """
    done = 0
    for number, bucket in enumerate(run.journal.buckets):
        lapses = partial(run.world.lapses, bucket=bucket, number=number)
        looking = Looking(bucket, run.journal.words, run.zone, run.now, run.facts, lapses)
        masks = [run.masks[each.number][number] for each in run.wanted]
        moments = [looking.at(each.condition, mask) for each, mask in zip(run.wanted, masks, strict=True)]
        people = len(bucket.offsets) - 1
        met = reduce(np.logical_or, (mask | (at < NEVER) for mask, at in zip(masks, moments, strict=True)))
        rows = np.flatnonzero(met) if run.are_new else np.arange(people)
        for first in range(0, max(1, len(rows)), AT_ONCE):
            cut = rows[first : first + AT_ONCE]
            customers = bucket.customers.take(pa.array(cut)).to_pylist()
            inside = np.array([mask[cut] for mask in masks], np.bool_).T
            look_at = np.array([at[cut] for at in moments], np.int64).T
            last = first + AT_ONCE >= len(rows)
            judged = Judged(customers, run.wanted, inside, look_at, run.now)
            yield _Part(judged, done + (people if last else int(cut[-1]) + 1))
        done += people


def _together(parts: Iterable[_Part]) -> Iterator[_Part]:
    """Neighbours in one until they are enough, or many: a transaction has its price, whatever it writes, but progress
    and the hold on the task go with it.
    """
    held, size = list[_Part](), 0
    for part in parts:
        held.append(part)
        size += len(part.judged.customers)
        if size >= AT_ONCE or len(held) == MANY:
            yield _joined(held)
            held, size = [], 0
    if held:
        yield _joined(held)


def _joined(parts: Sequence[_Part]) -> _Part:
    judged = [part.judged for part in parts]
    customers = [each for one in judged for each in one.customers]
    inside = np.concatenate([each.inside for each in judged])
    look_at = np.concatenate([each.look_at for each in judged])
    return _Part(replace(judged[-1], customers=customers, inside=inside, look_at=look_at), parts[-1].done)


def _is_alone(work: Work, run: _Pass, done: int) -> bool:
    """Whether nobody can have written down anybody who is still to come: the follower has met no one, and nobody else
    computes.
    """
    return repository.place(work) == run.place and repository.done(work, run.wanted[0].number) == done


def _write(work: Work, run: _Pass, part: Judged, *, alone: bool) -> None:
    """Store some customers, and tell what changed. Whoever moved since the journal was made is left to the follower."""
    judged = part
    if people.change(work) != run.people:
        person = people.canonical(work, part.customers)
        still = np.array([person[each] == each for each in part.customers], np.bool_)
        own = [each for each in part.customers if person[each] == each]
        judged = replace(part, customers=own, inside=part.inside[still], look_at=part.look_at[still])
    known = {} if alone else repository.documents(work, judged.customers)
    found = merged(judged, known, list(run.watching.by_number))
    repository.put_rows(work, found.rows, fresh=alone)
    repository.grow(work, found.counts, run.now)
    tell(work, run.watching, found.moved, run.now)
