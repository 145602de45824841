"""Who is meant by a key: any identifier, written with its kind or as people write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wend.customers.errors import UnknownCustomer
from wend.domain.event import IDENTIFIER_KINDS
from wend.identity.normalise import normalised
from wend.log.facade import Journal, LogRow
from wend.people import facade as people
from wend.store.facade import Reading
from wend.workspaces.facade import Workspace

_PHONE = re.compile(r"\+?[\d .()-]{9,20}", re.ASCII)
_LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class Person:
    """One person: every identifier, and everything that ever came under one of them, in journey order.

    `recent` are the ids of events that the journal does not have yet.
    """

    customer: str
    identifiers: tuple[str, ...]
    rows: tuple[LogRow, ...]
    events: tuple[LogRow, ...]
    recent: frozenset[int]
    journal: Journal


def candidates(key: str) -> Iterator[str]:
    """The identifiers that a key may stand for, the likeliest first.

    >>> list(candidates("0903 718 264"))
    ['phone:+84903718264', 'customer:0903 718 264', 'device:0903 718 264']
    >>> list(candidates("Lan@Shop.vn"))[0], list(candidates("phone:0903718264"))
    ('email:lan@shop.vn', ['phone:+84903718264', 'phone:0903718264'])
    """
    key = key.strip()[:_LONGEST]
    kind, colon, value = key.partition(":")
    for known in IDENTIFIER_KINDS:
        if colon and kind == known:
            spelled = normalised(known, value)
            yield from dict.fromkeys(([f"{known}:{spelled}"] if spelled else []) + [key])
            return
    if "@" in key and (address := normalised("email", key)):
        yield f"email:{address}"
    if _PHONE.fullmatch(key) and (number := normalised("phone", key)):
        yield f"phone:{number}"
    if spelled := normalised("customer", key):  # devices are spelled by the same rules
        yield f"customer:{spelled}"
        yield f"device:{spelled}"


def person(workspace: Workspace, key: str) -> Person:
    """The person of a key, as of this moment. Raises UnknownCustomer."""
    journal = workspace.log.journal_at_hand()
    for candidate in candidates(key):
        found = _person(workspace, candidate, journal)
        if found is not None:
            return found
    raise UnknownCustomer(customer=key)


def _person(workspace: Workspace, identifier: str, journal: Journal) -> Person | None:
    with workspace.store.reading(workspace.name) as reading:
        unsettled = people.is_unsettled(reading)
    if unsettled:
        people.settle(workspace.store, workspace.name)
    with workspace.store.reading(workspace.name) as reading:
        customer, identifiers = who(reading, identifier)
    rows = workspace.log.life(identifiers, journal)
    if not rows and identifiers == (identifier,):
        return None
    recent = frozenset(row["event_id"] for row in workspace.log.recent(identifiers, journal))
    events = tuple(row for row in rows if not row.event.startswith("$"))
    return Person(customer, identifiers, tuple(rows), events, recent, journal)


def who(reading: Reading, identifier: str) -> tuple[str, tuple[str, ...]]:
    """The canonical identifier of the person, and all of theirs."""
    customer = people.canonical(reading, [identifier])[identifier]
    return customer, people.members(reading, customer)
