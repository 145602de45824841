"""Sorted runs are a multiset: they count like a Counter."""

from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import given, strategies as st

from wend.log.runs import Runs, merged, places_in, ranks

numbers = st.lists(st.integers(-5, 5) | st.integers(-(2**63), 2**63 - 1), max_size=40)


def run(given: list[int]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.array(sorted(given), np.int64)


@given(st.lists(numbers, max_size=6), numbers)
def test_runs_count_like_a_counter(parts: list[list[int]], asked: list[int]) -> None:
    runs = Runs()
    for part in parts:
        runs.add(run(part))
    counter = Counter(number for part in parts for number in part)
    assert runs.counts(run(asked)).tolist() == [counter[number] for number in sorted(asked)]
    assert len(runs) == counter.total()


@given(numbers, numbers)
def test_merging_sorts_both(a: list[int], b: list[int]) -> None:
    assert merged(run(a), run(b)).tolist() == sorted(a + b)


@given(numbers)
def test_ranks_count_the_equal_ones_before(given: list[int]) -> None:
    lined = sorted(given)
    assert ranks(run(given)).tolist() == [lined[:i].count(number) for i, number in enumerate(lined)]


@given(numbers, numbers)
def test_places_are_found(given: list[int], asked: list[int]) -> None:
    lined = sorted(set(given))
    expected = [lined.index(number) if number in lined else -1 for number in sorted(asked)]
    assert places_in(run(lined), run(asked)).tolist() == expected


def test_many_small_runs_stay_few() -> None:
    runs = Runs()
    for number in range(1000):
        runs.add(run([number]))
    assert len(runs.runs) <= 12
