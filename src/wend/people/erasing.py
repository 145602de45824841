"""Who asked to be forgotten. We keep a keyed hash of each of their identifiers and nothing else, and ask it whenever
something comes in, so that late events, repeated files and replays bring nobody back.

The key lies beside the log, outside the database: whoever has only a copy of the database cannot try all telephone
numbers against the hashes.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from wend.domain.event import IdentifierKind
from wend.identity.normalise import normalised
from wend.kit.errors import Broken
from wend.kit.ids import Ids
from wend.people.traces import named_values
from wend.store.facade import Reading, Work, erased

KEY_FILE = "erasing.key"
LOCK = "erasing"
MARK_BYTES = 16
_LONGEST_VALUE = 4_000
_SHORTEST_NUMBER = 5
"""Shorter texts are numbers of anything; they are asked about only where a column says whose they are."""
_WORDS = re.compile(r"[\s,;:<>()\[\]\"'|]+")
_DIGITS = re.compile(r"\+?\d[\d .\-()]{7,18}\d")


class KeyLost(Broken):
    """There are marks of erased people, and the key they were made with is gone."""

    code = "privacy.key_lost"


@dataclass(frozen=True, slots=True)
class Marker:
    """Makes the marks of one workspace."""

    key: bytes

    def mark(self, identifier: str) -> bytes:
        """The keyed hash of an identifier; the same each time, and no use without the key."""
        return hashlib.blake2b(identifier.encode(), key=self.key, digest_size=MARK_BYTES, person=b"erased").digest()

    def name(self, identifier: str) -> str:
        """How to speak of a person in records that outlive them, such as the audit log."""
        made = hashlib.blake2b(identifier.encode(), key=self.key, digest_size=MARK_BYTES, person=b"named")
        return f"person:{made.hexdigest()}"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Everybody who was erased, loaded once: for whoever asks about many identifiers."""

    marker: Marker
    marks: frozenset[bytes]

    def among(self, identifiers: Iterable[str]) -> set[str]:
        """Those of the identifiers that were erased."""
        return {each for each in identifiers if self.marker.mark(each) in self.marks}

    def speaks_of(self, values: Iterable[object]) -> bool:
        """Whether a row whose columns nobody has understood yet holds an erased identifier in any spelling."""
        return bool(self.among(_readings(values)))

    def is_named_in(self, document: str) -> bool:
        """The same for a JSON document, such as a message that could not be used."""
        return self.speaks_of(value for _, value in named_values(document))


def is_erased(reading: Reading, identifiers: Collection[str]) -> set[str]:
    """Those of the written identifiers (`kind:value`) that were erased; costs one look where nobody ever was.

    In a transaction that writes, what it answers stays true until the transaction ends.
    """
    if isinstance(reading, Work):
        reading.lock(LOCK, shared=True)
    if not identifiers or not erased.is_any(reading):
        return set()
    marker = marker_of(reading)
    marks = {marker.mark(each): each for each in identifiers}
    return {marks[mark] for mark in erased.among(reading, marks)}


def forgotten(reading: Reading) -> Forgotten | None:
    """Everybody who was erased, or None when nobody was."""
    return Forgotten(marker_of(reading), erased.every(reading)) if erased.is_any(reading) else None


def forget(work: Work, identifiers: Iterable[str], ids: Ids) -> int:
    """Mark identifiers as erased: from the commit on nothing under them is taken. Returns how many are new."""
    work.lock(LOCK)
    marker = ensured(work, ids)
    return erased.add(work, sorted({marker.mark(each) for each in identifiers}))


def remember(work: Work, identifiers: Iterable[str]) -> int:
    """Take the marks away: the person came back of their own will. What was erased stays erased."""
    work.lock(LOCK)
    marker = marker_of(work)
    return erased.remove(work, [marker.mark(each) for each in identifiers]) if erased.is_any(work) else 0


def take_over(work: Work, marks: Iterable[bytes]) -> int:
    """Put down marks that were kept beside a backup; made with the same key. Returns how many are new."""
    work.lock(LOCK)
    return erased.add(work, sorted(set(marks)))


def marker_of(reading: Reading) -> Marker:
    """The workspace's marker. Raises KeyLost."""
    file = reading.folder / KEY_FILE
    try:
        return Marker(bytes.fromhex(file.read_text(encoding="ascii").strip()))
    except (OSError, ValueError) as gone:
        raise KeyLost(path=str(file)) from gone


def ensured(reading: Reading, ids: Ids) -> Marker:
    """The workspace's marker, made on first use; raises KeyLost when marks of a lost key are there."""
    file = reading.folder / KEY_FILE
    if not file.exists():
        if erased.is_any(reading):
            raise KeyLost(path=str(file))
        _make(file, hashlib.sha256(ids.secret().encode()).hexdigest())
    return marker_of(reading)


def _make(file: Path, key: str) -> None:
    """Write the key for our eyes only, whole or not at all; when two processes make one, the first stays."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as written:
        written.write(key)
        written.flush()
        os.fsync(written.fileno())
    try:
        os.link(fresh, file)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()


def _readings(values: Iterable[object]) -> Iterator[str]:
    """All identifiers that a value could be: itself, an address or a number among its words."""
    for value in values:
        written = "" if value is None else str(value).strip()[:_LONGEST_VALUE]
        if len(written) >= _SHORTEST_NUMBER:
            yield from _as("customer", written)
            yield from _as("device", written)
        for word in _WORDS.split(written):
            if "@" in word:
                yield from _as("email", word)
        for digits in _DIGITS.findall(written):
            yield from _as("phone", digits)


def _as(kind: IdentifierKind, written: str) -> Iterator[str]:
    value = normalised(kind, written)
    if value is not None:
        yield f"{kind}:{value}"


def is_about(gone: Collection[str], subject: str, others: Iterable[str]) -> bool:
    """Whether an event is about somebody who was erased: it came under one of their identifiers, or names one that only
    they can have. A device may be somebody else's by now: then only the device is left out.
    """
    return subject in gone or any(each in gone and not each.startswith("device:") for each in others)
