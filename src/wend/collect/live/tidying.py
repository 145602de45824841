"""Values as the log keeps them: no NUL, no name beyond all measure, nothing rounded, and a note of what was changed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from wend.collect.live.model import Fields
from wend.collect.live.refusals import Fault
from wend.kit.strictjson import Exact, Pruned, Twice

MOST_NAMES = 500
LONGEST_NAME = 200
MOST_VALUE = 8 * 1024
"""Bytes of one text. A picture or a document belongs elsewhere, and its address here."""
_NAMES = re.compile(rb'"([^"]*)":')  # of a document without escapes


def is_plain(raw: bytes) -> bool:
    """Whether a message's JSON needs no second look: few short names in ASCII, short texts, no escapes.

    >>> is_plain('{"tên":1}'.encode()), is_plain('{"name":"Áo dài"}'.encode())
    (False, True)
    """
    if len(raw) > MOST_VALUE or b"\\" in raw or raw.count(b'":') > MOST_NAMES:
        return False
    names = _NAMES.findall(raw)
    return max(map(len, names), default=0) <= LONGEST_NAME and b"".join(names).isascii()


@dataclass
class Notes:
    """What was changed on the way, for the person who looks at the event later."""

    warnings: set[str] = field(default_factory=set)
    types: dict[str, str] = field(default_factory=dict)
    names: int = 0


def tidied(value: Any, notes: Notes, path: str = "") -> Any:
    """The value as it is kept. Depth was bounded before. Raises Fault for what cannot be kept."""
    if isinstance(value, str):
        return _text(value, notes, path)
    if isinstance(value, dict):
        return _object(value, notes, path)
    if isinstance(value, list):
        return [tidied(each, notes, path) for each in value]
    return None if isinstance(value, Pruned) else value


def _text(value: str, notes: Notes, path: str) -> str:
    if isinstance(value, Exact):
        notes.types[path] = "integer"
        return str(value)
    if "\0" in value:
        value = value.replace("\0", "")
        notes.warnings.add("nul_removed")
    if len(value) * 4 > MOST_VALUE and len(value.encode()) > MOST_VALUE:
        raise Fault("value_too_long", name=path[:LONGEST_NAME], most=str(MOST_VALUE // 1024))
    return value


def _object(value: Fields, notes: Notes, path: str) -> Fields:
    if isinstance(value, Twice):
        notes.warnings.add("duplicate_key")
    notes.names += len(value)
    if notes.names > MOST_NAMES:
        raise Fault("too_many_properties", limit=str(MOST_NAMES))
    kept: Fields = {}
    for name, inside in value.items():
        plain = _name(name, notes)
        if plain in kept:  # the composed and the decomposed spelling of one word: both stay
            plain = name
        kept[plain] = tidied(inside, notes, f"{path}.{plain}" if path else plain)
    return kept


def _name(name: str, notes: Notes) -> str:
    if "\0" in name:
        name = name.replace("\0", "")
        notes.warnings.add("nul_removed")
    if len(name) > LONGEST_NAME:
        raise Fault("name_too_long", most=str(LONGEST_NAME))
    if name.isascii() or unicodedata.is_normalized("NFC", name):
        return name
    notes.warnings.add("name_composed")
    return unicodedata.normalize("NFC", name)
