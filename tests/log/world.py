"""A log to play with: rows as plain tuples in, journeys as plain tuples out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count, pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from hypothesis import strategies as st

from wend.domain.event import NO_RATING, NOT_COVERED
from wend.kit.clock import FixedClock
from wend.log.facade import Bucket, Journal, Log, Staged
from wend.log.live import LiveRow
from wend.log.schema import LOG_SCHEMA
from wend.people import facade as people
from wend.store.facade import Store


class Row(NamedTuple):
    """One event as a file would have it; time in µs."""

    subject: str
    event: str
    occurred_at: int
    channel: str = ""
    rating: int | None = None
    amount: int | None = None
    about: str | None = None
    properties: str | None = None


class Step(NamedTuple):
    """One event of a journey, as read from a journal; time in seconds."""

    event: str
    occurred_at: int
    channel: str
    rating: int | None
    amount: int
    about: str | None
    event_id: int


rows = st.builds(
    Row,
    subject=st.sampled_from(["customer:1", "customer:2", "email:lan@x.vn", "phone:+84901234567", "device:ă"]),
    event=st.sampled_from(["order.placed", "order.paid", "page.viewed", "survey.answered", "$identify"]),
    occurred_at=st.integers(-3, 3) | st.integers(-(10**15), 4 * 10**15),
    channel=st.sampled_from(["", "web", "app"]),
    rating=st.none() | st.integers(-200, 200),
    amount=st.none() | st.integers(0, 10**12),
    about=st.sampled_from([None, "order.placed", "delivery.arrived"]),
    properties=st.sampled_from([None, '{"city":"Huế"}', '{"city":"Hà Nội","tier":2}', '{"city":null,"note":"a\\"b"}']),
)
batches = st.lists(st.lists(rows, max_size=12), min_size=1, max_size=4)


class World:
    """A store with a fresh workspace for each log."""

    def __init__(self, data: Path) -> None:
        self.clock = FixedClock(datetime(2026, 7, 1, tzinfo=UTC))
        self.store = Store.open(data, self.clock)
        self._numbers = count()

    def log(self, buckets: int = 4, **how: int) -> Log:
        return self.again(f"w{next(self._numbers)}", buckets, **how)

    def again(self, workspace: str, buckets: int = 4, **how: int) -> Log:
        """Another process's view of a workspace."""
        return Log(self.store.folder(workspace), self.store, workspace, self.clock, buckets=buckets, **how)

    def bring(self, log: Log, *parts: Iterable[Row], source: str = "import_1") -> list[Staged]:
        """One file in several batches, promised and settled; the caller moves."""
        with log.writer(source) as writer:
            staged = []
            for part in parts:
                done = writer.stage(table(part))
                with self.store.work(log.workspace) as work:
                    log.promise(work, done)
                writer.settle(done)
                staged.append(done)
            return staged

    def link(self, log: Log, a: str, b: str) -> None:
        """Two identifiers are one person, whatever the rules say."""
        if a != b:
            with self.store.work(log.workspace) as work:
                people.join(work, a, b, "test")

    def unlink(self, log: Log) -> None:
        """Take all joins back."""
        with self.store.work(log.workspace) as work:
            for number in range(1, work.numbers("decisions")):
                with suppress(people.UnknownJoin):
                    people.revoke(work, number, "test")


def live_row(event_id: int, subject: str, event: str, at: int, channel: str = "", **more: Any) -> LiveRow:
    """One live event at `at` µs, received right then."""
    row: LiveRow = {
        "event_id": event_id,
        "subject": subject,
        "identifiers": None,
        "event": event,
        "channel": channel,
        "occurred_at": at,
        "received_at": at,
        "rating": None,
        "expectation": None,
        "about": None,
        "amount": None,
        "currency": None,
        "source": "live",
        "properties": None,
    }
    row.update(more)  # type: ignore[typeddict-item]  # the test names columns
    return row


