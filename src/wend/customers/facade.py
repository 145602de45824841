"""What other rooms and the doors may ask of customers.

Collection comes through here for consents, so nothing heavy is imported before somebody asks about people.
"""

from __future__ import annotations

from collections.abc import Sequence

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
from wend.customers.errors import BadCursor, UnknownCustomer
from wend.customers.model import CustomerPage, CustomerProfile
from wend.customers.model_privacy import Erased, ErasureNote, ErasurePlan, PersonFile
from wend.customers.model_profile import ProfileLookup
from wend.customers.model_timeline import TimelineFilter, TimelinePage
from wend.customers.notes.writing import of_person as notes, remove as remove_note, write as write_note
from wend.workspaces.facade import Workspace

__all__ = [
    "BadCursor",
    "CustomerPage",
    "CustomerProfile",
    "ProfileLookup",
    "TimelineFilter",
    "TimelinePage",
    "UnknownCustomer",
    "bring_consents",
    "change_purposes",
    "consent_of_address",
    "consents",
    "consents_said_in",
    "erase",
    "erasure_plan",
    "erasures",
    "finish_erasures",
    "lift_erasure",
    "look_up",
    "notes",
    "page_of",
    "person_file",
    "profile",
    "publish_wording",
    "purposes",
    "ready_wording",
    "record_consents",
    "remove_note",
    "say_consents",
    "search",
    "timeline",
    "wording",
    "wordings",
    "write_note",
]


_EVERYTHING = TimelineFilter()


def search(workspace: Workspace, query: str = "", *, limit: int = 50, offset: int = 0) -> CustomerPage:
    """Customers whose identifiers or traits hold every word of the query, last seen first.

    Case and Vietnamese diacritics do not matter.
    """
    from wend.customers import finding

    return finding.search(workspace, query, limit, offset)


def page_of(workspace: Workspace, customers: Sequence[str], *, limit: int = 50, offset: int = 0) -> CustomerPage:
    """A page of these canonical customers, in their order."""
    from wend.customers import finding

    return finding.page_of(workspace, customers, limit, offset)


def profile(workspace: Workspace, customer: str, *, stage_set: str | None = None, limit: int = 200) -> CustomerProfile:
    """One person as of this moment, found by any of their identifiers (with its kind, or as people write it), with the
    newest `limit` events. Raises UnknownCustomer.
    """
    from wend.customers import profile as profiles

    return profiles.profile(workspace, customer, stage_set, limit)


def timeline(
    workspace: Workspace,
    customer: str,
    *,
    stage_set: str | None = None,
    wanted: TimelineFilter = _EVERYTHING,
    cursor: str | None = None,
    limit: int = 200,
) -> TimelinePage:
    """A person's events that fit, newest first, older than the cursor. Raises UnknownCustomer and BadCursor."""
    from wend.customers import profile as profiles

    return profiles.timeline_of(workspace, customer, stage_set, wanted, cursor, limit)


def look_up(workspace: Workspace, identifier: str) -> ProfileLookup:
    """What a server needs to speak to one person; no timeline. Raises UnknownCustomer."""
    from wend.customers import profile as profiles

    return profiles.look_up(workspace, identifier)


def person_file(workspace: Workspace, key: str, who: str, reason: str) -> PersonFile:
    """Everything about a person in one file that they can read, in both languages; written to the audit log.

    Raises UnknownCustomer, NoReason.
    """
    from wend.customers.privacy import asking

    return asking.take_out(workspace, key, who, reason)


def erasure_plan(workspace: Workspace, key: str) -> ErasurePlan:
    """What an erasure would take away, and the word that confirms it. Raises UnknownCustomer."""
    from wend.customers.privacy import asking

    return asking.plan(workspace, key)


def erase(workspace: Workspace, key: str, who: str, reason: str, confirm: str) -> Erased:
    """Erase a person everywhere, for good. Raises UnknownCustomer, NoReason, NotConfirmed; and LogBusy or StoreBusy
    when the person is marked already and `finish_erasures` must do the rest later.
    """
    from wend.customers.privacy import asking

    return asking.forget(workspace, key, who, reason, confirm)


def finish_erasures(workspace: Workspace) -> tuple[Erased, ...]:
    """Finish the erasures that were cut off; the worker calls it."""
    from wend.customers.privacy import erasing

    return erasing.finish(workspace)


def lift_erasure(workspace: Workspace, key: str, who: str, reason: str) -> int:
    """Let an erased person come back who wants to; what was erased stays erased. Raises UnknownCustomer, NoReason."""
    from wend.customers.privacy import asking

    return asking.lift(workspace, key, who, reason)


def erasures(workspace: Workspace) -> tuple[ErasureNote, ...]:
    """Past erasures, the newest first: reports from before one may show people who are gone."""
    from wend.customers.privacy import erasing

    return erasing.erasures(workspace)
