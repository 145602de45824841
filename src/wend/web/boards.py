"""Endpoints of saved questions and dashboards, and what a read-only link opens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Header
from pydantic import BaseModel, ConfigDict, Field

from wend.boards import facade as boards
from wend.boards.model import Asked, Dashboard, Look, NewShare, Saved, Share, SharedBoard, SharedPersona, Tile, TileKind
from wend.kit.texts import Language
from wend.web.bodies import StrictRoute
from wend.web.choices import choices
from wend.web.doorway import Here, Second, Who, pairs
from wend.web.questions import Over, QuestionLine, Written, every

router = APIRouter(prefix="/api", tags=["boards"], route_class=StrictRoute)
Id = Annotated[str, Field(max_length=120)]
Place = Annotated[int, Field(ge=0, le=1_000)]
Token = Annotated[str, Header(alias="x-wend-share", max_length=200)]
SHARED = "/api/shared"
"""What a link opens; the only addresses of the pages' API that answer without a session."""


class AskedBody(BaseModel):
    """What is asked: the same words as in a question's own request, with the period and who is looked at.
    `last_days` is a period that moves: the whole days before today.
    """

    model_config = ConfigDict(extra="forbid")
    question: Annotated[str, Field(max_length=64)]
    params: Annotated[dict[str, Written], Field(max_length=40)] = {}
    over: Over | None = None
    per: Annotated[str, Field(max_length=200)] = "customer"
    from_at: Second | None = None
    to_at: Second | None = None
    last_days: Annotated[int, Field(ge=0, le=3_660)] = 0
    channel: Annotated[list[Annotated[str, Field(max_length=200)]], Field(max_length=50)] = []
    trait: Annotated[list[Annotated[str, Field(max_length=400)]], Field(max_length=50)] = []
    segment: Annotated[list[Annotated[str, Field(max_length=200)]], Field(max_length=20)] = []
    look: Look = ""
    hide: Annotated[list[Annotated[str, Field(max_length=400)]], Field(max_length=200)] = []

    def asked(self) -> Asked:
        """As the room understands it. Raises BadTrait."""
        given = (self.from_at, self.to_at, self.last_days, tuple(self.channel), pairs(self.trait))
        shown = (tuple(self.segment), self.look, tuple(self.hide))
        return Asked(self.question, self.params, self.over or "", self.per, *given, *shown)


class NewSaved(BaseModel):
    """A question to keep, and what it is called."""

    model_config = ConfigDict(extra="forbid")
    name: Annotated[str, Field(max_length=400)]
    asked: AskedBody


class ChangedSaved(NewSaved):
    """The same for one that is there; `version` is the one that was seen."""

    version: Annotated[int, Field(ge=1, le=1_000_000)]


class TileBody(BaseModel):
    """A tile of a dashboard twelve cells wide."""

    model_config = ConfigDict(extra="forbid")
    id: Annotated[str, Field(max_length=40, min_length=1)]
    kind: TileKind
    x: Place
    y: Place
    width: Place
    height: Place
    question: Id = ""
    text: Annotated[str, Field(max_length=4_000)] = ""

    def tile(self) -> Tile:
        """As the room understands it."""
        return Tile(self.id, self.kind, self.x, self.y, self.width, self.height, self.question, self.text)


class NewDashboard(BaseModel):
    """A dashboard and its tiles."""

    model_config = ConfigDict(extra="forbid")
    name: Annotated[str, Field(max_length=400)]
    tiles: Annotated[list[TileBody], Field(max_length=100)] = []


class ChangedDashboard(NewDashboard):
    """The same for one that is there; `version` is the one that was seen."""

    version: Annotated[int, Field(ge=1, le=1_000_000)]


class NewLink(BaseModel):
    """How long a link lasts."""

    model_config = ConfigDict(extra="forbid")
    days: Annotated[int, Field(ge=1, le=366)] = boards.USUAL_DAYS


@dataclass(frozen=True, slots=True)
class SharedPage:
    """A shared dashboard with what its page needs to draw it."""

    board: SharedBoard
    lines: tuple[QuestionLine, ...]
    language: Language


@dataclass(frozen=True, slots=True)
class SharedPersonaPage:
    """A shared persona, and the currency of its amounts."""

    persona: SharedPersona
    currency: str


@router.get("/saved-questions")
def all_saved(here: Here) -> list[Saved]:
    """Every saved question, by name."""
    return list(boards.saved_questions(here))


@router.post("/saved-questions", status_code=201)
def save(here: Here, who: Who, body: NewSaved) -> Saved:
    """Keep a question under a name."""
    return boards.save(here, body.name, body.asked.asked(), who)


