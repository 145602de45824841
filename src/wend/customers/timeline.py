"""Everything one person did, newest first, with what it belongs to: touchpoint, stage, visit, order."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from wend.customers.errors import BadCursor
from wend.customers.model_timeline import TimelineEvent, TimelineFilter
from wend.customers.who import Person
from wend.domain.touchpoint import Touchpoint
from wend.log.facade import LogRow

_SECOND = 1_000_000
_PAUSE = 30 * 60 * _SECOND
"""A silence of this length begins a new visit."""
_ORDERS = ("order_id", "orderId", "order", "order_number", "ma_don", "ma_don_hang", "so_don", "bill", "invoice")
Cursor = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Lived:
    """What the registry says of each of a person's events: its touchpoint, and the stage it led to."""

    touchpoints: Sequence[Touchpoint | None]
    stages: Sequence[str]


def page(
    person: Person, lived: Lived, wanted: TimelineFilter, before: str | None, limit: int
) -> tuple[tuple[TimelineEvent, ...], int, str | None]:
    """Events that fit, newest first and older than the cursor; how many fit in all; where the next page begins.

    Raises BadCursor.
    """
    fitting = [place for place in range(len(person.events)) if _fits(person.events[place], lived, place, wanted)]
    edge = None if before is None else _read(before)
    older = fitting if edge is None else [place for place in fitting if _order(person.events[place]) < edge]
    shown = older[-limit:][::-1] if limit else []
    visits = _visits(person.events)
    events = tuple(_event(person, lived, place, visits[place]) for place in shown)
    following = _written(person.events[shown[-1]]) if shown and len(older) > len(shown) else None
    return events, len(fitting), following


def of_ids(person: Person, lived: Lived, event_ids: Collection[str]) -> tuple[TimelineEvent, ...]:
    """The person's events that have these ids."""
    visits = _visits(person.events)
    places = [place for place, row in enumerate(person.events) if str(row.event_id) in event_ids]
    return tuple(_event(person, lived, place, visits[place]) for place in places)


def _fits(row: LogRow, lived: Lived, place: int, wanted: TimelineFilter) -> bool:
    if wanted.channels and row.channel not in wanted.channels:
        return False
    if wanted.with_rating and row.rating is None and row.expectation is None:
        return False
    if wanted.with_money and not row.amount:
        return False
    if not wanted.touchpoints:
        return True
    touchpoint = lived.touchpoints[place]
    return touchpoint is not None and touchpoint.key in wanted.touchpoints


def _visits(rows: Sequence[LogRow]) -> list[int]:
    """The number of the visit of every event."""
    numbers, visit = [], 0
    for place, row in enumerate(rows):
        visit += place == 0 or row.occurred_at - rows[place - 1].occurred_at >= _PAUSE
        numbers.append(visit)
    return numbers


def _event(person: Person, lived: Lived, place: int, visit: int) -> TimelineEvent:
    row, touchpoint = person.events[place], lived.touchpoints[place]
    given = json.loads(row.properties or "{}")
    return TimelineEvent(
        event_id=str(row.event_id),
        event=row.event,
        touchpoint=None if touchpoint is None else touchpoint.name,
        touchpoint_key="" if touchpoint is None else touchpoint.key,
        stage=lived.stages[place],
        channel=row.channel,
        at=row.occurred_at // _SECOND,
        received_at=row.received_at // _SECOND,
        rating=row.rating,
        expectation=row.expectation,
        about=row.about,
        amount=row.amount,
        currency=row.currency,
        comment=str(given.pop("comment", "") or ""),
        came_under=row.subject,
        source=row.source,
        session=visit,
        order=next((_plain(given[name]) for name in _ORDERS if given.get(name)), ""),
        recent=row.event_id in person.recent,
        properties=tuple((name, _plain(value)) for name, value in given.items() if value not in (None, "")),
    )


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _order(row: LogRow) -> Cursor:
    return row.occurred_at, row.received_at, row.event_id


def _written(row: LogRow) -> str:
    return ".".join(str(part) for part in _order(row))


def _read(cursor: str) -> Cursor:
    parts = cursor.split(".")
    try:
        at, received, event_id = (int(part) for part in parts)
    except ValueError as unreadable:
        raise BadCursor(cursor=cursor[:60]) from unreadable
    return at, received, event_id
