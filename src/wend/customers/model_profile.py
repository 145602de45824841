"""One person: who they are and why we think so, what we know, where they stand. Times are epoch seconds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wend.customers.model_consents import Standing
from wend.customers.model_timeline import ChannelCount, TimelineEvent
from wend.domain.names import Name

State = Literal["active", "slowing", "left"]
TraitRule = Literal["newest", "trusted", "first"]


@dataclass(frozen=True, slots=True)
class StageSpan:
    """A time spent in one stage; the last one has no end."""

    stage: str
    name: Name
    entered_at: int
    left_at: int | None


@dataclass(frozen=True, slots=True)
class IdentityLink:
    """Why two identifiers are one person: something we read (`evidence`), or what somebody decided (`decision`).

    `number` is the one to undo it by.
    """

    a: str
    b: str
    reason: Name
    source: str
    kind: Literal["evidence", "decision"]
    number: int
    at: int


@dataclass(frozen=True, slots=True)
class KnownIdentifier:
    """One identifier of the person, with what came under it. Times are None where nothing came."""

    identifier: str
    kind: str
    value: str
    events: int
    first_at: int | None
    last_at: int | None


@dataclass(frozen=True, slots=True)
class SaidValue:
    """One value of a trait: who said it (a source), under which identifier, when first and last."""

    value: str
    source: str
    identifier: str
    first_at: int
    last_at: int
    times: int


@dataclass(frozen=True, slots=True)
class Trait:
    """One trait. `value` is the chosen one and `why` says how it was chosen; `values` holds everything ever said,
    newest first; `conflict`: what the identifiers say now is not the same.
    """

    name: str
    value: str
    rule: TraitRule
    why: Name
    conflict: bool
    values: tuple[SaidValue, ...]


@dataclass(frozen=True, slots=True)
class ComputedValue:
    """A computed trait of one person: the value as a number or text, and as people read it. None: nothing to tell."""

    name: str
    title: Name
    value: int | float | str | None


@dataclass(frozen=True, slots=True)
class AccountOf:
    """An account the person belongs to."""

    account: str
    label: str
    since: int
    source: str


@dataclass(frozen=True, slots=True)
class CustomerProfile:
    """One person: who, which identifiers and why, traits, stages with dates, and the newest events first.

    `traits` are the chosen values, `trait_history` everything behind them. `recent` counts the events that are so new
    that lists and maps do not have them yet. `next_cursor` leads to older events of the timeline.
    """

    customer: str
    label: str
    state: State
    stage: str
    stage_name: Name
    flag: str
    identifiers: tuple[str, ...]
    known: tuple[KnownIdentifier, ...]
    links: tuple[IdentityLink, ...]
    traits: tuple[tuple[str, str], ...]
    trait_history: tuple[Trait, ...]
    computed: tuple[ComputedValue, ...]
    accounts: tuple[AccountOf, ...]
    consents: tuple[Standing, ...]
    stages: tuple[StageSpan, ...]
    channels: tuple[ChannelCount, ...]
    events: int
    recent: int
    money: tuple[tuple[str, int], ...]
    first_at: int
    last_at: int
    timeline: tuple[TimelineEvent, ...]
    next_cursor: str | None


@dataclass(frozen=True, slots=True)
class ProfileLookup:
    """What a server needs to speak to one person: no timeline, no history."""

    customer: str
    identifiers: tuple[str, ...]
    traits: dict[str, str]
    computed: dict[str, int | float | str | None]
    state: State
    stage: str
    flag: str
    accounts: tuple[str, ...]
    consents: tuple[Standing, ...]
    events: int
    first_at: int
    last_at: int


@dataclass(frozen=True, slots=True)
class TraitRules:
    """How a trait's value is chosen where several were said: `default` for all, `rules` by trait; `trusted` names
    sources, the most trusted first.
    """

    default: TraitRule = "newest"
    trusted: tuple[str, ...] = ()
    rules: tuple[tuple[str, TraitRule], ...] = ()

    def of(self, trait: str) -> TraitRule:
        """The rule of one trait."""
        return dict(self.rules).get(trait, self.default)
