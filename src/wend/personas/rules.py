"""Pure decisions: names, lines, what the log says of a persona, which remarks may be quoted, what is not known."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from wend.conditions.tree import Condition, Trait, happenings, leaves
from wend.customers import facade as customers
from wend.domain.names import composed
from wend.personas.errors import BadLine, BadName, NameTaken, UnknownPersona
from wend.personas.model import ASKS, Asks, Drivers, Gap, Known, Line, Persona, Quote

MOST = 6
"""Too many groups make a map untrue; more than this nobody keeps in mind."""
LONGEST_NAME, LONGEST_LINE, LONGEST_SOURCE, MOST_LINES = 120, 600, 200, 60
MOST_TOLD, QUOTES = 5, 3
SHORTEST_QUOTE, LONGEST_QUOTE = 15, 300
FEW = 30
"""Fewer customers than this are shown, and nothing is concluded from them."""

_ABOUT: dict[str, Asks] = {
    "trait": "who",
    "channel": "who",
    "channels": "who",
    "stage": "who",
    "rhythm": "who",
    "money": "who",
    "touchpoint": "who",
    "event": "who",
    "feelings": "satisfaction",
}
_MOST_OF = {"touchpoint": 2, "event": 2}
"""There are many of them: more would leave no room for what people are like."""
_REACHES = re.compile(r"@|https?:|www\.|\d(?:[\s.()-]*\d){5,}|█", re.IGNORECASE)
"""An address, a link, or six digits in whatever spelling: a number by which somebody could be found."""


def name_of(written: str) -> str:
    """The name as it is kept: composed, one line. Raises BadName."""
    name = " ".join(composed(written).split())
    if not 0 < len(name) <= LONGEST_NAME or any(unicodedata.category(letter) == "Cc" for letter in name):
        raise BadName(longest=LONGEST_NAME)
    return name


def check_free(known: Sequence[Persona], name: str, own: str) -> None:
    """Raises NameTaken when another one than `own` is called so."""
    if any(each.name.casefold() == name.casefold() and each.id != own for each in known):
        raise NameTaken(name=name)


def found(known: Sequence[Persona], key: str) -> Persona:
    """The one of this id, else of this name. Raises UnknownPersona with the closest name."""
    wanted = composed(key).casefold()
    one = next((each for each in known if each.id == key or each.name.casefold() == wanted), None)
    if one is None:
        raise UnknownPersona(key, [each.name for each in known])
    return one


def checked_lines(lines: Iterable[tuple[str, str, str]], before: Sequence[Line], by: str, at: int) -> tuple[Line, ...]:
    """(asks, text, source) as lines; what stood there already keeps who wrote it and when. Raises BadLine."""
    kept = {(line.asks, line.text, line.source): line for line in before}
    made = []
    for asks, text, source in lines:
        told, known_from = (" ".join(composed(each).split()) for each in (text, source))
        if asks not in ASKS or not 0 < len(told) <= LONGEST_LINE or not 0 < len(known_from) <= LONGEST_SOURCE:
            raise BadLine(longest=LONGEST_LINE, most=MOST_LINES)
        known = next(each for each in ASKS if each == asks)
        made.append(kept.get((known, told, known_from)) or Line(known, told, known_from, by, at))
    if len(made) > MOST_LINES:
        raise BadLine(longest=LONGEST_LINE, most=MOST_LINES)
    return tuple(made)


def answers(rows: Iterable[dict[str, Any]]) -> dict[Asks, tuple[dict[str, Any], ...]]:
    """Findings of a comparison under the question that they help to answer, the most telling first, those left out by
    which the customers were chosen. What they want to achieve no log says.
    """
    told: dict[Asks, list[dict[str, Any]]] = {asks: [] for asks in ASKS}
    for row in rows:
        own = told[_ABOUT[row["about"]]]
        alike = sum(each["about"] == row["about"] for each in own)
        if not row["defining"] and len(own) < MOST_TOLD and alike < _MOST_OF.get(row["about"], MOST_TOLD):
            own.append(row)
    return {asks: tuple(found) for asks, found in told.items()}


def drivers(content: dict[str, Any]) -> Drivers:
    """An answer of `drivers` as a persona tells it, without what its customers were chosen by. Of what comes before a
    purchase only that with which it is more likely, and which is no step of buying itself; a rating may be better or
    worse.
    """
    bought = content["outcome"] == "purchase"
    every = [row for row in content["drivers"] if not row["defining"] and (row["effect"] > 0 or not bought)]
    rows = [row for row in every if not (bought and row["buying"])]
    known: Known = "found" if rows else "steps" if every else "few" if content["known"] == "few" else "nothing"
    level = content["share" if bought else "mean"], content["low"], content["high"]
    size, apart = (content["n"], content["people"]), (content["tested"], content["pending"], content["window_seconds"])
    return Drivers(known, *size, *level, *apart, tuple(rows[:MOST_TOLD]))


def reaches(text: str) -> bool:
    """Whether there is something in a text by which somebody could be reached."""
    return bool(_REACHES.search(text))


def asks_for_a_name(condition: Condition) -> bool:
    """Whether a condition looks at what somebody is called."""
    every = leaves(condition)
    tests = [leaf.test for leaf in every if isinstance(leaf, Trait)]
    tests += [test for leaf in every for what in happenings(leaf) for test in what.where if test.source == "trait"]
    return any(customers.is_name(test.name) for test in tests)


def quotable(text: str) -> bool:
    """Whether a remark may stand on a page that others read: not too short, not too long, and nothing in it by which
    somebody could be reached.
    """
    return SHORTEST_QUOTE <= len(text) <= LONGEST_QUOTE and not reaches(text)


def gaps(
    customers: int,
    told: dict[Asks, tuple[dict[str, Any], ...]],
    purchase: Drivers,
    satisfaction: Drivers,
    quotes: Sequence[Quote],
    lines: Sequence[Line],
    *,
    journey: bool,
) -> tuple[Gap, ...]:
    """What is not known of a persona, so that nobody makes it up."""
    asked = {line.asks for line in lines}
    missing: dict[Gap, bool] = {
        "few": customers < FEW,
        "drivers": purchase.known != "found" and "drivers" not in asked,
        "goals": "goals" not in asked,
        "traits": not told["who"] and "who" not in asked,
        "journey": not journey,
        "quotes": not quotes,
        "feelings": satisfaction.known != "found" and "satisfaction" not in asked,
    }
    return tuple(gap for gap, is_missing in missing.items() if is_missing)
