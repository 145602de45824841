"""What other rooms and the doors may ask of touchpoints: the registry and its proposal, its coverage, and a view of
the log through it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wend.conditions.facts import names
from wend.domain.stage import StageSet
from wend.domain.touchpoint import Touchpoint
from wend.engines.machine import AMONG, Machine, Members
from wend.engines.standing import standing_lens
from wend.engines.walking import Masks
from wend.kit.clock import epoch_micros
from wend.log.facade import CURRENCY
from wend.store.facade import Work
from wend.touchpoints import checks, coverage as counting, history, moving, previewing, repository
from wend.touchpoints.at_hand import AtHand, at_hand
from wend.touchpoints.checks import Finding
from wend.touchpoints.coverage import (
    Coverage,
    Covered,
    RulePreview,
    covered_share,
    with_touchpoint,
)
from wend.touchpoints.documents import document_of, read_stage_set, renamed, to_text
from wend.touchpoints.draft import Draft
from wend.touchpoints.drafting import channel_name, event_name
from wend.touchpoints.errors import (
    ChangedElsewhere,
    NoSuchPlace,
    NotValid,
    OnePlace,
    UnknownStageSet,
    UnknownTouchpoint,
    UnknownVersion,
    UnreadableStageSet,
)
from wend.touchpoints.gathering import draft_from
from wend.touchpoints.history import Kept as KeptSet, StageSetVersion
from wend.touchpoints.left_out import flags_version, journal_of, machine_over
from wend.touchpoints.masks import masks
from wend.touchpoints.moving import MovePreview, Taken, place_of
from wend.touchpoints.previewing import Levels, PreviewedStageSet, StageMove, StagePreview, same_stages
from wend.touchpoints.registry import Registry
from wend.touchpoints.repository import flagged, flags_version as marks_version, version as saved_version
from wend.touchpoints.rules import anew, of_text as asked_of_text, said as rule_said, texts_of as texts_of_rule
from wend.touchpoints.view import Kept, View, counted_rules, rules_of, silences_of
from wend.touchpoints.written_out import usable, written_out
from wend.workspaces.facade import Workspace, audit

__all__ = [
    "AtHand",
    "ChangedElsewhere",
    "Coverage",
    "Covered",
    "Draft",
    "Finding",
    "Kept",
    "Levels",
    "MovePreview",
    "NoSuchPlace",
    "NotValid",
    "OnePlace",
    "PreviewedStageSet",
    "Registry",
    "RulePreview",
    "StageMove",
    "StagePreview",
    "StageSetVersion",
    "Taken",
    "UnknownStageSet",
    "UnknownTouchpoint",
    "UnknownVersion",
    "UnreadableStageSet",
    "View",
    "asked_of_text",
    "at_hand",
    "channel_name",
    "checked_stage_set",
    "choose_stage_set",
    "counted_rules",
    "coverage",
    "covered_share",
    "document_of",
    "draft",
    "event_name",
    "findings",
    "flagged",
    "flags_version",
    "journal_of",
    "machine",
    "machine_over",
    "marks_version",
    "masks",
    "move_touchpoint",
    "place_of",
    "preview_move",
    "preview_stage_set",
    "preview_touchpoint",
    "read_stage_set",
    "registry",
    "remove_touchpoint",
    "restore_stage_set",
    "rule_said",
    "rules_of",
    "same_stages",
    "save",
    "save_stage_set",
    "save_touchpoint",
    "saved_version",
    "silences_of",
    "stage_set_versions",
    "stage_sets",
    "standing_lens",
    "texts_of_rule",
    "to_text",
    "touchpoints",
    "usable",
    "view",
    "view_among",
]

WEND = "wend"
"""Who acts when nobody does."""
_TURN = "registry"
_MACHINES, _DRAFTS, _VIEWS = Kept(4), Kept(8), Kept(32)


def machine(workspace: Workspace) -> Machine:
    """The engine over the journal as it is now; one per journal version, so that what it has read serves every
    question.
    """
    journal, flags = workspace.log.journal(), flags_version(workspace)
    key = (workspace.log.directory, journal.version, flags, workspace.settings.engine)
    return _MACHINES.get(key, lambda: machine_over(workspace, journal, flags))


def draft(workspace: Workspace) -> Draft:
    """What Wend proposes for the log as it is now, with its reasons."""
    return _draft(workspace, machine(workspace))


def registry(workspace: Workspace) -> Registry:
    """The saved registry, or the proposal while nothing has been saved (its `version` is 0)."""
    return _registry(workspace, machine(workspace))


def view_among(whole: View, members: Masks, sign: str) -> View:
    """A view of some customers alone, given by a mask for each bucket of its journal; `sign` differs wherever others
    are among them.
    """
    engine = whole.machine.alone(Members(members, whole.machine.journal), sign)
    return replace(whole, machine=engine, told_version=f"{whole.version}{AMONG}{sign}")


def view(workspace: Workspace, stage_set: str | None = None) -> View:
    """The log through the registry and one stage set (the default one when none is named). Raises UnknownStageSet."""
    engine = machine(workspace)
    current = _registry(workspace, engine)
    chosen = current.stage_set(stage_set or "")
    if chosen is None and stage_set:
        raise UnknownStageSet(stage_set, [s.key for s in current.stage_sets])
    chosen = chosen or current.stage_sets[0]
    season = workspace.facts.season()
    key = (workspace.log.directory, engine.journal.version, current.version, chosen.key, season)

    def made() -> View:
        journal = journal_of(engine)
        tests = masks(engine, lambda name: workspace.log.property(name, journal))
        bought, zone = _draft(workspace, engine).bought, workspace.settings.timezone
        return View(
            engine, current, chosen, bought, tests, "", lambda name: workspace.log.property(name, journal), zone, season
        )

    return _VIEWS.get(key, made)


def touchpoints(workspace: Workspace) -> tuple[Touchpoint, ...]:
    """The registry's touchpoints in the order in which rules are tried."""
    return registry(workspace).touchpoints


