"""Everybody at once: a new or changed segment, or all, judged by the log reader and handed over to the follower.

Meanwhile both judge a segment in its turn. Each entry names the turn in which it was judged: the follower, which knows
the newest events of whom it looks at, is never overruled. What the follower has not met since the turn began is in the
journal that is read here. So there is no gap between the two, and nobody enters twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.domain.selection import Selection
from wend.engines import membership
from wend.engines.marking import World
from wend.kit.clock import epoch_seconds
from wend.log.facade import Journal
from wend.log.failpoints import reached
from wend.people import facade as people
from wend.segments import repository as kept
from wend.segments.live import repository
from wend.segments.live.defining import facts, watching as watching_of, world_of
from wend.segments.live.judging import Move
from wend.segments.live.looking import Looking, Moments
from wend.segments.live.repository import Place
from wend.segments.live.standing import NEVER, Entry, Standing, kept as worth_keeping, listed
from wend.segments.live.telling import tell
from wend.segments.live.watching import Watched, Watching
from wend.store.facade import Work, tasks
from wend.store.tasks import Claimed
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace

AT_ONCE = 4_000
"""Customers written in one transaction: collection waits no longer than that takes."""
_ENTRY = np.dtype([("number", "<u4"), ("turn", "<u4"), ("since", "<i8"), ("look_at", "<i8")])
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

    @property
    def turns(self) -> dict[int, int]:
        return {each.number: each.turn for each in self.wanted}


@dataclass(frozen=True)
class _Part:
    """Some customers of one bucket: a row per customer, a column per segment."""

    customers: list[str]
    inside: NDArray[np.bool_]
    look_at: Moments


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
    with workspace.store.work(workspace.name) as work:
        if claimed:
            tasks.hold(work, claimed)
        if kept.changes(work) != run.watching.version[0]:
            return False
        repository.go_live(work, run.turns, run.now)
    return True


def members_of(workspace: Workspace, journal: Journal, condition: Any, moments: Sequence[int]) -> list[int]:
    """How many were members at these moments, as the log tells today."""
    world = _world(workspace, journal)
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
    world = _world(workspace, journal)
    until = Selection(to_at=now + 1)
    masks = {each.number: membership.members(world, each.condition, now, until).masks for each in wanted}
    return _Pass(watching, wanted, journal, change, now, masks, workspace.settings.timezone)


def _world(workspace: Workspace, journal: Journal) -> World:
    """The log as conditions read it, through the same registry as the follower's customers."""
    engine = touchpoints.machine_over(workspace, journal, touchpoints.flags_version(workspace))
    registry = touchpoints.at_hand(workspace, journal).registry
    chosen = registry.stage_set() or registry.stage_sets[0]
    tests = touchpoints.masks(lambda name: workspace.log.property(name, journal))
    view = touchpoints.View(engine, registry, chosen, (), tests)
    stages = tuple(stage.key for stage in chosen.stages)
    zone = workspace.settings.timezone
    own = facts(workspace)
    return World(engine, view.lens, view.rules, stages, lambda name: workspace.log.property(name, journal), zone, own)


def _parts(run: _Pass) -> Iterator[_Part]:
    for number, bucket in enumerate(run.journal.buckets):
        looking = Looking(bucket, run.journal.words, run.zone, run.now)
        inside = np.array([run.masks[each.number][number] for each in run.wanted], np.bool_).T
        look_at = np.array([looking.at(each.condition) for each in run.wanted], np.int64).T
        for first in range(0, len(inside), AT_ONCE):
            cut = slice(first, first + AT_ONCE)
            customers = bucket.customers.slice(first, AT_ONCE).to_pylist()
            yield _Part(customers, inside[cut], look_at[cut])


def _write(work: Work, run: _Pass, part: _Part) -> None:
    if not repository.is_anybody_judged(work) or not (known := repository.standings(work, part.customers)):
        if people.change(work) == run.people:
            _write_fresh(work, run, part)
            return
        known = {}
    _write_beside(work, run, part, known, _still(work, run, part.customers))


