"""One person's page: who they are and why, where they stand, and what they did."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import timedelta

import numpy as np

from wend.customers import finding, repository
from wend.customers.model import CustomerProfile, IdentityLink, StageSpan, State, TimelineEvent
from wend.domain.event import NO_RATING, NOT_COVERED
from wend.domain.names import Name
from wend.domain.stage import StageSet
from wend.identity.reasons import Link, explain
from wend.kit.errors import Mistake
from wend.log.facade import Journal
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace


class UnknownCustomer(Mistake):
    """No customer goes by this identifier."""

    code = "customers.unknown"
    status = 404


def profile(workspace: Workspace, customer: str, stage_set: str | None, limit: int, offset: int) -> CustomerProfile:
    """The page of a customer, found by any of their identifiers. Raises UnknownCustomer."""
    journal = workspace.log.journal()
    with workspace.store.reading(workspace.name) as reading:
        identifiers, links = repository.neighbourhood(reading, customer)
    found = next(
        ((p, i) for i in (customer, *sorted(identifiers)) if (p := finding.find(journal, i)) is not None), None
    )
    if found is None:
        raise UnknownCustomer(customer=customer)
    place, canonical = found
    row = finding.row_of(journal, place)
    view = touchpoints.view(workspace, stage_set)
    lived = view.stages_lived(journal, place.bucket, place.row)
    spans = _spans(view.stage_set, lived)
    bucket = journal.buckets[place.bucket]
    first, end = int(bucket.offsets[place.row]), int(bucket.offsets[place.row + 1])
    shown = range(max(first, end - offset - limit), end - offset)
    timeline = _timeline(workspace, journal, place, shown, view, [view.stage_set.stages[s].key for s in lived])
    here = view.stage_set.stages[lived[-1]]
    return CustomerProfile(
        customer=canonical,
        label=row.label,
        state=_state(view.stage_set, row.last_at, journal.last_at),
        stage=here.key,
        stage_name=here.name,
        identifiers=tuple(sorted(identifiers | {canonical})),
        links=tuple(_link(link) for link in links),
        traits=row.traits,
        stages=spans,
        events=row.events,
        money=_money(workspace, bucket, first, end),
        first_at=row.first_at,
        last_at=row.last_at,
        timeline=timeline,
        next_offset=offset + len(shown) if shown.start > first else None,
    )
