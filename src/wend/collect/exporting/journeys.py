"""The log's events by customer, a piece at a time, as what the standards speak of: names, moments, attributes, objects.

What Wend knows beside properties travels as attributes that begin with `wend:`, so that a log which is exported and
imported again is the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import numpy as np

from wend.domain.currencies import exponent_of
from wend.log.facade import Bucket
from wend.workspaces.facade import Workspace

AT_ONCE = 50_000
"""Events whose rows are in memory together."""
CUSTOMER = "customer"
_SCORES = {"score": "wend:score", "scale": "wend:scale", "expected_score": "wend:expected"}


@dataclass(frozen=True, slots=True)
class Happened:
    """One event. `objects` are (type, id) of what it is about besides its customer, whose id is `customer`."""

    id: str
    name: str
    at: str
    customer: str
    attributes: dict[str, str]
    objects: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A customer, and what is known of them now."""

    id: str
    traits: dict[str, str]


class Journeys:
    """One version of the log; `grouping` are the properties that name objects, such as `order_id`."""

    def __init__(self, workspace: Workspace, grouping: Sequence[str] = ()) -> None:
        self._log, self._journal, self.grouping = workspace.log, workspace.log.journal(), tuple(grouping)

    @property
    def events(self) -> int:
        """How many events."""
        return self._journal.events

    @property
    def traits(self) -> tuple[str, ...]:
        """The names of traits."""
        return tuple(self._journal.trait_names)

    def people(self) -> Iterator[Person]:
        """The customers who did anything, in the order of `happened`."""
        for bucket in self._journal.buckets:
            names = bucket.customers.to_pylist()
            for place, row in enumerate(bucket.traits.to_pylist() or [{}] * len(names)):
                yield Person(_plain(names[place]), {name: value for name, value in row.items() if value is not None})

    def happened(self) -> Iterator[Happened]:
        """Every event, customer after customer, each in the order of their journey."""
        for bucket in self._journal.buckets:
            whose = np.repeat(np.arange(len(bucket.offsets) - 1), np.diff(bucket.offsets))
            customers = bucket.customers.to_pylist()
            for first in range(0, bucket.events, AT_ONCE):
                part = slice(first, first + AT_ONCE)
                rows = self._rows(bucket, part)
                for id, person in zip(bucket.event_id[part].tolist(), whose[part].tolist(), strict=True):
                    yield self._told(rows[id], _plain(customers[person]))

    def _rows(self, bucket: Bucket, part: slice) -> dict[int, dict[str, Any]]:
        times = bucket.occurred_at[part]
        found = self._log.events(bucket.event_id[part].tolist(), int(times.min()), int(times.max()) + 1)
        return {row["event_id"]: row for row in found.to_pylist()}

    def _told(self, row: dict[str, Any], customer: str) -> Happened:
        said: dict[str, str] = json.loads(row["properties"]) if row["properties"] else {}
        rated = row["rating"] is not None or row["expectation"] is not None
        objects = tuple((name, str(said[name])) for name in self.grouping if said.get(name))
        names = _SCORES if rated else {}
        attributes = {names.get(name, name): _text(value) for name, value in said.items() if name not in self.grouping}
        own = {"channel": row["channel"], "about": row["about"], "amount": _major(row), "currency": row["currency"]}
        attributes |= {f"wend:{name}": value for name, value in own.items() if value}
        return Happened(str(row["event_id"]), row["event"], moment(row["occurred_at"]), customer, attributes, objects)


def moment(at: datetime) -> str:
    """A moment as the standards write it, in UTC."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _plain(canonical: str) -> str:
    """A customer's number as it is; other identifiers keep their kind."""
    return canonical.removeprefix("customer:")


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _major(row: dict[str, Any]) -> str:
    """Money in major units, exactly."""
    if row["amount"] is None:
        return ""
    places = exponent_of(row["currency"] or "")
    digits = str(abs(row["amount"])).rjust(places + 1, "0")
    whole = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{whole}" if row["amount"] < 0 else whole
