"""What other rooms and the doors may ask of touchpoints: the registry and its proposal, its coverage, and a view of
the log through it.
"""

from __future__ import annotations

from dataclasses import replace

from wend.domain.stage import StageSet
from wend.domain.touchpoint import Touchpoint
from wend.engines.machine import Machine
from wend.touchpoints import checks, coverage as counting, repository
from wend.touchpoints.at_hand import AtHand, at_hand
from wend.touchpoints.checks import Finding
from wend.touchpoints.coverage import (
    Coverage,
    Covered,
    RulePreview,
    StagePreview,
    covered_share,
    with_touchpoint,
)
from wend.touchpoints.draft import Draft
from wend.touchpoints.drafting import channel_name, event_name
from wend.touchpoints.errors import ChangedElsewhere, NotValid, UnknownStageSet, UnknownTouchpoint
from wend.touchpoints.gathering import draft_from
from wend.touchpoints.left_out import flags_version, journal_of, machine_over
from wend.touchpoints.masks import masks
from wend.touchpoints.registry import Registry
from wend.touchpoints.view import Kept, View, rules_of
from wend.workspaces.facade import Workspace

__all__ = [
    "AtHand",
    "ChangedElsewhere",
    "Coverage",
    "Covered",
    "Draft",
    "Finding",
    "Kept",
    "NotValid",
    "Registry",
    "RulePreview",
    "StagePreview",
    "UnknownStageSet",
    "UnknownTouchpoint",
    "View",
    "at_hand",
    "channel_name",
    "choose_stage_set",
    "coverage",
    "covered_share",
    "draft",
    "event_name",
    "findings",
    "journal_of",
    "machine",
    "masks",
    "preview_stage_set",
    "preview_touchpoint",
    "registry",
    "remove_touchpoint",
    "rules_of",
    "save",
    "save_stage_set",
    "save_touchpoint",
    "stage_sets",
    "touchpoints",
    "view",
]

_MACHINES, _DRAFTS, _VIEWS = Kept(4), Kept(8), Kept(32)


def machine(workspace: Workspace) -> Machine:
    """The engine over the journal as it is now; one per journal version, so that what it has read serves every
    question.
    """
    journal, flags = workspace.log.journal(), flags_version(workspace)
    key = (workspace.log.directory, journal.version, flags)
    return _MACHINES.get(key, lambda: machine_over(workspace, journal, flags))


def draft(workspace: Workspace) -> Draft:
    """What Wend proposes for the log as it is now, with its reasons."""
    return _draft(workspace, machine(workspace))


def registry(workspace: Workspace) -> Registry:
    """The saved registry, or the proposal while nothing has been saved (its `version` is 0)."""
    return _registry(workspace, machine(workspace))


def view(workspace: Workspace, stage_set: str | None = None) -> View:
    """The log through the registry and one stage set (the default one when none is named). Raises UnknownStageSet."""
    engine = machine(workspace)
    current = _registry(workspace, engine)
    chosen = current.stage_set(stage_set or "")
    if chosen is None and stage_set:
        raise UnknownStageSet(stage_set, [s.key for s in current.stage_sets])
    chosen = chosen or current.stage_sets[0]
    key = (workspace.log.directory, engine.journal.version, current.version, chosen.key)

    def made() -> View:
        journal = journal_of(engine)
        tests = masks(lambda name: workspace.log.property(name, journal))
        return View(engine, current, chosen, _draft(workspace, engine).bought, tests)

    return _VIEWS.get(key, made)


def touchpoints(workspace: Workspace) -> tuple[Touchpoint, ...]:
    """The registry's touchpoints in the order in which rules are tried."""
    return registry(workspace).touchpoints


def stage_sets(workspace: Workspace) -> tuple[StageSet, ...]:
    """The stage sets, the default one first."""
    current = registry(workspace)
    return tuple(sorted(current.stage_sets, key=lambda s: s.key != current.default))


def save(workspace: Workspace, changed: Registry, edited: int | None = None) -> Registry:
    """Keep a registry as the next version.

    `edited` is the version the change was made on, if the caller wants it checked.

    Raises NotValid with the findings, or ChangedElsewhere.
    """
    words = workspace.log.journal().words
    errors = [f for f in checks.findings(changed, words.events, words.channels) if f.level == "error"]
    if errors:
        raise NotValid(errors)
    with workspace.store.work(workspace.name) as work:
        before = repository.load(work)
        current = before.version if before else 0
        if edited is not None and edited != current:
            raise ChangedElsewhere(edited, current)
        saved = replace(changed, drafted=False).numbered(current + 1)
        repository.save(work, saved)
    return saved


