"""Phones and e-mails as keys for matching: more forgiving than identifiers, because nothing is joined by them alone."""

from __future__ import annotations

import re
from functools import lru_cache

from wend.identity.matching.letters import folded, listed
from wend.identity.normalise import phone as exact_phone

_DIGITS = re.compile(r"\D+")
_ROLE_BOXES = frozenset(
    listed("info sales admin support contact hello office test noreply no-reply khachhang cskh hotro lienhe na none")
)


@lru_cache(maxsize=200_000)
def phone(written: str) -> str | None:
    """The digits after the country code, Vietnamese old prefixes brought up to date; a number nobody has is None.

    >>> phone("0169 312 7455") == phone("+84 393 127 455"), phone("0000000000"), phone("(030) 555-12")
    (True, None, '03055512')
    """
    known = exact_phone(written)
    if known is not None:
        return known.removeprefix("+84")
    digits = _DIGITS.sub("", written)
    if digits.startswith("0084") or (digits.startswith("84") and len(digits) > 9):
        digits = digits.removeprefix("00").removeprefix("84")
    elif digits.startswith("0") and len(digits) in (9, 10, 11):
        digits = digits[1:] if len(digits) != 9 else digits
    if len(digits) < 6 or len(set(digits)) < 3 or digits in "01234567890123456789":
        return None
    return digits


@lru_cache(maxsize=200_000)
def email(written: str) -> str | None:
    """An address in plain lower case without its tag; Gmail's dots say nothing. A shared box is None.

    >>> email("Lan.Nguyen+shop@Gmail.com"), email("info@shop.vn"), email("ðinh.an@mail.example")
    ('lannguyen@gmail.com', None, 'dinh.an@mail.example')
    """
    value = folded(written.strip()).replace(" ", "")
    name, at, domain = value.rpartition("@")
    name = name.partition("+")[0]
    if not at or len(name) < 2 or not domain or name in _ROLE_BOXES:
        return None
    if domain in ("gmail.com", "googlemail.com"):
        name, domain = name.replace(".", ""), "gmail.com"
    return f"{name}@{domain}"
