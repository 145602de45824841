"""Endpoints of segments: what they say, who is in them and who was, lists, and files of members."""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from tempfile import mkstemp
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Query, UploadFile
from fastapi.responses import FileResponse, StreamingResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.background import BackgroundTask

from wend.customers import facade as customers
from wend.customers.model import CustomerPage
from wend.domain.names import Name as InWords
from wend.segments import facade as segments
from wend.segments.model import (
    Belongs,
    Change,
    ExportForm,
    ListChange,
    Listed,
    Member,
    NewSegment,
    Segment,
    SegmentVersion,
    SizePoint,
)
from wend.web.bodies import StrictRoute
from wend.web.doorway import Here, Limit, Spoken, Who

router = APIRouter(prefix="/api/segments", tags=["segments"], route_class=StrictRoute)
Key = Annotated[str, Field(max_length=120)]
Name = Annotated[str, Field(max_length=400)]
Document = dict[str, Any]  # Any: a condition; `conditions.document` reads it
_ENDINGS: dict[ExportForm, str] = {"csv": "csv", "parquet": "parquet", "meta": "csv", "google": "csv"}
_MEDIA: dict[str, str] = {"csv": "text/csv; charset=utf-8", "parquet": "application/vnd.apache.parquet"}


class NewSegmentBody(BaseModel):
    """A condition to keep under a name; without a key one is made from the name. `webhook` is told who enters and
    leaves.
    """

    model_config = ConfigDict(extra="forbid")
    name: Name
    condition: Document
    key: Annotated[str, Field(max_length=120)] = ""
    webhook: Annotated[str, Field(max_length=2_000)] = ""


class ChangedSegmentBody(BaseModel):
    """The same for one that is there; `version` is the one that was seen."""

    model_config = ConfigDict(extra="forbid")
    name: Name
    condition: Document
    version: Annotated[int, Field(ge=1, le=1_000_000)]
    webhook: Annotated[str, Field(max_length=2_000)] = ""


Adding = Annotated[bool, Query()]


class NewListBody(BaseModel):
    """Customers to keep as a list: any of their identifiers, with its kind or as people write it."""

    model_config = ConfigDict(extra="forbid")
    name: Name
    identifiers: Annotated[list[Annotated[str, Field(max_length=1_000)]], Field(min_length=1, max_length=100_000)]
    key: Annotated[str, Field(max_length=120)] = ""


class ChangedListBody(BaseModel):
    """The customers that a list names from now on."""

    model_config = ConfigDict(extra="forbid")
    identifiers: Annotated[list[Annotated[str, Field(max_length=1_000)]], Field(min_length=1, max_length=100_000)]


@dataclass(frozen=True, slots=True)
class ChangesShown:
    """A page of changes as `ChangePage`, with why each of them came in words, and what its customers are called, as far
    as the journal has them.
    """

    changes: tuple[Change, ...]
    reasons: tuple[InWords, ...]
    before: int | None
    after: int | None
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class MembersShown:
    """A page of members: since when each is one, and who they are, both in the same order."""

    members: tuple[Member, ...]
    total: int
    following: str
    page: CustomerPage


@router.get("")
def every(here: Here) -> list[Segment]:
    """Every segment, by name."""
    return list(segments.segments(here))


@router.post("", status_code=201)
def create(here: Here, who: Who, body: NewSegmentBody) -> NewSegment:
    """Keep a condition and find its members. The secret that signs for a webhook is shown here and never again."""
    return segments.create(here, body.name, body.condition, who, key=body.key, webhook=body.webhook)


@router.post("/lists", status_code=201)
def create_list(here: Here, who: Who, body: NewListBody) -> Listed:
    """Keep a static list; the answer says whom nobody knows."""
    return segments.create_list(here, body.name, body.identifiers, who, key=body.key)


@router.post("/lists/file", status_code=201)
def upload_list(
    here: Here,
    who: Who,
    name: Annotated[str, Form(max_length=400)],
    file: Annotated[UploadFile, File()],
    key: Annotated[str, Form(max_length=120)] = "",
) -> Listed:
    """The same from a CSV: columns `customer`, `email`, `phone`, `device`, or `identifier`, or the first one."""
    return segments.create_list(here, name, _rows(file), who, key=key)


@router.put("/lists/{key}")
def replace_list(here: Here, who: Who, key: Key, body: ChangedListBody) -> Listed:
    """Let a list name these customers, and nobody else."""
    return segments.replace_list(here, key, body.identifiers, who)


@router.post("/lists/{key}/preview")
def preview_list(here: Here, key: Key, file: Annotated[UploadFile, File()], adding: Adding = False) -> ListChange:
    """What a new file (CSV, as for a new list) would make of a list; nothing is changed."""
    return segments.preview_list(here, key, _rows(file), adding=adding)


@router.post("/lists/left-out", response_class=StreamingResponse)
def left_out_of_list(here: Here, spoken: Spoken, file: Annotated[UploadFile, File()]) -> StreamingResponse:
    """Of a file for a list every row about which there is something to say: a CSV with lines, reasons and next steps
    that can be mended and taken again. Nothing is kept.
    """
    lines = segments.left_out_of_list(here, _rows(file), spoken)
    named = {"content-disposition": 'attachment; filename="left-out.csv"'}
    return StreamingResponse(chain(["\ufeff"], lines), media_type="text/csv; charset=utf-8", headers=named)


