"""Run a fold over a whole journal on this machine: threads over pieces of buckets, without the interpreter lock.

Each worker starts from its own blank answer and walks pieces until none is left; the answers are merged at the end. A
piece is a run of whole customers, so that few or uneven buckets still keep every core busy.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from itertools import islice
from typing import Any, Generic, TypeVar

import numpy as np
import pyarrow as pa

from wend.domain.selection import Selection
from wend.engines import budgets, posting, usual
from wend.engines.lens import Lens, every_event
from wend.engines.pieces import Piece
from wend.engines.posting import Posting
from wend.engines.reading import EVERY, Reading
from wend.engines.source import Journal
from wend.engines.walking import Masks, Watching, Worker
from wend.folds.contract import NEVER, Answer, Cells, Fold
from wend.folds.driver import CUSTOMERS, EVENTS
from wend.folds.reads import columns_read

P = TypeVar("P", bound=tuple[Any, ...])
A = TypeVar("A", bound=Answer)

EVERYTHING = Selection()
AMONG = "~among"
"""What the version of a journal is told apart by where some customers alone are looked at."""


@dataclass(frozen=True, slots=True)
class Walked(Generic[P, A]):
    """An answer, the params it was reached with (they may have been widened), and how many customers and events the
    selection held.
    """

    answer: A
    params: P
    customers: int
    events: int


@dataclass(frozen=True, slots=True, eq=False)
class Members:
    """Some customers of a journal: one mask per bucket. Can be handed to another question as `among`."""

    masks: Masks
    journal: Journal

    def __len__(self) -> int:
        return sum(int(mask.sum()) for mask in self.masks)

    def __invert__(self) -> Members:
        return Members(tuple(~mask for mask in self.masks), self.journal)

    def __or__(self, other: Members) -> Members:
        return Members(tuple(a | b for a, b in zip(self.masks, other.masks, strict=True)), self.journal)

    def __and__(self, other: Members) -> Members:
        return Members(tuple(a & b for a, b in zip(self.masks, other.masks, strict=True)), self.journal)

    def ids(self) -> Iterator[str]:
        """Canonical customer ids, bucket by bucket."""
        for bucket, mask in zip(self.journal.buckets, self.masks, strict=True):
            yield from bucket.customers.filter(pa.array(mask)).to_pylist()


class Machine:
    """Answers questions over one version of a journal. Safe to share between threads.

    The customers of `left_out` (one mask per bucket) are in no answer, whatever is asked: here, and nowhere else, do
    people who are not real customers leave every analysis.
    """

    def __init__(self, journal: Journal, threads: int | None = None, left_out: Masks | None = None) -> None:
        self.journal = journal
        self.threads = threads or os.cpu_count() or 1
        self.left_out = left_out
        self._reading = Reading(journal, left_out)

    def alone(self, members: Members, sign: str) -> Machine:
        """The same engine with these customers alone. `sign` differs wherever others are: by it the version of its
        journal is told from this one's.
        """
        outside = tuple(~mask for mask in members.masks)
        if self.left_out is not None:
            outside = tuple(out | mask for out, mask in zip(self.left_out, outside, strict=True))
        journal: Any = self.journal
        return self._over(replace(journal, version=f"{journal.version}{AMONG}{sign}"), outside)

    def _over(self, journal: Any, left_out: Masks) -> Machine:
        return Machine(journal, self.threads, left_out)

    @cached_property
    def came_at(self) -> tuple[Cells, ...]:
        """By bucket, when each customer did the first thing; -NEVER of those who did nothing or are left out."""
        return tuple(self._came_at(number) for number in range(len(self.journal.buckets)))

    def _came_at(self, number: int) -> Cells:
        bucket = self.journal.buckets[number]
        offsets = np.asarray(bucket.offsets, np.int64)
        there = np.diff(offsets) > 0
        if self.left_out is not None:
            there &= ~self.left_out[number]
        first = np.full(len(there), -NEVER)
        first[there] = np.asarray(bucket.occurred_at)[offsets[:-1][there]]
        return first

    def pieces(self, reads: frozenset[str] = EVERY) -> list[Piece]:
        """The whole journal cut for the workers, those who are left out among it, with the columns in `reads`. The
        columns of a piece are read once, in the room of whoever reads them.
        """
        return self._reading.pieces(EVERYTHING, None, None, reads=reads)

    def chosen_pieces(
        self, selection: Selection, lens: Lens | None = None, reads: frozenset[str] = EVERY
    ) -> list[Piece]:
        """The same, each piece with what of it is chosen."""
        return self._reading.pieces(selection, lens, None, masked=True, reads=reads)

    def answer(
        self,
        fold: Fold[P, A],
        params: P,
        selection: Selection = EVERYTHING,
        lens: Lens | None = None,
        among: Members | None = None,
    ) -> Walked[P, A]:
        """The fold's answer over the customers and events of `selection`, events read through `lens` if given."""
        while True:
            answer, tally = self._answered(fold, params, selection, lens, among)
            if fold.overflowed is None or fold.wider is None or not fold.overflowed(answer):
                return Walked(answer, params, int(tally[CUSTOMERS]), int(tally[EVENTS]))
            params = fold.wider(params)

    def members(
        self,
        fold: Fold[P, A],
        params: P,
        cells: Callable[[A], Cells],
        selection: Selection = EVERYTHING,
        lens: Lens | None = None,
        among: Members | None = None,
    ) -> Members:
        """The customers who changed any of `cells`, a view into an answer: the people behind that number."""
        return self.answer_with_members(fold, params, cells, selection, lens, among)[1]

    def answer_with_members(
        self,
        fold: Fold[P, A],
        params: P,
        cells: Callable[[A], Cells],
        selection: Selection = EVERYTHING,
        lens: Lens | None = None,
        among: Members | None = None,
    ) -> tuple[A, Members]:
        """The answer, and the customers behind some of its cells, in one walk."""
        answer, masks = self._found(fold, params, cells, selection, lens, among)
        return answer, Members(masks, self.journal)

    def _answered(
        self, fold: Fold[P, A], params: P, selection: Selection, lens: Lens | None, among: Members | None
    ) -> tuple[A, Cells]:
        """The answer with this much room, and its tally."""
        people, posted = None if among is None else among.masks, Posting(fold, params).asks
        pieces = self._reading.pieces(selection, lens, people, reads=columns_read(fold), posted=posted)
        return merged(fold, self._parts(fold, params, pieces, None))

    def _found(
        self,
        fold: Fold[P, A],
        params: P,
        cells: Callable[[A], Cells],
        selection: Selection,
        lens: Lens | None,
        among: Members | None,
    ) -> tuple[A, Masks]:
        """The answer and, per bucket, who changed any of `cells`."""
        people, posted = None if among is None else among.masks, Posting(fold, params).asks
        pieces = self._reading.pieces(selection, lens, people, True, columns_read(fold), posted)
        while True:
            masks = tuple(np.zeros(len(bucket.offsets) - 1, np.bool_) for bucket in self.journal.buckets)
            answer, _ = merged(fold, self._parts(fold, params, pieces, (masks, cells)))
            if fold.overflowed is None or fold.wider is None or not fold.overflowed(answer):
                return answer, masks
            params = fold.wider(params)

    def _parts(
        self, fold: Fold[P, A], params: P, pieces: Sequence[Piece], watching: Watching[A] | None
    ) -> list[tuple[A, Cells]]:
        """One answer and tally per worker; `pieces` are dealt out one by one."""
        workers = max(1, min(self.threads, len(pieces)))
        waiting, lock, budget = iter(_dealt(pieces, workers)), threading.Lock(), budgets.current()
        budget.allow(workers * sum(cells.nbytes for cells in fold.blank(params)))
        budget.progress.begin(sum(piece.events for piece in pieces))

        def work() -> tuple[A, Cells]:
            worker = Worker(fold, params, watching)
            while True:
                with lock:
                    piece = next(waiting, None)
                if piece is None:
                    return worker.closed()
                budget.check()
                worker.walk(piece)
                budget.progress.passed(piece.events)

        if workers == 1:
            return [work()]
        with ThreadPoolExecutor(workers) as pool:
            try:
                return [future.result() for future in [pool.submit(work) for _ in range(workers)]]
            finally:
                with lock:  # one that fails, or somebody who does not wait any more, ends it for all
                    list(waiting)


