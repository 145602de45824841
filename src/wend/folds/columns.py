"""One bucket's events as a fold sees them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Columns(NamedTuple):
    """Columns of equal length, sorted by customer and then by (occurred_at, received_at, event_id).

    `step` is the code of the space the question is asked over: event names or touchpoints (65535 = not covered, shown
    only to folds that ask for it); `about` is a code of the same space (65535 = none). `rating` and `expectation` are
    hundredths from −200 to 200 (−32768 = none), `occurred_at` whole epoch seconds, `amount` minor units of money.
    `stood` is where stage sets whose stages are conditions stand the customer after the event: a byte each, for at most
    two of them. `lapse` is where the list of what time alone changes between the event and the next one begins in
    `lapse_at` and `lapse_stood`, which are no columns of events and are never cut with them: moments, and what `stood`
    is from each on. A list ends with a moment after all others; the one at 0 is empty (see `lapses.py`).
    """

    step: NDArray[np.uint16]
    about: NDArray[np.uint16]
    channel: NDArray[np.uint8]
    occurred_at: NDArray[np.int64]
    rating: NDArray[np.int16]
    expectation: NDArray[np.int16]
    amount: NDArray[np.int64]
    stood: NDArray[np.uint16]
    lapse: NDArray[np.int32]
    lapse_at: NDArray[np.int64]
    lapse_stood: NDArray[np.uint16]
