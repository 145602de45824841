"""What all forms of OCEL 2.0 need: the types, their attributes, and which object has which.

A customer is an object of the type `customer`, with traits as attributes; a grouping property such as `order_id` is a
type of its own, and its values are objects. Every attribute is a text, as it is in the log.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from wend.collect.exporting.journeys import CUSTOMER, Journeys

FOREVER_AGO = "1970-01-01T00:00:00Z"
"""When an attribute holds from the beginning, as the standard has it."""


@dataclass
class Types:
    """What a walk over the log found: attributes of each event type, and the objects that each customer has."""

    events: dict[str, dict[str, None]] = field(default_factory=dict)
    having: dict[str, dict[str, None]] = field(default_factory=dict)
    kinds: dict[str, dict[str, None]] = field(default_factory=dict)
    """The ids of each type of object, but for customers."""


def types_of(journeys: Journeys) -> Types:
    """One walk over the log."""
    found = Types(kinds={kind: {} for kind in journeys.grouping})
    for each in journeys.happened():
        found.events.setdefault(each.name, {}).update(dict.fromkeys(each.attributes))
        for kind, value in each.objects:
            id = object_id(kind, value)
            found.kinds[kind][id] = None
            found.having.setdefault(each.customer, {})[id] = None
    return found


def object_id(kind: str, value: str) -> str:
    """Ids are one space for all types, so an order says that it is one."""
    return f"{kind}:{value}"


def objects_of(types: Types, journeys: Journeys) -> Iterator[tuple[str, str, dict[str, str]]]:
    """(id, type, attributes) of every object."""
    for person in journeys.people():
        yield person.id, CUSTOMER, person.traits
    for kind, ids in types.kinds.items():
        yield from ((id, kind, {}) for id in ids)
