"""Lists of events by name: what a plain search finds, in a bucket's file and with what came late, after any history."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from tests.log.test_journal_laws import links
from tests.log.world import Row, World, batches
from wend.log.journal import Bucket
from wend.log.postings import MOMENTS, posted, postings

SEVERAL = settings(max_examples=25)


def told(bucket: Bucket, codes: list[int]) -> dict[int, list[tuple[int, int]]] | None:
    """Row and moment of the events of these codes, as the lists tell them."""
    lists = bucket.posted(np.array(codes, np.int64))
    if lists is None:
        return None
    spans = {code: slice(lists.begins[code], lists.ends[code]) for code in codes if code < len(lists.begins)}
    return {code: list(zip(lists.rows[s].tolist(), lists.at[s].tolist(), strict=True)) for code, s in spans.items()}


def searched(bucket: Bucket, codes: list[int]) -> dict[int, list[tuple[int, int]]]:
    """The same, by looking at every event."""
    found = defaultdict[int, list[tuple[int, int]]](list)
    for row, (code, at) in enumerate(zip(bucket.event.tolist(), bucket.occurred_at.tolist(), strict=True)):
        if code in codes:
            found[code].append((row, at))
    return found


@SEVERAL
@given(st.lists(st.tuples(batches, links), min_size=1, max_size=3), st.sets(st.integers(0, 5), min_size=1))
def test_lists_are_what_a_search_finds_after_any_history(
    world: World, history: list[tuple[list[list[Row]], list[tuple[str, str]]]], wanted: set[int]
) -> None:
    log, codes = world.log(buckets=2, late_from=0), sorted(wanted)
    for number, (parts, pairs) in enumerate(history):
        world.bring(log, *parts, source=f"import_{number}")
        for a, b in pairs:
            world.link(log, a, b)
        for bucket in log.journal().buckets:
            lists, fit = told(bucket, codes), not np.any((bucket.occurred_at < 0) | (bucket.occurred_at >= MOMENTS))
            assert lists is not None or not fit
            assert lists is None or {code: each for code, each in lists.items() if each} == searched(bucket, codes)


@pytest.mark.parametrize("at", [-1, MOMENTS])
def test_a_moment_that_does_not_fit_leaves_a_bucket_without_lists(at: int) -> None:
    event = np.array([0, 3], np.uint16)
    assert posted(postings(event, np.array([5, at]))) is None
    assert posted(postings(event, np.array([0, MOMENTS - 1]))) is not None


def test_an_empty_bucket_has_lists_of_nothing() -> None:
    lists = posted(postings(np.zeros(0, np.uint16), np.zeros(0, np.int64)))
    assert lists is not None
    assert (lists.begins.tolist(), lists.ends.tolist()) == ([0], [0])
