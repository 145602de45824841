"""Long histories cut into parts between neighbours that are named."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given, strategies as st

from tests.folds.journals import CODES, WORDS, Event, journal, journeys, told
from wend.engines.units import by_breaks

NAMES = len(WORDS.events)


def test_a_part_ends_between_the_two() -> None:
    cases = by_breaks(journal([told("abcab"), told("ca")]), "journey", np.array([2 * NAMES + 0]))
    assert [bucket.offsets.tolist() for bucket in cases.buckets] == [[0, 3, 5, 6, 7]]
    assert cases.buckets[0].owner.tolist() == [0, 0, 1, 1]


@given(journeys(), st.lists(st.tuples(st.integers(0, CODES - 1), st.integers(0, CODES - 1)), max_size=4))
def test_parts_are_whole_and_never_hold_such_neighbours(log: list[list[Event]], pairs: list[tuple[int, int]]) -> None:
    named = np.array([a * NAMES + b for a, b in pairs], np.int64)
    for bucket in by_breaks(journal(log, 2), "journey", named).buckets:
        parts = np.split(bucket.event, bucket.offsets[1:-1]) if len(bucket.event) else []
        assert all(set(pairwise(part)).isdisjoint(pairs) for part in parts)
        borders = set(np.asarray(bucket.base.offsets).tolist())
        inner = [int(at) for at in bucket.offsets[1:-1] if int(at) not in borders]
        assert all((bucket.event[at - 1], bucket.event[at]) in pairs for at in inner)
