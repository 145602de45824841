"""Endpoints of keys and of the audit log."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from wend.collect import facade as collect
from wend.collect.model_sources import MadeKey
from wend.web.bodies import ShortRoute
from wend.web.doorway import Here, Who
from wend.web.sources import base_of
from wend.workspaces import facade as workspaces
from wend.workspaces.facade import AuditEntry, Key, Scope

router = APIRouter(prefix="/api", tags=["keys"], route_class=ShortRoute)
KeyId = Annotated[str, Path(pattern=r"^[a-z0-9_]{1,40}$")]
_USUAL_SOURCE = "server"
_HOURS = 24 * 7
_LONGEST_HOURS = 24 * 366


class NewSecretKey(BaseModel):
    """A secret key and what it may do. Events sent with it belong to `source` (`server` when left out);
    without `days` it works until it is revoked.
    """

    model_config = ConfigDict(extra="forbid")
    name: Annotated[str, Field(max_length=200)]
    scopes: Annotated[list[Scope], Field(max_length=20)]
    source: Annotated[str, Field(max_length=40)] = ""
    days: Annotated[int | None, Field(ge=1, le=3_660)] = None


class Rotation(BaseModel):
    """How many hours the old key goes on working."""

    model_config = ConfigDict(extra="forbid")
    keep_hours: Annotated[int, Field(ge=0, le=_LONGEST_HOURS)] = _HOURS


@router.get("/keys")
def keys(here: Here) -> tuple[Key, ...]:
    """Every key that was ever made, the newest first; never the key itself."""
    return workspaces.keys(here)


@router.post("/keys", status_code=201)
def create(here: Here, body: NewSecretKey, who: Who) -> MadeKey:
    """A secret key, shown this once. Write keys are made at their source."""
    sends = "collect:protected" in body.scopes
    source = collect.ensure_source(here, body.source or _USUAL_SOURCE, who=who).key if sends else None
    life = None if body.days is None else timedelta(days=body.days)
    return MadeKey(workspaces.create_key(here, "secret", body.name, source, body.scopes, life=life, who=who), ())


@router.post("/keys/{key}/rotate", status_code=201)
def rotate(here: Here, key: KeyId, body: Rotation, request: Request, who: Who) -> MadeKey:
    """A successor, shown this once; the old key goes on working for a while."""
    new = workspaces.rotate_key(here, key, keep=timedelta(hours=body.keep_hours), who=who)
    code = (
        () if new.kind != "write" else collect.snippets(base_of(here, request), here.settings.browser_library, new.key)
    )
    return MadeKey(new, code)


@router.post("/keys/{key}/revoke")
def revoke(here: Here, key: KeyId, who: Who) -> Key:
    """End a key at once and for good."""
    return workspaces.revoke_key(here, key, who=who)


@router.get("/audit")
def audit(
    here: Here,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    before: Annotated[int | None, Query(ge=1, le=2**62)] = None,
) -> tuple[AuditEntry, ...]:
    """The newest entries of the audit log; `before` continues below a sequence number."""
    return workspaces.audit_entries(here, limit, before)
