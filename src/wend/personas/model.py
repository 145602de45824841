"""What the room hands out: frozen, JSON-ready."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Asks = Literal["who", "drivers", "goals", "satisfaction"]
ASKS: tuple[Asks, ...] = ("who", "drivers", "goals", "satisfaction")
"""The four questions: who exactly, what drives the purchase, what they want to achieve, what affects satisfaction."""
Gap = Literal["few", "drivers", "goals", "traits", "journey", "quotes", "feelings"]
Known = Literal["found", "steps", "nothing", "few"]
"""Whether something was found, nothing but steps of buying, nothing at all, or there is too little to tell."""


@dataclass(frozen=True, slots=True)
class Line:
    """What somebody wrote about a persona under one of the four questions, and where they know it from."""

    asks: Asks
    text: str
    source: str
    by: str
    at: int


@dataclass(frozen=True, slots=True)
class Persona:
    """A persona: its condition and what people wrote. `version` grows with each change; times are epoch seconds."""

    id: str
    name: str
    condition: dict[str, Any]
    lines: tuple[Line, ...]
    version: int
    by: str
    at: int


@dataclass(frozen=True, slots=True)
class Quote:
    """What a customer of the persona said, without anything by which they could be reached. The feeling is from −2 to
    2.
    """

    text: str
    feeling: float | None
    at: int


@dataclass(frozen=True, slots=True)
class Drivers:
    """What goes with an outcome among the persona's own customers: rows of the question `drivers`, the surest first.

    `n` journeys that ended, or ratings; `level` the share of them that ended in a purchase, or the mean rating from −2
    to 2, with its 95 % interval; all None where there are too few. `tested` touchpoints had enough on both sides;
    `pending` journeys are too young to tell; a touchpoint counts for `window_seconds`.
    """

    known: Known
    n: int
    people: int
    level: float | None
    low: float | None
    high: float | None
    tested: int
    pending: int
    window_seconds: int
    rows: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Portrait:
    """What the log says of a persona's customers. `answers` are rows of the question `compare` under the question of
    the four that they help to answer; `purchase` and `satisfaction` what comes before a purchase and before ratings;
    `journey` is a row of the question `representative`; `unknown` are gaps.
    """

    customers: int
    of: int
    share: float
    low: float
    high: float
    as_of: int
    answers: dict[Asks, tuple[dict[str, Any], ...]]
    purchase: Drivers
    satisfaction: Drivers
    journey: dict[str, Any] | None
    quotes: tuple[Quote, ...]
    unknown: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Proposed:
    """A kind of customers that could become a persona: its number in the answer of `clusters`, its size, and the rows
    that say what it is like.
    """

    group: int
    customers: int
    share: float
    typical: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Invitation:
    """Customers of a persona who agreed to be asked: `ids` are canonical. Nothing is sent."""

    customers: int
    agreed: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Invited:
    """What a file of an invitation holds: `rows` customers with an address, of `customers` of the persona, `agreed` of
    whom agreed to be asked; left out are those without consent, and those without an address on the channel.
    """

    customers: int
    agreed: int
    rows: int
    without_consent: int
    without_address: int
