"""Deciding in bulk what was only noted: imports bring evidence by the million and who is who is asked afterwards."""

from __future__ import annotations

from collections.abc import Iterable

from wend.identity.reasons import Evidence, Reason
from wend.identity.ties import Pair, pair_of
from wend.people import repository, ruling
from wend.people.absorbing import LOCK, added, all_around, write
from wend.people.around import Around
from wend.people.familiar import Familiar
from wend.people.repository import LINKS, SETTLED
from wend.store.facade import Reading, Store, Work

FEW = 2_000
_SHARE = 20
_AT_ONCE = 1_000


def note(work: Work, evidence: Iterable[Evidence], familiar: Familiar | None = None) -> int:
    """Add evidence without deciding anything yet; returns how many pairs it told something new of."""
    fresh = added(work, list(evidence), familiar)
    return 0 if fresh is None else len(fresh.ties)


class Bulk:
    """Notes the pairs of one import, a batch per transaction. It remembers what it noted itself, so that only what
    others have brought must be looked up. A transaction that fails ends it.
    """

    def __init__(self, reason: Reason, source: str, at: int) -> None:
        self._reason, self._source, self._at = reason, source, at
        self._noted: set[Pair] = set()
        self._total = 0

    def note(self, work: Work, pairs: Iterable[Pair]) -> int:
        """Add the pairs that say something new; returns how many."""
        asked = {pair_of(*pair) for pair in pairs if pair[0] != pair[1]} - self._noted
        if not asked:
            return 0
        work.lock(LOCK)
        total = repository.counts(work).get(LINKS, 0)
        known = repository.known(work, asked) if total != self._total else {}
        fresh = sorted(pair for pair in asked if pair not in known or self._at < known[pair].at)
        if fresh:
            repository.add_evidence(work, [Evidence(*pair, self._reason, self._source, self._at) for pair in fresh])
        if total == self._total:
            self._total += len(fresh)
        self._noted |= asked
        return len(fresh)


def is_unsettled(reading: Reading) -> bool:
    """Whether there is evidence about which nothing was decided yet."""
    counts = repository.counts(reading)
    return counts.get(SETTLED, 0) < counts.get(LINKS, 0)


def settle(store: Store, workspace: str) -> bool:
    """Decide what was noted; False when there was nothing to decide. Safe to repeat, to kill and to run twice."""
    did = False
    while True:
        with store.reading(workspace) as reading:
            counts = repository.counts(reading)
        start, end = counts.get(SETTLED, 0), counts.get(LINKS, 0)
        if start >= end:
            return did
        did = True
        if start == 0 or end - start > max(FEW, end // _SHARE) or not _some(store, workspace):
            from wend.people import whole  # loads Arrow and scipy, which live collection does without

            whole.resolve_all(store, workspace)


def _some(store: Store, workspace: str) -> bool:
    """Decide about the oldest of what was noted; False when too much hangs together."""
    with store.work(workspace) as work:
        work.lock(LOCK)
        counts = repository.counts(work)
        start, end = counts.get(SETTLED, 0), min(counts.get(LINKS, 0), counts.get(SETTLED, 0) + _AT_ONCE)
        ends = {each for pair in repository.pairs_between(work, start, end) for each in pair}
        around = Around(work, ruling.rules(work), {}, all_held=False)
        around.load(ends)
        inside = around.grow(ends | all_around(around, ends))
        if inside is None:
            return False
        around.links |= repository.links_of(work, ends & around.unread)
        write(work, around, inside, ends)
        repository.settle_up_to(work, end)
    return True
