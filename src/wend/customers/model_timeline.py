"""Everything one person did, on every channel, newest first. Times are epoch seconds, money minor units, feelings
hundredths from −200 to 200.
"""

from __future__ import annotations

from dataclasses import dataclass

from wend.domain.names import Name


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """One event, with the touchpoint it belongs to when one covers it.

    `session` numbers the visits of the person (a pause of half an hour begins a new one), `order` is the order the
    event speaks of, if any; both are for grouping. `source` is who told us, `came_under` the identifier it came under.
    """

    event_id: str
    event: str
    touchpoint: Name | None
    touchpoint_key: str
    stage: str
    channel: str
    at: int
    received_at: int
    rating: int | None
    expectation: int | None
    about: str | None
    amount: int | None
    currency: str | None
    comment: str
    came_under: str
    source: str
    session: int
    order: str
    recent: bool
    properties: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """A page of the timeline, newest first. `total` counts the events that fit the filter; `next_cursor` leads to
    older ones and stays true while new events arrive.
    """

    customer: str
    events: tuple[TimelineEvent, ...]
    total: int
    next_cursor: str | None


@dataclass(frozen=True, slots=True)
class TimelineFilter:
    """Which events are shown; nothing named = all."""

    channels: tuple[str, ...] = ()
    touchpoints: tuple[str, ...] = ()
    with_rating: bool = False
    with_money: bool = False


@dataclass(frozen=True, slots=True)
class ChannelCount:
    """How many of the person's events came over one channel."""

    channel: str
    events: int
