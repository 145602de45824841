"""What values look like: a few of each property of events, from the catalogue, and of each trait, from the journal."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from wend.conditions.facts import Later
from wend.conditions.possible import Seen
from wend.log.facade import Journal
from wend.workspaces.facade import Workspace

LOOKED_AT = 1_000
"""Customers of each bucket whose trait is looked at, until so many different values are known."""


def seen(workspace: Workspace, journal: Journal) -> Seen:
    """Both, each looked up when it is asked for."""

    def properties() -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for kind in workspace.log.catalogue().kinds:
            for each in kind.properties:
                found.setdefault(each.name, []).extend(each.examples)
        return found

    return Seen(Later(properties), _OneByOne(journal.trait_names, lambda name: values_of_trait(journal, name)))


def values_of_trait(journal: Journal, name: str) -> list[str]:
    """Some values of a trait, from the beginning of each bucket."""
    found: list[str] = []
    for bucket in journal.buckets:
        column = bucket.traits.column(name).slice(0, LOOKED_AT)
        flat = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
        found += [str(each) for each in pc.unique(flat).to_pylist() if each is not None]
        if len(found) >= LOOKED_AT:
            break
    return found


class _OneByOne(Mapping[str, Collection[str]]):
    """What is looked up for one name does not look up the others."""

    def __init__(self, names: Collection[str], ask: Callable[[str], Collection[str]]) -> None:
        self._names, self._ask = names, ask

    def __getitem__(self, name: str) -> Collection[str]:
        if name not in self._names:
            raise KeyError(name)
        return self._ask(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
