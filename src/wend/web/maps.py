"""Endpoints of the map: the drawing, its evidence, the customers behind a number, the file it becomes."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Depends, Query, Response

from wend.customers import facade as customers
from wend.customers.model import CustomerPage
from wend.maps import facade as maps
from wend.maps.model import Behind, BehindKind, Evidence, JourneyMap, Obstacle, SegmentLane
from wend.maps.model_overview import Overview
from wend.web.choices import choices as offered
from wend.web.doorway import Here, Limit, Offset, Selected, Spoken
from wend.web.shapes import Choices

router = APIRouter(prefix="/api", tags=["maps"])

Format = Literal["json", "svg", "png", "pdf", "xlsx"]
FORMATS: tuple[Format, ...] = get_args(Format)
_MEDIA: dict[Format, str] = {
    "json": "application/json",
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
StageSetKey = Annotated[str | None, Query(max_length=64)]


def _segments(
    segment: Annotated[list[str], Query(max_length=20, description="Only members of any of these, as of now.")] = [],  # noqa: B006  # FastAPI copies it
) -> tuple[str, ...]:
    return tuple(segment)


Segments = Annotated[tuple[str, ...], Depends(_segments)]


def _moves(
    moves: Annotated[list[str], Query(max_length=6, description="A lane for each of these segments.")] = [],  # noqa: B006  # FastAPI copies it
) -> tuple[str, ...]:
    return tuple(moves)


Moves = Annotated[tuple[str, ...], Depends(_moves)]


@router.get("/overview")
def overview(here: Here, selected: Selected, segments: Segments, stage_set: StageSetKey = None) -> Overview:
    """Customers by stage, movement, worst obstacle, feeling by month."""
    return maps.overview(here, stage_set=stage_set, selection=selected, segments=segments)


@router.get("/map")
def journey_map(here: Here, selected: Selected, segments: Segments, stage_set: StageSetKey = None) -> JourneyMap:
    """The current-state map, drawn from the log for this selection, without its obstacles: those take longer."""
    return maps.lanes(here, stage_set=stage_set, selection=selected, segments=segments)


@router.get("/map/obstacles")
def obstacles(here: Here, selected: Selected, segments: Segments, stage_set: StageSetKey = None) -> list[Obstacle]:
    """The obstacles lane of the same map; the first search of a selection may take seconds."""
    return list(maps.obstacles_of(here, stage_set=stage_set, selection=selected, segments=segments))


@router.get("/map/moves")
def moves(
    here: Here, selected: Selected, segments: Segments, moves: Moves, stage_set: StageSetKey = None
) -> list[SegmentLane]:
    """The lanes of some segments on the same map: where customers entered and left each in its period."""
    return list(maps.moves_of(here, moves, stage_set=stage_set, selection=selected, segments=segments))


@router.get("/map/choices")
def choices(here: Here) -> Choices:
    """What the pickers of segment, period, channel and stage set offer."""
    return offered(here)


@router.get("/map/obstacles/{key:path}")
def evidence(here: Here, selected: Selected, segments: Segments, key: str, stage_set: StageSetKey = None) -> Evidence:
    """Why one obstacle is believed: groups compared, quotes, what they did next."""
    return maps.evidence(here, key, stage_set=stage_set, selection=selected, segments=segments)


@router.get("/map/customers")
def behind(
    here: Here,
    selected: Selected,
    segments: Segments,
    kind: BehindKind,
    key: str,
    stage: str = "",
    stage_set: StageSetKey = None,
    limit: Limit = 50,
    offset: Offset = 0,
) -> CustomerPage:
    """The customers behind one number of the map."""
    asked = Behind(kind=kind, key=key, stage=stage)
    found = maps.customers_behind(here, asked, stage_set=stage_set, selection=selected, segments=segments)
    return customers.page_of(here, found, limit=limit, offset=offset)


@router.get("/map/export.{form}", response_class=Response)
def export(
    here: Here,
    selected: Selected,
    segments: Segments,
    moves: Moves,
    spoken: Spoken,
    form: Format,
    stage_set: StageSetKey = None,
) -> Response:
    """The same map as a file."""
    drawn = maps.build_map(here, stage_set=stage_set, selection=selected, segments=segments, moves=moves)
    content = maps.as_file(drawn, form, spoken, maps.remarks_of(here))
    return Response(
        content, media_type=_MEDIA[form], headers={"content-disposition": f'attachment; filename="wend-map.{form}"'}
    )
