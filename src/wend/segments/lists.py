"""Static lists: customers that a file names, under a key as every other segment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from wend.customers import facade as customers
from wend.domain.event import IdentifierKind
from wend.identity.normalise import normalised
from wend.kit.clock import epoch_micros
from wend.kit.texts import Language
from wend.log.facade import Journal
from wend.people import facade as people
from wend.segments import repository, rules
from wend.segments.errors import EmptyList, NotAList, TooMany
from wend.segments.keeping import MOST_SEGMENTS, kept_in, using
from wend.segments.listing import ListFile, ListRow, as_file, of_identifiers
from wend.segments.live import repository as live
from wend.segments.model import LeftOut, LeftOutWhy, ListChange, Listed, Segment
from wend.segments.repository import Document
from wend.store.facade import Reading
from wend.workspaces.facade import Workspace, audit

MOST_LISTED = 2_000_000
MOST_LEFT_OUT = 200
AT_ONCE = 10_000
MOST_TOUCHED = 10_000
"""Who came onto a list or left it is judged again; with more of them, everybody is."""
_STRICT: tuple[IdentifierKind, ...] = ("email", "phone")


def create(workspace: Workspace, name: str, written: Iterable[str | ListRow], who: str, *, key: str = "") -> Listed:
    """A list of these identifiers, each with its kind (`phone:0903…`) or as people write it, or of a file.

    Raises BadName, BadKey, NameTaken, TooMany, EmptyList.
    """
    called, told = rules.name_of(name), _read(workspace, written)
    with workspace.store.work(workspace.name) as work:
        known = [each.segment for each in repository.every(work)]
        if len(known) >= MOST_SEGMENTS:
            raise TooMany(most=MOST_SEGMENTS)
        rules.check_free(known, called)
        taken = [each.key for each in known]
        own = rules.checked_key(key, taken) if key else rules.key_of(called, taken)
        document = Document("list", on(own))
        repository.add(work, own, called, document, who, epoch_micros(work.clock.now()))
        kept = kept_in(work, own)
        live.change_list(work, kept.number, told.identifiers)
        audit(work, who, "segment.listed", own, {"identifiers": len(told.identifiers)})
        return told.said(kept.segment)


def replace(
    workspace: Workspace, key: str, written: Iterable[str | ListRow], who: str, *, adding: bool = False
) -> Listed:
    """Let a list name these, and nobody else; `adding`: these beside whom it names already. Raises UnknownSegment,
    NotAList, TooMany, EmptyList.
    """
    told = _read(workspace, written)
    with workspace.store.work(workspace.name) as work:
        kept = kept_in(work, key)
        if kept.segment.kind != "list":
            raise NotAList(name=kept.segment.name)
        own, before = kept.segment.key, set(live.identifiers_on(work, kept.number))
        after = (before if adding else set[str]()) | told.identifiers.keys()
        if len(after) > MOST_LISTED:
            raise TooMany(most=MOST_LISTED)
        live.change_list(work, kept.number, after - before, before - after)
        moved = before ^ after
        if len(moved) > MOST_TOUCHED:
            users = [each.segment.key for each in using(repository.every(work), own)]
            repository.again(work, [own, *users], "definition")
        else:
            people.touch(work, moved, "list")
            repository.changed(work)
        audit(work, who, "segment.listed", own, {"identifiers": len(after)})
        return told.said(kept_in(work, own).segment)


def preview(workspace: Workspace, key: str, written: Iterable[str | ListRow], *, adding: bool = False) -> ListChange:
    """What `replace` would do, without doing it. Raises UnknownSegment, NotAList, TooMany, EmptyList."""
    told = _read(workspace, written)
    with workspace.store.reading(workspace.name) as reading:
        kept = kept_in(reading, key)
        if kept.segment.kind != "list":
            raise NotAList(name=kept.segment.name)
        on_it = live.identifiers_on(reading, kept.number)
        other = people.canonical(reading, (each for each in on_it if each not in told.identifiers))
    before = {told.person.get(each) or other[each] for each in on_it}
    after = set(told.person.values()) | (before if adding else set())
    sizes = (len(after - before), len(before - after), len(before & after))
    counts = (told.rows, told.known, told.unknown, told.unreadable, told.repeated, told.same_person)
    return ListChange(*sizes, *counts, tuple(told.left_out))


def on(key: str) -> dict[str, Any]:
    """The condition to be on a list."""
    return {"version": 1, "condition": {"list": {"is": key}}}


def left_out(workspace: Workspace, file: ListFile, language: Language) -> Iterator[str]:
    """The rows of a file about which there is something to say, all of them, as a CSV that can be mended and taken
    again. Raises TooMany.
    """
    told = _read(workspace, file, most=MOST_LISTED, needs_somebody=False)
    rows = {row.line: row for row in file} if told.left_out else {}
    return as_file(file.names, ((each, rows[each.line]) for each in told.left_out), language)


class _Found(NamedTuple):
    """Whom a row names, as it was `written`: the identifier that it goes by, of whom that is, and whether they are a
    customer of ours.
    """

    written: str
    identifier: str
    person: str
    known: bool


class _Told:
    """What a list's file came to, and the first rows, at `most` so many, with something to say."""

    def __init__(self, most: int) -> None:
        self.rows = self.repeated = self.same_person = self.known = self.unknown = self.unreadable = 0
        self.identifiers: dict[str, int] = {}
        """The line of each."""
        self.person: dict[str, str] = {}
        """Whose each is."""
        self.left_out: list[LeftOut] = []
        self._people: dict[str, int] = {}
        self._most = most

    def take(self, row: ListRow, found: _Found | None) -> None:
        """A row, and whom it names."""
        self.rows += 1
        if found is None:
            self.unreadable += 1
            self._notes(row, next(iter(row.named), ""), "unreadable" if row.named else "empty")
        elif found.identifier in self.identifiers:
            self.repeated += 1
            self._notes(row, found.written, "repeated", self.identifiers[found.identifier])
        else:
            self.identifiers[found.identifier], self.person[found.identifier] = row.line, found.person
            self._counts(row, found)

    def _counts(self, row: ListRow, found: _Found) -> None:
        if found.person in self._people:
            self.same_person += 1
            self._notes(row, found.written, "same_person", self._people[found.person])
            return
        self._people[found.person] = row.line
        self.known += found.known
        self.unknown += not found.known
        if not found.known:
            self._notes(row, found.written, "unknown")

    def _notes(self, row: ListRow, written: str, why: LeftOutWhy, first: int | None = None) -> None:
        if len(self.left_out) < self._most:
            self.left_out.append(LeftOut(row.line, row.shown(written)[:80], why, first))

    def said(self, segment: Segment) -> Listed:
        counts = (self.rows, self.repeated, self.same_person, self.known, self.unknown, self.unreadable)
        return Listed(segment, *counts, tuple(self.left_out))


