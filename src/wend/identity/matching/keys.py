"""Blocking: keys under which records of one person are likely to meet. Only records that share a key are compared.

A key that too many records share says nothing and is left out, so that the number of comparisons grows with the number
of records and not with its square.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from wend.identity.matching.names import PersonName
from wend.identity.matching.records import Profile
from wend.identity.matching.shares import Shares

LARGEST_BLOCK = 60
_RARE_WORDS = 3


def keys_of(profile: Profile, shares: Shares) -> Iterator[str]:
    """Every key of a record, the same ones twice at times."""
    for phone in profile.phones:
        yield f"p:{phone}"
        yield f"p<:{phone[:6]}:{phone[-1]}"
        yield f"p>:{phone[-6:]}"
    for email in profile.emails:
        box = email.partition("@")[0]
        yield f"e:{email}"
        yield f"eb:{box}"
        yield f"e<:{email[:6]}"
        yield f"e>:{email[3:]}"
    for column, value in profile.others:
        if len(value) >= 4:
            yield f"o:{column}:{value}"
            yield f"o<:{column}:{value[: len(value) // 2 + 1]}"
            yield f"o>:{column}:{value[len(value) // 2 - 1 :]}"
    yield from _of_births(profile)
    if profile.name:
        yield from _of_name(profile.name, profile, shares)
    yield from _of_place(profile, shares)


def _of_births(profile: Profile) -> Iterator[str]:
    for birth in profile.births:
        if birth.full:
            low, high = sorted((birth.month, birth.day))
            yield f"b:{birth.year}:{low}:{high}"
            yield f"b<:{birth.digits[:6]}"
            yield f"b>:{birth.digits[4:]}"
            yield f"b_:{birth.digits[:4]}{birth.digits[6:]}"


def _of_name(name: PersonName, profile: Profile, shares: Shares) -> Iterator[str]:
    words = sorted({part.plain for part in name.parts if part.role != "filler"}, key=lambda w: -shares.bits("word", w))
    yield f"n:{name.bag}"
    yield f"o:{name.own}"
    rare = [word for word in words if len(word) > 1][:_RARE_WORDS]
    short = "".join(sorted(word[:3] for word in rare))
    yield f"n3:{short}"
    for place, one in enumerate(rare):
        yield f"w:{one}"
        for other in rare[place + 1 :]:
            yield f"ww:{min(one, other)}:{max(one, other)}"
        yield from _joined(f"w:{one}", profile, shares)
        yield from _joined(f"s:{_skeleton(one)}", profile, shares)
        yield from _joined(f"i:{one[:2]}", profile, shares)


def _joined(word: str, profile: Profile, shares: Shares) -> Iterator[str]:
    """A name word together with something else about the person."""
    for birth in profile.births:
        yield f"{word}:b:{birth.year}"
        if birth.full:
            low, high = sorted((birth.month, birth.day))
            yield f"{word}:b:{low}:{high}"
    for phone in profile.phones:
        yield f"{word}:p<:{phone[:5]}"
        yield f"{word}:p>:{phone[-4:]}"
    for email in profile.emails:
        yield f"{word}:e:{email[:4]}"
    if profile.place:
        yield f"{word}:#:{profile.place.number}"
        yield f"{word}:@:{profile.place.province}"
        for one in _rarest(profile, shares)[:4]:
            yield f"{word}:a:{one}"


def _of_place(profile: Profile, shares: Shares) -> Iterator[str]:
    if not profile.place:
        return
    rare = _rarest(profile, shares)[:_RARE_WORDS]
    for place, one in enumerate(rare):
        yield f"a#:{profile.place.number}:{one}"
        for other in rare[place + 1 :]:
            yield f"aa:{min(one, other)}:{max(one, other)}"


def _rarest(profile: Profile, shares: Shares) -> list[str]:
    """Address words, those that tell most first; a word nobody else has cannot bring records together."""
    words = profile.place.words if profile.place else ()
    told = [word for word in words if shares.counts.get(("place", word), 0) > 1]
    return sorted(told, key=lambda word: (-shares.bits("place", word), word))


def _skeleton(word: str) -> str:
    """The consonants without repeats: what survives most typing errors."""
    kept = word[0]
    for letter in word[1:]:
        if letter not in "aeiouyhw" and letter != kept[-1]:
            kept += letter
    return kept


def blocks(profiles: Iterable[Profile], shares: Shares, most: int = LARGEST_BLOCK) -> Mapping[str, tuple[str, ...]]:
    """The usable keys of each record: shared by two records at least and by `most` at most."""
    of = {profile.key: tuple(dict.fromkeys(keys_of(profile, shares))) for profile in profiles}
    sizes = Counter(key for keys in of.values() for key in keys)
    return {record: tuple(key for key in keys if 1 < sizes[key] <= most) for record, keys in of.items()}
