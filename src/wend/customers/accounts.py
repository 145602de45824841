"""Accounts: companies, households and other groups that people belong to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from wend.customers import repository
from wend.customers.errors import UnknownAccount
from wend.customers.model import Account, AccountLine, AccountMember, AccountPage
from wend.people import facade as people
from wend.workspaces.facade import Workspace


def search(workspace: Workspace, query: str, limit: int, offset: int) -> AccountPage:
    """Accounts whose name or traits hold every word, last seen first."""
    with workspace.store.reading(workspace.name) as reading:
        rows, total = repository.accounts(reading, query, limit, offset)
    lines = tuple(AccountLine(row.account, row.label, row.members, row.last_at, row.traits) for row in rows)
    following = offset + len(lines)
    return AccountPage(lines, total, following if lines and following < total else None)


def account(workspace: Workspace, name: str, limit: int, offset: int) -> Account:
    """One account with a page of its people, the first to join first. Raises UnknownAccount."""
    with workspace.store.reading(workspace.name) as reading:
        found = repository.account(reading, name)
        if found is None:
            raise UnknownAccount(account=name)
        joined = repository.members_of(reading, name)
        whose = people.canonical(reading, [identifier for identifier, _, _ in joined])
    first: dict[str, tuple[str, int, str]] = {}
    for identifier, since, source in joined:
        first.setdefault(whose[identifier], (identifier, since, source))
    shown = list(first.items())[offset : offset + limit]
    labels = _labels(workspace, [customer for customer, _ in shown])
    members = tuple(
        AccountMember(customer, labels.get(customer, customer.partition(":")[2]), *rest) for customer, rest in shown
    )
    following = offset + len(members)
    return Account(
        account=found.account,
        label=found.label,
        traits=found.traits,
        source=found.source,
        first_at=found.first_at,
        last_at=found.last_at,
        people=len(first),
        members=members,
        next_offset=following if members and following < len(first) else None,
    )


def traits(workspace: Workspace) -> Mapping[str, Mapping[str, int]]:
    """The traits of accounts by name, each with its values and how many accounts have them."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    with workspace.store.reading(workspace.name) as reading:
        for _, told in repository.every_account(reading):
            for name, value in told:
                found[name][value] += 1
    return found


def _labels(workspace: Workspace, customers: list[str]) -> dict[str, str]:
    from wend.customers import finding

    page = finding.page_of(workspace, customers, len(customers), 0)
    return {row.customer: row.label for row in page.rows}
