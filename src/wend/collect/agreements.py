"""Events that say what people agreed to become rows of the ledger of consents, in the transaction that takes them in.

Only trusted sources get this far: these names are protected, so a write key that anybody can read cannot send them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from wend.store.facade import Work

if TYPE_CHECKING:
    import pyarrow as pa

SAID = frozenset({"consent.granted", "consent.withdrawn"})
_SECOND = 1_000_000


class Told(NamedTuple):
    """An event that says so; `at` in µs."""

    event: str
    subject: str
    properties: Mapping[str, Any]
    at: int
    source: str


def record(work: Work, told: Iterable[Told]) -> int:
    """Write down what these events say; returns how many rows that made. What is too vague grants nothing."""
    given = [each for each in told if each.event in SAID]
    if not given:
        return 0
    from wend.customers import facade as customers  # only when somebody said something

    rows = [
        row
        for each in given
        for row in customers.consents_said_in(
            each.event, each.subject, each.properties, each.at // _SECOND, each.source
        )
    ]
    return customers.record_consents(work, rows).added


def told_in(events: pa.Table, source: str) -> list[Told]:
    """Such events among those of a batch of a file. Names are looked at once, as the dictionary has them."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not len(events):
        return []
    names = events.column("event").cast(pa.string())
    if SAID.isdisjoint(pc.unique(names).to_pylist()):
        return []
    chosen = events.filter(pc.is_in(names, value_set=pa.array(sorted(SAID))))
    chosen = chosen.set_column(
        chosen.schema.get_field_index("occurred_at"), "at", chosen.column("occurred_at").cast(pa.int64())
    )
    return [
        Told(str(row["event"]), str(row["subject"]), json.loads(row.get("properties") or "{}"), row["at"], source)
        for row in chosen.to_pylist()
    ]
