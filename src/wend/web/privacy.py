"""Endpoints of a person's rights: take their data away with them, or have it erased."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Response
from pydantic import BaseModel, ConfigDict, Field

from wend.customers import facade as customers
from wend.customers.model_privacy import Erased, ErasureNote, ErasurePlan
from wend.web.bodies import ShortRoute
from wend.web.doorway import Here, Who

router = APIRouter(prefix="/api", tags=["privacy"], route_class=ShortRoute)
Identifier = Annotated[str, Field(max_length=520)]
Why = Annotated[str, Field(max_length=2_000)]


class Asked(BaseModel):
    """Who is meant, and why; both go to the audit log, the person under a keyed hash."""

    model_config = ConfigDict(extra="forbid")
    customer: Identifier
    reason: Why


class Confirmed(Asked):
    """An erasure, with the word its plan asked for."""

    confirm: Identifier


class Lifted(BaseModel):
    """How many identifiers are welcome again."""

    lifted: int


@router.post("/person-files", response_class=Response)
def person_file(here: Here, body: Asked, who: Who) -> Response:
    """Everything about a person in one HTML file, readable in both languages, with the same as JSON inside."""
    file = customers.person_file(here, body.customer, who, body.reason)
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(file.name)}"}
    return Response(file.content, media_type=file.media_type, headers=headers)


@router.get("/erasure-plans/{customer:path}")
def plan(here: Here, customer: Annotated[str, Path(max_length=520)]) -> ErasurePlan:
    """What an erasure would take away, and the word that confirms it."""
    return customers.erasure_plan(here, customer)


@router.post("/erasures")
def erase(here: Here, body: Confirmed, who: Who) -> Erased:
    """Erase a person everywhere, for good; answers when no byte is left. A 503 means that the person is marked already
    and the rest is done by the worker.
    """
    return customers.erase(here, body.customer, who, body.reason, body.confirm)


@router.get("/erasures")
def erasures(here: Here) -> tuple[ErasureNote, ...]:
    """Past erasures, the newest first: reports from before one may count people who are gone."""
    return customers.erasures(here)


@router.post("/erasures/lift")
def lift(here: Here, body: Asked, who: Who) -> Lifted:
    """Let an erased person come back who wants to. What was erased stays erased."""
    return Lifted(lifted=customers.lift_erasure(here, body.customer, who, body.reason))
