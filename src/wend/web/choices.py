"""What the pickers offer: the log's period, channels, traits with few values, stage sets."""

from __future__ import annotations

from functools import lru_cache
from typing import Generic, TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from wend.log.facade import Journal, Log
from wend.touchpoints import facade as touchpoints
from wend.web.shapes import ChannelChoice, Choices, StageSetChoice, TraitChoice, TraitValue
from wend.workspaces.facade import Workspace

T = TypeVar("T")
_MOST_VALUES = 100
"""A trait with more values than this (a name, an e-mail) tells customers apart; it does not cut them into segments."""


def choices(workspace: Workspace) -> Choices:
    """The offers for the log as it is now."""
    journal = workspace.log.journal()
    sets = touchpoints.stage_sets(workspace)
    return Choices(
        from_at=journal.first_at,
        to_at=journal.last_at + 1,
        events=journal.events,
        customers=journal.customers,
        channels=_channels(str(workspace.log.directory), journal.version, _Held(journal)),
        traits=_traits(str(workspace.log.directory), journal.version, _Held(journal)),
        stage_sets=tuple(StageSetChoice(each.key, each.name, suggested=place == 0) for place, each in enumerate(sets)),
        currency=_currency(str(workspace.log.directory), journal.version, _Held(workspace.log)),
        log_version=journal.version,
    )


class _Held(Generic[T]):
    """A thing that does not take part in the key of a cache: its version and folder already do."""

    def __init__(self, it: T) -> None:
        self.it = it

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=8)
def _channels(folder: str, version: str, held: _Held[Journal]) -> tuple[ChannelChoice, ...]:
    del folder, version
    names = held.it.words.channels
    counts = np.zeros(len(names), np.int64)
    for bucket in held.it.buckets:
        counts += np.bincount(bucket.channel, minlength=len(names))
    found = [ChannelChoice(name, int(count)) for name, count in zip(names, counts, strict=True) if count and name]
    return tuple(sorted(found, key=lambda choice: (-choice.events, choice.channel)))


@lru_cache(maxsize=8)
def _traits(folder: str, version: str, held: _Held[Journal]) -> tuple[TraitChoice, ...]:
    del folder, version
    offers = []
    for name in held.it.trait_names:
        columns = [_flat(bucket.traits.column(name)) for bucket in held.it.buckets]
        counted = pc.value_counts(pa.chunked_array(columns, pa.string()).drop_null()) if columns else None
        if counted is not None and 1 < len(counted) <= _MOST_VALUES:
            values = [TraitValue(each["values"], each["counts"]) for each in counted.to_pylist()]
            ordered = sorted(values, key=lambda value: (-value.customers, value.value))
            offers.append(TraitChoice(name, tuple(ordered)))
    return tuple(offers)


def _flat(column: pa.Array | pa.ChunkedArray) -> pa.Array:
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


@lru_cache(maxsize=8)
def _currency(folder: str, version: str, held: _Held[Log]) -> str:
    del folder, version
    counted = (
        "SELECT currency FROM events WHERE currency IS NOT NULL GROUP BY currency ORDER BY count(*) DESC, currency"
    )
    found = held.it.query(counted, most=1).to_pylist()
    return str(found[0]["currency"]) if found else ""
