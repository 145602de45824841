"""Nothing but the four causes: what was not planted differs between groups no more than chance lets it."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import product

import pytest

from tests.demo.reading import Files, Row
from wend.demo.answers import LOWEST, NPS, SCORES, SURVEYS

LIMIT = 4.5  # standard errors; some two hundred comparisons below


def _widest(pairs: Iterable[tuple[str, float]]) -> float:
    """The largest distance, in standard errors, between one group's mean and the mean of all others."""
    groups = defaultdict(list)
    for group, value in pairs:
        groups[group].append(value)
    total, size = sum(map(sum, groups.values())), sum(map(len, groups.values()))
    spread = (sum((value - total / size) ** 2 for values in groups.values() for value in values) / size) ** 0.5
    widest = 0.0
    for values in groups.values():
        rest = size - len(values)
        if len(values) >= 40 and rest >= 40:
            gap = abs(sum(values) / len(values) - (total - sum(values)) / rest)
            widest = max(widest, gap / (spread * (1 / len(values) + 1 / rest) ** 0.5))
    return widest


GROUPS = ("province", "channel", "payment_method", "carrier", "items")
ENDS = ("cancelled_at", "returned_at")


@pytest.mark.parametrize(("group", "end"), list(product(GROUPS, ENDS)))
def test_cancelling_and_returning_have_no_cause(whole: Files, group: str, end: str) -> None:
    assert _widest((order[group], bool(order[end])) for order in whole.orders) < LIMIT


@pytest.mark.parametrize("group", GROUPS[1:])
def test_lateness_has_no_cause_but_the_province(whole: Files, group: str) -> None:
    assert _widest((order[group], whole.late(order)) for order in whole.delivered) < LIMIT


@pytest.mark.parametrize("group", GROUPS)
def test_punctual_deliveries_are_rated_alike(whole: Files, group: str) -> None:
    punctual = {order["order_no"]: order for order in whole.delivered if not whole.late(order)}
    rated = [row for row in whole.answers if row["survey"] == "delivery" and row["order_no"] in punctual]
    assert _widest((punctual[row["order_no"]][group], int(row["score"])) for row in rated) < LIMIT


@pytest.mark.parametrize("survey", ["checkout", "review", "call", "store", "nps"])
def test_other_ratings_keep_their_mean_all_the_time(whole: Files, survey: str) -> None:
    rated = [row for row in whole.answers if row["survey"] == survey]
    assert _widest((_month(row), int(row["score"])) for row in rated) < LIMIT
    kind = SURVEYS.index(survey)
    mean = sum(score * weight for score, weight in enumerate(SCORES[kind], LOWEST[kind])) / 100
    assert abs(sum(int(row["score"]) for row in rated) / len(rated) - mean) < (0.3 if kind == NPS else 0.15)


def _month(row: Row) -> str:
    return row["answered_at"][12:]


def test_untouched_checkouts_convert_alike(whole: Files) -> None:
    fault = whole.truths.fault
    untouched = [
        c for c in whole.checkouts
        if c.fee_known and not (c.platform == fault.platform and fault.first_day <= c.day <= fault.last_day)
    ]  # fmt: skip
    assert _widest((c.place, c.ordered) for c in untouched) < LIMIT
    assert _widest((c.platform, c.ordered) for c in untouched) < LIMIT
    assert _widest((f"{c.day:%Y-%m}", c.ordered) for c in untouched) < LIMIT
