"""The mapping language: TOML in, a checked `Mapping` out, and back. docs/mappings.md describes it for people."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from wend.collect.errors import BadMappingValue, MappingIncomplete, MappingUnreadable, UnknownMappingKey
from wend.collect.mapping.model import Amount, EventRule, FileShape, Join, Mapping, Rating, Value, When
from wend.collect.mapping.moments import NAMED_FORMATS, compile_pattern
from wend.domain.event import IDENTIFIER_KINDS, SCALES, Scale
from wend.kit.errors import closest

FORMATS = ("csv", "parquet", "jsonl", "xlsx", "xes", "ocel")
T = TypeVar("T")
Table = dict[str, object]


@dataclass
class _Reader:
    """One TOML table being read; `place` is how a person finds it. What is not asked for by the end is an unknown
    key.
    """

    table: Table
    place: str
    known: frozenset[str]

    def __post_init__(self) -> None:
        for key in self.table:
            if key not in self.known:
                raise UnknownMappingKey(
                    place=self.place or "–", word=key, closest=closest(key, self.known) or ", ".join(sorted(self.known))
                )

    def at(self, key: str) -> str:
        return f"{self.place}.{key}" if self.place else key

    def wrong(self, key: str, wanted: str) -> BadMappingValue:
        return BadMappingValue(place=self.at(key), value=str(self.table.get(key))[:80], wanted=wanted)

    def text(self, key: str, one_of: Iterable[str] = ()) -> str:
        value = self.table.get(key, "")
        if not isinstance(value, str):
            raise self.wrong(key, "text")
        if value and one_of and value not in one_of:
            raise self.wrong(key, " | ".join(one_of))
        return value

    def flag(self, key: str) -> bool | None:
        value = self.table.get(key)
        if value is not None and not isinstance(value, bool):
            raise self.wrong(key, "true | false")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(key, '["a", "b"]')
        return tuple(cast("list[str]", value))

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        value = self.table.get(key, {})
        if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
            raise self.wrong(key, '{ a = "b" }')
        return tuple((str(left), cast("str", right)) for left, right in value.items())

    def tables(self, key: str) -> list[Table]:
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.wrong(key, f"[[{key}]]")
        return cast("list[Table]", value)

    def within(
        self, key: str, read: Callable[[Table, str], T], shorthand: Callable[[str], T] | None = None
    ) -> T | None:
        value = self.table.get(key)
        if value is None:
            return None
        if isinstance(value, str) and shorthand:
            return shorthand(value)
        if not isinstance(value, dict):
            raise self.wrong(key, '"…" | { … }' if shorthand else "{ … }")
        return read(value, self.at(key))


_MAPPING_KEYS = frozenset(
    [
        "name",
        "match",
        "format",
        "delimiter",
        "encoding",
        "header",
        "sheet",
        "record",
        "timezone",
        "time_format",
        "currency",
        "country",
        "decimal",
        "nobody",
        "lenient",
        "customer",
        "join",
        "event",
        "traits",
    ]
)
_EVENT_KEYS = frozenset(
    [
        "name",
        "time",
        "channel",
        "when",
        "amount",
        "currency",
        "rating",
        "expectation",
        "about",
        "comment",
        "id",
        "properties",
        "required",
    ]
)


def parse_mappings(toml: str) -> tuple[Mapping, ...]:
    """The mappings of a TOML text: one at its top, or several under `[[file]]`.

    Raises MappingUnreadable (with the line), UnknownMappingKey (with the closest key), BadMappingValue or
    MappingIncomplete.
    """
    try:
        document = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise MappingUnreadable(problem=str(error)) from error
    if "file" in document:
        whole = _Reader(document, "", frozenset({"file"}))
        return tuple(_mapping(table, f"file {number}") for number, table in enumerate(whole.tables("file"), 1))
    return (_mapping(document, ""),)


def parse_mapping(toml: str) -> Mapping:
    """The one mapping of a TOML text."""
    return parse_mappings(toml)[0]


def _mapping(table: Table, place: str) -> Mapping:
    read = _Reader(table, place, _MAPPING_KEYS)
    events = tuple(_event(event, f"event {number}") for number, event in enumerate(read.tables("event"), 1))
    if not events:
        raise MappingIncomplete(missing="[[event]]")
    customer = _Reader(
        cast("Table", dict(read.pairs("customer"))), read.at("customer"), frozenset(IDENTIFIER_KINDS)
    ).table
    if not customer:
        raise MappingIncomplete(missing="[customer]")
    return Mapping(
        name=read.text("name") or "mapping",
        customer=tuple((kind, str(customer[kind])) for kind in IDENTIFIER_KINDS if kind in customer),
        events=events,
        match=read.text("match"),
        shape=_shape(read),
        timezone=_zone(read),
        time_format=_time_format(read, "time_format") or "iso",
        currency=_currency(read),
        country=read.text("country").upper() or "VN",
        decimal=read.text("decimal", (".", ",")),
        nobody=read.texts("nobody"),
        lenient=bool(read.flag("lenient")),
        joins=tuple(_join(join, f"join {number}") for number, join in enumerate(read.tables("join"), 1)),
        traits=read.pairs("traits"),
    )


def _shape(read: _Reader) -> FileShape:
    delimiter = read.text("delimiter")
    if len(delimiter.encode()) > 1:
        raise read.wrong("delimiter", ', | ; | "\\t" | "|"')
    return FileShape(
        read.text("format", FORMATS),
        delimiter,
        read.text("encoding"),
        read.flag("header"),
        read.text("sheet"),
        read.text("record"),
    )


def _zone(read: _Reader) -> str:
    zone = read.text("timezone") or "UTC"
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:  # OSError: a name that is a directory of zones
        raise read.wrong("timezone", "Asia/Ho_Chi_Minh, UTC, Europe/Paris, …") from error
    return zone


def _time_format(read: _Reader, key: str) -> str:
    form = read.text(key)
    if form in ("", *NAMED_FORMATS):
        return form
    try:
        compile_pattern(form)
    except ValueError as error:
        raise read.wrong(key, " | ".join((*NAMED_FORMATS, "%d/%m/%Y %H:%M"))) from error
    if "%" not in form:
        raise read.wrong(key, " | ".join((*NAMED_FORMATS, "%d/%m/%Y %H:%M")))
    return form


def _currency(read: _Reader) -> str:
    currency = read.text("currency").upper()
    if currency and not (len(currency) == 3 and currency.isalpha()):
        raise read.wrong("currency", "VND | USD | EUR | …")
    return currency


def _event(table: Table, place: str) -> EventRule:
    read = _Reader(table, place, _EVENT_KEYS)
    name = _value(read, "name")
    time = read.within("time", _timed, lambda column: (column, ""))
    if name is None or time is None:
        raise MappingIncomplete(missing=read.at("name" if name is None else "time"))
    return EventRule(
        name=name,
        time=time[0],
        time_format=time[1],
        channel=_value(read, "channel"),
        when=read.within("when", _when),
        amount=_amount(read),
        rating=read.within("rating", _rating),
        expectation=read.within("expectation", _rating),
        about=_value(read, "about"),
        comment=read.text("comment"),
        id=read.text("id"),
        properties=read.texts("properties") if "properties" in table else None,
        required=bool(read.flag("required")),
    )


def _timed(table: Table, place: str) -> tuple[str, str]:
    read = _Reader(table, place, frozenset({"column", "format"}))
    return _needed(read, "column"), _time_format(read, "format")


def _needed(read: _Reader, key: str) -> str:
    value = read.text(key)
    if not value:
        raise MappingIncomplete(missing=read.at(key))
    return value


def _value(read: _Reader, key: str) -> Value | None:
    return read.within(key, _column_value, lambda fixed: Value(text=fixed))


def _column_value(table: Table, place: str) -> Value:
    read = _Reader(table, place, frozenset({"column", "values"}))
    return Value(column=_needed(read, "column"), values=read.pairs("values"))


def _when(table: Table, place: str) -> When:
    read = _Reader(table, place, frozenset({"column", "one_of", "equals", "not_empty", "empty"}))
    column = _needed(read, "column")
    if "equals" in table:
        return When(column, one_of=(read.text("equals"),))
    if "one_of" in table:
        return When(column, one_of=read.texts("one_of"))
    if read.flag("empty"):
        return When(column, filled=False)
    return When(column, filled=True)


def _rating(table: Table, place: str) -> Rating:
    read = _Reader(table, place, frozenset({"column", "scale"}))
    _needed(read, "scale")
    return Rating(_needed(read, "column"), cast("Scale", read.text("scale", SCALES)))


def _amount(read: _Reader) -> Amount | None:
    amount = read.within("amount", _amount_table, lambda column: Amount(column))
    if amount is None or "currency" not in read.table:
        return amount
    currency = _value(read, "currency")
    return Amount(amount.column, amount.times, currency)


def _amount_table(table: Table, place: str) -> Amount:
    read = _Reader(table, place, frozenset({"column", "times", "currency"}))
    return Amount(_needed(read, "column"), read.text("times"), _value(read, "currency"))


def _join(table: Table, place: str) -> Join:
    read = _Reader(table, place, frozenset({"file", "on", "take", "sum", "prefix"}))
    on = read.pairs("on")
    if not on:
        raise MappingIncomplete(missing=read.at("on"))
    join = Join(_needed(read, "file"), on, read.texts("take"), read.texts("sum"), read.text("prefix"))
    if not join.take and not join.total:
        raise MappingIncomplete(missing=read.at("take"))
    return join
