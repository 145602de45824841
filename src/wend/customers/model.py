"""One customer as people see them. Times are epoch seconds, money minor units, feelings hundredths from −200 to 200."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wend.domain.names import Name

State = Literal["active", "slowing", "left"]


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One line of a list of customers."""

    customer: str
    label: str
    events: int
    first_at: int
    last_at: int
    traits: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CustomerPage:
    """A page of customers; `total` counts all that fit, `next_offset` is None on the last page."""

    rows: tuple[CustomerRow, ...]
    total: int
    next_offset: int | None


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """One event of a customer, with the touchpoint it belongs to when one covers it."""

    event_id: str
    event: str
    touchpoint: Name | None
    stage: str
    channel: str
    at: int
    rating: int | None
    expectation: int | None
    about: str | None
    amount: int | None
    currency: str | None
    comment: str
    came_under: str
    properties: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class StageSpan:
    """A time spent in one stage; the last one has no end."""

    stage: str
    name: Name
    entered_at: int
    left_at: int | None


@dataclass(frozen=True, slots=True)
class IdentityLink:
    """Why two identifiers are one person."""

    a: str
    b: str
    reason: Name
    source: str


@dataclass(frozen=True, slots=True)
class CustomerProfile:
    """One person: who, which identifiers and why, traits, stages with dates, and the newest events first."""

    customer: str
    label: str
    state: State
    stage: str
    stage_name: Name
    identifiers: tuple[str, ...]
    links: tuple[IdentityLink, ...]
    traits: tuple[tuple[str, str], ...]
    stages: tuple[StageSpan, ...]
    events: int
    money: tuple[tuple[str, int], ...]
    first_at: int
    last_at: int
    timeline: tuple[TimelineEvent, ...]
    next_offset: int | None
