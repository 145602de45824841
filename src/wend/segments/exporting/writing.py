"""Writes the members of a segment to a file, a part at a time."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from wend.customers import facade as customers
from wend.kit.clock import from_epoch
from wend.kit.sheets import plain
from wend.people import facade as people
from wend.segments.exporting import hashing
from wend.segments.keeping import kept_in
from wend.segments.live import repository as live
from wend.segments.model import Exported, ExportForm, Member
from wend.workspaces.facade import Workspace, audit

PART = 5_000
AGREED = ("marketing", "sharing")
"""What somebody must have agreed to before even a hash of their address is handed to others."""
COLUMNS = ("customer", "since", "number", "email", "phone")
_SCHEMA = pa.schema([(name, pa.timestamp("s", "UTC") if name == "since" else pa.string()) for name in COLUMNS])


@dataclass(frozen=True, slots=True)
class Match:
    """How a place spells addresses, and what it calls the columns."""

    columns: tuple[str, str]
    email: Callable[[str], str]
    phone: Callable[[str], str]


MATCHES: Mapping[str, Match] = {
    "meta": Match(("email", "phone"), hashing.meta_email, hashing.meta_phone),
    "google": Match(("Email", "Phone"), hashing.google_email, hashing.google_phone),
}


class Reachable(NamedTuple):
    """A member with all their identifiers."""

    member: Member
    identifiers: tuple[str, ...]

    def of(self, kind: str) -> list[str]:
        """Their identifiers of one kind, without the kind."""
        return [each.partition(":")[2] for each in self.identifiers if each.startswith(f"{kind}:")]


def export(
    workspace: Workspace, key: str, form: ExportForm, into: Path, who: str, purposes: Sequence[str] = ()
) -> Exported:
    """The members in a file; what went into it is written to the audit log. Raises UnknownSegment, UnknownPurpose."""
    with workspace.store.reading(workspace.name) as reading:
        kept = kept_in(reading, key)
    told = Exported(form, 0, 0, 0)
    parts = _parts(workspace, kept.number)
    if form in MATCHES:
        told = _matched(workspace, MATCHES[form], parts, into, replace(told, purposes=tuple(purposes) or AGREED))
    elif form == "parquet":
        told = _parquet(parts, into, told)
    else:
        told = _csv(parts, into, told)
    with workspace.store.work(workspace.name) as work:
        counts = {"form": form, "members": told.members, "customers": told.customers}
        audit(work, who, "segment.exported", kept.segment.key, counts)
    return told


def _parts(workspace: Workspace, number: int) -> Iterator[list[Reachable]]:
    after = ""
    while True:
        with workspace.store.reading(workspace.name) as reading:
            found = live.members(reading, number, after, PART)
            names = people.members_of(reading, [each.customer for each in found])
        if found:
            yield [Reachable(each, names[each.customer]) for each in found]
        if len(found) < PART:
            return
        after = found[-1].customer


def _told(part: Sequence[Reachable]) -> Iterator[tuple[str, int, str, str, str]]:
    for each in part:
        number, email, phone = (next(iter(each.of(kind)), "") for kind in ("customer", "email", "phone"))
        yield each.member.customer, each.member.since, number, email, phone


def _csv(parts: Iterator[list[Reachable]], into: Path, told: Exported) -> Exported:
    with into.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for part in parts:
            for customer, since, *rest in _told(part):
                writer.writerow([plain(customer), f"{from_epoch(since):%Y-%m-%dT%H:%M:%SZ}", *map(plain, rest)])
            told = _more(told, len(part))
    return told


def _parquet(parts: Iterator[list[Reachable]], into: Path, told: Exported) -> Exported:
    with pq.ParquetWriter(into, _SCHEMA) as writer:
        for part in parts:
            columns = list(zip(*_told(part), strict=True))
            arrays = [pa.array(column).cast(field.type) for column, field in zip(columns, _SCHEMA, strict=True)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=_SCHEMA))
            told = _more(told, len(part))
    return told


def _matched(
    workspace: Workspace, match: Match, parts: Iterator[list[Reachable]], into: Path, told: Exported
) -> Exported:
    """A row per pair of addresses; an e-mail address needs the word for e-mail, a phone number the word for SMS."""
    with into.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(match.columns)
        for part in parts:
            may = customers.permitting(
                workspace, {each.member.customer: each.identifiers for each in part}, told.purposes
            )
            for each in part:
                permitted = may[each.member.customer]
                emails = [match.email(one) for one in each.of("email")] if "email" in permitted else []
                phones = [match.phone(one) for one in each.of("phone")] if "sms" in permitted else []
                rows = list(zip_longest(emails, phones, fillvalue=""))
                writer.writerows(rows)
                told = _counted(told, each, len(rows))
    return told


def _counted(told: Exported, each: Reachable, rows: int) -> Exported:
    reachable = bool(each.of("email") or each.of("phone"))
    return replace(
        told,
        members=told.members + 1,
        customers=told.customers + bool(rows),
        rows=told.rows + rows,
        without_consent=told.without_consent + (not rows and reachable),
        without_address=told.without_address + (not rows and not reachable),
    )


def _more(told: Exported, count: int) -> Exported:
    return replace(told, members=told.members + count, customers=told.customers + count, rows=told.rows + count)
