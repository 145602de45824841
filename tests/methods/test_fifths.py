"""Fifths by rank: equal values stay together, and order does not matter."""

from __future__ import annotations

import numpy as np
from hypothesis import given, strategies as st

from wend.methods.fifths import borders, fifths

VALUES = st.lists(st.integers(0, 6), min_size=1, max_size=60)


def plain(values: list[int]) -> list[int]:
    """The fifth in which the middle of one's equals lies."""
    places = [(sum(v < value for v in values) + values.count(value) / 2) / len(values) for value in values]
    return [min(4, int(place * 5 + 1e-12)) + 1 for place in places]


@given(values=VALUES)
def test_a_fifth_is_where_the_middle_of_equals_lies(values: list[int]) -> None:
    assert fifths(np.array(values, float)).tolist() == plain(values)


@given(values=VALUES, seed=st.integers(0, 9))
def test_order_means_nothing_and_more_is_never_less(values: list[int], seed: int) -> None:
    order = np.random.default_rng(seed).permutation(len(values))
    given_, found = np.array(values, float), fifths(np.array(values, float))
    assert fifths(given_[order]).tolist() == found[order].tolist()
    assert (np.diff(found[np.argsort(given_, kind="stable")]) >= 0).all()


def test_different_values_make_equal_fifths() -> None:
    found = fifths(np.arange(100.0))
    assert np.bincount(found).tolist() == [0, 20, 20, 20, 20, 20]
    assert borders(np.arange(100.0), found)[4] == (80.0, 99.0)


def test_a_fifth_in_which_nobody_is_has_no_borders() -> None:
    values = np.array([1.0, 1, 1, 2])
    assert fifths(values).tolist() == [2, 2, 2, 5]
    assert borders(values, fifths(values)) == [None, (1.0, 1.0), None, None, (2.0, 2.0)]
