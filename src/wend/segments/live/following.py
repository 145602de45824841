"""Follows what was acknowledged, who is who, and the clock; in portions, each one transaction with its own place.

A portion reads the promises behind its place, looks at the customers they touch, and at those for whom something ran
out; it judges them, and writes standings, history, rows of the log and promised webhooks together with the new place.
Killed before the commit, nothing has happened; after it, everything. Nobody is enumerated.

So are those who were touched without an event: by a consent, an account, a list, a mark (`people.touching`).

Of what was moved to the log unseen, such as a file, those are judged who are in it (`unseen.py`). What cannot be
followed one by one (a large file, another registry, a whole workspace of changed people) lets everybody be judged anew
by the log reader (`computing.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wend.kit.clock import epoch_seconds
from wend.kit.collecting import without_collecting
from wend.log import inbox
from wend.log.failpoints import reached
from wend.log.inbox import Promised
from wend.people import facade as people
from wend.people.facade import Touched
from wend.segments import repository as kept
from wend.segments.live import repository, unseen
from wend.segments.live.causes import Occasion, causes, led
from wend.segments.live.defining import here, is_behind, watching as watching_of
from wend.segments.live.judging import Move, judge, left_behind
from wend.segments.live.lives import lives
from wend.segments.live.repository import Place
from wend.segments.live.standing import Standing, kept as worth_keeping, read
from wend.segments.live.telling import SOURCE, tell
from wend.segments.live.watching import Watching
from wend.store.facade import Reading, Work, tasks
from wend.store.tasks import Claimed
from wend.workspaces.facade import Workspace

MOST_PROMISES, MOST_EVENTS = 200, 1_000
"""Followed in one portion; a promise holds what was acknowledged together."""
MOST_DUE = 500
MOST_MOVED, MOST_BEHIND = 2_000, 20_000
"""Identifiers that became somebody else's, or were touched; with more of them everybody is judged anew."""
MOST_TOUCHED = 500


@dataclass(frozen=True)
class _Portion:
    """What is to be done at once: from one place to the next."""

    before: Place
    after: Place
    touched: dict[str, Occasion]
    due: list[str]
    gone: list[str]
    """Names under which a standing may be kept that nobody has any more."""
    members: dict[str, tuple[str, ...]]
    documents: dict[str, bytes]
    """Standings as they are kept, by customer."""


def is_wanted(workspace: Workspace) -> bool:
    """Whether there is anything to follow."""
    with workspace.store.reading(workspace.name) as reading:
        if kept.changes(reading) == 0:
            return False
        if is_behind(workspace, reading, repository.place(reading)):
            return True
        due, now = repository.first_due(reading), epoch_seconds(reading.clock.now())
        return due is not None and due <= now


def step(workspace: Workspace, claimed: Claimed | None = None) -> bool:
    """Follow one portion; whether there may be more. Several may try: one of them is refused and comes again."""
    with workspace.store.reading(workspace.name) as reading:
        unsettled = people.is_unsettled(reading)
    if unsettled:
        people.settle(workspace.store, workspace.name)
    with workspace.store.reading(workspace.name) as reading:
        if kept.changes(reading) == 0:
            return False
        watching = watching_of(workspace, reading)
        there = repository.place(reading)
        newest = here(workspace, reading)
        empty = not watching.segments
        portion = None if there is None or empty else _portion(reading, watching, there, newest)
    if empty and there == newest:
        return False
    if portion is None:
        is_same_world = there is not None and not empty and there.world == newest.world
        if there is not None and is_same_world and unseen.is_told(workspace, there, claimed):
            return True
        return _start_over(workspace, newest, there, claimed)
    if portion.after == there and not portion.due:
        return False
    with without_collecting():  # of a bounded number of events
        return _follow(workspace, watching, portion, claimed)


def _start_over(workspace: Workspace, newest: Place, there: Place | None, claimed: Claimed | None) -> bool:
    """Let everybody be judged anew, and follow from the newest on. At the very first nobody was judged before."""
    with workspace.store.work(workspace.name) as work:
        if claimed:
            tasks.hold(work, claimed)
        if repository.place(work) == there:
            repository.put_place(work, newest)
            if there is not None:
                kept.again(work)
                _touch_parted(work, there.people)
    return True


def _touch_parted(work: Work, since: int) -> None:
    """Whoever lost all that they had done is in no journal, so that who judges everybody does not meet them. Only
    decisions part people, and these are few.
    """
    for part in people.changed_since(work, since):
        decided = (each.decision for each in people.decisions_among(work, dict(part)))
        people.touch(work, {end for each in decided for end in (each.a, each.b)}, "event")


def _portion(reading: Reading, watching: Watching, there: Place, newest: Place) -> _Portion | None:
    """What comes next, of all up to the newest; None when it cannot be followed one by one."""
    if there.world != newest.world:
        return None
    promised = _next(inbox.promised(reading, there.inbox, there.inbox + MOST_PROMISES))
    reached_at = promised[-1].sequence if promised else there.inbox
    if len(promised) != reached_at - there.inbox or (not promised and newest.inbox > there.inbox):
        return None
    if any(each.kind != "rows" for each in promised):
        return None
    changed = _changed(reading, there.people)
    if changed is None:
        return None
    if newest.touched - there.touched > MOST_BEHIND:
        return None
    told = people.touched_since(reading, there.touched, MOST_TOUCHED)
    touched = _touched(reading, promised, told)
    for customer in _around(reading, changed):
        touched.setdefault(customer, Occasion()).people = True
    gone = [identifier for identifier, person in changed.items() if identifier != person]
    due = [each for each in repository.due(reading, epoch_seconds(reading.clock.now()), MOST_DUE) if each not in gone]
    standings = repository.documents(reading, [*touched, *due, *gone])
    looked_at = [each for each in {*touched, *due} if _is_looked_at(watching, each, touched, standings, due)]
    told_up_to = told[-1].sequence if len(told) == MOST_TOUCHED else newest.touched
    after = Place(reached_at, newest.people, told_up_to, there.world)
    gone = [each for each in gone if each in standings]
    return _Portion(there, after, touched, due, gone, people.members_of(reading, looked_at), standings)


