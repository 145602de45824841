"""The event catalogue as the Data page shows it: numbers of the log beside the rules that cover them."""

from __future__ import annotations

from wend.touchpoints import facade as touchpoints
from wend.web.shapes import CataloguePage, CatalogueRow, ChannelChoice
from wend.workspaces.facade import Workspace


def catalogue_page(workspace: Workspace) -> CataloguePage:
    """Every event name, most frequent first, with its uncovered share."""
    journal, seen = workspace.log.journal(), workspace.log.catalogue()
    if not journal.events:
        return CataloguePage(0, 0, 1.0, ())
    coverage = touchpoints.coverage(workspace)
    uncovered: dict[str, int] = {}
    for event, _, times in coverage.uncovered:
        uncovered[event] = uncovered.get(event, 0) + times
    covering: dict[str, list[str]] = {}
    for touchpoint in touchpoints.touchpoints(workspace):
        for event in touchpoint.rule.events:
            covering.setdefault(event, []).append(touchpoint.key)
    rows = [
        CatalogueRow(
            event=kind.name,
            events=kind.events,
            customers=kind.customers,
            first_at=kind.first_at,
            last_at=kind.last_at,
            channels=tuple(ChannelChoice(name, events) for name, events in kind.channels),
            properties=tuple(each.name for each in kind.properties),
            ratings=kind.rated,
            covered=kind.events - uncovered.get(kind.name, 0),
            touchpoints=tuple(covering.get(kind.name, ())),
        )
        for kind in seen.kinds
    ]
    return CataloguePage(journal.events, journal.customers, coverage.share, tuple(rows))
