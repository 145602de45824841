"""Whom of a persona to ask: real customers of it, and only those who agreed.

Nothing is sent; that a list was taken is in the audit log, with counts and nobody's name.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from wend.customers import facade as customers
from wend.customers.facade import CHANNELS, Addressed, Channel
from wend.kit.clock import epoch_seconds
from wend.kit.errors import closest
from wend.kit.sheets import plain
from wend.personas import keeping
from wend.personas.errors import UnknownChannel
from wend.personas.model import Invitation, Invited, Persona
from wend.questions import facade as questions
from wend.questions.facade import Members
from wend.workspaces.facade import Workspace, audit

MOST_INVITED = 100_000
PART = 5_000
COLUMNS = ("customer", "name", "address", "language", "channel", "purpose", "consent")


def invitation(workspace: Workspace, key: str, purpose: str, channel: str, who: str) -> Invitation:
    """Customers of a persona, and of it only, who agree to this purpose on this channel now: whoever withdrew after the
    last event of the log is not asked, and of those who are named consent is looked at once more. Raises
    UnknownPersona, UnknownChannel and what is wrong with the purpose.
    """
    persona, on = keeping.persona(workspace, key), _channel(channel)
    everybody, found = _agreed(workspace, persona, purpose, on)
    first = tuple(islice(found.ids(), MOST_INVITED))
    ids = tuple(each.customer for each in _still_agreeing(workspace, first, purpose, on))
    agreed = len(found) - len(first) + len(ids)
    with workspace.store.work(workspace.name) as work:
        audit(work, who, "persona.invited", persona.id, {"customers": agreed})
    return Invitation(everybody, agreed, ids)


def invite(workspace: Workspace, key: str, purpose: str, channel: str, into: Path, who: str) -> Invited:
    """The same as a file (CSV) by which they can be written to: name, address on the channel, language and consent.
    Consent is looked at once more as each part is written. Raises what `invitation` raises.
    """
    persona, on = keeping.persona(workspace, key), _channel(channel)
    everybody, agreed = _agreed(workspace, persona, purpose, on)
    told = Invited(everybody, 0, 0, everybody, 0)
    with into.open("w", encoding="utf-8-sig", newline="") as file:  # the mark lets spreadsheets read Vietnamese names
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for each in _still_agreeing(workspace, tuple(agreed.ids()), purpose, on):
            address = next(iter(each.addresses), "")
            told = _counted(told, reachable=bool(address))
            if address:
                row = (each.customer, each.name, address, each.language, on, purpose, "granted")
                writer.writerow([plain(cell) for cell in row])
    with workspace.store.work(workspace.name) as work:
        audit(work, who, "persona.invited", persona.id, {"customers": told.rows, "channel": on, "purpose": purpose})
    return told


def _agreed(workspace: Workspace, persona: Persona, purpose: str, channel: Channel) -> tuple[int, Members]:
    """How many the persona has, and who of them agreed: found, so that no list of people stays among kept answers."""
    agreed = {"consent": {"to": purpose, "by": channel}}
    both = {"version": persona.condition["version"], "condition": {"all": [persona.condition["condition"], agreed]}}
    now = {"at": epoch_seconds(workspace.clock.now())}
    counted = questions.ask(workspace, "segment", {"condition": persona.condition, "limit": 0} | now).content
    return counted["customers"], questions.found(workspace, "segment", {"condition": both} | now, {})


def _still_agreeing(workspace: Workspace, ids: tuple[str, ...], purpose: str, channel: Channel) -> Iterator[Addressed]:
    for first in range(0, len(ids), PART):
        part = customers.addressed(workspace, ids[first : first + PART], channel)
        may = customers.permitting(workspace, {each.customer: each.identifiers for each in part}, [purpose])
        yield from (each for each in part if channel in may[each.customer])


def _counted(told: Invited, *, reachable: bool) -> Invited:
    return replace(
        told,
        agreed=told.agreed + 1,
        rows=told.rows + reachable,
        without_consent=told.without_consent - 1,
        without_address=told.without_address + (not reachable),
    )


def _channel(written: str) -> Channel:
    found = next((each for each in CHANNELS if each == written), None)
    if found is None:
        raise UnknownChannel(channel=written[:120], closest=closest(written, CHANNELS) or ", ".join(CHANNELS))
    return found