def save_touchpoint(workspace: Workspace, key: str, touchpoint: Touchpoint) -> tuple[Touchpoint, ...]:
    """Change the touchpoint of that key (it may get a new one), or add it; the answer is the whole registry."""
    current = registry(workspace)
    edited = replace(touchpoint, drafted=False)
    if current.touchpoint(key) is None:
        changed = with_touchpoint(current, edited)
    else:
        changed = replace(current, touchpoints=tuple(edited if t.key == key else t for t in current.touchpoints))
        if edited.key != key:
            changed = replace(changed, stage_sets=tuple(_renamed(s, key, edited.key) for s in changed.stage_sets))
    return save(workspace, changed).touchpoints


def remove_touchpoint(workspace: Workspace, key: str) -> tuple[Touchpoint, ...]:
    """Take a touchpoint out, and out of every stage rule; its events fall to the next rule or become uncovered."""
    current = registry(workspace)
    if current.touchpoint(key) is None:
        raise UnknownTouchpoint(key, [t.key for t in current.touchpoints])
    kept = tuple(t for t in current.touchpoints if t.key != key)
    sets = tuple(_renamed(s, key, None) for s in current.stage_sets)
    return save(workspace, replace(current, touchpoints=kept, stage_sets=sets)).touchpoints


def save_stage_set(workspace: Workspace, key: str, stage_set: StageSet) -> tuple[StageSet, ...]:
    """Change the stage set of that key, or add it."""
    current = registry(workspace)
    edited = replace(stage_set, key=key)
    others = tuple(edited if s.key == key else s for s in current.stage_sets)
    sets = others if current.stage_set(key) else (*current.stage_sets, edited)
    save(workspace, replace(current, stage_sets=sets))
    return stage_sets(workspace)


def choose_stage_set(workspace: Workspace, key: str) -> tuple[StageSet, ...]:
    """Make a stage set the one that maps are drawn with when none is named. Raises UnknownStageSet."""
    current = registry(workspace)
    if current.stage_set(key) is None:
        raise UnknownStageSet(key, [s.key for s in current.stage_sets])
    save(workspace, replace(current, default=key))
    return stage_sets(workspace)


def findings(workspace: Workspace, changed: Registry) -> tuple[Finding, ...]:
    """What is wrong or odd about a registry before it is saved."""
    words = workspace.log.journal().words
    return checks.findings(changed, words.events, words.channels)


def coverage(workspace: Workspace) -> Coverage:
    """What the registry covers, and what it does not."""
    return counting.coverage(view(workspace))


def preview_touchpoint(workspace: Workspace, touchpoint: Touchpoint) -> RulePreview:
    """How many events and customers a rule would take."""
    return counting.preview_touchpoint(view(workspace), touchpoint)


def preview_stage_set(workspace: Workspace, stage_set: StageSet) -> tuple[StagePreview, ...]:
    """Where customers would stand with an edited stage set."""
    known = registry(workspace).stage_set(stage_set.key)
    return counting.preview_stage_set(view(workspace, known.key if known else None), stage_set)


def _draft(workspace: Workspace, engine: Machine) -> Draft:
    key = (workspace.log.directory, engine.journal.version)
    return _DRAFTS.get(key, lambda: draft_from(engine))


def _registry(workspace: Workspace, engine: Machine) -> Registry:
    with workspace.store.reading(workspace.name) as reading:
        saved = repository.load(reading)
    return saved or _draft(workspace, engine).registry


def _renamed(stage_set: StageSet, old: str, new: str | None) -> StageSet:
    """The set with a touchpoint's key changed in its rules, or taken out; rules left without any go too."""
    stages = []
    for stage in stage_set.stages:
        rules = [replace(r, touchpoints=_swapped(r.touchpoints, old, new)) for r in stage.rules]
        stages.append(replace(stage, rules=tuple(r for r in rules if r.touchpoints)))
    return replace(stage_set, stages=tuple(stages))


def _swapped(keys: tuple[str, ...], old: str, new: str | None) -> tuple[str, ...]:
    return tuple(new or "" if key == old else key for key in keys if key != old or new)
