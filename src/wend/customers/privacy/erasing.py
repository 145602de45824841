"""Erasing a person everywhere. The request is written down first, in the transaction that closes the door on them; each
step after it may be killed and done again, and only the last one takes the request away.

1. Their identifiers are marked (keyed hashes): nothing that comes in from now on is theirs.
2. Rows of the store: identity, notes, flags, accounts, quarantine; consents stay under a hash, as the law wants.
3. The log, written anew without them, and everything derived from it.
4. Uploaded files: nobody needs them after their import, and they may hold anything.
5. The request loses its details; then the store's file is written anew, so that no free page keeps a byte.
"""

from __future__ import annotations

import json
import mmap
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from wend.customers.errors import UnknownCustomer
from wend.customers.model_privacy import Erased, ErasureNote
from wend.customers.privacy import repository
from wend.customers.privacy.repository import Sought
from wend.customers.who import Person, candidates, person, who
from wend.domain.event import IDENTIFY
from wend.kit.clock import epoch_micros
from wend.kit.errors import Trouble
from wend.log.facade import LogRow
from wend.log.failpoints import reached
from wend.people import erasing as marks
from wend.people.leaving import left
from wend.people.traces import pattern_of
from wend.store import tasks
from wend.store.facade import Work
from wend.workspaces.facade import Workspace, audit

KIND = "erase"
OURS = timedelta(minutes=10)
"""How long whoever asked is given to do it, before the worker takes the task for left behind."""
UPLOADS, ANSWERS = "uploads", "maps"
"""Folders beside the log: files that came over HTTP, and answers kept for the next start (they may quote comments)."""
_TELLING = re.compile(r"name|tên|ten\b|họ|address|địa chỉ|dia_?chi|street|birth|sinh|mail|phone|điện thoại|sdt", re.I)
_MOST_TEXTS = 200
_EVERYBODY = 1_000_000_000
_ANEW = frozenset({".parquet", ".npy", ".lock", ".bucket", ".run", ".property"})


@dataclass(frozen=True, slots=True)
class _Request:
    """An erasure under way, as it waits among the tasks. Emptied of the person before it is done."""

    name: str
    identifiers: tuple[str, ...]
    texts: tuple[str, ...]
    who: str
    rows: dict[str, int]
    events: int = 0
    files: int = 0
    uploads: int = 0
    count: int = 0

    @property
    def sought(self) -> Sought:
        """The person as rows may know them."""
        return Sought(self.identifiers, pattern_of(self.identifiers), pattern_of(self.identifiers, self.texts))

    def document(self) -> str:
        """As the task keeps it."""
        held = {name: getattr(self, name) for name in self.__dataclass_fields__ if name != "name"}
        return json.dumps(held, ensure_ascii=False)


def erase(workspace: Workspace, found: Person, who_asks: str, reason: str) -> Erased:
    """Erase a person, and come back when no byte is left. Raises LogBusy and StoreBusy; the person is marked already
    then, and `finish` goes on.
    """
    request = _begin(workspace, found, who_asks, reason)
    try:
        return _run(workspace, request)
    except Trouble:
        with workspace.store.work(workspace.name) as work:
            tasks.wake(work, request.name, epoch_micros(work.clock.now()))
        raise


def finish(workspace: Workspace) -> tuple[Erased, ...]:
    """Finish the erasures that were cut off."""
    with workspace.store.reading(workspace.name) as reading:
        waiting = [_of_task(task.name, task.details) for task in tasks.every(reading, (KIND,))]
    return tuple(_run(workspace, request) for request in waiting)


def go_on(workspace: Workspace, name: str, details: str) -> Erased:
    """Finish one of them, for whoever holds its task and takes it away afterwards."""
    return _run(workspace, _of_task(name, details), held=True)


def kept_marks(workspace: Workspace) -> tuple[str, ...]:
    """The marks of everybody erased, to be kept beside backups: they say who must be erased again after a restore."""
    with workspace.store.reading(workspace.name) as reading:
        gone = marks.forgotten(reading)
    return tuple(sorted(each.hex() for each in gone.marks)) if gone is not None else ()


def erase_again(workspace: Workspace, kept: Iterable[bytes], who_asks: str, reason: str) -> Erased | None:
    """Erase everybody whose mark was kept, out of a restored backup, in one go; None when nobody of them is there."""
    with workspace.store.work(workspace.name) as work:
        marks.take_over(work, kept)
        gone = marks.forgotten(work)
        held = repository.everybody_named(work)
    if gone is None:
        return None
    subjects = workspace.log.query("SELECT DISTINCT subject FROM events", most=_EVERYBODY).column("subject").to_pylist()
    found = sorted(gone.among({*subjects, *held}))
    if not found:
        return None
    rows = tuple(workspace.log.life(found, workspace.log.journal_at_hand()))
    people = Person(found[0], tuple(found), rows, (), frozenset(), workspace.log.journal_at_hand())
    return erase(workspace, people, who_asks, reason)


def lift(workspace: Workspace, keys: Iterable[str], who_asks: str, reason: str) -> int:
    """Let people come back who want to: what comes from now on is theirs again. What was erased stays erased."""
    identifiers = [each for key in keys for each in candidates(key)]
    with workspace.store.work(workspace.name) as work:
        known = sorted(marks.is_erased(work, identifiers))
        lifted = marks.remember(work, known)
        for each in known:
            audit(work, who_asks, "person.erasure_lifted", marks.marker_of(work).name(each), {"reason": reason})
    return lifted


