"""Finding customers: by any of their identifiers or traits, with or without Vietnamese diacritics; lists of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from wend.customers import filtering
from wend.customers.among import Among
from wend.customers.catalogue import Seen, seen
from wend.customers.directory import Directory, Place
from wend.customers.model import CustomerPage, CustomerRow, Sort
from wend.customers.model_list import ListFilter
from wend.customers.naming import folded, label_of
from wend.customers.standing import state_of
from wend.domain.event import IDENTIFIER_KINDS
from wend.log.facade import Journal
from wend.workspaces.facade import Workspace

__all__ = ["Place", "find", "page_of", "search", "traits_of"]

_NUMBER = re.compile(r"\+?[\d .()-]{9,20}", re.ASCII)
_KIND = re.compile(rf"^({'|'.join(IDENTIFIER_KINDS)}):(?=.)")
_EVERYBODY = ListFilter()


def search(
    workspace: Workspace,
    query: str,
    limit: int,
    offset: int,
    wanted: ListFilter = _EVERYBODY,
    sort: Sort = "last_seen",
    columns: Sequence[str] = (),
    among: Among | None = None,
) -> CustomerPage:
    """Customers with every word of the query somewhere in their identifiers or traits, last seen first."""
    look = seen(workspace)
    directory = look.directory
    chosen = filtering.chosen(workspace, look, wanted)
    if among is not None:
        chosen &= among.mask(directory)
    positions = np.flatnonzero(directory.matching(words(query), chosen, workspace.settings.threads))
    ordered = _ordered(directory, positions, sort)
    fresh = look.newcomers.rows(query) if wanted == _EVERYBODY else ()
    if among is not None:
        fresh = tuple(row for row in fresh if row.customer in among)
    total = len(positions) + len(fresh)
    rows = tuple(fresh[offset : offset + limit])
    after = max(0, offset - len(fresh))
    places = [directory.place(int(each)) for each in ordered[after : after + limit - len(rows)]]
    rows += _rows(workspace, look, places, columns)
    following = offset + len(rows)
    return CustomerPage(rows, total, following if rows and following < total else None)


def page_of(workspace: Workspace, customers: Sequence[str], limit: int, offset: int) -> CustomerPage:
    """The rows of these customers, in their order."""
    look = seen(workspace)
    places = [place for each in customers[offset : offset + limit] if (place := find(look.journal, each)) is not None]
    rows = _rows(workspace, look, places, ())
    following = offset + len(rows)
    return CustomerPage(rows, len(customers), following if rows and following < len(customers) else None)


def find(journal: Journal, customer: str) -> Place | None:
    """Where a canonical customer stands, or None."""
    found = journal.find(customer)
    return None if found is None else Place(*found)


def traits_of(journal: Journal, place: Place) -> tuple[tuple[str, str], ...]:
    """The customer's traits that have a value."""
    table = journal.buckets[place.bucket].traits
    values = ((name, table.column(name)[place.row].as_py()) for name in table.column_names)
    return tuple((name, str(value)) for name, value in values if value not in (None, ""))


def words(query: str) -> list[str]:
    """The words to look for. A phone number is one word, without the zero that its country's prefix replaces."""
    if _NUMBER.fullmatch(query.strip()):
        digits = "".join(c for c in query if c.isdecimal())
        return [digits.lstrip("0") or digits]
    return [_KIND.sub("", word) for word in folded(query).split()]


def _ordered(directory: Directory, positions: np.ndarray, sort: Sort) -> np.ndarray:
    """The directory stands in the order of `last_seen`; other orders are made for those who are shown."""
    if sort == "first_seen":
        return np.asarray(positions[np.argsort(-directory.first_at[positions], kind="stable")])
    if sort == "events":
        return np.asarray(positions[np.argsort(-directory.events[positions], kind="stable")])
    if sort == "name":
        chosen = np.zeros(len(directory), np.bool_)
        chosen[positions] = True
        return np.asarray(directory.by_name[chosen[directory.by_name]])
    return positions


def _rows(workspace: Workspace, look: Seen, places: Sequence[Place], columns: Sequence[str]) -> tuple[CustomerRow, ...]:
    stage_set, stages = look.standing
    season = look.view.season
    computed = {name: filtering.computed(workspace, look, name) for name in columns}
    rows = []
    for place in places:
        bucket = look.journal.buckets[place.bucket]
        first, end = int(bucket.offsets[place.row]), int(bucket.offsets[place.row + 1])
        customer, traits = bucket.customers[place.row].as_py(), traits_of(look.journal, place)
        stage = stage_set.stages[int(stages[place.bucket][place.row])]
        last_at = int(bucket.occurred_at[end - 1])
        rows.append(
            CustomerRow(
                customer=customer,
                label=label_of(customer, traits),
                events=end - first,
                first_at=int(bucket.occurred_at[first]),
                last_at=last_at,
                traits=traits,
                stage=stage.key,
                stage_name=stage.name,
                state=state_of(
                    stage_set,
                    season.active(look.journal.last_at) - season.active(last_at),
                    int(look.slow_from[place.bucket][place.row]),
                ),
                flag=look.flag_of.get(customer, ""),
                conflict=bool(look.conflicts[place.bucket][place.row]),
                computed=tuple((name, filtering.said(column, place)) for name, column in computed.items()),
            )
        )
    return tuple(rows)
