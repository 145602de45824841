"""What would only restate itself, or cannot be known yet, is never claimed."""

from __future__ import annotations

from typing import Any, cast

import numpy as np

from tests.maps.obstacles.worlds import NONE, context_of, shop
from wend.folds import contrast
from wend.maps import obstacles
from wend.maps.obstacles import find_obstacles
from wend.maps.obstacles.context import DAY
from wend.maps.obstacles.lay import Lay
from wend.maps.obstacles.outcomes import Outcomes
from wend.maps.obstacles.words import is_by_company, is_end_marker, is_mishap, is_promise, kinship

NO_RATING = -32768


def test_an_empty_log_has_no_obstacles() -> None:
    assert find_obstacles(context_of(np.zeros((0, 7), np.int64))) == ()


def test_a_tiny_log_has_no_obstacles() -> None:
    assert find_obstacles(shop(1, customers=5)) == ()


def test_a_marker_of_leaving_is_no_obstacle() -> None:
    """`lost` is written behind whoever did not pay: it keeps nobody from paying."""
    rng, rows = np.random.default_rng(0), []
    for who in range(800):
        begins = 1_700_000_000 + int(rng.integers(0, 100)) * DAY
        rows.append((who, begins, 0, 0, NO_RATING, NONE, 0))
        paid = rng.random() < 0.6
        rows.append((who, begins + 600, 1 if paid else 2, 0, NO_RATING, NONE, 0))
    assert find_obstacles(context_of(np.asarray(rows, np.int64), steps=("cart", "payment_done", "lost"))) == ()


def test_a_cancelled_order_is_not_blamed_for_not_being_delivered() -> None:
    rng, rows = np.random.default_rng(0), []
    for who in range(900):
        begins = 1_700_000_000 + int(rng.integers(0, 100)) * DAY
        cancelled = rng.random() < 0.2
        rows += [(who, begins, 0, 0, NO_RATING, NONE, 0)]
        rows += [(who, begins + (3_600 if cancelled else 2 * DAY), 1 if cancelled else 2, 0, NO_RATING, NONE, 0)]
    steps = ("order.placed", "order.cancelled", "order.received")
    assert [each.kind for each in find_obstacles(context_of(np.asarray(rows, np.int64), steps=steps))] == []


def test_what_the_log_has_not_seen_yet_is_unknown_and_not_a_failure() -> None:
    rows = [(0, 0, 0, 0, NO_RATING, NONE, 0), (0, 100 * DAY, 0, 0, NO_RATING, NONE, 0)]
    context = context_of(np.asarray(rows, np.int64), steps=("a", "b"))
    found = Outcomes(context, Lay(context)).reaches(np.asarray([0, 1]), 1, within=30 * DAY)
    assert found[0] == 0
    assert np.isnan(found[1])


def test_promised_times_do_not_lengthen_the_log() -> None:
    rows = [(0, 0, 0, 0, NO_RATING, NONE, 0), (0, 50 * DAY, 1, 0, NO_RATING, NONE, 0)]
    context = context_of(np.asarray(rows, np.int64), steps=("order.placed", "order.expected"))
    assert (context.begins_at, context.ends_at) == (0, 0)


def test_names_are_read_in_both_languages() -> None:
    assert is_promise("order.delivery_expected")
    assert is_promise("Hẹn giao")
    assert is_mishap("Thanh toán thất bại")
    assert is_mishap("payment_failed")
    assert is_by_company("order.delivered")
    assert is_end_marker("lost")
    assert not is_promise("order.delivered")
    assert not is_mishap("order.placed")


def test_a_promise_is_kin_to_what_fulfils_it() -> None:
    assert kinship("order.delivery_expected", "order.delivered") > kinship("order.delivery_expected", "review.written")


def test_the_kernels_compile_for_the_types_that_the_search_uses() -> None:
    """`warm` must compile what a search runs, or it warms nothing."""
    obstacles.warm()
    compiled = [cast("Any", kernel).signatures for kernel in (contrast.attempts, contrast.nearest, contrast.rhythm)]
    find_obstacles(shop(2, customers=120))
    assert [cast("Any", k).signatures for k in (contrast.attempts, contrast.nearest, contrast.rhythm)] == compiled
