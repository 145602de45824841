"""Endpoints of conditions: what one says, what is wrong with it, of how many it holds, and what it is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal, TypeVar

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request

from wend.conditions import document, limits, sentence, text_read, text_write
from wend.conditions.called import Called
from wend.conditions.errors import NoDates
from wend.conditions.findings import Found, placed, placed_leaves
from wend.conditions.tree import Condition, happenings, leaves
from wend.customers import facade as customers
from wend.customers.model import CustomerPage
from wend.kit.clock import epoch_seconds
from wend.kit.errors import Mistake
from wend.kit.texts import Language, text
from wend.questions import facade as questions
from wend.questions.facade import Counted, SizeAt
from wend.segments import facade as segments
from wend.segments.facade import Held
from wend.web.bodies import StrictRoute
from wend.web.doorway import Here, Spoken
from wend.web.waiting import while_wanted
from wend.web.words import SeenValue, Words, values_of, words_of
from wend.workspaces.facade import Workspace

router = APIRouter(prefix="/api/conditions", tags=["conditions"], route_class=StrictRoute)
T = TypeVar("T")
STALE_DAYS, DAY, MINUTE = 30, 86_400, 60
LATEST = 253_402_300_799
"""The last second of the year 9999."""


class Given(BaseModel):
    """A condition: as a document, or written: in words, or as the text of a document. `now`: asked of this minute, as
    segments are; otherwise of the last event of the log, as questions are.
    """

    model_config = ConfigDict(extra="forbid")
    condition: dict[str, Any] | None = None
    text: Annotated[str, Field(max_length=document.MOST_BYTES)] = ""
    now: bool = False

    def at(self, here: Workspace) -> int | None:
        """The moment that is asked about: whole minutes, so that what is asked after one another is asked of one."""
        return epoch_seconds(here.clock.now()) // MINUTE * MINUTE if self.now else None

    def read(self) -> Any:
        """The document; raises what `text_read.of_any_form` does for a text that is none."""
        return self.condition if self.condition is not None else document.to_json(text_read.of_any_form(self.text))


class Asked(Given):
    """The same of one customer, by any of their identifiers, at a moment: now, when none is said."""

    customer: Annotated[str, Field(min_length=1, max_length=500)]
    moment: Annotated[int | None, Field(ge=0, le=LATEST)] = None


@dataclass(frozen=True, slots=True)
class Clause:
    """What one part says; `at` is its place, such as `condition.all[1]`."""

    at: str
    says: str


@dataclass(frozen=True, slots=True)
class Keyed:
    """What people call something, and the key under which conditions name it."""

    name: str
    key: str


@dataclass(frozen=True, slots=True)
class ConditionProblem:
    """What is wrong at a place; `name` is the word that is meant, where there is one."""

    at: str
    name: str
    code: str
    message: str
    cause: str
    next: str


@dataclass(frozen=True, slots=True)
class ConditionWarning:
    """What may be meant but is odd."""

    at: str
    name: str
    kind: Literal["stale", "never", "only_texts", "no_dates"]
    message: str


@dataclass(frozen=True, slots=True)
class Checked:
    """`condition` is the canonical document of one that can be read, `text` the same as people write it, `says` the
    whole of it in words, `keys` what is called otherwise there than in the document, `clauses` its parts; it may be run
    when there are no problems. `cost` may be at most `most`.
    """

    valid: bool
    condition: dict[str, Any] | None
    text: str
    says: str
    keys: tuple[Keyed, ...]
    clauses: tuple[Clause, ...]
    statements: int
    cost: int
    most: int
    problems: tuple[ConditionProblem, ...]
    warnings: tuple[ConditionWarning, ...]


@dataclass(frozen=True, slots=True)
class ConditionCount:
    """A count, and what is odd about it."""

    counted: Counted
    kind: Literal["everybody", "nobody", ""]
    warning: str


@router.post("/check")
def check(here: Here, spoken: Spoken, given: Given) -> Checked:
    """What a condition says, what it costs and all that is wrong with it, each with its place."""
    try:
        found = questions.findings(here, given.read())
    except Mistake as mistake:
        wrong = _problem(str(mistake.details.get("at", "")), mistake, spoken)
        return Checked(False, None, "", "", (), (), 0, 0, limits.MOST_COST, (wrong,), ())
    problems = tuple(_problem(each.at, each.mistake, spoken) for each in found.findings)
    if found.condition is None:
        return Checked(False, None, "", "", (), (), 0, 0, limits.MOST_COST, problems, ())
    called = segments.called(here)
    stale = () if problems else tuple(_stale(here, found.condition, called, spoken, given.at(here)))
    return _checked(found.condition, found.cost, spoken, called, problems, (*_odd(found, spoken), *stale))


@router.post("/count")
async def count(request: Request, here: Here, spoken: Spoken, given: Given) -> ConditionCount:
    """Of how many customers it holds. Ends early when the connection is let go."""
    counted = await _wanted(request, here, lambda: questions.count(here, given.read(), given.at(here)))
    kind: Literal["everybody", "nobody", ""] = ""
    if counted.of:
        kind = "nobody" if counted.customers == 0 else "everybody" if counted.customers == counted.of else ""
    return ConditionCount(counted, kind, text(spoken, f"conditions.warning.{kind}") if kind else "")


@router.post("/sample")
async def sample(request: Request, here: Here, given: Given) -> CustomerPage:
    """A few customers of whom it holds, from everywhere in the log."""

    def found() -> CustomerPage:
        ids = questions.sample(here, given.read(), given.at(here))
        return customers.page_of(here, ids, limit=len(ids) or 1)

    return await _wanted(request, here, found)


@router.post("/sizes")
async def sizes(request: Request, here: Here, given: Given) -> tuple[SizeAt, ...]:
    """Of how many it held week by week in the last twelve weeks."""
    return await _wanted(request, here, lambda: questions.sizes(here, given.read(), given.at(here)))


@router.post("/holds")
def holds(here: Here, given: Asked) -> Held:
    """Whether it holds of one customer, and until when it stays so if nothing happens."""
    return segments.holds(here, given.read(), given.customer, given.moment)


@router.get("/words")
def words(here: Here) -> Words:
    """Every name that a condition may use, with what is known of it."""
    return words_of(here)


@router.get("/values")
def values(here: Here, name: Annotated[str, Query(alias="property", max_length=200)]) -> tuple[SeenValue, ...]:
    """The values of a property of events, the most frequent first; none of one that has too many to choose from."""
    return values_of(here, name)


async def _wanted(request: Request, here: Workspace, work: Callable[[], T]) -> T:
    return await while_wanted(request, questions.budget(here), work)


def _checked(
    condition: Condition,
    cost: int,
    language: Language,
    called: Called,
    problems: tuple[ConditionProblem, ...],
    warnings: tuple[ConditionWarning, ...],
) -> Checked:
    clauses = tuple(Clause(at, sentence.explain(each, language, called)) for at, each in placed(condition))
    return Checked(
        valid=not problems,
        condition=document.to_json(condition),
        text=text_write.written(condition),
        says=sentence.explain(condition, language, called),
        keys=tuple(Keyed(*each) for each in sentence.keys_of(condition, language, called)),
        clauses=clauses,
        statements=len(leaves(condition)),
        cost=cost,
        most=limits.MOST_COST,
        problems=problems,
        warnings=warnings,
    )


def _problem(at: str, mistake: Mistake, language: Language) -> ConditionProblem:
    name = str(mistake.details.get("name", ""))
    said = (mistake.message(language), mistake.cause(language), mistake.next_step(language))
    return ConditionProblem(at, name, mistake.code, *said)


def _odd(found: Found, language: Language) -> Iterator[ConditionWarning]:
    """Values that are asked for what they do not look like, with some of them."""
    for each in found.odd:
        kind: Literal["only_texts", "no_dates"] = "no_dates" if isinstance(each.mistake, NoDates) else "only_texts"
        message = f"{each.mistake.message(language)} {each.mistake.cause(language)}"
        yield ConditionWarning(each.at, str(each.mistake.details["name"]), kind, message)


def _stale(
    here: Workspace, condition: Condition, called: Called, language: Language, at: int | None
) -> Iterator[ConditionWarning]:
    """What has stopped coming, or has never come: counted back from the moment that is asked about, the last event of
    the log where there is none.
    """
    at = here.log.journal().last_at if at is None else at
    for place, leaf in placed_leaves(condition):
        for what in happenings(leaf):
            for name in what.names:  # of "anything" there are none
                last = questions.last_happened(here, replace(what, names=(name,), where=()), at)
                days = None if last is None else (at - last) // DAY
                if days is None or days >= STALE_DAYS:
                    key = f"{'never' if days is None else 'stale'}_{what.kind}"
                    shown = sentence.name_of(what, name, language, called)
                    message = text(language, f"conditions.warning.{key}", name=shown, days=days)
                    yield ConditionWarning(place, name, "never" if days is None else "stale", message)
