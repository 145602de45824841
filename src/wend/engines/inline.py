"""Run a fold on one customer, one event at a time: live handling.

The state between two events is kept, so an event costs one step. An event older than the last one cannot be patched in:
the customer is folded again from the events kept here. Reading the answer closes a copy; the customer stays open.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

import numpy as np

from wend.domain.selection import Selection
from wend.engines.pieces import NO_LAPSES, TYPES
from wend.engines.source import Words
from wend.folds.columns import Columns
from wend.folds.contract import NEVER, NOT_COVERED, Answer, Cells, Fold
from wend.folds.driver import Chosen, walk_of

P = TypeVar("P", bound=tuple[Any, ...])
A = TypeVar("A", bound=Answer)
NOTHING_SAID = -32768
_NO_MORE = (-NEVER, 0)


class Inline(Generic[P, A]):
    """One customer's open fold."""

    def __init__(self, fold: Fold[P, A], params: P, words: Words, selection: Selection | None = None) -> None:
        self._fold, self._params = fold, params
        self._walk = walk_of(fold)
        self._chosen = _chosen(words, selection)
        self._rows: list[tuple[int, ...]] = []
        self._lapses: list[tuple[int, int]] = [_NO_MORE]
        self._start()

    def _start(self) -> None:
        self._answer = self._fold.blank(self._params)
        self._state = self._fold.scratch(self._params)
        self._tally = np.zeros(3, np.int64)
        self._begun = False

    def feed(
        self,
        step: int,
        occurred_at: int,
        channel: int = 0,
        rating: int = NOTHING_SAID,
        expectation: int = NOTHING_SAID,
        about: int = NOT_COVERED,
        amount: int = 0,
        stood: int = 0,
        lapses: Sequence[tuple[int, int]] = (),
    ) -> None:
        """Take one event, in the codes and units of `Columns`, with what time alone changes after it; a late one
        re-folds the customer.
        """
        late = bool(self._rows) and occurred_at < self._rows[-1][3]
        lapse = len(self._lapses) if lapses else 0
        self._lapses += [*lapses, _NO_MORE] if lapses else []
        self._rows.append((step, about, channel, occurred_at, rating, expectation, amount, stood, lapse))
        if late:
            self._rows.sort(key=lambda row: row[3])
            self._start()
        rows = self._rows if late else self._rows[-1:]
        self._run(rows, self._state, self._answer, self._tally, closed=False)
        self._begun = True

    def answer(self) -> A:
        """What the fold would say if the customer did nothing more."""
        state, tally = self._state.copy(), self._tally.copy()
        answer = type(self._answer)(*(cells.copy() for cells in self._answer))
        if self._begun:
            self._run([], state, answer, tally, closed=True)
        return answer

    def _run(self, rows: list[tuple[int, ...]], state: Cells, answer: A, tally: Cells, *, closed: bool) -> None:
        offsets = np.array([0, len(rows)], np.int64)
        offsets.flags.writeable = False
        self._walk(
            offsets,
            _columns(rows, self._lapses),
            self._chosen,
            None,
            self._params,
            state,
            answer,
            tally,
            self._begun,
            closed,
        )


def _columns(rows: list[tuple[int, ...]], lapses: list[tuple[int, int]]) -> Columns:
    given = [*(zip(*rows, strict=True) if rows else ((),) * (len(TYPES) - len(NO_LAPSES))), *zip(*lapses, strict=True)]
    table = [np.array(column, kind) for column, kind in zip(given, TYPES.values(), strict=True)]
    for column in table:
        column.flags.writeable = False
    return Columns(*table)


def _chosen(words: Words, selection: Selection | None) -> Chosen | None:
    """Period and channels; whether the customer is chosen by traits is for the caller to know."""
    if selection is None or selection.everything:
        return None
    channels = np.zeros(256, np.bool_)
    channels[[c for c, name in enumerate(words.channels) if not selection.channels or name in selection.channels]] = (
        True
    )
    return Chosen(np.ones(1, np.bool_), channels, selection.from_at, selection.to_at)
