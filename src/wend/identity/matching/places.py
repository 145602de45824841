"""Addresses as comparable words: house number, street, area and province, in old or new administrative names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wend.identity.matching.letters import folded, listed
from wend.identity.matching.provinces import province

_SPLIT = re.compile(r"[,;\n]+|\s-\s")
_WORD = re.compile(r"[a-z0-9]+(?:/[a-z0-9]+)*")
_SAYS_NOTHING = frozenset(
    listed(
        "duong pho so nha ngo ngach hem phuong xa thi tran quan huyen tinh thanh tp tx tt p q h viet nam vietnam vn "
        "street st road rd avenue ave unit flat apt no"
    )
)
_AREA = re.compile(r"^(?:phuong|xa|thi tran|thi xa|quan|huyen|thanh pho|tinh|tp|tx|tt|p|q|h)\b")


@dataclass(frozen=True, slots=True)
class Place:
    """An address: its number, its telling words (area words marked by a leading `@`) and today's province."""

    number: str
    words: tuple[str, ...]
    province: str


def place(fields: Sequence[str]) -> Place | None:
    """An address from one field or several.

    >>> place(["12 Lê Lợi, Phường Bến Nghé, Quận 1", "TP.HCM"])
    Place(number='12', words=('le', 'loi', '@ben', '@nghe', '@1'), province='ho chi minh')
    """
    number, area = "", ""
    found: list[str] = []
    for segment in (part for field in fields for part in _SPLIT.split(field)):
        plain = " ".join(_WORD.findall(folded(segment)))
        if not plain:
            continue
        if here := province(plain):
            area = here
            continue
        mark = "@" if _AREA.match(plain) else ""
        for word in plain.split():
            if not number and not mark and word[0].isdigit():
                number = word
            elif word not in _SAYS_NOTHING:
                found.append(mark + word)
    if not found and not number and not area:
        return None
    return Place(number, tuple(dict.fromkeys(found)), area)
