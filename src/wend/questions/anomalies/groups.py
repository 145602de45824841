"""Ways to divide events: by channel, by a trait of the customer, by a property of the event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wend.engines.divided import Groups
from wend.log.facade import EventKind
from wend.questions import errors
from wend.questions.context import Context

FEWEST_VALUES, MOST_VALUES = 2, 40
MOST_CHOSEN = 5
"""Divisions that are looked at when none is named."""
FEW_EVENTS = 20_000_000
"""Up to this many events properties are among them; reading one of more is left to who names it."""
COMMON, MOST_DIVIDING = 50, 8
"""Properties that at least half of some kind of event carries suggest themselves, at most eight of them."""
ABOUT_FEELINGS = frozenset({"comment", "score", "scale"})
UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Division:
    """`codes(bucket number)` gives the place in `values` of every event, −1 where it has none. `values` are the most
    frequent of `known` different ones.
    """

    name: str
    values: tuple[str, ...]
    codes: Groups
    known: int


@dataclass(frozen=True, slots=True)
class Groupings:
    """Channels × the values of one division; group = channel · (values + 1) + value, the last value being "none of
    them".
    """

    channels: tuple[str, ...]
    division: Division | None
    groups: Groups

    @property
    def values(self) -> tuple[str, ...]:
        """Values of the division."""
        return self.division.values if self.division else ()

    @property
    def shape(self) -> tuple[int, int]:
        """How many channels and values, "none of them" among these."""
        return len(self.channels), len(self.values) + 1

    def name(self, channel: int | None, value: int | None) -> str:
        """`channel = app, platform = android`; empty for everybody."""
        parts = [] if channel is None else [f"channel = {self.channels[channel]}"]
        if value is not None and self.division is not None:
            parts.append(f"{self.division.name} = {self.values[value]}")
        return ", ".join(parts)


def dividing(kinds: Iterable[EventKind]) -> list[str]:
    """Names of properties that many events carry and whose examples could name groups: several, and no numbers."""
    weight: dict[str, int] = {}
    for kind in kinds:
        for seen in kind.properties:
            words = len(set(seen.examples)) > 1 and not any(_is_number(example) for example in seen.examples)
            if words and seen.share >= COMMON and seen.name not in ABOUT_FEELINGS:
                weight[seen.name] = weight.get(seen.name, 0) + kind.events
    return sorted(weight, key=lambda name: (-weight[name], name))[:MOST_DIVIDING]


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).replace("-", "", 1).isdigit()


def divisions(context: Context, names: Sequence[str]) -> Iterator[Division]:
    """The named divisions, or those that suggest themselves."""
    if names:
        yield from (_named(context, name) for name in names)
        return
    traits = context.machine.journal.trait_names
    wanted = context.dividing() if context.dividing and context.machine.journal.events <= FEW_EVENTS else ()
    found = [_trait(context, name) for name in traits]
    found += [_property(context, name) for name in wanted if name not in traits]
    fitting = [each for each in found if FEWEST_VALUES <= each.known <= MOST_VALUES]
    yield from sorted(fitting, key=lambda each: (each.known, each.name))[:MOST_CHOSEN]


def _named(context: Context, name: str) -> Division:
    if name in context.machine.journal.trait_names:
        return _trait(context, name)
    found = _property(context, name)
    if not found.values:
        known = [*context.machine.journal.trait_names, *(context.dividing() if context.dividing else ())]
        raise errors.UnknownTrait(name, known)
    return found


def _trait(context: Context, name: str) -> Division:
    buckets = context.machine.journal.buckets
    columns = [bucket.traits.column(name).combine_chunks().cast(pa.string()) for bucket in buckets]
    counts = pc.value_counts(pa.chunked_array(columns, pa.string()).drop_null()).to_pylist()
    order = sorted(counts, key=lambda each: (-each["counts"], each["values"]))
    values = tuple(each["values"] for each in order[:MOST_VALUES])
    found = [_places(column, values) for column in columns]
    return Division(name, values, lambda number: np.repeat(found[number], np.diff(buckets[number].offsets)), len(order))


def _property(context: Context, name: str) -> Division:
    if context.property_of is None:
        return Division(name, (), lambda _: np.zeros(0, np.int64), 0)
    found = context.property_of(name)
    counts = np.zeros(len(found.values), np.int64)
    for codes in found.codes:
        counts += np.bincount(codes[codes >= 0], minlength=len(counts))
    kept = np.argsort(-counts, kind="stable")[:MOST_VALUES]
    place = np.full(len(counts) + 1, UNKNOWN, np.int64)  # one more for "has none", which is code −1
    place[kept] = np.arange(len(kept))
    values = tuple(str(found.values[int(code)]) for code in kept)
    return Division(name, values, lambda number: place[found.codes[number]], len(counts))


def _places(column: pa.Array, values: Sequence[str]) -> NDArray[np.int64]:
    found = pc.fill_null(pc.index_in(column, value_set=pa.array(values, pa.string())), UNKNOWN)
    return np.asarray(found.to_numpy(zero_copy_only=False), np.int64)


def groupings(context: Context, division: Division | None, most: int) -> Groupings:
    """At most `most` groups: rare values are given up first, then the channels."""
    journal = context.machine.journal
    channels = journal.words.channels or ("",)
    values = division.values if division else ()
    if len(channels) * (len(values) + 1) > most:
        channels = ("",)
    kept = values[: max(0, most // len(channels) - 1)]
    division = replace(division, values=kept) if division else None

    def groups(number: int) -> NDArray[np.int64]:
        bucket = journal.buckets[number]
        channel = np.minimum(np.asarray(bucket.channel, np.int64), len(channels) - 1)
        value = division.codes(number) if division else np.zeros(len(channel), np.int64)
        return channel * (len(kept) + 1) + np.where((value < 0) | (value >= len(kept)), len(kept), value)

    return Groupings(tuple(channels), division, groups)
