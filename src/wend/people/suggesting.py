"""Suggestions: two people who are probably one. Found without shared identifiers, joined only when a person says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from wend.identity.matching.reasons import as_stored
from wend.identity.matching.records import Columns, Profile, guessed, profile
from wend.identity.matching.resolving import resolve
from wend.identity.matching.weights import probability
from wend.kit.errors import Mistake
from wend.people.deciding import join
from wend.people.linking import candidate_pairs
from wend.people.suggestions import repository
from wend.people.suggestions.repository import Suggestion
from wend.store.facade import Reading, Work

NOTE = "suggested"
"""The note of a join that a suggestion led to."""
_AT_ONCE = 500
_OWN = ("phone", "email")


class UnknownSuggestion(Mistake):
    """There is no open suggestion about these two."""

    code = "matching.unknown_suggestion"
    status = 404


@dataclass(frozen=True, slots=True)
class Known:
    """A person as the matching sees them: who they are, all their identifiers, and their traits."""

    person: str
    identifiers: tuple[str, ...]
    traits: Mapping[str, str]


def suggestions_among(people: Sequence[Known]) -> list[Suggestion]:
    """Pairs of people who are probably one, the strongest first. Heavy; touches no store."""
    columns = _columns(people)
    found = resolve([_profile(each, columns) for each in people], candidate_pairs)
    pairs = [pair for pair in chain(found.pairs, found.near_misses) if not pair.through]
    suggested = [
        Suggestion(
            pair.a,
            pair.b,
            round(pair.weight, 3),
            round(probability(pair.weight), 6),
            tuple(as_stored(each) for each in pair.verdict.findings),
        )
        for pair in pairs
        if pair.verdict.personal
    ]
    return sorted(suggested, key=lambda each: (-each.weight, each.a, each.b))


def keep(work: Work, found: Sequence[Suggestion]) -> int:
    """Write down what was found; returns how many are new. What was decided stays decided."""
    return repository.keep(work, found)


def waiting(
    reading: Reading, least: float = 0.0, limit: int = 50, offset: int = 0
) -> tuple[int, tuple[Suggestion, ...]]:
    """How many suggestions wait from a weight upwards, and a page of them."""
    return repository.how_many(reading, least), tuple(repository.open_ones(reading, least, limit, offset))


def accept(work: Work, a: str, b: str, by: str) -> int:
    """Join the two; returns the number of the decision, with which it can be taken back."""
    pair = _open(work, a, b)
    number, _ = join(work, *pair, by, NOTE)
    repository.decide(work, *pair, "accepted")
    return number


def accept_from(work: Work, least: float, by: str) -> int:
    """Join everybody from a weight upwards, at most some hundred at a time; returns how many were joined."""
    chosen = repository.open_ones(work, least, _AT_ONCE, 0)
    for each in chosen:
        accept(work, each.a, each.b, by)
    return len(chosen)


def dismiss(work: Work, a: str, b: str) -> None:
    """Set a suggestion aside; it will not be made again."""
    repository.decide(work, *_open(work, a, b), "dismissed")


def _open(reading: Reading, a: str, b: str) -> tuple[str, str]:
    first, second = sorted((a, b))
    if repository.state_of(reading, first, second) != "open":
        raise UnknownSuggestion(a=first, b=second)
    return first, second


def _columns(people: Sequence[Known]) -> Columns:
    names = sorted({name for each in people for name in each.traits} - set(_OWN))
    told = guessed(names)
    return Columns(told.name, told.given, told.family, told.birth, told.address, _OWN[:1], _OWN[1:], told.other)


def _profile(known: Known, columns: Columns) -> Profile:
    """Traits as columns; phones and e-mails from identifiers and traits together."""
    row = dict(known.traits)
    for kind in _OWN:
        held = [each.partition(":")[2] for each in known.identifiers if each.startswith(f"{kind}:")]
        row[kind] = ";".join([*held, *([known.traits[kind]] if known.traits.get(kind) else [])])
    return profile(known.person, row, columns)
