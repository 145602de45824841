"""What customers and accounts are called, and how names are folded to be found."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_LABEL_TRAITS = ("name", "full_name", "fullname", "ten", "ho_ten", "customer_name")
_LANGUAGE_TRAITS = ("language", "preferred_language", "lang", "locale", "ngon_ngu")
_PARTS = (("last_name", "first_name"), ("lastname", "firstname"))
_NAMES = frozenset((*_LABEL_TRAITS, *(part for parts in _PARTS for part in parts)))


def label_of(customer: str, traits: Sequence[tuple[str, str]]) -> str:
    """What to call a customer: a name trait, else the identifier without its kind.

    >>> label_of("customer:17", [("firstName", "Lan"), ("lastName", "Nguyễn")]), label_of("phone:+849", [])
    ('Nguyễn Lan', '+849')
    """
    return name_of(traits) or customer.partition(":")[2] or customer


def is_name(trait: str) -> bool:
    """Whether a trait says what somebody is called."""
    return trait.lower() in _NAMES


def name_of(traits: Sequence[tuple[str, str]]) -> str:
    """The name that traits give somebody, or nothing."""
    held = {name.lower(): value for name, value in traits if value}
    named = next((held[trait] for trait in _LABEL_TRAITS if trait in held), "")
    for parts in _PARTS:
        named = named or " ".join(held[part] for part in parts if part in held)
    return named


def language_of(traits: Sequence[tuple[str, str]]) -> str:
    """The language that somebody reads, as it was written down, or nothing.

    >>> language_of([("Locale", "vi-VN")])
    'vi-VN'
    """
    held = {name.lower(): value for name, value in traits if value}
    return next((held[trait] for trait in _LANGUAGE_TRAITS if trait in held), "")


def folded(words: str) -> str:
    """Lower case without diacritics: `Nguyễn Đức` → `nguyen duc`.

    >>> folded("Nguyễn Đức")
    'nguyen duc'
    """
    bare = "".join(c for c in unicodedata.normalize("NFD", words.lower()) if not unicodedata.combining(c))
    return bare.replace("đ", "d")
