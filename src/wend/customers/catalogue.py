"""What a search looks at: the directory of a journal, kept a little stale while a new one is made in the background,
and those who are so new that no journal has them.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wend.customers import repository
from wend.customers.conflicts import conflicts
from wend.customers.directory import Directory, directory
from wend.customers.model import CustomerRow
from wend.customers.naming import folded, label_of
from wend.domain.event import IDENTIFY
from wend.domain.stage import StageSet
from wend.engines.column import column
from wend.folds.standing import STANDING, StandingParams
from wend.kit.clock import epoch_seconds
from wend.log.facade import Journal
from wend.people import facade as people
from wend.touchpoints import facade as touchpoints
from wend.touchpoints.facade import View
from wend.workspaces.facade import Workspace

T = TypeVar("T")
AT_ONCE = 50_000
"""So many customers are listed anew before the search goes on; more in the background."""
_PATIENCE_S = 15
_MOST_NEW = 500
_SECOND = 1_000_000


@dataclass(frozen=True)
class Newcomers:
    """People who exist only in the newest events, last seen first."""

    people: tuple[tuple[str, CustomerRow], ...] = ()

    def rows(self, query: str) -> tuple[CustomerRow, ...]:
        """Those whose text holds every word."""
        asked = folded(query).split()
        digits = "".join(c for c in query if c.isdecimal()).lstrip("0")
        is_number = bool(digits) and not any(c.isalpha() for c in query) and len(digits) > 7
        wanted = [digits] if is_number else asked
        return tuple(row for text, row in self.people if all(word in text for word in wanted))


@dataclass(frozen=True)
class Seen:
    """One directory with all that its journal says of its people."""

    workspace: Workspace
    directory: Directory
    newcomers: Newcomers
    flag_of: Mapping[str, str]

    @property
    def journal(self) -> Journal:
        """The journal that is looked at; perhaps not the newest."""
        return self.directory.journal

    @cached_property
    def view(self) -> View:
        """The journal through the registry and its default stage set, everybody among it."""
        at_hand = touchpoints.at_hand(self.workspace, self.journal)
        return _views.get(
            (self.workspace.log.directory, self.journal.version, at_hand, self.workspace.facts.season()),
            lambda: at_hand.whole(self.workspace, self.journal),
        )

    @cached_property
    def standing(self) -> tuple[StageSet, tuple[NDArray[np.int64], ...]]:
        """The stage set, and per bucket the place of everybody's stage."""
        return self.view.stage_set, tuple(each[:, 1] for each in self._stood)

    @cached_property
    def slow_from(self) -> tuple[NDArray[np.int64], ...]:
        """Per bucket the seconds of silence from which everybody is slower than usual; 0 = the days of the set hold."""
        return tuple(each[:, 2] for each in self._stood)

    @cached_property
    def _stood(self) -> tuple[NDArray[np.int64], ...]:
        view = self.view

        def made() -> tuple[NDArray[np.int64], ...]:
            def read(number: int) -> tuple[NDArray[np.uint16], NDArray[np.int64]]:
                bucket = self.journal.buckets[number]
                return view.lens.read(bucket, number), np.zeros(len(bucket.event), np.int64)

            params = StandingParams(view.rules, view.silences, self.journal.last_at)
            return column(view.machine, STANDING, params, read, view.lens)

        return _columns.get((self.workspace.log.directory, view.version, "standing"), made)

    @cached_property
    def conflicts(self) -> tuple[NDArray[np.bool_], ...]:
        """Per bucket, whose identifiers disagree on a trait."""
        key = (self.workspace.log.directory, self.journal.version, "conflicts")
        return _columns.get(key, lambda: conflicts(self.workspace, self.journal))


@dataclass(frozen=True, slots=True)
class _Held:
    version: str
    made_at: int
    directory: Directory


_held: dict[Path, _Held] = {}
_making: set[Path] = set()
_turn = threading.Lock()
_views, _columns = touchpoints.Kept(4), touchpoints.Kept(64)


def kept_column(key: Hashable, make: Callable[[], T]) -> T:
    """A column of everybody, made once."""
    return _columns.get(key, make)


def prepare(workspace: Workspace) -> None:
    """Make what the first search would wait for."""
    _ = seen(workspace).standing


def seen(workspace: Workspace) -> Seen:
    """The directory to search in, with the newest people beside it."""
    journal = workspace.log.journal_at_hand()
    held = _directory(workspace, journal)
    with workspace.store.reading(workspace.name) as reading:
        marks = repository.flags(reading)
        whose = people.canonical(reading, [mark.identifier for mark in marks])
    flag_of = {whose[mark.identifier]: mark.flag for mark in reversed(marks)}
    return Seen(workspace, held.directory, _newcomers(workspace, journal, held.directory.journal), flag_of)


def _directory(workspace: Workspace, journal: Journal) -> _Held:
    """The directory of this journal, or of an older one while many customers are being listed anew."""
    place = workspace.log.directory
    held = _held.get(place)
    if held is not None and held.version == journal.version:
        return held
    now = epoch_seconds(workspace.clock.now())
    if held is None or journal.customers <= AT_ONCE:
        with _turn:
            held = _held.get(place)
            if held is None or held.version != journal.version:
                held = _held[place] = _made(workspace, journal)
        return held
    if now - held.made_at >= _PATIENCE_S and place not in _making:
        _making.add(place)
        threading.Thread(target=_renew, args=(workspace, journal, place), daemon=True).start()
    return held


def _renew(workspace: Workspace, journal: Journal, place: Path) -> None:
    try:
        _held[place] = _made(workspace, journal)
    finally:
        _making.discard(place)


def _made(workspace: Workspace, journal: Journal) -> _Held:
    with workspace.store.reading(workspace.name) as reading:
        listed = directory(reading, journal)
    pa.default_memory_pool().release_unused()
    return _Held(journal.version, epoch_seconds(workspace.clock.now()), listed)


def _newcomers(workspace: Workspace, journal: Journal, listed: Journal) -> Newcomers:
    """People of the tail, and of files younger than the directory, whom the directory does not have."""
    recent = workspace.log.recent_subjects(journal)
    subjects = sorted(recent, key=lambda subject: -recent[subject])[:_MOST_NEW]
    with workspace.store.reading(workspace.name) as reading:
        whose = people.canonical(reading, subjects)
        members = people.members_of(reading, whose.values())
    found: dict[str, CustomerRow] = {}
    texts = []
    for subject in subjects:
        customer = whose[subject]
        if customer not in found and all(listed.find(name) is None for name in {customer, *members[customer]}):
            found[customer] = row = _newcomer(workspace, journal, customer, members[customer])
            texts.append((folded(" ".join([*members[customer], *(value for _, value in row.traits)])), row))
    return Newcomers(tuple(texts))


def _newcomer(workspace: Workspace, journal: Journal, customer: str, identifiers: tuple[str, ...]) -> CustomerRow:
    rows = workspace.log.recent(identifiers, journal)
    times = [row["occurred_at"] // _SECOND for row in rows if not row["event"].startswith("$")]
    told: dict[str, str] = {}
    for row in rows:
        if row["event"] == IDENTIFY and row["properties"]:
            given = json.loads(row["properties"])
            told |= {name: value for name, value in given.items() if isinstance(value, str) and value}
    moments = times or [row["occurred_at"] // _SECOND for row in rows]
    traits = tuple(sorted(told.items()))
    return CustomerRow(customer, label_of(customer, traits), len(times), min(moments), max(moments), traits)
