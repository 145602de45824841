"""What people decide about who is who: join, keep apart, take a decision back. Each can be undone exactly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from wend.domain.event import Identifier
from wend.identity.ties import Decision, Kind, Pair, pair_of, standing
from wend.kit.clock import epoch_micros
from wend.kit.errors import Mistake
from wend.people import erasing, repository, ruling
from wend.people.absorbing import LOCK, Changes, all_around, write
from wend.people.around import Around
from wend.people.repository import CHANGES, DECISIONS, LINKS, SETTLED, Decided
from wend.store.facade import Work


class BadPair(Mistake):
    """A decision needs two different identifiers, each written `kind:value`."""

    code: ClassVar[str] = "people.bad_pair"
    status = 422


class ErasedPerson(Mistake):
    """One of the identifiers is of somebody who asked to be forgotten."""

    code = "people.erased"
    status = 410


class UnknownJoin(Mistake):
    """There is no join of this name that could be undone."""

    code: ClassVar[str] = "people.unknown_join"
    status = 404


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo did: the decision that did it (a `revoke` of it brings the join back), the pair, and who moved."""

    decision: int
    a: str
    b: str
    changes: Changes


def join(work: Work, one: str, other: str, by: str, note: str = "") -> tuple[int, Changes]:
    """Two identifiers are one person, whatever the rules say. Returns the decision's number and what changed."""
    pair = _pair(one, other)
    if erasing.is_erased(work, pair):
        raise ErasedPerson
    return _decide(work, "join", pair, by, note)


def apart(work: Work, one: str, other: str, by: str, note: str = "") -> tuple[int, Changes]:
    """Two identifiers are not one person, whatever evidence there is or will be."""
    return _decide(work, "apart", _pair(one, other), by, note)


def revoke(work: Work, number: int, by: str, note: str = "") -> tuple[int, Changes]:
    """An earlier decision no longer holds. Raises UnknownJoin when there is none, or when it was taken back."""
    work.lock(LOCK)
    made = repository.decision_numbered(work, number)
    if made is None or made.decision.kind == "revoke" or _is_revoked(work, made.decision):
        raise UnknownJoin(join=f"d{number}")
    return _decide(work, "revoke", (made.decision.a, made.decision.b), by, note, revokes=number)


def undo(work: Work, joint: str, by: str, note: str = "") -> Undone:
    """Undo a join: `d12` is a decision's number, `12` the number of a piece of evidence, `a=b` a pair of identifiers.

    A decision is taken back; evidence is answered by the decision that its pair is not one person, so that the same
    evidence does not join it again. Raises UnknownJoin.
    """
    if joint[:1] == "d" and joint[1:].isdecimal():
        number, changes = revoke(work, int(joint[1:]), by, note)
        made = repository.decision_numbered(work, number)
        ends = (made.decision.a, made.decision.b) if made else ("", "")
        return Undone(number, *ends, changes)
    if joint.isdecimal():
        found = repository.evidence_numbered(work, int(joint))
        if found is None:
            raise UnknownJoin(join=joint)
        pair = found.evidence.pair
    else:
        one, _, other = joint.partition("=")
        pair = _pair(one, other)
        held = standing(each.decision for each in repository.decisions_around(work, pair).values())
        if not repository.known(work, [pair]) and pair not in held.joins:
            raise UnknownJoin(join=joint)
    number, changes = _decide(work, "apart", pair, by, note)
    return Undone(number, *pair, changes)


def _pair(one: str, other: str) -> Pair:
    try:
        first, second = str(Identifier.parse(one)), str(Identifier.parse(other))
    except ValueError as refused:
        raise BadPair(a=one, b=other) from refused
    if first == second or one.endswith(":") or other.endswith(":"):
        raise BadPair(a=one, b=other)
    return pair_of(first, second)


def _is_revoked(work: Work, made: Decision) -> bool:
    about = repository.decisions_around(work, (made.a, made.b)).values()
    gone: set[int] = set()
    for each in sorted((each.decision for each in about), key=lambda decision: -decision.sequence):
        if each.kind == "revoke" and each.sequence not in gone and each.revokes is not None:
            gone.add(each.revokes)
    return made.sequence in gone


def _decide(work: Work, kind: Kind, pair: Pair, by: str, note: str, revokes: int | None = None) -> tuple[int, Changes]:
    work.lock(LOCK)
    number = work.numbers(DECISIONS)
    at = epoch_micros(work.clock.now())
    repository.add_decision(work, Decided(Decision(number, kind, *pair, at, revokes), by, note))
    return number, redecide(work, set(pair))


def redecide(work: Work, ends: set[str]) -> Changes:
    """Decide anew who is who around these identifiers, about which something was decided."""
    counts = repository.counts(work)
    all_held = counts.get(SETTLED, 0) == counts.get(LINKS, 0)
    around = Around(work, ruling.rules(work), {}, all_held)
    around.load(ends)
    inside = around.grow(ends | all_around(around, ends, slack=1))
    if inside is None:
        repository.settle_up_to(work, 0)  # everything is settled anew
        work.numbers(CHANGES)
        return Changes(deferred=True)
    return write(work, around, inside, ends)
