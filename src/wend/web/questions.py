"""Endpoints of questions: which there are, any of their answers, the customers behind its numbers, and files."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import mkstemp
from typing import Annotated, Any, Literal, cast

from fastapi import APIRouter, Header, Query, Request
from fastapi.responses import FileResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.background import BackgroundTask

from wend.customers import facade as customers
from wend.customers.model import CustomerPage
from wend.domain.names import Name
from wend.engines.budgets import Told
from wend.kit.texts import text
from wend.questions import facade as questions
from wend.web.bodies import StrictRoute
from wend.web.doorway import Here, Limit, Narrowed, Offset, Spoken
from wend.web.running import Running
from wend.web.waiting import while_wanted

router = APIRouter(prefix="/api/questions", tags=["questions"], route_class=StrictRoute)
Over = Literal["events", "touchpoints"]
Written = Annotated[str, Field(max_length=64_000)]
"""Long enough for a condition or a stage set as a document."""
FileForm = Literal["csv", "parquet", "xlsx", "svg", "png", "pdf"]
_MEDIA: dict[FileForm, str] = {
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
}
AskedName = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{16,64}$")]
"""Made by whoever asks, too long to be guessed."""


@dataclass(frozen=True, slots=True)
class ParameterLine:
    """One parameter of a question; `default` is written as a person would write it, "" = left out; `choices` are all it
    may be, or nothing.
    """

    name: str
    kind: str
    help: Name
    default: str
    required: bool
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question that can be asked; `fixed` when it cannot be asked over anything but `over`; `rows` names the table
    in its answer, `caution` says what that does not say. Parameters that name a file are left out.
    """

    question: str
    title: Name
    help: Name
    rows: str
    over: Over
    fixed: bool
    caution: Name | None
    parameters: tuple[ParameterLine, ...]


class Asked(BaseModel):
    """A question's parameters by name, as on the command line: {"steps": "a > b", "within": "7d"}. `per`:
    "customer" (also when left out), "session" or a property of events.
    """

    model_config = ConfigDict(extra="forbid")
    params: Annotated[dict[str, Written], Field(max_length=40)] = {}
    over: Over = "events"
    per: Annotated[str, Field(max_length=200)] = "customer"


class Pointed(Asked):
    """The same, and one number of the answer: {"step": "2", "state": "stopped"}."""

    where: Annotated[dict[str, Written], Field(max_length=10)] = {}


@router.get("")
def every() -> list[QuestionLine]:
    """The questions that can be asked, with their parameters."""
    return [_line(each) for each in questions.QUESTIONS]


@router.get("/asked/{asked}")
def how_far(request: Request, here: Here, asked: AskedName) -> Told | None:
    """How far a question is that was asked with the header `x-wend-asked: {asked}`: in which of its walks through the
    log, and what share of that one is behind it. Neither falls; walk 0 has not begun to walk. Nothing where no such
    question is at work: whoever looks while it ends has made no mistake.
    """
    budget = _running(request).find(here.name, asked)
    return None if budget is None else budget.progress.told()


@router.delete("/asked/{asked}", status_code=204)
def stop(request: Request, here: Here, asked: AskedName) -> None:
    """Take the question back: whoever waits for its answer is told that it was stopped."""
    _running(request).of(here.name, asked).stop()


@router.post("/{question}")
async def ask(
    request: Request,
    here: Here,
    selected: Narrowed,
    question: str,
    asked: Asked,
    x_wend_asked: Annotated[AskedName | None, Header(description="A name to ask after it by.")] = None,
) -> dict[str, Any]:
    """The answer, in the shape that `wend ask QUESTION --json` prints. It ends when nobody waits for it any more."""
    budget = questions.budget(here)

    def work() -> dict[str, Any]:
        return questions.ask(here, question, asked.params, selection=selected, over=asked.over, per=asked.per).to_json()

    with _running(request).known(here.name, x_wend_asked or "", budget):
        return await while_wanted(request, budget, work)


@router.post("/{question}/customers")
async def behind(
    request: Request,
    here: Here,
    selected: Narrowed,
    question: str,
    asked: Pointed,
    limit: Limit = 50,
    offset: Offset = 0,
) -> CustomerPage:
    """The customers behind one number of the answer; docs/questions.md says how each question's numbers are named."""

    def work() -> CustomerPage:
        found = questions.members(
            here, question, asked.params, asked.where, selection=selected, over=asked.over, per=asked.per
        )
        return customers.page_of(here, found, limit=limit, offset=offset)

    return await while_wanted(request, questions.budget(here), work)


@router.post("/{question}/file", response_class=FileResponse)
async def file(
    request: Request,
    here: Here,
    selected: Narrowed,
    spoken: Spoken,
    question: str,
    asked: Asked,
    form: Annotated[FileForm, Query(alias="format")] = "xlsx",
) -> FileResponse:
    """All rows of the answer's table as a file, as `wend ask QUESTION --out` writes it; or its drawing."""

    def work() -> Path:
        answer = questions.ask(here, question, asked.params, selection=selected, over=asked.over, per=asked.per)
        handle, made = mkstemp(suffix=f".{form}")
        os.close(handle)
        try:
            questions.write(replace(answer, language=spoken), Path(made))
        except BaseException:
            Path(made).unlink()
            raise
        return Path(made)

    path = await while_wanted(request, questions.budget(here), work)
    gone = BackgroundTask(path.unlink, missing_ok=True)
    return FileResponse(path, media_type=_MEDIA[form], background=gone, filename=f"wend-{question}.{form}")


def _running(request: Request) -> Running:
    return cast(Running, request.app.state.running)


def _line(question: questions.Question) -> QuestionLine:
    parameters = tuple(
        ParameterLine(each.name, each.kind, _both(each.help_key), each.default, _needed(each), each.choices)
        for each in question.parameters
        if each.kind != "file"
    )
    caution = _both(question.caution_key) if question.caution else None
    title, help_ = _both(question.title_key), _both(question.help_key)
    return QuestionLine(question.key, title, help_, question.rows, question.over, question.fixed, caution, parameters)


def _needed(parameter: questions.Parameter) -> bool:
    """Over HTTP no file stands in for a parameter."""
    return parameter.required or bool(parameter.unless)


def _both(key: str) -> Name:
    return Name(text("en", key), text("vi", key))
