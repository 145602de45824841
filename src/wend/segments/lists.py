"""Static lists: customers that a file names, under a key as every other segment."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from wend.customers import facade as customers
from wend.domain.event import IDENTIFIER_KINDS
from wend.kit.clock import epoch_micros
from wend.log.facade import Journal
from wend.people import facade as people
from wend.segments import repository, rules
from wend.segments.errors import EmptyList, NotAList, TooMany
from wend.segments.keeping import MOST_SEGMENTS, kept_in, using
from wend.segments.live import repository as live
from wend.segments.model import LeftOut, LeftOutWhy, ListChange, Listed, Segment
from wend.segments.repository import Document
from wend.store.facade import Reading
from wend.workspaces.facade import Workspace, audit

MOST_LISTED = 2_000_000
EXAMPLES = 5
MOST_LEFT_OUT = 200
MOST_TOUCHED = 10_000
"""Who came onto a list or left it is judged again; with more of them, everybody is."""
_IDENTIFIER = "identifier"


def create(workspace: Workspace, name: str, written: Iterable[str], who: str, *, key: str = "") -> Listed:
    """A list of these identifiers, each with its kind (`phone:0903…`) or as people write it.

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
        live.put_list(work, kept.number, told.identifiers)
        audit(work, who, "segment.listed", own, {"identifiers": len(told.identifiers)})
        return told.said(kept.segment)


def replace(workspace: Workspace, key: str, written: Iterable[str], who: str) -> Listed:
    """Let a list name these, and nobody else. Raises UnknownSegment, NotAList, TooMany, EmptyList."""
    told = _read(workspace, written)
    with workspace.store.work(workspace.name) as work:
        kept = kept_in(work, key)
        if kept.segment.kind != "list":
            raise NotAList(name=kept.segment.name)
        own, before = kept.segment.key, set(live.identifiers_on(work, kept.number))
        live.put_list(work, kept.number, told.identifiers)
        moved = before.symmetric_difference(told.identifiers)
        if len(moved) > MOST_TOUCHED:
            users = [each.segment.key for each in using(repository.every(work), own)]
            repository.again(work, [own, *users], "definition")
        else:
            people.touch(work, moved, "list")
            repository.changed(work)
        audit(work, who, "segment.listed", own, {"identifiers": len(told.identifiers)})
        return told.said(kept_in(work, own).segment)


def preview(workspace: Workspace, key: str, written: Iterable[str]) -> ListChange:
    """What `replace` would do, without doing it. Raises UnknownSegment, NotAList, TooMany, EmptyList."""
    told = _read(workspace, written)
    with workspace.store.reading(workspace.name) as reading:
        kept = kept_in(reading, key)
        if kept.segment.kind != "list":
            raise NotAList(name=kept.segment.name)
        on_it = set(live.identifiers_on(reading, kept.number))
        person = people.canonical(reading, on_it | told.identifiers.keys())
    before, after = ({person[each] for each in named} for named in (on_it, told.identifiers))
    sizes = (len(after - before), len(before - after), len(before & after))
    counts = (told.rows, told.known, len(told.identifiers) - told.known, told.unreadable, told.repeated)
    return ListChange(*sizes, *counts, tuple(told.left_out))


def on(key: str) -> dict[str, Any]:
    """The condition to be on a list."""
    return {"version": 1, "condition": {"list": {"is": key}}}


def identifiers_in(text: str) -> Iterator[str]:
    """The identifiers in a CSV: in columns named after kinds (`customer`, `email`, `phone`, `device`), or in one named
    `identifier`, or in the first one. Of several in a row the first that is there names the customer; "" where a row
    has none.

    >>> list(identifiers_in("email,phone\\nLan@Shop.vn,0903718264\\n,0987150432\\n"))
    ['email:Lan@Shop.vn', 'phone:0987150432']
    >>> list(identifiers_in("17\\n18\\n"))
    ['17', '18']
    """
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    first = next(rows, [])
    named = [cell.strip().lower() for cell in first]
    kinds = [(place, f"{kind}:") for kind in IDENTIFIER_KINDS for place, name in enumerate(named) if name == kind]
    if _IDENTIFIER in named:
        kinds = [(named.index(_IDENTIFIER), "")]
    if not kinds:
        kinds = [(0, "")]
        yield from _of_row(first, kinds)
    for row in rows:
        yield from _of_row(row, kinds)


def _of_row(row: Sequence[str], kinds: Sequence[tuple[int, str]]) -> Iterator[str]:
    found = (f"{kind}{row[place].strip()}" for place, kind in kinds if place < len(row) and row[place].strip())
    if any(cell.strip() for cell in row):
        yield next(found, "")


class _Told:
    """What a list's file came to."""

    def __init__(self) -> None:
        self.rows = self.repeated = self.known = self.unreadable = 0
        self.identifiers: dict[str, None] = {}
        self.examples: list[str] = []
        self.left_out: list[LeftOut] = []

    def notes(self, written: str, why: LeftOutWhy) -> None:
        """Remember what is to be said of a row."""
        if why != "repeated":
            self.examples.append(written[:80])
        if len(self.left_out) < MOST_LEFT_OUT:
            self.left_out.append(LeftOut(self.rows, written[:80], why))

    def said(self, segment: Segment) -> Listed:
        unknown = len(self.identifiers) - self.known
        counts = (self.rows, self.repeated, self.known, unknown, self.unreadable)
        return Listed(segment, *counts, tuple(self.examples[:EXAMPLES]))


def _read(workspace: Workspace, written: Iterable[str]) -> _Told:
    told, journal = _Told(), workspace.log.journal_at_hand()
    recent = workspace.log.recent_subjects(journal)
    with workspace.store.reading(workspace.name) as reading:
        for each in written:
            told.rows += 1
            if told.rows > MOST_LISTED:
                raise TooMany(most=MOST_LISTED)
            spelled = customers.spellings(each)
            if not spelled:
                told.unreadable += 1
                told.notes(each, "unreadable")
                continue
            known = _first_known(reading, journal, recent, spelled)
            identifier = known or spelled[0]
            if identifier in told.identifiers:
                told.repeated += 1
                told.notes(each, "repeated")
                continue
            told.identifiers[identifier] = None
            told.known += known is not None
            if known is None:
                told.notes(each, "unknown")
    if not told.identifiers:
        raise EmptyList
    return told


def _first_known(reading: Reading, journal: Journal, recent: dict[str, int], spelled: Sequence[str]) -> str | None:
    """The first spelling under which somebody is a customer."""
    person = people.canonical(reading, spelled)
    for each in spelled:
        if each in recent or person[each] != each or journal.find(each) is not None:
            return each
    return None
