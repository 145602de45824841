"""Endpoints of what comes from other systems: webhooks that push to us, connectors by which we read. Secrets go in and
never come out.
"""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path
from pydantic import BaseModel, ConfigDict, Field

from wend.collect import facade as collect
from wend.collect.model_connectors import ConnectorSettings
from wend.collect.model_hooks import HookSettings, KnownSystem, ReplayedHook, TriedHook
from wend.web.bodies import StrictRoute
from wend.web.doorway import Here, Who
from wend.web.shapes import Replayed

router = APIRouter(prefix="/api", tags=["incoming"], route_class=StrictRoute)
Key = Annotated[str, Path(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
Short = Annotated[str, Field(max_length=200)]
Address = Annotated[str, Field(max_length=4_000)]
Toml = Annotated[str, Field(max_length=200_000)]


class HookSignature(BaseModel):
    """How a sender proves itself; what is left out is as the preset or the scheme has it."""

    model_config = ConfigDict(extra="forbid")
    scheme: Literal["hmac", "zalo", "token", "basic", "none"] | None = None
    header: Short | None = None
    algorithm: Literal["sha256", "sha1", "sha512"] | None = None
    encoding: Literal["hex", "base64"] | None = None
    prefix: Short | None = None
    signed: Short | None = None
    timestamp_header: Short | None = None
    tolerance_s: Annotated[int, Field(ge=1, le=86_400)] | None = None
    query: Short | None = None
    user: Short | None = None
    app_id: Short | None = None

    def settings(self) -> dict[str, object]:
        """What was given."""
        return self.model_dump(exclude_none=True)


class NewHook(BaseModel):
    """A webhook to set up: a preset, or a mapping and a signature of one's own."""

    model_config = ConfigDict(extra="forbid")
    name: Short
    preset: Short = ""
    mapping: Toml = ""
    secret: Annotated[str, Field(max_length=1_000)] = ""
    signature: HookSignature = HookSignature()
    delivery_header: Short = ""
    unsigned: bool = False


class ChangedHook(BaseModel):
    """What may change of a webhook; what is left out stays. A new secret counts beside the last one."""

    model_config = ConfigDict(extra="forbid")
    mapping: Toml | None = None
    secret: Annotated[str, Field(max_length=1_000)] | None = None
    signature: HookSignature | None = None
    delivery_header: Short | None = None
    unsigned: bool = False


class TrialBody(BaseModel):
    """A body as the other system sends it, and the mapping to try on it."""

    model_config = ConfigDict(extra="forbid")
    mapping: Toml
    body: Toml
    content_type: Short = "application/json"


class NewConnector(BaseModel):
    """A connector to set up: a table of a database, or a CSV file."""

    model_config = ConfigDict(extra="forbid")
    name: Short
    kind: Literal["database", "csv"]
    url: Address
    mapping: Toml
    table: Short = ""
    table_schema: Short = ""
    cursor: Short = ""
    keys: Annotated[list[Short], Field(max_length=20)] = []
    every_s: Annotated[int, Field(ge=60, le=31 * 86_400)] = 3_600


class ChangedConnector(BaseModel):
    """What may change of a connector; what is left out stays."""

    model_config = ConfigDict(extra="forbid")
    mapping: Toml | None = None
    url: Address | None = None
    every_s: Annotated[int, Field(ge=60, le=31 * 86_400)] | None = None
    from_start: bool = False


@router.get("/hook-systems")
def systems() -> tuple[KnownSystem, ...]:
    """Systems whose webhooks have a ready mapping."""
    return collect.hooks.known_systems()


@router.post("/hook-trials")
def try_hook(here: Here, trial: TrialBody) -> TriedHook:
    """What a mapping makes of a body; nothing is written."""
    return collect.hooks.try_mapping(here, trial.mapping, trial.body.encode(), trial.content_type)


@router.get("/hooks")
def hooks(here: Here) -> tuple[HookSettings, ...]:
    """All webhooks."""
    return collect.hooks.listed(here)


@router.post("/hooks", status_code=201)
def add_hook(here: Here, who: Who, hook: NewHook) -> HookSettings:
    """Set up a webhook; the other system sends to its `path`."""
    return collect.hooks.add(
        here,
        hook.name,
        hook.mapping,
        hook.secret,
        hook.signature.settings(),
        preset=hook.preset,
        delivery_header=hook.delivery_header,
        unsigned=hook.unsigned,
        who=who,
    )


@router.get("/hooks/{source}")
def hook(here: Here, source: Key) -> HookSettings:
    """A webhook as it was set up."""
    return collect.hooks.settings(here, source)


@router.put("/hooks/{source}")
def change_hook(here: Here, who: Who, source: Key, changed: ChangedHook) -> HookSettings:
    """Change a webhook."""
    return collect.hooks.change(
        here,
        source,
        mapping=changed.mapping,
        secret=changed.secret,
        signature=None if changed.signature is None else changed.signature.settings(),
        delivery_header=changed.delivery_header,
        unsigned=changed.unsigned,
        who=who,
    )


@router.post("/hooks/{source}/replay")
def replay_hook(here: Here, source: Key) -> ReplayedHook:
    """Try the records in quarantine again, with the mapping as it is now."""
    return collect.hooks.replay(here, source)


@router.get("/connectors")
def connectors(here: Here) -> tuple[ConnectorSettings, ...]:
    """All connectors, and how far each has come."""
    return collect.connectors.listed(here)


@router.post("/connectors", status_code=201)
def add_connector(here: Here, who: Who, made: NewConnector) -> ConnectorSettings:
    """Set up a connector; it runs as soon as a worker is free."""
    if made.kind == "csv":
        return collect.connectors.add_csv(here, made.name, made.url, made.mapping, every_s=made.every_s, who=who)
    return collect.connectors.add_database(
        here,
        made.name,
        made.url,
        made.table,
        made.mapping,
        keys=tuple(made.keys),
        cursor=made.cursor,
        schema=made.table_schema,
        every_s=made.every_s,
        who=who,
    )


@router.get("/connectors/{source}")
def connector(here: Here, source: Key) -> ConnectorSettings:
    """A connector as it was set up, and how far it has come."""
    return collect.connectors.settings(here, source)


@router.put("/connectors/{source}")
def change_connector(here: Here, who: Who, source: Key, changed: ChangedConnector) -> ConnectorSettings:
    """Change a connector."""
    return collect.connectors.change(
        here,
        source,
        mapping=changed.mapping,
        url=changed.url,
        every_s=changed.every_s,
        from_start=changed.from_start,
        who=who,
    )


@router.post("/connectors/{source}/run", status_code=202)
def run_connector(here: Here, source: Key) -> ConnectorSettings:
    """Ask for a run now; ask for the connector again to see that it has run."""
    return collect.connectors.run_soon(here, source)


@router.post("/connectors/{source}/replay")
def replay_connector(here: Here, source: Key) -> Replayed:
    """Try the rows in quarantine again, with the mapping as it is now."""
    done = collect.connectors.replay(here, source)
    return Replayed(added=done.events, still_bad=done.still_bad)
