"""Computed traits: what a person did, in one number or word, defined once and answered for one person or for all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wend.domain.names import Name

Measure = Literal["count", "sum", "average", "first", "last", "most_frequent", "days_since"]
Of = Literal["", "amount", "rating", "channel", "event", "touchpoint", "property"]
"""What is measured of an event; "" for count and days_since."""


@dataclass(frozen=True, slots=True)
class ComputedTrait:
    """A definition. Events count when they fit every part that is named (`events` and `touchpoints`: either).

    `window_days` 0 is all time, else the last N days up to the moment of asking. `property` is named when `of` is
    "property". Sums and averages read numbers; first, last and most_frequent give texts.
    """

    name: str
    title: Name
    measure: Measure
    of: Of = ""
    property: str = ""
    events: tuple[str, ...] = ()
    touchpoints: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    window_days: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class ValueCount:
    """A value of a computed trait and how many people have it."""

    value: str
    customers: int


@dataclass(frozen=True, slots=True)
class ComputedColumn:
    """A computed trait over everybody: how many have a value; quartiles of numbers, the most usual texts."""

    name: str
    customers: int
    with_value: int
    lowest: float | None
    quartile: float | None
    median: float | None
    upper_quartile: float | None
    highest: float | None
    usual: tuple[ValueCount, ...]
