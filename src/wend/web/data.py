"""Endpoints of data: the import wizard, the event catalogue, the quarantine."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Path, UploadFile
from pydantic import BaseModel, ConfigDict, Field

from wend.web import quarantine, uploads
from wend.web.bodies import StrictRoute
from wend.web.catalogue import catalogue_page
from wend.web.doorway import Here, Limit, Offset
from wend.web.shapes import CataloguePage, Job, Plan, QuarantinePage, Replayed

router = APIRouter(prefix="/api", tags=["data"], route_class=StrictRoute)
UploadKey = Annotated[str, Path(pattern=r"^[a-z0-9_]{1,40}$")]


class Draft(BaseModel):
    """A mapping as edited: the TOML text, and the file it is meant for (empty = the main one)."""

    model_config = ConfigDict(extra="forbid")
    toml: Annotated[str, Field(max_length=200_000)] = ""
    file: Annotated[str, Field(max_length=255)] = ""


class Mended(BaseModel):
    """A mended mapping as TOML; empty means each import's own."""

    model_config = ConfigDict(extra="forbid")
    toml: Annotated[str, Field(max_length=200_000)] = ""


@router.post("/uploads")
def upload(here: Here, files: Annotated[list[UploadFile], File()]) -> Plan:
    """Take files in, look at them, and propose how they become events. Nothing is imported yet."""
    return uploads.receive(here, files)


@router.post("/uploads/{upload}/check")
def check(here: Here, upload: UploadKey, draft: Draft) -> Plan:
    """What the first rows become under an edited mapping, and what is wrong with it."""
    return uploads.check(here, upload, draft.toml, draft.file)


@router.post("/uploads/{upload}/import", status_code=202)
def start(here: Here, upload: UploadKey, draft: Draft) -> Job:
    """Start the import; ask for its state at `/api/imports/{id}`."""
    return uploads.start(here, upload, draft.toml)


@router.get("/imports")
def imports(here: Here) -> list[Job]:
    """Imports of this server run, newest first."""
    return uploads.jobs(here)


@router.get("/imports/{job}")
def progress(here: Here, job: UploadKey) -> Job:
    """How far an import is."""
    return uploads.job(here, job)


@router.get("/catalogue")
def catalogue(here: Here) -> CataloguePage:
    """Every event name with its volume, channels, properties and the touchpoints that cover it."""
    return catalogue_page(here)


@router.get("/quarantine")
def waiting(here: Here, limit: Limit = 50, offset: Offset = 0) -> QuarantinePage:
    """Rows that could not be used, and why."""
    return quarantine.quarantine_page(here, limit, offset)


@router.post("/quarantine/replay")
def replay(here: Here, mended: Mended) -> Replayed:
    """Try the waiting rows again, under a mended mapping when one is given."""
    return quarantine.replay(here, mended.toml)


@router.post("/quarantine/dismiss")
def dismiss(here: Here) -> Replayed:
    """Set the waiting rows aside for good."""
    return quarantine.dismiss(here)
