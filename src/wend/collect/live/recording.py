"""Many requests, one transaction: marks, events, evidence, accounts, quarantine and counts are all there or not at all.

A kill before the commit leaves nothing of them, a kill after it everything, and the mark tells a sender's repeat from
news. There is no moment in which an event is marked and not in the inbox.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from wend.collect import agreements
from wend.collect.agreements import Told
from wend.collect.live import repository
from wend.collect.live.checking import conflicting
from wend.collect.live.model import Delivery, Held, Outcome, Problem, Taken
from wend.collect.live.repository import Counted, Marks
from wend.collect.plan import facade as plan
from wend.identity.reasons import Evidence
from wend.kit.clock import epoch_micros, epoch_seconds
from wend.log import live
from wend.log.failpoints import reached
from wend.people import erasing, facade as people
from wend.store.facade import Work
from wend.workspaces.facade import Workspace

SECOND = 1_000_000
REMEMBERED = 30 * 86_400 * SECOND
"""How long a repeat is told from news, per source; then the worker forgets its mark."""
_FAMILIAR_FOR_S = 60


@dataclass
class _Sorted:
    """The messages of one delivery, told apart."""

    fresh: list[Taken] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    repeated: int = 0
    suppressed: int = 0


class Recorder:
    """Writes deliveries of one workspace. What it remembers between transactions was read from the store."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._plan = plan.PlanAtHand()
        self._familiar = people.Familiar()
        self._familiar_since = 0

    def record(self, deliveries: Sequence[Delivery]) -> list[Outcome]:
        """Take the deliveries in; when this returns they are on disk. Raises what the store raises."""
        with self._workspace.store.work(self._workspace.name) as work:
            outcomes = self.within(work, deliveries)
            reached("before_commit")
        reached("after_commit")
        return outcomes

    def within(self, work: Work, deliveries: Sequence[Delivery], *, hold: bool = True) -> list[Outcome]:
        """The same in the caller's transaction. Without `hold`, what cannot be taken is only told, not kept."""
        fresh_marks: dict[str, Marks] = defaultdict(dict)
        seen = _seen(work, deliveries, hold=hold)
        told = [_tell_apart(each, seen[each.source], fresh_marks[each.source]) for each in deliveries]
        if not hold:
            _unmark([held for each in told for held in each.held], fresh_marks)
        self._suppress(work, told)
        at = epoch_micros(work.clock.now())
        for source, marks in fresh_marks.items():
            repository.add_marks(work, source, marks, at)
        self._keep([taken for each in told for taken in each.fresh], work)
        outcomes = [_outcome(each) for each in told]
        if hold:
            for source, held in _by_source(deliveries, told):
                repository.hold(work, source, held, at)
            for source, counted in _counts(deliveries, outcomes).items():
                repository.count(work, source, counted, at)
        return outcomes

    def _suppress(self, work: Work, told: Iterable[_Sorted]) -> None:
        """Leave out what is about erased people, used or not: nothing of it is kept, not even anonymously."""
        each_one = list(told)
        named = {name for each in each_one for taken in each.fresh for name in _names(taken)}
        gone = erasing.is_erased(work, named)
        everybody = erasing.forgotten(work) if any(each.held for each in each_one) else None
        if gone:
            self._familiar.forget()
        for each in each_one:
            before = len(each.fresh) + len(each.held)
            if gone:
                stays = [one for one in each.fresh if not erasing.is_about(gone, one.row["subject"], _names(one))]
                each.fresh = [_without(taken, gone) for taken in stays]
            if everybody is not None:
                each.held = [held for held in each.held if not everybody.is_named_in(held.row)]
            each.suppressed += before - len(each.fresh) - len(each.held)

    def _keep(self, taken: Sequence[Taken], work: Work) -> None:
        live.promise(work, [each.row for each in taken])
        said = (each for each in taken if each.row["event"] in agreements.SAID)
        evidence = _earliest(pair for each in taken for pair in each.evidence)
        if evidence:
            people.absorb(work, evidence, self._known_pairs())
        belongs: dict[str, list[Taken]] = defaultdict(list)
        for each in taken:
            if each.membership is not None:
                belongs[each.row["source"]].append(each)
        for source, members in belongs.items():
            repository.belong(work, source, [each.membership for each in members if each.membership is not None])
        agreements.record(work, map(_told, said))
        self._hold_against_plan(taken, work)

    def _hold_against_plan(self, taken: Sequence[Taken], work: Work) -> None:
        expected = self._plan.read(work)
        if not expected.events:
            return
        found: dict[plan.Finding, plan.Seen] = {}
        for each in taken:
            at = each.row["occurred_at"] // SECOND
            for finding in plan.findings(expected, each.row["event"], each.properties):
                seen = plan.Seen(1, at, at)
                found[finding] = found[finding] + seen if finding in found else seen
        plan.note(work, found)

    def _known_pairs(self) -> people.Familiar:
        """What was read lately. Another process may have erased evidence meanwhile, so not for long."""
        now = epoch_seconds(self._workspace.clock.now())
        if now - self._familiar_since > _FAMILIAR_FOR_S:
            self._familiar_since = now
            self._familiar.forget()
        return self._familiar


