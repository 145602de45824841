"""Definitions of computed traits, and what they say about everybody."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np

from wend.customers import repository
from wend.customers.computing import Asked
from wend.customers.errors import BadComputedTrait, BadTraitRules, UnknownComputedTrait
from wend.customers.model_computed import ComputedColumn, ComputedTrait, ValueCount
from wend.customers.model_profile import TraitRules
from wend.kit.clock import epoch_seconds
from wend.kit.texts import text
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace

_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
_LONGEST_WINDOW = 3_650
_ADDED = frozenset({"amount", "rating", "property"})
_USUAL = 20
_QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)


def definitions(workspace: Workspace) -> tuple[ComputedTrait, ...]:
    """All definitions, by name."""
    with workspace.store.reading(workspace.name) as reading:
        return repository.computed_traits(reading)


def define(workspace: Workspace, trait: ComputedTrait) -> ComputedTrait:
    """Keep a definition, as the next version of its name. Raises BadComputedTrait."""
    problem = _problem(trait)
    if problem:
        raise BadComputedTrait(name=trait.name[:60], problem=text("en", f"profiles.computed.problem.{problem}"))
    with workspace.store.work(workspace.name) as work:
        before = next((each for each in repository.computed_traits(work) if each.name == trait.name), None)
        kept = replace(trait, version=(before.version if before else 0) + 1)
        repository.save_computed_trait(work, kept)
    return kept


def forget(workspace: Workspace, name: str) -> None:
    """Take a definition away. Raises UnknownComputedTrait."""
    with workspace.store.work(workspace.name) as work:
        gone = repository.forget_computed_trait(work, name)
    if not gone:
        raise _unknown(workspace, name)


def over_everybody(workspace: Workspace, name: str) -> ComputedColumn:
    """A computed trait over all real customers. Raises UnknownComputedTrait."""
    trait = next((each for each in definitions(workspace) if each.name == name), None)
    if trait is None:
        raise _unknown(workspace, name)
    return summary(asked(workspace, trait))


def asked(workspace: Workspace, trait: ComputedTrait) -> Asked:
    """The definition over the journal as it is now."""
    view = touchpoints.view(workspace)
    journal = workspace.log.journal()
    now = epoch_seconds(workspace.clock.now())
    return Asked(trait, view, lambda each: workspace.log.property(each, journal), now)


def summary(asked: Asked) -> ComputedColumn:
    """How many have a value; quartiles of numbers, the most usual words."""
    left_out = asked.view.machine.left_out
    parts = [rows if left_out is None else rows[~left_out[n]] for n, rows in enumerate(asked.rows())]
    rows = np.concatenate([*parts, np.zeros((0, 4), np.int64)])
    told = rows[rows[:, 2] > 0]
    usual: tuple[ValueCount, ...] = ()
    quarters: tuple[float | None, ...] = (None,) * len(_QUARTERS)
    if len(told) and asked.is_word:
        codes, counts = np.unique(told[:, 1], return_counts=True)
        best = np.argsort(-counts, kind="stable")[:_USUAL]
        usual = tuple(ValueCount(str(asked.decoded(int(codes[k]), 1)), int(counts[k])) for k in best)
    elif len(told):
        ordered = told[np.argsort(told[:, 1] / told[:, 2], kind="stable")]
        places = [round(share * (len(ordered) - 1)) for share in _QUARTERS]
        quarters = tuple(_number(asked.decoded(int(ordered[k, 1]), int(ordered[k, 2]))) for k in places)
    lowest, quartile, median, upper, highest = quarters
    return ComputedColumn(asked.trait.name, len(rows), len(told), lowest, quartile, median, upper, highest, usual)


def trait_rules(workspace: Workspace) -> TraitRules:
    """How a trait's value is chosen where several were said."""
    with workspace.store.reading(workspace.name) as reading:
        return repository.trait_rules(reading)


def save_trait_rules(workspace: Workspace, rules: TraitRules) -> TraitRules:
    """Let these rules hold for every profile from now on. Raises BadTraitRules."""
    known = ("newest", "trusted", "first")
    wrong = next((rule for rule in (rules.default, *dict(rules.rules).values()) if rule not in known), None)
    if wrong is not None:
        raise BadTraitRules(problem=str(wrong)[:60])
    with workspace.store.work(workspace.name) as work:
        repository.save_trait_rules(work, rules)
    return rules


def _problem(trait: ComputedTrait) -> str:
    if not _NAME.fullmatch(trait.name):
        return "name"
    counts = trait.measure in ("count", "days_since")
    if counts != (trait.of == ""):
        return "of_extra" if counts else "of_missing"
    if trait.measure in ("sum", "average") and trait.of not in _ADDED:
        return "not_number"
    if (trait.of == "property") != bool(trait.property):
        return "property"
    return "" if 0 <= trait.window_days <= _LONGEST_WINDOW else "window"


def _unknown(workspace: Workspace, name: str) -> UnknownComputedTrait:
    known = [each.name for each in definitions(workspace)]
    return UnknownComputedTrait(name, known)


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
