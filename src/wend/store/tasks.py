"""Work that waits its turn: each task is done by one worker at a time, whichever process that worker lives in.

A claim lends a task for a while and counts up its token. Whoever holds an older token was silent too long (a paused
process does not know that it was paused): what it wants to write is refused, in the transaction that would write it.
Instants are microseconds since 1970, as everywhere in the store.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, case, delete, func, or_, select, update

from wend.store import dialects
from wend.store.errors import LeaseLost
from wend.store.store import Store
from wend.store.tables import tasks
from wend.store.work import Reading, Work

SECOND = 1_000_000
_T = tasks.c


@dataclass(frozen=True, slots=True)
class Task:
    """A task as it stands."""

    name: str
    kind: str
    due_at: int
    period_s: int
    ran_at: int | None
    trouble: str
    """Code of the error of the last run; empty when it went well."""
    details: str
    """JSON; means something to the task's kind only."""
    holder: str
    """Who is at it; empty when nobody is."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A task on loan. The token proves it, until a later claim counts it up."""

    workspace: str
    name: str
    kind: str
    period_s: int
    details: str
    holder: str
    token: int
    lease_until: int


def schedule(work: Work, name: str, kind: str, due_at: int, period_s: int = 0, details: str = "{}") -> None:
    """See to it that the task exists. One that is there keeps its turn and takes the new period and details.

    With a period it comes back after each run; without one it is done once and gone.
    """
    row = {"name": name, "kind": kind, "due_at": due_at, "period_s": period_s, "token": 0, "trouble": ""}
    if work.add_new(tasks, [{**row, "details": details}]) == 0:
        work.execute(update(tasks).where(*_named(work, name)).values(kind=kind, period_s=period_s, details=details))


def wake(work: Work, name: str, due_at: int) -> bool:
    """Ask for the task by `due_at` instead of later; one that runs now runs again. False when there is no such task."""
    work.execute(update(tasks).where(*_named(work, name), _T.due_at > due_at).values(due_at=due_at))
    return work.row(select(_T.name).where(*_named(work, name))) is not None


def cancel(work: Work, name: str) -> None:
    """Take the task away; whoever is at it finds its loan gone."""
    work.execute(delete(tasks).where(*_named(work, name)))


def every(reading: Reading, kinds: Collection[str] = ()) -> list[Task]:
    """All tasks (of these kinds), by name."""
    statement = select(tasks).where(_T.workspace == reading.workspace).order_by(_T.name)
    if kinds:
        statement = statement.where(_T.kind.in_(sorted(kinds)))
    return [
        Task(r.name, r.kind, r.due_at, r.period_s, r.ran_at, r.trouble, r.details, r.holder or "")
        for r in reading.rows(statement)
    ]


def next_due(reading: Reading, kinds: Collection[str]) -> int | None:
    """When the next task of these kinds may be taken; None when there is none."""
    later = func.min(case((_T.lease_until > _T.due_at, _T.lease_until), else_=_T.due_at))
    row = reading.row(select(later).where(_T.workspace == reading.workspace, _T.kind.in_(sorted(kinds))))
    return None if row is None or row[0] is None else int(row[0])


def claim(store: Store, workspace: str, kinds: Collection[str], holder: str, now: int, lease_s: int) -> Claimed | None:
    """Borrow the task of these kinds that has been due longest; None when nothing is due or others have it."""
    with store.reading(workspace) as reading:  # looking is cheap and blocks nobody
        if reading.row(select(_T.name).where(*_free(reading, kinds, now)).limit(1)) is None:
            return None
    with store.work(workspace, alone=False) as work:
        wanted = select(tasks).where(*_free(work, kinds, now)).order_by(_T.due_at, _T.name).limit(1)
        row = work.row(dialects.skipping_locked(wanted))
        if row is None:
            return None
        until = now + lease_s * SECOND
        borrowed = {"token": row.token + 1, "holder": holder, "lease_until": until, "due_at": until}
        work.execute(update(tasks).where(*_named(work, row.name)).values(**borrowed))
        return Claimed(workspace, row.name, row.kind, row.period_s, row.details, holder, row.token + 1, until)


def extend(work: Work, claimed: Claimed, now: int, lease_s: int) -> None:
    """Keep the task longer; raises LeaseLost. The same `Claimed` stays valid."""
    until = now + lease_s * SECOND
    kept = {"lease_until": until} if hold(work, claimed) else {"lease_until": until, "due_at": until}
    work.execute(update(tasks).where(*_named(work, claimed.name)).values(**kept))


def hold(work: Work, claimed: Claimed) -> int | None:
    """Make sure, until this transaction ends, that the task is still ours; returns for when somebody woke it meanwhile.

    Raises LeaseLost. What a task writes belongs into a transaction that began with this.
    """
    mine = (*_named(work, claimed.name), _T.token == claimed.token, _T.holder == claimed.holder)
    row = work.row(select(_T.due_at, _T.lease_until).where(*mine).with_for_update())
    if row is None:
        raise LeaseLost(task=claimed.name)
    return int(row.due_at) if row.due_at < row.lease_until else None


def finish(
    work: Work, claimed: Claimed, now: int, *, next_at: int | None = None, trouble: str = "", details: str | None = None
) -> None:
    """Give the task back, in the transaction of what it did; raises LeaseLost when it is no longer ours.

    It is next due at `next_at`, or after its period, or earlier when somebody woke it meanwhile. A task without a
    period and without `next_at` is done for good.
    """
    woken_for = hold(work, claimed)
    if next_at is None and claimed.period_s:
        next_at = now + claimed.period_s * SECOND
    dues = [at for at in (woken_for, next_at) if at is not None]
    if not dues:
        cancel(work, claimed.name)
        return
    left = {"due_at": min(dues), "holder": None, "lease_until": None, "ran_at": now, "trouble": trouble}
    if details is not None:
        left["details"] = details
    work.execute(update(tasks).where(*_named(work, claimed.name)).values(**left))


def _named(reading: Reading, name: str) -> tuple[ColumnElement[bool], ...]:
    return (_T.workspace == reading.workspace, _T.name == name)


def _free(reading: Reading, kinds: Iterable[str], now: int) -> tuple[ColumnElement[bool], ...]:
    nobody = or_(_T.holder.is_(None), _T.lease_until <= now)
    return (_T.workspace == reading.workspace, _T.kind.in_(sorted(kinds)), _T.due_at <= now, nobody)
