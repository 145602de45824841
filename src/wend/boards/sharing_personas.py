"""Read-only links to a persona: the same page without any single customer, and without what they wrote."""

from __future__ import annotations

from dataclasses import replace

from wend.boards import repository
from wend.boards.errors import NotShared
from wend.boards.model import Named, NewShare, Share, SharedPersona
from wend.boards.sharing import live, make, without_people
from wend.conditions import document, sentence
from wend.domain.names import Name
from wend.kit.clock import epoch_micros
from wend.kit.errors import Mistake
from wend.kit.texts import LANGUAGES
from wend.personas import facade as personas
from wend.personas.facade import Persona, Portrait
from wend.segments import facade as segments
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace

MINUTE_US = 60_000_000
_PORTRAITS = touchpoints.Kept(64)
"""A portrait asks several questions of the whole log: a link that many open does not ask them for each look."""


def share_persona(workspace: Workspace, key: str, days: int, who: str) -> NewShare:
    """A new link that ends after so many days. Raises UnknownPersona, BadLife, TooMany."""
    return make(workspace, personas.persona(workspace, key).id, days, who, "persona")


def persona_shares(workspace: Workspace, key: str) -> tuple[Share, ...]:
    """Every link to a persona that was ever made, the newest first. Raises UnknownPersona."""
    id, now = personas.persona(workspace, key).id, epoch_micros(workspace.clock.now())
    with workspace.store.reading(workspace.name) as reading:
        return tuple(repository.shares_of(reading, id, now))


def shared_persona(workspace: Workspace, token: str) -> SharedPersona:
    """What a link to a persona opens: nobody's remarks, nobody's name, and no line by which somebody is reached. Raises
    NotShared, TooManyLooks.
    """
    with workspace.store.reading(workspace.name) as reading:
        link = live(workspace, reading, token)
    found = next((each for each in personas.personas(workspace) if each.id == link.dashboard), None)
    if found is None:
        raise NotShared
    try:
        portrait = _portrait(workspace, found)
    except Mistake:  # what it is made of is gone: its name is nothing for strangers, nor are those like it
        raise NotShared from None
    registry = touchpoints.view(workspace).registry
    stages = {stage.key: stage.name for each in registry.stage_sets for stage in each.stages}
    lines = tuple(replace(each, by="") for each in found.lines if not personas.reaches(f"{each.text} {each.source}"))
    return SharedPersona(
        found.name,
        _says(workspace, found),
        lines,
        portrait,
        tuple(Named(each.key, each.name) for each in registry.touchpoints),
        tuple(Named(key, name) for key, name in stages.items()),
        link.expires_at,
        workspace.settings.timezone,
    )


def _says(workspace: Workspace, found: Persona) -> Name | None:
    """Whose persona it is in words; None where these name somebody, or ask for a name."""
    condition, called = document.from_json(found.condition), segments.called(workspace)
    if personas.asks_for_a_name(condition):
        return None
    said = Name(*(sentence.explain(condition, language, called) for language in LANGUAGES))
    return None if personas.reaches(f"{said.en} {said.vi}") else said


def _portrait(workspace: Workspace, found: Persona) -> Portrait:
    """The portrait of this minute, without quotes. Of few customers it tells neither a journey nor what they are like:
    whoever knows one of them would read theirs.
    """
    seen, facts = touchpoints.view(workspace).version, workspace.facts.version()
    minute = epoch_micros(workspace.clock.now()) // MINUTE_US
    key = f"{workspace.settings.data} {workspace.name} {found.id} {found.version} {seen} {facts} {minute}"
    portrait: Portrait = _PORTRAITS.get(key, lambda: personas.portrait(workspace, found.id))
    if "few" in portrait.unknown:
        gaps = tuple(dict.fromkeys((*portrait.unknown, "traits", "journey")))
        return replace(portrait, quotes=(), answers=dict.fromkeys(portrait.answers, ()), journey=None, unknown=gaps)
    answers = {asks: tuple(without_people(list(rows))) for asks, rows in portrait.answers.items()}
    return replace(portrait, quotes=(), answers=answers, journey=without_people(portrait.journey))
