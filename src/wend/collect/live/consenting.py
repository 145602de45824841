"""Consent that travels with an event: where it is unclear, no.

It says what the page was told, not what the person agreed to: the ledger of consents is written by servers only.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

CATEGORIES = ("advertising", "analytics", "datasharing", "functional", "marketing", "personalization")
_MOST = 50


def strictest(objects: Iterable[Any]) -> dict[str, bool] | None:
    """One answer per category out of all consent objects of a message; None when it carries none.

    A category is granted only when every object that speaks of it says exactly `true`; a known one that nobody speaks
    of, and one that we do not know, is not granted.

    >>> strictest([{"categoryPreferences": {"Analytics": True, "Marketing": True}}, {"marketing": False, "x": True}])[
    ...     "analytics"]
    True
    """
    spoken: dict[str, list[bool]] = {}
    found = False
    for each in objects:
        if each is None:
            continue
        found = True
        preferences = each.get("categoryPreferences", each) if isinstance(each, dict) else {}
        for name, answer in list(preferences.items())[:_MOST] if isinstance(preferences, dict) else ():
            spoken.setdefault(str(name).casefold(), []).append(answer is True)
    if not found:
        return None
    return {name: name in CATEGORIES and all(spoken.get(name, [False])) for name in sorted({*CATEGORIES, *spoken})}
