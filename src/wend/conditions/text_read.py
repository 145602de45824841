"""The text form of a condition, read: what people write and compare line by line.

A group is a heading with its parts indented below it (`all of:`), or its parts in brackets (`any of (…, …)`). A leaf is
a clause that begins with its own word. Whatever can be written has the meaning of the document that it becomes.
"""

from __future__ import annotations

from wend.conditions import document, errors
from wend.conditions.limits import MOST_DEPTH
from wend.conditions.shapes import GROUPS
from wend.conditions.text_clause import Clauses
from wend.conditions.text_cursor import Cursor
from wend.conditions.text_value import test
from wend.conditions.text_words import Line, lines_of
from wend.conditions.tree import Condition, Group, GroupKind, Test


def parse(text: str) -> Condition:
    """The condition of a text; raises TextUnreadable or TextMistyped with line and column, TooLong, TooDeep, or what
    the document that it becomes is refused for.

    >>> parse("did order.placed at least 3 times in the last 30d").times.low
    3
    """
    if len(text.encode()) > document.MOST_BYTES:
        raise errors.TooLong(most=f"{document.MOST_BYTES:,}")
    lines = lines_of(text)
    if not lines:
        raise errors.TextUnreadable(1, 1, "", ("all of:", "did …"))
    reading = _Lines(lines)
    found = reading.condition(1)
    reading.finished()
    return document.from_json(document.to_json(found))


def of_any_form(body: str | bytes, name: str = "") -> Condition:
    """The condition of a document or of a text: told by the ending of its file's name, else by how it begins."""
    text = body.decode("utf-8", "replace") if isinstance(body, bytes) else body
    is_document = name.endswith(".json") or text.lstrip("\ufeff \t\r\n")[:1] in ("", "{", "[")
    return document.parse(body) if is_document else parse(text.removeprefix("\ufeff"))


def parse_test(text: str) -> Test:
    """What must be true of an event, such as `amount at least 500 000 VND`; raises what `parse` does.

    >>> parse_test("channel is zalo").values
    ('zalo',)
    """
    lines = lines_of(text)
    if not lines:
        raise errors.TextUnreadable(1, 1, "", ("amount at least 5",))
    at = Cursor(lines[0])
    found = test(at)
    at.end()
    for line in lines[1:]:
        first = line.tokens[0]
        raise errors.TextUnreadable(first.line, first.column, first.text, ("·",))
    return found


class _Lines:
    """The logical lines, and the one that comes next."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self._at = 0

    def condition(self, level: int) -> Condition:
        """The condition that begins on the next line, with everything that is indented below it."""
        if level > MOST_DEPTH:
            raise errors.TooDeep(most=MOST_DEPTH)
        line = self._lines[self._at]
        self._at += 1
        kind = _heading(line)
        if kind is not None:
            return Group(kind, self._parts(line, level))
        clauses = Clauses(line)
        found = clauses.condition(level)
        clauses.end()
        return found

    def finished(self) -> None:
        """Nothing stands beside the first condition."""
        if self._at < len(self._lines):
            first = self._lines[self._at].tokens[0]
            raise errors.TextUnreadable(first.line, first.column, first.text, ("all of:", "any of:", "none of:"))

    def _parts(self, heading: Line, level: int) -> tuple[Condition, ...]:
        parts: list[Condition] = []
        indent = self._lines[self._at].indent if self._at < len(self._lines) else 0
        while self._at < len(self._lines) and self._lines[self._at].indent > heading.indent:
            first = self._lines[self._at].tokens[0]
            if self._lines[self._at].indent != indent:
                raise errors.TextUnreadable(first.line, first.column, first.text, ("·" * indent + "…",))
            parts.append(self.condition(level + 1))
        if not parts:
            last = heading.tokens[-1]
            raise errors.TextUnreadable(last.line + 1, 1, "", ("·" * (heading.indent + 2) + "did …",))
        return tuple(parts)


def _heading(line: Line) -> GroupKind | None:
    words = [token.text.casefold() for token in line.tokens[:-1]]
    return next((kind for kind in GROUPS if words in ([kind, "of", ":"], [kind, ":"])), None)
