"""Each customer as a few numbers, for questions that compare, group and rank people: one row a customer, NaN = unknown.

Bought is what came with money, or what is named as buying; refunds are not taken off. Recency counts from the last
time the customer bought. Days are of 86,400 seconds, money is in minor units.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from wend.domain.selection import Selection
from wend.engines.lens import Lens, every_event
from wend.engines.machine import Members
from wend.engines.rows import rows
from wend.engines.source import Bucket, Journal
from wend.engines.walking import Masks
from wend.folds import features, reach
from wend.folds.contract import NOT_COVERED
from wend.questions.context import Context

Real = NDArray[np.float64]

RFM = ("recency_days", "purchases", "money")
BREADTH_OF = 20
"""Kinds of events of which breadth is told: the most frequent ones."""
MOST_CHANNELS = 6
CHANNEL = "channel "
LOGGED = frozenset({"recency_days", "purchases", "money", "active_days", "breadth"})
"""Numbers of which a few customers have very many: they are compared on a logarithmic scale."""
_DAY = 86_400.0


@dataclass(frozen=True, slots=True, eq=False)
class Portraits:
    """`rows[i]` are the numbers, by `names`, of the i-th of the customers in `masks`, bucket by bucket."""

    journal: Journal
    masks: Masks
    names: tuple[str, ...]
    rows: Real

    def column(self, name: str) -> Real:
        """One number of everybody."""
        return self.rows[:, self.names.index(name)]

    def only(self, kept: NDArray[np.bool_]) -> Portraits:
        """Those of some customers."""
        return replace(self, masks=self.members(kept).masks, rows=self.rows[kept])

    def of(self, names: Sequence[str]) -> Portraits:
        """Some of the numbers."""
        return replace(self, names=tuple(names), rows=self.rows[:, [self.names.index(name) for name in names]])

    def members(self, which: NDArray[np.bool_]) -> Members:
        """The customers of some rows."""
        parts = np.split(which, np.cumsum([int(mask.sum()) for mask in self.masks])[:-1])
        masks = [np.zeros(len(mask), np.bool_) for mask in self.masks]
        for mask, there, part in zip(masks, self.masks, parts, strict=True):
            mask[np.flatnonzero(there)[part]] = True
        return Members(tuple(masks), self.journal)

    def among(self, members: Members) -> NDArray[np.bool_]:
        """Which rows are those of some customers."""
        pairs = zip(members.masks, self.masks, strict=True)
        return np.concatenate([np.zeros(0, np.bool_), *(mask[there] for mask, there in pairs)])


def portraits(
    context: Context, selection: Selection, as_of: int, bought: Sequence[str] | None, channels: bool = False
) -> Portraits:
    """Everybody with an event inside the selection; `channels` adds the share of their events on each of the most used
    channels.
    """
    events = max(1, len(context.machine.journal.words.events))
    counts = context.machine.answer(reach.REACH, reach.params(events), selection).answer.events
    usual = [code for code in np.argsort(-counts, kind="stable")[:BREADTH_OF].tolist() if counts[code]]
    told = features.params(events, usual, as_of)
    masks, cells = _cells(context, told, selection, None)
    paid_masks, paid = _cells(context, features.params(events, [], as_of), selection, paying(context, bought))
    everybody = np.concatenate([np.zeros(0, np.bool_), *masks])
    known = _of_all(cells[everybody]) | _of_bought(
        paid[everybody], np.concatenate([everybody[:0], *paid_masks])[everybody]
    )
    if channels:
        known |= _of_channels(context, selection, as_of, everybody)
    return Portraits(context.machine.journal, masks, tuple(known), np.column_stack(list(known.values())))


def paying(context: Context, bought: Sequence[str] | None) -> Lens:
    """The lens that sees nothing but buying: events with money, or those that are named."""
    words = context.machine.journal.words
    codes = None if bought is None else np.array(sorted({context.code(name, "events") for name in bought}), np.uint16)

    def steps(bucket: Bucket, number: int) -> NDArray[np.uint16]:
        del number
        event = np.asarray(bucket.event, np.uint16)
        buys = np.asarray(bucket.amount) > 0 if codes is None else np.isin(event, codes)
        return np.where(buys, event, np.uint16(NOT_COVERED))

    told = "money" if codes is None else ",".join(map(str, codes.tolist()))
    return replace(every_event(words), version=f"paying {told}", steps=steps)


def _of_all(cells: Real) -> dict[str, Real]:
    gaps, rated = cells[:, features.GAPS], cells[:, features.RATINGS]
    return {
        "events": cells[:, features.EVENTS],
        "active_days": cells[:, features.ACTIVE],
        "breadth": (cells[:, features.COUNTS :] > 0).sum(axis=1).astype(np.float64),
        "channels": cells[:, features.CHANNELS],
        "since_first_days": cells[:, features.SINCE_FIRST] / _DAY,
        "since_last_days": cells[:, features.SINCE_LAST] / _DAY,
        "gap_days": _over(cells[:, features.GAP], gaps),
        "rating": _over(cells[:, features.RATING] / 100, rated),
    }


def _of_bought(cells: Real, bought: NDArray[np.bool_]) -> dict[str, Real]:
    recency = np.where(bought, cells[:, features.SINCE_LAST] / _DAY, np.nan)
    numbers = (recency, cells[:, features.EVENTS], cells[:, features.AMOUNT])
    return dict(zip(RFM, numbers, strict=True))


def _of_channels(context: Context, selection: Selection, as_of: int, everybody: NDArray[np.bool_]) -> dict[str, Real]:
    """Channels that nearly nobody, or everybody, uses say nothing and are left out by whoever scales them."""
    names = context.machine.journal.words.channels
    lens = channel_lens(context)
    used = context.machine.answer(reach.REACH, reach.params(len(names)), selection, lens).answer.events
    usual = [code for code in np.argsort(-used, kind="stable").tolist() if used[code] and names[code]][:MOST_CHANNELS]
    _, cells = _cells(context, features.params(len(names), usual, as_of), selection, lens)
    counts, events = cells[everybody][:, features.COUNTS :], np.maximum(cells[everybody][:, features.EVENTS], 1)
    return {f"{CHANNEL}{names[code]}": counts[:, place] / events for place, code in enumerate(usual)}


def channel_lens(context: Context) -> Lens:
    """The lens that reads every event as its channel."""
    words = context.machine.journal.words
    base = every_event(words)
    names = tuple(words.channels)
    return replace(base, version="channels", names=names, steps=lambda bucket, _: np.asarray(bucket.channel, np.uint16))


def _cells(
    context: Context, params: features.FeaturesParams, selection: Selection, lens: Lens | None
) -> tuple[Masks, Real]:
    """A row of the fold's cells for each customer of the journal, zeros for those without an event, whom no mask
    holds.
    """
    buckets = context.machine.journal.buckets
    people = [len(bucket.offsets) - 1 for bucket in buckets]
    first = np.concatenate([[0], np.cumsum(people)]).astype(np.int64)
    width = features.COUNTS + params.counted
    out, kept = np.zeros((int(first[-1]), width), np.float64), np.zeros(int(first[-1]), np.bool_)
    for each in rows(context.machine, features.FEATURES, params, selection, lens):
        places = first[each.bucket] + each.places
        out[places], kept[places] = each.cells, True
    return tuple(np.split(kept, first[1:-1])), out


def _over(total: Real, count: Real) -> Real:
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)
