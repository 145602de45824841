"""All queries of live collection: marks, quarantine, counts per source, accounts."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select, update

from wend.collect.live.model import Held, Membership
from wend.people import facade as people
from wend.store.facade import HERE, Prepared, Reading, Work, tables

HOUR_S = 3_600
SOURCE_PREFIX = "source:"
"""Quarantined events of a source stand under this and the source's key, where rows of files name their import."""
_M = tables.marks.c
_Q = tables.quarantine.c
_C = tables.source_counts.c
_A, _B = tables.accounts.c, tables.account_members.c
_AT_ONCE = 512  # values of one IN: a power of two, below every driver's limit

_KNOWN = Prepared(
    select(_M.mark, _M.content).where(
        _M.workspace == HERE, _M.source == bindparam("source"), _M.mark.in_(bindparam("marks", expanding=True))
    )
)
_COUNT = Prepared(
    update(tables.source_counts)
    .where(_C.workspace == HERE, _C.source == bindparam("source_"), _C.hour == bindparam("hour_"))
    .values(
        accepted=_C.accepted + bindparam("more_accepted"),
        repeated=_C.repeated + bindparam("more_repeated"),
        quarantined=_C.quarantined + bindparam("more_quarantined"),
        refused=_C.refused + bindparam("more_refused"),
        last_at=bindparam("at"),
    )
)

Marks = dict[bytes, bytes]


class Counted(NamedTuple):
    """What a source sent in one transaction."""

    accepted: int = 0
    repeated: int = 0
    quarantined: int = 0
    refused: int = 0


class Waiting(NamedTuple):
    """A live message in quarantine."""

    source: str
    line: int
    kind: str
    row: str
    at: int


def known_marks(reading: Reading, source: str, marks: Sequence[bytes]) -> Marks:
    """Those of the marks that the source used before, with the content they stood for."""
    found: Marks = {}
    for start in range(0, len(marks), _AT_ONCE):
        rows = reading.found(_KNOWN, source=source, marks=_filled_up(marks[start : start + _AT_ONCE]))
        found.update((bytes(mark), bytes(content)) for mark, content in rows)
    return found


def _filled_up(marks: Sequence[bytes]) -> list[bytes]:
    """The marks, the last one again until there are a power of two: a few statements, which a server plans once each,
    instead of one for every number of marks.
    """
    places = 1 << max(0, len(marks) - 1).bit_length()
    return [*marks, *[marks[-1]] * (places - len(marks))]


def add_marks(work: Work, source: str, marks: Marks, at: int) -> None:
    """Remember what was seen."""
    work.add(
        tables.marks,
        [{"source": source, "mark": mark, "content": content, "at": at} for mark, content in marks.items()],
    )


def hold(work: Work, source: str, held: Sequence[Held], at: int) -> None:
    """Put messages into quarantine."""
    if not held:
        return
    first = work.numbers("quarantine", len(held))
    work.add(
        tables.quarantine,
        [
            {
                "import_id": f"{SOURCE_PREFIX}{source}",
                "file": each.kind,
                "line": number,
                "part": 0,
                "reason": each.reason,
                "details": json.dumps(dict(each.details)),
                "row": each.row,
                "state": "open",
                "at": at,
            }
            for number, each in enumerate(held, first)
        ],
    )


def waiting(reading: Reading, source: str | None, after: int, limit: int) -> list[Waiting]:
    """Open messages of one source or all, in the order they came."""
    query = select(_Q.import_id, _Q.line, _Q.file, _Q.row, _Q.at).where(
        _Q.workspace == reading.workspace, _Q.state == "open", _Q.line > after, _Q.import_id.startswith(SOURCE_PREFIX)
    )
    if source is not None:
        query = query.where(_Q.import_id == f"{SOURCE_PREFIX}{source}")
    return [
        Waiting(row.import_id.removeprefix(SOURCE_PREFIX), row.line, row.file, row.row, row.at)
        for row in reading.rows(query.order_by(_Q.line).limit(limit))
    ]