def _still(work: Work, run: _Pass, customers: Sequence[str]) -> frozenset[str]:
    """Those who are customers of their own today; the others moved since the journal was made, and are followed."""
    if people.change(work) == run.people:
        return frozenset(customers)
    return frozenset(name for name, person in people.canonical(work, customers).items() if name == person)


def _write_fresh(work: Work, run: _Pass, part: _Part) -> None:
    """Where nobody was judged before, the bytes of all standings are made at once."""
    who, which = np.nonzero(part.inside | (part.look_at < NEVER))
    entries = np.empty(len(who), _ENTRY)
    numbers = np.array([each.number for each in run.wanted], np.uint32)
    turns = np.array([each.turn for each in run.wanted], np.uint32)
    entries["number"], entries["turn"] = numbers[which], turns[which]
    entries["since"] = np.where(part.inside[who, which], run.now, 0)
    entries["look_at"] = part.look_at[who, which]
    raw, size = entries.tobytes(), _ENTRY.itemsize
    begins = np.searchsorted(who, np.arange(len(part.customers) + 1)) * size
    earliest = part.look_at.min(axis=1).tolist()
    members = _listed(part.inside, numbers)
    ends = begins.tolist()
    rows = (
        {
            "customer": customer,
            "inside": members[place],
            "document": raw[ends[place] : ends[place + 1]],
            "due": None if earliest[place] == NEVER else earliest[place],
        }
        for place, customer in enumerate(part.customers)
        if ends[place] < ends[place + 1]
    )
    repository.put_rows(work, rows, fresh=True)
    found = {each.number: (int(count), 0) for each, count in zip(run.wanted, part.inside.sum(axis=0), strict=True)}
    if all(each.silent for each in run.wanted):
        repository.grow(work, {number: counts for number, counts in found.items() if counts[0]}, run.now)
    else:
        tell(work, run.watching, _entering(run, part), run.now)


def _listed(inside: NDArray[np.bool_], numbers: NDArray[np.uint32]) -> list[str]:
    """For each customer the numbers of their segments, as the store looks for them."""
    who, which = np.nonzero(inside)
    begins = np.searchsorted(who, np.arange(len(inside) + 1)).tolist()
    named = numbers[which].tolist()
    return [listed(named[begins[k] : begins[k + 1]]) for k in range(len(inside))]


def _entering(run: _Pass, part: _Part) -> dict[str, list[Move]]:
    moved: dict[str, list[Move]] = {}
    for place, which in zip(*(found.tolist() for found in np.nonzero(part.inside)), strict=True):
        segment = run.wanted[which]
        move = Move(segment.number, "entered", segment.why, "", run.now)
        moved.setdefault(part.customers[place], []).append(move)
    return moved


def _write_beside(work: Work, run: _Pass, part: _Part, known: Mapping[str, Standing], still: frozenset[str]) -> None:
    """Where somebody stands already, the difference is told, and what the follower judged in this turn is left."""
    rows: dict[str, Standing] = {}
    moved: dict[str, list[Move]] = {}
    told = np.any(part.inside | (part.look_at < NEVER), axis=1)
    for place, customer in enumerate(part.customers):
        if customer not in still or not (told[place] or customer in known):
            continue
        standing = known.get(customer) or Standing()
        moves = _merged(run, standing, part.inside[place], part.look_at[place])
        if moves:
            moved[customer] = moves
        rows[customer] = worth_keeping(standing, run.watching.turns, run.watching.computing)
    repository.put_standings(work, rows)
    tell(work, run.watching, moved, run.now)


def _merged(run: _Pass, standing: Standing, inside: NDArray[np.bool_], look_at: Moments) -> list[Move]:
    moves = []
    for segment, holds, moment in zip(run.wanted, inside.tolist(), look_at.tolist(), strict=True):
        before = standing.of(segment.number)
        if before.turn == segment.turn:
            continue
        since = (before.since or run.now) if holds else 0
        standing.entries[segment.number] = Entry(segment.turn, since, moment)
        if holds != bool(before.since):
            moves.append(Move(segment.number, "entered" if holds else "left", segment.why, "", run.now))
    return moves
