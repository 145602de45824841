"""Addresses as Meta and Google match them: spelled in one way, then SHA-256 in small hexadecimal. Pure.

Meta: e-mail trimmed and in small letters; a phone is digits only, with its country and without the plus. Google: the
same e-mail, without dots and what follows a plus where Gmail delivers; a phone in E.164 with its plus.
Sources: Meta, "Customer Information Parameters" and "Customer list requirements"; Google Ads API, "Customer Match".
"""

from __future__ import annotations

import hashlib

_GMAIL = frozenset({"gmail.com", "googlemail.com"})


def meta_email(address: str) -> str:
    """An e-mail address for Meta.

    >>> meta_email(" Lan@Shop.vn ") == hashlib.sha256(b"lan@shop.vn").hexdigest()
    True
    """
    return _hashed(address.strip().lower())


def meta_phone(number: str) -> str:
    """A phone number, given in E.164, for Meta.

    >>> meta_phone("+84903718264") == hashlib.sha256(b"84903718264").hexdigest()
    True
    """
    return _hashed("".join(each for each in number if each.isdigit()).lstrip("0"))


def google_email(address: str) -> str:
    """An e-mail address for Google.

    >>> google_email("Lan.Nguyen+shop@gmail.com") == google_email("lannguyen@gmail.com")
    True
    >>> google_email("lan.nguyen@shop.vn") == meta_email("lan.nguyen@shop.vn")
    True
    """
    name, _, domain = address.strip().lower().rpartition("@")
    if domain in _GMAIL:
        name = name.partition("+")[0].replace(".", "")
    return _hashed(f"{name}@{domain}")


def google_phone(number: str) -> str:
    """A phone number, given in E.164, for Google.

    >>> google_phone("+84903718264") == hashlib.sha256(b"+84903718264").hexdigest()
    True
    """
    return _hashed(f"+{''.join(each for each in number if each.isdigit())}")


def _hashed(value: str) -> str:
    return hashlib.sha256(value.encode()).hexdigest()
