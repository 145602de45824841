"""Finding customers: by any of their identifiers or traits, with or without Vietnamese diacritics."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wend.customers.model import CustomerPage, CustomerRow
from wend.customers.naming import folded, label_of
from wend.log.facade import Journal
from wend.people import facade as people
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace

_KEPT = 4
_NUMBER = re.compile(r"\+?[\d .()-]{9,20}", re.ASCII)


class Place(NamedTuple):
    """Where a customer's events stand in the journal."""

    bucket: int
    row: int


class Directory(NamedTuple):
    """All customers of one journal version: folded text to search in, last event, and the place of each."""

    haystack: pa.Array
    last_at: NDArray[np.int64]
    starts: NDArray[np.int64]

    def place(self, position: int) -> Place:
        """The place of the customer at this position of the directory."""
        bucket = int(np.searchsorted(self.starts, position, side="right")) - 1
        return Place(bucket, position - int(self.starts[bucket]))


_DIRECTORIES = touchpoints.Kept(_KEPT)
"""By journal version: making one reads every customer once."""


def search(workspace: Workspace, query: str, limit: int, offset: int) -> CustomerPage:
    """Customers with every word of the query somewhere in their identifiers or traits, last seen first."""
    journal = workspace.log.journal()
    key = (workspace.log.directory, journal.version)
    directory = _DIRECTORIES.get(key, lambda: _directory(workspace, journal))
    chosen = np.ones(len(directory.last_at), np.bool_)
    for word in _words(query):
        chosen &= np.asarray(pc.match_substring(directory.haystack, word))
    positions = np.flatnonzero(chosen)
    positions = positions[np.argsort(-directory.last_at[positions], kind="stable")]
    places = [directory.place(int(position)) for position in positions[offset : offset + limit]]
    return _page(journal, places, len(positions), offset)


def page_of(workspace: Workspace, customers: Sequence[str], limit: int, offset: int) -> CustomerPage:
    """The rows of these customers, in their order."""
    journal = workspace.log.journal()
    places = [place for each in customers[offset : offset + limit] if (place := find(journal, each)) is not None]
    return _page(journal, places, len(customers), offset)


def find(journal: Journal, customer: str) -> Place | None:
    """Where a canonical customer stands, or None."""
    found = journal.find(customer)
    return None if found is None else Place(*found)


def row_of(journal: Journal, place: Place) -> CustomerRow:
    """One customer as a line of a list."""
    bucket = journal.buckets[place.bucket]
    first, end = int(bucket.offsets[place.row]), int(bucket.offsets[place.row + 1])
    customer, traits = bucket.customers[place.row].as_py(), traits_of(journal, place)
    return CustomerRow(
        customer=customer,
        label=label_of(customer, traits),
        events=end - first,
        first_at=int(bucket.occurred_at[first]),
        last_at=int(bucket.occurred_at[end - 1]),
        traits=traits,
    )


def traits_of(journal: Journal, place: Place) -> tuple[tuple[str, str], ...]:
    """The customer's traits that have a value."""
    table = journal.buckets[place.bucket].traits
    values = ((name, table.column(name)[place.row].as_py()) for name in table.column_names)
    return tuple((name, str(value)) for name, value in values if value not in (None, ""))


def _words(query: str) -> list[str]:
    """The words to look for. A phone number is one word, without the zero that its country's prefix replaces."""
    if _NUMBER.fullmatch(query.strip()):
        digits = "".join(c for c in query if c.isdecimal())
        return [digits.lstrip("0") or digits]
    return folded(query).split()


def _page(journal: Journal, places: Sequence[Place], total: int, offset: int) -> CustomerPage:
    rows = tuple(row_of(journal, place) for place in places)
    following = offset + len(rows)
    return CustomerPage(rows, total, following if rows and following < total else None)


def _directory(workspace: Workspace, journal: Journal) -> Directory:
    with workspace.store.reading(workspace.name) as reading:
        others: dict[str, list[str]] = {}
        for part in people.changed_since(reading, 0):
            for identifier, person in part:
                others.setdefault(person, []).append(identifier)
    texts, last, sizes = [], [], [0]
    for bucket in journal.buckets:
        aliases = [" ".join(others.get(name, (name,))) for name in bucket.customers.to_pylist()]
        columns = [pa.array(aliases, pa.string()), *(bucket.traits.column(name) for name in bucket.traits.column_names)]
        plain = [column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column for column in columns]
        strings = [pc.fill_null(column.cast(pa.string()), "") for column in plain]
        texts.append(_fold_column(pc.binary_join_element_wise(*strings, "\n")))
        last.append(np.asarray(bucket.occurred_at)[np.asarray(bucket.offsets[1:]) - 1].astype(np.int64))
        sizes.append(len(bucket.customers))
    haystack = pa.concat_arrays(texts) if texts else pa.array([], pa.string())
    return Directory(haystack, np.concatenate(last or [np.zeros(0, np.int64)]), np.cumsum(sizes)[:-1])


def _fold_column(column: pa.Array) -> pa.Array:
    """`folded` for a whole column at once."""
    apart = pc.utf8_normalize(pc.utf8_lower(column), form="NFD")
    bare = pc.replace_substring_regex(apart, pattern=r"\p{M}", replacement="")
    return pc.replace_substring(bare, pattern="đ", replacement="d")
