"""A mapping as TOML that a person can read and edit; reading it back gives the same mapping."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from wend.collect.mapping.model import Amount, EventRule, Join, Mapping, Rating, Value, When

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


def to_toml(mapping: Mapping) -> str:
    """The mapping's TOML, defaults left out."""
    lines = [*_head(mapping), "", "[customer]", *(_line(kind, column) for kind, column in mapping.customer)]
    for join in mapping.joins:
        lines += ["", "[[join]]", *_join(join)]
    for event in mapping.events:
        lines += ["", "[[event]]", *_event(event)]
    if mapping.traits:
        lines += ["", "[traits]", *(f"{_key(trait)} = {_text(column)}" for trait, column in mapping.traits)]
    return "\n".join(lines) + "\n"


def all_to_toml(mappings: Sequence[Mapping]) -> str:
    """Several mappings in one document, each under `[[file]]`."""
    if len(mappings) == 1:
        return to_toml(mappings[0])
    return "\n".join("[[file]]\n" + _nested(to_toml(mapping)) for mapping in mappings)


def _nested(toml: str) -> str:
    return re.sub(r"^(\[+)(customer|join|event|traits)(\]+)$", r"\1file.\2\3", toml, flags=re.MULTILINE)


def _head(mapping: Mapping) -> Iterable[str]:
    shape = mapping.shape
    yield _line("name", mapping.name)
    for key, value, default in (
        ("match", mapping.match, ""),
        ("format", shape.format, ""),
        ("delimiter", shape.delimiter, ""),
        ("encoding", shape.encoding, ""),
        ("sheet", shape.sheet, ""),
        ("record", shape.record, ""),
        ("timezone", mapping.timezone, "UTC"),
        ("time_format", mapping.time_format, "iso"),
        ("currency", mapping.currency, ""),
        ("country", mapping.country, "VN"),
        ("decimal", mapping.decimal, ""),
    ):
        if value != default:
            yield _line(key, value)
    if mapping.nobody:
        yield f"nobody = {_list(mapping.nobody)}"
    if shape.header is not None:
        yield f"header = {str(shape.header).lower()}"
    if mapping.lenient:
        yield "lenient = true"


def _join(join: Join) -> Iterable[str]:
    yield _line("file", join.file)
    yield f"on = {_table(join.on)}"
    if join.take:
        yield f"take = {_list(join.take)}"
    if join.total:
        yield f"sum = {_list(join.total)}"
    if join.prefix:
        yield _line("prefix", join.prefix)


def _event(event: EventRule) -> Iterable[str]:
    yield f"name = {_value(event.name)}"
    timed = [("column", event.time), ("format", event.time_format)]
    yield f"time = {_table(timed) if event.time_format else _text(event.time)}"
    for key, value in (("channel", event.channel), ("about", event.about)):
        if value is not None:
            yield f"{key} = {_value(value)}"
    if event.when:
        yield f"when = {_when(event.when)}"
    if event.amount:
        yield from _amount(event.amount)
    for key, answer in (("rating", event.rating), ("expectation", event.expectation)):
        if answer:
            yield f"{key} = {_rating(answer)}"
    for key, column in (("comment", event.comment), ("id", event.id)):
        if column:
            yield _line(key, column)
    if event.properties is not None:
        yield f"properties = {_list(event.properties)}"
    if event.required:
        yield "required = true"


def _amount(amount: Amount) -> Iterable[str]:
    plain = _text(amount.column)
    yield f"amount = {_table([('column', amount.column), ('times', amount.times)]) if amount.times else plain}"
    if amount.currency:
        yield f"currency = {_value(amount.currency)}"


def _rating(rating: Rating) -> str:
    return _table([("column", rating.column), ("scale", rating.scale)])


def _when(when: When) -> str:
    if when.filled is not None:
        return f"{{ column = {_text(when.column)}, {'not_empty' if when.filled else 'empty'} = true }}"
    return f"{{ column = {_text(when.column)}, one_of = {_list(when.one_of)} }}"


def _value(value: Value) -> str:
    if not value.column:
        return _text(value.text)
    if value.values:
        return f"{{ column = {_text(value.column)}, values = {_table(value.values)} }}"
    return f"{{ column = {_text(value.column)} }}"


def _line(key: str, text: str) -> str:
    return f"{key} = {_text(text)}"


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _text(key)


def _text(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(c, c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}") for c in text) + '"'


def _list(texts: Iterable[str]) -> str:
    return "[" + ", ".join(_text(text) for text in texts) + "]"


def _table(pairs: Iterable[tuple[str, str]]) -> str:
    return "{ " + ", ".join(f"{_key(key)} = {_text(text)}" for key, text in pairs) + " }"
