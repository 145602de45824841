"""Notes about a customer, as rooms and doors see them. Times are epoch seconds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Hidden = Literal["card", "id"]
"""What was masked in a note: a payment card's number, or a number of an identity paper."""


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody wrote about a customer. A removed note keeps its place and author; its words are no longer shown.

    `hidden` flags a note in which numbers were masked before it was kept.
    """

    id: str
    identifier: str
    text: str
    by: str
    at: int
    removed_at: int | None
    hidden: tuple[Hidden, ...]