def settle(work: Work, source: str, lines: Iterable[int]) -> None:
    """Messages that were replayed leave the quarantine."""
    for line in lines:
        where = (_Q.workspace == work.workspace, _Q.import_id == f"{SOURCE_PREFIX}{source}", _Q.line == line)
        work.execute(update(tables.quarantine).where(*where).values(state="replayed"))


def say_again(work: Work, source: str, line: int, held: Held) -> None:
    """A replayed message is held again: say the newest reason."""
    where = (_Q.workspace == work.workspace, _Q.import_id == f"{SOURCE_PREFIX}{source}", _Q.line == line)
    values = {"reason": held.reason, "details": json.dumps(dict(held.details))}
    work.execute(update(tables.quarantine).where(*where).values(values))


def count(work: Work, source: str, counted: Counted, at: int) -> None:
    """Add to the source's counts of the hour."""
    hour = at // (HOUR_S * 1_000_000) * HOUR_S
    more = {f"more_{name}": value for name, value in counted._asdict().items()}
    if work.run(_COUNT, source_=source, hour_=hour, at=at, **more) == 0:
        work.add_new(tables.source_counts, [{"source": source, "hour": hour, "last_at": at, **Counted()._asdict()}])
        work.run(_COUNT, source_=source, hour_=hour, at=at, **more)


def belong(work: Work, source: str, memberships: Sequence[Membership]) -> None:
    """Make accounts known, keep the newest of each of their traits, and note who belongs to them. Whoever joins one, or
    belongs to one that changes, is touched.
    """
    named = sorted({each.account for each in memberships})
    query = select(_A.account, _A.traits, _A.first_at, _A.last_at).where(
        _A.workspace == work.workspace, _A.account.in_(named)
    )
    held: dict[str, dict[str, Any]] = {
        row.account: {"traits": json.loads(row.traits), "first_at": row.first_at, "last_at": row.last_at}
        for row in work.rows(query)
    }
    before = {name: _values(account["traits"]) for name, account in held.items()}
    for each in memberships:
        account = held.setdefault(each.account, {"traits": {}, "first_at": each.at, "last_at": each.at})
        _grow(account, each)
    rows = [
        {
            **held[name],
            "account": name,
            "source": source,
            "traits": json.dumps(held[name]["traits"], ensure_ascii=False),
        }
        for name in named
    ]
    work.put(tables.accounts, rows)
    pairs = {(each.account, each.identifier): each for each in memberships}
    people.touch(work, _joining(work, pairs), "account")
    changed = [name for name in before if before[name] != _values(held[name]["traits"])]
    for part in (changed[start : start + _AT_ONCE] for start in range(0, len(changed), _AT_ONCE)):
        members = select(_B.identifier).where(_B.workspace == work.workspace, _B.account.in_(part))
        people.touch(work, [row[0] for row in work.rows(members)], "account")
    work.add_new(
        tables.account_members,
        [{"account": a, "identifier": i, "source": source, "at": each.at} for (a, i), each in sorted(pairs.items())],
    )


def _joining(reading: Reading, pairs: Collection[tuple[str, str]]) -> set[str]:
    """Whoever belongs to an account from now on, and did not before."""
    accounts, identifiers = ({pair[side] for pair in pairs} for side in (0, 1))
    known = select(_B.account, _B.identifier).where(
        _B.workspace == reading.workspace, _B.account.in_(accounts), _B.identifier.in_(identifiers)
    )
    before = {(row[0], row[1]) for row in reading.rows(known)}
    return {identifier for account, identifier in pairs if (account, identifier) not in before}


def _values(traits: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
    return {name: said[0] for name, said in traits.items()}


def _grow(account: dict[str, Any], said: Membership) -> None:
    """Traits are kept as {name: [value, when it was said]}, so that what comes late does not undo what is newer."""
    traits: dict[str, list[Any]] = account["traits"]
    for name, value in said.traits.items():
        if name not in traits or traits[name][1] <= said.at:
            traits[name] = [value, said.at]
    account["first_at"] = min(account["first_at"], said.at)
    account["last_at"] = max(account["last_at"], said.at)
