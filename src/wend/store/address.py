"""Where a store's rows live: in a file of the data directory, or on a PostgreSQL server named by an address."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

SCHEMES = ("postgresql://", "postgres://")
_SHOWN = frozenset({"host", "port", "dbname"})


def is_postgresql(url: str) -> bool:
    """Whether this is the address of a PostgreSQL database."""
    return url.startswith(SCHEMES)


def without_secrets(url: str) -> str:
    """The address as it may be shown: no password, and of its options only where the server is.

    >>> without_secrets("postgresql://wend:hunter2@db.shop.vn/wend?sslpassword=x")
    'postgresql://wend@db.shop.vn/wend'
    """
    if not url:
        return ""
    scheme, separator, rest = url.partition("://")
    if not separator:
        return "…"  # not an address at all: perhaps the password itself
    login, at, place = rest.rpartition("@")  # the last one: a password may hold others
    place, _, query = place.partition("?")
    options = urlencode([pair for pair in parse_qsl(query) if pair[0] in _SHOWN], safe="/,")
    shown = f"{scheme}://{login.partition(':')[0]}{at}{place}"
    return f"{shown}?{options}" if options else shown
