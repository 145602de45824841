"""One spelling per identifier, so that equal means equal. What is no usable identifier becomes None and joins
nobody.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from wend.domain.event import IdentifierKind
from wend.identity.placeholders import EMAIL_DOMAINS, EMAIL_NAMES, NOBODY, is_placeholder_number

LONGEST = 512
_CONTROL = re.compile(r"[\x00-\x1f]")
_VIETNAM = re.compile(r"(?:\+?84|0084|0)([1-9]\d{8,9})")
_PHONE_MARKS = re.compile(r"[\s.\-()/]")
_PLAIN_EMAIL = re.compile(r"[a-z0-9](?:[a-z0-9_%+-]|\.(?!\.))*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}")
_OLD_MOBILE = {
    "162": "32",
    "163": "33",
    "164": "34",
    "165": "35",
    "166": "36",
    "167": "37",
    "168": "38",
    "169": "39",
    "120": "70",
    "121": "79",
    "122": "77",
    "126": "76",
    "128": "78",
    "123": "83",
    "124": "84",
    "125": "85",
    "127": "81",
    "129": "82",
    "186": "56",
    "188": "58",
    "199": "59",
}
"""Eleven-digit mobile prefixes that became ten-digit ones in September 2018 (Decision 798 of the ministry)."""
_MOBILE = re.compile(r"[35789]\d{8}")


def customer_number(written: str) -> str | None:
    """A company's own number for a customer: trimmed and composed (NFC), never re-cased. Placeholders are None.

    >>> customer_number(" KH00017 "), customer_number("Khách lẻ")
    ('KH00017', None)
    """
    value = unicodedata.normalize("NFC", written.strip())
    if value.casefold() in NOBODY or len(value) > LONGEST or _CONTROL.search(value):
        return None
    return value


device = customer_number
"""A device or browser id obeys the same rules as a customer number."""


@lru_cache(maxsize=200_000)
def email(written: str) -> str | None:
    """An address in lower case, when it could receive mail. What follows a plus is kept: two tags may be two people's
    boxes.

    >>> email(" Lan.Nguyen@Shop.VN "), email("test@test.com"), email("a@b")
    ('lan.nguyen@shop.vn', None, None)
    """
    value = unicodedata.normalize("NFC", written.strip()).lower()
    if not value or len(value) > 254:
        return None
    if not _PLAIN_EMAIL.fullmatch(value):
        try:
            value = validate_email(value, check_deliverability=False, test_environment=True).normalized.lower()
        except EmailNotValidError:
            return None
    name, _, domain = value.rpartition("@")
    if domain in EMAIL_DOMAINS or name.partition("+")[0] in EMAIL_NAMES or len(name) > 64:
        return None
    return value


@lru_cache(maxsize=200_000)
def phone(written: str, country: str = "VN") -> str | None:
    """A number in E.164, read as one of `country` when it carries no country code. Old Vietnamese prefixes are brought
    up to date.

    >>> phone("0169 312 7455"), phone("+84 (0)90.312.7455"), phone("0000000000")
    ('+84393127455', '+84903127455', None)
    """
    value = written.strip().replace("(0)", "")
    digits = _PHONE_MARKS.sub("", value)
    if country == "VN" or digits.startswith(("+84", "0084")):
        local = _VIETNAM.fullmatch(digits)
        if local:
            return _vietnamese(local.group(1))
        if country == "VN" and _MOBILE.fullmatch(digits):
            return _vietnamese(digits)  # spreadsheets eat the leading zero
    return _foreign(value, country)


def _vietnamese(national: str) -> str | None:
    if len(national) == 10 and national[:3] in _OLD_MOBILE:
        national = _OLD_MOBILE[national[:3]] + national[3:]
    if is_placeholder_number("0" + national):
        return None
    if _MOBILE.fullmatch(national) or (national.startswith("2") and len(national) in (9, 10)):
        return "+84" + national
    return None


def _foreign(value: str, country: str) -> str | None:
    try:
        number = phonenumbers.parse(value, country or None)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number) or is_placeholder_number(str(number.national_number)):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def normalised(kind: IdentifierKind, written: str, country: str = "VN") -> str | None:
    """The one spelling of an identifier of any kind, or None when it names nobody."""
    if kind == "email":
        return email(written)
    if kind == "phone":
        return phone(written, country)
    return customer_number(written)
