"""What this room knows for conditions: of everybody for the reader of the log, of one person for the live one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from wend.conditions.facts import Changes, Facts
from wend.conditions.shorts import DAY, Computation
from wend.conditions.tree import ConsentState, Happening, Of, Test
from wend.customers import repository
from wend.customers.consents import ledger, repository as said, rules
from wend.customers.model_computed import ComputedTrait
from wend.customers.model_consents import CHANNELS, Consent
from wend.people import facade as people
from wend.store.facade import Reading
from wend.workspaces.facade import Workspace


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known of one person beside their events and traits; the parts of a `Journey` that carry the same names.

    `consents` holds what was said of every purpose and channel of the workspace, where anything was.
    """

    identifiers: frozenset[str]
    accounts: tuple[Mapping[str, str], ...]
    consents: Mapping[tuple[str, str], Changes]


def facts(workspace: Workspace) -> Facts:
    """What conditions may name of this room, asked for when a condition needs it."""
    return Facts(
        version=lambda: _version(workspace),
        computed=lambda: _computations(workspace),
        identified=lambda kind: _identified(workspace, kind),
        told=lambda trait: _told(workspace, trait),
        account_traits=lambda: _account_traits(workspace),
        accounts=lambda trait: _accounts(workspace, trait),
        purposes=lambda: _purposes(workspace),
        channels=lambda: CHANNELS,
        consents=lambda purpose, channel: _consents(workspace, purpose, channel),
    )


def beside(reading: Reading, members: Sequence[str]) -> Beside:
    """The same of the one person who has these identifiers."""
    rows = said.ledger(reading, members)
    found: dict[tuple[str, str], Changes] = {}
    for purpose in [each.key for each in ledger.list_of(reading)] if rows else []:
        for channel in CHANNELS:
            if changes := _changes(rows, purpose, channel):
                found[purpose, channel] = changes
    accounts = tuple(dict(each) for each in repository.account_traits_of(reading, members))
    return Beside(frozenset(each.partition(":")[0] for each in members), accounts, found)


def said_version(reading: Reading) -> str:
    """Changes whenever a computed trait is defined otherwise, or the purposes of consents are others."""
    told = f"{repository.computed_traits(reading)} {ledger.list_of(reading)}"
    return f"{crc32(told.encode()):08x}"


def computation(trait: ComputedTrait) -> Computation:
    """A definition in the words of conditions; of what they cannot say, one that counts nothing."""
    kind = trait.measure
    of = Of("property", trait.property) if trait.of == "property" else Of("field", trait.of or "amount")
    mixed = bool(trait.events and trait.touchpoints)
    if kind == "most_frequent" or mixed or trait.of in ("event", "touchpoint"):
        return Computation("count", None)
    where = (Test("field", "channel", "is", trait.channels),) if trait.channels else ()
    names, named = (trait.events, "event") if trait.events else (trait.touchpoints, "touchpoint")
    what = Happening("touchpoint" if named == "touchpoint" else "event", names, where)
    seconds = trait.window_days * DAY + 1 if trait.window_days else None  # the oldest day counts from its first second
    return Computation(kind, what if names else Happening("anything", (), where), of, seconds)


def _computations(workspace: Workspace) -> dict[str, Computation]:
    with workspace.store.reading(workspace.name) as reading:
        return {each.name: computation(each) for each in repository.computed_traits(reading)}


def _version(workspace: Workspace) -> str:
    with workspace.store.reading(workspace.name) as reading:
        return f"{people.version(reading)} {' '.join(repository.facts_version(reading))}"


def _identified(workspace: Workspace, kind: str) -> Sequence[str]:
    with workspace.store.reading(workspace.name) as reading:
        return people.identified(reading, kind)


def _told(workspace: Workspace, trait: str) -> dict[str, int]:
    told = workspace.log.told(trait)
    with workspace.store.reading(workspace.name) as reading:
        whose = people.canonical(reading, told)
    last: dict[str, int] = {}
    for identifier, at in told.items():
        last[whose[identifier]] = max(at, last.get(whose[identifier], at))
    return last


def _account_traits(workspace: Workspace) -> Sequence[str]:
    with workspace.store.reading(workspace.name) as reading:
        return sorted({name for _, traits in repository.every_account(reading) for name, _ in traits})


def _accounts(workspace: Workspace, trait: str) -> dict[str, list[str | None]]:
    with workspace.store.reading(workspace.name) as reading:
        values = {account: dict(traits).get(trait) for account, traits in repository.every_account(reading)}
        joined = repository.every_membership(reading)
        whose = people.canonical(reading, [identifier for _, identifier in joined])
    found: dict[str, dict[str, str | None]] = defaultdict(dict)
    for account, identifier in joined:
        found[whose[identifier]][account] = values.get(account)
    return {customer: list(held.values()) for customer, held in found.items()}


def _purposes(workspace: Workspace) -> Sequence[str]:
    with workspace.store.reading(workspace.name) as reading:
        return [each.key for each in ledger.list_of(reading)]


def _consents(workspace: Workspace, purpose: str, channel: str) -> dict[str, Changes]:
    with workspace.store.reading(workspace.name) as reading:
        rows = said.about(reading, purpose, channel)
        whose = people.canonical(reading, [row.identifier for row in rows])
    of_each: dict[str, list[Consent]] = defaultdict(list)
    for row in rows:
        of_each[whose[row.identifier]].append(row)
    return {customer: _changes(rows, purpose, channel) for customer, rows in of_each.items()}


def _changes(rows: Sequence[Consent], purpose: str, channel: str) -> Changes:
    """From when on the person with these rows stood where: the rule of the room, asked whenever something was said."""
    known = next(each for each in CHANNELS if each == channel)
    changes: list[tuple[int, ConsentState]] = []
    for at in sorted({rules.said_at(row) for row in rows}):
        state = rules.standing([row for row in rows if rules.said_at(row) <= at], purpose, known).state
        if state != (changes[-1][1] if changes else "unknown"):
            changes.append((at, state))
    return changes
