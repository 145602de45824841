"""Sharing out conversions: three paths by hand, brute force on random paths, and what must always add up."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise
from math import factorial

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from wend.methods import attribution, markov, paths
from wend.methods.attribution import FIRST, LAST, LINEAR, MODELS, POSITION, SHAPLEY, TIME_DECAY, Shares

Told = tuple[str, int, float, int]
"""A path as letters, its conversions, their value, and its journeys that came to nothing."""
MARKOV = MODELS.index("markov")


def packed(told: list[Told]) -> paths.Paths:
    letters, conversions, value, nulls = zip(*told, strict=True)
    offsets = np.concatenate([[0], np.cumsum([len(path) for path in letters])])
    channels = np.array([ord(letter) - ord("a") for path in letters for letter in path])
    return paths.Paths(offsets, channels, np.array(conversions), np.array(value, np.float64), np.array(nulls))


def shared(told: list[Told], channels: int = 3, order: int = 1) -> tuple[Shares, Shares]:
    return attribution.shares(paths.tally_of(packed(told), channels, order))


THREE: list[Told] = [("ab", 2, 30.0, 0), ("bcb", 1, 60.0, 1), ("a", 0, 0.0, 2)]


@pytest.mark.parametrize(
    ("model", "a", "b", "c"),
    [
        (FIRST, 2, 1, 0),
        (LAST, 0, 3, 0),
        (LINEAR, 1, 1 + Fraction(2, 3), Fraction(1, 3)),
        (POSITION, 1, 1 + Fraction(4, 5), Fraction(1, 5)),
        (TIME_DECAY, Fraction(2, 3), Fraction(4, 3) + Fraction(5, 7), Fraction(2, 7)),
        (SHAPLEY, 1, 1 + Fraction(1, 2), Fraction(1, 2)),
    ],
    ids=lambda value: MODELS[value] if isinstance(value, int) and value > 3 else str(value),
)
def test_three_paths_by_hand(model: int, a: Fraction, b: Fraction, c: Fraction) -> None:
    assert shared(THREE)[0].value[model] == pytest.approx([float(a), float(b), float(c)])


def test_removal_by_hand() -> None:
    """From the start 4 of 6 go to a and 2 to b; half of those at a go on to b; of the 6 times at b, 3 end in a
    conversion, 2 go to c (and back), 1 ends: from b, 3 / 4 convert in the end. Without c, the 2 are lost: 1 / 2.
    """
    all_of_them = (Fraction(4, 6) / 2 + Fraction(2, 6)) * Fraction(3, 4)
    without_a, without_c = Fraction(2, 6) * Fraction(3, 4), (Fraction(4, 6) / 2 + Fraction(2, 6)) * Fraction(1, 2)
    expected = [float(1 - left / all_of_them) for left in (without_a, Fraction(0), without_c)]
    assert shared(THREE)[0].effects == pytest.approx(expected)


def test_money_is_shared_like_conversions_but_by_what_they_earned() -> None:
    value = shared(THREE)[1].value
    assert value[LINEAR] == pytest.approx([15, 15 + 40, 20])
    assert value.sum(axis=1) == pytest.approx([90] * len(MODELS))


def told_paths(channels: str = "abc") -> st.SearchStrategy[list[Told]]:
    row = st.tuples(st.text(channels, min_size=1, max_size=6), st.integers(0, 4), st.just(0.0), st.integers(0, 4))
    priced = row.map(lambda told: (told[0], told[1], 2.5 * told[1] * len(told[0]), told[3]))
    return st.lists(priced, min_size=1, max_size=8)


def walked(told: list[Told], order: int, removed: str) -> tuple[float, float]:
    """Conversions and money per path by pushing the paths through the chain until next to nothing is on its way."""
    steps: dict[str, list[tuple[str, float, float]]] = {}
    for path, conversions, value, nulls in told:
        states = ["", *(path[max(0, i - order) : i] for i in range(1, len(path) + 1))]
        for before, after in pairwise(states):
            steps.setdefault(before, []).append((after, conversions + nulls, 0.0))
        steps.setdefault(states[-1], []).append(("!", conversions, value))
        steps[states[-1]].append(("?", nulls, 0.0))
    way, won, earned = {"": 1.0}, 0.0, 0.0
    for _ in range(3_000):
        then: dict[str, float] = {}
        for state, share in way.items():
            total = sum(count for _, count, _ in steps[state])
            for after, count, money in steps[state] if total else []:
                won += share * count / total if after == "!" else 0
                earned += share * money / total
                if after not in "!?" and after[-1] != removed:
                    then[after] = then.get(after, 0) + share * count / total
        way = {state: share for state, share in then.items() if share > 1e-14}
    return won, earned


@settings(max_examples=25)
@given(told=told_paths(), order=st.integers(1, 3))
def test_removal_effects_are_those_of_the_chain_walked_on_and_on(told: list[Told], order: int) -> None:
    steps = paths.tally_of(packed(told), 3, order).steps
    chain = markov.chain_of(steps, 3, order, attribution.GROUPS)
    for money, found in enumerate(markov.reached(chain, 3, attribution.GROUPS)):
        assert found.whole == pytest.approx(walked(told, order, "-")[money], abs=1e-9)
        assert found.without == pytest.approx([walked(told, order, letter)[money] for letter in "abc"], abs=1e-9)


@settings(max_examples=25)
@given(told=told_paths(), order=st.integers(1, 3))
def test_steps_counted_in_their_places_are_those_found_by_sorting(told: list[Told], order: int) -> None:
    steps = paths.tally_of(packed(told), 3, order).steps
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "_MOST_DENSE", 0)
        by_sorting = paths.tally_of(packed(told), 3, order).steps
    kept = (by_sorting.counts != 0) | (by_sorting.paid != 0)
    for own, other in zip(steps, by_sorting, strict=True):
        assert own == pytest.approx(other[kept])


def lattice(told: list[Told], channels: str) -> list[float]:
    """The Shapley value by its definition: what a channel adds, over all coalitions that it may join."""

    def worth(coalition: set[str]) -> int:
        return sum(conversions for path, conversions, _, _ in told if set(path) <= coalition)

    n = len(channels)
    return [
        sum(
            factorial(size) * factorial(n - size - 1) / factorial(n) * (worth({*others, one}) - worth({*others}))
            for size in range(n)
            for others in combinations(channels.replace(one, ""), size)
        )
        for one in channels
    ]


@settings(max_examples=25)
@given(told=told_paths("abcdef"))
def test_shapley_is_the_sum_over_all_coalitions(told: list[Told]) -> None:
    assert shared(told, 6)[0].value[SHAPLEY] == pytest.approx(lattice(told, "abcdef"), abs=1e-9)


@settings(max_examples=25)
@given(told=told_paths(), order=st.integers(1, 3))
def test_every_model_shares_out_the_whole(told: list[Told], order: int) -> None:
    for shares, total in zip(
        shared(told, order=order), (sum(t[1] for t in told), sum(t[2] for t in told)), strict=True
    ):
        assert shares.value.sum(axis=1) == pytest.approx([total] * len(MODELS), abs=1e-9)
        assert (shares.value >= 0).all()


@settings(max_examples=25)
@given(told=told_paths())
def test_repeats_change_no_removal_effect_of_order_one(told: list[Told]) -> None:
    short = attribution.shares(paths.tally_of(paths.collapsed(packed(told)), 3, 1))[0]
    assert short.effects == pytest.approx(shared(told)[0].effects, abs=1e-9)


def many(factor: int = 1) -> list[Told]:
    told = [
        ("ab", 30, 300.0, 70),
        ("b", 20, 400.0, 200),
        ("cab", 15, 90.0, 40),
        ("c", 1, 5.0, 90),
        ("acb", 9, 99.0, 30),
    ]
    return [(path, conversions * factor, value * factor, nulls * factor) for path, conversions, value, nulls in told]


def test_intervals_narrow_with_the_root_of_the_journeys() -> None:
    few, lots = shared(many())[0], shared(many(100))[0]
    assert few.low is not None and few.high is not None and lots.low is not None and lots.high is not None
    assert ((few.low <= few.value) & (few.value <= few.high)).all()
    widths = (few.high - few.low).sum() / few.value.sum(), (lots.high - lots.low).sum() / lots.value.sum()
    assert widths[0] / widths[1] == pytest.approx(10, rel=0.25)


def test_intervals_are_those_of_journeys_drawn_again() -> None:
    """Against the plain bootstrap: draw all journeys with replacement, and solve the chain anew each time."""
    told, rng, again = many(10), np.random.default_rng(5), []
    rows = np.array([(conversions, nulls) for _, conversions, _, nulls in told]).ravel()
    for drawn in rng.multinomial(rows.sum(), rows / rows.sum(), 100).reshape(100, -1, 2).tolist():
        sample = packed([(told[i][0], won, 0.0, lost) for i, (won, lost) in enumerate(drawn)])
        chain = markov.chain_of(paths.tally_of(sample, 3, 1).steps, 3, 1, attribution.GROUPS)
        effects = markov.removal_effects(markov.reached(chain, 3, attribution.GROUPS)[0])
        again.append(effects / effects.sum() * packed(told).conversions.sum())
    low, high = np.percentile(again, (2.5, 97.5), axis=0)
    ours = shared(told)[0]
    assert ours.low is not None and ours.high is not None
    assert (ours.high - ours.low)[MARKOV] == pytest.approx(high - low, rel=0.3)


def test_too_few_customers_have_no_interval() -> None:
    assert shared([("ab", 3, 3.0, 2)])[0].low is None


def test_nothing_at_all_is_shared_out_as_nothing() -> None:
    assert not shared([("ab", 0, 0.0, 0)])[0].value.any()