def _dealt(pieces: Sequence[Piece], workers: int) -> list[Piece]:
    """The pieces in an order in which workers begin with different buckets: each makes the columns of one."""
    return sorted(pieces, key=lambda piece: (piece.bucket // workers, piece.first, piece.bucket))


def merged(fold: Fold[P, A], parts: Sequence[tuple[A, Cells]]) -> tuple[A, Cells]:
    """All answers in one, and all tallies in one."""
    return reduce(fold.merge, (answer for answer, _ in parts)), reduce(np.add, (tally for _, tally in parts))


def warm(part: int = 0, parts: int = 1) -> None:
    """Compile, or load from disk, the kernels of the usual questions, so that nobody waits for them; of so many parts
    of them one.

    Takes seconds at most once per installation; safe beside other work.
    """
    machine, listed = Machine(usual.SmallestJournal(), threads=1), Machine(usual.listed(), threads=1)
    posting.warm()
    for fold, params in islice(usual.questions(), part, None, parts):
        if Posting(fold, params).asks:
            listed.answer(fold, params, lens=every_event(listed.journal.words))
            listed.answer(fold, params)
        for selection, named in usual.ways(fold):
            if named:
                machine.members(fold, params, lambda answer: answer[0][:1], selection)
            else:
                machine.answer(fold, params, selection)
