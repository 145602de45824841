"""What the doors may ask of maps: the map of a selection, the overview, who is behind a number, the map as a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from wend.domain.selection import Selection
from wend.kit.clock import epoch_seconds
from wend.kit.errors import Mistake, closest
from wend.kit.texts import Language
from wend.maps import answers as asking, building, moving, obstacles, opening, overviewing, searching
from wend.maps.answers import Answers, Period
from wend.maps.keeping import Drawer
from wend.maps.model import Behind, Evidence, JourneyMap, Obstacle, SegmentLane
from wend.maps.model_overview import Overview
from wend.maps.model_remarks import Remark
from wend.maps.opening import NothingBehind
from wend.maps.remarks import rules
from wend.maps.remarks.errors import BadRemark, ChangedMeanwhile, NowhereOnTheMap, TooMany, UnknownRemark
from wend.maps.remarks.keeping import (
    add as add_remark,
    change as change_remark,
    now as remark_now,
    remarks as remarks_of,
    remove as remove_remark,
)
from wend.segments import facade as kept_segments
from wend.touchpoints import facade as touchpoints
from wend.touchpoints.facade import Kept, View
from wend.workspaces.facade import Workspace

__all__ = [
    "BadRemark",
    "ChangedMeanwhile",
    "FileForm",
    "NothingBehind",
    "NowhereOnTheMap",
    "TooMany",
    "UnknownObstacle",
    "UnknownRemark",
    "add_remark",
    "as_file",
    "build_map",
    "change_remark",
    "customers_behind",
    "evidence",
    "lanes",
    "moves_of",
    "obstacles_of",
    "overview",
    "remark_now",
    "remarks_of",
    "remove_remark",
    "warm",
]

FileForm = Literal["json", "svg", "png", "pdf", "xlsx"]
EVERYTHING = Selection()
_LOOKS, _LANES, _MAPS, _CONTEXTS, _OVERVIEWS = Kept(16), Kept(32), Kept(32), Kept(4), Kept(16)
_STANDINGS, _MOVES = Kept(16), Kept(64)


class UnknownObstacle(Mistake):
    """The log of this selection shows no obstacle of that key."""

    code = "maps.unknown_obstacle"
    status = 404


@dataclass(frozen=True, slots=True)
class _Look:
    """A view and a selection, with everything asked of them. `key` names them among what is kept."""

    workspace: Workspace
    view: View
    over: Period
    answers: Answers
    key: tuple[object, ...]
    called: str = ""
    """The names of the segments whose members it is about; "" = everybody."""

    @property
    def context(self) -> obstacles.Context:
        """What the search for obstacles reads; laid out when first needed."""
        here = (self.workspace, self.view, self.answers, self.over)
        return _CONTEXTS.get(self.key, lambda: searching.context_of(*here))


def build_map(
    workspace: Workspace,
    stage_set: str | None = None,
    selection: Selection = EVERYTHING,
    segments: Sequence[str] = (),
    moves: Sequence[str] = (),
) -> JourneyMap:
    """The current-state map of a selection, drawn with a stage set (the workspace's default when none is named), of the
    customers who are in any of `segments` now when some are named, with a lane for each segment of `moves`. Raises
    UnknownSegment.

    Kept until the log, the registry or the selection changes; `provenance.computed_at` says how old it is. The map of
    an empty log has the stages and a title that says what to do next.
    """
    look = _look(workspace, stage_set, selection, segments)
    drawn = _MAPS.get(look.key, lambda: _drawn(look))
    return replace(drawn, moves=tuple(_lane(look, each) for each in moves)) if moves else drawn


def lanes(
    workspace: Workspace,
    stage_set: str | None = None,
    selection: Selection = EVERYTHING,
    segments: Sequence[str] = (),
) -> JourneyMap:
    """The same map without the search for obstacles, which takes longer than all other lanes together."""
    look = _look(workspace, stage_set, selection, segments)
    return _LANES.get(look.key, lambda: _laid(look))


def obstacles_of(
    workspace: Workspace,
    stage_set: str | None = None,
    selection: Selection = EVERYTHING,
    segments: Sequence[str] = (),
) -> tuple[Obstacle, ...]:
    """The obstacles lane of the map, most weighty first."""
    return build_map(workspace, stage_set, selection, segments).obstacles


def moves_of(
    workspace: Workspace,
    moves: Sequence[str],
    stage_set: str | None = None,
    selection: Selection = EVERYTHING,
    segments: Sequence[str] = (),
) -> tuple[SegmentLane, ...]:
    """The lanes of these segments on the map: in which stage how many customers entered and left each in the map's
    period. Raises UnknownSegment.
    """
    look = _look(workspace, stage_set, selection, segments)
    return tuple(_lane(look, each) for each in moves)


def overview(
    workspace: Workspace,
    stage_set: str | None = None,
    selection: Selection = EVERYTHING,
    segments: Sequence[str] = (),
) -> Overview:
    """Customers by stage, movement, the worst obstacle, feelings by month, coverage and freshness."""
    look = _look(workspace, stage_set, selection, segments)
    drawn = build_map(workspace, stage_set, selection, segments)
    return _OVERVIEWS.get(look.key, lambda: overviewing.build(look.view, look.answers, look.over, drawn))


def evidence(
    workspace: Workspace,
    key: str,
    stage_set: str | None = None,
    selection: Selection = EVERYTHING,
    segments: Sequence[str] = (),
) -> Evidence:
    """Why an obstacle is believed. Raises UnknownObstacle."""
    look = _look(workspace, stage_set, selection, segments)
    found = obstacles.evidence_of(look.context, key)
    if found is None:
        raise UnknownObstacle(
            named=key, closest=closest(key, (o.key for o in _MAPS.get(look.key, lambda: _drawn(look)).obstacles))
        )
    return found


def customers_behind(
    workspace: Workspace,
    behind: Behind,
    stage_set: str | None = None,
    selection: Selection = EVERYTHING,
    offset: int = 0,
    limit: int | None = None,
    segments: Sequence[str] = (),
) -> tuple[str, ...]:
    """Canonical ids of the customers behind a number of the map, a page of them if `limit` says so.

    Raises NothingBehind for a number that no map shows, UnknownTouchpoint for a touchpoint that is gone, UnknownSegment
    for a segment that is.
    """
    look = _look(workspace, stage_set, selection, segments)
    if behind.kind == "obstacle":
        return obstacles.customers_of(
            look.context, behind.key, offset, look.answers.customers if limit is None else limit
        )
    if behind.kind in ("entered", "exited"):
        told, where = _passages(look, behind.key)
        found = moving.members(look.view, told, where, behind)
    else:
        found = opening.members(look.view, behind, look.over)
    ids = tuple(found.ids())
    return ids[offset:] if limit is None else ids[offset : offset + limit]


def warm() -> None:
    """Compile, or load from disk, what the search for obstacles walks with. Takes seconds once per installation."""
    obstacles.warm()


def as_file(drawn: JourneyMap, form: FileForm, language: Language, remarks: Iterable[Remark] = ()) -> bytes:
    """The map as the content of a file, with those of the remarks that stand on it."""
    from wend.kit.drawing import rendering  # drawing libraries load only when a file is wanted
    from wend.maps.as_json import as_json
    from wend.maps.exports import drawing, sheet

    standing = rules.standing(remarks, drawn)
    if form == "json":
        return as_json(drawn, language, standing).encode()
    if form == "xlsx":
        return sheet.xlsx(drawn, language, standing)
    svg = drawing.draw(drawn, language, standing)
    if form == "png":
        return rendering.png(svg)
    return rendering.pdf(svg) if form == "pdf" else svg.encode()


def _look(workspace: Workspace, stage_set: str | None, selection: Selection, segments: Sequence[str]) -> _Look:
    view, called = touchpoints.view(workspace, stage_set), ""
    if segments:
        named = [kept_segments.segment(workspace, each) for each in segments]
        among = kept_segments.among(workspace, [each.key for each in named])
        called = ", ".join(each.name for each in named)
        masks = among.masks(touchpoints.journal_of(view.machine))
        view = touchpoints.view_among(view, masks, among.sign)
    key = (workspace.log.directory, view.version, view.stage_set.key, selection, called)

    def asked() -> _Look:
        over = asking.period(view, selection)
        return _Look(workspace, view, over, asking.ask(view, over), key, called)

    return _LOOKS.get(key, asked)


def _lane(look: _Look, key: str) -> SegmentLane:
    def laid() -> SegmentLane:
        return moving.lane(look.view, _standing(look), *_passages(look, key))

    return _MOVES.get((look.key, kept_segments.told(look.workspace, key)), laid)


def _passages(look: _Look, key: str) -> tuple[kept_segments.Passages, moving.Found]:
    """What was told of a segment in the period of the map, and where that happened."""
    chosen = look.over.selection
    told = kept_segments.passages(look.workspace, key, chosen.from_at, chosen.to_at)
    return told, moving.found(look.workspace, look.view, look.over, _standing(look), told)


def _standing(look: _Look) -> moving.Standing:
    return _STANDINGS.get(look.key, lambda: moving.standing(look.view, look.over))


def _laid(look: _Look) -> JourneyMap:
    covered = touchpoints.covered_share(look.view)
    now = epoch_seconds(look.workspace.clock.now())
    return building.build(look.view, look.answers, look.over, covered, now, look.called)


def _drawn(look: _Look) -> JourneyMap:
    drawn = _LANES.get(look.key, lambda: _laid(look))
    return building.with_obstacles(drawn, _found(look)) if drawn.events else drawn


def _found(look: _Look) -> tuple[Obstacle, ...]:
    """Obstacles of the selection; those of the whole log and of everybody are kept on disk as well."""
    if look.called or not look.over.selection.everything:
        return obstacles.find_obstacles(look.context)
    drawer = Drawer(look.workspace.log.directory / "maps")
    key = f"{look.view.version} {look.view.stage_set.key} {look.view.stage_set.version}"
    kept = drawer.get(key)
    if kept is None:
        kept = obstacles.find_obstacles(look.context)
        drawer.put(key, kept)
    return kept
