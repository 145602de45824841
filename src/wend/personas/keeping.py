"""Personas are kept, changed and taken away by people; at most six."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from wend.kit.clock import epoch_seconds
from wend.personas import repository, rules
from wend.personas.errors import ChangedMeanwhile, TooMany
from wend.personas.model import Persona
from wend.questions import facade as questions
from wend.workspaces.facade import Workspace, audit

Written = Iterable[tuple[str, str, str]]
"""Lines as (asks, text, source)."""


def personas(workspace: Workspace) -> tuple[Persona, ...]:
    """All of them, by name."""
    with workspace.store.reading(workspace.name) as reading:
        return tuple(repository.every(reading))


def persona(workspace: Workspace, key: str) -> Persona:
    """One by its id or its name. Raises UnknownPersona."""
    return rules.found(personas(workspace), key)


def create(workspace: Workspace, name: str, condition: dict[str, Any] | str, who: str) -> Persona:
    """A persona of the customers of whom a condition holds. Raises BadName, NameTaken, TooMany and what is wrong with
    the condition.
    """
    called, written = rules.name_of(name), _checked(workspace, condition)
    with workspace.store.work(workspace.name) as work:
        known = repository.every(work)
        if len(known) >= rules.MOST:
            raise TooMany(most=rules.MOST)
        rules.check_free(known, called, "")
        made = Persona(
            workspace.ids.fresh("persona"), called, written, (), 1, who, epoch_seconds(workspace.clock.now())
        )
        repository.keep(work, made)
        audit(work, who, "persona.set", made.id, {"version": 1})
    return made


def change(
    workspace: Workspace, key: str, name: str, condition: dict[str, Any] | str, lines: Written, version: int, who: str
) -> Persona:
    """The next version, for who saw `version`. Raises UnknownPersona, ChangedMeanwhile, BadLine and what `create`
    raises.
    """
    called, written, now = rules.name_of(name), _checked(workspace, condition), epoch_seconds(workspace.clock.now())
    with workspace.store.work(workspace.name) as work:
        known = repository.every(work)
        before = rules.found(known, key)
        if before.version != version:
            raise ChangedMeanwhile(name=before.name, by=before.by)
        rules.check_free(known, called, before.id)
        told = rules.checked_lines(lines, before.lines, who, now)
        made = Persona(before.id, called, written, told, version + 1, who, now)
        repository.keep(work, made)
        audit(work, who, "persona.set", made.id, {"version": made.version})
    return made


def remove(workspace: Workspace, key: str, who: str) -> None:
    """Take it away. Raises UnknownPersona."""
    with workspace.store.work(workspace.name) as work:
        gone = rules.found(repository.every(work), key)
        repository.remove(work, gone.id)
        audit(work, who, "persona.removed", gone.id)


def _checked(workspace: Workspace, condition: dict[str, Any] | str) -> dict[str, Any]:
    """The canonical document of a condition whose names are known."""
    canonical = questions.condition(condition)
    questions.checked(workspace, json.dumps(canonical))
    return canonical
