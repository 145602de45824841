"""Distances of sequences: against the textbook table, and by hand."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from hypothesis import given, strategies as st

from wend.methods.editing import LONGEST, unlike

SEQUENCES = st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=9), min_size=1, max_size=6)


def plain(a: tuple[int, ...], b: tuple[int, ...]) -> int:
    """The definition: the last items are equal, or one of three edits was made."""

    @cache
    def edits(i: int, j: int) -> int:
        if i == 0 or j == 0:
            return i + j
        return min(edits(i - 1, j) + 1, edits(i, j - 1) + 1, edits(i - 1, j - 1) + (a[i - 1] != b[j - 1]))

    return edits(len(a), len(b))


def matrix(*sequences: tuple[int, ...]) -> np.typing.NDArray[np.float32]:
    padded = np.full((len(sequences), LONGEST), 99)
    for row, sequence in enumerate(sequences):
        padded[row, : len(sequence)] = sequence
    return unlike(padded, np.array([len(sequence) for sequence in sequences]))


@given(SEQUENCES)
def test_every_distance_is_the_textbook_one(rows: list[list[int]]) -> None:
    sequences = [tuple(row) for row in rows]
    told = matrix(*sequences)
    for i, a in enumerate(sequences):
        for j, b in enumerate(sequences):
            assert told[i, j] == pytest.approx(plain(a, b) / max(len(a), len(b)) ** 0.5)


def test_the_words_of_the_textbooks() -> None:
    words = [tuple(map(ord, word)) for word in ("kitten", "sitting", "saturday", "sunday")]
    told = matrix(*words)
    assert told[0, 1] * 7**0.5 == pytest.approx(3)
    assert told[2, 3] * 8**0.5 == pytest.approx(3)


def test_the_longest_sequences_still_fit_a_word() -> None:
    up = tuple(range(LONGEST))
    assert matrix(up, up[::-1], up[:-1])[0].tolist() == pytest.approx([0, plain(up, up[::-1]) / 62**0.5, 1 / 62**0.5])
