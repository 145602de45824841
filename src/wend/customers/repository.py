"""What the store says of customers: marks, accounts, definitions of computed traits, and how values are chosen."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import msgspec
from sqlalchemy import delete, func, select

from wend.customers.consents import ledger
from wend.customers.consents.repository import ledger as ledger_rows
from wend.customers.consents.rules import standings
from wend.customers.model import FlagRules
from wend.customers.model_computed import ComputedTrait
from wend.customers.model_consents import Standing
from wend.customers.model_profile import AccountOf, TraitRules
from wend.customers.naming import label_of
from wend.people import facade as people
from wend.store.facade import HERE, Prepared, Reading, Work, tables

AT_ONCE = 400
_RULES, _FLAG_RULES, _FLAGS = "trait_rules", "flag_rules", "flags"
_SECOND = 1_000_000
_accounts, _members = tables.accounts.c, tables.account_members.c
_identifiers = tables.identifiers.c
_flags, _settings, _computed = tables.flags.c, tables.settings.c, tables.computed_traits.c
_COMPUTED = Prepared(select(_computed.document).where(_computed.workspace == HERE).order_by(_computed.name))


@dataclass(frozen=True, slots=True)
class Noted:
    """What the store says of one person, read in one look."""

    flag: str
    rules: TraitRules
    computed: tuple[ComputedTrait, ...]
    accounts: tuple[AccountOf, ...]
    consents: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """One mark as it is stored."""

    identifier: str
    flag: str
    by: str
    note: str
    at: int


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account as it is stored; times in epoch seconds."""

    account: str
    label: str
    traits: tuple[tuple[str, str], ...]
    source: str
    first_at: int
    last_at: int
    members: int = 0


def noted(reading: Reading, identifiers: Sequence[str]) -> Noted:
    """Marks, accounts and consents of these identifiers, and the workspace's rules and definitions."""
    marks = flags_of(reading, identifiers)
    said = standings(ledger_rows(reading, identifiers), [each.key for each in ledger.list_of(reading)])
    return Noted(
        flag=marks[0].flag if marks else "",
        rules=trait_rules(reading),
        computed=computed_traits(reading),
        accounts=accounts_of(reading, identifiers),
        consents=tuple(each for each in said if each.state != "unknown"),
    )


def trait_rules(reading: Reading) -> TraitRules:
    """How a trait's value is chosen in this workspace."""
    kept = _setting(reading, _RULES)
    return TraitRules() if kept is None else msgspec.json.decode(kept, type=TraitRules)


def save_trait_rules(work: Work, rules: TraitRules) -> None:
    """Let these rules hold."""
    work.put(tables.settings, [{"key": _RULES, "value": json.dumps(asdict(rules))}])


def flag_rules(reading: Reading) -> FlagRules:
    """Who is marked without being asked about."""
    kept = _setting(reading, _FLAG_RULES)
    return FlagRules() if kept is None else msgspec.json.decode(kept, type=FlagRules)


def save_flag_rules(work: Work, rules: FlagRules) -> None:
    """Let these rules hold."""
    work.put(tables.settings, [{"key": _FLAG_RULES, "value": json.dumps(asdict(rules))}])


def flags(reading: Reading) -> list[Marked]:
    """Every mark, the newest first."""
    statement = select(_flags.identifier, _flags.flag, _flags.by, _flags.note, _flags.at).where(
        _flags.workspace == reading.workspace
    )
    return sorted((_marked(row) for row in reading.rows(statement)), key=lambda mark: (-mark.at, mark.identifier))


def flags_of(reading: Reading, identifiers: Sequence[str]) -> list[Marked]:
    """The marks of these identifiers, those that a person set first."""
    statement = select(_flags.identifier, _flags.flag, _flags.by, _flags.note, _flags.at).where(
        _flags.workspace == reading.workspace, _flags.identifier.in_(list(identifiers)[:AT_ONCE])
    )
    marks = [_marked(row) for row in reading.rows(statement)]
    return sorted(marks, key=lambda mark: (mark.by.startswith("rule:"), mark.at, mark.identifier))


