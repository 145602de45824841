"""A lens that also divides: every event gets the code of its step and of its group in one number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from wend.engines.lens import Lens
from wend.engines.source import Bucket
from wend.folds.contract import NOT_COVERED

Groups = Callable[[int], NDArray[np.int64]]
"""For the number of a bucket: the group of each of its events."""


def divided(lens: Lens, watched: Sequence[int], groups: Groups, name: str) -> Lens:
    """Events as `lens` reads them, only the `watched` codes, as group · watched + place among these; `name` tells one
    division from another.
    """
    place = np.full(NOT_COVERED + 1, NOT_COVERED, np.uint16)
    place[list(watched)] = np.arange(len(watched))

    def steps(bucket: Bucket, number: int) -> NDArray[np.uint16]:
        places = place[lens.read(bucket, number)]
        codes = places + groups(number) * len(watched)
        return np.where(places == NOT_COVERED, NOT_COVERED, codes).astype(np.uint16)

    return replace(lens, version=f"{lens.version} {tuple(watched)} by {name}", steps=steps)
