"""How much it says that two records share a value: rare values say much, common ones little.

The first look counts records. Once people are known, it counts people, and the Good–Turing estimate says how many
*other* people must be expected to carry a value that was seen with one person only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log2

from wend.identity.matching.names import COMMON_SURNAMES
from wend.identity.matching.records import Profile

_FEWEST, _MOST = 0.05, 1.0
_USUAL = {"phone": 0.15, "email": 0.05}
_USUAL_OTHERWISE = 0.5
_BELIEVED_USUAL = 20
"""How many others carry a value that was seen once, before looking; weighs as much as twenty values."""
_SURNAME_SHARES = {"nguyen": 0.31, "tran": 0.11, "le": 0.09, "pham": 0.06, "hoang": 0.05, "vu": 0.04}
_BELIEVED = 40
"""A handful of records does not tell how common a family name is; the country does. Counts as that many people."""

Values = Iterable[tuple[str, str]]


def values(profile: Profile) -> list[tuple[str, str]]:
    """What is counted of a profile: (kind, value)."""
    found: list[tuple[str, str]] = [("phone", phone) for phone in profile.phones]
    found += [("email", email) for email in profile.emails]
    found += [(f"other:{column}", value) for column, value in profile.others]
    found += [("birth", birth.digits) for birth in profile.births]
    if profile.name:
        found += [("word", part.plain) for part in profile.name.parts]
        found += [("family", part.plain) for part in profile.name.parts if part.role == "family"]
        found.append(("own", profile.name.own))
    if profile.place:
        found += [("place", word) for word in profile.place.words]
        found += [("number", profile.place.number)] if profile.place.number else []
        found += [("province", profile.place.province)] if profile.place.province else []
    return found


class Shares:
    """Bits of evidence of a shared value, from how many carry it."""

    def __init__(self, profiles: Iterable[Profile], person_of: Mapping[str, str] | None = None) -> None:
        self._by_person = person_of is not None
        counts: Counter[tuple[str, str]] = Counter()
        carriers: dict[str, set[tuple[str, str]]] = {}
        self.records = 0
        for profile in profiles:
            self.records += 1
            if person_of is None:
                counts.update(set(values(profile)))
            else:
                carriers.setdefault(person_of[profile.key], set()).update(values(profile))
        for carried in carriers.values():
            counts.update(carried)
        self.people = max(len(carriers) if self._by_person else self.records, 2)
        self.counts = counts
        self._others = self._good_turing()
        self._bits: dict[tuple[str, str, bool], float] = {}

    def _good_turing(self) -> dict[str, float]:
        """Per kind: how many other people carry a value that was seen once."""
        once: Counter[str] = Counter()
        twice: Counter[str] = Counter()
        for (kind, _), count in self.counts.items():
            once[kind] += count == 1
            twice[kind] += count == 2
        return {kind: self._others_of(kind, once[kind], twice[kind]) for kind in once}

    @staticmethod
    def _others_of(kind: str, once: int, twice: int) -> float:
        usual = _USUAL.get(kind, _USUAL_OTHERWISE)
        return min(max((2 * twice + usual * _BELIEVED_USUAL) / (once + _BELIEVED_USUAL), _FEWEST), _MOST)

    def bits(self, kind: str, value: str, apart: bool = False) -> float:
        """−log₂ of the chance that somebody else carries the value. `apart`: one of its carriers is the one asked
        about, so it is not counted.
        """
        key = (kind, value, apart)
        known = self._bits.get(key)
        if known is None:
            known = self._bits[key] = -log2(self._share(kind, value, apart))
        return known

    def _share(self, kind: str, value: str, apart: bool) -> float:
        count = self.counts.get((kind, value), 0) - (apart and self._by_person)
        if self._by_person:
            expected = float(count) if count > 1 else self._others.get(kind, _MOST)
        else:
            expected = max(count - 1.0, 0.5)
        share = expected / self.people
        if value in COMMON_SURNAMES and kind in ("word", "family"):
            share = (expected + _BELIEVED * _SURNAME_SHARES.get(value, 0.02)) / (self.people + _BELIEVED)
        return min(max(share, 1e-9), 0.99)
