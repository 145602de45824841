"""A person's name as comparable parts, whatever the order and the keyboard it was typed with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from wend.identity.matching.letters import folded, is_plain, is_syllable, listed, marked, telex_undone, words

Role = Literal["given", "middle", "family", "filler"]

SURNAMES = frozenset(
    listed(
        "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh trinh dao doan luong truong mai "
        "to ta ha cao chau lam quach thai la luu phung trieu tang vuong kieu hua tong diep thach khuat lac nghiem uong "
        "ninh khong bach ton chu giang"
    )
)
"""Vietnamese family names, folded. Some are given names too, so the place in the name decides."""
COMMON_SURNAMES = frozenset(listed("nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly"))
FILLERS = frozenset({"thi", "van"})
"""Middle names that half of a country bears tell nobody apart."""
_TITLES = frozenset(listed("anh chị cô chú bác ông bà em dì cậu mợ thầy mr mrs ms miss dr prof sir bs ths ts gs kh"))
_PLAIN_TITLES = frozenset(folded(title) for title in _TITLES)
_NO_NAME = frozenset(
    listed("khach le vang lai hang an danh unknown guest anonymous customer test na none null nan khong ten no name")
)


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name: folded, with its marks when the name was written with marks, and what it is."""

    plain: str
    marks: str | None
    role: Role


@dataclass(frozen=True, slots=True)
class PersonName:
    """A parsed name. `sure` says that the roles were told and not guessed."""

    parts: tuple[Part, ...]
    sure: bool
    bag: str = field(init=False)
    """All words in alphabetical order: equal for any order of writing."""
    own: str = field(init=False)
    """What a person is called inside the family: given and middle words, without fillers, in alphabetical order."""

    def __post_init__(self) -> None:
        own = sorted(part.plain for part in self.parts if part.role in ("given", "middle"))
        object.__setattr__(self, "bag", " ".join(sorted(part.plain for part in self.parts)))
        object.__setattr__(self, "own", " ".join(own))

    def of(self, role: Role) -> str:
        """The words of a role, joined."""
        return " ".join(part.plain for part in self.parts if part.role == role)


@lru_cache(maxsize=200_000)
def full_name(written: str) -> PersonName | None:
    """A name written in one field. Family name first as in Vietnam when the words say so, else last.

    >>> [part.role for part in full_name("Nguyễn Thị Thu Hà").parts]
    ['family', 'filler', 'middle', 'given']
    >>> full_name("Quang Lâm Nguyễn").of("given"), full_name("Anh Tuấn").of("given"), full_name("Khách lẻ")
    ('lam', 'tuan', None)
    """
    last, comma, first = written.partition(",")
    if comma and words(first) and words(last):
        return given_and_family(first, last)
    read = _read(written)
    if not read:
        return None
    read = _untitled(read)
    plain = [word for word, _ in read]
    if len(read) == 1:
        return PersonName((Part(*read[0], "given"),), sure=False)
    roles = _vietnamese(plain) if _looks_vietnamese(plain) else _western(plain)
    return PersonName(tuple(Part(*word, role) for word, role in zip(read, roles, strict=True)), sure=False)


@lru_cache(maxsize=200_000)
def given_and_family(given: str, family: str) -> PersonName | None:
    """A name whose fields say what is what; either may be empty."""
    front, back = _read(given), _read(family)
    if not front and not back:
        return None
    local = any(word in SURNAMES for word, _ in back) and len(front) > 1
    parts = [Part(*word, "family") for word in back]
    for place, word in enumerate(front):
        called = place == (len(front) - 1 if local else 0)
        filler = local and not called and word[0] in FILLERS
        parts.append(Part(*word, "given" if called else "filler" if filler else "middle"))
    return PersonName(tuple(parts), sure=True)


def _read(written: str) -> list[tuple[str, str | None]]:
    """Each word folded, and with its marks when the writer had marks at hand."""
    found = [word for word in words(written) if not word.isdigit()]
    plain = [folded(word) for word in found]
    if not found or all(word in _NO_NAME for word in plain):
        return []
    with_marks = any(not is_plain(_stroke(word)) for word in found)
    read: list[tuple[str, str | None]] = []
    telex = all(is_syllable(bare) or telex_undone(bare) or len(bare) == 1 for bare in plain)
    for word, bare in zip(found, plain, strict=True):
        typed = telex_undone(bare) if telex and is_plain(word) else None
        read.append((typed or bare, marked(word) if with_marks and typed is None else None))
    return read


def _stroke(word: str) -> str:
    """Some keyboards write đ and nothing else: a stroke alone does not say that marks were at hand."""
    return word.replace("đ", "d").replace("ð", "d")


def _untitled(read: list[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    """Without "Anh", "Chị", "Mr" in front, as long as a name is left."""
    while len(read) > 1:
        word, marks = read[0]
        titled = word in _PLAIN_TITLES if marks is None else marks in _MARKED_TITLES
        if not titled or (len(read) > 2 and read[-1][0] in COMMON_SURNAMES and read[1][0] not in SURNAMES):
            return read
        read = read[1:]
    return read


_MARKED_TITLES = frozenset(marked(title) for title in _TITLES)


def _looks_vietnamese(plain: Sequence[str]) -> bool:
    if plain[0] in SURNAMES or plain[-1] in SURNAMES:
        return True
    return all(is_syllable(word) or len(word) == 1 for word in plain)


def _vietnamese(plain: Sequence[str]) -> list[Role]:
    """Family name first; last when only the last word is one."""
    count = len(plain)
    last = COMMON_SURNAMES if count == 2 else SURNAMES  # Thu Hà is called Hà; Thu Nguyễn is called Thu
    turned = plain[-1] in last and plain[0] not in SURNAMES
    turned |= count > 2 and plain[-1] in COMMON_SURNAMES and plain[0] not in COMMON_SURNAMES and len(plain[0]) > 1
    roles: list[Role] = ["middle"] * count
    family, called = (count - 1, count - 2) if turned else (0, count - 1)
    if turned and plain[called] in FILLERS and count > 2:  # "Quốc Hoài Văn Phạm": the filler stays beside the family
        called -= 1
    known = plain[family] in SURNAMES or len(plain[family]) == 1
    roles[family] = "family" if known or count > 3 else "middle"
    for place, word in enumerate(plain):
        if word in FILLERS and place not in (family, called):
            roles[place] = "filler"
    roles[called] = "given"
    return roles


def _western(plain: Sequence[str]) -> list[Role]:
    roles: list[Role] = ["middle"] * len(plain)
    roles[0], roles[-1] = "given", "family"
    return roles
