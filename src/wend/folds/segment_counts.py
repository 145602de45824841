"""A condition that only asks how often something was done, told from the rows of those events: nobody else is looked
at. How many events follow each other in one customer is counted without a branch on where the next one begins.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.folds.contract import Cells
from wend.folds.driver import loop
from wend.folds.posted import Found, Ranks, customer_of


@loop
def walk_found(
    found: Found,
    many: int,
    first: int,
    ranks: Ranks,
    before: int,
    offsets: Cells,
    columns: None,
    among: NDArray[np.bool_],
    params: Any,
    answer: Any,
) -> int:
    """Count the customers with as many events as the condition wants. The first `many` rows that were found are counted
    from row `first` of the bucket, and customers from its customer `before`. Returns how many have any.
    """
    low, high = params.leaves.low[0], params.leaves.high[0]
    fits = people = times = np.int64(0)
    last = -1
    for k in range(many):
        customer = customer_of(ranks, np.int64(found.rows[np.uint64(k)]) + first) - before
        if len(among) > 0 and not among[customer]:
            continue
        new = np.int64(customer != last)
        fits += new & np.int64(low <= times) & np.int64(times <= high) & np.int64(times > 0)
        people += new
        times = times * (1 - new) + 1
        last = customer
    answer.nodes[0] += fits + np.int64(times > 0 and low <= times <= high)
    return int(people)
