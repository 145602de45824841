"""Sources as data: what sends events, how much, what went wrong, and how to point a program at it.

Times are epoch seconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from wend.domain.names import Name
from wend.workspaces.facade import Key, NewKey

SourceKind = Literal["http", "webhook", "connector"]
KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
SourceState = Literal["on", "off"]
STATES: tuple[SourceState, ...] = get_args(SourceState)
Platform = Literal["browser", "python", "node", "curl"]
PLATFORMS: tuple[Platform, ...] = get_args(Platform)
Fate = Literal["accepted", "quarantined"]


@dataclass(frozen=True, slots=True)
class Source:
    """A source as it was set up; `document` is what its kind needs to know."""

    key: str
    kind: SourceKind
    name: str
    state: SourceState
    document: Mapping[str, object]
    created_at: int


@dataclass(frozen=True, slots=True)
class Volume:
    """Events that came in. `repeated` had been counted before; `refused` counts whole requests."""

    accepted: int = 0
    repeated: int = 0
    quarantined: int = 0
    refused: int = 0

    def __add__(self, other: Volume) -> Volume:
        return Volume(
            self.accepted + other.accepted,
            self.repeated + other.repeated,
            self.quarantined + other.quarantined,
            self.refused + other.refused,
        )


@dataclass(frozen=True, slots=True)
class HourVolume:
    """What came in during the hour that began at `hour`."""

    hour: int
    volume: Volume


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of the list. `day` is the last 24 hours, `hours` their accepted events hour by hour, the newest last;
    `last_at` is None before the first event.
    """

    key: str
    kind: SourceKind
    name: str
    state: SourceState
    created_at: int
    last_at: int | None
    day: Volume
    hours: tuple[int, ...]
    live_keys: int


@dataclass(frozen=True, slots=True)
class Complaint:
    """A reason for which events of the source are in quarantine: in words, what to do, how many, the newest."""

    reason: str
    said: Name
    next: Name
    events: int
    newest_at: int


@dataclass(frozen=True, slots=True)
class Snippet:
    """Code to paste: `code` has its comments in the reader's language. `filled` says that the real key is in it."""

    platform: Platform
    title: Name
    language: str
    code: Name
    filled: bool


@dataclass(frozen=True, slots=True)
class SourcePage:
    """All there is to see about one source; `hours` covers seven days without a gap, the newest last."""

    source: SourceLine
    origins: tuple[str, ...]
    hours: tuple[HourVolume, ...]
    week: Volume
    keys: tuple[Key, ...]
    complaints: tuple[Complaint, ...]
    snippets: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True)
class ArrivingEvent:
    """One event that came in a moment ago. `who` is masked; `reason` is why it is in quarantine."""

    at: int
    event: str
    who: str
    fate: Fate
    reason: Name | None


@dataclass(frozen=True, slots=True)
class Arriving:
    """The newest events of a source, the newest first."""

    events: tuple[ArrivingEvent, ...]


@dataclass(frozen=True, slots=True)
class MadeKey:
    """A key that was just made, shown this once, and for a write key the code to paste with it."""

    key: NewKey
    snippets: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True)
class AddedSource:
    """A source that was just added, and its first key."""

    source: SourceLine
    made: MadeKey
