"""Endpoints of alerts: which number is watched, who is told, what was found and what was sent."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from wend.boards import facade as boards
from wend.boards.model_alerts import Alert, AlertCheck, Bounds, Cell, Message, NewAlert, Watch
from wend.kit.texts import Language
from wend.web.boards import Id
from wend.web.bodies import StrictRoute
from wend.web.doorway import Here, Limit, Who

router = APIRouter(prefix="/api/alerts", tags=["alerts"], route_class=StrictRoute)
Number = Annotated[float, Field(ge=-1e15, le=1e15)]
Word = Annotated[str, Field(max_length=400)]
Sequence = Annotated[int, Field(ge=0, le=2**53)]


class CellBody(BaseModel):
    """One number of the answer: a column of the row whose columns hold what `row` says."""

    model_config = ConfigDict(extra="forbid")
    column: Annotated[str, Field(max_length=200, min_length=1)]
    row: Annotated[dict[str, Word], Field(max_length=10)] = {}


class BoundsBody(BaseModel):
    """`low` and `high`, either of them open; or `usual`, from the last checks."""

    model_config = ConfigDict(extra="forbid")
    low: Number | None = None
    high: Number | None = None
    usual: bool = False
    last: Annotated[int, Field(ge=8, le=500)] = 30
    margin_percent: Annotated[int, Field(ge=0, le=45)] = 10


class WatchBody(BaseModel):
    """What is watched, how often, and who is told, in which language."""

    model_config = ConfigDict(extra="forbid")
    cell: CellBody
    bounds: BoundsBody
    every_s: Annotated[int, Field(ge=1, le=10_000_000)] = 3_600
    emails: Annotated[list[Word], Field(max_length=50)] = []
    webhook: Annotated[str, Field(max_length=2_000)] = ""
    language: Language = "en"
    on: bool = True

    def watch(self) -> Watch:
        """As the room understands it."""
        cell, bounds = Cell(self.cell.column, self.cell.row), Bounds(**self.bounds.model_dump())
        return Watch(cell, bounds, self.every_s, tuple(self.emails), self.webhook, self.language, self.on)


class NewAlertBody(BaseModel):
    """A number to watch: of a saved question, or of a segment (`size`; `entered` and `left` in the last `days`)."""

    model_config = ConfigDict(extra="forbid")
    name: Annotated[str, Field(max_length=400)]
    question: Annotated[str, Field(max_length=200)] = ""
    segment: Annotated[str, Field(max_length=200)] = ""
    watch: WatchBody


class ChangedAlertBody(BaseModel):
    """The same for one that is there; `version` is the one that was seen."""

    model_config = ConfigDict(extra="forbid")
    name: Annotated[str, Field(max_length=400)]
    watch: WatchBody
    version: Annotated[int, Field(ge=1, le=1_000_000)]


class SentAgain(BaseModel):
    """Whether there was a message to send again."""

    again: bool


@router.get("")
def alerts(here: Here, segment: Annotated[str, Query(max_length=200)] = "") -> list[Alert]:
    """Every alert, by name; or those about one `segment`, by its key."""
    return [each for each in boards.alerts(here) if segment in ("", each.segment)]


@router.post("", status_code=201)
def create(here: Here, who: Who, body: NewAlertBody) -> NewAlert:
    """Watch a number. The secret that signs what a webhook gets is shown here and never again."""
    return boards.create_alert(here, body.name, body.question, body.watch.watch(), who, segment=body.segment)


@router.get("/{alert}")
def alert(here: Here, alert: Id) -> Alert:
    """An alert as it stands."""
    return boards.alert(here, alert)


@router.put("/{alert}")
def change(here: Here, who: Who, alert: Id, body: ChangedAlertBody) -> NewAlert:
    """Watch otherwise from now on, and learn anew what is usual."""
    return boards.change_alert(here, alert, body.name, body.watch.watch(), body.version, who)


@router.delete("/{alert}", status_code=204)
def remove(here: Here, who: Who, alert: Id) -> None:
    """Watch no longer."""
    boards.remove_alert(here, alert, who)


@router.post("/{alert}/secret")
def renew_secret(here: Here, who: Who, alert: Id) -> NewAlert:
    """Another secret for its webhook, shown here and never again; the old one signs nothing any more."""
    return boards.renew_secret(here, alert, who)


@router.post("/{alert}/check")
def check(here: Here, alert: Id) -> Alert:
    """Check it now, beside its turn."""
    return boards.check_alert(here, alert)


@router.get("/{alert}/checks")
def checks(here: Here, alert: Id, limit: Limit = 100) -> list[AlertCheck]:
    """Its last checks, the newest first."""
    return list(boards.checks(here, alert, limit))


@router.get("/{alert}/messages")
def messages(here: Here, alert: Id, limit: Limit = 100) -> list[Message]:
    """What it promised to say: waiting, sent, or given up with its reason."""
    return list(boards.messages(here, alert, limit))


@router.post("/{alert}/messages/{message}/again")
def again(here: Here, who: Who, alert: Id, message: Sequence) -> SentAgain:
    """Send a message again that was given up."""
    return SentAgain(again=boards.send_again(here, alert, message, who))
