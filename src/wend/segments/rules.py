"""Pure decisions: what a segment may be called, which key it gets, and what all of them say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence

from wend.conditions import document
from wend.conditions.tree import Condition
from wend.conditions.values import loose
from wend.domain.names import composed
from wend.segments.errors import BadKey, BadName, NameTaken, UnknownSegment
from wend.segments.model import Segment
from wend.segments.repository import Kept

LONGEST_NAME, LONGEST_KEY = 120, 60
RESERVED = frozenset({"lists", "of"})
"""Words that stand in addresses where a key could."""
_KEY = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")
_BETWEEN = re.compile(r"[^a-z0-9]+")


def name_of(written: str) -> str:
    """The name as it is kept: composed, one line. Raises BadName."""
    name = " ".join(composed(written).split())
    if not 0 < len(name) <= LONGEST_NAME or any(unicodedata.category(letter) == "Cc" for letter in name):
        raise BadName(longest=LONGEST_NAME)
    return name


def key_of(name: str, taken: Collection[str]) -> str:
    """A key that says the name and is free.

    >>> key_of("Khách Hà Nội đã mua 3 lần", ()), key_of("Khách", ("khach",)), key_of("★", ())
    ('khach-ha-noi-da-mua-3-lan', 'khach-2', 'segment')
    """
    word = _BETWEEN.sub("-", loose(name)).strip("-")[:LONGEST_KEY].strip("-") or "segment"
    free = (key for number in range(1, len(taken) + 3) if (key := _numbered(word, number)) not in {*taken, *RESERVED})
    return next(free)


def checked_key(written: str, taken: Collection[str]) -> str:
    """A key that somebody chose. Raises BadKey, NameTaken."""
    if len(written) > LONGEST_KEY or not _KEY.fullmatch(written) or written in RESERVED:
        raise BadKey(key=written[:80], longest=LONGEST_KEY)
    if written in taken:
        raise NameTaken(name=written)
    return written


def same(name: str, other: str) -> bool:
    """Whether two names are one to a person: "VIP" and "vip"."""
    return composed(name).casefold() == composed(other).casefold()


def check_free(known: Sequence[Segment], name: str, own: str = "") -> None:
    """Raises NameTaken when another one than `own` is called so."""
    if any(same(each.name, name) and each.key != own for each in known):
        raise NameTaken(name=name)


def found(known: Sequence[Segment], wanted: str) -> Segment:
    """The segment of this key, else of this name. Raises UnknownSegment, with the closest one there is."""
    one = next((each for each in known if each.key == wanted), None)
    one = one or next((each for each in known if same(each.name, wanted)), None)
    if one is None:
        raise UnknownSegment(wanted, [*(each.name for each in known), *(each.key for each in known)])
    return one


def _numbered(word: str, number: int) -> str:
    return word if number == 1 else f"{word[: LONGEST_KEY - 5]}-{number}"


def conditions_of(known: Iterable[Kept]) -> dict[str, Condition]:
    """What each segment says, by key; other segments in it are still named."""
    return {each.segment.key: document.from_json(each.segment.condition) for each in known}