def stage_sets(workspace: Workspace) -> tuple[StageSet, ...]:
    """The stage sets, the default one first."""
    current = registry(workspace)
    return tuple(sorted(current.stage_sets, key=lambda s: s.key != current.default))


def save(workspace: Workspace, changed: Registry, edited: int | None = None, who: str = "") -> Registry:
    """Keep a registry as the next version, and of its stage sets those that differ as their next ones.

    `edited` is the version the change was made on, if the caller wants it checked; `who` as the audit log names them.

    Raises NotValid with the findings, or ChangedElsewhere.
    """
    errors = [found for found in findings(workspace, changed) if found.level == "error"]
    if errors:
        raise NotValid(errors)
    changed = replace(changed, stage_sets=tuple(written_out(each, workspace.facts) for each in changed.stage_sets))
    proposed = registry(workspace).stage_sets
    with workspace.store.work(workspace.name) as work:
        work.lock(_TURN)
        before = repository.load(work)
        current = before.version if before else 0
        if edited is not None and edited != current:
            raise ChangedElsewhere(edited, current)
        was = before.stage_sets if before else proposed
        sets = history.numbered(changed.stage_sets, was, repository.last_versions(work))
        saved = replace(changed, stage_sets=sets, drafted=False).numbered(current + 1)
        repository.save(work, saved)
        _keep(work, was, sets, who, epoch_micros(workspace.clock.now()))
    return saved


def _keep(work: Work, was: Sequence[StageSet], sets: Sequence[StageSet], who: str, at: int) -> None:
    """Keep the sets that are new, and what there was before the first change of each."""
    known = {(each.key, each.version) for each in was}
    fresh = [each for each in sets if (each.key, each.version) not in known]
    changed = {each.key for each in fresh}
    repository.keep(work, [KeptSet(each, "", 0) for each in was if each.key in changed])
    repository.keep(work, [KeptSet(each, who, at) for each in fresh])
    for each in fresh:
        audit(work, who or WEND, "stage_set.saved", each.key, {"version": each.version})


def save_touchpoint(workspace: Workspace, key: str, touchpoint: Touchpoint, who: str = "") -> tuple[Touchpoint, ...]:
    """Change the touchpoint of that key (it may get a new one), or add it; the answer is the whole registry."""
    current = registry(workspace)
    edited = replace(anew(touchpoint), drafted=False)
    if current.touchpoint(key) is None:
        changed = with_touchpoint(current, edited)
    else:
        changed = replace(current, touchpoints=tuple(edited if t.key == key else t for t in current.touchpoints))
        if edited.key != key:
            changed = replace(changed, stage_sets=tuple(_renamed(s, key, edited.key) for s in changed.stage_sets))
    return save(workspace, changed, who=who).touchpoints


def move_touchpoint(workspace: Workspace, key: str, place: int, who: str = "") -> tuple[Touchpoint, ...]:
    """Try a touchpoint's rule at that place, the first being 1; the answer is the whole registry. Raises
    UnknownTouchpoint, NoSuchPlace, ChangedElsewhere.
    """
    current = registry(workspace)
    changed = moving.moved(current, key, place)
    if changed != current:
        changed = save(workspace, changed, current.version, who)
    return changed.touchpoints


def preview_move(workspace: Workspace, key: str, place: int) -> MovePreview:
    """Which events would change their touchpoint by it. Raises UnknownTouchpoint, NoSuchPlace."""
    return moving.preview(view(workspace), key, place)


def remove_touchpoint(workspace: Workspace, key: str, who: str = "") -> tuple[Touchpoint, ...]:
    """Take a touchpoint out, and out of every stage rule; its events fall to the next rule or become uncovered."""
    current = registry(workspace)
    if current.touchpoint(key) is None:
        raise UnknownTouchpoint(key, [t.key for t in current.touchpoints])
    kept = tuple(t for t in current.touchpoints if t.key != key)
    sets = tuple(_renamed(s, key, None) for s in current.stage_sets)
    return save(workspace, replace(current, touchpoints=kept, stage_sets=sets), who=who).touchpoints


