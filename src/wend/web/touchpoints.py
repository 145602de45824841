"""Endpoints of the registry: touchpoints and stage sets, what their rules cover, and changing them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict, Field, with_config

from wend.domain.names import Name
from wend.domain.stage import Stage, StageRule, StageSet
from wend.domain.touchpoint import EventRule, Reason, Touchpoint
from wend.kit.texts import LANGUAGES, text
from wend.segments import facade as segments
from wend.touchpoints import facade as touchpoints
from wend.touchpoints.facade import MovePreview, PreviewedStageSet, RulePreview, StageSetVersion
from wend.web.bodies import ShortRoute
from wend.web.doorway import Here, Who
from wend.web.shapes import ListedStageSet, ListedTouchpoint, SaidStage
from wend.workspaces.facade import Workspace

router = APIRouter(prefix="/api", tags=["touchpoints"], route_class=ShortRoute)
Key = Annotated[str, Path(max_length=120)]
Version = Annotated[int, Query(ge=1, le=1_000_000_000)]
_WORDS: tuple[type, ...] = (Name, Reason, EventRule, Touchpoint, StageRule, Stage, StageSet)
for _word in _WORDS:  # a field that nobody knows is a mistake in the request, not something to drop in silence
    with_config(ConfigDict(extra="forbid"))(_word)


class Restored(BaseModel):
    """The version to go back to."""

    model_config = ConfigDict(extra="forbid")
    version: Annotated[int, Field(ge=1, le=1_000_000_000)]


class NewPlace(BaseModel):
    """The place at which a touchpoint's rule is to be tried; the first is 1."""

    model_config = ConfigDict(extra="forbid")
    place: Annotated[int, Field(ge=1, le=100_000)]


@router.get("/touchpoints")
def listed(here: Here) -> list[ListedTouchpoint]:
    """The registry in the order in which rules are tried."""
    return _listed(here)


@router.put("/touchpoints/{key}")
def save(here: Here, who: Who, key: Key, touchpoint: Touchpoint) -> list[ListedTouchpoint]:
    """Add or change a touchpoint; the answer is the whole registry."""
    touchpoints.save_touchpoint(here, key, touchpoint, who)
    return _listed(here)


@router.delete("/touchpoints/{key}")
def remove(here: Here, who: Who, key: Key) -> list[ListedTouchpoint]:
    """Take a touchpoint out; its events become uncovered or fall to the next rule."""
    touchpoints.remove_touchpoint(here, key, who)
    return _listed(here)


@router.post("/touchpoints/preview")
def preview(here: Here, touchpoint: Touchpoint) -> RulePreview:
    """What this rule would cover."""
    return touchpoints.preview_touchpoint(here, touchpoint)


@router.post("/touchpoints/{key}/move")
def move(here: Here, who: Who, key: Key, wanted: NewPlace) -> list[ListedTouchpoint]:
    """Try a touchpoint's rule earlier or later: the first that fits an event takes it. The answer is the whole
    registry.
    """
    touchpoints.move_touchpoint(here, key, wanted.place, who)
    return _listed(here)


@router.post("/touchpoints/{key}/move/preview")
def preview_move(here: Here, key: Key, wanted: NewPlace) -> MovePreview:
    """Which events would change their touchpoint by a move, and of how many customers; nothing is changed."""
    return touchpoints.preview_move(here, key, wanted.place)


@router.get("/stage-sets")
def stage_sets(here: Here) -> list[ListedStageSet]:
    """The stage sets of this workspace, the suggested one first."""
    return _listed_sets(here)


@router.put("/stage-sets/{key}")
def save_stage_set(
    here: Here, who: Who, key: Key, stage_set: StageSet, edited: Version | None = None
) -> list[ListedStageSet]:
    """Add or change a stage set; its version grows by one, and the one before is kept. With `edited`, the version that
    was changed, nobody's change in between is written over.
    """
    touchpoints.save_stage_set(here, key, stage_set, who, edited)
    return _listed_sets(here)


@router.get("/stage-sets/{key}/versions")
def versions(here: Here, key: Key) -> list[StageSetVersion]:
    """Every version of a stage set with who saved it, when, and what was different; the newest first."""
    return list(touchpoints.stage_set_versions(here, key))


@router.post("/stage-sets/{key}/restore")
def restore(here: Here, who: Who, key: Key, wanted: Restored) -> list[ListedStageSet]:
    """Save an earlier version as the next one."""
    touchpoints.restore_stage_set(here, key, wanted.version, who)
    return _listed_sets(here)


@router.post("/stage-sets/preview")
def preview_stage_set(
    here: Here, stage_set: StageSet, today: Annotated[str | None, Query(max_length=120)] = None
) -> PreviewedStageSet:
    """Where customers would stand with this set, beside `today` (the saved set of the same key when left out), and who
    would move. The question `moves` opens the customers behind each number.
    """
    return touchpoints.preview_stage_set(here, stage_set, today)


@router.post("/stage-sets/{key}/choose")
def choose_stage_set(here: Here, who: Who, key: Key) -> list[ListedStageSet]:
    """Make this the set that maps are drawn with when none is named."""
    touchpoints.choose_stage_set(here, key, who)
    return _listed_sets(here)


def _listed(here: Workspace) -> list[ListedTouchpoint]:
    taken, called = {each.touchpoint: each for each in touchpoints.coverage(here).touchpoints}, segments.called(here)
    return [
        ListedTouchpoint(
            each,
            said=_said(each.reasons),
            asks=Name(*(touchpoints.rule_said(each.rule, language, called) for language in LANGUAGES)),
            events=taken[each.key].events if each.key in taken else 0,
            customers=taken[each.key].customers if each.key in taken else 0,
        )
        for each in touchpoints.touchpoints(here)
    ]


def _listed_sets(here: Workspace) -> list[ListedStageSet]:
    return [
        ListedStageSet(
            each,
            said=tuple(SaidStage(stage.key, _said(stage.reasons)) for stage in each.stages),
            suggested=place == 0,
        )
        for place, each in enumerate(touchpoints.stage_sets(here))
    ]


def _said(reasons: Iterable[Reason]) -> tuple[Name, ...]:
    return tuple(
        Name(text("en", reason.key, **dict(reason.places)), text("vi", reason.key, **dict(reason.places)))
        for reason in reasons
    )
