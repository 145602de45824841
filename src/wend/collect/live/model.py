"""What travels through live collection: who sends, what was taken, what is held back, and what became of it all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, Self, get_args

from wend.identity.reasons import Evidence
from wend.log.live import LiveRow

Kind = Literal["track", "identify", "page", "screen", "group", "alias"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Fields = dict[str, Any]  # Any: whatever JSON holds

MOST_BODY = 500 * 1024
MOST_EVENT = 32 * 1024
MOST_EVENTS = 2_500


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends: the source that the key belongs to, and how to read what its events leave open."""

    source: str
    channel: str = ""
    currency: str = ""
    country: str = "VN"
    origins: tuple[str, ...] = ()
    """Pages that may send in a browser; empty = all."""
    trusted: bool = False
    """It came with a secret key that may send protected events."""


@dataclass(frozen=True, slots=True)
class Membership:
    """A group call: this account exists, is so, and this identifier belongs to it. `at` is µs."""

    account: str
    identifier: str
    traits: Mapping[str, Any]
    at: int


class Taken(NamedTuple):
    """A message that became an event. Without a mark it came without an id, and a repeat cannot be told."""

    row: LiveRow
    properties: Mapping[str, Any]
    """The row's properties before they became text, for the event plan."""
    content: bytes
    mark: bytes | None
    evidence: tuple[Evidence, ...] = ()
    membership: Membership | None = None
    original: Mapping[str, Any] = MappingProxyType({})
    """The message itself: it is needed once more when its id turns out to be somebody else's."""
    place: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """A message that waits in quarantine. `row` is its JSON; `mark` tells the same message sent again."""

    reason: str
    details: Mapping[str, str]
    kind: str
    row: str
    content: bytes
    mark: bytes | None
    place: int = 0


@dataclass(frozen=True, slots=True)
class Delivery:
    """The messages of one request, checked. `received_at` is µs, `size` the bytes it takes in the queue."""

    source: str
    received_at: int
    taken: tuple[Taken, ...]
    held: tuple[Held, ...]
    size: int
    refused: int = 0
    """Whole requests that were refused; they are only counted."""

    @classmethod
    def refusal(cls, source: str) -> Self:
        """A request of a source that was refused as a whole."""
        return cls(source, 0, (), (), 0, refused=1)

    @property
    def messages(self) -> int:
        """How many messages it holds; a refusal weighs like one."""
        return len(self.taken) + len(self.held) + self.refused


class Problem(NamedTuple):
    """One message of a request that was not taken: its place in the batch, and why."""

    place: int
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a delivery, true once this can be read: it is on disk."""

    accepted: int = 0
    repeated: int = 0
    quarantined: int = 0
    suppressed: int = 0
    problems: tuple[Problem, ...] = ()
