"""What other rooms and the doors may ask about who is who.

Everything here works inside a transaction of the caller, on one workspace. Nothing heavy is imported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wend.identity.judging import Refusal
from wend.identity.rules import Rules
from wend.identity.ties import Pair
from wend.people import repository, ruling
from wend.people.absorbing import Changes, Move, absorb
from wend.people.deciding import BadPair, Undone, UnknownJoin, apart, join, revoke, undo
from wend.people.familiar import Familiar
from wend.people.repository import CHANGES, LINKS, SETTLED, Decided, Joint, Waiting, leave, shared, waiting
from wend.people.ruling import BadRules, parse as rules_from
from wend.people.settling import Bulk, is_unsettled, note, settle
from wend.people.touching.repository import (
    Touch,
    Touched,
    since as touched_since,
    top as touched_top,
    touch,
    touch_each,
)
from wend.store.facade import Reading, Work

__all__ = [
    "BadPair",
    "BadRules",
    "Bulk",
    "Changes",
    "Decided",
    "Familiar",
    "Joint",
    "Move",
    "Touch",
    "Touched",
    "Undone",
    "UnknownJoin",
    "Waiting",
    "absorb",
    "apart",
    "canonical",
    "change",
    "changed_since",
    "decisions_among",
    "evidence_among",
    "identified",
    "is_revoke",
    "is_unsettled",
    "join",
    "leave",
    "members",
    "members_of",
    "note",
    "refusals_among",
    "revoke",
    "rules",
    "rules_from",
    "save_rules",
    "settle",
    "shared",
    "touch",
    "touch_each",
    "touched_since",
    "touched_top",
    "undo",
    "version",
    "waiting",
]


def canonical(reading: Reading, identifiers: Iterable[str]) -> dict[str, str]:
    """The person of each of these identifiers, named by their best one; an identifier that nothing is tied to is its
    own person.
    """
    asked = list(dict.fromkeys(identifiers))
    held = repository.held(reading, asked)
    return {each: held[each].person if each in held else each for each in asked}


def members(reading: Reading, person: str) -> tuple[str, ...]:
    """All identifiers of a person, sorted; the person is named by their canonical identifier."""
    return tuple(repository.members(reading, [person]).get(person, (person,)))


def identified(reading: Reading, kind: str) -> list[str]:
    """People who have an identifier of this kind; who is known by nothing else is not among them."""
    return repository.identified(reading, kind)


def members_of(reading: Reading, people: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The same for many people at once."""
    asked = list(dict.fromkeys(people))
    found = repository.members(reading, asked)
    return {each: tuple(found.get(each, (each,))) for each in asked}


def version(reading: Reading) -> str:
    """Changes whenever somebody is somebody else; "0" when nobody was ever joined. Cheap."""
    counts = repository.counts(reading)
    waiting = counts.get(LINKS, 0) - counts.get(SETTLED, 0)
    return f"{counts.get(CHANGES, 0)}" + (f"+{counts.get(LINKS, 0)}" if waiting > 0 else "")


def change(reading: Reading) -> int:
    """The number of the last change of anybody; 0 when nobody was ever joined."""
    return repository.counts(reading).get(CHANGES, 0)


def changed_since(reading: Reading, number: int) -> Iterator[list[tuple[str, str]]]:
    """Identifiers that changes after this number touched, each with its person today, a part at a time."""
    return repository.changed_since(reading, number)


def evidence_among(reading: Reading, identifiers: Iterable[str]) -> list[Joint]:
    """Every row of evidence that touches one of the identifiers, in order of arrival, each with its number."""
    return repository.evidence_among(reading, identifiers)


def decisions_among(reading: Reading, identifiers: Iterable[str]) -> list[Decided]:
    """Every decision about one of the identifiers, in order."""
    found = repository.decisions_around(reading, identifiers)
    return [found[number] for number in sorted(found)]


def is_revoke(reading: Reading, number: int) -> bool:
    """Whether this decision took another one back."""
    made = repository.decision_numbered(reading, number)
    return made is not None and made.decision.kind == "revoke"


def refusals_among(reading: Reading, identifiers: Iterable[str]) -> dict[Pair, Refusal]:
    """Evidence about these identifiers that did not join, each with the reason."""
    return repository.refusals_around(reading, identifiers)


def rules(reading: Reading) -> Rules:
    """By which rules evidence joins people in this workspace."""
    return ruling.rules(reading)


def save_rules(work: Work, new: Rules) -> None:
    """Let these rules hold. Who is who is decided anew when it is next settled."""
    ruling.save(work, new)
    repository.settle_up_to(work, 0)
