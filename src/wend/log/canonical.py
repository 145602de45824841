"""Who is who, as keys that the journal can walk: sorted arrays of those who are somebody else's, kept beside the
journal and brought up to date by reading only what has changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

import numpy as np
import pyarrow as pa

from wend.log import packed
from wend.log.blobs import blob, table_of
from wend.log.hashing import Words, text_keys
from wend.log.keyed import KeyMap
from wend.log.packed import Damaged, Written
from wend.people import facade as people
from wend.store.facade import Reading, Store

NOT_KEPT = Written(0, 0)
_NO_KEYS = np.empty(0, np.uint64)
_NO_TEXTS = pa.array([], pa.string())


@dataclass(frozen=True)
class People:
    """Identifiers that are another's, after so many changes: their keys, ascending, whose they are, and the names of
    those people.
    """

    change: int
    subjects: Words
    targets: Words
    name_keys: Words
    names: pa.StringArray

    @property
    def version(self) -> str:
        """Differs when anybody is somebody else."""
        return str(self.change)

    @cached_property
    def mapping(self) -> KeyMap:
        """Subject key → customer key."""
        return KeyMap(self.subjects, self.targets)

    def named(self, keys: Words) -> pa.StringArray:
        """The names of these people, of whom each has somebody's identifier."""
        return self.names.take(pa.array(np.searchsorted(self.name_keys, keys)))


NOBODY = People(0, _NO_KEYS, _NO_KEYS, _NO_KEYS, _NO_TEXTS)


@dataclass(frozen=True)
class Moved:
    """Who is somebody else than before: their keys, ascending, and the names of whose they are now."""

    subjects: Words
    name_keys: Words
    names: pa.StringArray


class Following(Protocol):
    """Where a journal learns who is who."""

    def followed(self, base: People | None) -> tuple[People, Moved | None]: ...


@dataclass(frozen=True)
class Who:
    """Who is who in a workspace."""

    store: Store
    workspace: str

    def followed(self, base: People | None) -> tuple[People, Moved | None]:
        """Who is who now; and who has moved since `base`, None when nobody can have."""
        with self.store.reading(self.workspace) as reading:
            change = people.change(reading)
            if base is None or change < base.change:
                return everybody(reading), None
            return (base, None) if change == base.change else followed(reading, base)


def everybody(reading: Reading) -> People:
    """Who is who, read from the start."""
    return followed(reading, NOBODY)[0]


def followed(reading: Reading, base: People) -> tuple[People, Moved]:
    """Who is who now, from what has changed since `base`; and who has moved."""
    change = people.change(reading)
    subject, target, persons = _changes(reading, base.change)
    moved = base.mapping.apply(subject) != target
    name_keys, names = _distinct(target, persons)
    stay = ~np.isin(base.subjects, subject)
    linked = subject != target
    subjects = np.concatenate([base.subjects[stay], subject[linked]])
    order = np.argsort(subjects, kind="stable")
    targets = np.concatenate([base.targets[stay], target[linked]])[order]
    more = ~np.isin(name_keys, base.name_keys)
    every = np.concatenate([base.name_keys, name_keys[more]])
    by_key = np.argsort(every, kind="stable")
    texts = pa.concat_arrays([base.names, names.filter(pa.array(more))]).take(pa.array(by_key))
    now = People(change, subjects[order], targets, every[by_key], texts)
    return now, Moved(np.sort(subject[moved]), name_keys, names)


def _changes(reading: Reading, since: int) -> tuple[Words, Words, pa.StringArray]:
    subjects, targets, persons = [_NO_KEYS], [_NO_KEYS], [_NO_TEXTS]
    for part in people.changed_since(reading, since):
        identifier, person = (pa.array(column, pa.string()) for column in zip(*part, strict=True))
        subjects.append(text_keys(identifier))
        targets.append(text_keys(person))
        persons.append(person)
    return np.concatenate(subjects), np.concatenate(targets), pa.concat_arrays(persons)


def _distinct(keys: Words, texts: pa.StringArray) -> tuple[Words, pa.StringArray]:
    found, first = np.unique(keys, return_index=True)
    return found, texts.take(pa.array(first))


def _file(folder: Path, change: int) -> Path:
    return folder / f"links-{change}.people"


def keep_people(folder: Path, who: People, before: Written) -> Written:
    """Remember whom a journal follows, so that the next refresh can tell who has moved. `before` tells of the file as
    it was written for the same people, or is NOT_KEPT.
    """
    if who.change == 0:
        return NOT_KEPT
    if before != NOT_KEPT and _file(folder, who.change).exists():
        return before
    names = blob(pa.table({"name": who.names}))
    arrays: dict[str, packed.Array] = {
        "subjects": who.subjects,
        "targets": who.targets,
        "name_keys": who.name_keys,
        "names": names,
    }
    return packed.write(_file(folder, who.change), arrays)


def kept_people(folder: Path, change: int, written: Written) -> People | None:
    """The people of that change as they were kept, or None when they are lost."""
    if change == 0:
        return NOBODY
    try:
        arrays = packed.read(_file(folder, change), written)
    except Damaged:
        return None
    names = table_of(arrays["names"]).column("name")
    return People(
        change,
        arrays["subjects"],
        arrays["targets"],
        arrays["name_keys"],
        names.chunk(0) if names.num_chunks == 1 else _NO_TEXTS,
    )


def kept_files(folder: Path, change: int) -> Iterator[str]:
    """Name of the file that keeps those people, if any."""
    if change:
        yield _file(folder, change).name
