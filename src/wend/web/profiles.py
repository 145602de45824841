"""Endpoints around one person and about people: look-up, timeline, accounts, marks, traits computed and chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict, Field, with_config

from wend.customers import facade as customers
from wend.customers.model import Account, AccountPage, FlagKind, FlagRules, Flags
from wend.customers.model_computed import ComputedColumn, ComputedTrait
from wend.customers.model_profile import TraitRules
from wend.customers.model_timeline import TimelineFilter
from wend.domain import names as words
from wend.segments import facade as segments
from wend.segments.model_person import Beside, PersonLookup, PersonTimeline
from wend.web.bodies import ShortRoute
from wend.web.doorway import Here, Limit, Offset, Who

router = APIRouter(prefix="/api", tags=["profiles"], route_class=ShortRoute)
Name = Annotated[str, Path(max_length=60)]
Chosen = Annotated[list[str], Query(max_length=50)]
_WORDS: tuple[type, ...] = (words.Name, ComputedTrait, FlagRules, TraitRules)
for _word in _WORDS:  # a field that nobody knows is a mistake in the request, not something to drop in silence
    with_config(ConfigDict(extra="forbid"))(_word)
StageSetKey = Annotated[str | None, Query(max_length=64)]


class NewFlag(BaseModel):
    """What somebody is, who is not a real customer."""

    model_config = ConfigDict(extra="forbid")
    flag: FlagKind
    note: Annotated[str, Field(max_length=500)] = ""


@router.get("/profiles/{identifier:path}")
def look_up(here: Here, identifier: str) -> PersonLookup:
    """What a server needs to speak to one person: identifiers, traits, computed traits, stage, segments, accounts and
    consents.

    Any identifier will do, with its kind (`email:…`) or as people write it. Needs a secret key with `profiles:read`.
    """
    return segments.look_up(here, identifier)


@router.get("/timelines/{customer:path}")
def timeline(
    here: Here,
    customer: str,
    channel: Chosen = [],  # noqa: B006  # FastAPI copies it
    touchpoint: Chosen = [],  # noqa: B006
    with_rating: bool = False,
    with_money: bool = False,
    cursor: Annotated[str | None, Query(max_length=100)] = None,
    stage_set: StageSetKey = None,
    show: Annotated[Beside, Query(alias="segments")] = "beside",
    segment: Chosen = [],  # noqa: B006
    limit: Limit = 200,
) -> PersonTimeline:
    """Everything one person did, and beside it (`segments=beside`) which segments they entered and left and why: of all
    segments, or of each `segment` that is named. Newest first. `cursor` leads to what is older and stays true while
    more arrives; `session` and `order` of an event are for grouping.
    """
    wanted = TimelineFilter(tuple(channel), tuple(touchpoint), with_rating, with_money)
    return segments.timeline(
        here, customer, stage_set=stage_set, wanted=wanted, show=show, keys=segment, cursor=cursor, limit=limit
    )


@router.get("/accounts")
def accounts(
    here: Here, query: Annotated[str, Query(max_length=200)] = "", limit: Limit = 50, offset: Offset = 0
) -> AccountPage:
    """Companies, households and other groups, last seen first."""
    return customers.accounts(here, query, limit=limit, offset=offset)


@router.get("/accounts/{account:path}")
def account(here: Here, account: str, limit: Limit = 50, offset: Offset = 0) -> Account:
    """One account: what we know of it, and its people."""
    return customers.account(here, account, limit=limit, offset=offset)


@router.get("/flags")
def flags(here: Here) -> Flags:
    """Who is not a real customer, by which rules, and whom one might mark."""
    return customers.flags(here)


@router.put("/flags/{customer:path}")
def flag(here: Here, who: Who, customer: str, body: NewFlag) -> Flags:
    """Mark a person: they leave every analysis and stay in the list with their mark."""
    customers.flag(here, customer, body.flag, who, body.note)
    return customers.flags(here)


@router.delete("/flags/{customer:path}")
def unflag(here: Here, customer: str) -> Flags:
    """Take a person's marks away: they come back into every analysis."""
    customers.unflag(here, customer)
    return customers.flags(here)


@router.put("/flag-rules")
def save_flag_rules(here: Here, rules: FlagRules) -> Flags:
    """Change who is marked without being asked about."""
    customers.save_flag_rules(here, rules)
    return customers.flags(here)


@router.get("/trait-rules")
def trait_rules(here: Here) -> TraitRules:
    """How a trait's value is chosen where several were said."""
    return customers.trait_rules(here)


@router.put("/trait-rules")
def save_trait_rules(here: Here, rules: TraitRules) -> TraitRules:
    """Change how values are chosen; every profile follows at once."""
    return customers.save_trait_rules(here, rules)


@router.get("/computed-traits")
def computed_traits(here: Here) -> list[ComputedTrait]:
    """All definitions of computed traits."""
    return list(customers.computed_traits(here))


@router.get("/computed-traits/{name}")
def computed_trait(here: Here, name: Name) -> ComputedColumn:
    """A computed trait over all real customers: how many have a value, quartiles or the most usual words."""
    return customers.computed_trait(here, name)


@router.put("/computed-traits/{name}")
def define_trait(here: Here, name: Name, trait: ComputedTrait) -> ComputedTrait:
    """Add or change a definition; its version grows by one."""
    return customers.define_trait(here, replace(trait, name=name))


@router.delete("/computed-traits/{name}")
def forget_trait(here: Here, name: Name) -> list[ComputedTrait]:
    """Take a definition away; nothing else is lost, since values are computed when asked for."""
    customers.forget_trait(here, name)
    return list(customers.computed_traits(here))
