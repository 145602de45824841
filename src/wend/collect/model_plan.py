"""An event plan as data: what is expected of each event, and what was found to differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

PropertyType = Literal["text", "number", "integer", "boolean", "time", "money", "list", "object"]
PROPERTY_TYPES: tuple[PropertyType, ...] = get_args(PropertyType)

Problem = Literal["unplanned_event", "missing", "wrong_type", "not_allowed", "unplanned_property"]
PROBLEMS: tuple[Problem, ...] = get_args(Problem)

OTHERS = "*"
"""Event and property of the findings that are counted together because there are too many different ones."""


@dataclass(frozen=True, slots=True)
class ExpectedProperty:
    """One property of an event. `name` may go into objects with dots (`address.city`); no `allowed` = any value."""

    name: str
    type: PropertyType = "text"
    required: bool = False
    allowed: tuple[str, ...] = ()
    description_en: str = ""
    description_vi: str = ""


@dataclass(frozen=True, slots=True)
class ExpectedEvent:
    """One event of the plan. `owner` is the person or team that answers for it."""

    event: str
    properties: tuple[ExpectedProperty, ...] = ()
    description_en: str = ""
    description_vi: str = ""
    owner: str = ""


class Finding(NamedTuple):
    """One way in which an event differs from the plan; `property` is empty when the event itself is meant."""

    event: str
    property: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Seen:
    """How often something was found, and when for the first and the last time (epoch seconds of the events)."""

    count: int
    first_at: int
    last_at: int

    def __add__(self, other: Seen) -> Seen:
        return Seen(self.count + other.count, min(self.first_at, other.first_at), max(self.last_at, other.last_at))


@dataclass(frozen=True, slots=True)
class CountedFinding:
    """A finding with its numbers."""

    event: str
    property: str
    problem: Problem
    count: int
    first_at: int
    last_at: int


@dataclass(frozen=True, slots=True)
class Checked:
    """What a look over the whole log found."""

    events: int
    planned: int
    findings: tuple[CountedFinding, ...]
