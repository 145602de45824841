"""JSON read strictly: what Python's reader lets through and a store, a number or a screen later stumbles over.

NaN and Infinity are not JSON; `1e999` is no number; ten thousand brackets end in the reader of somebody else. What is
odd but readable is marked, and the caller decides: an object with a key twice is a `Twice`, an integer that does not
fit into 64 bits is an `Exact`.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any, Literal, NamedTuple

MOST_LEVELS = 32
MOST_DIGITS = 1_000
_WHOLE = 2**63
_SURELY_WHOLE = 18  # digits that fit whatever they are
_BRACKETS = {ord("{"): 1, ord("["): 1, ord("}"): -1, ord("]"): -1}
_ALL_BUT_BRACKETS = bytes(sorted(set(range(256)) - set(_BRACKETS)))
_TOKENS = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{}]', re.DOTALL)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_BOM = b"\xef\xbb\xbf"

Reason = Literal["invalid_json", "invalid_encoding", "number_too_long"]


class NotStrict(ValueError):
    """The text is no strict JSON. `at` is the byte where reading ended, when that is known."""

    def __init__(self, reason: Reason, at: int | None = None) -> None:
        super().__init__(reason, at)
        self.reason: Reason = reason
        self.at = at


class Twice(dict[str, Any]):
    """An object in which a key came twice; the last one won."""


class Exact(str):
    """An integer beyond 64 bits, digit by digit as it was written."""

    __slots__ = ()


class Pruned:
    """Stands where something nested too deeply was cut out."""


PRUNED = Pruned()


class Parsed(NamedTuple):
    """A value, and what is odd somewhere in it."""

    value: Any
    twice: bool
    exact: bool


def decoded(body: bytes) -> str:
    """The body's text: UTF-8, a byte order mark of which is dropped. Raises NotStrict."""
    if body.startswith(_WIDE) or b"\0" in body[:4]:
        raise NotStrict("invalid_encoding")
    try:
        return (body[3:] if body.startswith(_BOM) else body).decode()
    except UnicodeDecodeError as error:
        raise NotStrict("invalid_encoding", error.start) from error


def outside_texts(body: bytes) -> bytes:
    """What stands outside the texts of a document: brackets, numbers, words. Linear, without recursion."""
    if b"\\" in body:
        body = body.replace(b"\\\\", b"").replace(b'\\"', b"")
    return b"".join(body.split(b'"')[::2])


def too_deep(outside: bytes, most: int = MOST_LEVELS) -> bool:
    """Whether brackets nest deeper than `most`, told before any recursion."""
    brackets = outside.translate(None, _ALL_BUT_BRACKETS)
    if len(brackets) <= most:
        return False
    depth = 0
    for bracket in brackets:
        depth += _BRACKETS[bracket]
        if depth > most:
            return True
    return False


def pruned(text: str, most: int) -> str:
    """The text with everything below `most` levels replaced by a word that only `parse(…, cut=True)` reads."""
    kept, depth, start, after = [], 0, 0, 0
    for token in _TOKENS.finditer(text):
        mark = token.group()
        if mark in "{[":
            depth += 1
            if depth == most + 1:
                start = token.start()
        elif mark in "}]":
            depth -= 1
            if depth == most:
                kept += [text[after:start], "NaN"]
                after = token.end()
    return "".join([*kept, text[after:]])


def parse(text: str, *, cut: bool = False) -> Parsed:
    """The value of a JSON text whose depth is known to be bearable. Raises NotStrict.

    >>> parse('{"n": 12345678901234567890}').value
    {'n': '12345678901234567890'}
    """
    hooks = _Hooks(cut=cut)
    try:
        value = json.loads(
            text,
            parse_constant=hooks.constant,
            parse_float=hooks.real,
            parse_int=hooks.whole,
            object_pairs_hook=hooks.pairs,
        )
    except json.JSONDecodeError as error:
        raise NotStrict("invalid_json", len(text[: error.pos].encode("utf-8", "surrogatepass"))) from error
    except RecursionError as error:  # a caller that did not ask `too_deep` first
        raise NotStrict("invalid_json") from error
    return Parsed(value, hooks.twice, hooks.exact)


class _Hooks:
    def __init__(self, *, cut: bool) -> None:
        self.twice = self.exact = False
        self._cut = cut

    def constant(self, _written: str) -> Pruned:
        if not self._cut:
            raise NotStrict("invalid_json")
        return PRUNED

    def real(self, written: str) -> float:
        if len(written) > MOST_DIGITS:
            raise NotStrict("number_too_long")
        number = float(written)
        if not math.isfinite(number):
            raise NotStrict("invalid_json")
        return number

    def whole(self, written: str) -> int | Exact:
        if len(written) <= _SURELY_WHOLE:
            return int(written)
        if len(written) > MOST_DIGITS:
            raise NotStrict("number_too_long")
        number = int(written)
        if -_WHOLE <= number < _WHOLE:
            return number
        self.exact = True
        return Exact(written)

    def pairs(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) == len(pairs):
            return found
        self.twice = True
        return Twice(found)
