"""Events that only a server may send: a page, and whoever copied its key, must not say that somebody paid."""

from __future__ import annotations

import re
from fnmatch import translate

_MOST_KNOWN = 5_000
_SEPARATORS = re.compile(r"[^0-9a-z*]+")


class Protected:
    """Which event names need a secret key. Patterns are words joined by dots, `*` for any; case and signs do not count.

    >>> "Payment Succeeded" in Protected("payment.*"), "order.placed" in Protected("payment.*")
    (True, False)
    """

    def __init__(self, patterns: str) -> None:
        words = [_spelled(pattern) for pattern in patterns.split(",") if pattern.strip()]
        self._like = re.compile("|".join(translate(word) for word in words)) if words else None
        self._known: dict[str, bool] = {}

    def __contains__(self, name: object) -> bool:
        word = str(name)
        if word not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[word] = self._like is not None and self._like.match(_spelled(word)) is not None
        return self._known[word]


def _spelled(name: str) -> str:
    return _SEPARATORS.sub(".", name.casefold()).strip(".")
