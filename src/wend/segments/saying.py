"""Why somebody entered or left a segment, in words: by which event, or by which part of what it says as time passed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from wend.conditions.called import Called
from wend.conditions.sentence import clause
from wend.conditions.text_read import parse
from wend.conditions.tree import Group, Leaf
from wend.domain.names import Name
from wend.kit.errors import WendError
from wend.kit.texts import LANGUAGES, Language, text
from wend.people import facade as people
from wend.segments import naming
from wend.segments.model import Change
from wend.workspaces.facade import Workspace

_DAY = 86_400
"""Events are looked for so near a change first; one that came later than that is found in its customer's life."""


def reasons(workspace: Workspace, changes: Sequence[Change]) -> tuple[Name, ...]:
    """Why each of these changes came, whoever they are of. An event that the log has no more stands by its id."""
    called, events = naming.called(workspace), _events(workspace, changes)
    return tuple(why(each, called, events.get(each.because)) for each in changes)


def _events(workspace: Workspace, changes: Sequence[Change]) -> Mapping[str, Name]:
    """What the events of some changes are called, by their ids; all of them are looked up at once."""
    told = [each for each in changes if each.why == "event" and each.because.lstrip("-").isdecimal()]
    if not told:
        return {}
    moments = [each.at for each in told]
    rows = workspace.log.events([int(each.because) for each in told], min(moments) - _DAY, max(moments) + _DAY)
    found = dict(zip(rows.column("event_id").to_pylist(), rows.column("event").to_pylist(), strict=True))
    late = [each for each in told if int(each.because) not in found]
    if late:
        found |= _lived(workspace, {each.customer for each in late})
    names = naming.called(workspace).event
    return {str(id): names.get(event) or Name(event, event) for id, event in found.items()}


def _lived(workspace: Workspace, customers: Iterable[str]) -> dict[int, str]:
    """The events of some customers by their ids, however long before they came they had happened."""
    with workspace.store.reading(workspace.name) as reading:
        persons = people.canonical(reading, customers).values()
        identifiers = [each for members in people.members_of(reading, persons).values() for each in members]
    return {row.event_id: row.event for row in workspace.log.life(identifiers, workspace.log.journal_at_hand())}


def why(change: Change, called: Called, event: Name | None) -> Name:
    """Why a change came; `event` is what the event is called that did it."""

    def one(language: Language) -> str:
        if event is not None:
            return _text(language, "event", event=event.in_(language))
        turned = _leaf(change.because) if change.why == "window" else None
        if turned is not None:
            return _text(language, "window", clause=clause(turned, language, called))
        return text(language, f"segments.why.{change.why}", because=change.because)

    return _in_words(one)


def since_the_beginning() -> Name:
    """Of whom no change is told: they were in it when it was made."""
    return _in_words(lambda language: _text(language, "first"))


def _leaf(written: str) -> Leaf | None:
    """The part of a condition that a change names; None for one that an older Wend wrote otherwise."""
    try:
        found = parse(written)
    except WendError:
        return None
    return None if isinstance(found, Group) else found


def _in_words(said: Callable[[Language], str]) -> Name:
    return Name(*(said(language) for language in LANGUAGES))


def _text(language: Language, key: str, **places: str) -> str:
    return text(language, f"segments.because.{key}", **places)