def mark(work: Work, marks: Iterable[Marked]) -> None:
    """Mark identifiers; another mark of the same one is replaced."""
    rows = [asdict(each) for each in marks]
    if rows:
        work.put(tables.flags, rows)
        work.numbers(_FLAGS)
        people.touch(work, [row["identifier"] for row in rows], "mark")


def unmark(work: Work, identifiers: Iterable[str]) -> int:
    """Take the marks of these identifiers away; returns how many there were."""
    gone, names = 0, sorted(set(identifiers))
    for start in range(0, len(names), AT_ONCE):
        named = _flags.identifier.in_(names[start : start + AT_ONCE])
        gone += work.execute(delete(tables.flags).where(_flags.workspace == work.workspace, named)).rowcount
    if gone:
        work.numbers(_FLAGS)
        people.touch(work, names, "mark")
    return gone


def joined(reading: Reading, at_once: int = 100_000) -> Iterator[list[tuple[str, str]]]:
    """Every identifier that stands for somebody under another name, with that name; many at a time, in order."""
    held = (_identifiers.workspace == reading.workspace, _identifiers.identifier != _identifiers.person)
    after = ""
    while True:
        statement = select(_identifiers.identifier, _identifiers.person).where(*held, _identifiers.identifier > after)
        part = reading.rows(statement.order_by(_identifiers.identifier).limit(at_once))
        yield [(row[0], row[1]) for row in part]
        if len(part) < at_once:
            return
        after = part[-1][0]


def addresses_of(reading: Reading, domain: str) -> list[str]:
    """E-mail addresses of a domain that are linked to somebody."""
    ending = _identifiers.identifier.like(f"email:%@{_escaped(domain)}", escape="\\")
    found = reading.rows(select(_identifiers.identifier).where(_identifiers.workspace == reading.workspace, ending))
    return [row.identifier for row in found]


def computed_traits(reading: Reading) -> tuple[ComputedTrait, ...]:
    """The definitions, by name."""
    return tuple(msgspec.json.decode(row.document, type=ComputedTrait) for row in reading.found(_COMPUTED))


def save_computed_trait(work: Work, trait: ComputedTrait) -> None:
    """Keep a definition under its name."""
    row = {"name": trait.name, "document": json.dumps(asdict(trait), ensure_ascii=False), "version": trait.version}
    work.put(tables.computed_traits, [row])


def forget_computed_trait(work: Work, name: str) -> bool:
    """Take a definition away; False when there was none."""
    named = (_computed.workspace == work.workspace, _computed.name == name)
    return work.execute(delete(tables.computed_traits).where(*named)).rowcount > 0


