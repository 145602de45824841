"""What tells customers or their events apart: a trait, a property, a channel, a segment, a week. Any fold that counts
by `Columns.about` can be cut so.

A cut gives every event a small code and every code a name. The eleven most frequent values have their own; "…" stands
for the others together, "–" for none. Where there are more than twelve and all are numbers, they fall into quarters.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.domain.selection import Selection
from wend.engines.lens import Lens
from wend.engines.source import Bucket
from wend.questions import calendar, errors
from wend.questions.among import SEGMENT, Inside
from wend.questions.context import Context

MOST_GROUPS = 12
NONE, OTHERS = "–", "…"
CHANNEL, FIRST_CHANNEL = "channel", "first_channel"

Codes = NDArray[np.int64]
CodesOf = Callable[[Bucket, int], Codes]
Weights = Callable[[int], NDArray[np.bool_]]
"""For the number of a bucket: which events decide what is frequent."""


@dataclass(frozen=True, slots=True)
class Cut:
    """`codes` gives every event of a bucket the place of its name in `names`, or len(names) to leave it out. `ends`:
    the second after each, when the names are periods.
    """

    key: str
    names: tuple[str, ...]
    codes: CodesOf
    ends: tuple[int, ...] = ()

    def seen_through(self, lens: Lens) -> Lens:
        """The lens, with the cut's codes as what events are about."""
        return replace(lens, marks=lambda bucket, number: self.codes(bucket, number).astype(np.uint16))


def cut(context: Context, word: str, weights: Weights, as_of: int) -> Cut:
    """The cut of a word: "channel", "first_channel", a trait, a property, "segment:" and a key. Raises UnknownCut and
    UnknownSegment.
    """
    journal = context.machine.journal
    if word == CHANNEL:
        channels = list(journal.words.channels)
        return _frequent(context, word, channels, lambda bucket, _: np.asarray(bucket.channel, np.int64), weights)
    if word == FIRST_CHANNEL:
        return _frequent(context, word, list(journal.words.channels), _first_channel, weights)
    if word in journal.trait_names:
        values, of_trait = _trait(context, word)
        return _frequent(context, word, values, of_trait, weights)
    if word.startswith(SEGMENT):
        return by_segment(word, Inside(context, word.removeprefix(SEGMENT).strip(), as_of))
    found = context.property_of(word) if context.property_of else None
    if found is None or not len(found.values):
        known = [CHANNEL, FIRST_CHANNEL, *journal.trait_names]
        raise errors.UnknownCut(word, [*known, *(context.property_names() if context.property_names else ())])
    codes = found.codes
    return _frequent(context, word, found.values.to_pylist(), lambda _, n: np.asarray(codes[n], np.int64), weights)


def by_segment(word: str, inside: Inside) -> Cut:
    """Who was in a segment with the event, under its key, and who was not."""
    names = (word.removeprefix(SEGMENT).strip(), NONE)
    return Cut(word, names, lambda bucket, number: np.where(inside(bucket, number), 0, 1).astype(np.int64))


def _first_channel(bucket: Bucket, _: int) -> Codes:
    offsets = np.asarray(bucket.offsets, np.int64)
    lengths = offsets[1:] - offsets[:-1]
    firsts = np.asarray(bucket.channel, np.int64)[offsets[:-1][lengths > 0]]
    return np.repeat(firsts, lengths[lengths > 0])


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """One trait of every customer of the journal, bucket by bucket: a code each of `names` (len(names) = left out), how
    many of those who count have it, and how many different values they have.
    """

    names: tuple[str, ...]
    codes: Codes
    known: int
    different: int


def of_customers(context: Context, name: str, among: Weights) -> Traits | None:
    """A trait told apart as `cut` does it, one code per customer; `among` says who decides what is frequent. None where
    nobody of them has it.
    """
    values, whose = _coded(context, name)
    mine = np.concatenate([np.zeros(0, np.int64), *(codes[among(number)] for number, codes in enumerate(whose))])
    mine = mine[mine >= 0]
    if not len(mine):
        return None
    made = _frequent(context, name, values, lambda _, number: whose[number], among)
    buckets = context.machine.journal.buckets
    codes = np.concatenate([made.codes(bucket, number) for number, bucket in enumerate(buckets)])
    return Traits(made.names, codes, len(mine), len(np.unique(mine)))


