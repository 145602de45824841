"""The kernels of the search, compiled before anybody waits for them."""

from __future__ import annotations

import numpy as np

from wend.domain.event import NO_RATING, NOT_COVERED
from wend.folds.contrast import Path, attempts, nearest, overview, places_by_code, rhythm
from wend.maps.obstacles.scan import worst_run


def warm() -> None:
    """Compile and cache the kernels of the search, so that the first map of a new installation is quick."""
    at = np.arange(40, dtype=np.int64) * 86_400
    step = np.tile(np.asarray([0, 1], np.uint16), 20)
    nothing, code = np.full(40, NO_RATING, np.int16), np.full(40, NOT_COVERED, np.uint16)
    path = Path(np.asarray([0, 20, 40]), step, at, nothing, code, np.zeros(40, np.int64))
    owner = np.repeat(np.arange(2), 20)
    first, second = places_by_code(step, 2)
    overview(path, 2)
    attempts(owner, at, first, second, 60)
    nearest(owner, first, second)
    rhythm(path.offsets, at, step == 0, 3, 2)
    worst_run(np.ones(40), np.zeros(40), 0.1)
