"""A mapping out of column names: the plain event log, one event per row."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from wend.collect.errors import UnknownColumn
from wend.collect.formats import time_format_of
from wend.collect.mapping.model import Amount, EventRule, FileShape, Mapping, Value
from wend.collect.reading.opening import open_file
from wend.domain.event import IdentifierKind
from wend.kit.errors import closest

_SOME = 0.5  # of the values are enough to tell how times are written; the others go to quarantine


def plain_mapping(
    path: Path,
    identifiers: Sequence[tuple[IdentifierKind, str]],
    event: str,
    time: str,
    channel: str = "",
    traits: Sequence[str] = (),
    amount: str = "",
    currency: str = "",
    timezone: str = "UTC",
    header: bool | None = None,
    match: str = "",
    limit: int = 1 << 23,
) -> Mapping:
    """The mapping of a plain event log; how its times are written is read off its first rows. Raises UnknownColumn."""
    shape = FileShape(header=header)
    reader = open_file(path, shape, limit)
    for column in (*(column for _, column in identifiers), event, time, channel, amount, *traits):
        if column and column not in reader.columns:
            near = closest(column, reader.columns) or ", ".join(reader.columns[:12])
            raise UnknownColumn(file=path.name, place="–", column=column, closest=near)
    first = next(reader.chunks())
    form = time_format_of(first.table.column(time).slice(0, 2_000).to_pylist(), _SOME) or "iso"
    rule = EventRule(
        name=Value(column=event),
        time=time,
        channel=Value(column=channel) if channel else None,
        amount=Amount(amount) if amount else None,
        required=True,
    )
    return Mapping(
        name="event log",
        customer=tuple(identifiers),
        events=(rule,),
        match=match,
        shape=shape,
        timezone=timezone,
        time_format=form,
        currency=currency,
        traits=tuple((trait, trait) for trait in traits),
    )
