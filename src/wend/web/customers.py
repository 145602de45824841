"""Endpoints of customers: search, and one person's page."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from wend.customers import facade as customers
from wend.customers.model import CustomerPage, Sort, State
from wend.customers.model_list import ListFilter, Marked
from wend.domain.names import composed
from wend.segments import facade as segments
from wend.segments.model_person import PersonPage
from wend.web.doorway import Here, Limit, Offset, Second, pairs

router = APIRouter(prefix="/api/customers", tags=["customers"])
Many = Annotated[list[str], Query(max_length=50)]


def _wanted(
    stage: Many = [],  # noqa: B006  # FastAPI copies it
    state: Annotated[list[State], Query(max_length=3)] = [],  # noqa: B006
    channel: Many = [],  # noqa: B006
    trait: Annotated[list[str], Query(max_length=50, description="Only customers with `name=value`.")] = [],  # noqa: B006
    account: Annotated[str, Query(max_length=200)] = "",
    flag: Marked = "",
    seen_from: Second | None = None,
    seen_to: Second | None = None,
    has_conflict: bool = False,
) -> ListFilter:
    return ListFilter(
        stages=tuple(stage),
        states=tuple(state),
        channels=tuple(composed(name) for name in channel),
        traits=pairs(trait),
        account=account,
        flag=flag,
        seen_from=seen_from,
        seen_to=seen_to,
        has_conflict=has_conflict,
    )


@router.get("")
def search(
    here: Here,
    wanted: Annotated[ListFilter, Depends(_wanted)],
    query: Annotated[str, Query(max_length=200)] = "",
    sort: Sort = "last_seen",
    column: Many = [],  # noqa: B006  # FastAPI copies it
    segment: Many = [],  # noqa: B006
    limit: Limit = 50,
    offset: Offset = 0,
) -> CustomerPage:
    """Customers whose name, number, e-mail, phone or trait holds the words and who fit; without words, those seen last.

    `column` names computed traits to show; `segment` the segments of which somebody is in any at this moment.
    """
    among = segments.among(here, segment) if segment else None
    columns = tuple(column[:10])
    return customers.search(
        here, query, limit=limit, offset=offset, wanted=wanted, sort=sort, columns=columns, among=among
    )


@router.get("/{customer:path}")
def profile(
    here: Here,
    customer: str,
    stage_set: Annotated[str | None, Query(max_length=64)] = None,
    limit: Limit = 200,
) -> PersonPage:
    """One person as of this moment: identifiers and why they belong together, traits with who said them, stage history,
    segments, and the newest events. Any identifier will do, with its kind or as people write it.
    """
    return segments.profile(here, customer, stage_set=stage_set, limit=limit)
