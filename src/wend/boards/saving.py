"""Saved questions: kept in versions, asked again by name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from wend.boards import repository
from wend.boards.alerts import repository as alerts
from wend.boards.errors import ChangedMeanwhile, InUse, TooMany, UnknownSaved
from wend.boards.model import Asked, Saved
from wend.boards.rules import check_asked, check_free, found, name_of, selection_of
from wend.kit.clock import epoch_micros
from wend.questions import facade as questions
from wend.questions.facade import Answer
from wend.store.facade import Reading, Work
from wend.workspaces.facade import Workspace, audit

MOST_SAVED = 1_000
NO_FILES: Mapping[str, Path] = {}


def save(workspace: Workspace, name: str, asked: Asked, who: str) -> Saved:
    """Keep a question under a name that no other has. Raises BadName, NameTaken, BadAsked, TooMany and what the
    question's parameters raise.
    """
    called = name_of(name)
    _check(asked)
    with workspace.store.work(workspace.name) as work:
        known = repository.all_saved(work)
        if len(known) >= MOST_SAVED:
            raise TooMany(what="saved questions", most=MOST_SAVED)
        check_free(known, called, "")
        return _kept(work, Saved(workspace.ids.fresh("saved"), called, asked, 1, who, 0))


def change(workspace: Workspace, id: str, name: str, asked: Asked, version: int, who: str) -> Saved:
    """The next version, for who saw `version`. Raises UnknownSaved, ChangedMeanwhile and what `save` raises."""
    called = name_of(name)
    _check(asked)
    with workspace.store.work(workspace.name) as work:
        known = repository.all_saved(work)
        before = found(known, id, UnknownSaved)
        if before.version != version:
            raise ChangedMeanwhile(name=before.name, by=before.by)
        check_free(known, called, before.id)
        return _kept(work, Saved(before.id, called, asked, version + 1, who, 0))


def remove(workspace: Workspace, id: str, who: str) -> None:
    """Take it away with its versions. Raises UnknownSaved, InUse."""
    with workspace.store.work(workspace.name) as work:
        gone = found(repository.all_saved(work), id, UnknownSaved)
        boards = [each.name for each in repository.all_dashboards(work) if gone.id in {t.question for t in each.tiles}]
        users = [*boards, *(each.name for each in alerts.every(work) if each.question == gone.id)]
        if users:
            raise InUse(name=gone.name, users=", ".join(users))
        repository.remove_saved(work, gone.id)
        audit(work, who, "saved_question.removed", gone.id)


def saved_questions(workspace: Workspace) -> tuple[Saved, ...]:
    """All saved questions, by name."""
    with workspace.store.reading(workspace.name) as reading:
        return tuple(repository.all_saved(reading))


def saved(workspace: Workspace, key: str) -> Saved:
    """A saved question by its id or its name. Raises UnknownSaved."""
    with workspace.store.reading(workspace.name) as reading:
        return saved_in(reading, key)


def saved_in(reading: Reading, key: str) -> Saved:
    """The same within a transaction."""
    return found(repository.all_saved(reading), key, UnknownSaved)


def versions(workspace: Workspace, id: str) -> tuple[Saved, ...]:
    """Everything it ever was, the newest first. Raises UnknownSaved."""
    with workspace.store.reading(workspace.name) as reading:
        return tuple(repository.versions(reading, saved_in(reading, id).id))


def answer(workspace: Workspace, asked: Asked, files: Mapping[str, Path] = NO_FILES) -> Answer:
    """The answer now: a period of last days is counted from today. `files` are parameters of whoever sits at this
    machine, which no saved question can name.
    """
    check_asked(asked)
    selection = selection_of(asked, workspace.clock.now(), workspace.settings.timezone)
    return questions.ask(workspace, asked.question, {**asked.params, **files}, selection, asked.over or None, asked.per)


def _check(asked: Asked) -> None:
    check_asked(asked)
    questions.check(asked.question, asked.params)


def _kept(work: Work, saved: Saved) -> Saved:
    repository.keep_saved(work, saved, epoch_micros(work.clock.now()))
    return saved_in(work, saved.id)
