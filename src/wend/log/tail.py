"""The journal's tail: live events that it does not cover yet, in memory, by the identifier they came under."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Lock
from typing import Any

from wend.log import inbox
from wend.store.facade import Reading

Live = dict[str, Any]
"""A row of the log as the inbox keeps it: times in µs, documents as text."""


class Tail:
    """Follows the inbox. Rows stay until no journal that somebody may still be reading lacks them."""

    def __init__(self) -> None:
        self._turn = Lock()
        self._rows: dict[str, list[tuple[int, Live]]] = {}
        self._top = 0
        self._covered = 0

    @property
    def is_read(self) -> bool:
        """Whether anybody has asked so far."""
        return self._top > 0

    def follow(self, reading: Reading, covered: int) -> int | None:
        """Read what was promised since the last time; `covered` is the inbox number up to which the journal at hand
        reaches. Returns the number up to which everything was seen; None when something younger was moved to the log
        unseen, or is a file: then only a refreshed journal is complete.
        """
        with self._turn:
            if covered > self._covered:
                self._forget(self._covered)
                self._covered = covered
            self._top = max(self._top, covered)
            newest = inbox.counter(reading)
            fresh = inbox.promised(reading, self._top, newest) if newest > self._top else []
            if len(fresh) < newest - self._top or any(each.kind != "rows" for each in fresh):
                return None
            for each in fresh:
                for row in each.rows:
                    self._rows.setdefault(row["subject"], []).append((each.sequence, row))
            self._top = max(self._top, newest)
            return self._top

    def of(self, subjects: Iterable[str], after: int) -> list[Live]:
        """Events of these identifiers with an inbox number beyond `after`, in journey order."""
        with self._turn:
            held = [row for each in set(subjects) for number, row in self._rows.get(each, ()) if number > after]
        return sorted(held, key=_moment)

    def subjects(self, after: int) -> dict[str, int]:
        """Identifiers that did something beyond `after`, with the moment of the last (µs)."""
        with self._turn:
            lasts = {
                subject: max((row["occurred_at"] for number, row in rows if number > after), default=None)
                for subject, rows in self._rows.items()
            }
        return {subject: last for subject, last in lasts.items() if last is not None}

    def forget(self, subjects: Iterable[str]) -> None:
        """Let go of everything these identifiers did."""
        with self._turn:
            for each in subjects:
                self._rows.pop(each, None)

    def _forget(self, up_to: int) -> None:
        """Drop what even the journal before the one at hand covers."""
        kept = {subject: [held for held in rows if held[0] > up_to] for subject, rows in self._rows.items()}
        self._rows = {subject: rows for subject, rows in kept.items() if rows}


def _moment(row: Live) -> tuple[int, int, int]:
    return row["occurred_at"], row["received_at"], row["event_id"]
