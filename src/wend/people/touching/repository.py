"""All queries about who was touched."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from sqlalchemy import bindparam, select

from wend.store.facade import HERE, Prepared, Reading, Work, tables

TOUCHED = "people.touched"
"""The counter of how often anybody was."""
Touch = Literal["event", "consent", "account", "list", "mark"]
"""An event that came unseen; what they agreed to; an account they belong to; a list that names them, or no longer does;
a mark as staff, bot or test.
"""
TOUCHES: dict[str, Touch] = {each: each for each in ("event", "consent", "account", "list", "mark")}
_T, _C = tables.touched.c, tables.counters.c
_TOP = Prepared(select(_C.value).where(_C.workspace == HERE, _C.name == TOUCHED))
_SINCE = Prepared(
    select(_T.sequence, _T.identifier, _T.why, _T.because)
    .where(_T.workspace == HERE, _T.sequence > bindparam("after"))
    .order_by(_T.sequence)
    .limit(bindparam("most"))
)


class Touched(NamedTuple):
    """An identifier, why its person is to be looked at, and for an event its id."""

    sequence: int
    identifier: str
    why: Touch
    because: str


def touch(work: Work, identifiers: Iterable[str], why: Touch) -> None:
    """Let the people of these identifiers be looked at, for one reason."""
    touch_each(work, dict.fromkeys(identifiers, ""), why)


def touch_each(work: Work, because: dict[str, str], why: Touch) -> None:
    """The same with what each is touched by."""
    if because:
        first = work.numbers(TOUCHED, len(because))
        told = enumerate(sorted(because.items()), first)
        rows = ({"identifier": name, "why": why, "sequence": n, "because": said} for n, (name, said) in told)
        work.put(tables.touched, rows)


def top(reading: Reading) -> int:
    """The number of the last time; 0 when nobody ever was."""
    rows = reading.found(_TOP)
    return int(rows[0][0]) if rows else 0


def since(reading: Reading, after: int, most: int) -> list[Touched]:
    """Who was touched after this number, the longest ago first."""
    found = reading.found(_SINCE, after=after, most=most)
    return [Touched(int(row[0]), row[1], TOUCHES[row[2]], row[3]) for row in found]
