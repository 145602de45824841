"""The audit log: who did what to what, when. Rows are only ever added, and each carries the hash of the one before.

A row that was changed, taken out or put in breaks the chain at that place; rows cut off at the end show as numbers that
were given out and are not there. Somebody who can write the database could compute a whole new chain, so the newest
hash is worth keeping elsewhere: `verify_audit` compares with it.

The rows outlive the people they speak of: neither subject nor details may hold personal data. A person is named by a
keyed hash, never by an address or a number.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from wend.kit.clock import epoch_micros
from wend.store.facade import Reading, Work
from wend.workspaces import repository
from wend.workspaces.model import Workspace
from wend.workspaces.repository import AuditRow

BEFORE_ALL = "0" * 64
"""What the first row names as the hash before it."""
_PIECE = 5_000
Detail = str | int | float | bool | None | Sequence["Detail"] | Mapping[str, "Detail"]
Fault = Literal["changed", "missing", "other_head"]


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One row of the audit log; `at` is epoch seconds, `details` pairs of names and JSON values as text."""

    sequence: int
    at: int
    who: str
    what: str
    subject: str
    details: tuple[tuple[str, str], ...]
    hash: str


@dataclass(frozen=True, slots=True)
class AuditCheck:
    """What a walk along the chain found: `fault` is None when it holds, else `at` is the first row that does not."""

    entries: int
    head: str
    fault: Fault | None
    at: int | None


def audit(work: Work, who: str, what: str, subject: str, details: Mapping[str, Detail] | None = None) -> None:
    """Append a row in the caller's transaction: it stands exactly when what it tells of stands."""
    sequence = work.numbers("audit")
    previous = repository.audit_hash(work, sequence - 1) or BEFORE_ALL
    written = json.dumps(details or {}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    row = AuditRow(sequence, epoch_micros(work.clock.now()), who, what, subject, written, previous, "")
    repository.add_audit(work, row, _hash(row))


def audit_entries(workspace: Workspace, limit: int = 50, before: int | None = None) -> tuple[AuditEntry, ...]:
    """The newest rows first; `before` continues below a sequence number."""
    with workspace.store.reading(workspace.name) as reading:
        return tuple(map(_entry, repository.audit_newest(reading, limit, before)))


def verify_audit(workspace: Workspace, head: str | None = None) -> AuditCheck:
    """Walk the whole chain. With `head`, a hash kept from an earlier walk, that row must still be there."""
    with workspace.store.reading(workspace.name) as reading:
        check, met = _walk(reading, head)
    if check.fault is None and head is not None and not met:
        return AuditCheck(check.entries, check.head, "other_head", None)
    return check


def _walk(reading: Reading, head: str | None) -> tuple[AuditCheck, bool]:
    previous, sequence, met = BEFORE_ALL, 0, head == BEFORE_ALL
    while rows := repository.audit_after(reading, sequence, _PIECE):
        for row in rows:
            sequence += 1
            if row.sequence != sequence:
                return AuditCheck(sequence - 1, previous, "missing", sequence), met
            if row.previous != previous or row.hash != _hash(row):
                return AuditCheck(sequence - 1, previous, "changed", sequence), met
            previous = row.hash
            met = met or row.hash == head
    if sequence < repository.audit_given(reading):
        return AuditCheck(sequence, previous, "missing", sequence + 1), met
    return AuditCheck(sequence, previous, None, None), met


def _hash(row: AuditRow) -> str:
    """Of everything in the row and the hash before it; JSON, so that no field can pretend to be two."""
    parts = [row.sequence, row.at, row.who, row.what, row.subject, row.details, row.previous]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()


def _entry(row: AuditRow) -> AuditEntry:
    details = json.loads(row.details)
    shown = tuple((name, value if isinstance(value, str) else json.dumps(value)) for name, value in details.items())
    return AuditEntry(row.sequence, row.at // 1_000_000, row.who, row.what, row.subject, shown, row.hash)
