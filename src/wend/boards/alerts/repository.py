"""All queries about alerts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Row, delete, select, update

from wend.boards.model_alerts import Alert, AlertCheck, AlertState, Watch
from wend.store.facade import Reading, Work, tables

_A, _C = tables.alerts.c, tables.alert_checks.c
_MICROS = 1_000_000
MOST_CHECKS = 1_000


@dataclass(frozen=True, slots=True)
class Document:
    """What is kept of an alert's settings: what everybody may see, the sealed secret of its webhook, and the key of the
    segment that it is about, where it is about one.
    """

    watch: Watch
    sealed: str = ""
    segment: str = ""


def every(reading: Reading) -> list[Alert]:
    """All alerts, by name."""
    query = select(tables.alerts).where(_A.workspace == reading.workspace)
    return sorted(map(_alert, reading.rows(query)), key=lambda each: each.name.casefold())


def one(reading: Reading, id: str) -> Alert | None:
    """An alert by its id."""
    row = _row(reading, id)
    return None if row is None else _alert(row)


def sealed(reading: Reading, id: str) -> str:
    """The sealed secret of its webhook; empty when it has none."""
    row = _row(reading, id)
    return "" if row is None else msgspec.json.decode(row.document, type=Document).sealed


def keep(work: Work, alert: Alert, sealed: str, at: int) -> None:
    """Keep an alert as it was set, at the beginning of its life: nothing is known of its number."""
    given = {"id": alert.id, "name": alert.name, "question": alert.question, "version": alert.version, "by": alert.by}
    document = msgspec.json.encode(Document(alert.watch, sealed, alert.segment)).decode()
    fresh = {"state": "unknown", "since": at, "episode": alert.episode, "value": None, "checked_at": None}
    work.put(tables.alerts, [{**given, **fresh, "document": document, "trouble": "", "at": at}])


def reseal(work: Work, alert: Alert, sealed: str) -> None:
    """Another sealed secret; what is known of its number stays."""
    document = msgspec.json.encode(Document(alert.watch, sealed, alert.segment)).decode()
    held = (_A.workspace == work.workspace, _A.id == alert.id)
    work.execute(update(tables.alerts).where(*held).values(document=document))


def remove(work: Work, id: str) -> None:
    """Take an alert and its checks away."""
    forget_checks(work, id)
    work.execute(delete(tables.alerts).where(_A.workspace == work.workspace, _A.id == id))


def forget_checks(work: Work, id: str) -> None:
    """Begin to learn anew."""
    work.execute(delete(tables.alert_checks).where(_C.workspace == work.workspace, _C.alert == id))


def checks(reading: Reading, id: str, most: int) -> list[AlertCheck]:
    """The newest checks first."""
    held = (_C.workspace == reading.workspace, _C.alert == id)
    query = select(tables.alert_checks).where(*held).order_by(_C.at.desc()).limit(most)
    return [AlertCheck(int(r.at) // _MICROS, r.value, r.low, r.high, _state(r.state)) for r in reading.rows(query)]


def usual_values(reading: Reading, id: str, most: int) -> list[float]:
    """The numbers of the last checks that were not outside: what is unusual does not become usual by lasting."""
    held = (_C.workspace == reading.workspace, _C.alert == id, _C.state != "outside")
    rows = reading.rows(select(_C.value).where(*held).order_by(_C.at.desc()).limit(most))
    return [float(row.value) for row in rows]


def note(work: Work, id: str, check: AlertCheck, at: int) -> None:
    """Keep a check, and let the oldest go."""
    row = {"alert": id, "at": at, "value": check.value, "low": check.low, "high": check.high, "state": check.state}
    work.put(tables.alert_checks, [row])
    held = (_C.workspace == work.workspace, _C.alert == id)
    old = work.row(select(_C.at).where(*held).order_by(_C.at.desc()).offset(MOST_CHECKS).limit(1))
    if old is not None:
        work.execute(delete(tables.alert_checks).where(*held, _C.at <= old.at))


def stand(work: Work, id: str, state: AlertState, since: int, episode: int, value: float, at: int) -> None:
    """Where the alert stands after a check; instants in microseconds."""
    left = {"state": state, "since": since, "episode": episode, "value": value, "checked_at": at, "trouble": ""}
    work.execute(update(tables.alerts).where(_A.workspace == work.workspace, _A.id == id).values(**left))


def failed(work: Work, id: str, trouble: str, at: int) -> None:
    """A check found no number; what is known of the alert stays."""
    held = (_A.workspace == work.workspace, _A.id == id)
    work.execute(update(tables.alerts).where(*held).values(trouble=trouble, checked_at=at))


def _row(reading: Reading, id: str) -> Row[Any] | None:
    return reading.row(select(tables.alerts).where(_A.workspace == reading.workspace, _A.id == id))


def _alert(row: Row[Any]) -> Alert:
    document = msgspec.json.decode(row.document, type=Document)
    checked_at = None if row.checked_at is None else int(row.checked_at) // _MICROS
    since, at = int(row.since) // _MICROS, int(row.at) // _MICROS
    told = (_state(row.state), since, int(row.episode), row.value, checked_at, row.trouble, row.by, at)
    return Alert(row.id, row.name, row.question, document.segment, document.watch, int(row.version), *told)


_STATES: dict[str, AlertState] = {
    "unknown": "unknown",
    "learning": "learning",
    "inside": "inside",
    "outside": "outside",
}


def _state(written: str) -> AlertState:
    return _STATES[written]
