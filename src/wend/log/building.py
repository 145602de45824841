"""Building and refreshing the journal: read new files, scatter rows to buckets, merge each touched bucket, swap the
manifest. What is little beside its bucket is written into the bucket's late file only.

A rebuild is a refresh of nothing, so both give the same arrays. Memory: a few pieces of the log, one bucket per
thread, and one name and the traits per customer; rows wait in `spill/` when they are many.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wend.log import packed
from wend.log.canonical import NOT_KEPT, Moved, People, keep_people
from wend.log.census import Census, stored_cells
from wend.log.durable import replace_json, sync_folder
from wend.log.failpoints import reached
from wend.log.hashing import Words
from wend.log.journal import MANIFEST, Bucket, Journal, Kept, Manifest, WordLists, version_of
from wend.log.late import Mixed, base_of, late_rows, named_late, people_changed, placed
from wend.log.lines import Lines
from wend.log.naming import NameBook
from wend.log.pieces import Vocabulary, coded, pieces
from wend.log.postings import postings
from wend.log.rows import Incoming, Rows, Table, blank, customers_of, masked, merge, rewords, scatter
from wend.log.spill import Spill
from wend.log.traits import Names, TraitBook

SMALLEST = 2
EVENTS_PER_BUCKET = 100_000
SHARE = 16
"""A bucket of whose events more than one in so many came late is due to be rewritten, …"""
REWRITES = 8
"""… but a refresh that found n new events rewrites at most so many times n events of buckets that are due, or one."""


@dataclass(frozen=True, slots=True)
class Base:
    """The journal that a refresh starts from, and the links it followed."""

    manifest: Manifest
    journal: Journal
    people: People


@dataclass(frozen=True, slots=True)
class Plan:
    """What to build: which files of the log to read, the lines of all that will be covered, whose customers, into how
    many buckets, from which base.
    """

    folder: Path
    log: Path
    read: Sequence[str]
    lines: Lines
    moved: int
    people: People
    moved_people: Moved | None
    base: Base | None
    buckets: int
    threads: int
    late_from: int
    generation: int
    words: WordLists

    @property
    def version(self) -> str:
        """The version of the journal that comes out."""
        return version_of(self.generation, self.lines.files, self.people.version)


def bucket_count(events: int, most: int) -> int:
    """How many buckets suit so many events: a power of two."""
    wanted = max(SMALLEST, -(-events // EVENTS_PER_BUCKET))
    return min(1 << (wanted - 1).bit_length(), most)


@dataclass(slots=True)
class _Moving:
    """Identifiers that changed customer since the base, and which rows of which bucket leave because of it."""

    subjects: Words = field(default_factory=lambda: np.empty(0, np.uint64))
    stays: dict[int, NDArray[np.bool_]] = field(default_factory=dict)
    cells: set[int] = field(default_factory=set)


def build(plan: Plan) -> Manifest:
    """Bring the journal on disk to what the plan says; the manifest swap is the last step."""
    plan.folder.mkdir(parents=True, exist_ok=True)
    vocabulary = Vocabulary(Names(plan.words.events), Names(plan.words.channels))
    names, traits = NameBook(plan.people), TraitBook(Names(plan.words.traits))
    spill = Spill(plan.folder / "spill", plan.buckets)
    try:
        with ThreadPoolExecutor(plan.threads) as aside:
            _read(plan, vocabulary, names, traits, spill, aside)
        moving = _moving(plan, names, traits, spill)
        kept = _write(plan, Census(names, traits, plan.people.mapping, plan.buckets), spill, moving)
    finally:
        spill.close()
    words = WordLists(*(tuple(each.words) for each in (vocabulary.events, vocabulary.channels, traits.traits)))
    links = plan.people.change
    before = plan.base.manifest.kept_people if plan.base and plan.base.manifest.links == links else NOT_KEPT
    file = keep_people(plan.folder, plan.people, before)
    manifest = Manifest(
        plan.generation,
        plan.lines,
        plan.moved,
        links,
        *words,
        buckets=tuple(kept),
        version=plan.version,
        people=(file.bytes, file.header),
    )
    sync_folder(plan.folder)
    reached("before_journal_swap")
    replace_json(plan.folder / MANIFEST, manifest.document())
    reached("after_journal_swap")
    return manifest


def _read(
    plan: Plan, vocabulary: Vocabulary, names: NameBook, traits: TraitBook, spill: Spill, aside: ThreadPoolExecutor
) -> None:
    """Read all files; rows are sent to their buckets by threads aside, while the next ones are coded."""
    spilling: deque[Future[None]] = deque()
    files = {plan.log / name: plan.lines.first_of(name) for name in plan.read}
    for piece in pieces(files, plan.people.mapping, plan.threads):
        known = coded(piece, vocabulary)
        rows = known.incoming
        names.meet(rows.key, rows.subject, known.subjects)
        if known.documents is not None:
            at = known.identified
            traits.add(
                rows.subject[at], [rows.occurred_at[at], rows.received_at[at], rows.event_id[at]], known.documents
            )
        if len(spilling) == plan.threads:
            spilling.popleft().result()
        spilling.append(aside.submit(_spill, spill, rows, plan.buckets))
    for spilt in spilling:
        spilt.result()


def _spill(spill: Spill, rows: Incoming, buckets: int) -> None:
    spill.add(*scatter(rows, buckets))


def _moving(plan: Plan, names: NameBook, traits: TraitBook, spill: Spill) -> _Moving:
    """Let rows and traits of identifiers that now belong to somebody else leave their bucket for their new one."""
    moving = _Moving()
    if plan.base is None or plan.moved_people is None:
        return moving
    names.know(plan.moved_people.name_keys, plan.moved_people.names)
    moving.subjects = plan.moved_people.subjects
    for number, bucket in enumerate(plan.base.journal.buckets):
        rows = rows_of(bucket)
        leaves = np.isin(rows.subject, moving.subjects)
        if leaves.any():
            moving.stays[number] = ~leaves
            gone = masked(rows, leaves)
            _spread(spill, rewords(gone, plan.people.mapping.apply(gone.subject)), plan.buckets)
        cells, values = stored_cells(bucket)
        if traits.adopt(cells, np.isin(cells.subject, moving.subjects), values):
            moving.cells.add(number)
    return moving


def _spread(spill: Spill, words: Table, buckets: int) -> None:
    number = ((words[:, 0] >> np.uint64(32)) * np.uint64(buckets)) >> np.uint64(32)
    order = np.argsort(number, kind="stable")
    spill.add(words[order], np.searchsorted(number[order], np.arange(buckets + 1, dtype=np.uint64)))


def _write(plan: Plan, census: Census, spill: Spill, moving: _Moving) -> list[Kept]:
    whole = _whole(plan, spill, moving)

    def one(number: int) -> Kept:
        old = None if plan.base is None else plan.base.journal.buckets[number]
        left = number in moving.stays or number in moving.cells
        touched = left or spill.rows[number] or len(census.fresh(number).subject)
        if plan.base is not None and old is not None:
            kept = plan.base.manifest.buckets[number]
            if not touched:
                return kept
            if number not in whole:
                rows = merge(late_rows(old.arrays), spill.take(number))
                return _put_late(plan, number, kept, old, rows, census)
        rows = rows_of(old)
        if number in moving.stays:
            rows = masked(rows, moving.stays[number])
        merged = merge(rows, spill.take(number))
        keys, offsets = customers_of(merged.key)
        people = census.arrays(number, keys, old, moving.subjects)
        columns = {**_columns(merged), **postings(merged.event, merged.occurred_at)}
        return _put(plan, number, {"offsets": offsets, "keys": keys, **columns, **people})

    with ThreadPoolExecutor(plan.threads) as pool:
        return list(pool.map(one, range(plan.buckets)))


def _whole(plan: Plan, spill: Spill, moving: _Moving) -> set[int]:
    """Buckets that are written whole if at all: small ones, those that somebody leaves, and some that are due."""
    if plan.base is None:
        return set(range(plan.buckets))
    kept = plan.base.manifest.buckets
    size = {number: each.events + spill.rows[number] for number, each in enumerate(kept)}
    late = {number: each.late_events + spill.rows[number] for number, each in enumerate(kept)}
    whole = {number for number in size if size[number] <= plan.late_from or not kept[number].events}
    whole |= {*moving.stays, *moving.cells}
    room = REWRITES * sum(spill.rows)
    due = [number for number in size if spill.rows[number] and late[number] * SHARE > size[number]]
    for place, number in enumerate(sorted(due, key=lambda number: late[number] / size[number], reverse=True)):
        room -= size[number]
        if place and room < 0:
            break
        whole.add(number)
    return whole


def _put(plan: Plan, number: int, arrays: dict[str, NDArray[np.generic]]) -> Kept:
    name = f"{number:04d}-{plan.generation}.bucket"
    written = packed.write(plan.folder / name, arrays)
    reached("after_bucket_write")
    times = arrays["occurred_at"]
    first, last = (int(times.min()), int(times.max())) if len(times) else (0, 0)
    return Kept(name, written.bytes, written.header, len(times), len(arrays["keys"]), first, last, plan.version)


def _put_late(plan: Plan, number: int, kept: Kept, old: Bucket, rows: Rows, census: Census) -> Kept:
    """Write all late rows of a bucket beside its file, and what is new about people."""
    base = base_of(old.arrays)
    arrays = placed(base, rows)
    if len(census.fresh(number).subject) or people_changed(old.arrays, arrays["newcomers"]):
        arrays |= census.arrays(number, Mixed(base, arrays)["keys"], old, np.empty(0, np.uint64))
    else:
        arrays["names"] = census.names_of(arrays["newcomers"], *named_late(old.arrays))
    name = f"{number:04d}-{plan.generation}.late"
    written = packed.write(plan.folder / name, arrays)
    reached("after_bucket_write")
    at = rows.occurred_at
    return replace(
        kept,
        events=len(base["event"]) + len(at),
        customers=len(base["keys"]) + len(arrays["newcomers"]),
        first_at=int(at.min(initial=kept.first_at)),
        last_at=int(at.max(initial=kept.last_at)),
        born=plan.version,
        late=name,
        late_bytes=written.bytes,
        late_header=written.header,
        late_events=len(at),
    )


def _columns(rows: Rows) -> dict[str, NDArray[np.generic]]:
    return {name: column for name, column in rows._asdict().items() if name != "key"}


def rows_of(bucket: Bucket | None) -> Rows:
    """A bucket's columns with each row's customer key beside it."""
    if bucket is None:
        return blank(0)
    key = np.repeat(bucket.keys, np.diff(bucket.offsets))
    return Rows(key, *(bucket.arrays[name] for name in Rows._fields[1:]))