def _read(
    workspace: Workspace,
    written: Iterable[str | ListRow],
    most: int = MOST_LEFT_OUT,
    *,
    needs_somebody: bool = True,
) -> _Told:
    told, journal, rows = _Told(most), workspace.log.journal_at_hand(), of_identifiers(written)
    recent = workspace.log.recent_subjects(journal)
    with workspace.store.reading(workspace.name) as reading:
        while part := list(islice(rows, AT_ONCE)):
            if told.rows + len(part) > MOST_LISTED:
                raise TooMany(most=MOST_LISTED)
            for row, found in zip(part, _whom(reading, journal, recent, part), strict=True):
                told.take(row, found)
    if needs_somebody and not told.identifiers:
        raise EmptyList
    return told


def _whom(
    reading: Reading, journal: Journal, recent: Mapping[str, int], rows: Sequence[ListRow]
) -> Iterator[_Found | None]:
    """Whom rows name: the first of their spellings under which somebody is a customer, else the first that can be
    read.
    """
    spelled = [[(name, each) for name in row.named for each in customers.spellings(name)] for row in rows]
    person = people.canonical(reading, {each for row in spelled for _, each in row})
    known = _known(person, recent, journal)
    for named in spelled:
        found = next((pair for pair in named if pair[1] in known), None)
        found = found or next((pair for pair in named if _is_readable(pair[0])), None)
        yield None if found is None else _Found(*found, person[found[1]], found[1] in known)


def _known(person: Mapping[str, str], recent: Mapping[str, int], journal: Journal) -> set[str]:
    """Of these identifiers those of customers: somebody's beside others, or with events of their own."""
    known = {each for each, whose in person.items() if each in recent or whose != each}
    rest = [each for each in person if each not in known]
    return known.union(each for each, held in zip(rest, journal.holds(rest).tolist(), strict=True) if held)


def _is_readable(written: str) -> bool:
    """Whether an identifier can be what it is said to be; of some kinds anything can."""
    kind, colon, value = written.partition(":")
    return kind not in _STRICT or not colon or bool(normalised(kind, value))