def _trait(context: Context, name: str) -> tuple[list[str], CodesOf]:
    values, whose = _coded(context, name)
    return values, lambda bucket, number: np.repeat(whose[number], bucket.offsets[1:] - bucket.offsets[:-1])


def _coded(context: Context, name: str) -> tuple[list[str], list[Codes]]:
    """The values of a trait, and by bucket the place of each customer's; −1 = none."""
    buckets = context.machine.journal.buckets
    columns = [_texts(bucket, name) for bucket in buckets]
    merged = pa.chunked_array([column.dictionary_encode() for column in columns]).unify_dictionaries()
    values = merged.chunk(0).dictionary.to_pylist() if merged.num_chunks else []
    whose = [chunk.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64) for chunk in merged.chunks]
    return values, whose


def _texts(bucket: Bucket, name: str) -> Any:
    if name not in bucket.traits.column_names:
        return pa.nulls(len(bucket.offsets) - 1, pa.string())
    column = bucket.traits.column(name).combine_chunks()
    return column.cast(pa.string())


def _frequent(context: Context, key: str, values: Sequence[str], codes: CodesOf, weights: Weights) -> Cut:
    """The most frequent values among the events that count, ties by name; many different numbers fall into quarters."""
    counts = np.zeros(len(values) + 1, np.int64)
    for number, bucket in enumerate(context.machine.journal.buckets):
        counts += np.bincount(codes(bucket, number)[weights(number)] + 1, minlength=len(counts))
    order = sorted(np.flatnonzero(counts[1:]).tolist(), key=lambda code: (-counts[code + 1], values[code]))
    place = np.full(len(values) + 1, -1, np.int64)
    names = _quarters(values, counts, order, place) if len(order) > MOST_GROUPS else []
    if not names:
        shown = order if len(order) <= MOST_GROUPS else order[: MOST_GROUPS - 1]
        names = [values[code] or NONE for code in shown]
        place[np.array(shown, np.int64) + 1] = np.arange(len(shown))
        place[place < 0] = len(names)  # what has no place of its own is among the others
        names += [OTHERS] * (len(order) > len(shown))
    place[0] = len(names)
    names += [NONE] * bool(counts[0])
    return Cut(key, tuple(names), lambda bucket, number: place[codes(bucket, number) + 1])


def _quarters(values: Sequence[str], counts: Codes, order: Sequence[int], place: Codes) -> list[str]:
    """Names of four equal parts of the numbers, their places set; nothing when a value is no number."""
    try:
        numbers = {code: float(values[code]) for code in order}
    except ValueError:
        return []
    ascending = sorted(order, key=lambda code: numbers[code])
    up_to = np.cumsum(counts[np.array(ascending) + 1])
    quarter = np.minimum((up_to - 1) * 4 // up_to[-1], 3)
    parts = [[code for code, q in zip(ascending, quarter.tolist(), strict=True) if q == k] for k in range(4)]
    parts = [part for part in parts if part]
    for k, part in enumerate(parts):
        place[np.array(part) + 1] = k
    return [f"{values[part[0]]} – {values[part[-1]]}" for part in parts]


def periods(context: Context, unit: calendar.Unit, selection: Selection) -> Cut:
    """Days, weeks (from Monday) or months of the workspace's zone."""
    first = max(context.first_at, selection.from_at)
    last = max(min(context.last_at, selection.to_at - 1), first)
    borders = calendar.calendar(unit, context.zone, first, last)[:-1]
    starts, ends = borders[:-1].tolist(), borders[1:].tolist()
    names = tuple(calendar.label(unit, context.zone, start) for start in starts)

    def codes(bucket: Bucket, _: int) -> Codes:
        places = np.searchsorted(borders, bucket.occurred_at, side="right") - 1
        return np.where((places >= 0) & (places < len(names)), places, len(names))

    return Cut(unit, names, codes, tuple(ends))
