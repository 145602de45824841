"""Endpoint of questions: any registered question, with the customers behind its numbers."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from wend.questions import facade as questions
from wend.web.bodies import StrictRoute
from wend.web.doorway import Here, Selected

router = APIRouter(prefix="/api/questions", tags=["questions"], route_class=StrictRoute)


class Asked(BaseModel):
    """A question's parameters by name, as on the command line: {"steps": "a > b", "within": "7d"}. `per`: "customer",
    "session" or a property of events.
    """

    model_config = ConfigDict(extra="forbid")
    params: Annotated[dict[str, str], Field(max_length=20)] = {}
    over: Literal["events", "touchpoints"] = "events"
    per: Annotated[str, Field(max_length=200)] = "customer"


@router.post("/{question}")
def ask(here: Here, selected: Selected, question: str, asked: Asked) -> dict[str, Any]:
    """The answer, in the shape that `wend ask QUESTION --json` prints."""
    return questions.ask(here, question, asked.params, selection=selected, over=asked.over, per=asked.per).to_json()
