"""Suggestions as the doors show them."""

from __future__ import annotations

from dataclasses import dataclass

from wend.domain.names import Name


@dataclass(frozen=True, slots=True)
class SuggestedPerson:
    """One of the two, with what a person needs to recognise them."""

    customer: str
    label: str


@dataclass(frozen=True, slots=True)
class SuggestedPair:
    """Two people who may be one: how strong the evidence is (log₂ of the odds) and what it is, in both languages."""

    a: SuggestedPerson
    b: SuggestedPerson
    weight: float
    probability: float
    reason: Name


@dataclass(frozen=True, slots=True)
class SuggestionPage:
    """Open suggestions, the strongest first."""

    total: int
    suggestions: tuple[SuggestedPair, ...]
    next_offset: int | None


@dataclass(frozen=True, slots=True)
class Joined:
    """What was accepted: how many pairs, and the number of the decision when it was one."""

    joined: int
    decision: int | None = None


@dataclass(frozen=True, slots=True)
class Searched:
    """A search for suggestions: how many people were looked at, and how many suggestions are new."""

    people: int
    found: int
    new: int
