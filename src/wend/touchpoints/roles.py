"""What an event is in a customer's life, told from the words of its name."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Role = Literal[
    "reach", "browse", "consider", "join", "buy", "confirm", "promise", "receive", "use",
    "help", "trouble", "message", "rate", "praise", "renew", "leave", "",
]  # fmt: skip
"""What an event is in a customer's life.

reach: hears of us · browse: looks around · consider: has something in mind · join: leaves a name · buy: becomes a buyer
· confirm: paper and money of a purchase · promise: a time that was named, nothing that happened · receive: gets what
was bought · use: uses it, comes by · help: asks, returns, complains · trouble: something failed · message: we wrote ·
rate: tells how it was · praise: tells others · renew: buys on · leave: goes.
"""

Starter = Literal["customer", "company"]

_NEGATIONS = frozenset(("without", "no", "not", "never", "non", "khong", "chua"))
_DONE = ("buy", "confirm", "receive", "praise", "join")
_PIECES = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing of the field, such as "order placed": its patterns are sets of word stems.

    Its name is the text `touchpoints.name.<key>`.
    """

    key: str
    role: Role
    begun_by: Starter
    patterns: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of a name say: the concept, the words that said so, and how much of the name they are (0 … 1)."""

    concept: Concept
    words: tuple[str, ...]
    part: float

    @property
    def whole(self) -> bool:
        """True when nothing of the name is left over."""
        return self.part == 1


@cache
def concepts() -> tuple[Concept, ...]:
    """All concepts, in the order of the file."""
    table = tomllib.loads(files("wend.touchpoints").joinpath("words.toml").read_text(encoding="utf-8"))
    return tuple(
        Concept(
            key, entry["role"], entry.get("by", "customer"), tuple(frozenset(stems(name)) for name in entry["names"])
        )
        for key, entry in table.items()
    )


def read(name: str) -> Reading | None:
    """The concept whose pattern covers most words of an event's name; the earlier one in the file among equals.

    >>> read("checkout.delivery_chosen").concept.key, read("A_SUBMITTED")
    ('delivery_choice', None)
    """
    mine = set(stems(name))
    best: tuple[int, Concept, frozenset[str]] | None = None
    for concept in concepts():
        if mine & _NEGATIONS and concept.role in _DONE:
            continue
        for pattern in concept.patterns:
            if pattern <= mine and (best is None or len(pattern) > best[0]):
                best = (len(pattern), concept, pattern)
    if best is None:
        return None
    telling = {stem for stem in mine if not stem.isdigit()}
    said = tuple(word for word in words(name) if stem_of(word) in best[2])
    return Reading(best[1], said, len(best[2]) / len(telling))


def words(name: str) -> list[str]:
    """The words of a name in lower case and without marks: `"OrderPlaced_2"` → order, placed, 2."""
    return [piece.lower() for piece in _PIECES.findall(_bare(name))]


def stems(name: str) -> list[str]:
    """The stems of a name's words."""
    return [stem_of(word) for word in words(name)]


def stem_of(word: str) -> str:
    """A word without its ending: placed, place, places → plac; shipped, ship → ship. Short words stay whole."""
    for ending, least, instead in (("ies", 5, "y"), ("ing", 6, ""), ("ed", 5, ""), ("es", 5, ""), ("s", 4, "")):
        if word.endswith(ending) and len(word) >= least and not word.endswith("ss"):
            word = word[: -len(ending)] + instead
            break
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return word


def slug(name: str) -> str:
    """A key made of a name: `Take in charge ticket` → take_in_charge_ticket."""
    return re.sub(r"[^a-z0-9]+", "_", _bare(name).lower()).strip("_") or "event"


def _bare(name: str) -> str:
    """The name without Vietnamese or other marks."""
    plain = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def humanised(name: str) -> str:
    """An event's name as people write: `order.placed` → Order placed; `Take in charge ticket` stays."""
    spaced = re.sub(r"[\s._\-:/]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)).strip()
    if not spaced:
        return name
    words_of = spaced.split(" ")
    calm = [
        words_of[0][:1].upper() + words_of[0][1:],
        *(w if w.isupper() or " " in name else w.lower() for w in words_of[1:]),
    ]
    return " ".join(calm)
