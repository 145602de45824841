"""All queries of access and erasure. They touch the tables of every room, because a person is in all of them.

`TREATED` says of each table what an erasure does to it; a table that is not named there fails the tests.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, and_, delete, func, or_, select, tuple_, update

from wend.people.erasing import Marker
from wend.people.traces import blanked_document, is_in, named_values
from wend.store.facade import Reading, Work, tables

TREATED = {
    "account_members": "rows deleted",
    "accounts": "deleted with their last member, traces blanked in the others",
    "alert_checks": "nobody in it: numbers",
    "alerts": "traces blanked",
    "audit": "kept: names people by keyed hash only",
    "computed_traits": "nobody in it: definitions",
    "consents": "kept as the law wants it, under a keyed hash",
    "counters": "nobody in it: numbers",
    "dashboards": "traces blanked",
    "erased": "holds the keyed hashes",
    "event_plans": "traces blanked",
    "flags": "rows deleted",
    "identifiers": "rows deleted",
    "identity_decisions": "rows deleted, traces blanked in the notes of others",
    "identity_links": "rows deleted",
    "identity_refusals": "rows deleted",
    "imports": "traces blanked in the names of files and in mappings",
    "inbox": "moved to the log first, which is rewritten",
    "keys": "nobody in it: programs",
    "map_remarks": "traces blanked",
    "mappings": "traces blanked",
    "marks": "nobody in it: hashes of message ids",
    "notes": "rows deleted, traces blanked in the notes about others",
    "outbox": "traces blanked in what is still to be sent, or was",
    "personas": "traces blanked",
    "plan_findings": "nobody in it: counts",
    "quarantine": "rows that speak of them deleted, whatever their state; traces blanked in names of files",
    "saved_questions": "traces blanked",
    "segment_history": "rows deleted",
    "segment_listed": "rows deleted",
    "segment_places": "nobody in it: numbers",
    "segment_sizes": "nobody in it: counts",
    "segment_standings": "rows deleted",
    "segment_versions": "traces blanked",
    "segments": "traces blanked",
    "settings": "nobody in it: choices of the workspace",
    "shares": "nobody in it: hashes of links",
    "source_counts": "nobody in it: counts",
    "sources": "nobody in it: how to reach systems",
    "stage_set_versions": "traces blanked",
    "suggestions": "rows deleted",
    "tasks": "the erasure itself waits here and empties its details",
    "tokens": "nobody in it: hashes",
    "touched": "rows deleted",
    "touchpoints": "traces blanked",
    "wordings": "nobody in it: texts",
    "workspaces": "nobody in it: names",
}
_AT_ONCE = 400
_PAGE = 5_000


@dataclass(frozen=True, slots=True)
class Sought:
    """A person as rows may know them: their identifiers, and patterns for traces in free text."""

    identifiers: tuple[str, ...]
    pattern: str
    telling: str


def tied_outside(reading: Reading, identifiers: Collection[str]) -> set[str]:
    """Identifiers of others that evidence or a decision ties to these, though no rule made them one person."""
    mine, found = set(identifiers), set()
    for table in (tables.identity_links, tables.identity_decisions):
        for row in _touching(reading, table, identifiers):
            found |= {row.a, row.b} - mine
    return found


def delete_rows(work: Work, sought: Sought, marker: Marker) -> dict[str, int]:
    """Delete or blank what rows know of the person; how many went, by table."""
    mine = sought.identifiers
    done = {
        "identity_links": _delete_pairs(work, tables.identity_links, mine),
        "identity_decisions": _delete_pairs(work, tables.identity_decisions, mine),
        "identity_refusals": _delete_pairs(work, tables.identity_refusals, mine),
        "suggestions": _delete_pairs(work, tables.suggestions, mine),
        "identifiers": _delete(work, tables.identifiers, tables.identifiers.c.identifier, mine),
        "notes": _delete(work, tables.notes, tables.notes.c.identifier, mine),
        "flags": _delete(work, tables.flags, tables.flags.c.identifier, mine),
        "segment_history": _delete(work, tables.segment_history, tables.segment_history.c.customer, mine),
        "segment_listed": _delete(work, tables.segment_listed, tables.segment_listed.c.identifier, mine),
        "touched": _delete(work, tables.touched, tables.touched.c.identifier, mine),
        "segment_standings": _delete(work, tables.segment_standings, tables.segment_standings.c.customer, mine),
        "quarantine": _delete_quarantined(work, sought),
        "consents": _rename_consents(work, mine, marker),
        "accounts": _leave_accounts(work, sought),
    }
    for table, column, pattern in (
        (tables.notes, "text", sought.pattern),
        (tables.flags, "note", sought.pattern),
        (tables.identity_decisions, "note", sought.pattern),
        (tables.imports, "files", sought.telling),
        (tables.imports, "mapping", sought.telling),
        (tables.mappings, "toml", sought.telling),
        (tables.quarantine, "file", sought.telling),
        (tables.event_plans, "document", sought.telling),
        (tables.saved_questions, "name", sought.telling),
        (tables.saved_questions, "document", sought.telling),
        (tables.stage_set_versions, "document", sought.telling),
        (tables.touchpoints, "document", sought.telling),
        (tables.dashboards, "name", sought.telling),
        (tables.dashboards, "tiles", sought.telling),
        (tables.alerts, "name", sought.telling),
        (tables.alerts, "document", sought.telling),
        (tables.map_remarks, "about", sought.telling),
        (tables.map_remarks, "title", sought.telling),
        (tables.map_remarks, "text", sought.telling),
        (tables.map_remarks, "number", sought.telling),
        (tables.personas, "name", sought.telling),
        (tables.personas, "condition", sought.telling),
        (tables.personas, "lines", sought.telling),
        (tables.segments, "name", sought.telling),
        (tables.segments, "document", sought.telling),
        (tables.segment_versions, "name", sought.telling),
        (tables.segment_versions, "document", sought.telling),
        (tables.outbox, "payload", sought.telling),
    ):
        _blank(work, table, column, pattern)
    return {name: count for name, count in done.items() if count}


def quarantined(reading: Reading, sought: Sought) -> list[Row[Any]]:
    """Rows in quarantine that speak of the person, in any state."""
    return [row for row in _pages(reading, tables.quarantine) if speaks_of(row.row, sought)]


def accounts_of(reading: Reading, identifiers: Collection[str]) -> list[Row[Any]]:
    """The accounts that the person belongs to, with what they say."""
    m, a = tables.account_members.c, tables.accounts.c
    found: dict[str, Row[Any]] = {}
    for part in _parts(identifiers):
        ours = (m.workspace == reading.workspace, a.workspace == reading.workspace, a.account == m.account)
        for row in reading.rows(select(a.account, a.traits).where(*ours, m.identifier.in_(part))):
            found[row.account] = row
    return [found[name] for name in sorted(found)]


def flags_of(reading: Reading, identifiers: Collection[str]) -> list[Row[Any]]:
    """Flags on the person."""
    column = tables.flags.c.identifier
    query = select(tables.flags).where(tables.flags.c.workspace == reading.workspace)
    return [row for part in _parts(identifiers) for row in reading.rows(query.where(column.in_(part)))]


def sources_named(reading: Reading, keys: Collection[str]) -> dict[str, str]:
    """What sources and imports are called: a source by its name, an import by its files."""
    named: dict[str, str] = {}
    s, i = tables.sources.c, tables.imports.c
    for part in _parts(keys):
        sources = select(s.key, s.name).where(s.workspace == reading.workspace, s.key.in_(part))
        named |= {row.key: row.name for row in reading.rows(sources)}
        imports = select(i.id, i.files).where(i.workspace == reading.workspace, i.id.in_(part))
        for row in reading.rows(imports):
            named[row.id] = ", ".join(str(file["name"]) for file in json.loads(row.files))
    return named


def everybody_named(reading: Reading) -> set[str]:
    """Every identifier under which any room wrote something down."""
    columns = (
        tables.identifiers.c.identifier,
        tables.consents.c.identifier,
        tables.notes.c.identifier,
        tables.flags.c.identifier,
        tables.account_members.c.identifier,
    )
    return {
        str(row[0])
        for column in columns
        for row in reading.rows(select(column).where(column.table.c.workspace == reading.workspace).distinct())
    }


def is_named(reading: Reading, identifier: str) -> bool:
    """Whether any room wrote something down under this identifier."""
    return any(
        reading.row(select(column).where(column.table.c.workspace == reading.workspace, column == identifier).limit(1))
        for column in (tables.consents.c.identifier, tables.notes.c.identifier, tables.flags.c.identifier)
    )


def erasures(reading: Reading) -> list[tuple[int, dict[str, Any]]]:
    """Past erasures, the newest first: when (µs), and what the audit log says of each."""
    a = tables.audit.c
    query = select(a.at, a.details).where(a.workspace == reading.workspace, a.what == "person.erased")
    return [(int(row.at), json.loads(row.details)) for row in reading.rows(query.order_by(a.sequence.desc()))]


def speaks_of(row: str, sought: Sought) -> bool:
    """Whether a row in quarantine is about the person: it holds a trace, or their number where a customer stands."""
    if is_in(row, sought.pattern):
        return True
    numbers = {each.partition(":")[2] for each in sought.identifiers}
    return any(value in numbers and (len(value) >= _TELLING or _is_customer(name)) for name, value in named_values(row))


_TELLING = 6
_CUSTOMERS = ("customer", "user", "khach", "khách", "client", "member", "makh", "ma_kh", "mã kh", "anonymous")


def _is_customer(name: str) -> bool:
    return any(word in name.lower() for word in _CUSTOMERS)


def _delete(work: Work, table: Table, column: ColumnElement[str], values: Collection[str]) -> int:
    held = delete(table).where(table.c.workspace == work.workspace)
    return sum(int(work.execute(held.where(column.in_(part))).rowcount) for part in _parts(values))


def _delete_pairs(work: Work, table: Table, values: Collection[str]) -> int:
    return _delete(work, table, table.c.a, values) + _delete(work, table, table.c.b, values)


def _delete_quarantined(work: Work, sought: Sought) -> int:
    key = [each for each in tables.quarantine.primary_key.columns if each.name != "workspace"]
    gone = quarantined(work, sought)
    for row in gone:
        named = and_(*(column == getattr(row, column.name) for column in key))
        work.execute(delete(tables.quarantine).where(tables.quarantine.c.workspace == work.workspace, named))
    return len(gone)


def _rename_consents(work: Work, identifiers: Collection[str], marker: Marker) -> int:
    """The ledger keeps what was said, when and in which words, under a keyed hash: so that nobody writes to an address
    whose owner said no, and so that consent in the past can be shown to whoever brings the address.
    """
    c = tables.consents.c
    left = {"proof": "", "by": ""}
    return sum(
        int(
            work.execute(
                update(tables.consents)
                .where(c.workspace == work.workspace, c.identifier == each)
                .values(identifier=marker.name(each), **left)
            ).rowcount
        )
        for each in identifiers
    )


def _leave_accounts(work: Work, sought: Sought) -> int:
    """Leave every account; one that has nobody left goes too, and the others forget what they said of the person."""
    m, a = tables.account_members.c, tables.accounts.c
    joined = accounts_of(work, sought.identifiers)
    gone = _delete(work, tables.account_members, m.identifier, sought.identifiers)
    for row in joined:
        held = (a.workspace == work.workspace, a.account == row.account)
        members = select(func.count()).where(m.workspace == work.workspace, m.account == row.account)
        left = work.row(members)
        if left is None or not left[0]:
            work.execute(delete(tables.accounts).where(*held))
        else:
            traits = blanked_document(row.traits, sought.telling)
            work.execute(update(tables.accounts).where(*held).values(traits=traits))
    return gone


def _blank(work: Work, table: Table, column: str, pattern: str) -> None:
    """Blank traces in a column of free text."""
    key = [each for each in table.primary_key.columns if each.name != "workspace"]
    for row in _pages(work, table):
        before = getattr(row, column)
        after = blanked_document(before, pattern)
        if after != before:
            named = and_(*(each == getattr(row, each.name) for each in key))
            work.execute(update(table).where(table.c.workspace == work.workspace, named).values({column: after}))


def _pages(reading: Reading, table: Table) -> Iterator[Row[Any]]:
    """All rows of the workspace, so many at a time."""
    key = [each for each in table.primary_key.columns if each.name != "workspace"]
    query = select(table).where(table.c.workspace == reading.workspace).order_by(*key).limit(_PAGE)
    after: tuple[Any, ...] = ()
    while True:
        page = reading.rows(query.where(tuple_(*key) > tuple_(*after)) if after else query)
        yield from page
        if len(page) < _PAGE:
            return
        after = tuple(getattr(page[-1], each.name) for each in key)


def _touching(reading: Reading, table: Table, identifiers: Collection[str]) -> Iterator[Row[Any]]:
    query = select(table.c.a, table.c.b).where(table.c.workspace == reading.workspace)
    for part in _parts(identifiers):
        yield from reading.rows(query.where(or_(table.c.a.in_(part), table.c.b.in_(part))))


def _parts(values: Collection[str]) -> Iterator[list[str]]:
    asked = sorted(values)
    for start in range(0, len(asked), _AT_ONCE):
        yield asked[start : start + _AT_ONCE]
