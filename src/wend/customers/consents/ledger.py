"""Writing the ledger: rows are only ever added, and whatever is unclear is read in the stricter way.

A withdrawal is never lost for being vague: of an unknown purpose it takes back every purpose, of an unknown channel
every channel. A grant must be exact, or it grants nothing and says why.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from wend.customers.consents import purposes, repository
from wend.customers.model_consents import (
    CHANNELS,
    EVERY_CHANNEL,
    EVERY_PURPOSE,
    Consent,
    NewConsent,
    Purpose,
    Recorded,
    Refusal,
)
from wend.domain.event import IDENTIFIER_KINDS
from wend.identity.normalise import normalised
from wend.people import erasing, facade as people
from wend.store.facade import Reading, Work

_LONGEST = {"method": 64, "proof": 2_000, "source": 200, "by": 200}


@dataclass(frozen=True, slots=True)
class _Known:
    """What a row may name here."""

    purposes: frozenset[str]
    wordings: frozenset[tuple[str, int]]
    erased: frozenset[str]


def record(work: Work, rows: Sequence[NewConsent]) -> Recorded:
    """Put what people said into the ledger, in the caller's transaction. Saying the same thing again adds nothing."""
    if not rows:
        return Recorded(0, ())
    spelled = [replace(row, identifier=written(row.identifier)) for row in rows]
    known = _known(work, spelled)
    taken: list[NewConsent] = []
    refused: list[Refusal] = []
    for place, row in enumerate(spelled):
        exact = _exact(row, known)
        if isinstance(exact, str):
            refused.append(Refusal(place, exact))
        else:
            taken.append(exact)
    fresh = _fresh(work, taken)
    if any(row.identifier in known.erased for row in fresh):
        marker = erasing.marker_of(work)
        fresh = [_nameless(row, marker) if row.identifier in known.erased else row for row in fresh]
    repository.append(work, fresh)
    people.touch(work, {row.identifier for row in fresh}, "consent")
    return Recorded(len(fresh), tuple(refused))


def list_of(reading: Reading) -> tuple[Purpose, ...]:
    """The purposes of this workspace."""
    return tuple(repository.own_purposes(reading) or purposes.usual())


def said_in(event: str, subject: str, properties: Mapping[str, object], at: int, source: str) -> tuple[NewConsent, ...]:
    """The rows that a `consent.granted` or `consent.withdrawn` event speaks of: one per purpose and channel it names.

    Properties: `purpose` and `channel` (a word or a list; `all` for every channel), `wording`, `wording_version`,
    `method`, `proof`.
    """
    state: object = {GRANTED: "granted", WITHDRAWN: "withdrawn"}.get(event)
    if state is None:
        return ()
    version = properties.get("wording_version")
    row = NewConsent(
        identifier=subject,
        purpose="",
        channel="",
        state="granted" if state == "granted" else "withdrawn",
        at=at,
        wording=_word(properties.get("wording")),
        wording_version=version if isinstance(version, int) and not isinstance(version, bool) else 0,
        method=_word(properties.get("method")),
        proof=_word(properties.get("proof")),
        source=source,
    )
    channels = [EVERY_CHANNEL if each == "all" else each or _UNCLEAR for each in _words(properties.get("channel"))]
    named = [each or _UNCLEAR for each in _words(properties.get("purpose"))]
    return tuple(replace(row, purpose=purpose, channel=channel) for purpose in named for channel in channels)


GRANTED, WITHDRAWN = "consent.granted", "consent.withdrawn"
_UNCLEAR = "?"


def _known(work: Work, rows: Sequence[NewConsent]) -> _Known:
    asked = {row.identifier for row in rows if row.identifier}
    return _Known(
        frozenset(each.key for each in list_of(work)),
        frozenset(repository.published(work)),
        frozenset(erasing.is_erased(work, asked)),
    )


def _exact(row: NewConsent, known: _Known) -> NewConsent | str:
    """The row as the ledger takes it, or the reason why it does not."""
    if not row.identifier:
        return "consents.refused.identifier"
    clipped = {name: getattr(row, name).strip()[:longest] for name, longest in _LONGEST.items()}
    row = replace(row, **clipped)
    if row.state == "withdrawn":
        purpose = row.purpose if row.purpose in known.purposes else EVERY_PURPOSE
        return replace(row, purpose=purpose, channel=row.channel if row.channel in CHANNELS else EVERY_CHANNEL)
    if row.purpose not in known.purposes:
        return "consents.refused.purpose"
    if row.channel not in (*CHANNELS, EVERY_CHANNEL):
        return "consents.refused.channel"
    if row.wording and (row.wording, row.wording_version) not in known.wordings:
        return "consents.refused.wording"
    if row.identifier in known.erased:
        return "consents.refused.erased"
    return row


def _fresh(work: Work, rows: Collection[NewConsent]) -> list[NewConsent]:
    """The rows that the ledger does not have, whoever told them first: a file imported twice says nothing new."""
    held = {_said(row) for row in repository.ledger(work, {row.identifier for row in rows})}
    fresh: list[NewConsent] = []
    for row in rows:
        if _said(row) not in held:
            held.add(_said(row))
            fresh.append(row)
    return fresh


def _said(row: NewConsent | Consent) -> tuple[object, ...]:
    return row.identifier, row.purpose, row.channel, row.state, row.at, row.wording, row.wording_version, row.proof


def _nameless(row: NewConsent, marker: erasing.Marker) -> NewConsent:
    """A withdrawal of somebody who was erased is kept, so that nobody writes to them, under their mark alone."""
    return replace(row, identifier=marker.name(row.identifier), proof="", by="")


def written(identifier: str) -> str:
    """The one spelling of an identifier (`kind:value`), or nothing when it names nobody."""
    kind, _, value = identifier.partition(":")
    for known in IDENTIFIER_KINDS:
        if kind == known:
            spelled = normalised(known, value)
            return f"{kind}:{spelled}" if spelled else ""
    return ""


def _words(given: object) -> list[str]:
    each = given if isinstance(given, list | tuple) and given else [given]
    return [_word(word).lower() for word in each]


def _word(given: object) -> str:
    return given.strip() if isinstance(given, str) else ""
