"""Endpoints of identity: what waits for a decision, decisions and their undo, and the rules."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from wend.customers import facade as customers
from wend.customers.model_people import ConflictPage, DecisionMade, IdentityRules, SharedValue
from wend.web.bodies import StrictRoute
from wend.web.doorway import Here, Limit, Offset, Who

router = APIRouter(prefix="/api/people", tags=["people"], route_class=StrictRoute)
Identifier = Annotated[str, Field(min_length=1, max_length=600)]
Note = Annotated[str, Field(max_length=2_000)]


class Decision(BaseModel):
    """What somebody decided about two identifiers: one person, or two."""

    model_config = ConfigDict(extra="forbid")
    kind: Literal["join", "apart"]
    a: Identifier
    b: Identifier
    note: Note = ""


class Undo(BaseModel):
    """A join by the name it carries on the profile: `12` for evidence, `d3` for a decision, or a pair `a=b`."""

    model_config = ConfigDict(extra="forbid")
    join: Annotated[str, Field(min_length=1, max_length=1_300)]
    note: Note = ""


class Pair(BaseModel):
    """The pair of a conflict."""

    model_config = ConfigDict(extra="forbid")
    a: Identifier
    b: Identifier


class KindBody(BaseModel):
    """What one kind of identifier is worth."""

    model_config = ConfigDict(extra="forbid")
    kind: Literal["customer", "email", "phone", "device"]
    role: Literal["unique", "strong", "weak"]
    most: Annotated[int, Field(ge=1, le=10_000)] = 50
    sharers: Annotated[int, Field(ge=0, le=10_000)] = 0


class RulesBody(BaseModel):
    """Rules by which evidence joins people; kinds in the order of their priority."""

    model_config = ConfigDict(extra="forbid")
    kinds: Annotated[list[KindBody], Field(min_length=4, max_length=4)]
    blocked: Annotated[list[Annotated[str, Field(max_length=600)]], Field(max_length=2_000)] = []
    most_identifiers: Annotated[int, Field(ge=2, le=10_000)] = 50
    most_links: Annotated[int, Field(ge=10, le=10_000)] = 200


@router.get("/conflicts")
def conflicts(here: Here, limit: Limit = 50, offset: Offset = 0) -> ConflictPage:
    """Two people for whom there is evidence that a rule did not follow, side by side, the newest first."""
    return customers.identity.conflicts(here, limit=limit, offset=offset)


@router.post("/conflicts/leave", status_code=204)
def leave(here: Here, body: Pair, who: Who) -> None:
    """Take a conflict off the list without deciding anything."""
    customers.identity.leave(here, body.a, body.b, who)


@router.get("/shared")
def shared(here: Here, limit: Annotated[int, Query(ge=1, le=500)] = 50) -> list[SharedValue]:
    """Values that join nobody because too many people have them, or because the rules block them."""
    return list(customers.identity.shared_values(here, limit))


@router.post("/decisions", status_code=201)
def decide(here: Here, body: Decision, who: Who) -> DecisionMade:
    """Join two identifiers, or keep them apart; the answer says who moved and how to undo it."""
    do = customers.identity.join if body.kind == "join" else customers.identity.apart
    return do(here, body.a, body.b, who, body.note)


@router.post("/undo")
def undo(here: Here, body: Undo, who: Who) -> DecisionMade:
    """Undo a join: both people have their own timelines, traits and stages again. The same evidence does not rejoin
    them.
    """
    return customers.identity.undo(here, body.join, who, body.note)


@router.get("/rules")
def rules(here: Here) -> IdentityRules:
    """By which rules evidence joins people."""
    return customers.identity.rules(here)


@router.put("/rules")
def change_rules(here: Here, body: RulesBody, who: Who) -> IdentityRules:
    """Let other rules hold; everybody is decided anew."""
    return customers.identity.change_rules(here, body.model_dump(), who)
