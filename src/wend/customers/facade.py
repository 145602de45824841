"""What other rooms and the doors may ask of customers."""

from __future__ import annotations

from collections.abc import Sequence

from wend.customers import finding
from wend.customers.consents.asking import (
    bring as bring_consents,
    change_purposes,
    of_address as consent_of_address,
    of_person as consents,
    purposes,
    say as say_consents,
)
from wend.customers.consents.ledger import record as record_consents, said_in as consents_said_in
from wend.customers.consents.wordings import (
    every as wordings,
    one as wording,
    publish as publish_wording,
    ready as ready_wording,
)
from wend.customers.model import CustomerPage, CustomerProfile
from wend.customers.notes.writing import of_person as notes, remove as remove_note, write as write_note
from wend.customers.profile import UnknownCustomer, profile as _profile
from wend.workspaces.facade import Workspace

__all__ = [
    "CustomerPage",
    "CustomerProfile",
    "UnknownCustomer",
    "bring_consents",
    "change_purposes",
    "consent_of_address",
    "consents",
    "consents_said_in",
    "notes",
    "page_of",
    "profile",
    "publish_wording",
    "purposes",
    "ready_wording",
    "record_consents",
    "remove_note",
    "say_consents",
    "search",
    "wording",
    "wordings",
    "write_note",
]


def search(workspace: Workspace, query: str = "", *, limit: int = 50, offset: int = 0) -> CustomerPage:
    """Customers whose identifiers or traits hold every word of the query, last seen first.

    Case and Vietnamese diacritics do not matter.
    """
    return finding.search(workspace, query, limit, offset)


def page_of(workspace: Workspace, customers: Sequence[str], *, limit: int = 50, offset: int = 0) -> CustomerPage:
    """A page of these canonical customers, in their order."""
    return finding.page_of(workspace, customers, limit, offset)


def profile(
    workspace: Workspace, customer: str, *, stage_set: str | None = None, limit: int = 200, offset: int = 0
) -> CustomerProfile:
    """One person's page, found by any of their identifiers; the timeline starts `offset` events back from the newest.

    Raises UnknownCustomer.
    """
    return _profile(workspace, customer, stage_set, limit, offset)