def table(given: Iterable[Row]) -> pa.Table:
    """Rows as a batch for `Writer.stage`."""
    columns = list(zip(*given, strict=True)) or [()] * len(Row._fields)
    types = {name: LOG_SCHEMA.field(name).type for name in Row._fields}
    arrays = [
        pa.array(column, pa.int64()).cast(types[name]) if name == "occurred_at" else pa.array(column, types[name])
        for name, column in zip(Row._fields, columns, strict=True)
    ]
    return pa.table(arrays, names=list(Row._fields))


def journeys(journal: Journal) -> dict[str, list[Step]]:
    """Everybody's events in journal order, words for codes."""
    found: dict[str, list[Step]] = {}
    for bucket in journal.buckets:
        for place, customer in enumerate(bucket.customers.to_pylist()):
            span = range(int(bucket.offsets[place]), int(bucket.offsets[place + 1]))
            found[customer] = [_step(journal, bucket, i) for i in span]
    return found


def _step(journal: Journal, bucket: Bucket, i: int) -> Step:
    about, rating = int(bucket.about[i]), int(bucket.rating[i])
    return Step(
        journal.words.events[bucket.event[i]],
        int(bucket.occurred_at[i]),
        journal.words.channels[bucket.channel[i]],
        None if rating == NO_RATING else rating,
        int(bucket.amount[i]),
        None if about == NOT_COVERED else journal.words.events[about],
        int(bucket.event_id[i]),
    )


def sorted_log(log: Log) -> dict[str, list[Step]]:
    """What the journal must be: the log's rows, system rows left out, grouped by customer and sorted."""
    found: dict[str, list[tuple[tuple[int, int, int], Step]]] = {}
    for row in whole(log):
        if row["event"].startswith("$"):
            continue
        occurred, received = row["occurred_at"], row["received_at"]
        amount = row["amount"] or 0
        place = (occurred, received, row["event_id"])
        step = Step(row["event"], occurred // 10**6, row["channel"], row["rating"], amount, row["about"], place[2])
        found.setdefault(log.canonical(row["subject"]), []).append((place, step))
    return {customer: [step for _, step in sorted(steps)] for customer, steps in found.items()}


def traits(journal: Journal) -> dict[str, dict[str, str]]:
    """Known traits of everybody who has a journey."""
    found: dict[str, dict[str, str]] = {}
    for bucket in journal.buckets:
        for customer, row in zip(bucket.customers.to_pylist(), _people(bucket), strict=True):
            found[customer] = {name: value for name, value in row.items() if value is not None}
    return found


def _people(bucket: Bucket) -> list[dict[str, str | None]]:
    given: list[dict[str, str | None]] = bucket.traits.to_pylist()
    return given if bucket.trait_names else [{} for _ in bucket.customers]  # a table without columns has no rows


def whole(log: Log) -> list[dict[str, Any]]:
    """All rows of the log; times as µs."""
    found = log.query("SELECT * FROM events", most=10**9)
    for name in ("occurred_at", "received_at"):
        at = found.column_names.index(name)
        found = found.set_column(at, name, found.column(name).cast(pa.timestamp("us", "UTC")).cast(pa.int64()))
    found_rows: list[dict[str, Any]] = found.to_pylist()
    return found_rows


def contents(log: Log) -> list[Row]:
    """The log's rows as they were brought, sorted."""
    return sorted((Row(*(row[name] for name in Row._fields)) for row in whole(log)), key=repr)


def arrays(journal: Journal) -> list[dict[str, bytes]]:
    """Every byte of every array of a journal. Where rows lie in the log is told by the log's order: two journals may
    number it differently.
    """
    spans = [span for name in journal.lines.files for span in journal.lines.spans[name]]
    order = np.concatenate([np.empty(0, np.int64), *(np.arange(first, first + lines) for first, lines in spans)])
    row = np.empty(journal.lines.top, np.int64)
    row[order] = np.arange(len(order))
    return [
        {name: np.asarray(row[array] if name == "line" else array).tobytes() for name, array in b.arrays.items()}
        for b in journal.buckets
    ]


def cut(given: Sequence[Row], places: Sequence[int]) -> list[Sequence[Row]]:
    """The rows in pieces, cut at the given places."""
    edges = [0, *sorted(place % (len(given) + 1) for place in places), len(given)]
    return [given[a:b] for a, b in pairwise(edges)]