def erasures(workspace: Workspace) -> tuple[ErasureNote, ...]:
    """Past erasures, the newest first, so that a report from before them can be marked."""
    with workspace.store.reading(workspace.name) as reading:
        return tuple(
            ErasureNote(at // 1_000_000, int(details.get("events", 0))) for at, details in repository.erasures(reading)
        )


def found(workspace: Workspace, key: str) -> Person:
    """Whoever goes by this key, also somebody who never did anything but is spoken of. Raises UnknownCustomer."""
    try:
        return person(workspace, key)
    except UnknownCustomer:
        with workspace.store.reading(workspace.name) as reading:
            named = next((each for each in candidates(key) if repository.is_named(reading, each)), None)
        if named is None:
            raise
    return Person(named, (named,), (), (), frozenset(), workspace.log.journal_at_hand())


def _begin(workspace: Workspace, found: Person, who_asks: str, reason: str) -> _Request:
    name = workspace.ids.fresh("erasure")
    with workspace.store.work(workspace.name) as work:
        whole = sorted({*found.identifiers, *(each for one in found.identifiers for each in who(work, one)[1])})
        request = _Request(name, tuple(whole), telling_texts(found.rows), who_asks, {}, count=len(whole))
        due = epoch_micros(work.clock.now() + OURS)
        tasks.schedule(work, name, KIND, due, details=request.document())
        marks.forget(work, whole, workspace.ids)
        about = marks.marker_of(work).name(found.customer)
        audit(work, who_asks, "person.erasure_requested", about, {"request": name, "reason": reason})
    reached("after_erasure_request")
    return request


def telling_texts(rows: Iterable[LogRow]) -> tuple[str, ...]:
    """Names, addresses and the like that the person's own rows give them: what to look for in examples and names of
    files.
    """
    found: dict[str, None] = {}
    for row in rows:
        given: Any = json.loads(row.properties or "{}") if row.event == IDENTIFY else {}
        for name, value in given.items():
            if isinstance(value, str) and _TELLING.search(name):
                found[value.strip()] = None
    return tuple(found)[:_MOST_TEXTS]


def _run(workspace: Workspace, request: _Request, *, held: bool = False) -> Erased:
    sought, remains = request.sought, tuple[str, ...]()
    if request.identifiers:
        if not request.rows:
            request = _rows(workspace, request)
        gone = workspace.log.erase(sought.identifiers, sought.pattern)
        request = replace(request, events=request.events + gone.events, files=request.files + gone.files)
        request = replace(request, uploads=request.uploads + _drop_uploads(workspace))
        request = _emptied(workspace, request)
    workspace.store.scrub()
    reached("after_erasure_scrub")
    if sought.pattern:
        remains = traces(workspace.store.folder(workspace.name), sought.pattern)
    if not held:
        with workspace.store.work(workspace.name) as work:
            tasks.cancel(work, request.name)
    counted = tuple(sorted((name, count) for name, count in request.rows.items() if name != _DONE))
    return Erased(request.name, request.count, request.events, request.files, counted, request.uploads, remains)


_DONE = "done"
"""Among the counts of rows: they were deleted, even if there were none."""


def _rows(workspace: Workspace, request: _Request) -> _Request:
    with workspace.store.work(workspace.name) as work:
        marker = marks.marker_of(work)
        outside = repository.tied_outside(work, request.identifiers)
        done = repository.delete_rows(work, request.sought, marker)
        left(work, outside)
        request = replace(request, rows={**done, _DONE: 1})
        _keep(work, request)
    reached("after_erasure_rows")
    return request


def _emptied(workspace: Workspace, request: _Request) -> _Request:
    """Nothing of the person is left but the request itself: empty it, and say in the audit log that it is done."""
    empty = replace(request, identifiers=(), texts=())
    with workspace.store.work(workspace.name) as work:
        _keep(work, empty)
        told = {"identifiers": request.count, "events": request.events, "files": request.files}
        audit(work, request.who, "person.erased", request.name, {**told, "uploads": request.uploads})
    reached("after_erasure_emptied")
    return empty


def _drop_uploads(workspace: Workspace) -> int:
    """Delete every uploaded file and every kept answer; returns how many were uploaded. An import that was cut off
    takes the same file again.
    """
    folder = workspace.store.folder(workspace.name) / UPLOADS
    files = [path for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []
    shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(folder.with_name(ANSWERS), ignore_errors=True)
    reached("after_erasure_uploads")
    return len(files)


def traces(folder: Path, pattern: str) -> tuple[str, ...]:
    """Files that plainly hold a trace: a last look, for what no step knows of. What was just written anew is not looked
    into.
    """
    sought = re.compile(f"(?i:{pattern})".encode())
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in _ANEW and path.stat().st_size:
            with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as read:
                if sought.search(read):
                    found.append(str(path.relative_to(folder)))
    return tuple(found)


def _keep(work: Work, request: _Request) -> None:
    tasks.schedule(work, request.name, KIND, epoch_micros(work.clock.now()), details=request.document())


def _of_task(name: str, details: str) -> _Request:
    held: dict[str, Any] = json.loads(details)
    held["identifiers"], held["texts"] = tuple(held["identifiers"]), tuple(held["texts"])
    return _Request(name, **held)
