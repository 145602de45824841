"""Events, the identifiers they came under, and the scales on which customers rate.

A **journey** is one customer's events in time order. An event's name is past tense (`order.placed`); names that start
with `$` are Wend's own rows (`$identify` carries traits) and never part of a journey.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

IdentifierKind = Literal["customer", "email", "phone", "device"]
IDENTIFIER_KINDS: tuple[IdentifierKind, ...] = get_args(IdentifierKind)

IDENTIFY = "$identify"
NO_RATING = -32768
"""Sentinel in the journal's rating and expectation columns: this event rates nothing."""
NOT_COVERED = 65535
"""Code of an event that no touchpoint covers, and of a rating that names no event it is about."""

Scale = Literal["stars5", "csat5", "csat7", "ces7", "nps", "ten"]
SCALES: tuple[Scale, ...] = get_args(Scale)
_SCALE_BOUNDS: dict[Scale, tuple[int, int]] = {
    "stars5": (1, 5),
    "csat5": (1, 5),
    "csat7": (1, 7),
    "ces7": (1, 7),
    "nps": (0, 10),
    "ten": (1, 10),
}


def scale_bounds(scale: Scale) -> tuple[int, int]:
    """Lowest and highest answer of a scale."""
    return _SCALE_BOUNDS[scale]


def feeling(score: float, scale: Scale) -> int:
    """A raw answer as a feeling in hundredths from −200 (very negative) to +200 (very positive).

    The scale is stretched linearly so that its lowest answer is −200 and its highest +200
    (stars: (x − 3) · 100; effort 1–7: (x − 4) · 200/3; 0–10: (x − 5) · 40), rounded half away from zero.

    >>> feeling(4, "stars5"), feeling(0, "nps"), feeling(6, "ces7")
    (100, -200, 133)
    """
    low, high = _SCALE_BOUNDS[scale]
    exact = (score - (low + high) / 2) * 400 / (high - low)
    return int(exact + 0.5) if exact >= 0 else -int(-exact + 0.5)


@dataclass(frozen=True, slots=True)
class Identifier:
    """One name under which a customer is known: a customer number, an e-mail, a phone, a device."""

    kind: IdentifierKind
    value: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.value}"

    @classmethod
    def parse(cls, written: str) -> Identifier:
        """`"phone:+84901234567"` → Identifier; raises ValueError for an unknown kind."""
        kind, _, value = written.partition(":")
        for known in IDENTIFIER_KINDS:
            if kind == known:
                return cls(known, value)
        raise ValueError(kind)


@dataclass(frozen=True, slots=True)
class Event:
    """One thing a customer did, or that was done to them. Times are aware and UTC; amounts are minor units."""

    event_id: int
    subject: Identifier
    name: str
    occurred_at: datetime
    received_at: datetime
    channel: str = ""
    rating: int | None = None
    expectation: int | None = None
    about: str | None = None
    amount: int | None = None
    currency: str | None = None
    source: str = ""
    properties: str | None = None
