"""All queries of this room: evidence, decisions, and what follows from both."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import ColumnElement, Row, bindparam, delete, func, or_, select, tuple_, update

from wend.identity.judging import WHYS, Refusal, Why
from wend.identity.reasons import TRUSTED, Evidence, reason_named
from wend.identity.ties import KINDS, Decision, Pair, Tie, both
from wend.store.facade import HERE, Prepared, Reading, Work, tables

AT_ONCE = 400
LINKS, DECISIONS, CHANGES, SETTLED = "links", "decisions", "people", "people.settled"
"""Counters: evidence rows, decisions, changes of people, and evidence rows that are resolved."""

_L = tables.identity_links.c
_D = tables.identity_decisions.c
_I = tables.identifiers.c
_R = tables.identity_refusals.c
_C = tables.counters.c
_S = tables.settings.c
_COUNTS = Prepared(
    select(_C.name, _C.value).where(_C.workspace == HERE, _C.name.in_((LINKS, DECISIONS, CHANGES, SETTLED)))
)
_HELD = Prepared(
    select(_I.identifier, _I.person, _I.links, _I.changed).where(
        _I.workspace == HERE, _I.identifier.in_(bindparam("asked", expanding=True))
    )
)
_RULES = "identity.rules"
_OPEN = "open"
_OF_TWO = ("two_numbers", "too_many", "apart")
_OF_MANY = ("shared", "blocked")


class Held(NamedTuple):
    """What is stored of one identifier: whose it is, of how many pairs of evidence it is an end, and the number of the
    change that made it so.
    """

    person: str
    links: int
    changed: int


class Joint(NamedTuple):
    """A row of evidence with its number."""

    sequence: int
    evidence: Evidence


class Decided(NamedTuple):
    """A decision with who made it and why."""

    decision: Decision
    by: str
    note: str


class Waiting(NamedTuple):
    """A pair that did not join, the rule that said no, and the identifier that the rule was about."""

    a: str
    b: str
    why: Why
    about: str
    at: int

    @property
    def pair(self) -> Pair:
        """Both ends."""
        return self.a, self.b


T = TypeVar("T")


def _parts(of: Iterable[T], size: int) -> Iterator[list[T]]:
    """So many at a time: databases take only so many bound values."""
    rest = iter(of)
    while part := list(islice(rest, size)):
        yield part


def counts(reading: Reading) -> dict[str, int]:
    """The counters of this room; those that never counted are left out."""
    return {row.name: int(row.value) for row in reading.found(_COUNTS)}


def settle_up_to(work: Work, sequence: int) -> None:
    """Note that all evidence up to this number is resolved."""
    work.put(tables.counters, [{"name": SETTLED, "value": sequence}])


def known(reading: Reading, pairs: Iterable[Pair]) -> dict[Pair, Tie]:
    """The ties of those pairs that have evidence."""
    ends = tuple_(_L.a, _L.b)
    columns = select(_L.a, _L.b, _L.at, _L.reason).where(_L.workspace == reading.workspace)
    found: list[Row[Any]] = []
    for part in _parts(pairs, AT_ONCE // 2):
        first = _L.a.in_({a for a, _ in part})  # says the same again, and lets SQLite search instead of scan
        found += reading.rows(columns.where(first, ends.in_(part)))
    return _ties(found)


def ties_around(reading: Reading, identifiers: Iterable[str]) -> dict[Pair, Tie]:
    """All ties of these identifiers."""
    columns = select(_L.a, _L.b, _L.at, _L.reason).where(_L.workspace == reading.workspace)
    return _ties(_touching(reading, columns, _L.a, _L.b, identifiers))


def ties_to_kinds(reading: Reading, identifier: str, kinds: Sequence[str]) -> dict[Pair, Tie]:
    """The ties of one identifier to identifiers of some kinds: for those that have too many ties to read them all."""
    columns = select(_L.a, _L.b, _L.at, _L.reason).where(_L.workspace == reading.workspace)
    rows: list[Row[Any]] = []
    for mine, other in ((_L.a, _L.b), (_L.b, _L.a)):
        of_kinds = or_(*(other.between(f"{kind}:", f"{kind};") for kind in kinds))
        rows += reading.rows(columns.where(mine == identifier, of_kinds))
    return _ties(rows)


def links_of(reading: Reading, identifiers: Iterable[str]) -> dict[str, int]:
    """Of how many pairs of evidence each of these identifiers is an end, counted anew."""
    found = dict.fromkeys(identifiers, 0)
    for mine, other in ((_L.a, _L.b), (_L.b, _L.a)):
        query = select(mine, func.count(other.distinct())).where(_L.workspace == reading.workspace).group_by(mine)
        for part in _parts(found, AT_ONCE):
            for identifier, count in reading.rows(query.where(mine.in_(part))):
                found[identifier] += int(count)
    return found


def _touching(
    reading: Reading, query: Any, a: ColumnElement[str], b: ColumnElement[str], identifiers: Iterable[str]
) -> Iterator[Row[Any]]:
    """Rows of which one end is among the identifiers; those with both ends may come twice. Two statements, each on an
    index of its own: an OR over both columns reads the table.
    """
    for part in _parts(identifiers, AT_ONCE):
        yield from reading.rows(query.where(a.in_(part)))
        yield from reading.rows(query.where(b.in_(part)))


def _ties(rows: Iterable[Row[Any]]) -> dict[Pair, Tie]:
    ties: dict[Pair, Tie] = {}
    for row in rows:
        pair = row.a, row.b
        ties[pair] = both(ties.get(pair), Tie(row.a, row.b, row.at, row.reason in TRUSTED))
    return ties


def add_evidence(work: Work, fresh: Sequence[Evidence]) -> int:
    """Append rows of evidence, the smaller end first in each; returns the number of the first."""
    first = work.numbers(LINKS, len(fresh))
    work.add(
        tables.identity_links,
        (
            {"a": each.a, "b": each.b, "sequence": number, "reason": each.reason, "source": each.source, "at": each.at}
            for number, each in enumerate(fresh, first)
        ),
    )
    return first


def evidence_among(reading: Reading, identifiers: Iterable[str]) -> list[Joint]:
    """Every row of evidence that touches one of the identifiers, in order of arrival."""
    columns = select(_L.sequence, _L.a, _L.b, _L.reason, _L.source, _L.at).where(_L.workspace == reading.workspace)
    return _joints(_touching(reading, columns, _L.a, _L.b, identifiers))


def evidence_numbered(reading: Reading, sequence: int) -> Joint | None:
    """The row of evidence with this number."""
    columns = select(_L.sequence, _L.a, _L.b, _L.reason, _L.source, _L.at).where(_L.workspace == reading.workspace)
    return next(iter(_joints(reading.rows(columns.where(_L.sequence == sequence)))), None)


def every_tie(reading: Reading, part: int = 200_000) -> Iterator[list[tuple[str, str, int, str]]]:
    """(a, b, at, reason) of all evidence in the order of pairs, a part at a time."""
    columns = select(_L.a, _L.b, _L.sequence, _L.at, _L.reason).where(_L.workspace == reading.workspace)
    in_order = columns.order_by(_L.a, _L.b, _L.sequence).limit(part)
    found = reading.rows(in_order)
    while found:
        yield [(row[0], row[1], row[3], row[4]) for row in found]
        last = found[-1]
        found = reading.rows(in_order.where(tuple_(_L.a, _L.b, _L.sequence) > (last.a, last.b, last.sequence)))


def every_held(reading: Reading, part: int = 200_000) -> Iterator[list[tuple[str, str, int]]]:
    """(identifier, person, links) of all identifiers, a part at a time."""
    columns = select(_I.identifier, _I.person, _I.links).where(_I.workspace == reading.workspace)
    in_order = columns.order_by(_I.identifier).limit(part)
    found = reading.rows(in_order)
    while found:
        yield [(row[0], row[1], row[2]) for row in found]
        found = reading.rows(in_order.where(_I.identifier > found[-1].identifier))


def every_refusal(reading: Reading) -> dict[Pair, Refusal]:
    """All stored refusals."""
    query = select(_R.a, _R.b, _R.why, _R.about).where(_R.workspace == reading.workspace)
    return {(row.a, row.b): Refusal(row.why, row.about) for row in reading.rows(query)}


def pairs_between(reading: Reading, after: int, last: int) -> set[Pair]:
    """Pairs of the evidence with these numbers."""
    query = select(_L.a, _L.b).where(_L.workspace == reading.workspace, _L.sequence > after, _L.sequence <= last)
    return {(row.a, row.b) for row in reading.rows(query)}


def _joints(rows: Iterable[Row[Any]]) -> list[Joint]:
    found = {
        row.sequence: Joint(row.sequence, Evidence(row.a, row.b, reason_named(row.reason), row.source, row.at))
        for row in rows
    }
    return [found[number] for number in sorted(found)]


def decisions_around(reading: Reading, identifiers: Iterable[str]) -> dict[int, Decided]:
    """Every decision about one of these identifiers, by number."""
    query = select(tables.identity_decisions).where(_D.workspace == reading.workspace)
    return {row.sequence: _decided(row) for row in _touching(reading, query, _D.a, _D.b, identifiers)}


def decisions(reading: Reading) -> list[Decided]:
    """Every decision, in order."""
    query = select(tables.identity_decisions).where(_D.workspace == reading.workspace).order_by(_D.sequence)
    return [_decided(row) for row in reading.rows(query)]


def decision_numbered(reading: Reading, sequence: int) -> Decided | None:
    """The decision with this number."""
    query = select(tables.identity_decisions).where(_D.workspace == reading.workspace, _D.sequence == sequence)
    row = reading.row(query)
    return None if row is None else _decided(row)


def _decided(row: Row[Any]) -> Decided:
    kind = next(each for each in KINDS if each == row.kind)
    return Decided(Decision(row.sequence, kind, row.a, row.b, row.at, row.revokes), row.by, row.note)


def add_decision(work: Work, each: Decided) -> None:
    """Append a decision."""
    one = each.decision
    row = {"sequence": one.sequence, "kind": one.kind, "a": one.a, "b": one.b, "revokes": one.revokes, "at": one.at}
    work.add(tables.identity_decisions, [{**row, "by": each.by, "note": each.note}])


def held(reading: Reading, identifiers: Iterable[str]) -> dict[str, Held]:
    """What is stored of these identifiers; those without evidence are left out."""
    return {
        row[0]: Held(row[1], row[2], row[3])
        for part in _parts(identifiers, AT_ONCE)
        for row in reading.found(_HELD, asked=part)
    }


def identified(reading: Reading, kind: str) -> list[str]:
    """People who have an identifier of this kind, of those that anything is tied to."""
    query = select(_I.person).where(_I.workspace == reading.workspace, _I.identifier.like(f"{kind}:%")).distinct()
    return [row.person for row in reading.rows(query)]


def changed_since(reading: Reading, number: int, part: int = 100_000) -> Iterator[list[tuple[str, str]]]:
    """(identifier, person) of all that changes after this number touched, a part at a time."""
    columns = select(_I.changed, _I.identifier, _I.person).where(_I.workspace == reading.workspace)
    in_order = columns.order_by(_I.changed, _I.identifier).limit(part)
    found = reading.rows(in_order.where(_I.changed > number))
    while found:
        yield [(row.identifier, row.person) for row in found]
        place = found[-1].changed, found[-1].identifier
        found = reading.rows(in_order.where(tuple_(_I.changed, _I.identifier) > place))


def hold(work: Work, rows: Mapping[str, Held]) -> None:
    """Store whose these identifiers are."""
    work.put(
        tables.identifiers,
        (
            {"identifier": each, "person": its.person, "links": its.links, "changed": its.changed}
            for each, its in rows.items()
        ),
    )


def members(reading: Reading, people: Iterable[str]) -> dict[str, list[str]]:
    """All identifiers of these people, sorted; people who were never joined are left out."""
    query = select(_I.person, _I.identifier).where(_I.workspace == reading.workspace)
    found: dict[str, list[str]] = {}
    for part in _parts(people, AT_ONCE):
        for row in reading.rows(query.where(_I.person.in_(part)).order_by(_I.identifier)):
            found.setdefault(row[0], []).append(row[1])
    return found


def refusals_around(reading: Reading, identifiers: Iterable[str]) -> dict[Pair, Refusal]:
    """The stored refusals that touch one of these identifiers."""
    query = select(_R.a, _R.b, _R.why, _R.about).where(_R.workspace == reading.workspace)
    rows = _touching(reading, query, _R.a, _R.b, identifiers)
    return {(row.a, row.b): Refusal(row.why, row.about) for row in rows}


def refusals_of(reading: Reading, pairs: Iterable[Pair]) -> dict[Pair, Refusal]:
    """The stored refusals of these pairs."""
    ends = tuple_(_R.a, _R.b)
    query = select(_R.a, _R.b, _R.why, _R.about).where(_R.workspace == reading.workspace)
    rows = (
        row
        for part in _parts(pairs, AT_ONCE // 2)
        for row in reading.rows(query.where(_R.a.in_({a for a, _ in part}), ends.in_(part)))
    )
    return {(row.a, row.b): Refusal(row.why, row.about) for row in rows}


def change_refusals(work: Work, gone: Collection[Pair], now: Mapping[Pair, Refusal], at: int) -> None:
    """Take refusals away that no longer hold, and write down those that do."""
    ends = tuple_(_R.a, _R.b)
    for part in _parts(gone, AT_ONCE // 2):
        first = _R.a.in_({a for a, _ in part})
        work.execute(delete(tables.identity_refusals).where(_R.workspace == work.workspace, first, ends.in_(part)))
    work.put(
        tables.identity_refusals,
        ({"a": a, "b": b, "why": w.why, "about": w.about, "state": "open", "at": at} for (a, b), w in now.items()),
    )


def waiting(reading: Reading, limit: int, offset: int) -> tuple[int, list[Waiting]]:
    """How many pairs of two people wait for a decision, and some of them, the newest first."""
    here = (_R.workspace == reading.workspace, _R.state == _OPEN, _R.why.in_(_OF_TWO))
    count = reading.row(select(func.count()).select_from(tables.identity_refusals).where(*here))
    query = select(_R.a, _R.b, _R.why, _R.about, _R.at).where(*here).order_by(_R.at.desc(), _R.a, _R.b)
    return 0 if count is None else int(count[0]), [
        _waiting(row) for row in reading.rows(query.limit(limit).offset(offset))
    ]


def shared(reading: Reading, limit: int) -> list[tuple[str, Why, int]]:
    """Values that join nobody, with how many pairs each keeps from joining, most first."""
    here = (_R.workspace == reading.workspace, _R.state == _OPEN, _R.why.in_(_OF_MANY))
    links = func.count().label("links")
    query = select(_R.about, _R.why, links).where(*here).group_by(_R.about, _R.why).order_by(links.desc(), _R.about)
    return [(row.about, _why(row.why), int(row.links)) for row in reading.rows(query.limit(limit))]


def leave(work: Work, a: str, b: str) -> None:
    """Take a pair off the list until something changes about it."""
    pair = (_R.workspace == work.workspace, _R.a == min(a, b), _R.b == max(a, b))
    work.execute(update(tables.identity_refusals).where(*pair).values(state="settled"))


def _waiting(row: Row[Any]) -> Waiting:
    return Waiting(row.a, row.b, _why(row.why), row.about, row.at)


def _why(written: str) -> Why:
    return next(each for each in WHYS if each == written)


def rules(reading: Reading) -> str | None:
    """The workspace's own rules as JSON, if it has any."""
    row = reading.row(select(_S.value).where(_S.workspace == reading.workspace, _S.key == _RULES))
    return None if row is None else str(row[0])


def save_rules(work: Work, document: str) -> None:
    """Keep the workspace's own rules."""
    work.put(tables.settings, [{"key": _RULES, "value": document}])