def accounts_of(reading: Reading, identifiers: Sequence[str]) -> tuple[AccountOf, ...]:
    """The accounts that these identifiers belong to, each once, the first joined first."""
    statement = (
        select(_members.account, _members.source, _members.at)
        .where(_members.workspace == reading.workspace, _members.identifier.in_(list(identifiers)[:AT_ONCE]))
        .order_by(_members.at, _members.account)
    )
    joined: dict[str, Any] = {}
    for row in reading.rows(statement):
        joined.setdefault(row.account, row)
    if not joined:
        return ()
    named = (_accounts.workspace == reading.workspace, _accounts.account.in_(list(joined)[:AT_ONCE]))
    traits = {
        row.account: row.traits for row in reading.rows(select(_accounts.account, _accounts.traits).where(*named))
    }
    return tuple(
        AccountOf(name, label_of(name, _pairs(traits.get(name))), row.at // _SECOND, row.source)
        for name, row in joined.items()
    )


def account_traits_of(reading: Reading, identifiers: Sequence[str]) -> list[tuple[tuple[str, str], ...]]:
    """The traits of every account that these identifiers belong to."""
    joined = select(_members.account).where(
        _members.workspace == reading.workspace, _members.identifier.in_(list(identifiers)[:AT_ONCE])
    )
    named = (_accounts.workspace == reading.workspace, _accounts.account.in_(joined))
    statement = select(_accounts.traits).where(*named).order_by(_accounts.account)
    return [_pairs(row.traits) for row in reading.rows(statement)]


def every_account(reading: Reading) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Name and traits of every account."""
    statement = select(_accounts.account, _accounts.traits).where(_accounts.workspace == reading.workspace)
    return [(row.account, _pairs(row.traits)) for row in reading.rows(statement)]


def every_membership(reading: Reading) -> list[tuple[str, str]]:
    """Account and identifier of everybody who belongs to one."""
    statement = select(_members.account, _members.identifier).where(_members.workspace == reading.workspace)
    return [(row.account, row.identifier) for row in reading.rows(statement)]


def facts_version(reading: Reading) -> list[str]:
    """Texts that change whenever a consent, an account, a membership or a definition does."""
    sizes = {
        tables.consents: func.max(tables.consents.c.sequence),
        tables.accounts: func.max(_accounts.last_at),
        tables.account_members: func.max(_members.at),
        tables.computed_traits: func.sum(_computed.version),
    }
    found = []
    for table, newest in sizes.items():
        row = reading.row(select(func.count(), newest).where(table.c.workspace == reading.workspace))
        found.append(f"{row[0]}/{row[1]}" if row else "")
    return found


def account(reading: Reading, name: str) -> AccountRow | None:
    """One account, or None."""
    row = reading.row(_account_columns().where(_accounts.workspace == reading.workspace, _accounts.account == name))
    return None if row is None else _account(row)


def accounts(reading: Reading, query: str, limit: int, offset: int) -> tuple[list[AccountRow], int]:
    """Accounts whose name or traits hold the words, last seen first, each with its number of identifiers; and how many
    fit in all.
    """
    fits = [_accounts.workspace == reading.workspace]
    for word in query.split():
        pattern = f"%{_escaped(word.lower())}%"
        fits.append(
            func.lower(_accounts.account).like(pattern, escape="\\")
            | func.lower(_accounts.traits).like(pattern, escape="\\")
        )
    counted = reading.row(select(func.count()).select_from(tables.accounts).where(*fits))
    members = (
        select(func.count())
        .where(_members.workspace == reading.workspace, _members.account == _accounts.account)
        .scalar_subquery()
    )
    ordered = (
        _account_columns(members.label("members")).where(*fits).order_by(_accounts.last_at.desc(), _accounts.account)
    )
    rows = reading.rows(ordered.limit(limit).offset(offset))
    return [_account(row, row.members) for row in rows], int(counted[0]) if counted else 0


def members_of(reading: Reading, name: str) -> list[tuple[str, int, str]]:
    """Identifier, moment and source of every membership of an account, the first first."""
    statement = (
        select(_members.identifier, _members.at, _members.source)
        .where(_members.workspace == reading.workspace, _members.account == name)
        .order_by(_members.at, _members.identifier)
    )
    return [(row.identifier, row.at // _SECOND, row.source) for row in reading.rows(statement)]


def _account_columns(*more: Any) -> Any:
    return select(_accounts.account, _accounts.traits, _accounts.source, _accounts.first_at, _accounts.last_at, *more)


def _account(row: Any, members: int = 0) -> AccountRow:
    traits = _pairs(row.traits)
    label = label_of(row.account, traits)
    return AccountRow(row.account, label, traits, row.source, row.first_at // _SECOND, row.last_at // _SECOND, members)


def _pairs(document: str | None) -> tuple[tuple[str, str], ...]:
    """The traits of an account as texts; each is kept with the moment it was said."""
    held = json.loads(document or "{}")
    texts = (
        (name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
        for name, (value, _) in held.items()
    )
    return tuple((name, value) for name, value in sorted(texts) if value not in ("", "null"))


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _marked(row: Any) -> Marked:
    return Marked(row.identifier, row.flag, row.by, row.note, row.at)


def _setting(reading: Reading, key: str) -> str | None:
    row = reading.row(select(_settings.value).where(_settings.workspace == reading.workspace, _settings.key == key))
    return None if row is None else str(row.value)
