"""A condition as canonical JSON: one shape per leaf, from which reading, writing and the published schema follow.

`{"version": 1, "condition": {"did": {"event": "order.placed", "times": {"at_least": 3}, "in": {"last": "30d"}}}}`.
What is left out has one meaning, and is left out when written: two equal conditions are the same bytes.
"""

from __future__ import annotations

import json
from typing import Any

from wend.conditions import errors
from wend.conditions.codecs import REQUIRED, Json, Shape, only
from wend.conditions.shapes import GROUPS, SHAPES, shape_of
from wend.conditions.tree import Condition, Group
from wend.kit import strictjson

VERSION = 1
MOST_BYTES = 256 * 1024
MOST_LEVELS = 12


def written(condition: Condition) -> str:
    """The canonical document, as people diff it."""
    return json.dumps(to_json(condition), ensure_ascii=False, indent=2) + "\n"


def to_json(condition: Condition) -> dict[str, Any]:
    """The canonical document."""
    return {"version": VERSION, "condition": _told(condition)}


def parse(text: str | bytes) -> Condition:
    """The condition of a document; raises Unreadable, UnknownKey, OtherVersion, TooLong or TooDeep."""
    body = text.encode() if isinstance(text, str) else text
    if len(body) > MOST_BYTES:
        raise errors.TooLong(most=f"{MOST_BYTES:,}")
    if strictjson.too_deep(strictjson.outside_texts(body)):
        raise errors.TooDeep(most=MOST_LEVELS)
    try:
        read = strictjson.parse(strictjson.decoded(body))
    except strictjson.NotStrict as odd:
        raise errors.Unreadable("", "JSON", odd.reason) from odd
    if read.twice:
        raise errors.Unreadable("", '{"a": …, "b": …}', '{"a": …, "a": …}')
    return from_json(read.value)


def from_json(document: Any) -> Condition:
    """The condition of a document that is read already."""
    whole = _object(document, "")
    only(whole, ("version", "condition"), "")
    if whole.get("version") != VERSION or isinstance(whole.get("version"), bool):
        raise errors.OtherVersion(version=str(whole.get("version", "–"))[:20], known=VERSION)
    return _read(whole.get("condition"), "condition", 1)


def _read(value: Any, at: str, level: int) -> Condition:
    if level > MOST_LEVELS:
        raise errors.TooDeep(most=MOST_LEVELS)
    found = _object(value, at)
    if len(found) != 1:
        raise errors.Unreadable(at, " | ".join((*GROUPS, *SHAPES)), ", ".join(found) or "{}")
    [(key, inner)] = found.items()
    for group in GROUPS:
        if key == group:
            if not isinstance(inner, list) or not inner:
                raise errors.Unreadable(f"{at}.{key}", "[{…}]", inner)
            return Group(group, tuple(_read(each, f"{at}.{key}[{i}]", level + 1) for i, each in enumerate(inner)))
    if key not in SHAPES:
        raise errors.UnknownKey(at, key, (*GROUPS, *SHAPES))
    return _leaf(SHAPES[key], _object(inner, f"{at}.{key}"), f"{at}.{key}")


def _leaf(shape: Shape, found: Json, at: str) -> Condition:
    only(found, shape.keys, at)
    given = dict(shape.fixed)
    for part in shape.parts:
        mine = {key: found[key] for key in part.kind.keys if key in found} if not part.key else found.get(part.key)
        if mine in (None, {}) and part.default is not REQUIRED:
            given[part.attribute] = part.default
        else:
            given[part.attribute] = part.kind.read(mine, f"{at}.{part.key}" if part.key else at)
    leaf: Condition = shape.made(**given)
    return leaf


def _told(condition: Condition) -> Json:
    if isinstance(condition, Group):
        return {condition.kind: [_told(part) for part in condition.parts]}
    key = shape_of(condition)
    told: Json = {}
    for part in SHAPES[key].parts:
        value = getattr(condition, part.attribute)
        if part.default is not REQUIRED and value == part.default:
            continue
        written = part.kind.write(value)
        told |= {part.key: written} if part.key else written
    return {key: told}


def _object(value: Any, at: str) -> Json:
    if not isinstance(value, dict):
        raise errors.Unreadable(at, "{…}", value)
    return value
