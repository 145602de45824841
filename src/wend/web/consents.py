"""Endpoints of consents, the wordings people are shown, purposes, and notes."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict, Field

from wend.customers import facade as customers
from wend.customers.model_consents import (
    ConsentState,
    NewConsent,
    PersonConsents,
    Purpose,
    Recorded,
    Wording,
    WordingText,
)
from wend.customers.model_notes import Note
from wend.kit.clock import epoch_seconds
from wend.web.bodies import ShortRoute
from wend.web.doorway import Here, Second, Who

router = APIRouter(prefix="/api", tags=["consents"], route_class=ShortRoute)
Key = Annotated[str, Field(max_length=64)]
Identifier = Annotated[str, Field(max_length=520)]


class Said(BaseModel):
    """One thing a person said. `channel` is `all` or empty for every channel; `at` is now when it is left out."""

    model_config = ConfigDict(extra="forbid")
    identifier: Identifier
    purpose: Key
    channel: Annotated[str, Field(max_length=16)] = ""
    state: ConsentState
    at: Second | None = None
    wording: Key = ""
    wording_version: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    method: Key = ""
    proof: Annotated[str, Field(max_length=2_000)] = ""


class SaidRows(BaseModel):
    """What people said; all of it is written down, or none."""

    model_config = ConfigDict(extra="forbid")
    rows: Annotated[list[Said], Field(min_length=1, max_length=1_000)]


class Purposes(BaseModel):
    """The workspace's own list."""

    model_config = ConfigDict(extra="forbid")
    purposes: Annotated[list[Purpose], Field(max_length=100)]


class NewWording(BaseModel):
    """The next version of a wording, in both languages."""

    model_config = ConfigDict(extra="forbid")
    key: Key
    purpose: Key
    en: WordingText
    vi: WordingText


class Ready(BaseModel):
    """The wording that ships for a purpose, to start from."""

    purpose: str
    en: WordingText
    vi: WordingText


class NewNote(BaseModel):
    """A note about whoever has this identifier."""

    model_config = ConfigDict(extra="forbid")
    identifier: Identifier
    text: Annotated[str, Field(max_length=20_000)]


class OldNote(BaseModel):
    """A note that is no longer wanted."""

    model_config = ConfigDict(extra="forbid")
    id: Key


@router.get("/consents/{customer:path}")
def consents(here: Here, customer: Annotated[str, Path(max_length=520)]) -> PersonConsents:
    """Where a person stands on every purpose and channel, and the whole ledger behind it, the newest word first."""
    return customers.consents(here, customer)


@router.post("/consents", status_code=201)
def say(here: Here, body: SaidRows, who: Who) -> Recorded:
    """Write down what people said. Rows are added, never changed; saying the same thing again adds nothing."""
    now = epoch_seconds(here.clock.now())
    rows = [
        NewConsent(
            each.identifier,
            each.purpose,
            "" if each.channel == "all" else each.channel,
            each.state,
            now if each.at is None else each.at,
            each.wording,
            each.wording_version,
            each.method,
            each.proof,
            source=who,
        )
        for each in body.rows
    ]
    return customers.say_consents(here, rows, who)


@router.get("/consent-purposes")
def purposes(here: Here) -> tuple[Purpose, ...]:
    """What data is used for here, and what a wording of each must say."""
    return customers.purposes(here)


@router.put("/consent-purposes")
def change_purposes(here: Here, wanted: Purposes, who: Who) -> tuple[Purpose, ...]:
    """Keep the workspace's own list."""
    return customers.change_purposes(here, wanted.purposes, who)


@router.get("/wordings")
def wordings(here: Here) -> tuple[Wording, ...]:
    """Every published version of every wording."""
    return customers.wordings(here)


@router.post("/wordings", status_code=201)
def publish(here: Here, body: NewWording, who: Who) -> Wording:
    """Publish the next version; refused while it leaves out what the law wants told."""
    return customers.publish_wording(here, body.key, body.purpose, body.en, body.vi, who)


@router.get("/ready-wordings")
def ready(here: Here, purpose: Annotated[str | None, Query(max_length=64)] = None) -> tuple[Ready, ...]:
    """The wordings that ship, to start from."""
    found = ((each.key, customers.ready_wording(each.key)) for each in customers.purposes(here))
    return tuple(
        Ready(purpose=key, en=texts[0], vi=texts[1]) for key, texts in found if texts and purpose in (None, key)
    )


@router.get("/notes/{customer:path}")
def notes(here: Here, customer: Annotated[str, Path(max_length=520)]) -> tuple[Note, ...]:
    """What colleagues wrote about a person, the newest first."""
    return customers.notes(here, customer)


@router.post("/notes", status_code=201)
def write(here: Here, body: NewNote, who: Who) -> Note:
    """Keep a note. Numbers of cards and identity papers are masked first, and the note says so."""
    return customers.write_note(here, body.identifier, body.text, who)


@router.post("/notes/remove")
def remove(here: Here, body: OldNote, who: Who) -> Note:
    """Take a note off the page; that it was there, and whose it was, stays."""
    return customers.remove_note(here, body.id, who)
