"""A lens that also divides: every event gets the code of its step and of its group in one number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wend.engines.lens import Lens
from wend.engines.source import Bucket
from wend.folds.contract import NOT_COVERED

Groups = Callable[[int], NDArray[np.int64]]
"""For the number of a bucket: the group of each of its events."""


@dataclass(frozen=True, slots=True, eq=False)
class Divided(Lens):
    """The codes of a lens, read as group · `size` + place among the watched codes; others are not covered."""

    size: int = 1
    groups: Groups = lambda _: np.zeros(0, np.int64)

    def read(self, bucket: Bucket, number: int) -> NDArray[np.uint16]:
        """Step and group of every event of a bucket."""
        places = Lens.read(self, bucket, number)
        codes = places + self.groups(number) * self.size
        return np.where(places == NOT_COVERED, NOT_COVERED, codes).astype(np.uint16)


def divided(lens: Lens, watched: Sequence[int], groups: Groups, name: str) -> Divided:
    """`lens`, only these of its codes, divided into groups; `name` tells one division from another."""
    place = np.full(NOT_COVERED + 1, NOT_COVERED, np.uint16)
    place[list(watched)] = np.arange(len(watched))
    version = f"{lens.version} {tuple(watched)} by {name}"
    return Divided(version, lens.names, lens.table, lens.about, lens.tested, place, len(watched), groups)
