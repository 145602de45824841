"""What happens in this log: each event name with its numbers and properties. Kept beside the journal, per version."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import reduce
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.domain.event import NO_RATING
from wend.log.compiled import kernel
from wend.log.durable import read_json, replace_json
from wend.log.journal import Bucket, Journal

SAMPLE = 100
EXAMPLES = 5
FORMAT = 1
_LATEST, _EARLIEST = -(2**62), 2**62


@dataclass(frozen=True, slots=True)
class PropertySeen:
    """A property some events carry; `share` of the looked-at events have it, in percent."""

    name: str
    share: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventKind:
    """One event name.

    Times are epoch seconds; `channels` are (name, events), most first; `rated` events carry a rating.
    """

    name: str
    events: int
    customers: int
    first_at: int
    last_at: int
    rated: int
    channels: tuple[tuple[str, int], ...]
    properties: tuple[PropertySeen, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All event names, most frequent first, of one journal version."""

    version: str
    kinds: tuple[EventKind, ...]

    def kind(self, name: str) -> EventKind | None:
        """What is known of one event name."""
        return next((kind for kind in self.kinds if kind.name == name), None)


Sampler = Callable[[int], Mapping[str, Sequence[str]]]


def catalogued(file: Path, journal: Journal, sample: Sampler, threads: int) -> Catalogue:
    """The catalogue of a journal, from its file or counted anew."""
    kept = read_json(file)
    if kept is not None and kept.get("version") == journal.version and kept.get("format") == FORMAT:
        return _of_document(kept)
    made = Catalogue(journal.version, _kinds(journal, sample(SAMPLE), threads))
    file.parent.mkdir(parents=True, exist_ok=True)
    replace_json(file, {"format": FORMAT, **asdict(made)})
    return made


def _kinds(journal: Journal, documents: Mapping[str, Sequence[str]], threads: int) -> tuple[EventKind, ...]:
    names, channels = journal.words
    with ThreadPoolExecutor(threads) as pool:
        found = pool.map(lambda bucket: _counted(bucket, len(names), len(channels)), journal.buckets)
        numbers = reduce(_Numbers.added, found, _Numbers.none(len(names), len(channels)))
    kinds = [
        EventKind(
            name=name,
            events=int(numbers.events[code].sum()),
            customers=int(numbers.customers[code]),
            first_at=int(numbers.first_at[code]),
            last_at=int(numbers.last_at[code]),
            rated=int(numbers.rated[code]),
            channels=_ranked(channels, numbers.events[code]),
            properties=_properties(documents.get(name, ())),
        )
        for code, name in enumerate(names)
        if numbers.events[code].any()
    ]
    return tuple(sorted(kinds, key=lambda kind: (-kind.events, kind.name)))


def _ranked(channels: Sequence[str], counts: np.ndarray[Any, Any]) -> tuple[tuple[str, int], ...]:
    found = [(name, int(count)) for name, count in zip(channels, counts, strict=True) if count]
    return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))


class _Numbers(NamedTuple):
    """Counts per event code (and channel code), summed over buckets."""

    events: NDArray[np.int64]
    customers: NDArray[np.int64]
    rated: NDArray[np.int64]
    first_at: NDArray[np.int64]
    last_at: NDArray[np.int64]

    @classmethod
    def none(cls, names: int, channels: int) -> _Numbers:
        events, customers, rated = (np.zeros(n, np.int64) for n in ((names, channels), names, names))
        return cls(events, customers, rated, np.full(names, _EARLIEST, np.int64), np.full(names, _LATEST, np.int64))

    def added(self, more: _Numbers) -> _Numbers:
        """Of both."""
        return _Numbers(
            self.events + more.events,
            self.customers + more.customers,
            self.rated + more.rated,
            np.minimum(self.first_at, more.first_at),
            np.maximum(self.last_at, more.last_at),
        )


def _counted(bucket: Bucket, names: int, channels: int) -> _Numbers:
    numbers, seen = _Numbers.none(names, channels), np.full(names, -1, np.int64)
    _count(bucket.offsets, bucket.event, bucket.channel, bucket.rating, bucket.occurred_at, seen, numbers)
    return numbers


@kernel
def _count(
    offsets: NDArray[np.int64],
    event: NDArray[np.uint16],
    channel: NDArray[np.uint8],
    rating: NDArray[np.int16],
    occurred_at: NDArray[np.int64],
    seen: NDArray[np.int64],
    numbers: _Numbers,
) -> None:
    """`seen[code]`: the last customer who did it."""
    for customer in range(len(offsets) - 1):
        for i in range(offsets[customer], offsets[customer + 1]):
            code, at = event[i], occurred_at[i]
            numbers.events[code, channel[i]] += 1
            numbers.rated[code] += rating[i] != NO_RATING
            numbers.first_at[code] = min(numbers.first_at[code], at)
            numbers.last_at[code] = max(numbers.last_at[code], at)
            if seen[code] != customer:
                seen[code] = customer
                numbers.customers[code] += 1


def _properties(documents: Sequence[str]) -> tuple[PropertySeen, ...]:
    seen: dict[str, list[str]] = {}
    for document in documents:
        for name, value in json.loads(document).items():
            if value is not None and value != "" and not name.startswith("$"):  # those are Wend's own notes
                seen.setdefault(name, []).append(value if isinstance(value, str) else json.dumps(value))
    return tuple(
        PropertySeen(name, round(100 * len(values) / len(documents)), tuple(dict.fromkeys(values))[:EXAMPLES])
        for name, values in seen.items()
    )


def _of_document(document: Mapping[str, Any]) -> Catalogue:
    kinds = tuple(
        EventKind(
            **{
                **kind,
                "channels": tuple((name, count) for name, count in kind["channels"]),
                "properties": tuple(
                    PropertySeen(each["name"], each["share"], tuple(each["examples"])) for each in kind["properties"]
                ),
            }
        )
        for kind in document["kinds"]
    )
    return Catalogue(document["version"], kinds)
