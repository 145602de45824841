"""Numbers that have no business in a note: payment cards and identity papers. They are masked before a note is kept.

A card is known by its check digit. A Vietnamese citizen's number (12 digits) is known by its province, century and sex
digits; the nine digits of the older card and a passport's number only where a word before them says what they are,
because orders and telephones look the same.
"""

from __future__ import annotations

import re

from wend.customers.model_notes import Hidden

DOT = "•"
_GAPS = r"[ .\-]?"
_CARD = re.compile(rf"(?<![\d•])(?:\d{_GAPS}){{12,18}}\d(?!\d)")
_CITIZEN = re.compile(rf"(?<![\d+•])0(?:\d{_GAPS}){{10}}\d(?!\d)")
_SAID = re.compile(
    r"(?P<word>\b(?:cccd|cmnd|cmt|căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?|hộ chiếu|passport|"
    r"identity (?:card|number)|id (?:card|number|no\.?))\b[^\d\n]{0,20}?)"
    rf"(?P<number>\b[A-Za-z]?\d(?:{_GAPS}\d){{6,11}}\b)",
    re.IGNORECASE,
)
_SHOWN = 4
_ISSUED = re.compile(r"4\d{12}$|[2-6]\d{13,18}$")
"""How the numbers of cards begin. Barcodes have check digits too, and thirteen digits that begin otherwise."""


def masked(text: str) -> tuple[str, tuple[Hidden, ...]]:
    """The text with such numbers masked but for their last four digits, and what was found.

    >>> masked("paid with 4111 1111 1111 1111, order 123456789")
    ('paid with ••••••••••••1111, order 123456789', ('card',))
    """
    found: set[Hidden] = set()

    def card(match: re.Match[str]) -> str:
        digits = _digits(match[0])
        if not _ISSUED.match(digits) or not _luhn(digits):
            return match[0]
        found.add("card")
        return _dotted(digits)

    def citizen(match: re.Match[str]) -> str:
        digits = _digits(match[0])
        if not 1 <= int(digits[:3]) <= 96 or int(digits[3]) > 3:
            return match[0]
        found.add("id")
        return _dotted(digits)

    def said(match: re.Match[str]) -> str:
        found.add("id")
        return match["word"] + _dotted(re.sub(r"[ .\-]", "", match["number"]))

    shown = _SAID.sub(said, _CITIZEN.sub(citizen, _CARD.sub(card, text)))
    return shown, tuple(sorted(found))


def _digits(written: str) -> str:
    return "".join(letter for letter in written if letter.isdigit())


def _dotted(number: str) -> str:
    return DOT * (len(number) - _SHOWN) + number[-_SHOWN:]


def _luhn(digits: str) -> bool:
    doubled = [int(each) * (1 + place % 2) for place, each in enumerate(reversed(digits))]
    return sum(each - 9 if each > 9 else each for each in doubled) % 10 == 0
