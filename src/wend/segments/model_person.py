"""One person with their segments, as the doors show them. Times are epoch seconds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wend.customers.facade import CustomerProfile, ProfileLookup, TimelineEvent
from wend.domain.names import Name
from wend.segments.model import Belongs, What, Why

Beside = Literal["beside", "only", "none"]
"""What of a timeline is shown: events with changes of segments beside them, the changes alone, the events alone."""


@dataclass(frozen=True, slots=True)
class Held:
    """Whether a condition holds of a customer at a moment; `until` is the earliest one after it at which that changes
    without another event, None = it never does.
    """

    customer: str
    at: int
    holds: bool
    until: int | None


@dataclass(frozen=True, slots=True)
class Passage:
    """Somebody entered or left a segment, told beside what they did: why, in words, and for an event its id."""

    sequence: int
    segment: str
    name: str
    version: int
    what: What
    why: Why
    said: Name
    event_id: str
    at: int


@dataclass(frozen=True, slots=True)
class PersonPage(CustomerProfile):
    """One person as of this moment, with the segments that they are in, by name."""

    segments: tuple[Belongs, ...]


@dataclass(frozen=True, slots=True)
class PersonLookup(ProfileLookup):
    """What a server needs to speak to one person, with the keys of the segments that they are in."""

    segments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonTimeline:
    """A page of what somebody did and of the segments that they entered and left, both newest first; a change stands
    above the events of its second. `total` events and `total_changes` fit the filter, whether they are shown or not;
    `next_cursor` leads to what is older and stays true while more arrives.
    """

    customer: str
    events: tuple[TimelineEvent, ...]
    changes: tuple[Passage, ...]
    total: int
    total_changes: int
    next_cursor: str | None
