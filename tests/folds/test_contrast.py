"""The kernels under every contrast against plain definitions, and the laws of the overview."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, strategies as st
from numpy.typing import NDArray

from wend.folds import histogram
from wend.folds.contrast import (
    NOWHERE,
    Overview,
    Path,
    attempts,
    count_before,
    line_of,
    merged,
    nearest,
    next_after,
    overview,
    places_by_code,
    rhythm,
    sums_after,
)

CODES = 4
Customer = list[tuple[int, int]]  # (second, code), in order of time

customers = st.lists(
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, CODES)), min_size=1, max_size=14).map(sorted),
    min_size=1,
    max_size=6,
)


def path_of(log: list[Customer]) -> Path:
    """Customers behind each other."""
    rows = [row for customer in log for row in customer]
    offsets = np.cumsum([0, *(len(customer) for customer in log)]).astype(np.int64)
    at = np.asarray([second for second, _ in rows], np.int64)
    step = np.asarray([code for _, code in rows], np.uint16)
    nothing = np.full(len(rows), -32768, np.int16)
    return Path(offsets, step, at, nothing, np.full(len(rows), 65535, np.uint16), np.zeros(len(rows), np.int64))


def owner_of(path: Path) -> NDArray[np.int64]:
    return np.repeat(np.arange(len(path.offsets) - 1), np.diff(path.offsets))


def plain_follows(log: list[Customer], a: int, b: int) -> list[int]:
    """The waits from each a to the first b before the next a."""
    waits = []
    for customer in log:
        for i, (begun, code) in enumerate(customer):
            if code != a:
                continue
            for came, other in customer[i + 1 :]:
                if other == b:
                    waits.append(came - begun)
                if other in (a, b):
                    break
    return waits


@given(customers)
def test_overview_counts_what_comes_before_the_next_of_the_same(log: list[Customer]) -> None:
    seen = overview(path_of(log), CODES)
    for a in range(CODES):
        for b in range(CODES):
            waits = plain_follows(log, a, b)
            assert seen.follows[a, b] == len(waits)
            bins = np.bincount([histogram.bin_of(wait) for wait in waits], minlength=histogram.BINS)
            assert (seen.waits[a, b] == bins).all()


@given(customers)
def test_overview_counts_customers_by_what_they_did_first_and_last(log: list[Customer]) -> None:
    seen = overview(path_of(log), CODES)
    known = [[code for _, code in customer if code < CODES] for customer in log]
    for a in range(CODES):
        assert seen.customers[a] == sum(a in codes for codes in known)
        assert seen.events[a] == sum(codes.count(a) for codes in known)
        assert seen.last[a] == sum(codes[-1] == a for codes in known if codes)
        for b in range(CODES):
            both = [codes for codes in known if a in codes and b in codes]
            assert seen.first[a, b] == sum(codes.index(a) <= codes.index(b) for codes in both)


def _same(a: Overview, b: Overview) -> bool:
    return all((x == y).all() for x, y in zip(a, b, strict=True))


@given(customers, st.integers(0, 6))
def test_a_log_cut_between_customers_merges_to_the_whole(log: list[Customer], cut: int) -> None:
    halves = [half for half in (log[:cut], log[cut:]) if half]
    parts = [overview(path_of(half), CODES) for half in halves]
    whole = overview(path_of(log), CODES)
    blank = overview(path_of([[(0, CODES)]]), CODES)
    assert _same(merged(blank, merged(parts[-1], parts[0])) if len(parts) == 2 else merged(parts[0], blank), whole)


@given(customers, st.integers(0, 120))
def test_attempts_are_what_a_person_would_call_attempts(log: list[Customer], within: int) -> None:
    path = path_of(log)
    places = places_by_code(path.step, CODES)
    begun, came = attempts(owner_of(path), path.at, places[0], places[1], within)
    expected, base = [], 0
    for customer in log:
        i = 0
        while i < len(customer):
            start, code = customer[i]
            if code != 0:
                i += 1
                continue
            goal = next((j for j in range(i + 1, len(customer)) if customer[j][1] == 1), None)
            if goal is not None and customer[goal][0] - start <= within:
                expected.append((base + i, base + goal))
                i = goal
            else:
                expected.append((base + i, NOWHERE))
                while i < len(customer) and customer[i][0] - start <= within:
                    i += 1
        base += len(customer)
    assert list(zip(begun.tolist(), came.tolist(), strict=True)) == expected


def test_who_tries_again_and_succeeds_has_not_failed() -> None:
    path = path_of([[(0, 0), (10, 0), (20, 1), (500, 0)], [(30, 1)]])
    places = places_by_code(path.step, CODES)
    begun, came = attempts(owner_of(path), path.at, places[0], places[1], 60)
    assert (begun.tolist(), came.tolist()) == ([0, 3], [2, NOWHERE])


@given(customers)
def test_nearest_lies_between_the_neighbours(log: list[Customer]) -> None:
    path = path_of(log)
    owner, places = owner_of(path), places_by_code(path.step, CODES)
    before, after = nearest(owner, places[0], places[1])
    for k, i in enumerate(places[0]):
        mine = [p for p in places[1].tolist() if owner[p] == owner[i]]
        others = [p for p in places[0].tolist() if owner[p] == owner[i]]
        previous, following = (
            max([p for p in others if p < i], default=-1),
            min([p for p in others if p > i], default=10**9),
        )
        assert before[k] == max([p for p in mine if previous < p < i], default=NOWHERE)
        assert after[k] == min([p for p in mine if i < p < following], default=NOWHERE)


@given(customers, st.integers(0, 50))
def test_next_after_is_the_first_that_is_late_enough(log: list[Customer], later: int) -> None:
    path = path_of(log)
    owner, line, places = owner_of(path), line_of(owner_of(path), path.at), places_by_code(path.step, CODES)
    starts = np.arange(len(path.at))
    found = next_after(owner, line, starts, places[1], later)
    for i in starts:
        fitting = [p for p in places[1].tolist() if p > i and owner[p] == owner[i] and path.at[p] >= path.at[i] + later]
        assert found[i] == min(fitting, default=NOWHERE)


@given(customers, st.integers(0, 200))
def test_sums_and_counts_stay_with_their_customer_and_window(log: list[Customer], window: int) -> None:
    path = path_of(log)
    owner, places = owner_of(path), places_by_code(path.step, CODES)
    line, window = line_of(owner, path.at), min(window, 2 * int(np.ptp(path.at)))
    starts, values = np.arange(len(path.at)), np.arange(len(places[1])) + 1
    sums = sums_after(line, starts, places[1], values, window)
    counts = count_before(line, starts, places[1], window)
    for i in starts:
        near = [(p, v) for p, v in zip(places[1], values, strict=True) if owner[p] == owner[i]]
        assert sums[i] == sum(v for p, v in near if p > i and path.at[p] <= path.at[i] + window)
        assert counts[i] == sum(1 for p, _ in near if p <= i and path.at[p] >= path.at[i] - window)


@pytest.mark.parametrize(("older", "recent"), [(3, 2), (1, 1)])
def test_rhythm_sums_the_gaps_before_and_the_gaps_now(older: int, recent: int) -> None:
    days = [0, 7, 14, 21, 35, 60, 60.5, 100]
    path = path_of([[(int(day * 86_400), 0) for day in days], [(0, 0)]])
    places, old, new = rhythm(path.offsets, path.at, path.step == 0, older, recent)
    visits = [day for day in days if day != 60.5]  # half a day later is the same visit
    gaps = [b - a for a, b in pairwise(visits)]
    expected = [
        (visits[k], sum(gaps[k - older - recent : k - recent]), sum(gaps[k - recent : k]))
        for k in range(older + recent, len(visits))
    ]
    assert [(path.at[p] / 86_400, o / 86_400, n / 86_400) for p, o, n in zip(places, old, new, strict=True)] == expected
