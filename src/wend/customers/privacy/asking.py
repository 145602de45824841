"""What the doors ask before and about an erasure, and a person's own data for them to take away."""

from __future__ import annotations

from collections.abc import Sequence
from hmac import compare_digest

from wend.customers.consents import repository as consents
from wend.customers.errors import UnknownCustomer
from wend.customers.model_privacy import Erased, ErasurePlan, PersonFile
from wend.customers.notes import repository as notes
from wend.customers.privacy import erasing, gathering, readable, repository
from wend.customers.privacy.repository import Sought
from wend.kit.errors import Mistake
from wend.people import erasing as marks
from wend.people.traces import pattern_of
from wend.workspaces.facade import Workspace, audit

_LONGEST_REASON = 500


class NoReason(Mistake):
    """Whoever takes out or erases a person's data says why."""

    code = "privacy.no_reason"


class NotConfirmed(Mistake):
    """An erasure cannot be taken back, so the word that confirms it must come with it."""

    code = "privacy.not_confirmed"
    status = 409


class BadMarks(Mistake):
    """A list that does not hold marks of erased people."""

    code = "privacy.bad_marks"


def plan(workspace: Workspace, key: str) -> ErasurePlan:
    """What an erasure would take away. Raises UnknownCustomer."""
    found = erasing.found(workspace, key)
    sought = Sought(found.identifiers, pattern_of(found.identifiers), "")
    with workspace.store.reading(workspace.name) as reading:
        quarantined = len(repository.quarantined(reading, sought))
        said, written = consents.ledger(reading, found.identifiers), notes.of(reading, found.identifiers)
    return ErasurePlan(
        customer=found.customer,
        identifiers=found.identifiers,
        events=len(found.events),
        first_at=found.events[0].occurred_at // 1_000_000 if found.events else None,
        last_at=found.events[-1].occurred_at // 1_000_000 if found.events else None,
        notes=len(written),
        consents=len(said),
        quarantined=quarantined,
        confirm=found.customer,
    )


def forget(workspace: Workspace, key: str, who: str, reason: str, confirm: str) -> Erased:
    """Erase a person everywhere; `confirm` is their canonical identifier. Raises NoReason, NotConfirmed,
    UnknownCustomer; LogBusy and StoreBusy when it must be finished later.
    """
    _check(reason)
    found = erasing.found(workspace, key)
    if not compare_digest(found.customer.encode(), confirm.encode("utf-8", "surrogatepass")):
        raise NotConfirmed
    return erasing.erase(workspace, found, who, reason.strip())


def again(workspace: Workspace, kept: Sequence[str], who: str, reason: str) -> Erased | None:
    """Erase everybody whose mark was kept, out of a restored backup. Raises BadMarks, NoReason."""
    _check(reason)
    try:
        told = [bytes.fromhex(each) for each in kept]
    except ValueError as refused:
        raise BadMarks from refused
    if any(len(each) != marks.MARK_BYTES for each in told):
        raise BadMarks
    return erasing.erase_again(workspace, told, who, reason.strip())


def lift(workspace: Workspace, key: str, who: str, reason: str) -> int:
    """Let an erased person come back: from now on what comes under this identifier is theirs. Raises NoReason."""
    _check(reason)
    lifted = erasing.lift(workspace, [key], who, reason.strip())
    if not lifted:
        raise UnknownCustomer(customer=key)
    return lifted


def take_out(workspace: Workspace, key: str, who: str, reason: str) -> PersonFile:
    """Everything about a person in one file that they can read, in both languages. Raises NoReason, UnknownCustomer."""
    _check(reason)
    found = erasing.found(workspace, key)
    gathered = gathering.everything(workspace, found)
    with workspace.store.work(workspace.name) as work:
        about = marks.ensured(work, workspace.ids).name(found.customer)
        audit(work, who, "person.exported", about, {"reason": reason.strip(), "events": len(found.events)})
    return readable.file_of(gathered)


def _check(reason: str) -> None:
    if not 0 < len(reason.strip()) <= _LONGEST_REASON:
        raise NoReason(longest=_LONGEST_REASON)
