"""Endpoints of suggestions: people who are probably one, and what somebody decides about them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from wend.customers import facade as customers
from wend.customers.model_suggestions import Joined, Searched, SuggestionPage
from wend.web.bodies import ShortRoute
from wend.web.doorway import Here, Limit, Offset, Who

router = APIRouter(prefix="/api/people/suggestions", tags=["people"], route_class=ShortRoute)
Identifier = Annotated[str, Field(min_length=3, max_length=600)]


class Pair(BaseModel):
    """The two people of a suggestion."""

    model_config = ConfigDict(extra="forbid")
    a: Identifier
    b: Identifier


class Bulk(BaseModel):
    """From which weight on everything is accepted; ten bits are odds of a thousand to one."""

    model_config = ConfigDict(extra="forbid")
    weight: Annotated[float, Field(ge=3, le=200)]


@router.get("")
def waiting(
    here: Here, weight: Annotated[float, Query(ge=-100, le=200)] = 0.0, limit: Limit = 50, offset: Offset = 0
) -> SuggestionPage:
    """Open suggestions from a weight upwards, the strongest first."""
    return customers.suggestions(here, least=weight, limit=limit, offset=offset)


@router.post("", status_code=201)
def search(here: Here) -> Searched:
    """Look for people who are probably one. Needs the extra [identity]."""
    return customers.suggest(here)


@router.post("/accept")
def accept(here: Here, body: Pair, who: Who) -> Joined:
    """Join the two; the answer's decision can be undone."""
    return customers.accept_suggestion(here, body.a, body.b, who)


@router.post("/accept-all")
def accept_all(here: Here, body: Bulk, who: Who) -> Joined:
    """Join every open pair from this weight on."""
    return customers.accept_suggestions(here, body.weight, who)


@router.post("/dismiss", status_code=204)
def dismiss(here: Here, body: Pair) -> None:
    """Set a pair aside; it is not suggested again."""
    customers.dismiss_suggestion(here, body.a, body.b)
