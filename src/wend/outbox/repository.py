"""All queries of the outbox. Instants are microseconds since 1970."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Row, delete, exists, or_, select, update

from wend.store.facade import LeaseLost, Reading, Work, tables

State = Literal["waiting", "sent", "parked"]
_T = tables.outbox
_O = _T.c


@dataclass(frozen=True, slots=True)
class Promised:
    """A message to be sent. `key` tells a repeat from a second message; `payload` is for the kind's sender.

    `attempts` counts this one too. The token proves a loan, until a later claim counts it up.
    """

    sequence: int
    kind: str
    key: str
    lane: str
    payload: str
    attempts: int
    token: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A message as it stands, for people; what it says is left out."""

    sequence: int
    kind: str
    lane: str
    state: State
    attempts: int
    promised_at: int
    due_at: int
    done_at: int | None
    trouble: str


def add(work: Work, kind: str, key: str, lane: str, payload: str, now: int, due_at: int) -> bool:
    """Keep a promise; False when one with this key is kept already."""
    held = (_O.workspace == work.workspace, _O.key == key)
    if work.row(select(_O.sequence).where(*held)) is not None:
        return False
    row = {"sequence": work.numbers("outbox"), "kind": kind, "key": key, "lane": lane, "payload": payload}
    state = {"state": "waiting", "due_at": due_at, "promised_at": now, "trouble": ""}
    return work.add_new(_T, [{**row, **state}]) == 1


def is_due(reading: Reading, kinds: Collection[str], now: int) -> bool:
    """Whether something of these kinds may be taken now."""
    return reading.row(select(_O.sequence).where(*_free(reading, kinds, now)).limit(1)) is not None


def next_free(work: Work, kinds: Collection[str], now: int) -> Row[Any] | None:
    """The row that may be taken first: due, on loan to nobody, and at the head of its lane. Others that another
    transaction looks at are passed over.
    """
    wanted = select(_T).where(*_free(work, kinds, now)).order_by(_O.due_at, _O.sequence).limit(1)
    return work.row(wanted.with_for_update(skip_locked=True, of=_T))


def lend(work: Work, row: Row[Any], holder: str, until: int) -> Promised:
    """Put the row on loan."""
    lent = {"token": row.token + 1, "attempts": row.attempts + 1, "holder": holder, "lease_until": until}
    work.execute(update(_T).where(*_numbered(work, row.sequence)).values(**lent))
    return Promised(row.sequence, row.kind, row.key, row.lane, row.payload, row.attempts + 1, row.token + 1)


def settle(work: Work, promised: Promised, state: State, at: int, trouble: str = "") -> None:
    """Write down what became of it: sent or parked at `at`, or waiting until `at`. Raises LeaseLost."""
    times = {"due_at": at, "done_at": None} if state == "waiting" else {"done_at": at}
    left = {"state": state, "holder": None, "lease_until": None, "trouble": trouble, **times}
    mine = (*_numbered(work, promised.sequence), _O.token == promised.token, _O.state == "waiting")
    if work.execute(update(_T).where(*mine).values(**left)).rowcount == 0:
        raise LeaseLost(task=promised.kind)


def again(work: Work, sequence: int, now: int) -> bool:
    """Try a parked message anew; whether it was parked."""
    fresh = {"state": "waiting", "due_at": now, "attempts": 0, "done_at": None}
    parked = (*_numbered(work, sequence), _O.state == "parked")
    return bool(work.execute(update(_T).where(*parked).values(**fresh)).rowcount)


def in_lanes(reading: Reading, lanes: Sequence[str], most: int) -> list[Standing]:
    """The messages of these lanes, the newest first."""
    query = select(_T).where(_O.workspace == reading.workspace, _O.lane.in_(sorted(lanes)))
    return [_standing(row) for row in reading.rows(query.order_by(_O.sequence.desc()).limit(most))]


def forget(work: Work, before: int, most: int) -> int:
    """Take away what was sent before this instant, with what it said; returns how many."""
    mine = (_O.workspace == work.workspace, _O.state == "sent", _O.done_at < before)
    old = select(_O.sequence).where(*mine).order_by(_O.sequence).limit(most)
    return int(work.execute(delete(_T).where(_O.workspace == work.workspace, _O.sequence.in_(old))).rowcount)


def _numbered(reading: Reading, sequence: int) -> tuple[ColumnElement[bool], ...]:
    return (_O.workspace == reading.workspace, _O.sequence == sequence)


def _free(reading: Reading, kinds: Collection[str], now: int) -> tuple[ColumnElement[bool], ...]:
    ahead = _T.alias("ahead")
    before = (ahead.c.workspace == reading.workspace, ahead.c.lane == _O.lane, ahead.c.state == "waiting")
    blocked = exists().where(*before, ahead.c.sequence < _O.sequence)
    nobody = or_(_O.holder.is_(None), _O.lease_until <= now)
    due = (_O.state == "waiting", _O.due_at <= now, _O.kind.in_(sorted(kinds)))
    return (_O.workspace == reading.workspace, *due, nobody, ~blocked)


_STATES: dict[str, State] = {"waiting": "waiting", "sent": "sent", "parked": "parked"}


def _standing(row: Row[Any]) -> Standing:
    done_at = None if row.done_at is None else int(row.done_at)
    times = (int(row.promised_at), int(row.due_at), done_at)
    return Standing(int(row.sequence), row.kind, row.lane, _STATES[row.state], int(row.attempts), *times, row.trouble)
