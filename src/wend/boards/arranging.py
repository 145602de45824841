"""Dashboards: tiles in a grid, each a saved question or a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wend.boards import repository
from wend.boards.errors import ChangedMeanwhile, TooMany, UnknownDashboard
from wend.boards.model import Dashboard, Tile
from wend.boards.rules import USUAL_HEIGHT, USUAL_WIDTH, check_free, check_tiles, found, name_of, placed
from wend.boards.saving import saved_in
from wend.kit.clock import epoch_micros
from wend.store.facade import Reading, Work
from wend.workspaces.facade import Workspace, audit

MOST_DASHBOARDS = 200


def create(workspace: Workspace, name: str, tiles: Sequence[Tile], who: str) -> Dashboard:
    """A new dashboard. Raises BadName, NameTaken, TooMany, BadTile, TilesOverlap."""
    called = name_of(name)
    with workspace.store.work(workspace.name) as work:
        known = repository.all_dashboards(work)
        if len(known) >= MOST_DASHBOARDS:
            raise TooMany(what="dashboards", most=MOST_DASHBOARDS)
        return _kept(work, known, Dashboard(workspace.ids.fresh("board"), called, tuple(tiles), 1, who, 0))


def change(workspace: Workspace, id: str, name: str, tiles: Sequence[Tile], version: int, who: str) -> Dashboard:
    """Its name and tiles from now on, for who saw `version`. Raises UnknownDashboard, ChangedMeanwhile and what
    `create` raises.
    """
    called = name_of(name)
    with workspace.store.work(workspace.name) as work:
        known = repository.all_dashboards(work)
        before = found(known, id, UnknownDashboard)
        if before.version != version:
            raise ChangedMeanwhile(name=before.name, by=before.by)
        return _kept(work, known, Dashboard(before.id, called, tuple(tiles), version + 1, who, 0))


def add_question(workspace: Workspace, key: str, saved: str, who: str) -> Dashboard:
    """Put a saved question on a dashboard, at the first free place. Both by id or name; raises what `change` does."""
    with workspace.store.work(workspace.name) as work:
        known = repository.all_dashboards(work)
        before = found(known, key, UnknownDashboard)
        question = saved_in(work, saved)
        tile = Tile(workspace.ids.fresh("tile"), "question", 0, 0, USUAL_WIDTH, USUAL_HEIGHT, question.id)
        tiles = (*before.tiles, placed(before.tiles, tile))
        return _kept(work, known, replace(before, tiles=tiles, version=before.version + 1, by=who))


def remove(workspace: Workspace, id: str, who: str) -> None:
    """Take a dashboard away; links to it end. Its questions stay. Raises UnknownDashboard."""
    with workspace.store.work(workspace.name) as work:
        gone = found(repository.all_dashboards(work), id, UnknownDashboard)
        repository.remove_dashboard(work, gone.id)
        audit(work, who, "dashboard.removed", gone.id)


def dashboards(workspace: Workspace) -> tuple[Dashboard, ...]:
    """All dashboards, by name."""
    with workspace.store.reading(workspace.name) as reading:
        return tuple(repository.all_dashboards(reading))


def dashboard(workspace: Workspace, key: str) -> Dashboard:
    """A dashboard by its id or its name. Raises UnknownDashboard."""
    with workspace.store.reading(workspace.name) as reading:
        return dashboard_in(reading, key)


def dashboard_in(reading: Reading, key: str) -> Dashboard:
    """The same within a transaction."""
    return found(repository.all_dashboards(reading), key, UnknownDashboard)


def _kept(work: Work, known: list[Dashboard], new: Dashboard) -> Dashboard:
    check_free(known, new.name, new.id)
    check_tiles(new.tiles, [each.id for each in repository.all_saved(work)])
    repository.keep_dashboard(work, new, epoch_micros(work.clock.now()))
    return dashboard_in(work, new.id)
