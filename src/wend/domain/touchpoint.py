"""Touchpoints: named places of interaction, and the rules that say which events belong to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from wend.domain.names import Name

Kind = Literal["communication", "action"]


@dataclass(frozen=True, slots=True)
class EventRule:
    """Which events belong.

    Any of these names, on any of these channels (none named = every channel), and every test of `where` holds. A test
    is the document of one, as it stands in a condition (`docs/conditions.md`).
    """

    events: tuple[str, ...]
    channels: tuple[str, ...] = ()
    where: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why Wend proposed a thing: the text key and its places."""

    key: str
    places: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Touchpoint:
    """One row of the registry.

    `stage` is the key of its home stage (a hint for drafting); `begun_by` says who starts the interaction; `kind`
    whether something is said (a message, an advertisement) or done. `should_use`: it belongs to the journey as it is
    meant to be, whether it happens or not. `owner` answers for it; one touch costs `cost` minor units of `currency`;
    `target` is how many customers are meant to be there within 30 days, 0 = no target.
    """

    key: str
    name: Name
    channel: str
    rule: EventRule
    stage: str = ""
    begun_by: Literal["customer", "company"] = "customer"
    drafted: bool = True
    reasons: tuple[Reason, ...] = field(default=())
    kind: Kind = "action"
    should_use: bool = True
    owner: str = ""
    cost: int = 0
    currency: str = ""
    target: int = 0
