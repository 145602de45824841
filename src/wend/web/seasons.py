"""Endpoints of seasons: quiet and busy times, and the pace that the log speaks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from wend.domain.names import Name
from wend.domain.season import Learned, Period
from wend.seasons import facade as seasons
from wend.web.bodies import StrictRoute
from wend.web.doorway import Here, Who

router = APIRouter(prefix="/api/seasons", tags=["seasons"], route_class=StrictRoute)
Word = Annotated[str, Field(max_length=60)]


class NameBody(BaseModel):
    """A name in both languages."""

    model_config = ConfigDict(extra="forbid")
    en: Annotated[str, Field(max_length=200)]
    vi: Annotated[str, Field(max_length=200)]


class PeriodBody(BaseModel):
    """A period. `tet`: days from the first day of the lunar year; `yearly`: MM-DD; `once`: dates. `percent` is the pace
    that somebody set, null = as learned.
    """

    model_config = ConfigDict(extra="forbid")
    key: Word
    name: NameBody
    kind: Literal["tet", "yearly", "once"]
    first: Word
    last: Word
    percent: Annotated[int | None, Field(ge=0, le=200)] = None


class GivenPeriods(BaseModel):
    """All periods there are to be."""

    model_config = ConfigDict(extra="forbid")
    periods: Annotated[list[PeriodBody], Field(max_length=100)]


class SavedPeriods(GivenPeriods):
    """The same; `version` is the one that was seen."""

    version: Annotated[int, Field(ge=0, le=1_000_000)]


@dataclass(frozen=True, slots=True)
class ShownPeriod:
    """A period with the `pace` that holds, in percent of the usual one, and what the log speaks for, if anything."""

    key: str
    name: Name
    kind: Literal["tet", "yearly", "once"]
    first: str
    last: str
    percent: int | None
    pace: int
    learned: Learned | None


@dataclass(frozen=True, slots=True)
class ShownSeasons:
    """All periods; `version` 0 = none was ever saved. `proposed` is Tết, where it is not among them."""

    version: int
    periods: tuple[ShownPeriod, ...]
    proposed: tuple[ShownPeriod, ...]


@router.get("")
def every(here: Here) -> ShownSeasons:
    """Quiet and busy times of the business."""
    return _shown(seasons.seasons(here).version, seasons.seasons(here).periods)


@router.put("")
def save(here: Here, who: Who, body: SavedPeriods) -> ShownSeasons:
    """Make these the periods. Their paces are learned from the log as it is now; from then on silences are measured by
    them, and the members of segments are found anew.
    """
    saved = seasons.save(here, _given(body), who, body.version)
    return _shown(saved.version, saved.periods)


@router.post("/preview")
def preview(here: Here, body: GivenPeriods) -> ShownSeasons:
    """The pace that the log speaks for in each of these periods; nothing is saved."""
    return _shown(seasons.seasons(here).version, seasons.learned(here, _given(body)))


def _given(body: GivenPeriods) -> list[Period]:
    return [Period(p.key, Name(p.name.en, p.name.vi), p.kind, p.first, p.last, p.percent) for p in body.periods]


def _shown(version: int, periods: tuple[Period, ...]) -> ShownSeasons:
    proposed = () if any(each.kind == "tet" for each in periods) else (seasons.TET,)
    return ShownSeasons(version, tuple(map(_one, periods)), tuple(map(_one, proposed)))


def _one(each: Period) -> ShownPeriod:
    return ShownPeriod(each.key, each.name, each.kind, each.first, each.last, each.percent, each.pace, each.learned)
