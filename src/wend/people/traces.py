"""Where a person shows in texts that are not theirs: a colleague's note, somebody else's event, an example in a plan.

Only what can mean nobody else is looked for: addresses, telephone numbers in every usual spelling, and long numbers and
names of ours. `17` alone is a trace of nobody.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

BLANK = "█"
"""What stands where a trace was."""
_SHORTEST = 8
_GAP = r"[ .()\-]{0,2}"


def pattern_of(identifiers: Iterable[str], texts: Iterable[str] = ()) -> str:
    """A regular expression that finds these identifiers (`kind:value`) and texts in any text; empty when none is
    telling.

    Written so that Python and RE2 read it alike.
    """
    found = {_of(*identifier.partition(":")[::2]) for identifier in identifiers}
    found |= {_literal(text) for text in texts if len(text) >= _SHORTEST}
    return "|".join(sorted(found - {""}, key=lambda each: (-len(each), each)))


def blanked(text: str, pattern: str) -> str:
    """The text without what the pattern finds.

    >>> blanked("call 0903 718 264 or Lan@Shop.vn", pattern_of(["phone:+84903718264", "email:lan@shop.vn"]))
    'call █ or █'
    """
    return re.sub(f"(?i:{pattern})", BLANK, text) if pattern else text


def blanked_document(text: str, pattern: str) -> str:
    """The same for a JSON document, in its texts and names only: it stays a document.

    >>> blanked_document('{"phone": "0903718264", "rank": 3}', pattern_of(["phone:+84903718264"]))
    '{"phone": "█", "rank": 3}'
    """
    if not pattern or not is_in(text, pattern):
        return text
    try:
        return json.dumps(_blanked(json.loads(text), pattern), ensure_ascii=False)
    except ValueError:
        return blanked(text, pattern)


def is_in(text: str, pattern: str) -> bool:
    """Whether the pattern finds anything."""
    return bool(pattern) and re.search(f"(?i:{pattern})", text) is not None


def _blanked(value: object, pattern: str) -> object:
    if isinstance(value, str):
        return blanked(value, pattern)
    if isinstance(value, list):
        return [_blanked(each, pattern) for each in value]
    if isinstance(value, dict):
        return {blanked(name, pattern): _blanked(each, pattern) for name, each in value.items()}
    return BLANK if is_in(str(value), pattern) else value


def named_values(document: str) -> Iterator[tuple[str, str]]:
    """Names and texts of a JSON document, at any depth; what is no document is one text without a name."""
    try:
        waiting: list[tuple[str, object]] = [("", json.loads(document))]
    except ValueError:
        waiting = [("", document)]
    while waiting:
        name, value = waiting.pop()
        if isinstance(value, dict):
            waiting += value.items()
        elif isinstance(value, list):
            waiting += [(name, each) for each in value]
        elif value is not None:
            yield name, str(value).strip()


def _of(kind: str, value: str) -> str:
    if kind == "phone":
        return _phone(value)
    if kind == "email" or len(value) >= _SHORTEST:
        return _literal(value)
    return ""


def _literal(value: str) -> str:
    left = r"\b" if value[:1].isalnum() else ""
    right = r"\b" if value[-1:].isalnum() else ""
    return left + re.escape(value) + right


def _phone(value: str) -> str:
    """Every usual spelling of a number in E.164: with the country's code, 00, or the zero that replaces it."""
    digits = value.removeprefix("+")
    if digits.startswith("84"):
        return rf"(?:(?:\+|\b|\b00)84{_GAP}0?{_GAP}|\b0?){_GAP.join(digits[2:])}\b"
    return rf"(?:\+|\b){_GAP.join(digits)}\b"
