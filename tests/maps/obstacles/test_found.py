"""What is planted is found: the right thing, the right group, the right days, and told once."""

from __future__ import annotations

import pytest

from tests.maps.obstacles.worlds import BEGINS, Planted, shop
from wend.maps.model import Obstacle
from wend.maps.obstacles import customers_of, evidence_of, find_obstacles
from wend.maps.obstacles.context import DAY

LATE = Planted(late_hurts=-150, late_in="Nghệ An")
FAULT = Planted(fault_days=(150, 171))
BOTH = Planted(late_hurts=-150, late_in="Nghệ An", fault_days=(150, 171))


@pytest.mark.parametrize("seed", range(3))
def test_the_late_parcel_is_told_once_with_its_province(seed: int) -> None:
    [found] = find_obstacles(shop(seed, 1200, planted=LATE))
    assert (found.kind, found.touchpoint, found.outcome) == ("late", "order.delivered", "rating")
    assert found.group == "province = Nghệ An"
    assert -1.8 < found.effect < -1.0  # a point and a half, less what the ends of the scale swallow
    assert found.p_adjusted <= 0.05
    assert found.title.en == "Delivery later than promised"
    assert found.title.vi == "Giao trễ hơn hẹn"


@pytest.mark.parametrize("seed", range(3))
def test_the_fault_has_its_platform_and_its_days(seed: int) -> None:
    [found] = find_obstacles(shop(seed, 1200, planted=FAULT))
    assert (found.kind, found.touchpoint, found.outcome) == ("incident", "checkout.started", "next_step")
    assert found.group == "platform = android"
    assert found.began is not None
    assert found.ended is not None
    assert abs(found.began - (BEGINS + 150 * DAY)) <= 3 * DAY
    assert abs(found.ended - (BEGINS + 171 * DAY)) <= 3 * DAY
    assert found.effect < -0.5


def test_two_groups_that_stop_at_one_step_are_one_obstacle() -> None:
    [found] = find_obstacles(shop(5, 1200, planted=Planted(hard_in=("Huế", "Cần Thơ"))))
    assert (found.kind, found.touchpoint, found.outcome) == ("dropoff", "cart.filled", "next_step")
    assert set(found.group.removeprefix("province = ").split(", ")) == {"Huế", "Cần Thơ"}
    assert found.low < -0.4 < found.high


@pytest.fixture(scope="module")
def both() -> tuple[Obstacle, ...]:
    return find_obstacles(shop(7, 1200, planted=BOTH))


def test_two_causes_are_two_obstacles_the_heavier_first(both: tuple[Obstacle, ...]) -> None:
    assert sorted(found.kind for found in both) == ["incident", "late"]
    assert both[0].weight >= both[1].weight
    assert all(found.tests == both[0].tests > 100 for found in both)


def test_the_bars_differ_by_the_effect(both: tuple[Obstacle, ...]) -> None:
    for found in both:
        hit, others = (bar.figure.value for bar in found.comparisons)
        assert hit - others == pytest.approx(found.effect)
        assert found.share == pytest.approx(found.customers / found.at_risk)


def test_the_search_is_deterministic(both: tuple[Obstacle, ...]) -> None:
    assert find_obstacles(shop(7, 1200, planted=BOTH)) == both


def test_the_drawer_shows_dose_and_what_came_next() -> None:
    context = shop(1, 1200, planted=LATE)
    [found] = find_obstacles(context)
    evidence = evidence_of(context, found.key)
    assert evidence is not None
    assert [bar.label.en for bar in evidence.breakdown][:2] == ["On time", "Up to 1 day late"]
    assert evidence.breakdown[0].figure.value > 0.5 > evidence.breakdown[-1].figure.value
    assert {bar.hit for bar in evidence.next_steps} == {True, False}
    assert "Holm" in evidence.method.en
    assert "Holm" in evidence.method.vi
    assert evidence.related  # the late parcel is also a slow one


def test_the_customers_behind_it_come_in_pages() -> None:
    context = shop(1, 1200, planted=LATE)
    [found] = find_obstacles(context)
    everybody = customers_of(context, found.key, 0, 10_000)
    assert len(everybody) == len(set(everybody)) == found.customers
    assert customers_of(context, found.key, 5, 10) == everybody[5:15]
    assert customers_of(context, "late:nothing") == ()
    assert evidence_of(context, "late:nothing") is None
