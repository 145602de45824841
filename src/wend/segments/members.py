"""Who is in a segment, who entered and left and why, how large it was, and in which segments somebody is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wend.conditions.facts import Later
from wend.conditions.resolving import resolved
from wend.customers import facade as customers
from wend.kit.clock import epoch_seconds
from wend.people import facade as people
from wend.segments import repository
from wend.segments.errors import TwoCursors
from wend.segments.keeping import kept_in
from wend.segments.live import repository as live
from wend.segments.model import Change, ChangePage, Member, MemberPage, Moves, Passages, SizePoint, Why
from wend.segments.rules import conditions_of
from wend.workspaces.facade import Workspace

DAY, PART = 86_400, 20_000
ANEW: frozenset[Why] = frozenset({"definition", "recount"})
"""Why somebody moved of whom nothing is told by it."""
MOST_SAMPLES = 12
"""Moments of the past that are computed for one curve."""


def members(workspace: Workspace, key: str, *, after: str = "", limit: int = 50) -> MemberPage:
    """Members now, in the order of their ids, behind `after`. Raises UnknownSegment."""
    with workspace.store.reading(workspace.name) as reading:
        kept = kept_in(reading, key)
        found = live.members(reading, kept.number, after, limit + 1)
    following = found[limit - 1].customer if len(found) > limit else ""
    return MemberPage(tuple(found[:limit]), kept.segment.size, following)


def every(workspace: Workspace, key: str) -> Iterator[Member]:
    """All members in the order of their ids, read a part at a time. Raises UnknownSegment."""
    with workspace.store.reading(workspace.name) as reading:
        number = kept_in(reading, key).number
    after = ""
    while True:
        with workspace.store.reading(workspace.name) as reading:
            found = live.members(reading, number, after, PART)
        yield from found
        if len(found) < PART:
            return
        after = found[-1].customer


def history(
    workspace: Workspace, key: str, *, before: int | None = None, after: int | None = None, limit: int = 100
) -> ChangePage:
    """Who entered and left, the newest first, before the change of this number; or with `after` the oldest first, after
    it. Raises UnknownSegment, TwoCursors.

    Changes get their numbers in the transaction that writes them, one workspace at a time: what is written later stands
    behind everything that was ever shown, so that whoever goes on from `after` misses nothing and sees nothing twice.
    """
    if before is not None and after is not None:
        raise TwoCursors
    with workspace.store.reading(workspace.name) as reading:
        kept = kept_in(reading, key)
        if after is not None:
            told = live.history_after(reading, kept.segment.key, kept.number, after, limit)
            return ChangePage(tuple(told), after=told[-1].sequence if told else after)
        found = live.history(reading, kept.segment.key, kept.number, before, limit + 1)
    return ChangePage(tuple(found[:limit]), found[limit - 1].sequence if len(found) > limit else None)


def history_of(workspace: Workspace, customer: str, *, limit: int = 100) -> tuple[Change, ...]:
    """What somebody entered and left, the newest first. Raises UnknownCustomer."""
    found = customers.look_up(workspace, customer).customer
    with workspace.store.reading(workspace.name) as reading:
        keys = {each.number: each.segment.key for each in repository.every(reading)}
        return tuple(live.history_of(reading, keys, people.members(reading, found), limit))


def moves_since(workspace: Workspace, key: str, at: int) -> Moves:
    """How often somebody entered and left since a moment. Raises UnknownSegment."""
    with workspace.store.reading(workspace.name) as reading:
        return live.moves_since(reading, kept_in(reading, key).number, at)


def passages(workspace: Workspace, key: str, from_at: int, to_at: int) -> Passages:
    """Who entered and left in [from_at, to_at). Raises UnknownSegment."""
    customers, entered, at = [], [], []
    anew = {"entered": 0, "left": 0}
    with workspace.store.reading(workspace.name) as reading:
        kept = kept_in(reading, key)
        for customer, what, why, moment in live.passages(reading, kept.number, from_at, to_at):
            if why in ANEW:
                anew[what] += 1
                continue
            customers.append(customer)
            entered.append(what == "entered")
            at.append(moment)
    told = (tuple(customers), tuple(entered), tuple(at))
    return Passages(kept.segment, *told, Moves(anew["entered"], anew["left"]))


def told(workspace: Workspace, key: str) -> str:
    """Differs whenever more was told of a segment, or it was changed. Raises UnknownSegment."""
    with workspace.store.reading(workspace.name) as reading:
        kept = kept_in(reading, key)
        return f"{kept.number}.{kept.segment.version}.{live.newest_change(reading, kept.number)}"


def sizes(workspace: Workspace, key: str, *, days: int = 84) -> tuple[SizePoint, ...]:
    """How large it was at the end of each of the last days, the oldest first: counted since it was made, and before
    that computed at a few days. Days on which nothing changed are left out. Raises UnknownSegment.
    """
    now = epoch_seconds(workspace.clock.now())
    today = now - now % DAY
    first = today - (days - 1) * DAY
    with workspace.store.reading(workspace.name) as reading:
        known = repository.every(reading)
        kept = kept_in(reading, key)
        counted = live.sizes(reading, kept.number, first)
    made = kept.segment.made_at - kept.segment.made_at % DAY
    past = _sampled(first, min(made, today))
    points: list[SizePoint] = []
    if past:
        from wend.segments.live import computing

        said = conditions_of(known)
        condition = resolved(said[kept.segment.key], said, Later(workspace.facts.computed))
        ends = [day + DAY - 1 for day in past]
        found = computing.members_of(workspace, workspace.log.journal(), condition, ends)
        points = [SizePoint(day, size, 0, 0, computed=True) for day, size in zip(past, found, strict=True)]
    return (*points, *(SizePoint(*each, computed=False) for each in counted))


def _sampled(first: int, end: int) -> Sequence[int]:
    """A few days from the first one on, before the end."""
    whole = max(0, (end - first) // DAY)
    step = max(1, -(-whole // MOST_SAMPLES))
    return [first + day * DAY for day in range(0, whole, step)]
