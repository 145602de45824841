"""Endpoints of what people put on the map: obstacles with the number that shows them, and notes."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from wend.maps import facade as maps
from wend.maps.model_remarks import AskedNumber, Element, ElementKind, Remark, RemarkKind, ShownNumber
from wend.questions import facade as questions
from wend.web.bodies import StrictRoute
from wend.web.doorway import Here, Second, Who, pairs
from wend.web.waiting import while_wanted

router = APIRouter(prefix="/api/map/remarks", tags=["maps"], route_class=StrictRoute)
Id = Annotated[str, Field(max_length=64)]
Word = Annotated[str, Field(max_length=200)]
Written = Annotated[str, Field(max_length=64_000)]


class NumberAsked(BaseModel):
    """A number of an answer: the question as it is asked over HTTP, its selection, and the words of `where`."""

    model_config = ConfigDict(extra="forbid")
    question: Word
    params: Annotated[dict[str, Written], Field(max_length=40)] = {}
    over: Literal["events", "touchpoints"] = "touchpoints"
    per: Word = "customer"
    where: Annotated[dict[str, Written], Field(max_length=10)]
    from_at: Second | None = None
    to_at: Second | None = None
    channel: Annotated[list[Word], Field(max_length=50)] = []
    trait: Annotated[list[Annotated[str, Field(max_length=400)]], Field(max_length=50)] = []
    segment: Annotated[list[Word], Field(max_length=20)] = []

    def number(self) -> AskedNumber:
        """The same, frozen. Raises BadTrait."""
        asked = (self.question, self.params, self.over, self.per, self.where)
        whom = (self.from_at, self.to_at, tuple(self.channel), pairs(self.trait), tuple(self.segment))
        return AskedNumber(*asked, *whom)


class ElementBody(BaseModel):
    """Where on the map: a stage, a touchpoint, a step, a feeling or an obstacle that was found, by its key."""

    model_config = ConfigDict(extra="forbid")
    kind: ElementKind
    key: Word
    stage: Word = ""


class RemarkWords(BaseModel):
    """What it is called and what it says; an obstacle needs the first, a note the second."""

    model_config = ConfigDict(extra="forbid")
    title: Annotated[str, Field(max_length=400)] = ""
    text: Annotated[str, Field(max_length=4_000)] = ""


class NewRemark(RemarkWords):
    """An obstacle or a note, where it stands, and the number that shows it."""

    kind: RemarkKind
    about: ElementBody
    stage_set: Annotated[str, Field(max_length=64)] = ""
    asked: NumberAsked | None = None


class ChangedRemark(RemarkWords):
    """Other words; `version` is the one that was seen."""

    version: Annotated[int, Field(ge=1, le=1_000_000)]


@router.get("")
def every(here: Here) -> list[Remark]:
    """All obstacles and notes that people put on the map, of every stage set, the latest first."""
    return list(maps.remarks_of(here))


@router.post("", status_code=201)
async def add(request: Request, here: Here, who: Who, body: NewRemark) -> Remark:
    """Put an obstacle or a note on the map. Its number is asked for again, and kept as it is now."""
    about = Element(body.about.kind, body.about.key, body.about.stage)
    asked = body.asked.number() if body.asked else None

    def work() -> Remark:
        words = {"title": body.title, "text": body.text}
        return maps.add_remark(here, body.kind, about, who, stage_set=body.stage_set or None, asked=asked, **words)

    return await while_wanted(request, questions.budget(here), work)


@router.put("/{remark}")
def change(here: Here, who: Who, remark: Id, body: ChangedRemark) -> Remark:
    """Other words for one; where it stands and its number stay."""
    return maps.change_remark(here, remark, body.title, body.text, body.version, who)


@router.delete("/{remark}", status_code=204)
def remove(here: Here, who: Who, remark: Id) -> None:
    """Take one away."""
    maps.remove_remark(here, remark, who)


@router.get("/{remark}/now")
async def now(request: Request, here: Here, remark: Id) -> ShownNumber | None:
    """The number of one as it is now, asked for as it was then; nothing for one without a number."""
    return await while_wanted(request, questions.budget(here), lambda: maps.remark_now(here, remark))
