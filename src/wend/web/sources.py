"""Endpoints of sources: what sends events, how much of it arrives, and how a program is pointed at Wend."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from wend.collect import facade as collect
from wend.collect.model_sources import AddedSource, Arriving, MadeKey, SourceLine, SourcePage, SourceState
from wend.web.bodies import ShortRoute
from wend.web.doorway import Here, Who
from wend.workspaces.facade import NewKey, Workspace, create_key

router = APIRouter(prefix="/api/sources", tags=["sources"], route_class=ShortRoute)
SourceKey = Annotated[str, Path(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
Short = Annotated[str, Field(max_length=200)]
Origins = Annotated[list[Short], Field(max_length=50)]


class NewSource(BaseModel):
    """A source over HTTP. `origins` are the sites that may send from browsers; none = every site."""

    model_config = ConfigDict(extra="forbid")
    name: Short
    channel: Short = ""
    currency: Short = ""
    country: Short = ""
    origins: Origins = []


class ChangedSource(BaseModel):
    """What may change of a source; what is left out stays."""

    model_config = ConfigDict(extra="forbid")
    name: Short | None = None
    state: SourceState | None = None
    channel: Short | None = None
    currency: Short | None = None
    country: Short | None = None
    origins: Origins | None = None


class KeyName(BaseModel):
    """What people call the key; empty = as the source."""

    model_config = ConfigDict(extra="forbid")
    name: Short = ""


@router.get("")
def sources(here: Here) -> tuple[SourceLine, ...]:
    """Every source with the volume of its last 24 hours."""
    return collect.sources(here)


@router.post("", status_code=201)
def add(here: Here, body: NewSource, request: Request, who: Who) -> AddedSource:
    """Add a source over HTTP, with a first write key (shown this once) and the code to paste."""
    document = body.model_dump(exclude={"name"})
    source = collect.add_source(here, "http", body.name, document, who=who)
    made = _made(here, create_key(here, "write", source.name, source.key, who=who), request)
    return AddedSource(collect.source_line(here, source.key), made)


@router.get("/{source}")
def page(here: Here, source: SourceKey, request: Request) -> SourcePage:
    """One source: seven days hour by hour, its keys, why events are in quarantine, and the code to paste."""
    return collect.source_page(here, source, base_of(here, request))


@router.put("/{source}")
def change(here: Here, source: SourceKey, body: ChangedSource, who: Who) -> SourceLine:
    """Rename a source, turn it on or off, or change what it knows."""
    collect.change_source(
        here,
        source,
        name=body.name,
        state=body.state,
        settings=body.model_dump(exclude={"name", "state"}, exclude_none=True),
        who=who,
    )
    return collect.source_line(here, source)


@router.get("/{source}/arriving")
def arriving(here: Here, source: SourceKey, limit: Annotated[int, Query(ge=1, le=200)] = 50) -> Arriving:
    """The newest events of the source: taken, or held back with the reason."""
    return collect.arriving(here, source, limit)


@router.post("/{source}/keys", status_code=201)
def add_key(here: Here, source: SourceKey, body: KeyName, request: Request, who: Who) -> MadeKey:
    """A further write key of the source, shown this once."""
    line = collect.source_line(here, source)
    return _made(here, create_key(here, "write", body.name or line.name, source, who=who), request)


def base_of(here: Workspace, request: Request) -> str:
    """The address at which programs reach this server: as the operator said, else as this request came."""
    return here.settings.public_url.rstrip("/") or f"{request.url.scheme}://{request.url.netloc}"


def _made(here: Workspace, new: NewKey, request: Request) -> MadeKey:
    return MadeKey(new, collect.snippets(base_of(here, request), here.settings.browser_library, new.key))
