"""A shop with a fault at its checkout for two weeks on one platform: what is found, its cost, who stands behind."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest

from tests.folds.journals import DAY, HOUR, Event, MemoryWords, journal
from tests.questions.shop import CLOCK
from wend.engines.budgets import Budget, Told, within
from wend.engines.errors import Cancelled
from wend.engines.lens import lens_of
from wend.engines.machine import Machine
from wend.methods.changes import Series
from wend.questions import errors
from wend.questions.anomalies.series import Line, search
from wend.questions.asking import ask, members
from wend.questions.context import Context, Plan

MIDNIGHT = 1_735_689_600  # 2025-01-01
DAYS, FIRST, LAST, PRICE = 120, 60, 73, 100_000
WORDS = MemoryWords(("checkout.started", "order.placed", "page.seen"), ("app", "web"))


@cache
def shop(fault: float) -> Context:
    """Thirty-six customers a day: a page, mostly a checkout, mostly an order."""
    rng = np.random.default_rng(1)
    journeys: list[list[Event]] = []
    platforms: list[str | None] = []
    for day in range(DAYS):
        for number in range(36):
            platform, channel = ("android", "ios", "other")[number % 3], number % 2
            hit = platform == "android" and channel == 0 and FIRST <= day <= LAST
            at = MIDNIGHT + day * DAY + int(rng.integers(0, 20 * HOUR))
            journey = [Event(2, at, channel), Event(0, at + 60, channel)]
            if rng.random() < (fault if hit else 0.8):
                journey.append(Event(1, at + 600, channel, amount=PRICE))
            journeys.append(journey)
            platforms.append(platform)
    log = journal(journeys, 2, WORDS, {"platform": platforms})
    return Context(Machine(log, threads=2), Plan(), lens_of([], WORDS, ""))


def test_the_fault_is_told_with_its_days_its_group_and_its_cost() -> None:
    (found,) = ask(shop(0.2), CLOCK, "anomalies", {"by": "platform"}).rows
    assert (found["what"], found["measure"]) == ("checkout.started > order.placed", "conversion")
    assert found["group"] == "channel = app, platform = android"
    assert abs(int(found["from"][-2:]) - 2) <= 2  # 2025-03-02
    assert abs(int(found["to"][-2:]) - 15) <= 2
    assert found["low"] <= found["during"] <= found["high"] < found["before"]
    assert found["cost"] == pytest.approx(found["lost"] * PRICE, rel=0.02)
    assert found["cost_low"] < 84 * 0.6 * PRICE < found["cost_high"]


def test_a_search_tells_how_far_it_is_and_can_be_stopped() -> None:
    lines = [Line("customers", None, step, "", Series("count", np.ones(60), np.ones(60)), 0, 0.0) for step in range(5)]
    with within(Budget()) as budget:
        assert search(lines) == []
        assert budget.progress.told() == Told(1, 1.0)
        budget.stop()
        with pytest.raises(Cancelled):
            search(lines)


def test_what_divides_suggests_itself() -> None:
    (found,) = ask(shop(0.2), CLOCK, "anomalies").rows
    assert found["group"] == "channel = app, platform = android"
    assert {each["what"] for each in found["also"]} == {"checkout.started > order.placed", "order.placed"}


def test_a_quiet_shop_has_no_anomaly() -> None:
    quiet = ask(shop(0.8), CLOCK, "anomalies", {"by": "platform"})
    assert quiet.rows == []
    assert quiet.content["series"] > 20


def test_the_customers_behind_an_anomaly() -> None:
    (found,) = ask(shop(0.2), CLOCK, "anomalies", {"by": "platform"}).rows
    where: dict[str, Any] = {name: found[name] for name in ("what", "measure", "from", "to", "group")}

    def behind(state: str) -> int:
        return len(members(shop(0.2), "anomalies", {"by": "platform"}, where | {"state": state}))

    assert behind("tried") == found["n"]
    assert behind("came") / behind("tried") == pytest.approx(found["during"], abs=1e-3)
    assert behind("lost") == behind("tried") - behind("came")


def test_days_are_those_of_the_workspace() -> None:
    # Customers come from midnight to 20:00 UTC: in Vietnam the first seventeen hours are one day, the rest the next.
    there = replace(shop(0.8), zone="Asia/Ho_Chi_Minh")
    where = {"what": "page.seen", "measure": "customers", "from": "2025-01-01", "to": "2025-01-01"}
    first = len(members(there, "anomalies", {}, where))
    assert 20 < first < 36
    both = where | {"to": "2025-01-02"}
    assert len(members(there, "anomalies", {}, both)) > first + 20
    assert len(members(there, "anomalies", {}, where | {"from": "2024-12-31", "to": "2024-12-31"})) == 0


def test_a_step_that_is_done_less_opens_its_customers() -> None:
    where = {"what": "page.seen", "measure": "customers", "from": "2025-01-03", "to": "2025-01-03"}
    assert len(members(shop(0.8), "anomalies", {}, where)) == 36


@pytest.mark.parametrize(
    ("params", "where", "error"),
    [
        ({"by": "platfrom"}, {}, errors.UnknownTrait),
        ({"by": "platform"}, {"what": "order.placd", "measure": "customers"}, errors.UnknownEvent),
        ({"by": "platform"}, {"what": "order.placed", "group": "platform = windows"}, errors.BadChoice),
    ],
)
def test_unknown_names_are_mistakes(params: Any, where: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        members(shop(0.8), "anomalies", params, where)
