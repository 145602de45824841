"""The members of a segment as lists of customers are cut by them, kept at hand and never stale.

All of them are read once. From then on every change is a row of history, written in the transaction that makes it, and
what is at hand follows these rows. While everybody is being judged, what the first turn finds is told to nobody (0026),
so members are read anew then.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from threading import Lock
from typing import TYPE_CHECKING

from wend.customers import facade as customers
from wend.segments.keeping import kept_in
from wend.segments.live import repository as live
from wend.segments.repository import Kept
from wend.store.facade import Reading
from wend.workspaces.facade import Workspace

if TYPE_CHECKING:
    from wend.customers.facade import Among

MOST_HELD, MOST_CHANGES = 16, 50_000
"""Segments at hand, and changes followed one by one; with more of them members are read anew."""
_Name = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _Held:
    """The members as they were after a change, in the turn in which they were read."""

    turn: int
    sequence: int
    members: Among


_held: OrderedDict[_Name, _Held] = OrderedDict()
_lock = Lock()


def among(workspace: Workspace, keys: Iterable[str]) -> Among:
    """Whoever is in any of these segments now. Raises UnknownSegment."""
    return reduce(or_, (_members(workspace, key) for key in keys), customers.among(()))


def _members(workspace: Workspace, key: str) -> Among:
    with workspace.store.reading(workspace.name) as reading:
        kept = kept_in(reading, key)
        name = (f"{workspace.log.directory}", kept.number)
        with _lock:
            before = _held.get(name)
        now = _followed(reading, kept, before) or _read(reading, kept)
    if kept.segment.state == "live":
        with _lock:
            _held[name] = now
            _held.move_to_end(name)
            while len(_held) > MOST_HELD:
                _held.popitem(last=False)
    return now.members


def _read(reading: Reading, kept: Kept) -> _Held:
    """All members. The last change is asked for first: what comes between is followed again, which changes nothing."""
    sequence = live.newest_change(reading, kept.number)
    return _Held(kept.turn, sequence, customers.among(live.member_ids(reading, kept.number)))


def _followed(reading: Reading, kept: Kept, before: _Held | None) -> _Held | None:
    """What was at hand, with the changes since; None when it must be read anew."""
    if before is None or before.turn != kept.turn or kept.segment.state != "live":
        return None
    moved = live.moved_since(reading, kept.number, before.sequence, MOST_CHANGES)
    if len(moved) == MOST_CHANGES:
        return None
    if not moved:
        return before
    last = {customer: what for _, customer, what in moved}
    entered = [customer for customer, what in last.items() if what == "entered"]
    left = [customer for customer, what in last.items() if what == "left"]
    return _Held(before.turn, moved[-1][0], before.members.changed(entered, left))
