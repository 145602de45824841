"""Taking evidence in: what is new is added, and who is who around it is decided in the same transaction.

The answer is the one that resolving everything anew would give (`identity.resolving`): a new pair can only matter to
those who hang together with its ends, and to the neighbours of an end whose standing it changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wend.identity.judging import standing_of
from wend.identity.reasons import TRUSTED, Evidence
from wend.identity.ties import Pair, Tie, both, ties_of
from wend.kit.clock import epoch_micros
from wend.people import repository, ruling
from wend.people.around import Around, settled
from wend.people.familiar import Familiar
from wend.people.repository import CHANGES, DECISIONS, SETTLED, Held
from wend.store.facade import Work

LOCK = "people"


@dataclass(frozen=True, slots=True)
class Move:
    """An identifier that is somebody else's than before."""

    identifier: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What evidence or a decision did: how many pairs were new, who moved, which pairs were refused. `deferred`: too
    much hangs together there to decide it now; `settle` will.
    """

    new: int = 0
    moved: tuple[Move, ...] = ()
    refused: tuple[Pair, ...] = ()
    deferred: bool = False


NOTHING = Changes()


def absorb(work: Work, evidence: Iterable[Evidence], familiar: Familiar | None = None) -> Changes:
    """Take evidence in and decide who is who. Evidence that is known costs next to nothing."""
    given = list(evidence)
    fresh = added(work, given, familiar)
    if fresh is None:
        return NOTHING
    counts = repository.counts(work)
    all_held = counts.get(SETTLED, 0) == fresh.first - 1
    ends = {end for pair in fresh.ties for end in pair}
    around = Around(work, ruling.rules(work), fresh.before, all_held, decided=DECISIONS in counts, fresh=fresh.around)
    around.load(ends)
    inside = around.grow(ends | (shaken(around, ends) if all_held else all_around(around, ends)))
    if inside is None:
        return Changes(new=len(fresh.ties), deferred=True)
    changes = write(work, around, inside, ends)
    if all_held:
        repository.settle_up_to(work, fresh.last)
    return Changes(len(fresh.ties), changes.moved, changes.refused)


@dataclass(frozen=True, slots=True)
class Fresh:
    """Pairs of which there is news: their tie now and before (None = a new pair), and their rows' numbers."""

    ties: Mapping[Pair, Tie]
    before: Mapping[Pair, Tie | None]
    around: dict[str, dict[Pair, Tie]]
    first: int
    last: int


def added(work: Work, given: list[Evidence], familiar: Familiar | None) -> Fresh | None:
    """Append the rows that say something new; None when none does. From here on the caller holds the lock."""
    ties = ties_of(given)
    asked = ties if familiar is None else familiar.unfamiliar(ties)
    if not asked:
        return None
    known = repository.known(work, asked)
    if familiar is not None:
        familiar.remember(known)
    news = [pair for pair, tie in asked.items() if _is_news(known.get(pair), tie)]
    if not news:
        return None
    work.lock(LOCK)
    known = repository.known(work, news)  # again: somebody may have been quicker
    before = {pair: known.get(pair) for pair in news if _is_news(known.get(pair), asked[pair])}
    if not before:
        return None
    rows = _telling(given, before)
    first = repository.add_evidence(work, rows)
    now = {pair: both(was, asked[pair]) for pair, was in before.items()}
    around: dict[str, dict[Pair, Tie]] = {}
    for pair, tie in now.items():
        for end in pair:
            around.setdefault(end, {})[pair] = tie
    return Fresh(now, before, around, first, first + len(rows) - 1)


def _is_news(known: Tie | None, tie: Tie) -> bool:
    return known is None or tie.at < known.at or (tie.trusted and not known.trusted)


def _telling(given: Iterable[Evidence], before: Mapping[Pair, Tie | None]) -> list[Evidence]:
    """Of each pair the rows that say more than those before them, the earliest first."""
    rows: list[Evidence] = []
    seen = dict(before)
    for each in sorted(given, key=lambda one: (one.at, one.reason not in TRUSTED, one)):
        pair = each.pair
        if pair in seen and pair[0] != pair[1]:
            tie = Tie(*pair, each.at, each.reason in TRUSTED)
            if _is_news(seen[pair], tie):
                rows.append(Evidence.of(each.a, each.b, each.reason, each.source, each.at))
                seen[pair] = both(seen[pair], tie)
    return rows


def shaken(around: Around, ends: Iterable[str]) -> set[str]:
    """Neighbours of those ends whose standing has changed: ties at them may be judged otherwise than before."""
    found: set[str] = set()
    for end in ends:
        if end in around.unread:
            found |= beyond_a_crowd(around, end, slack=0)
            continue
        before = [was for pair, tie in _counted(around, end).items() if (was := around.added.get(pair, tie))]
        if standing_of(end, before, around.rules) != around.places[end]:
            found.update(other for pair in around.ties[end] for other in pair)
    return found


def all_around(around: Around, ends: Iterable[str], slack: int = 0) -> set[str]:
    """All neighbours of those ends that may be judged otherwise than before, when it is not known how they stood."""
    found: set[str] = set()
    for end in ends:
        if end in around.unread:
            found |= beyond_a_crowd(around, end, slack)
        else:
            found.update(other for pair in around.ties[end] for other in pair)
    return found


def beyond_a_crowd(around: Around, end: str, slack: int) -> set[str]:
    """Neighbours that matter when something changes at an end with too many links: all of them when it has only now
    become one, else those it is tied to by better than weak ties.
    """
    taken_back = sum(end in pair for pair in around.aparts)
    before = around.held[end].links if end in around.held else 0
    if before <= around.rules.most_links + taken_back + slack:
        around.read_whole(end)
    return {other for pair in around.ties[end] for other in pair}


def _counted(around: Around, end: str) -> dict[Pair, Tie]:
    return {pair: tie for pair, tie in around.ties[end].items() if pair not in around.aparts}


def write(work: Work, around: Around, inside: set[str], ends: set[str]) -> Changes:
    """Resolve a neighbourhood and store what it has come to, as far as it differs from before.

    While evidence waits to be settled, only the links of `ends` are counted anew: all that hangs on these was looked
    at, and whoever settles the others must still see that they have become too many.
    """
    outcome = settled(around, inside)
    moved = []
    rows: dict[str, Held] = {}
    change = 0
    for each in sorted(inside):
        was = around.held.get(each)
        before, after = was.person if was else each, outcome.person_of[each]
        if was is None or before != after:
            change = change or work.numbers(CHANGES)
        if before != after:
            moved.append(Move(each, before, after))
        links = around.links[each] if around.all_held or each in ends else was.links if was else 0
        now = Held(after, links, was.changed if was and before == after else change)
        if now != was:
            rows[each] = now
    repository.hold(work, rows)
    stored = repository.refusals_around(work, inside - around.unread)
    stored |= repository.refusals_of(work, {pair for each in inside & around.unread for pair in around.ties[each]})
    gone = [pair for pair in stored if pair not in outcome.refused]
    fresh = {pair: why for pair, why in outcome.refused.items() if stored.get(pair) != why}
    repository.change_refusals(work, gone, fresh, epoch_micros(work.clock.now()))
    return Changes(0, tuple(moved), tuple(sorted(fresh)))
