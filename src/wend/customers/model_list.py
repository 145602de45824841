"""What a list of customers may be cut by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wend.customers.model_profile import State

Marked = Literal["", "real", "flagged", "staff", "bot", "test"]


@dataclass(frozen=True, slots=True)
class ListFilter:
    """All that is named must hold; values of one kind are alternatives. Times are epoch seconds, [from, to).

    `traits` are `(name, value)` pairs, of which those with one name are alternatives. `flag` names a mark, or is `real`
    for customers without one, or `flagged`.
    """

    stages: tuple[str, ...] = ()
    states: tuple[State, ...] = ()
    channels: tuple[str, ...] = ()
    traits: tuple[tuple[str, str], ...] = ()
    account: str = ""
    flag: Marked = ""
    seen_from: int | None = None
    seen_to: int | None = None
    has_conflict: bool = False
