"""The journal: every customer's events in order, in narrow columns mapped from disk. Disposable; built by `building`.

One file per bucket of customers and `manifest.json`, whose swap is the only moment at which a new journal becomes the
journal. A bucket's file never changes; a refresh writes new files for the buckets it touches: the whole bucket, or what
came late to it (`late`), which readers find mixed in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.log import packed, postings
from wend.log.blobs import table_of, texts_of
from wend.log.durable import read_json
from wend.log.hashing import Words as Keys, text_key, text_keys
from wend.log.late import Mixed
from wend.log.lines import Lines, Span
from wend.log.postings import Posted

FORMAT = 5
MANIFEST = "manifest.json"
_HALF = np.uint64(32)


class Words(NamedTuple):
    """Event names and channels; their places are the codes in the columns. Names that events are `about` are among
    them."""

    events: tuple[str, ...]
    channels: tuple[str, ...]


@dataclass(frozen=True)
class Bucket:
    """One bucket's customers, in the order of their keys, and their events. All arrays are read-only.

    Customer i's events are rows offsets[i]:offsets[i+1], sorted by (occurred_at, received_at, event_id). Times are
    whole epoch
    seconds, ratings hundredths (NO_RATING = none), `about` an event code (65535 = none), `amount` minor units (0 =
    none). `version` is that of the journal which wrote it: what was answered about this bucket then stays true while it
    lasts.
    """

    arrays: Mapping[str, NDArray[Any]]
    trait_names: tuple[str, ...]
    version: str
    file: str = ""
    """Its own file, which tells its own rows from those that came late."""

    @property
    def offsets(self) -> NDArray[np.int64]:
        return self.arrays["offsets"]

    @property
    def event(self) -> NDArray[np.uint16]:
        return self.arrays["event"]

    @property
    def channel(self) -> NDArray[np.uint8]:
        return self.arrays["channel"]

    @property
    def occurred_at(self) -> NDArray[np.int64]:
        return self.arrays["occurred_at"]

    @property
    def rating(self) -> NDArray[np.int16]:
        return self.arrays["rating"]

    @property
    def expectation(self) -> NDArray[np.int16]:
        return self.arrays["expectation"]

    @property
    def about(self) -> NDArray[np.uint16]:
        return self.arrays["about"]

    @property
    def amount(self) -> NDArray[np.int64]:
        return self.arrays["amount"]

    @property
    def event_id(self) -> NDArray[np.int64]:
        return self.arrays["event_id"]

    @property
    def keys(self) -> Keys:
        """64-bit keys of the customers, ascending."""
        return self.arrays["keys"]

    @property
    def events(self) -> int:
        """How many events."""
        return len(self.event)

    @property
    def is_mixed(self) -> bool:
        """Whether rows came late: columns are then made whenever they are asked for, and had better be asked for in
        parts.
        """
        return isinstance(self.arrays, Mixed)

    def part(self, name: str, first: int, room: NDArray[Any]) -> NDArray[Any]:
        """The rows of a column from `first` on, as many as `room` has room for, of a bucket that is mixed."""
        if isinstance(self.arrays, Mixed):
            return self.arrays.part(name, first, room)
        return self.arrays[name][first : first + len(room)]

    def posted(self, codes: NDArray[np.int64]) -> Posted | None:
        """The lists of these codes, perhaps of others too; None where the bucket has none."""
        return self.arrays.posted(codes) if isinstance(self.arrays, Mixed) else self._posted

    @cached_property
    def _posted(self) -> Posted | None:
        return postings.posted(self.arrays)

    @cached_property
    def _people(self) -> pa.Table:
        return table_of(self.arrays["people"])

    @property
    def customers(self) -> pa.StringArray:
        """Canonical identifiers (`kind:value`) of the customers."""
        return texts_of(self._people.column("customer"))

    @cached_property
    def traits(self) -> pa.Table:
        """One row per customer, one text column per trait of the whole journal; null where a customer has none."""
        rows = len(self.keys)
        found = {name[1:]: self._people.column(name) for name in self._people.column_names if name != "customer"}
        columns = [found.get(name, pa.nulls(rows, pa.string())) for name in self.trait_names]
        return pa.table(columns, names=list(self.trait_names))

    @cached_property
    def waiting(self) -> pa.StringArray:
        """Customers of whom only traits are known so far; they have no journey."""
        return texts_of(table_of(self.arrays["waiting"]).column("customer"))


@dataclass(frozen=True, slots=True)
class Journal:
    """All buckets and what their codes mean. `version` changes whenever any answer could; the journal covers the inbox
    up to number `moved`.
    """

    version: str
    buckets: tuple[Bucket, ...]
    words: Words
    events: int
    customers: int
    first_at: int
    last_at: int
    trait_names: tuple[str, ...]
    moved: int
    lines: Lines

    @property
    def bucket_versions(self) -> tuple[str, ...]:
        """The version of every bucket; a refresh changes those of the buckets it touches."""
        return tuple(bucket.version for bucket in self.buckets)

    def find(self, customer: str) -> tuple[int, int] | None:
        """Bucket and place of a canonical customer, or None."""
        if not self.buckets:
            return None
        key = text_key(customer)
        number = ((key >> 32) * len(self.buckets)) >> 32
        keys = self.buckets[number].keys
        place = int(np.searchsorted(keys, np.uint64(key)))
        return (number, place) if place < len(keys) and int(keys[place]) == key else None

    def holds(self, customers: Sequence[str]) -> NDArray[np.bool_]:
        """Of each of these canonical customers whether `find` would find them; many are asked at once for the price of
        a few.
        """
        keys = text_keys(pa.array(customers, pa.string()))
        held, numbers = np.zeros(len(keys), np.bool_), ((keys >> _HALF) * np.uint64(len(self.buckets))) >> _HALF
        for number, bucket in enumerate(self.buckets):
            [here] = np.nonzero(numbers == number)
            if len(here) and len(bucket.keys):
                places = np.searchsorted(bucket.keys, keys[here])
                held[here] = bucket.keys[np.minimum(places, len(bucket.keys) - 1)] == keys[here]
        return held


class WordLists(NamedTuple):
    """Names with codes: events, channels, traits. They only ever grow, so that codes stay true from journal to
    journal."""

    events: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What the manifest says of one bucket: its file, and its late file if it has one (`late_events` of its events are
    there). `born` is the version of the journal that wrote it.
    """

    file: str
    bytes: int
    header: int
    events: int
    customers: int
    first_at: int
    last_at: int
    born: str
    late: str = ""
    late_bytes: int = 0
    late_header: int = 0
    late_events: int = 0

    @property
    def files(self) -> tuple[str, ...]:
        """Names of its files."""
        return (self.file, self.late) if self.late else (self.file,)

    def arrays(self, folder: Path) -> Mapping[str, NDArray[Any]]:
        """Map the bucket's arrays; raises packed.Damaged."""
        base = packed.read(folder / self.file, packed.Written(self.bytes, self.header))
        if not self.late:
            return base
        return Mixed(base, packed.read(folder / self.late, packed.Written(self.late_bytes, self.late_header)))


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the journal on disk holds: the lines of the log it covers, whose links it followed, buckets and words."""

    generation: int
    lines: Lines
    moved: int
    links: int
    events: tuple[str, ...]
    channels: tuple[str, ...]
    traits: tuple[str, ...]
    buckets: tuple[Kept, ...]
    version: str
    people: tuple[int, int] = (0, 0)

    @property
    def kept_people(self) -> packed.Written:
        """What tells the file of the people it follows from a damaged one."""
        return packed.Written(*self.people)

    def document(self) -> dict[str, object]:
        """As JSON."""
        return {"format": FORMAT, **asdict(self)}

    @property
    def words(self) -> WordLists:
        """The word lists."""
        return WordLists(self.events, self.channels, self.traits)


def version_of(generation: int, files: tuple[str, ...], links: str) -> str:
    """A journal's version: told apart from every other one that this folder had or could have."""
    return f"{generation}-{text_key(repr((files, links))):016x}"


