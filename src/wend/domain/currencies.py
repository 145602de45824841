"""How many digits the minor unit of a currency has."""

from __future__ import annotations

_NONE = ("VND", "JPY", "KRW", "CLP", "ISK", "UGX", "XAF", "XOF", "XPF", "PYG", "RWF", "KMF", "GNF", "DJF", "BIF", "VUV")
_THREE = ("BHD", "KWD", "OMR", "JOD", "TND", "IQD", "LYD")
_EXPONENTS = {**dict.fromkeys(_NONE, 0), **dict.fromkeys(_THREE, 3)}


def exponent_of(currency: str) -> int:
    """Digits of a currency's minor unit (ISO 4217): VND 0, USD 2, KWD 3.

    >>> exponent_of("VND"), exponent_of("USD")
    (0, 2)
    """
    return _EXPONENTS.get(currency.upper(), 2)
