"""The registry for whoever cannot wait: what is saved, or the newest proposal there is, without a fresh journal.

A proposal is made anew when the log has grown by a twentieth since the last one, so that what customers are seen
through keeps up with a young log and does not move under an old one.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

from wend.domain.stage import StageSet
from wend.engines.alone import Alone
from wend.engines.machine import Machine
from wend.log.facade import Journal
from wend.touchpoints import repository
from wend.touchpoints.draft import Draft
from wend.touchpoints.errors import UnknownStageSet
from wend.touchpoints.gathering import draft_from
from wend.touchpoints.masks import masks
from wend.touchpoints.registry import Registry
from wend.touchpoints.view import View
from wend.workspaces.facade import Workspace

_GROWTH = 1.05


@dataclass(frozen=True, slots=True)
class _Proposal:
    events: int
    draft: Draft


_proposals: dict[Path, _Proposal] = {}
_turn = threading.Lock()


def registry_at_hand(workspace: Workspace, journal: Journal) -> Registry:
    """The saved registry, or the newest proposal."""
    with workspace.store.reading(workspace.name) as reading:
        saved = repository.load(reading)
    return saved or _proposed(workspace, journal).registry


def chosen(registry: Registry, stage_set: str | None) -> StageSet:
    """A stage set of the registry, the default one when none is named. Raises UnknownStageSet."""
    found = registry.stage_set(stage_set or "")
    if found is None and stage_set:
        raise UnknownStageSet(stage_set, [each.key for each in registry.stage_sets])
    return found or registry.stage_sets[0]


def view_alone(registry: Registry, stage_set: StageSet, person: Alone) -> View:
    """One person through the registry and a stage set."""
    return View(Machine(person, 1), registry, stage_set, (), masks(person.property))


def _proposed(workspace: Workspace, journal: Journal) -> Draft:
    directory = workspace.log.directory
    with _turn:
        known = _proposals.get(directory)
        if known is None or not known.events <= journal.events <= known.events * _GROWTH:
            known = _Proposal(journal.events, draft_from(Machine(journal, workspace.settings.threads)))
            _proposals[directory] = known
        return known.draft