@router.get("/saved-questions/{saved}")
def one_saved(here: Here, saved: Id) -> Saved:
    """A saved question by its id or its name."""
    return boards.saved(here, saved)


@router.put("/saved-questions/{saved}")
def change_saved(here: Here, who: Who, saved: Id, body: ChangedSaved) -> Saved:
    """Keep its next version; 409 when somebody else did so meanwhile."""
    return boards.change_saved(here, saved, body.name, body.asked.asked(), body.version, who)


@router.delete("/saved-questions/{saved}", status_code=204)
def remove_saved(here: Here, who: Who, saved: Id) -> None:
    """Take it away with its versions; 409 while a dashboard or an alert shows it."""
    boards.remove_saved(here, saved, who)


@router.get("/saved-questions/{saved}/versions")
def versions(here: Here, saved: Id) -> list[Saved]:
    """Everything it ever was, the newest first."""
    return list(boards.versions(here, saved))


@router.get("/saved-questions/{saved}/answer")
def answer(here: Here, saved: Id) -> dict[str, Any]:
    """Its answer now, in the shape that `wend ask --saved NAME --json` prints."""
    return boards.answer(here, boards.saved(here, saved).asked).to_json()


@router.get("/dashboards")
def all_dashboards(here: Here) -> list[Dashboard]:
    """Every dashboard, by name."""
    return list(boards.dashboards(here))


@router.post("/dashboards", status_code=201)
def create(here: Here, who: Who, body: NewDashboard) -> Dashboard:
    """A new dashboard."""
    return boards.create(here, body.name, [each.tile() for each in body.tiles], who)


@router.get("/dashboards/{dashboard}")
def one_dashboard(here: Here, dashboard: Id) -> Dashboard:
    """A dashboard by its id or its name."""
    return boards.dashboard(here, dashboard)


@router.put("/dashboards/{dashboard}")
def change_dashboard(here: Here, who: Who, dashboard: Id, body: ChangedDashboard) -> Dashboard:
    """Its name and tiles from now on; 409 when somebody else changed it meanwhile."""
    return boards.change_dashboard(here, dashboard, body.name, [each.tile() for each in body.tiles], body.version, who)


@router.delete("/dashboards/{dashboard}", status_code=204)
def remove_dashboard(here: Here, who: Who, dashboard: Id) -> None:
    """Take it away; links to it end, its questions stay."""
    boards.remove_dashboard(here, dashboard, who)


@router.get("/dashboards/{dashboard}/shares")
def shares(here: Here, dashboard: Id) -> list[Share]:
    """The links to it, the newest first; their tokens are not kept."""
    return list(boards.shares(here, dashboard))


@router.post("/dashboards/{dashboard}/shares", status_code=201)
def share(here: Here, who: Who, dashboard: Id, body: NewLink) -> NewShare:
    """A new read-only link: `/shared#TOKEN`. The token is shown here and never again."""
    return boards.share(here, dashboard, body.days, who)


@router.post("/shares/{share}/revoke")
def revoke(here: Here, who: Who, share: Id) -> Share:
    """End a link at once."""
    return boards.revoke(here, share, who)


@router.get("/shared")
def shared(here: Here, x_wend_share: Token = "") -> SharedPage:
    """What a link opens: the token is in the header `X-Wend-Share`, where no log of addresses finds it."""
    board = boards.shared_board(here, x_wend_share)
    needed = {each.asked.question for each in board.questions}
    lines = tuple(line for line in every() if line.question in needed)
    return SharedPage(board, lines, "vi" if here.settings.language == "vi" else "en")


@router.get("/shared/tiles/{tile}")
def shared_answer(here: Here, tile: Id, x_wend_share: Token = "") -> dict[str, Any]:
    """The answer of one tile, without whatever names a customer."""
    return boards.shared_answer(here, x_wend_share, tile)


@router.get("/personas/{persona}/shares")
def persona_shares(here: Here, persona: Id) -> list[Share]:
    """The links to a persona, the newest first; their tokens are not kept."""
    return list(boards.persona_shares(here, persona))


@router.post("/personas/{persona}/shares", status_code=201)
def share_persona(here: Here, who: Who, persona: Id, body: NewLink) -> NewShare:
    """A new read-only link: `/shared/persona#TOKEN`. The token is shown here and never again."""
    return boards.share_persona(here, persona, body.days, who)


@router.get("/shared/persona")
def shared_persona(here: Here, x_wend_share: Token = "") -> SharedPersonaPage:
    """What a link to a persona opens: no single customer, nobody's remarks."""
    return SharedPersonaPage(boards.shared_persona(here, x_wend_share), choices(here).currency)
