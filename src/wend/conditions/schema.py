"""The JSON Schema of a condition, made from the same table that reads and writes it."""

from __future__ import annotations

from typing import Any, get_args

from wend.conditions.codecs import (
    ALONE,
    BESIDE,
    FIELDS,
    LONGEST_NAME,
    MOST_NAMES,
    MOST_STEPS,
    OPERATORS,
    REQUIRED,
    Json,
    Shape,
)
from wend.conditions.document import VERSION
from wend.conditions.shapes import GROUPS, SHAPES
from wend.conditions.tree import HappeningKind

ADDRESS = "https://json-schema.org/draft/2020-12/schema"
_NAME: Json = {"type": "string", "minLength": 1, "maxLength": LONGEST_NAME}
_SET: Json = {"dependentRequired": {"set": ["stage"]}}
_REF: dict[str, Json] = {
    each: {"$ref": f"#/$defs/{each}"}
    for each in ("condition", "name", "names", "duration", "moment", "happening", "step", "test", "value", "compared")
}


def schema() -> Json:
    """The whole schema; what it admits may still have names that no log knows."""
    return {
        "$schema": ADDRESS,
        "title": "Condition",
        "type": "object",
        "properties": {"version": {"const": VERSION}, "condition": _REF["condition"]},
        "required": ["version", "condition"],
        "additionalProperties": False,
        "$defs": {**_definitions(), **{name: _leaf(shape) for name, shape in SHAPES.items()}},
    }


def _definitions() -> Json:
    group = {"type": "array", "items": _REF["condition"], "minItems": 1}
    named = [*(_one(name, group) for name in GROUPS), *(_one(name, {"$ref": f"#/$defs/{name}"}) for name in SHAPES)]
    kinds: Json = {str(kind): _REF["names"] for kind in get_args(HappeningKind)} | {"anything": {"const": True}}
    where = {"type": "array", "items": _REF["test"], "minItems": 1, "maxItems": MOST_NAMES}
    happening = kinds | {"set": _NAME, "where": where}
    without = {"type": "array", "items": _REF["happening"], "maxItems": MOST_NAMES}
    compared = {"type": "array", "items": _REF["compared"], "maxItems": MOST_NAMES}
    frame = {"last": _REF["duration"], "from": _REF["moment"], "before": _REF["moment"], "since": _REF["happening"]}
    any_kind = [{"required": [kind]} for kind in kinds]
    return {
        "condition": {"oneOf": named},
        "name": _NAME,
        "names": {"oneOf": [_NAME, {"type": "array", "items": _NAME, "minItems": 1, "maxItems": MOST_NAMES}]},
        "duration": {"type": "string", "pattern": "^[0-9]{1,10}[smhdw]$"},
        "moment": {"type": "string"},
        "value": {"type": ["string", "number", "boolean"]},
        "times": _limits("integer"),
        "limits": _limits("number"),
        "frame": _object(frame) | {"minProperties": 1},
        "happening": _object(happening) | {"oneOf": any_kind, **_SET},
        "compared": _compared(),
        "step": _object(happening | {"without": without, "compared": compared}) | {"oneOf": any_kind, **_SET},
        "steps": {"type": "array", "items": _REF["step"], "minItems": 2, "maxItems": MOST_STEPS},
        "test": _test(),
    }


def _limits(number: str) -> Json:
    ends = {key: {"type": number} for key in ("at_least", "at_most", "exactly")}
    return _object(ends) | {"minProperties": 1}


def _test() -> Json:
    sources = {"property": _NAME, "field": {"enum": list(FIELDS)}}
    extra = {"loosely": {"type": "boolean"}, "currency": {"type": "string", "pattern": "^[A-Z]{3}$"}}
    one_of_each = [
        {"oneOf": [{"required": [source]} for source in sources]},
        {"oneOf": [{"required": [operator]} for operator in OPERATORS]},
    ]
    return _object({**sources, **_operators(), **extra}) | {"allOf": one_of_each}


def _compared() -> Json:
    step = {"type": "integer", "minimum": 1, "maximum": MOST_STEPS - 1}
    of = {"property": _NAME, "field": {"enum": list(FIELDS)}, "currency": {"type": "string", "pattern": "^[A-Z]{3}$"}}
    one_of_each = [
        {"oneOf": [{"required": [source]} for source in ("property", "field")]},
        {"oneOf": [{"required": [operator]} for operator in BESIDE]},
    ]
    return _object({**of, **dict.fromkeys(BESIDE, step)}) | {"allOf": one_of_each}


def _operators() -> Json:
    many = {"oneOf": [_REF["value"], {"type": "array", "items": _REF["value"], "minItems": 1, "maxItems": MOST_NAMES}]}
    single: Json = {str(name): {"const": True} if name in ALONE else _REF["value"] for name in OPERATORS}
    return {**single, "is": many, "is_not": many}


def _leaf(shape: Shape) -> Json:
    """The parts of a leaf, those that are spread among its own keys too."""
    spread = {**_definitions()["happening"]["properties"], **_test()["properties"], "trait": _NAME}
    limits = {"at_least", "at_most", "exactly"} & set(shape.keys) - {"trait"}
    properties: Json = {}
    needs: list[Any] = []
    for part in shape.parts:
        if part.key:
            properties[part.key] = part.kind.schema
            needs += [{"required": [part.key]}] if part.default is REQUIRED else []
            continue
        number = "integer" if part.attribute == "days" else "number"
        of_limits = part.attribute in ("range", "days") and limits
        for key in part.kind.keys:
            properties[key] = {"type": number} if of_limits else spread[key]
        ways = [{"required": list(way)} for way in part.kind.needs]
        needs += [{"anyOf" if of_limits else "oneOf": ways}] if ways else []
        needs += [{"required": ["trait"]}] if part.attribute == "test" else []
    return _object(properties) | {"allOf": needs} | (_SET if "anything" in properties else {})


def _one(name: str, inner: Json) -> Json:
    return {"type": "object", "properties": {name: inner}, "required": [name], "additionalProperties": False}


def _object(properties: Json) -> Json:
    return {"type": "object", "properties": properties, "additionalProperties": False}