def _seen(work: Work, deliveries: Sequence[Delivery], *, hold: bool) -> dict[str, Marks]:
    """What the sources of these deliveries used before."""
    asked: dict[str, set[bytes]] = defaultdict(set)
    for each in deliveries:
        marks = [one.mark for one in each.taken] + [one.mark for one in each.held]
        asked[each.source].update(mark for mark in marks if mark)
    seen = {source: repository.known_marks(work, source, list(wanted)) for source, wanted in asked.items()}
    for each in deliveries if hold else ():  # a clash that was told before is a repeat
        clashes = [conflicting(one).mark for one in each.taken if _clashes(one, seen[each.source])]
        if clashes:
            seen[each.source].update(repository.known_marks(work, each.source, [mark for mark in clashes if mark]))
    return seen


def _tell_apart(delivery: Delivery, seen: Marks, fresh: Marks) -> _Sorted:
    """New, repeated or held; `seen` and `fresh` take in the marks of what is new."""
    told = _Sorted()
    for each in delivery.taken:
        before = seen.get(each.mark) if each.mark else None
        if before is None:
            told.fresh.append(each)
            _remember(each.mark, each.content, seen, fresh)
        elif before == each.content:
            told.repeated += 1
        else:
            _hold(conflicting(each), told, seen, fresh)
    for held in delivery.held:
        _hold(held, told, seen, fresh)
    return told


def _clashes(taken: Taken, seen: Marks) -> bool:
    return taken.mark is not None and seen.get(taken.mark, taken.content) != taken.content


def _hold(held: Held, told: _Sorted, seen: Marks, fresh: Marks) -> None:
    if held.mark and held.mark in seen:
        told.repeated += 1
        return
    told.held.append(held)
    _remember(held.mark, held.content, seen, fresh)


def _unmark(held: Sequence[Held], fresh_marks: dict[str, Marks]) -> None:
    for marks in fresh_marks.values():
        for each in held:
            marks.pop(each.mark or b"", None)


def _remember(mark: bytes | None, content: bytes, seen: Marks, fresh: Marks) -> None:
    if mark:
        seen[mark] = fresh[mark] = content


def _told(taken: Taken) -> Told:
    row = taken.row
    return Told(row["event"], row["subject"], taken.properties, row["occurred_at"], row["source"])


def _names(taken: Taken) -> set[str]:
    return {taken.row["subject"], *(end for pair in taken.evidence for end in pair.pair)}


def _without(taken: Taken, gone: set[str]) -> Taken:
    """The same without a device that was an erased person's: it is somebody else's by now."""
    if gone.isdisjoint(_names(taken)):
        return taken
    row, others = taken.row.copy(), json.loads(taken.row["identifiers"] or "[]")
    row["identifiers"] = json.dumps([each for each in others if each not in gone], ensure_ascii=False)
    return taken._replace(row=row, evidence=tuple(one for one in taken.evidence if gone.isdisjoint(one.pair)))


def _earliest(evidence: Iterable[Evidence]) -> list[Evidence]:
    """One piece of evidence per pair and reason, the earliest: a group of requests says the same again and again."""
    found: dict[tuple[str, str, str], Evidence] = {}
    for each in evidence:
        key = (each.a, each.b, each.reason)
        if key not in found or each.at < found[key].at:
            found[key] = each
    return list(found.values())


def _by_source(deliveries: Sequence[Delivery], told: Sequence[_Sorted]) -> Iterable[tuple[str, list[Held]]]:
    held: dict[str, list[Held]] = defaultdict(list)
    for delivery, each in zip(deliveries, told, strict=True):
        held[delivery.source] += each.held
    return held.items()


def _outcome(told: _Sorted) -> Outcome:
    problems = tuple(sorted(Problem(each.place, each.reason) for each in told.held))
    return Outcome(len(told.fresh), told.repeated, len(told.held), told.suppressed, problems)


def _counts(deliveries: Sequence[Delivery], outcomes: Sequence[Outcome]) -> dict[str, Counted]:
    counts: dict[str, Counted] = {}
    for delivery, outcome in zip(deliveries, outcomes, strict=True):
        before = counts.get(delivery.source, Counted())
        counts[delivery.source] = Counted(
            before.accepted + outcome.accepted,
            before.repeated + outcome.repeated,
            before.quarantined + outcome.quarantined,
            before.refused + delivery.refused,
        )
    return counts
