"""Two groupings compared: pairs counted one by one, and which group became which."""

from __future__ import annotations

from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import given, strategies as st

from wend.methods.matching import agreement, successors

CODES = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=14)


def plain(rows: list[tuple[int, int]]) -> float:
    """Hubert & Arabie (1985), pair by pair."""
    pairs = [(a[0] == b[0], a[1] == b[1]) for a, b in combinations(rows, 2)]
    both, one, other = (sum(map(bool, each)) for each in zip(*((a and b, a, b) for a, b in pairs), strict=True))
    expected = one * other / len(pairs)
    most = (one + other) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)


@given(rows=CODES)
def test_agreement_is_counted_over_pairs(rows: list[tuple[int, int]]) -> None:
    one, other = (np.array([row[k] for row in rows], np.int64) for k in (0, 1))
    assert agreement(one, other) == pytest.approx(plain(rows), abs=1e-12)


def test_names_of_groups_do_not_matter() -> None:
    assert agreement(np.array([0, 0, 1, 2]), np.array([2, 2, 0, 1])) == 1.0
    assert agreement(np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])) == pytest.approx(-0.5)


@given(st.integers(1, 4), st.integers(0, 50))
def test_successors_have_the_smallest_sum(size: int, seed: int) -> None:
    distances = np.random.default_rng(seed).random((size, size))
    found = [place for place in successors(distances) if place is not None]
    best = min(sum(distances[row, place] for row, place in enumerate(order)) for order in permutations(range(size)))
    assert sum(distances[row, place] for row, place in enumerate(found)) == pytest.approx(best)


def test_a_group_too_many_has_no_successor() -> None:
    assert successors(np.array([[0.0], [5.0]])) == [0, None]