def _next(promised: Sequence[Promised]) -> list[Promised]:
    """The first of them, with a bounded number of events."""
    taken: list[Promised] = []
    events = 0
    for each in promised:
        if taken and events + each.events > MOST_EVENTS:
            break
        taken.append(each)
        events += each.events
    return taken


def _changed(reading: Reading, since: int) -> dict[str, str] | None:
    """Identifiers that are somebody else's since, with their person; None for very many."""
    changed: dict[str, str] = {}
    for part in people.changed_since(reading, since):
        changed |= dict(part)
        if len(changed) > MOST_MOVED:
            return None
    return changed


def _around(reading: Reading, changed: Mapping[str, str]) -> set[str]:
    """Everybody who may have won or lost events: whose the identifiers are, and whose they were. Who loses one hangs
    together with it by evidence, which is never taken away, or by a decision.
    """
    if not changed:
        return set()
    beside = {end for each in people.evidence_among(reading, changed) for end in each.evidence.pair}
    decided = (each.decision for each in people.decisions_among(reading, changed))
    beside |= {end for each in decided for end in (each.a, each.b)}
    return {*changed.values(), *people.canonical(reading, beside).values()}


def _touched(reading: Reading, promised: Iterable[Promised], told: Sequence[Touched]) -> dict[str, Occasion]:
    """By person, what they did, and what touched them. Wend's own notes about segments touch nobody."""
    rows = [row for each in promised for row in each.rows if row["source"] != SOURCE]
    person = people.canonical(reading, [*(row["subject"] for row in rows), *(each.identifier for each in told)])
    touched: dict[str, Occasion] = {}
    for row in rows:
        touched.setdefault(person[row["subject"]], Occasion()).by(row)
    for each in told:
        touched.setdefault(person[each.identifier], Occasion()).told[each.why] = each.because
    return touched


def _is_looked_at(
    watching: Watching,
    customer: str,
    touched: Mapping[str, Occasion],
    standings: Mapping[str, bytes],
    due: Sequence[str],
) -> bool:
    """Whether an event of this customer can change anything: somebody new can be in any segment, and who is in none may
    be new.
    """
    if customer in due or customer not in standings:
        return True
    why = touched[customer]
    if why.people or watching.may_touch(why.names) or any(watching.told_by(each) for each in why.told):
        return True
    return not read(standings[customer]).inside


def _follow(workspace: Workspace, watching: Watching, portion: _Portion, claimed: Claimed | None) -> bool:
    new = {each: why.ids for each, why in portion.touched.items() if why.ids and each in portion.members}
    seen = lives(workspace, watching, portion.members, new, portion.before.inbox)
    now = epoch_seconds(workspace.clock.now())

    def judged(customer: str, document: bytes | None) -> tuple[Standing, list[Move]]:
        known = Standing() if document is None else read(document)
        moves: list[Move] = []
        touched, journey = portion.touched.get(customer), seen.journeys[customer]
        is_new = document is None or (touched is not None and touched.begins(journey, now))
        leads = led(watching, touched, customer, seen.passages, now)
        for numbers, cause in causes(watching, touched, leads.changed, is_new=is_new):
            moves += judge(watching, known, journey, numbers, cause, now)
        for numbers, moment in leads.ahead:
            known.look_sooner(numbers, moment)
        return worth_keeping(known, watching.turns, watching.computing), moves

    found = {customer: judged(customer, portion.documents.get(customer)) for customer in portion.members}
    with workspace.store.work(workspace.name) as work:
        if claimed:
            tasks.hold(work, claimed)
        if repository.place(work) != portion.before or kept.changes(work) != watching.version[0]:
            return True  # somebody was quicker, or a segment was changed: look again
        documents = repository.documents(work, [*portion.members, *portion.gone])
        for customer, document in documents.items():
            if customer in found and document != portion.documents.get(customer):
                found[customer] = judged(customer, document)
        _keep(work, watching, portion, found, documents, now)
        reached("before_following")
    reached("after_following")
    return True


def _keep(
    work: Work,
    watching: Watching,
    portion: _Portion,
    found: Mapping[str, tuple[Standing, list[Move]]],
    before: Mapping[str, bytes],
    now: int,
) -> None:
    moved = {customer: moves for customer, (_, moves) in found.items() if moves}
    for customer in portion.gone:
        moves = left_behind(watching, read(before[customer]), now) if customer in before else []
        if moves:
            moved[customer] = moves
    repository.drop_standings(work, [each for each in portion.gone if each not in found])
    stood = {customer: standing for customer, (standing, _) in found.items() if _is_kept(portion, customer, standing)}
    repository.put_standings(work, stood, before)
    tell(work, watching, moved, now)
    repository.put_place(work, portion.after)


def _is_kept(portion: _Portion, customer: str, standing: Standing) -> bool:
    """Whoever was only told of, and stands nowhere, may be nobody: an address that agreed to something, or stands on a
    list, before anything was done under it.
    """
    touched = portion.touched.get(customer)
    is_told_of = touched is not None and not touched.names and not touched.people
    return not is_told_of or customer in portion.documents or bool(standing.entries)
