"""The registry for whoever cannot wait: what is saved, or the newest proposal there is, without a fresh journal.

A proposal is made anew when the log has grown by a twentieth since the last one, so that what customers are seen
through keeps up with a young log and does not move under an old one.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

import numpy as np
import pyarrow as pa

from wend.conditions.season import EVEN, Season
from wend.engines.few import FEW, Few
from wend.engines.machine import Machine
from wend.log.facade import CURRENCY, Journal, Property
from wend.touchpoints import repository
from wend.touchpoints.errors import UnknownStageSet
from wend.touchpoints.gathering import draft_from
from wend.touchpoints.left_out import journal_of
from wend.touchpoints.masks import masks
from wend.touchpoints.registry import Registry
from wend.touchpoints.view import View
from wend.workspaces.facade import Workspace

_GROWTH = 1.05


@dataclass(frozen=True, eq=False)
class AtHand:
    """A registry with its touchpoints found by event name, so that few people's events meet few rules."""

    registry: Registry

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Event name → places of the touchpoints whose rules name it, in order."""
        found: dict[str, list[int]] = {}
        for place, touchpoint in enumerate(self.registry.touchpoints):
            for event in touchpoint.rule.events:
                found.setdefault(event, []).append(place)
        return found

    def view(self, people: Few, stage_set: str | None = None, zone: str = "UTC", season: Season = EVEN) -> View:
        """Few people through the registry and a stage set (the default one when none is named). Touchpoints that none
        of their events can belong to are left out. Raises UnknownStageSet.
        """
        registry = self.registry
        chosen = registry.stage_set(stage_set or "")
        if chosen is None and stage_set:
            raise UnknownStageSet(stage_set, [each.key for each in registry.stage_sets])
        met = {(row.event, row.channel) for row in people.rows}
        near = sorted({place for pair in met for place in self._places_of(*pair)})
        narrow = replace(registry, touchpoints=tuple(registry.touchpoints[place] for place in near))
        engine, told_of = Machine(people, 1), partial(_told_of, people)
        told = masks(engine, told_of)
        return View(engine, narrow, chosen or registry.stage_sets[0], (), told, FEW, told_of, zone, season)

    def whole(self, workspace: Workspace, journal: Journal) -> View:
        """Everybody through the registry and its default stage set, those among them who are marked."""
        return self.over(workspace, Machine(journal, workspace.settings.threads))

    def over(self, workspace: Workspace, engine: Machine) -> View:
        """Those whom an engine shows, through the registry and its default stage set."""
        chosen = self.registry.stage_set() or self.registry.stage_sets[0]
        journal = journal_of(engine)

        def property_of(name: str) -> Property:
            return workspace.log.property(name, journal)

        beside = (property_of, workspace.settings.timezone, workspace.facts.season())
        return View(engine, self.registry, chosen, (), masks(engine, property_of), "", *beside)

    def _places_of(self, event: str, channel: str) -> Iterator[int]:
        for place in self.places.get(event, ()):
            channels = self.registry.touchpoints[place].rule.channels
            if not channels or channel in channels:
                yield place


def _told_of(people: Few, name: str) -> Property:
    """A property of few people's events, or the currency that they came in."""
    if name != CURRENCY:
        return people.property(name)
    came_in = pa.array([row.currency or None for row in people.rows], pa.string()).dictionary_encode()
    codes = came_in.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int32)
    return Property(name, came_in.dictionary, (codes,))


@dataclass(frozen=True, slots=True)
class _Proposal:
    events: int
    at_hand: AtHand


_proposals: dict[Path, _Proposal] = {}
_saved: dict[Path, AtHand] = {}
_turn = threading.Lock()


def at_hand(workspace: Workspace, journal: Journal) -> AtHand:
    """The saved registry, or the newest proposal."""
    directory = workspace.log.directory
    with workspace.store.reading(workspace.name) as reading:
        version = repository.version(reading)
        known = _saved.get(directory)
        if version and (known is None or known.registry.version != version):
            saved = repository.load(reading)
            if saved is not None:
                known = _saved[directory] = AtHand(saved)
    return known if version and known is not None else _proposed(workspace, journal)


def _proposed(workspace: Workspace, journal: Journal) -> AtHand:
    directory = workspace.log.directory
    with _turn:
        known = _proposals.get(directory)
        if known is None or not known.events <= journal.events <= known.events * _GROWTH:
            proposed = draft_from(Machine(journal, workspace.settings.threads)).registry
            known = _proposals[directory] = _Proposal(journal.events, AtHand(proposed))
        return known.at_hand
