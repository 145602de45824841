"""What the doors do with consents: look at a person's standings, and write down what was said, naming who wrote it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from wend.customers.consents import repository
from wend.customers.consents.ledger import list_of, record, written
from wend.customers.consents.rules import may, standing, standings
from wend.customers.consents.wordings import UnknownPurpose
from wend.customers.model_consents import (
    CHANNELS,
    EVERY_PURPOSE,
    Channel,
    Consent,
    NewConsent,
    PersonConsents,
    Purpose,
    Recorded,
    Standing,
)
from wend.kit.clock import epoch_seconds
from wend.kit.errors import Mistake, closest
from wend.kit.texts import Language, text
from wend.people import erasing, facade as people
from wend.store.facade import Reading
from wend.workspaces.facade import Workspace, audit

_KEY = re.compile(r"[a-z][a-z0-9_-]{0,62}")
_MOST_PURPOSES = 50


class ConsentRefused(Mistake):
    """A row that the ledger cannot take."""

    code = "consents.refused_row"

    def cause(self, language: Language = "en") -> str:
        """What is wrong with the row, in the reader's language."""
        return text(language, f"{self.code}.cause", reason=text(language, str(self.details["reason"])))


class UnknownChannel(Mistake):
    """A channel that does not exist."""

    code = "consents.unknown_channel"


class BadPurposes(Mistake):
    """A list of purposes that says nothing, too much, or one thing twice."""

    code = "consents.bad_purposes"


def of_person(workspace: Workspace, customer: str) -> PersonConsents:
    """Where the person with this identifier stands, and their whole ledger."""
    with workspace.store.reading(workspace.name) as reading:
        person = written(customer) or customer
        rows = repository.ledger(reading, people.members(reading, people.canonical(reading, [person])[person]))
        listed = [each.key for each in list_of(reading)]
    return PersonConsents(customer, standings(rows, listed), tuple(rows))


def of_address(reading: Reading, address: str, others: Sequence[str], purpose: str, channel: Channel) -> Standing:
    """Where an address stands before anything is sent to it: its person's word, and words from before an erasure."""
    asked = {address, *others}
    if erasing.is_erased(reading, [address]):
        asked.add(erasing.marker_of(reading).name(address))
    return standing(repository.ledger(reading, asked), purpose, channel)


def permitting(
    workspace: Workspace, who: Mapping[str, Sequence[str]], purposes_asked: Sequence[str]
) -> dict[str, frozenset[Channel]]:
    """For each of these customers, given with all their identifiers, the channels on which they agreed to every one of
    these purposes. Raises UnknownPurpose.
    """
    with workspace.store.reading(workspace.name) as reading:
        listed = [each.key for each in list_of(reading)]
        for purpose in purposes_asked:
            if purpose not in listed:
                raise UnknownPurpose(purpose=purpose, closest=closest(purpose, listed) or ", ".join(listed))
        rows = repository.ledger(reading, {each for identifiers in who.values() for each in identifiers})
    said: dict[str, list[Consent]] = {}
    for row in rows:
        said.setdefault(row.identifier, []).append(row)
    found: dict[str, frozenset[Channel]] = {}
    for customer, identifiers in who.items():
        own = [row for each in identifiers for row in said.get(each, ())]
        found[customer] = frozenset(
            channel for channel in CHANNELS if own and all(may(own, purpose, channel) for purpose in purposes_asked)
        )
    return found


def say(workspace: Workspace, rows: Sequence[NewConsent], who: str) -> Recorded:
    """Write down what people said; `who` wrote it down. Raises UnknownPurpose, UnknownChannel, ConsentRefused."""
    with workspace.store.work(workspace.name) as work:
        listed = [each.key for each in list_of(work)]
        for row in rows:
            if row.purpose not in (*listed, *([EVERY_PURPOSE] if row.state == "withdrawn" else [])):
                raise UnknownPurpose(purpose=row.purpose, closest=closest(row.purpose, listed) or ", ".join(listed))
            if row.channel and row.channel not in CHANNELS:
                near = closest(row.channel, CHANNELS) or ", ".join(CHANNELS)
                raise UnknownChannel(channel=row.channel, closest=near)
        recorded = record(work, [replace(row, by=who) for row in rows])
        if recorded.refused:
            raise ConsentRefused(row=recorded.refused[0].place + 1, reason=recorded.refused[0].reason)
        if recorded.added:
            marker = erasing.ensured(work, workspace.ids)
            for row in rows:
                told = {"purpose": row.purpose, "channel": row.channel or "all", "wording": row.wording}
                audit(work, who, f"consent.{row.state}", marker.name(written(row.identifier)), told)
    return recorded


def bring(workspace: Workspace, rows: Sequence[NewConsent], who: str) -> Recorded:
    """Take over a list from another system, leaving out and naming what the ledger cannot take."""
    now = epoch_seconds(workspace.clock.now())
    with workspace.store.work(workspace.name) as work:
        recorded = record(work, [replace(row, by=who, at=min(row.at, now)) for row in rows])
        audit(work, who, "consents.imported", "", {"added": recorded.added, "refused": len(recorded.refused)})
    return recorded


def purposes(workspace: Workspace) -> tuple[Purpose, ...]:
    """What data is used for in this workspace."""
    with workspace.store.reading(workspace.name) as reading:
        return list_of(reading)


def change_purposes(workspace: Workspace, wanted: Sequence[Purpose], who: str) -> tuple[Purpose, ...]:
    """Keep the workspace's own list. What was said about a purpose that left it stays in the ledger."""
    keys = [each.key for each in wanted]
    if not 0 < len(keys) <= _MOST_PURPOSES or len(set(keys)) < len(keys) or not all(map(_KEY.fullmatch, keys)):
        raise BadPurposes(most=_MOST_PURPOSES)
    with workspace.store.work(workspace.name) as work:
        repository.save_purposes(work, wanted)
        audit(work, who, "consents.purposes", "", {"purposes": keys})
        return list_of(work)
