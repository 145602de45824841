"""What customers and accounts are called, and how names are folded to be found."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_LABEL_TRAITS = ("name", "full_name", "fullname", "ten", "ho_ten", "customer_name")
_PARTS = (("last_name", "first_name"), ("lastname", "firstname"))


def label_of(customer: str, traits: Sequence[tuple[str, str]]) -> str:
    """What to call a customer: a name trait, else the identifier without its kind.

    >>> label_of("customer:17", [("firstName", "Lan"), ("lastName", "Nguyễn")]), label_of("phone:+849", [])
    ('Nguyễn Lan', '+849')
    """
    held = {name.lower(): value for name, value in traits if value}
    named = next((held[trait] for trait in _LABEL_TRAITS if trait in held), "")
    for parts in _PARTS:
        named = named or " ".join(held[part] for part in parts if part in held)
    return named or customer.partition(":")[2] or customer


def folded(words: str) -> str:
    """Lower case without diacritics: `Nguyễn Đức` → `nguyen duc`.

    >>> folded("Nguyễn Đức")
    'nguyen duc'
    """
    bare = "".join(c for c in unicodedata.normalize("NFD", words.lower()) if not unicodedata.combining(c))
    return bare.replace("đ", "d")
