"""A fold asked of every customer apart, over a whole journal or over one customer: a row of cells each."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from wend.engines.lens import Lens
from wend.engines.machine import Machine
from wend.engines.pieces import NO_LAPSES, Piece, Room
from wend.engines.reading import STANDING, standing_of
from wend.folds.contract import Answer, Fold
from wend.folds.each import each_of
from wend.folds.reads import columns_read

P = TypeVar("P", bound=tuple[Any, ...])
A = TypeVar("A", bound=Answer)
Rows = NDArray[np.int64]
Read = Callable[[int], tuple[NDArray[np.uint16], NDArray[np.int64]]]
"""For the number of a bucket: the step and the value of each of its events."""


def column(machine: Machine, fold: Fold[P, A], params: P, read: Read, standing: Lens | None = None) -> tuple[Rows, ...]:
    """Per bucket one row per customer: the cells of the fold's answer about them alone. `standing` is a lens that tells
    where customers stand, if the fold asks.
    """
    buckets = machine.journal.buckets
    cells = len(fold.blank(params))
    out = tuple(np.zeros((len(bucket.offsets) - 1, cells), np.int64) for bucket in buckets)
    by_bucket: dict[int, list[Piece]] = {}
    for piece in machine.pieces(columns_read(fold) - {"step", "amount", *STANDING}):
        by_bucket.setdefault(piece.bucket, []).append(piece)

    def one(number: int) -> None:
        step, amount = (_frozen(array) for array in read(number))
        where = {} if standing is None else standing_of(buckets[number], number, standing)
        room = Room()
        for piece in by_bucket[number]:
            columns = piece.columns(room)._replace(step=step[piece.rows], amount=amount[piece.rows])
            columns = columns._replace(**{n: c if n in NO_LAPSES else c[piece.rows] for n, c in where.items()})
            state, answer = fold.scratch(params), fold.blank(params)
            each_of(fold)(piece.offsets, columns, params, state, answer, out[number][piece.first : piece.last])

    if machine.threads == 1 or len(by_bucket) <= 1:
        for number in by_bucket:
            one(number)
    else:
        with ThreadPoolExecutor(machine.threads) as pool:
            list(pool.map(one, by_bucket))
    summed = np.sum([rows.sum(axis=0) for rows in out], axis=0).reshape(cells, 1)
    whole = type(fold.blank(params))(*summed)
    if fold.overflowed is not None and fold.wider is not None and fold.overflowed(whole):
        return column(machine, fold, fold.wider(params), read, standing)
    return out


def _frozen(array: NDArray[Any]) -> NDArray[Any]:
    whole = np.ascontiguousarray(array)
    whole.flags.writeable = False
    return whole
