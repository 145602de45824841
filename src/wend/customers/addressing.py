"""How people are addressed: their name, the language they read, and the addresses of one channel."""

from __future__ import annotations

from collections.abc import Sequence

from wend.customers.finding import find, traits_of
from wend.customers.model import Addressed
from wend.customers.model_consents import Channel
from wend.customers.naming import language_of, name_of
from wend.domain.event import IdentifierKind
from wend.people import erasing, facade as people
from wend.workspaces.facade import Workspace

KINDS: dict[Channel, IdentifierKind] = {
    "email": "email",
    "sms": "phone",
    "zalo": "phone",
    "call": "phone",
    "push": "device",
}
"""The identifiers under which somebody is reached on a channel."""


def addressed(workspace: Workspace, customers: Sequence[str], channel: Channel) -> tuple[Addressed, ...]:
    """These canonical customers, in their order, but for those whom somebody asked to erase: what is known of them is
    on its way out.
    """
    with workspace.store.reading(workspace.name) as reading:
        known = people.members_of(reading, customers)
        gone = erasing.is_erased(reading, {each for identifiers in known.values() for each in identifiers})
    journal, found = workspace.log.journal_at_hand(), []
    for customer in customers:
        identifiers = known[customer]
        if not gone.isdisjoint(identifiers):
            continue
        place = find(journal, customer)
        traits = () if place is None else traits_of(journal, place)
        of_kind = tuple(each.partition(":")[2] for each in identifiers if each.startswith(f"{KINDS[channel]}:"))
        found.append(Addressed(customer, name_of(traits), language_of(traits), of_kind, identifiers))
    return tuple(found)