def save_stage_set(
    workspace: Workspace, key: str, stage_set: StageSet, who: str = "", edited: int | None = None
) -> tuple[StageSet, ...]:
    """Change the stage set of that key, or add it. `edited` is the set's version that was changed, if the caller wants
    it checked. Raises NotValid, ChangedElsewhere.
    """
    current = registry(workspace)
    known = current.stage_set(key)
    if edited is not None and known is not None and edited != known.version:
        raise ChangedElsewhere(edited, known.version)
    named = replace(stage_set, key=key)
    others = tuple(named if s.key == key else s for s in current.stage_sets)
    sets = others if known else (*current.stage_sets, named)
    save(workspace, replace(current, stage_sets=sets), current.version, who)
    return stage_sets(workspace)


def stage_set_versions(workspace: Workspace, key: str) -> tuple[StageSetVersion, ...]:
    """Every version of a stage set with what changed, the newest first. Raises UnknownStageSet."""
    current = _found(registry(workspace), key)
    with workspace.store.reading(workspace.name) as reading:
        kept = repository.kept(reading, key)
    return history.told(kept or [KeptSet(current, "", 0)])


def restore_stage_set(workspace: Workspace, key: str, version: int, who: str = "") -> tuple[StageSet, ...]:
    """Save an earlier version as the next one. Raises UnknownStageSet, UnknownVersion, and NotValid when it names
    touchpoints that are gone.
    """
    for each in stage_set_versions(workspace, key):
        if each.version == version:
            return save_stage_set(workspace, key, each.stage_set, who)
    raise UnknownVersion(named=key, version=version)


def choose_stage_set(workspace: Workspace, key: str, who: str = "") -> tuple[StageSet, ...]:
    """Make a stage set the one that maps are drawn with when none is named. Raises UnknownStageSet."""
    current = registry(workspace)
    _found(current, key)
    save(workspace, replace(current, default=key), who=who)
    return stage_sets(workspace)


def findings(workspace: Workspace, changed: Registry) -> tuple[Finding, ...]:
    """What is wrong or odd about a registry before it is saved."""
    return checks.findings(changed, _known(workspace), workspace.facts)


def coverage(workspace: Workspace) -> Coverage:
    """What the registry covers, and what it does not."""
    return counting.coverage(view(workspace))


def preview_touchpoint(workspace: Workspace, touchpoint: Touchpoint) -> RulePreview:
    """How many events and customers a rule would take."""
    return counting.preview_touchpoint(view(workspace), anew(touchpoint), _known(workspace))


def preview_stage_set(workspace: Workspace, stage_set: StageSet, today: str | None = None) -> PreviewedStageSet:
    """Where customers would stand with an edited stage set, beside `today`: the saved set of the same key when none is
    named, else the default one. Raises UnknownStageSet.
    """
    known = registry(workspace).stage_set(stage_set.key)
    seen = view(workspace, today or (known.key if known else None))
    return previewing.preview(seen, stage_set, workspace.facts)


def checked_stage_set(workspace: Workspace, stage_set: StageSet) -> StageSet:
    """The set as it would be saved. Raises NotValid for one that would not be."""
    words, known = workspace.log.journal().words, touchpoints(workspace)
    return usable(stage_set, known, words.events, workspace.facts)


def _known(workspace: Workspace) -> checks.Known:
    """The names of the log; properties and currencies looked up only when a rule asks for them."""
    journal = workspace.log.journal()

    def properties() -> set[str]:
        return {each.name for kind in workspace.log.catalogue().kinds for each in kind.properties}

    def currencies() -> list[str]:
        return list(workspace.log.property(CURRENCY, journal).values.to_pylist())

    return checks.Known(journal.words.events, journal.words.channels, names(properties), names(currencies))


def _draft(workspace: Workspace, engine: Machine) -> Draft:
    key = (workspace.log.directory, engine.journal.version)
    return _DRAFTS.get(key, lambda: draft_from(engine))


def _registry(workspace: Workspace, engine: Machine) -> Registry:
    with workspace.store.reading(workspace.name) as reading:
        saved = repository.load(reading)
    return saved or _draft(workspace, engine).registry


def _found(current: Registry, key: str) -> StageSet:
    known = current.stage_set(key) if key else None
    if known is None:
        raise UnknownStageSet(key, [s.key for s in current.stage_sets])
    return known


def _renamed(stage_set: StageSet, old: str, new: str | None) -> StageSet:
    """The set with a touchpoint's key changed in its rules, or taken out; rules left without any go too."""
    stages = []
    for stage in stage_set.stages:
        rules = [replace(r, touchpoints=_swapped(r.touchpoints, old, new)) for r in stage.rules]
        told = {name: renamed(getattr(stage, name), old, new) for name in ("enter", "exit")} if new else {}
        stages.append(replace(stage, rules=tuple(r for r in rules if r.touchpoints), **told))
    return replace(stage_set, stages=tuple(stages))


def _swapped(keys: tuple[str, ...], old: str, new: str | None) -> tuple[str, ...]:
    return tuple(new or "" if key == old else key for key in keys if key != old or new)
