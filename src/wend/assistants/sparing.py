"""Answers for an assistant: few rows, short texts, and no identifiers where it may not see them.

Texts inside an answer come from events and files of anybody. They are cut short, letters that nobody sees are made
visible, and `note` says that they are data: a customer may have written an instruction into a product review.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

LONGEST_TEXT = 200
MOST_WORDS = 200
MOST_BYTES = 60_000
_ROUNDED_BELOW = 1_000
HIDDEN = "[hidden]"
_NAMES = ("examples", "ids")
"""Lists of canonical ids."""
_E_MAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_DATE = re.compile(r"\d{4}-\d\d(-\d\d)?")
_PHONE = re.compile(r"\+?\d(?:[ .()-]?\d){8,14}")


class Sparing:
    """Cuts an answer and remembers what was cut: for each list, how many stand there and how many there are."""

    def __init__(self, most: int, customers: bool) -> None:
        self.most, self.customers = most, customers
        self.cut: dict[str, dict[str, int]] = {}

    def cell(self, value: Any, place: str = "") -> Any:
        """A value as it may be told."""
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, Mapping):
            held = value.items() if self.customers else [each for each in value.items() if each[0] not in _NAMES]
            return {self._text(str(name)): self.cell(inside, _below(place, name)) for name, inside in held}
        if isinstance(value, list | tuple):
            return self._list(value, place)
        return float(f"{value:.4g}") if isinstance(value, float) and abs(value) < _ROUNDED_BELOW else value

    def _list(self, value: Sequence[Any], place: str) -> list[Any]:
        """The first rows of a table; the steps of a path all stand there."""
        most = self.most if value and isinstance(value[0], Mapping) else MOST_WORDS
        if len(value) > most:
            known = self.cut.get(place, {"of": 0})
            self.cut[place] = {"shown": most, "of": max(known["of"], len(value))}
        return [self.cell(inside, f"{place}[]") for inside in value[:most]]

    def _text(self, written: str) -> str:
        seen = "".join(letter if letter.isprintable() else "�" for letter in written)
        if not self.customers and _identifies(seen):
            return HIDDEN
        return seen if len(seen) <= LONGEST_TEXT else f"{seen[: LONGEST_TEXT - 1]}…"


def told(answer: Mapping[str, Any], most: int, customers: bool, note: str) -> str:
    """The answer as JSON, with fewer rows still where it would be too long to read."""
    while True:
        sparing = Sparing(most, customers)
        content = {name: sparing.cell(value, name) for name, value in answer.items()}
        limits = {"cut": sparing.cut} if sparing.cut else {}
        written = json.dumps({"note": note} | content | limits, ensure_ascii=False, separators=(",", ":"), default=str)
        if len(written.encode()) <= MOST_BYTES or most <= 1:
            return written
        most //= 2


def _identifies(text: str) -> bool:
    """Whether an address or a phone number stands in a text."""
    return bool(_E_MAIL.search(text)) or bool(_PHONE.search(_DATE.sub("", text)))


def _below(place: str, name: object) -> str:
    return f"{place}.{name}" if place else str(name)
