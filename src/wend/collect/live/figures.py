"""Money and ratings inside properties: numbers of an order, answers of a survey."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from wend.collect.live.model import Fields
from wend.domain.currencies import exponent_of
from wend.domain.event import SCALES, Scale, feeling, scale_bounds

_PLAIN = re.compile(r"-?\d{1,15}(?:\.\d{1,12})?")
_CURRENCY = re.compile(r"[A-Za-z]{3}")
_MOST = 10**18
_LONGEST_ABOUT = 200


class Money(NamedTuple):
    """An amount in minor units and its currency; both None without one. `why` names what kept it from being read."""

    amount: int | None
    currency: str | None
    why: str = ""


NO_MONEY = Money(None, None)


def money(properties: Fields, usual: str) -> Money:
    """What an event was worth: `revenue` or `total` in its `currency` (else the source's usual one), or `value` when a
    currency stands beside it. Minor units, halves rounded away from zero.

    >>> money({"revenue": "12.345", "currency": "usd"}, ""), money({"total": 250000}, "VND")
    (Money(amount=1235, currency='USD', why=''), Money(amount=250000, currency='VND', why=''))
    """
    given = properties.get("currency")
    written = given.upper() if isinstance(given, str) and _CURRENCY.fullmatch(given) else ""
    for name in ("revenue", "total", "value"):
        given_as = properties.get(name)
        if given_as is None or (number := _decimal(given_as)) is None:
            continue
        currency = written if name == "value" else written or usual
        if not currency:
            if name == "value":
                continue
            return Money(None, None, "no_currency")
        amount = _minor(number, exponent_of(currency))
        return Money(amount, currency) if abs(amount) < _MOST else Money(None, None, "amount_too_large")
    return NO_MONEY


def _minor(number: Decimal | int, exponent: int) -> int:
    if isinstance(number, int):
        return number * int(10**exponent)
    return int(number.scaleb(exponent).quantize(Decimal(1), ROUND_HALF_UP))


def _decimal(value: Any) -> Decimal | int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return Decimal(repr(value)) if abs(value) < _MOST else None
    if isinstance(value, str) and _PLAIN.fullmatch(value.strip()):
        return Decimal(value.strip())
    return None


class Rated(NamedTuple):
    """A rating and an expectation in hundredths, and what they are about."""

    rating: int | None = None
    expectation: int | None = None
    about: str | None = None


NOT_RATED = Rated()


def rated(properties: Fields) -> Rated:
    """An answer on one of the known scales: `rating` with `scale`, perhaps `expectation` and `about`.

    >>> rated({"rating": 9, "scale": "nps", "about": "delivery"})
    Rated(rating=160, expectation=None, about='delivery')
    """
    scale = next((each for each in SCALES if each == properties.get("scale")), None)
    if scale is None:
        return NOT_RATED
    about = properties.get("about")
    return Rated(
        _answer(properties.get("rating"), scale),
        _answer(properties.get("expectation"), scale),
        about[:_LONGEST_ABOUT] if isinstance(about, str) and about else None,
    )


def _answer(given: Any, scale: Scale) -> int | None:
    number, (low, high) = _decimal(given), scale_bounds(scale)
    return None if number is None or not low <= number <= high else feeling(float(number), scale)
