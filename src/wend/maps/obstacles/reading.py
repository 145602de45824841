"""From a workspace's journal to the flat path that the search walks, with words, groups and comments."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.domain.event import NOT_COVERED
from wend.domain.names import Name
from wend.domain.selection import Selection
from wend.engines.source import Bucket
from wend.folds.contrast import Path
from wend.log.facade import Log
from wend.maps.obstacles.context import MOST_CODES, Context, Flags, Step, Whole
from wend.maps.obstacles.groups import property_groups, trait_fits, trait_groups
from wend.touchpoints.facade import View

COMMENT = "comment"


class Cut:
    """What a selection leaves of the journal's buckets, behind each other."""

    def __init__(self, view: View, selection: Selection) -> None:
        self.buckets = tuple(view.journal.buckets)
        names = view.journal.words.channels
        channels = np.asarray([not selection.channels or name in selection.channels for name in (*names, "")], np.bool_)
        self._seen = [_seen(bucket, channels, selection) for bucket in self.buckets]
        counts = [_per_customer(bucket, seen) for bucket, seen in zip(self.buckets, self._seen, strict=True)]
        self._present = [np.flatnonzero(count) for count in counts]
        lengths = [count[who] for count, who in zip(counts, self._present, strict=True)]
        self.offsets = np.concatenate(
            [np.zeros(1, np.int64), np.cumsum(np.concatenate([[], *lengths]), dtype=np.int64)]
        )
        self._starts = np.cumsum([0, *(len(who) for who in self._present)])

    def column(self, name: str) -> NDArray[Any]:
        """One column of the journal, what is seen of it."""
        return self.aligned([getattr(bucket, name) for bucket in self.buckets])

    def aligned(self, columns: Sequence[NDArray[Any]]) -> NDArray[Any]:
        """Columns aligned with the buckets' rows, what is seen of them."""
        parts = [np.asarray(column)[seen] for column, seen in zip(columns, self._seen, strict=True)]
        return np.concatenate(parts) if parts else np.zeros(0, np.int64)

    def of_customers(self, columns: Sequence[NDArray[Any]]) -> NDArray[Any]:
        """Columns with one cell per customer of each bucket, what is seen of them."""
        parts = [np.asarray(column)[who] for column, who in zip(columns, self._present, strict=True)]
        return np.concatenate(parts) if parts else np.zeros(0, np.int64)

    def customers(self, owners: Whole) -> tuple[str, ...]:
        """Canonical ids of customers, given their places on the path."""
        found: list[str] = []
        bucket = np.searchsorted(self._starts, owners, "right") - 1
        for number, owner in zip(bucket, owners, strict=True):
            row = self._present[number][owner - self._starts[number]]
            found.append(self.buckets[number].customers[int(row)].as_py())
        return tuple(found)


def _seen(bucket: Bucket, channels: Flags, selection: Selection) -> Flags:
    """Which events of a bucket a selection sees."""
    at = np.asarray(bucket.occurred_at)
    seen = (at >= selection.from_at) & (at < selection.to_at)
    if selection.channels:
        seen &= channels[np.asarray(bucket.channel)]
    if selection.traits:
        seen &= np.repeat(trait_fits(bucket, selection.traits), np.diff(bucket.offsets))
    return np.asarray(seen, np.bool_)


def _per_customer(bucket: Bucket, seen: Flags) -> Whole:
    running = np.concatenate([np.zeros(1, np.int64), np.cumsum(seen)])
    return np.asarray(np.diff(running[np.asarray(bucket.offsets)]), np.int64)


def context_of(log: Log, view: View, selection: Selection) -> Context:
    """The part of the log that a selection sees, as the search for obstacles reads it. `log` gives properties and
    comments.
    """
    cut = Cut(view, selection)
    steps, code_of = _steps(view, cut)
    path = Path(
        cut.offsets,
        code_of[cut.column("event").astype(np.int64)],
        cut.column("occurred_at").astype(np.int64),
        cut.column("rating").astype(np.int16),
        code_of[np.minimum(cut.column("about").astype(np.int64), len(code_of) - 1)],
        cut.column("amount").astype(np.int64),
    )
    ids = cut.column("event_id").astype(np.int64)
    groups = (*trait_groups(view, cut), *property_groups(log, view, cut))
    channel = cut.column("channel").astype(np.uint8)
    names = tuple(view.journal.words.channels)

    def comments(events: Whole) -> Mapping[int, str]:
        return _comments(log, events, path.at)

    return Context(path, channel, ids, steps, names, groups, cut.customers, comments)


def _steps(view: View, cut: Cut) -> tuple[tuple[Step, ...], NDArray[np.uint16]]:
    """The most frequent event names as steps, and for every event code the code of its step (the last cell: none)."""
    events, channels = view.journal.words.events, max(len(view.journal.words.channels), 1)
    event, channel = cut.column("event").astype(np.int64), cut.column("channel").astype(np.int64)
    counts = np.bincount(event * channels + channel, minlength=len(events) * channels).reshape(len(events), channels)
    order = [int(code) for code in np.argsort(-counts.sum(1), kind="stable")[:MOST_CODES] if counts[code].any()]
    code_of = np.full(len(events) + 1, NOT_COVERED, np.uint16)
    code_of[order] = np.arange(len(order))
    return tuple(_step(view, code, counts[code]) for code in order), code_of


def _step(view: View, event: int, counts: Whole) -> Step:
    key = view.journal.words.events[event]
    by_channel = {c: int(view.lens.table[event, c]) for c in np.flatnonzero(counts).tolist()}
    covered = {c: code for c, code in by_channel.items() if code != NOT_COVERED}
    if not covered:
        plain = key.replace(".", " ").replace("_", " ")
        return Step(key, Name(plain, plain))
    usual = view.touchpoints[covered[max(covered, key=lambda c: int(counts[c]))]]
    keys = {c: view.touchpoints[code].key for c, code in covered.items()}
    return Step(key, _bare(usual.name), usual.key, usual.stage, usual.begun_by, keys)


def _bare(name: Name) -> Name:
    """`Checkout · Web` → `Checkout`: a step is spoken of whatever its channel."""
    return Name(*(each.split(" · ")[0].split(" (")[0] for each in (name.en, name.vi)))


def _comments(log: Log, events: Whole, at: Whole) -> Mapping[int, str]:
    """The comments of events by id."""
    if not len(events) or not len(at):
        return {}
    rows: pa.Table = log.events([int(each) for each in events], int(at.min()), int(at.max()) + 1)
    said: dict[int, str] = {}
    for event, document in zip(rows["event_id"].to_pylist(), rows["properties"].to_pylist(), strict=True):
        comment = json.loads(document).get(COMMENT) if document else None
        if isinstance(comment, str):
            said[event] = comment
    return said
