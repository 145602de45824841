"""Identifiers as a live view shows them: enough to recognise one's own test, too little to carry away."""

from __future__ import annotations

_LEAST = 4


def masked(identifier: str) -> str:
    """The kind, and the ends of the value.

    >>> masked("customer:C-100042"), masked("email:lan.nguyen@shop.vn"), masked("device:a1"), masked("")
    ('customer:C-…42', 'email:l…@shop.vn', 'device:…', '')
    """
    kind, sign, value = identifier.partition(":")
    if not sign:
        return ""
    name, at, host = value.rpartition("@")
    if kind == "email" and at:
        return f"{kind}:{name[:1]}…@{host}"
    return f"{kind}:{value[:2]}…{value[-2:]}" if len(value) > _LEAST else f"{kind}:…"
