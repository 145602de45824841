"""Writing notes and taking them off the page."""

from __future__ import annotations

from wend.customers.model_notes import Note
from wend.customers.notes import repository
from wend.customers.notes.masking import masked
from wend.kit.errors import Mistake
from wend.people import erasing, facade as people
from wend.store.facade import Work
from wend.workspaces.facade import Workspace, audit

LONGEST = 5_000


class EmptyNote(Mistake):
    """A note without words, or with too many."""

    code = "notes.empty"


class UnknownNote(Mistake):
    """No note has this id."""

    code = "notes.unknown"
    status = 404


class ErasedPerson(Mistake):
    """Nothing is written about somebody who asked to be erased."""

    code = "notes.erased"
    status = 410


def of_person(workspace: Workspace, customer: str) -> tuple[Note, ...]:
    """The notes about a person, found by any of their identifiers, the newest first."""
    with workspace.store.reading(workspace.name) as reading:
        person = people.canonical(reading, [customer])[customer]
        return tuple(repository.of(reading, people.members(reading, person)))


def write(workspace: Workspace, identifier: str, text: str, who: str) -> Note:
    """Keep a note about whoever has this identifier, card and identity numbers masked.

    Raises EmptyNote, ErasedPerson.
    """
    words = text.replace("\x00", "").strip()
    if not 0 < len(words) <= LONGEST:
        raise EmptyNote(longest=LONGEST)
    shown, hidden = masked(words)
    id = workspace.ids.fresh("note")
    with workspace.store.work(workspace.name) as work:
        if erasing.is_erased(work, [identifier]):
            raise ErasedPerson
        repository.add(work, id, identifier, shown, who, hidden)
        about = erasing.ensured(work, workspace.ids).name(identifier)
        audit(work, who, "note.written", about, {"note": id, "hidden": list(hidden)})
        return _known(work, id)


def remove(workspace: Workspace, id: str, who: str) -> Note:
    """Take a note off the page; a second time changes nothing. Raises UnknownNote."""
    with workspace.store.work(workspace.name) as work:
        note = _known(work, id)
        if note.removed_at is None:
            repository.remove(work, id)
            about = erasing.ensured(work, workspace.ids).name(note.identifier)
            audit(work, who, "note.removed", about, {"note": id})
        return _known(work, id)


def _known(work: Work, id: str) -> Note:
    note = repository.one(work, id)
    if note is None:
        raise UnknownNote(id=id)
    return note
