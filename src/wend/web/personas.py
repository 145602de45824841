"""Endpoints of personas: a few typical customers, what the log says of them, and whom to invite."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import mkstemp
from typing import Annotated, Any

from fastapi import APIRouter
from fastapi.responses import FileResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.background import BackgroundTask

from wend.personas import facade as personas
from wend.personas.model import Asks, Invitation, Persona, Portrait, Proposed
from wend.web.bodies import StrictRoute
from wend.web.doorway import Here, Who

router = APIRouter(prefix="/api/personas", tags=["personas"], route_class=StrictRoute)
Key = Annotated[str, Field(max_length=120)]
Word = Annotated[str, Field(max_length=120)]
Document = dict[str, Any]  # Any: a condition; `conditions.document` reads it


class NewPersona(BaseModel):
    """A name, and the condition of the customers it stands for."""

    model_config = ConfigDict(extra="forbid")
    name: Annotated[str, Field(max_length=400)]
    condition: Document


class LineBody(BaseModel):
    """What somebody knows under one of the four questions, and where from."""

    model_config = ConfigDict(extra="forbid")
    asks: Asks
    text: Annotated[str, Field(max_length=1_000)]
    source: Annotated[str, Field(max_length=400)]


class ChangedPersona(NewPersona):
    """The same with its lines, for one that is there; `version` is the one that was seen."""

    lines: Annotated[list[LineBody], Field(max_length=100)]
    version: Annotated[int, Field(ge=1, le=1_000_000)]


class Invited(BaseModel):
    """What customers must have agreed to, and on which channel."""

    model_config = ConfigDict(extra="forbid")
    purpose: Word
    channel: Word


@dataclass(frozen=True, slots=True)
class Proposals:
    """Kinds of customers that could become personas; or why there are none (`few`, `unstable`, `small`)."""

    kinds: tuple[Proposed, ...]
    refused: str | None


@router.get("")
def every(here: Here) -> list[Persona]:
    """All personas, by name."""
    return list(personas.personas(here))


@router.post("", status_code=201)
def create(here: Here, who: Who, body: NewPersona) -> Persona:
    """A persona; at most six."""
    return personas.create(here, body.name, body.condition, who)


@router.get("/proposed")
def proposed(here: Here) -> Proposals:
    """Kinds of customers that come back whenever customers are drawn anew; people name them."""
    return Proposals(*personas.propose(here))


@router.get("/{persona}")
def one(here: Here, persona: Key) -> Persona:
    """A persona by its id or its name."""
    return personas.persona(here, persona)


@router.put("/{persona}")
def change(here: Here, who: Who, persona: Key, body: ChangedPersona) -> Persona:
    """The next version of a persona."""
    lines = [(line.asks, line.text, line.source) for line in body.lines]
    return personas.change(here, persona, body.name, body.condition, lines, body.version, who)


@router.delete("/{persona}", status_code=204)
def remove(here: Here, who: Who, persona: Key) -> None:
    """Take a persona away."""
    personas.remove(here, persona, who)


@router.get("/{persona}/portrait")
def portrait(here: Here, persona: Key) -> Portrait:
    """What the log says of its customers now, and what it does not say."""
    return personas.portrait(here, persona)


@router.post("/{persona}/invitation")
def invitation(here: Here, who: Who, persona: Key, body: Invited) -> Invitation:
    """The customers of this persona who agreed to be asked. Nothing is sent; that a list was taken is kept."""
    return personas.invitation(here, persona, body.purpose, body.channel, who)


@router.post("/{persona}/invitation/file", response_class=FileResponse)
def invitation_file(here: Here, who: Who, persona: Key, body: Invited) -> FileResponse:
    """The same as CSV, with names, addresses on the channel and languages: of those who agreed and nobody else.
    Headers say how many: `Wend-Customers`, `Wend-Agreed`, `Wend-Rows`, `Wend-Without-Consent`, `Wend-Without-Address`.
    """
    handle, path = mkstemp(suffix=".csv")
    os.close(handle)
    try:
        told = personas.invite(here, persona, body.purpose, body.channel, Path(path), who)
    except BaseException:
        Path(path).unlink()
        raise
    headers = {f"Wend-{name.replace('_', '-').title()}": str(count) for name, count in asdict(told).items()}
    gone = BackgroundTask(Path(path).unlink, missing_ok=True)
    return FileResponse(path, 200, headers, "text/csv; charset=utf-8", gone, filename="wend-invitation.csv")
