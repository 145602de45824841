"""Webhooks as the doors show them. A secret is never among it, not even sealed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wend.domain.names import Name
from wend.kit.errors import Mistake

MOST_BODY = 1024 * 1024


class HookTooLarge(Mistake):
    """More bytes or records than one request may carry."""

    code = "hooks.too_large"
    status = 413


@dataclass(frozen=True, slots=True)
class KnownSystem:
    """A system whose webhooks have a ready mapping; `proven` says that it was tried against the real one."""

    key: str
    name: Name
    mapping: str
    signature: Mapping[str, object]
    proven: bool


@dataclass(frozen=True, slots=True)
class HookSettings:
    """A webhook as it was set up: where it is reached, how its sender proves itself, and its mapping as TOML.

    Some systems ask the address to prove itself first; `verify_token` is what they are given for that.
    """

    source: str
    name: str
    state: str
    path: str
    preset: str
    mapping: str
    signature: Mapping[str, object]
    secrets: int
    delivery_header: str
    verify_token: str


@dataclass(frozen=True, slots=True)
class TriedRecord:
    """What a mapping makes of a record: events as the log would hold them, or why it cannot be used."""

    event: str
    at: str
    subject: str
    identifiers: tuple[str, ...]
    channel: str
    amount: int | None
    currency: str | None
    properties: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class TriedHook:
    """A body tried with a mapping; nothing is written. `problems` are sentences."""

    records: int
    events: tuple[TriedRecord, ...]
    problems: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class ReplayedHook:
    """What became of the records in quarantine."""

    records: int
    events: int
    still_held: int
