"""Where one customer stands with every segment: what is kept of it, and the bytes it is kept as. Pure.

What is not there is outside, and nothing can run out.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

NEVER = 2**62
"""A moment that does not come."""
_ENTRY = struct.Struct("<IIqq")
ENTRY_BYTES = _ENTRY.size


class Entry(NamedTuple):
    """One segment: the turn in which it was judged, since when the customer is inside (0 = outside), and when to look
    again (NEVER = only after an event).
    """

    turn: int
    since: int = 0
    look_at: int = NEVER


OUTSIDE = Entry(0)


@dataclass(slots=True)
class Standing:
    """One customer, by the numbers of segments."""

    entries: dict[int, Entry] = field(default_factory=dict)

    def of(self, number: int) -> Entry:
        """The entry of a segment."""
        return self.entries.get(number, OUTSIDE)

    def look_sooner(self, numbers: Iterable[int], moment: int) -> None:
        """Look at these segments again at a moment at the latest."""
        for number in numbers if moment < NEVER else ():
            known = self.of(number)
            if moment < known.look_at:
                self.entries[number] = known._replace(look_at=moment)

    @property
    def inside(self) -> list[int]:
        """Numbers of the segments that they are in."""
        return [number for number, entry in self.entries.items() if entry.since]

    @property
    def due(self) -> int | None:
        """When to look at the customer again; None = only after an event."""
        earliest = min((entry.look_at for entry in self.entries.values()), default=NEVER)
        return None if earliest == NEVER else earliest


def read(document: bytes) -> Standing:
    """The standing of its bytes."""
    return Standing({number: Entry(*entry) for number, *entry in _ENTRY.iter_unpack(document)})


def written(standing: Standing) -> bytes:
    """The bytes of a standing.

    >>> read(written(Standing({7: Entry(2, 1_700_000_000)}))).entries
    {7: Entry(turn=2, since=1700000000, look_at=4611686018427387904)}
    """
    return b"".join(_ENTRY.pack(number, *entry) for number, entry in standing.entries.items())


def listed(numbers: Iterable[int]) -> str:
    """Numbers of segments as the store looks for them.

    >>> listed([3, 17]), listed([])
    (',3,17,', '')
    """
    joined = ",".join(map(str, numbers))
    return f",{joined}," if joined else ""


def kept(standing: Standing, turns: Mapping[int, int], computing: Iterable[int]) -> Standing:
    """Only what must be kept: of segments that there are, who is inside or may come to be without an event; and of
    those being computed who was judged in this turn, so that nobody is judged twice.
    """
    open_ = set(computing)
    return Standing(
        {
            number: entry
            for number, entry in standing.entries.items()
            if number in turns
            and (entry.since or entry.look_at < NEVER or (number in open_ and entry.turn == turns[number]))
        }
    )
