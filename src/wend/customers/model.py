"""Customers as lists and accounts show them. Times are epoch seconds, money minor units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wend.customers.model_profile import CustomerProfile, IdentityLink, StageSpan, State
from wend.customers.model_timeline import TimelineEvent
from wend.domain.names import Name

__all__ = [
    "Account",
    "AccountLine",
    "AccountMember",
    "AccountPage",
    "CustomerPage",
    "CustomerProfile",
    "CustomerRow",
    "Flag",
    "FlagKind",
    "FlagRules",
    "FlagSuggestion",
    "Flags",
    "IdentityLink",
    "Sort",
    "StageSpan",
    "State",
    "TimelineEvent",
]

Sort = Literal["last_seen", "first_seen", "events", "name"]
FlagKind = Literal["staff", "bot", "test"]


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One line of a list of customers. `flag` is empty for a real customer; `conflict`: their names disagree on a
    trait; `computed` holds the columns that were asked for, as texts.
    """

    customer: str
    label: str
    events: int
    first_at: int
    last_at: int
    traits: tuple[tuple[str, str], ...]
    stage: str = ""
    stage_name: Name | None = None
    state: State = "active"
    flag: str = ""
    conflict: bool = False
    computed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Addressed:
    """How a customer is addressed: "" where no name or language is known; `addresses` on the channel that was asked
    for, without their kind; all `identifiers` with theirs.
    """

    customer: str
    name: str
    language: str
    addresses: tuple[str, ...]
    identifiers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CustomerPage:
    """A page of customers; `total` counts all that fit, `next_offset` is None on the last page."""

    rows: tuple[CustomerRow, ...]
    total: int
    next_offset: int | None


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One company, household or other group in a list."""

    account: str
    label: str
    members: int
    last_at: int
    traits: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AccountPage:
    """A page of accounts, last seen first."""

    rows: tuple[AccountLine, ...]
    total: int
    next_offset: int | None


@dataclass(frozen=True, slots=True)
class AccountMember:
    """One person of an account: under which identifier they joined, when, and who said so."""

    customer: str
    label: str
    identifier: str
    since: int
    source: str


@dataclass(frozen=True, slots=True)
class Account:
    """One account: what we know of it, and its people (each once, however many identifiers joined)."""

    account: str
    label: str
    traits: tuple[tuple[str, str], ...]
    source: str
    first_at: int
    last_at: int
    people: int
    members: tuple[AccountMember, ...]
    next_offset: int | None


@dataclass(frozen=True, slots=True)
class Flag:
    """Somebody who is not a real customer. `by` is a person, or `rule:…`; `identifier` is the one that was marked."""

    customer: str
    label: str
    identifier: str
    flag: str
    by: str
    note: str
    at: int


@dataclass(frozen=True, slots=True)
class FlagRules:
    """Who is marked without being asked about: people with an e-mail of `staff_domains`, and those whose every visit
    came from a program (`known_bots`).
    """

    staff_domains: tuple[str, ...] = ()
    known_bots: bool = False


@dataclass(frozen=True, slots=True)
class FlagSuggestion:
    """Somebody who looks like staff, a bot or a test, and why; nothing happens until a person says so."""

    customer: str
    label: str
    flag: FlagKind
    reason: Name
    events: int


@dataclass(frozen=True, slots=True)
class Flags:
    """Everybody who is marked, the rules, and whom one might mark."""

    marked: tuple[Flag, ...]
    rules: FlagRules
    suggestions: tuple[FlagSuggestion, ...]
