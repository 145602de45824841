"""How unlike two sequences are: the fewest insertions, deletions and substitutions, over the root of the longer length.

Source: the bit-parallel algorithm of Myers (1999), "A fast bit-vector algorithm for approximate string matching based
on dynamic programming", in the form Hyyrö (2003) gives it for the distance of two whole sequences. One column of the
table of differences lies in two machine words, so a pair costs one pass over the second sequence. Undivided, long
sequences are unlike everybody only because they are long; divided by the whole length, they are like everybody. The
root lies between, and found known groups best (`docs/quality/journeys.md`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wend.methods.compiled import loop

Whole = NDArray[np.int64]
Small = NDArray[np.float32]

LONGEST = 62
"""Items of a sequence that are looked at: as many as one signed machine word holds beside its sign and its carry."""


def unlike(sequences: Whole, lengths: Whole) -> Small:
    """The symmetric matrix of distances between all rows; 0 = equal.

    `sequences[i, :lengths[i]]` are whole numbers ≥ 0, at least one and at most LONGEST of them; the rest of a row is
    not looked at.
    """
    rows, longest = sequences.shape
    inside = np.arange(longest) < lengths[:, None]
    kinds, numbered = np.unique(sequences[inside], return_inverse=True)
    items = np.zeros((rows, longest), np.int64)
    items[inside] = numbered
    matrix = np.zeros((rows, rows), np.float32)
    _fill(items, lengths.astype(np.int64), np.zeros(len(kinds), np.int64), matrix)
    return matrix


@loop
def _fill(items: Whole, lengths: Whole, masks: Whole, matrix: Small) -> None:
    """Row by row: `masks[item]` has a bit for every place of the item in the row's sequence."""
    for i in range(len(items)):
        long = lengths[i]
        full, top = (np.int64(1) << long) - 1, np.int64(1) << (long - 1)
        for place in range(long):
            masks[items[i, place]] |= np.int64(1) << place
        for j in range(i + 1, len(items)):
            up, down, edits = full, np.int64(0), long
            for place in range(lengths[j]):
                same = masks[items[j, place]]
                along = (((same & up) + up) ^ up) | same
                more, less = (down | ~(along | up)) & full, up & along
                if more & top:
                    edits += 1
                if less & top:
                    edits -= 1
                more, less, same = (more << 1) | 1, less << 1, same | down
                up, down = (less | ~(same | more)) & full, more & same & full
            matrix[i, j] = matrix[j, i] = edits / np.sqrt(max(long, lengths[j]))
        for place in range(long):
            masks[items[i, place]] = 0
