"""The text form of a condition cut into words: logical lines of tokens, each of which knows where it stands.

A line that is indented more than the one before it goes on with that one, unless that one opens a group with ":"; so
does everything up to the closing bracket. "#" begins a comment.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from wend.conditions import errors

TokenKind = Literal["word", "quoted", "number", "duration", "moment", "sign", "end"]

_TOKEN = re.compile(
    r"""(?P<blank>[ \t\u00a0]+|\#.*)
    |(?P<quoted>"(?:[^"\\]|\\.)*"|“[^”]*”)
    |(?P<moment>[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]+(?:Z|[+-][0-9]{2}:[0-9]{2})?)?)(?![\w.])
    |(?P<duration>[0-9]{1,10}[smhdw])(?![\w.])
    |(?P<number>-?(?:[0-9]{1,3}(?:[ \u00a0][0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?)(?![\w.])
    |(?P<sign>>=|<=|!=|[\[\](),:<>=%])
    |(?P<word>[^\W\d](?:[\w.\-/]*\w)?)
    |(?P<odd>"[^"]*$|.)""",
    re.VERBOSE,
)
_BARE = re.compile(r"[^\W\d](?:[\w.\-/]*\w)?")
_WORDS = (
    "account all amount and anniversary answer answered any anything as at average before between by channel "
    "coming computed consent contains date day days did different do entering event exactly first for fresh "
    "from has higher identifier in is known largest last least leaving less list loosely lower more most none not of "
    "or order over property rating same score season seasonal segment set share silent since slower smallest "
    "stage starts step sum than the then time times to today told touchpoint trait usual version with within "
    "without "
)
RESERVED = frozenset(_WORDS.split())
"""Words of the language, which stand in quotes where they are names."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a name in quotes, a number, a duration, a moment or a sign; `line` and `column` count from 1."""

    kind: TokenKind
    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Line:
    """A logical line: its indent in blanks, its tokens, and an "end" behind them."""

    indent: int
    tokens: tuple[Token, ...]


def lines_of(text: str) -> list[Line]:
    """The logical lines of a text that have anything in them; raises TextUnreadable for a sign that means nothing."""
    lines: list[Line] = []
    depth, opens = 0, True
    for number, written in enumerate(text.splitlines(), 1):
        tokens = tuple(_tokens(written, number))
        if not tokens:
            continue
        indent = tokens[0].column - 1
        if lines and (depth > 0 or (indent > lines[-1].indent and not opens)):
            lines[-1] = Line(lines[-1].indent, (*lines[-1].tokens[:-1], *tokens, _end(written, number)))
        else:
            lines.append(Line(indent, (*tokens, _end(written, number))))
        depth += sum((token.text in "([") - (token.text in ")]") for token in tokens if token.kind == "sign")
        opens = tokens[-1].text == ":" and tokens[-1].kind == "sign"
    return lines


def named(name: str) -> str:
    """A name as it stands in the text: bare where it can be, else in quotes.

    >>> named("order.placed"), named("first")
    ('order.placed', '"first"')
    """
    plain = _BARE.fullmatch(name) and name.casefold() not in RESERVED
    return name if plain else quoted(name)


def quoted(text: str) -> str:
    """A text in quotes, on one line."""
    told = json.dumps(text, ensure_ascii=False)
    return "".join(each if each.isprintable() or each == " " else json.dumps(each)[1:-1] for each in told)


def _tokens(written: str, number: int) -> Iterator[Token]:
    at = 0
    while at < len(written):
        found = _TOKEN.match(written, at)
        if found is None or found.lastgroup == "odd":
            raise errors.TextUnreadable(number, at + 1, written[at:], ('"…"',))
        kind, text = cast("TokenKind | Literal['blank']", found.lastgroup), found[0]
        if kind != "blank":
            yield Token(kind, _unquoted(text, number, at + 1) if kind == "quoted" else text, number, at + 1)
        at = found.end()


def _unquoted(text: str, line: int, column: int) -> str:
    if text.startswith("“"):
        return text[1:-1]
    try:
        return str(json.loads(text, strict=False))
    except ValueError as odd:
        raise errors.TextUnreadable(line, column, text, ('"…"', '\\"', "\\\\")) from odd


def _end(written: str, number: int) -> Token:
    return Token("end", "", number, len(written.split("#")[0].rstrip()) + 1)
