"""Keeping the journal up to date with the table and the links: what to read, what to reuse, when to start anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from wend.log import properties
from wend.log.building import Base, Plan, bucket_count, build
from wend.log.canonical import Following, Moved, People, kept_files, kept_people
from wend.log.durable import replace_json
from wend.log.journal import MANIFEST, Journal, Manifest, WordLists, manifest_of, opened
from wend.log.lines import Lines
from wend.log.packed import Damaged

VIEWS = "views"
"""The folder beside the journal of what is derived from it."""
GROWTH = 4
"""A journal with this many times too few buckets is built anew."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the journal must cover: files with their rows, the inbox up to which number, the links, and how to cut and
    work. Buckets with more than `late_from` events may have late files.
    """

    log: Path
    files: Mapping[str, int]
    moved: int
    who: Following
    buckets: int
    threads: int
    late_from: int


def refreshed(folder: Path, wanted: Wanted, mapped: Journal | None = None) -> Journal:
    """The journal of what is wanted: the one on disk, brought up to date, or a new one. The caller holds the journal
    lock."""
    base = _base(folder, mapped)
    if base is None:
        return rebuilt(folder, wanted)
    lines = base.manifest.lines.followed(wanted.log, list(wanted.files))
    if lines is not base.manifest.lines:
        properties.renamed(folder / VIEWS, wanted.log, list(wanted.files))
    new = {name: rows for name, rows in wanted.files.items() if name not in lines.spans}
    if not lines.spans.keys() <= wanted.files.keys():
        return rebuilt(folder, wanted)
    people, moved = wanted.who.followed(base.people)
    if people.change < base.people.change:
        return rebuilt(folder, wanted)  # the store is an older one than the journal has seen
    if not new and (moved is None or not len(moved.subjects)):
        _rename(folder, base.manifest, lines)
        return base.journal
    buckets = len(base.manifest.buckets)
    if _suitable(wanted) >= GROWTH * buckets:
        return rebuilt(folder, wanted)
    task = _Task(list(new), lines.with_files(new), people, moved, base, buckets, base.manifest.words)
    return _run(folder, wanted, task)


def _rename(folder: Path, manifest: Manifest, lines: Lines) -> None:
    """Note the new names of joined files, so that they can be joined again; the journal stays what it is."""
    if manifest.lines is not lines:
        replace_json(folder / MANIFEST, replace(manifest, lines=lines).document())


def rebuilt(folder: Path, wanted: Wanted) -> Journal:
    """A journal built from the log alone. Only the codes of words are taken from the old one, where it is readable."""
    old = manifest_of(folder)
    words = WordLists() if old is None else old.words
    people, _ = wanted.who.followed(None)
    lines = Lines(_next_generation(folder, old), {}).with_files(wanted.files)
    return _run(folder, wanted, _Task(list(wanted.files), lines, people, None, None, _suitable(wanted), words))


def _next_generation(folder: Path, old: Manifest | None) -> int:
    """Of a journal that is built from nothing: its version and its files have names of their own."""
    files = (_generation(path) for pattern in ("*.bucket", "*.late") for path in folder.glob(pattern))
    return 1 + max((0 if old is None else old.generation, *files))


@dataclass(frozen=True, slots=True)
class _Task:
    """What one run of building does: which files it reads, the lines of all, whom it follows and who moved, from which
    base.
    """

    files: list[str]
    lines: Lines
    people: People
    moved: Moved | None
    base: Base | None
    buckets: int
    words: WordLists


def _run(folder: Path, wanted: Wanted, task: _Task) -> Journal:
    manifest = build(
        Plan(
            folder=folder,
            log=wanted.log,
            read=task.files,
            lines=task.lines,
            moved=wanted.moved,
            people=task.people,
            moved_people=task.moved,
            base=task.base,
            buckets=task.buckets,
            threads=wanted.threads,
            late_from=wanted.late_from,
            generation=task.lines.begun if task.base is None else task.base.manifest.generation + 1,
            words=task.words,
        )
    )
    journal = opened(folder, manifest)
    if task.base is not None:
        properties.carried(folder / VIEWS, task.base.journal, journal, wanted.threads)
    _clean(folder, manifest)
    return journal


def _suitable(wanted: Wanted) -> int:
    return bucket_count(sum(wanted.files.values()), wanted.buckets)


def _base(folder: Path, mapped: Journal | None) -> Base | None:
    manifest = manifest_of(folder)
    if manifest is None:
        return None
    people = kept_people(folder, manifest.links, manifest.kept_people)
    if people is None:
        return None
    try:
        known = mapped is not None and mapped.version == manifest.version
        return Base(manifest, mapped if known and mapped else opened(folder, manifest), people)
    except Damaged:
        return None


def _clean(folder: Path, manifest: Manifest) -> None:
    kept = {MANIFEST, *kept_files(folder, manifest.links), *(name for each in manifest.buckets for name in each.files)}
    for path in folder.iterdir():
        if path.is_file() and path.name not in kept:
            path.unlink()


def _generation(path: Path) -> int:
    number = path.stem.partition("-")[2]
    return int(number) if number.isdigit() else 0
