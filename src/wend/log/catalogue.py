"""What happens in this log: each event name with its numbers and properties. Kept beside the journal, per version."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from wend.domain.event import NO_RATING
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


def catalogued(file: Path, journal: Journal, sample: Sampler) -> Catalogue:
    """The catalogue of a journal, from its file or counted anew."""
    kept = read_json(file)
    if kept is not None and kept.get("version") == journal.version and kept.get("format") == FORMAT:
        return _of_document(kept)
    made = Catalogue(journal.version, _kinds(journal, sample(SAMPLE)))
    file.parent.mkdir(parents=True, exist_ok=True)
    replace_json(file, {"format": FORMAT, **asdict(made)})
    return made


def _kinds(journal: Journal, documents: Mapping[str, Sequence[str]]) -> tuple[EventKind, ...]:
    names, channels = journal.words
    numbers = _Numbers.none(len(names), len(channels))
    for bucket in journal.buckets:
        numbers.add(bucket)
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


@dataclass(slots=True)
class _Numbers:
    """Counts per event code (and channel code), summed over buckets."""

    events: np.ndarray[Any, Any]
    customers: np.ndarray[Any, Any]
    rated: np.ndarray[Any, Any]
    first_at: np.ndarray[Any, Any]
    last_at: np.ndarray[Any, Any]

    @classmethod
    def none(cls, names: int, channels: int) -> _Numbers:
        zero = np.zeros(names, np.int64)
        first, last = np.full(names, _EARLIEST, np.int64), np.full(names, _LATEST, np.int64)
        return cls(np.zeros((names, channels), np.int64), zero, zero.copy(), first, last)

    def add(self, bucket: Bucket) -> None:
        names, channels = self.events.shape
        pairs = bucket.event.astype(np.int64) * channels + bucket.channel
        self.events += np.bincount(pairs, minlength=names * channels).reshape(names, channels)
        self.rated += np.bincount(bucket.event[bucket.rating != NO_RATING], minlength=names)
        order = np.argsort(bucket.event, kind="stable")  # sixteen-bit codes: a radix sort
        event = bucket.event[order]
        starts = np.flatnonzero(np.diff(event, prepend=-1)) if len(event) else np.empty(0, np.int64)
        codes, times = event[starts], bucket.occurred_at[order]
        if len(starts):
            self.first_at[codes] = np.minimum(self.first_at[codes], np.minimum.reduceat(times, starts))
            self.last_at[codes] = np.maximum(self.last_at[codes], np.maximum.reduceat(times, starts))
        # Within one event name rows still go by customer, so a customer is new where the one before differs.
        who = np.repeat(np.arange(len(bucket.keys)), np.diff(bucket.offsets))[order]
        new = np.ones(len(who), np.bool_)
        new[1:] = (who[1:] != who[:-1]) | (event[1:] != event[:-1])
        self.customers += np.bincount(event[new], minlength=names)


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
