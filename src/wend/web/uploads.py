"""The import wizard: files come in, a mapping is proposed, edited and checked, and only then imported."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from fastapi import UploadFile

from wend.collect import facade as collect
from wend.domain.names import Name
from wend.kit.errors import Mistake, WendError
from wend.kit.texts import Language
from wend.web.jobs import Jobs
from wend.web.shapes import Job, Plan, PlannedEvent, PlannedProblem, PlannedReason, UploadedColumn
from wend.workspaces.facade import Workspace

_EXAMPLES = 3
_LONGEST_NAME, _ENDING = 200, 40
"""Bytes of a file name, and those of its end that are kept when it is longer; file systems take 255."""
_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|]")
_JOBS = Jobs()


class UploadGone(Mistake):
    """The uploaded files are no longer here."""

    code = "web.upload_gone"
    status = 404


class ImportUnknown(Mistake):
    """No import of that id was started by this server."""

    code = "web.import_unknown"
    status = 404


class _Sentences(Protocol):
    """Anything that says itself in both languages."""

    def sentence(self, language: Language) -> str: ...


def receive(workspace: Workspace, files: Sequence[UploadFile]) -> Plan:
    """Keep the files under names made by us in a folder of their own, and propose how they become events."""
    upload = workspace.ids.fresh("upload")
    folder = _folder(workspace, upload)
    folder.mkdir(parents=True)
    for number, file in enumerate(files):
        name = _safe(file.filename or f"file-{number}")
        if (folder / name).exists():
            name = f"{number + 1}-{name}"
        with (folder / name).open("wb") as kept:
            shutil.copyfileobj(file.file, kept, 1 << 20)
    try:
        proposals = collect.propose(_paths(workspace, upload))
    except WendError:
        shutil.rmtree(folder)  # what cannot be read is not kept
        raise
    mappings = [each.mapping for each in proposals if each.mapping is not None]
    reasons = tuple(
        PlannedReason(each.path.name, _named(remark), each.confidence) for each in proposals for remark in each.reasons
    )
    questions = tuple(_named(question) for each in proposals for question in each.questions)
    first = next((each.path.name for each in proposals if each.mapping is not None), proposals[0].path.name)
    toml = collect.all_to_toml(mappings) if mappings else ""
    return _plan(workspace, upload, toml, first, reasons, questions)


def check(workspace: Workspace, upload: str, toml: str, file: str) -> Plan:
    """The plan under an edited mapping, seen through one of the files."""
    paths = _paths(workspace, upload)
    shown = file if any(path.name == file for path in paths) else paths[0].name
    return _plan(workspace, upload, toml, shown, (), ())


def start(workspace: Workspace, upload: str, toml: str) -> Job:
    """Begin the import under this mapping. Raises the mapping's Mistakes before anything is read."""
    paths, mappings = _paths(workspace, upload), collect.parse_mappings(toml)
    collect.pairs(paths, mappings)
    return _JOBS.start(workspace, paths, mappings)


def jobs(workspace: Workspace) -> list[Job]:
    """Imports of this server run in this workspace, newest first."""
    return _JOBS.all(workspace.name)


def job(workspace: Workspace, wanted: str) -> Job:
    """One import. Raises ImportUnknown."""
    found = next((each for each in jobs(workspace) if each.id == wanted), None)
    if found is None:
        raise ImportUnknown(id=wanted)
    return found


def _plan(
    workspace: Workspace,
    upload: str,
    toml: str,
    file: str,
    reasons: tuple[PlannedReason, ...],
    questions: tuple[Name, ...],
) -> Plan:
    paths = _paths(workspace, upload)
    path = next(each for each in paths if each.name == file)
    problems: list[PlannedProblem] = []
    shown, used = collect.preview(path), None
    try:
        mappings = collect.parse_mappings(toml) if toml.strip() else ()
        used = next((each for each in mappings if collect.fits_name(each, path)), None)
        shown = collect.preview(path, used, paths)
    except WendError as error:
        problems.append(_problem(error))
    problems += [PlannedProblem(row.reason, _named(row), _next(row), row.line) for row in shown.bad]
    return Plan(
        upload=upload,
        files=tuple(each.name for each in paths),
        file=file,
        columns=tuple(_columns(shown, used)),
        rows=shown.rows,
        toml=toml,
        reasons=reasons,
        questions=questions,
        problems=tuple(problems),
        events=tuple(_event(line, event) for line, event in enumerate(shown.events)),
    )


def _columns(shown: collect.Preview, used: collect.Mapping | None) -> Iterator[UploadedColumn]:
    roles: dict[str, str] = {}
    for place, column in collect.columns_needed(used) if used is not None else ():
        roles.setdefault(column, place)
    for number, name in enumerate(shown.columns):
        values = [row[number] for row in shown.rows]
        filled = [value for value in values if value]
        empty = 1 - len(filled) / len(values) if values else 0.0
        yield UploadedColumn(name, roles.get(name, ""), tuple(dict.fromkeys(filled))[:_EXAMPLES], empty)


def _event(line: int, event: dict[str, object]) -> PlannedEvent:
    def whole(name: str) -> int | None:
        value = event.get(name)
        return value if isinstance(value, int) else None

    currency = event.get("currency")
    return PlannedEvent(
        line=line,
        event=str(event["event"]),
        subject=str(event["subject"]),
        at=str(event["occurred_at"]),
        channel=str(event.get("channel", "")),
        rating=whole("rating"),
        amount=whole("amount"),
        currency=None if currency is None else str(currency),
    )


def _problem(error: WendError) -> PlannedProblem:
    message, following = (Name(say("en"), say("vi")) for say in (error.message, error.next_step))
    return PlannedProblem(error.code, message, following, None)


def _named(said: _Sentences) -> Name:
    return Name(said.sentence("en"), said.sentence("vi"))


def _next(row: collect.QuarantinedRow) -> Name:
    return Name(row.next_step("en"), row.next_step("vi"))


def _paths(workspace: Workspace, upload: str) -> list[Path]:
    folder = _folder(workspace, upload)
    if not folder.is_dir():
        raise UploadGone(upload=upload)
    return sorted(folder.iterdir())


def _folder(workspace: Workspace, upload: str) -> Path:
    return workspace.store.folder(workspace.name) / "uploads" / upload


def _safe(name: str) -> str:
    """The last part of a file name without anything a path could be made of; long names lose their middle."""
    plain = _UNSAFE.sub("_", Path(name).name).strip(". ") or "file"
    written = plain.encode(errors="replace")
    if len(written) > _LONGEST_NAME:
        written = written[: _LONGEST_NAME - _ENDING] + written[-_ENDING:]
    return written.decode(errors="ignore")
