"""Access to a person's data and its erasure, as rooms and doors see them. Times are epoch seconds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonFile:
    """Everything about one person in one file: readable in both languages, with the same as data inside."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class ErasurePlan:
    """What erasing would take away, for whoever must confirm it. `confirm` is the word to send back."""

    customer: str
    identifiers: tuple[str, ...]
    events: int
    first_at: int | None
    last_at: int | None
    notes: int
    consents: int
    quarantined: int
    confirm: str


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure did. `rows` counts store rows by table; `remains` names files that still hold a trace."""

    request: str
    identifiers: int
    events: int
    files: int
    rows: tuple[tuple[str, int], ...]
    uploads: int
    remains: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ErasureNote:
    """One past erasure, so that a report from before it can be marked: when, and how many events left the log."""

    at: int
    events: int
