"""Paths after the first time of a start, of all customers of a piece: their rows are known, so that nothing before them
is looked at. Which customer begins next is found without a branch; keys are counted many at a time, because the
table of counters is larger than the processor's cache, and what follows each other closely is fetched at the same time.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.folds.columns import Columns
from wend.folds.contract import Cells
from wend.folds.driver import loop
from wend.folds.kernel import kernel
from wend.folds.pathways import PATHS, PEOPLE
from wend.folds.posted import Found, Ranks, customer_of


@loop
def walk_starts(
    found: Found,
    many: int,
    first: int,
    ranks: Ranks,
    before: int,
    offsets: Cells,
    columns: Columns,
    among: NDArray[np.bool_],
    params: Any,
    answer: Any,
) -> int:
    """Count the path of every customer with a start among the first `many` rows that were found, counted from row
    `first` of the bucket; customers are counted from its customer `before`. Returns how many have a path.
    """
    people = _first_of_each(found, many, first, ranks, before, among)
    free, end = len(params.powers), params.base - 1
    for each in range(people):
        row, until = np.int64(found.rows[np.uint64(each)]) + 1, offsets[np.uint64(found.at[np.uint64(each)] + 1)]
        key, steps = np.int64(0), 0
        while row < until and steps < free:
            letter = params.letters[columns.step[np.uint64(row)]]
            row += 1
            if letter != 0:
                key += letter * params.powers[steps]
                steps += 1
        if steps < free:
            key += end * params.powers[steps]  # nothing came after this
        found.at[np.uint64(each)] = key
    for each in range(people):
        answer.times[np.uint64(found.at[np.uint64(each)])] += 1
    answer.totals[PATHS] += people
    answer.totals[PEOPLE] += people
    return int(people)


@kernel
def _first_of_each(found: Found, many: int, first: int, ranks: Ranks, before: int, among: NDArray[np.bool_]) -> int:
    """Keep the first row of each customer who counts, and write down whose it is instead of its moment."""
    people, last = np.int64(0), -1
    for k in range(many):
        row = found.rows[np.uint64(k)]
        customer = customer_of(ranks, np.int64(row) + first) - before
        counts = len(among) == 0 or among[customer]
        found.rows[people], found.at[people] = row, customer
        people += np.int64(customer != last) & np.int64(counts)
        last = customer
    return int(people)
