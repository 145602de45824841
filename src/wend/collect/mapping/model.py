"""A mapping as data: how the rows of one kind of file become events, customers and traits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from wend.domain.event import IdentifierKind, Scale


@dataclass(frozen=True, slots=True)
class Value:
    """A text that is the same for each row, or comes from a column, possibly translated by `values`.

    With `values`, a row whose text is not among them has no value.
    """

    text: str = ""
    column: str = ""
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """Which rows an event is made of. No test given: every row whose time is not empty."""

    column: str
    one_of: tuple[str, ...] = ()
    filled: bool | None = None
    """True: the column must hold something; False: it must be empty; None: `one_of` decides."""


@dataclass(frozen=True, slots=True)
class Amount:
    """Money of an event in major units of `currency`; `times` is a column that multiplies it."""

    column: str
    times: str = ""
    currency: Value | None = None


@dataclass(frozen=True, slots=True)
class Rating:
    """An answer on a scale."""

    column: str
    scale: Scale


@dataclass(frozen=True, slots=True)
class EventRule:
    """One event that a row may make. `time` is a column; `time_format` "" means the mapping's own."""

    name: Value
    time: str
    time_format: str = ""
    channel: Value | None = None
    when: When | None = None
    amount: Amount | None = None
    rating: Rating | None = None
    expectation: Rating | None = None
    about: Value | None = None
    comment: str = ""
    id: str = ""
    properties: tuple[str, ...] | None = None
    """None: every column that the mapping does not use otherwise."""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Join:
    """A look-up file beside the imported one. `total` columns are added up over the look-up's rows of one key."""

    file: str
    on: tuple[tuple[str, str], ...]
    take: tuple[str, ...] = ()
    total: tuple[str, ...] = ()
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class FileShape:
    """What is known of the file itself; empty means: look at it."""

    format: str = ""
    delimiter: str = ""
    encoding: str = ""
    header: bool | None = None
    sheet: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """How one kind of file is read. `match` is a glob on file names; "" fits any."""

    name: str
    customer: tuple[tuple[IdentifierKind, str], ...]
    events: tuple[EventRule, ...]
    match: str = ""
    shape: FileShape = field(default_factory=FileShape)
    timezone: str = "UTC"
    time_format: str = "iso"
    currency: str = ""
    country: str = "VN"
    decimal: str = ""
    """The decimal mark of numbers, "." or ","; "" tells it from each number."""
    nobody: tuple[str, ...] = ()
    """Further values that name no customer in this file, such as the user 0 of a guest's order."""
    lenient: bool = False
    """Whether columns the file does not have count as empty instead of being a mistake."""
    joins: tuple[Join, ...] = ()
    traits: tuple[tuple[str, str], ...] = ()


def columns_needed(mapping: Mapping) -> list[tuple[str, str]]:
    """(place in the mapping, column) of every column the mapping speaks of, in order."""
    needed = [(f"customer.{kind}", column) for kind, column in mapping.customer]
    for number, join in enumerate(mapping.joins, 1):
        needed += [(f"join {number}: on", column) for column, _ in join.on]
    for number, event in enumerate(mapping.events, 1):
        needed += [(f"event {number}: {place}", column) for place, column in columns_of(event) if column]
        needed += [(f"event {number}: properties", column) for column in event.properties or ()]
    needed += [(f"traits.{trait}", column) for trait, column in mapping.traits]
    return [(place, column) for place, column in needed if not column.endswith("*")]


def expanded(names: Iterable[tuple[str, str]], columns: Iterable[str]) -> list[tuple[str, str]]:
    """(name, column) pairs with each `prefix*` replaced by the columns that begin so, called by what follows the
    prefix.
    """
    known = list(columns)
    found: list[tuple[str, str]] = []
    for name, column in names:
        if not column.endswith("*"):
            found.append((name, column))
            continue
        prefix = column[:-1]
        found += [(each[len(prefix) :], each) for each in known if each.startswith(prefix) and each != prefix]
    return found


def columns_of(event: EventRule) -> list[tuple[str, str]]:
    """(key, column) of what an event uses itself, its properties left out."""
    used = [("time", event.time), ("comment", event.comment), ("id", event.id)]
    used += [
        (key, value.column)
        for key, value in (("name", event.name), ("channel", event.channel), ("about", event.about))
        if value
    ]
    if event.when:
        used.append(("when", event.when.column))
    if event.amount:
        used += [("amount", event.amount.column), ("amount", event.amount.times)]
        used += [("amount", event.amount.currency.column)] if event.amount.currency else []
    used += [
        (key, answer.column) for key, answer in (("rating", event.rating), ("expectation", event.expectation)) if answer
    ]
    return used


def joined_columns(join: Join) -> tuple[str, ...]:
    """The names under which a look-up's columns are added to each row."""
    return tuple(join.prefix + column for column in (*join.take, *join.total))
