"""Means of values that come in customers: held against the plain definition, Welch, and a known truth."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, strategies as st

from wend.methods.clustered import Cross, Products, compare_means, compare_shares_of, rest
from wend.methods.intervals import Sums, compare_means as welch, compare_shares

Values = list[list[tuple[bool, int]]]
"""By customer: whether a value is on the one side, and the value."""
CUSTOMERS = st.lists(st.lists(st.tuples(st.booleans(), st.integers(-200, 200)), min_size=1, max_size=5), min_size=2)


def products(pairs: list[tuple[int, int]]) -> Products:
    ways = [(n, s, n * n, n * s, s * s) for n, s in pairs]
    return Products(*(sum(column) for column in zip(*ways, strict=True)))


def plain_sums(values: list[int]) -> Sums:
    return Sums(len(values), sum(values), sum(value * value for value in values))


def summed(values: Values) -> tuple[Products, Products, Cross, int, int]:
    both = [(len(own), sum(value for _, value in own)) for own in values]
    one = [(sum(side for side, _ in own), sum(value for side, value in own if side)) for own in values]
    pairs = [(n * m, n * t, s * m, s * t) for (n, s), (m, t) in zip(one, both, strict=True)]
    cross = Cross(*(sum(column) for column in zip(*pairs, strict=True)))
    with_, without = sum(n > 0 for n, _ in one), sum(n < m for (n, _), (m, _) in zip(one, both, strict=True))
    return products(both), products(one), cross, len(values), min(with_, without)


@given(CUSTOMERS)
def test_the_variance_is_that_of_what_customers_add(values: Values) -> None:
    whole, own, cross, customers, fewest = summed(values)
    flat = [(side, value) for each in values for side, value in each]
    one, two = ([value for side, value in flat if side == wanted] for wanted in (True, False))
    other = rest(whole, own, cross)
    assert (other.n, other.total) == (len(two), sum(two))
    if fewest < 2:
        assert compare_means(whole, own, cross, customers, fewest).p == 1
        return
    means = {True: np.mean(one), False: np.mean(two)}
    parts = [
        sum((1 if side else -1) * (value - means[side]) / (len(one) if side else len(two)) for side, value in each)
        for each in values
    ]
    error = np.sqrt(sum(float(part) ** 2 for part in parts) * customers / (customers - 1))
    found = compare_means(whole, own, cross, customers, fewest)
    assert found.value == pytest.approx(means[True] - means[False])
    from scipy.special import stdtrit

    assert found.high - found.value == pytest.approx(stdtrit(fewest - 1, 0.975) * error, abs=1e-4)


def test_one_value_a_customer_is_welch() -> None:
    drawn = np.random.default_rng(3)
    values: Values = [[(bool(c % 2), int(drawn.normal(20 * (c % 2), 80)))] for c in range(2_000)]
    found = compare_means(*summed(values))
    one, two = ([value for each in values for side, value in each if side == wanted] for wanted in (True, False))
    plain = welch(plain_sums(one), plain_sums(two))
    assert (found.value, found.low, found.high) == pytest.approx((plain.value, plain.low, plain.high), rel=5e-3)


def moody(drawn: np.random.Generator, apart: float) -> Values:
    """Customers with a mood of their own, of whom some are mostly on the one side: nothing but `apart` tells them."""
    values: Values = []
    for _ in range(150):
        mood, often = drawn.normal(0, 60), drawn.choice([0.2, 0.8])
        sides = drawn.random(int(drawn.integers(1, 12))) < often
        values.append([(bool(side), round(float(mood + drawn.normal(apart * side, 20)))) for side in sides])
    return values


def test_the_interval_holds_the_truth_where_values_resemble_each_other() -> None:
    drawn, held, naive = np.random.default_rng(11), 0, 0
    for _ in range(400):
        values = moody(drawn, 15)
        found = compare_means(*summed(values))
        held += found.low <= 15 <= found.high
        one, two = ([v for each in values for side, v in each if side == wanted] for wanted in (True, False))
        plain = welch(plain_sums(one), plain_sums(two))
        naive += plain.low <= 15 <= plain.high
    assert 0.92 <= held / 400 <= 0.98
    assert naive / 400 < 0.85


def test_shares_are_never_surer_than_independent_ones() -> None:
    always: Values = [[(True, 1)]] * 40 + [[(False, int(c % 3 == 0))] for c in range(60)]
    found, plain = compare_shares_of(*summed(always)), compare_shares(40, 40, 20, 60)
    assert found.low <= plain.low < found.value <= plain.high <= found.high <= 1
    assert found.p >= plain.p