def manifest_of(folder: Path) -> Manifest | None:
    """The manifest on disk, or None when there is none that this version can use."""
    document = read_json(folder / MANIFEST)
    if document is None or document.pop("format", None) != FORMAT:
        return None
    try:
        kept: Any = document.pop("buckets")
        lines: Any = document.pop("lines")
        spans = {name: tuple(Span(*each) for each in spans) for name, spans in lines["spans"].items()}
        texts: Any = {name: tuple(v) if isinstance(v, list) else v for name, v in document.items()}
        return Manifest(lines=Lines(lines["begun"], spans), buckets=tuple(Kept(**each) for each in kept), **texts)
    except (KeyError, TypeError):
        return None


def opened(folder: Path, manifest: Manifest) -> Journal:
    """Map the journal that a manifest describes; raises packed.Damaged when a file is not what was written."""
    buckets = tuple(Bucket(kept.arrays(folder), manifest.traits, kept.born, kept.file) for kept in manifest.buckets)
    filled = [kept for kept in manifest.buckets if kept.events]
    return Journal(
        version=manifest.version,
        buckets=buckets,
        words=Words(manifest.events, manifest.channels),
        events=sum(kept.events for kept in filled),
        customers=sum(kept.customers for kept in filled),
        first_at=min((kept.first_at for kept in filled), default=0),
        last_at=max((kept.last_at for kept in filled), default=0),
        trait_names=manifest.traits,
        moved=manifest.moved,
        lines=manifest.lines,
    )
