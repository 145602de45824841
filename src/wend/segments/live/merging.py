"""What the log reader says of many customers, merged with where they stand, in columns. Pure.

Whoever was judged in a segment's turn already stays as they are. Of the others the new answer counts, and since when
somebody is inside stays when they were inside before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.segments.live.judging import Move
from wend.segments.live.standing import NEVER, listed
from wend.segments.live.watching import Watched

_ENTRY = np.dtype([("number", "<u4"), ("turn", "<u4"), ("since", "<i8"), ("look_at", "<i8")])
Entries = NDArray[Any]
Mask = NDArray[np.bool_]
Moments = NDArray[np.int64]


@dataclass(frozen=True)
class Judged:
    """Some customers as the log reader sees them at `now`: a row per customer, a column per segment."""

    customers: Sequence[str]
    segments: Sequence[Watched]
    inside: Mask
    look_at: Moments
    now: int


@dataclass(frozen=True)
class Merged:
    """What becomes of them: rows of the store that differ, changes of each customer, and per segment how many enter and
    leave.
    """

    rows: Iterator[dict[str, Any]]
    moved: dict[str, list[Move]]
    counts: dict[int, tuple[int, int]]


def merged(judged: Judged, known: Mapping[str, bytes], numbers: Sequence[int]) -> Merged:
    """Both together. `known` are the bytes of earlier standings, `numbers` those of all segments that there are.

    A row that would only name another turn is left as it is: once everybody is judged nobody asks in which turn it was.
    """
    who, entries = _read(judged.customers, known)
    before = who, entries
    alive = np.isin(entries["number"], np.array(numbers, np.uint32))
    who, entries = who[alive], entries[alive]
    columns = np.full(max([*numbers, 0]) + 1, -1, np.int64)
    columns[[each.number for each in judged.segments]] = np.arange(len(judged.segments))
    column = columns[entries["number"]]
    turns = np.array([each.turn for each in judged.segments], np.uint32)
    stays = (column < 0) | (entries["turn"] == turns[column])
    was, since = np.zeros(judged.inside.shape, np.bool_), np.zeros(judged.inside.shape, np.int64)
    settled = np.zeros(judged.inside.shape, np.bool_)
    mine = column >= 0
    was[who[mine], column[mine]] = entries["since"][mine] > 0
    since[who[mine], column[mine]] = entries["since"][mine]
    settled[who[mine], column[mine]] = stays[mine]
    since = np.where(judged.inside, np.where(was, since, judged.now), 0)
    changed = ~settled & (judged.inside != was)
    fresh_who, fresh = _fresh(judged, ~settled & (judged.inside | (judged.look_at < NEVER)), since, turns)
    whole, owner = np.concatenate([entries[stays], fresh]), np.concatenate([who[stays], fresh_who])
    whole, owner = _ordered(whole, owner)
    differ = _differ(len(judged.customers), *before, owner, whole)
    return Merged(_rows(judged, differ, owner, whole), _moved(judged, changed), _counts(judged, changed))


def _read(customers: Sequence[str], known: Mapping[str, bytes]) -> tuple[Moments, Entries]:
    """All entries of earlier standings, and whose each is."""
    documents = [known.get(customer, b"") for customer in customers]
    entries = np.frombuffer(b"".join(documents), _ENTRY)
    counts = [len(document) // _ENTRY.itemsize for document in documents]
    return np.repeat(np.arange(len(customers)), counts), entries


def _fresh(judged: Judged, told: Mask, since: Moments, turns: NDArray[np.uint32]) -> tuple[Moments, Entries]:
    who, column = np.nonzero(told)
    entries = np.empty(len(who), _ENTRY)
    entries["number"] = np.array([each.number for each in judged.segments], np.uint32)[column]
    entries["turn"], entries["since"] = turns[column], since[who, column]
    entries["look_at"] = judged.look_at[who, column]
    return who, entries


def _ordered(entries: Entries, owner: Moments) -> tuple[Entries, Moments]:
    order = np.lexsort((entries["number"], owner))
    return entries[order], owner[order]


def _differ(people: int, who: Moments, before: Entries, owner: Moments, after: Entries) -> Mask:
    """Whose entries are not what they were, but for the turn; `after` is in order."""
    before, who = _ordered(before, who)
    alike: Mask = np.bincount(who, minlength=people) == np.bincount(owner, minlength=people)
    was, now = before[alike[who]], after[alike[owner]]  # as many of each, in one order
    other = np.zeros(len(was), np.bool_)
    for name in ("number", "since", "look_at"):
        other |= was[name] != now[name]
    alike[who[alike[who]][other]] = False
    return ~alike


def _rows(judged: Judged, differ: Mask, owner: Moments, entries: Entries) -> Iterator[dict[str, Any]]:
    """Rows of those who differ."""
    places = np.arange(len(judged.customers) + 1)
    begins = np.searchsorted(owner, places)
    due = np.full(len(judged.customers), NEVER, np.int64)
    np.minimum.at(due, owner, entries["look_at"])
    are_inside = entries["since"] > 0
    members = entries["number"][are_inside].tolist()
    firsts = np.searchsorted(owner[are_inside], places).tolist()
    raw, ends, dues = entries.tobytes(), (begins * _ENTRY.itemsize).tolist(), due.tolist()
    for place in np.flatnonzero(differ).tolist():
        yield {
            "customer": judged.customers[place],
            "inside": listed(members[firsts[place] : firsts[place + 1]]),
            "document": raw[ends[place] : ends[place + 1]],
            "due": None if dues[place] == NEVER else dues[place],
        }


def _moved(judged: Judged, changed: Mask) -> dict[str, list[Move]]:
    """Changes that are told of somebody, by customer; those of a first turn are only counted."""
    loud = np.array([not each.silent for each in judged.segments], np.bool_)
    who, column = np.nonzero(changed & loud)
    enters = judged.inside[who, column].tolist()
    moved: dict[str, list[Move]] = {}
    for place, which, entered in zip(who.tolist(), column.tolist(), enters, strict=True):
        segment = judged.segments[which]
        move = Move(segment.number, "entered" if entered else "left", segment.why, "", judged.now)
        moved.setdefault(judged.customers[place], []).append(move)
    return moved


def _counts(judged: Judged, changed: Mask) -> dict[int, tuple[int, int]]:
    """Per silent segment how many entered and left; the others are counted with what is told of them."""
    entered = (changed & judged.inside).sum(axis=0).tolist()
    left = (changed & ~judged.inside).sum(axis=0).tolist()
    found = zip(judged.segments, entered, left, strict=True)
    return {each.number: (came, went) for each, came, went in found if each.silent and (came or went)}
