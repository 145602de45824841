"""One customer, counted on fingers: what holds, and until when."""

from __future__ import annotations

from typing import Any

import pytest

from wend.conditions import document
from wend.conditions.journey import Happened, Journey
from wend.conditions.live import holds, until

DAY = 86_400
LAN = Journey(
    "lan",
    [
        Happened(1, "order.placed", 1 * DAY, channel="web", amount=500_000, currency="VND"),
        Happened(2, "order.placed", 3 * DAY, channel="zalo", amount=300_000, currency="VND"),
        Happened(3, "support.contacted", 4 * DAY, properties={"city": "Hà Nội"}),
        Happened(2, "order.placed", 3 * DAY, received_at=9 * DAY, amount=300_000),  # came again
    ],
    {"born": "1990-01-08", "timezone": "Asia/Ho_Chi_Minh"},
)


def read(leaf: Any) -> Any:
    return document.from_json({"version": 1, "condition": leaf})


@pytest.mark.parametrize(
    ("leaf", "now", "answer", "end"),
    [
        ({"did": {"event": "order.placed", "times": {"at_least": 2}, "in": {"last": "7d"}}}, 4, True, 8),
        ({"did_not": {"event": "order.placed", "in": {"last": "7d"}}}, 5, False, 10),
        ({"did": {"event": "order.placed"}}, 5, True, None),
        ({"did": {"event": "order.placed"}}, 0, False, 1),
        ({"silent": {"anything": True, "for": "30d"}}, 5, False, 34),
        ({"sum": {"event": "order.placed", "field": "amount", "at_least": 800000}}, 5, True, None),
        ({"sum": {"event": "order.placed", "field": "amount", "currency": "USD", "at_least": 1}}, 5, False, None),
        (
            {"last": {"event": "order.placed", "test": {"field": "channel", "is": "ZALO", "loosely": True}}},
            5,
            True,
            None,
        ),
        (
            {"in_order": {"steps": [{"event": "order.placed"}, {"event": "support.contacted"}], "within": "1d"}},
            5,
            True,
            None,
        ),
        (
            {"date": {"trait": "born", "at_least": 0, "at_most": 3, "yearly": True}},
            3,
            False,
            3 + 16 / 24,
        ),  # in 1970 Saigon was UTC+8
    ],
)
def test_what_holds_of_lan_and_until_which_day(leaf: Any, now: int, answer: bool, end: float | None) -> None:
    assert holds(read(leaf), LAN, now * DAY) is answer
    assert until(read(leaf), LAN, now * DAY) == (None if end is None else end * DAY)


@pytest.mark.parametrize(
    ("operator", "price", "within", "answer"),
    [
        ("less_than", "8", "4d", True),
        ("less_than", "9", "4d", False),
        ("less_than", "8", "3d", False),
        ("same_as", "5", "4d", True),
        ("more_than", "6", "4d", True),
        ("other_than", "many", "4d", True),
        ("at_most", "many", "4d", False),
    ],
)
def test_any_earlier_step_may_be_the_one_to_compare_with(operator: str, price: str, within: str, answer: bool) -> None:
    lived = [Happened(k, "viewed", k * DAY, properties={"price": each}) for k, each in enumerate(("9", "5", "7"), 1)]
    lived.append(Happened(9, "order.placed", 5 * DAY, properties={"price": price}))
    step = {"event": "order.placed", "compared": [{"property": "price", operator: 1}]}
    order = read({"in_order": {"steps": [{"event": "viewed"}, step], "within": within}})
    assert holds(order, Journey("c", lived), 6 * DAY) is answer


def test_nothing_holds_before_the_first_event() -> None:
    nothing = read({"none": [{"did": {"event": "order.placed"}}]})
    assert not holds(nothing, LAN, DAY - 1)
    assert not holds(nothing, Journey("nobody", []), DAY)
