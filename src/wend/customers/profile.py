"""One person's page: who they are and why, where they stand, and what they did."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from wend.customers import finding, repository
from wend.customers.finding import Place
from wend.customers.model import CustomerProfile, IdentityLink, StageSpan, State, TimelineEvent
from wend.domain.names import Name
from wend.domain.stage import StageSet
from wend.domain.touchpoint import Touchpoint
from wend.identity.reasons import Link, explain
from wend.kit.errors import Mistake
from wend.log.facade import Journal
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace

_DAY = 86_400


class UnknownCustomer(Mistake):
    """No customer goes by this identifier."""

    code = "customers.unknown"
    status = 404


def profile(workspace: Workspace, customer: str, stage_set: str | None, limit: int, offset: int) -> CustomerProfile:
    """The page of a customer, found by any of their identifiers. Raises UnknownCustomer."""
    journal = workspace.log.journal()
    canonical = workspace.log.canonical(customer)
    found = journal.find(canonical)
    if found is None:
        raise UnknownCustomer(customer=customer)
    place, identifiers = Place(*found), workspace.log.identifiers(canonical)
    with workspace.store.reading(workspace.name) as reading:
        links = repository.links_among(reading, identifiers)
    row, view = finding.row_of(journal, place), touchpoints.view(workspace, stage_set)
    lived = view.stages_lived(journal, place.bucket, place.row)
    bucket = journal.buckets[place.bucket]
    first, end = int(bucket.offsets[place.row]), int(bucket.offsets[place.row + 1])
    shown = range(max(first, end - offset - limit), max(first, end - offset))
    here = view.stage_set.stages[lived[-1]]
    return CustomerProfile(
        customer=canonical,
        label=row.label,
        state=_state(view.stage_set, journal.last_at - row.last_at),
        stage=here.key,
        stage_name=here.name,
        identifiers=identifiers,
        links=tuple(_link(link) for link in links),
        traits=row.traits,
        stages=_spans(view.stage_set, lived, bucket.occurred_at[first:end].tolist()),
        events=row.events,
        money=_money(workspace, identifiers),
        first_at=row.first_at,
        last_at=row.last_at,
        timeline=_timeline(workspace, journal, place, shown, view, lived[shown.start - first : shown.stop - first]),
        next_offset=offset + len(shown) if shown.start > first else None,
    )


def _spans(stage_set: StageSet, lived: Sequence[int], times: Sequence[int]) -> tuple[StageSpan, ...]:
    """The stages in the order they were lived, each with the moments of entering and leaving."""
    entered = [i for i in range(len(lived)) if i == 0 or lived[i] != lived[i - 1]]
    ends = [*(times[i] for i in entered[1:]), None]
    stages = [stage_set.stages[lived[i]] for i in entered]
    return tuple(
        StageSpan(stage.key, stage.name, times[i], end) for i, stage, end in zip(entered, stages, ends, strict=True)
    )


def _state(stage_set: StageSet, silence_s: int) -> State:
    """Whether the customer is silent, measured at the last event of the whole log."""
    if silence_s >= stage_set.left_after_days * _DAY:
        return "left"
    return "slowing" if silence_s >= stage_set.slowing_after_days * _DAY else "active"


def _link(link: Link) -> IdentityLink:
    return IdentityLink(link.a, link.b, Name(explain(link, "en"), explain(link, "vi")), link.source)


def _timeline(
    workspace: Workspace, journal: Journal, place: Place, shown: range, view: touchpoints.View, lived: Sequence[int]
) -> tuple[TimelineEvent, ...]:
    """The events of these journal rows, newest first, each with the stage it led to and what came with it."""
    if not shown:
        return ()
    bucket = journal.buckets[place.bucket]
    ids, times = bucket.event_id[shown.start : shown.stop], bucket.occurred_at[shown.start : shown.stop]
    found = workspace.log.events(ids.tolist(), int(times[0]), int(times[-1]) + 1)
    rows = {row["event_id"]: row for row in found.to_pylist()}
    first = int(bucket.offsets[place.row])
    covering = view.touchpoints_lived(journal, place.bucket, place.row)[shown.start - first : shown.stop - first]
    events = [
        _event(rows[int(event_id)], int(at), touchpoint, view.stage_set.stages[stage].key)
        for event_id, at, touchpoint, stage in zip(ids, times, covering, lived, strict=True)
    ]
    return tuple(reversed(events))


def _event(row: dict[str, Any], at: int, touchpoint: Touchpoint | None, stage: str) -> TimelineEvent:
    given = json.loads(row["properties"] or "{}")
    return TimelineEvent(
        event_id=str(row["event_id"]),
        event=row["event"],
        touchpoint=None if touchpoint is None else touchpoint.name,
        stage=stage,
        channel=row["channel"],
        at=at,
        rating=row["rating"],
        expectation=row["expectation"],
        about=row["about"],
        amount=row["amount"],
        currency=row["currency"],
        comment=str(given.pop("comment", "") or ""),
        came_under=row["subject"],
        properties=tuple((name, _plain(value)) for name, value in given.items() if value not in (None, "")),
    )


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _money(workspace: Workspace, identifiers: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """Sums of amounts by currency, largest first."""
    rows = workspace.log.events_of(identifiers).select(["currency", "amount"]).to_pylist()
    sums: dict[str, int] = {}
    for row in rows:
        if row["amount"]:
            sums[row["currency"] or ""] = sums.get(row["currency"] or "", 0) + row["amount"]
    return tuple(sorted(sums.items(), key=lambda item: (-item[1], item[0])))
