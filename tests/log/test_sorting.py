"""Rows on their way into a bucket are sorted by their whole order, whatever fits into the number that is sorted."""

from __future__ import annotations

import numpy as np
from hypothesis import given, strategies as st

from wend.log.rows import WIDTH, sort_words

KEYS = st.one_of(st.sampled_from([0, 1, 2**18, 2**40 + 1, 2**63, 2**64 - 1]), st.integers(0, 2**64 - 1))
SECOND = 1_000_000
MOMENTS = st.one_of(
    st.sampled_from([0, 1, SECOND - 1, SECOND, -1, 2**33 * SECOND, -(2**33) * SECOND]), st.integers(0, 90 * SECOND)
)
ROWS = st.tuples(KEYS, MOMENTS, st.integers(-1, 1), st.integers(-(2**63), 2**63 - 1))


@given(few=st.lists(ROWS, max_size=12), again=st.lists(st.integers(0, 11), max_size=60))
def test_sorted_rows_stand_in_journey_order(few: list[tuple[int, int, int, int]], again: list[int]) -> None:
    rows = [*few, *((*few[k % len(few)][:3], k) for k in again if few)]
    words = np.zeros((len(rows), WIDTH), np.uint64)
    for place, (key, *others) in enumerate(rows):
        words[place, :4] = [key, *(number % 2**64 for number in others)]
    assert [rows[place] for place in sort_words(words)] == sorted(rows)


def test_one_busy_customer_is_sorted_too() -> None:
    words = np.zeros((5_000, WIDTH), np.uint64)
    words[:, 0], words[:, 3] = 7, np.random.default_rng(1).permutation(5_000)
    assert words[sort_words(words), 3].tolist() == list(range(5_000))
