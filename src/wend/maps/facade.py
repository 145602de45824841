"""What the doors may ask of maps: the map of a selection, who is behind its numbers, and the map as a file."""

from __future__ import annotations

from wend.domain.selection import Selection
from wend.kit.clock import epoch_seconds
from wend.maps import answers as asking, building, opening
from wend.maps.model import Behind, JourneyMap
from wend.touchpoints import facade as touchpoints
from wend.touchpoints.facade import Kept, View
from wend.workspaces.facade import Workspace

__all__ = ["build_map", "customers_behind"]

EVERYTHING = Selection()
_MAPS = Kept(32)


def build_map(workspace: Workspace, stage_set: str | None = None, selection: Selection = EVERYTHING) -> JourneyMap:
    """The current-state map of a selection, drawn with a stage set (the workspace's default when none is named).

    Kept until the log, the registry or the selection changes; `provenance.computed_at` says how old it is.
    """
    view = touchpoints.view(workspace, stage_set)
    key = (workspace.log.directory, view.version, view.stage_set.key, selection)
    return _MAPS.get(key, lambda: _built(workspace, view, selection))


def customers_behind(
    workspace: Workspace,
    behind: Behind,
    stage_set: str | None = None,
    selection: Selection = EVERYTHING,
    offset: int = 0,
    limit: int | None = None,
) -> tuple[str, ...]:
    """Canonical ids of the customers behind a number of the map, a page of them if `limit` says so."""
    view = touchpoints.view(workspace, stage_set)
    found = opening.members(view, behind, asking.period(view, selection))
    ids = tuple(found.ids())
    return ids[offset:] if limit is None else ids[offset : offset + limit]


def _built(workspace: Workspace, view: View, selection: Selection) -> JourneyMap:
    over = asking.period(view, selection)
    answers = asking.ask(view, over)
    covered = touchpoints.covered_share(view)
    return building.build(view, answers, over, covered, epoch_seconds(workspace.clock.now()))
