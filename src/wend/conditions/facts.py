"""What conditions name and no log tells: other segments, and lists of customers. Doors put real ones here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from wend.conditions import errors
from wend.conditions.tree import Condition


def no_list(key: str) -> Collection[str]:
    """Where nobody keeps lists."""
    raise errors.UnknownList(key, ())


@dataclass(frozen=True, slots=True)
class Facts:
    """Each is asked when a condition needs it, and only then: `segments` by key, the keys of `lists`, the canonical ids
    of those `listed` under a key (raises UnknownList); `version` changes whenever any of them does.
    """

    segments: Callable[[], Mapping[str, Condition]] = dict
    lists: Callable[[], Collection[str]] = tuple
    listed: Callable[[str], Collection[str]] = no_list
    version: Callable[[], str] = str


NOTHING = Facts()
