"""Endpoints of customers: search, and one person's page."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from wend.customers import facade as customers
from wend.customers.model import CustomerPage, CustomerProfile
from wend.web.doorway import Here, Limit, Offset

router = APIRouter(prefix="/api/customers", tags=["customers"])


@router.get("")
def search(
    here: Here, query: Annotated[str, Query(max_length=200)] = "", limit: Limit = 50, offset: Offset = 0
) -> CustomerPage:
    """Customers whose number, e-mail, phone or trait contains the words; without words, those seen last."""
    return customers.search(here, query, limit=limit, offset=offset)


@router.get("/{customer:path}")
def profile(
    here: Here,
    customer: str,
    stage_set: Annotated[str | None, Query(max_length=64)] = None,
    limit: Limit = 200,
) -> CustomerProfile:
    """One person as of this moment: identifiers and why they belong together, traits with who said them, stage history,
    and the newest events. Any identifier will do, with its kind or as people write it.
    """
    return customers.profile(here, customer, stage_set=stage_set, limit=limit)