@router.put("/lists/{key}/file")
def replace_list_by_file(
    here: Here, who: Who, key: Key, file: Annotated[UploadFile, File()], adding: Adding = False
) -> Listed:
    """Let a list name whom a file names, and nobody else; `adding`: beside whom it names already."""
    return segments.replace_list(here, key, _rows(file), who, adding=adding)


@router.get("/of/{customer:path}")
def of_customer(here: Here, customer: str) -> list[Belongs]:
    """The segments that a customer is in; any identifier will do."""
    return list(segments.of_customer(here, customer))


@router.get("/changes-of/{customer:path}")
def changes_of(here: Here, customer: str, limit: Limit = 100) -> list[Change]:
    """What a customer entered and left, the newest first."""
    return list(segments.history_of(here, customer, limit=limit))


@router.get("/{key}")
def one(here: Here, key: Key) -> Segment:
    """A segment by its key or its name."""
    return segments.segment(here, key)


@router.put("/{key}")
def change(here: Here, who: Who, key: Key, body: ChangedSegmentBody) -> NewSegment:
    """Keep its next version; 409 when somebody else did so meanwhile. Only the difference enters and leaves."""
    return segments.change(here, key, body.name, body.condition, body.version, who, webhook=body.webhook)


@router.delete("/{key}", status_code=204)
def remove(here: Here, who: Who, key: Key) -> None:
    """Take it away with its history; 409 while another segment is made of it."""
    segments.remove(here, key, who)


@router.post("/{key}/recount")
def recount(here: Here, who: Who, key: Key) -> Segment:
    """Judge everybody anew."""
    return segments.recount(here, key, who)


@router.get("/{key}/versions")
def versions(here: Here, key: Key) -> list[SegmentVersion]:
    """Everything it ever said, the newest first."""
    return list(segments.versions(here, key))


@router.get("/{key}/members")
def members(
    here: Here, key: Key, after: Annotated[str, Query(max_length=1_000)] = "", limit: Limit = 50
) -> MembersShown:
    """Members now, in the order of their ids; `following` is the `after` of the next page."""
    found = segments.members(here, key, after=after, limit=limit)
    page = customers.page_of(here, [each.customer for each in found.members], limit=limit)
    return MembersShown(found.members, found.total, found.following, page)


@router.get("/{key}/history")
def history(
    here: Here,
    key: Key,
    before: Annotated[int | None, Query(ge=1)] = None,
    after: Annotated[int | None, Query(ge=0)] = None,
    limit: Limit = 100,
) -> ChangesShown:
    """Who entered and left, when and why, the newest first; `before` of the answer begins the next page. With `after`
    the oldest first, for whoever follows along: `after` of the answer begins the next page, also when none is there
    yet; 0 begins at the beginning. No change is missed and none comes twice, whatever is written meanwhile.
    """
    found = segments.history(here, key, before=before, after=after, limit=limit)
    people = customers.page_of(here, list({each.customer for each in found.changes}), limit=limit).rows
    reasons = segments.reasons(here, found.changes)
    return ChangesShown(found.changes, reasons, found.before, found.after, {row.customer: row.label for row in people})


@router.get("/{key}/size")
def size(here: Here, key: Key, days: Annotated[int, Query(ge=1, le=730)] = 84) -> list[SizePoint]:
    """How large it was on each day; days before it was made are computed, and say so."""
    return list(segments.sizes(here, key, days=days))


@router.get("/{key}/export", response_class=FileResponse)
def export(
    here: Here,
    who: Who,
    key: Key,
    form: Annotated[ExportForm, Query(alias="format")] = "csv",
    purpose: Annotated[list[Annotated[str, Field(max_length=63)]], Query(max_length=10)] = [],  # noqa: B006  # FastAPI copies it
) -> FileResponse:
    """The members as a file: everybody as CSV or Parquet; for Meta and Google the hashed addresses of those who agreed.
    Headers say how many: `Wend-Members`, `Wend-Customers`, `Wend-Rows`, `Wend-Without-Consent`, `Wend-Without-Address`.
    """
    handle, path = mkstemp(suffix=f".{_ENDINGS[form]}")
    os.close(handle)
    try:
        told = segments.export(here, key, form, Path(path), who, purposes=tuple(purpose))
    except BaseException:
        Path(path).unlink()
        raise
    counts = {"Members": told.members, "Customers": told.customers, "Rows": told.rows}
    counts |= {"Without-Consent": told.without_consent, "Without-Address": told.without_address}
    headers = {f"Wend-{name}": str(count) for name, count in counts.items()}
    gone = BackgroundTask(Path(path).unlink, missing_ok=True)
    named = f"{segments.segment(here, key).key}-{form}.{_ENDINGS[form]}"
    return FileResponse(path, 200, headers, _MEDIA[_ENDINGS[form]], gone, filename=named)


def _rows(file: UploadFile) -> segments.ListFile:
    return segments.list_file(segments.text_of(file.file.read()))
