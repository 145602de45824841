"""Codes of currencies (ISO 4217), and how many digits the minor unit of one has."""

from __future__ import annotations

_NONE = ("VND", "JPY", "KRW", "CLP", "ISK", "UGX", "XAF", "XOF", "XPF", "PYG", "RWF", "KMF", "GNF", "DJF", "BIF", "VUV")
_THREE = ("BHD", "KWD", "OMR", "JOD", "TND", "IQD", "LYD")
_EXPONENTS = {**dict.fromkeys(_NONE, 0), **dict.fromkeys(_THREE, 3)}

_CODES = """
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF
CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK
HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL
MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON
RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS
UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ZWL
"""
CURRENCIES = frozenset(_CODES.split())
"""Money that is paid with, or was not long ago."""


def exponent_of(currency: str) -> int:
    """Digits of a currency's minor unit (ISO 4217): VND 0, USD 2, KWD 3.

    >>> exponent_of("VND"), exponent_of("USD")
    (0, 2)
    """
    return _EXPONENTS.get(currency.upper(), 2)
