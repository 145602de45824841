"""Endpoints of the registry: touchpoints and stage sets, what their rules cover, and changing them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from wend.domain.stage import StageSet
from wend.domain.touchpoint import Touchpoint
from wend.touchpoints import facade as touchpoints
from wend.web import translations
from wend.web.doorway import Here
from wend.web.shapes import RulePreview, StagePreview

router = APIRouter(prefix="/api", tags=["touchpoints"])
Key = Annotated[str, Path(max_length=120)]


@router.get("/touchpoints")
def listed(here: Here) -> list[Touchpoint]:
    """The registry in the order in which rules are tried."""
    return list(touchpoints.touchpoints(here))


@router.put("/touchpoints/{key}")
def save(here: Here, key: Key, touchpoint: Touchpoint) -> list[Touchpoint]:
    """Add or change a touchpoint; the answer is the whole registry."""
    return list(touchpoints.save_touchpoint(here, key, touchpoint))


@router.delete("/touchpoints/{key}")
def remove(here: Here, key: Key) -> list[Touchpoint]:
    """Take a touchpoint out; its events become uncovered or fall to the next rule."""
    return list(touchpoints.remove_touchpoint(here, key))


@router.post("/touchpoints/preview")
def preview(here: Here, touchpoint: Touchpoint) -> RulePreview:
    """What this rule would cover."""
    return translations.rule_preview(touchpoints.preview_touchpoint(here, touchpoint))


@router.get("/stage-sets")
def stage_sets(here: Here) -> list[StageSet]:
    """The stage sets of this workspace, the suggested one first."""
    return list(touchpoints.stage_sets(here))


@router.put("/stage-sets/{key}")
def save_stage_set(here: Here, key: Key, stage_set: StageSet) -> list[StageSet]:
    """Add or change a stage set; its version grows by one."""
    return list(touchpoints.save_stage_set(here, key, stage_set))


@router.post("/stage-sets/preview")
def preview_stage_set(here: Here, stage_set: StageSet) -> list[StagePreview]:
    """Where customers would stand with this set, beside today's."""
    return translations.stage_preview(here, stage_set)
