"""The funnel's options, on shops whose answers can be counted or were planted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from tests.folds.journals import DAY, START, Event, MemoryWords, journal, told
from tests.questions.shop import CLOCK, STORIES, TOUCHPOINTS, WORDS, context
from wend.conditions import text_read
from wend.conditions.errors import NeverHolds, NoHistory, UnknownCurrency, UnknownSegment, WrongType
from wend.conditions.facts import Facts
from wend.domain.names import Name
from wend.domain.selection import Selection
from wend.domain.touchpoint import EventRule, Touchpoint
from wend.engines.lens import lens_of
from wend.engines.machine import Machine
from wend.kit.errors import Mistake
from wend.log.facade import CURRENCY, Property
from wend.questions import errors
from wend.questions.asking import ask, members
from wend.questions.context import Context, Plan
from wend.touchpoints.masks import masks

STEPS = "page.seen > cart.filled > order.placed"
CODES = {"size": (("small", "big"), (0, -1, 1, 0, 1, 1)), "order_id": (("o1", "o2"), (0, 0, 1, 1, 0, 1))}
# c0: a(small,o1) b(-,o1) c(big,o2) · c1: a(small,o2) b(big,o1) c(big,o2)


def sized() -> Context:
    """Two customers whose events have a size and an order."""
    log = journal([told("abc"), told("abc")], 1, WORDS, {"city": ["Huế", "Hà Nội"]}, "sized")

    def property_of(name: str) -> Property:
        values, codes = CODES.get(name, ((), (-1,) * 6))
        return Property(name, pa.array(values, pa.string()), (np.array(codes, np.int32),))

    shop = context()
    return Context(Machine(log), shop.plan, lens_of(TOUCHPOINTS, WORDS, "sized"), property_of, lambda: list(CODES))


def funnel(shop: Context | None = None, selection: Selection | None = None, over: Any = None, **params: Any) -> Any:
    asked = {"steps": STEPS, **params}
    return ask(shop or context(), CLOCK, "funnel", asked, selection or Selection(), over).to_json()


def reached(shop: Context | None = None, **params: Any) -> list[int]:
    return [row["customers"] for row in funnel(shop, **params)["steps"]]


def test_a_row_says_its_shares_with_interval_and_n() -> None:
    row = funnel()["steps"][1]
    assert (row["customers"], row["n"], row["share_of_previous"], row["share"]) == (4, 5, 0.8, 0.8)
    assert row["low"] == pytest.approx(0.376, abs=1e-3)
    assert row["high"] == pytest.approx(0.964, abs=1e-3)


@pytest.mark.parametrize(
    ("steps", "customers"),
    [
        ("page.seen[size=small] > order.placed", [2, 2]),
        ("page.seen > cart.filled[size] > order.placed", [2, 1, 1]),
        ("page.seen > cart.filled[!size] > order.placed", [2, 1, 1]),
        ("page.seen[size!=small] > order.placed", [0, 0]),
        ("cart.filled[size~BI] | page.seen[size=small, order_id=o2] > order.placed", [1, 1]),
        ("page.seen > !cart.filled[size=big] > order.placed[size=big]", [2, 1]),
    ],
)
@pytest.mark.parametrize("over", ["events", "touchpoints"])
def test_steps_ask_for_properties(steps: str, customers: list[int], over: Any) -> None:
    if over == "touchpoints":
        for event, key in (("page.seen", "page"), ("cart.filled", "cart"), ("order.placed", "order")):
            steps = steps.replace(event, key)
    assert reached(sized(), steps=steps, over=over) == customers


def test_steps_may_be_stages_that_customers_enter() -> None:
    assert reached(steps="stage:looking > stage:choosing > order.placed") == [5, 4, 3]
    assert reached(steps="stage:buying > page.seen") == [3, 0]
    assert reached(steps="page.seen > !stage:choosing > order.placed") == [5, 0]
    with pytest.raises(errors.UnknownStage):
        reached(steps="stage:lookin > order.placed")


def among(segments: dict[str, str]) -> Context:
    """The shop with segments, in the text form."""
    said = {key: text_read.parse(text) for key, text in segments.items()}
    return replace(context(), facts=Facts(segments=lambda: said))


@pytest.mark.parametrize("over", ["events", "touchpoints"])
def test_steps_may_be_segments_that_customers_enter_and_leave(over: Any) -> None:
    shop = among({"carted": "did cart.filled", "lately": "did page.seen in the last 2d", "listed": "in list vip"})
    order = "order" if over == "touchpoints" else "order.placed"
    assert reached(shop, steps=f"entering:carted > {order}", over=over) == [4, 3]
    assert reached(shop, steps="entering:lately > leaving:lately", over=over) == [5, 0]
    assert reached(shop, steps=f"entering:lately > !entering:carted > {order}", over=over) == [5, 0]
    with pytest.raises(UnknownSegment):
        reached(shop, steps="entering:cartel > leaving:carted")
    with pytest.raises(NoHistory):
        reached(shop, steps="leaving:listed")


def test_a_segment_left_by_time_alone_counts_with_the_event_that_follows() -> None:
    shop = among({"lately": "did page.seen in the last 2d"})
    log = journal([told("a3bc"), told("a3ac"), told("abc")], 1, WORDS)
    later = replace(shop, machine=Machine(log))
    assert reached(later, steps="leaving:lately > order.placed") == [1, 1]
    assert reached(later, steps="leaving:lately > cart.filled") == [1, 0]


def test_money_is_asked_for_by_the_amount_of_the_event() -> None:
    log = journal([[Event(0, 1, amount=500)], [Event(0, 1, amount=499)], [Event(0, 1)]], words=WORDS)
    shop = Context(Machine(log), Plan(), lens_of([], WORDS, ""))
    assert reached(shop, steps="page.seen[amount>=500]") == [1]
    assert reached(shop, steps="page.seen[amount]") == [2]


def test_money_in_a_currency_ratings_and_channels_are_asked_for() -> None:
    lives = [[Event(0, 1, 1, amount=500, rating=-100)], [Event(0, 1, 2, amount=500, rating=200)], [Event(0, 1, 1)]]
    log = journal(lives, words=WORDS)

    def property_of(name: str) -> Property:
        texts, codes = (("USD", "VND"), (0, 1, -1)) if name == CURRENCY else ((), (-1,) * 3)
        return Property(name, pa.array(texts, pa.string()), (np.array(codes, np.int32),))

    shop = Context(Machine(log), Plan(), lens_of([], WORDS, ""), property_of)
    told = {"amount>=5 USD": 1, "amount<500 VND": 0, "amount>=500VND": 1, "rating<0": 1, "rating": 2, "channel=web": 2}
    assert {test: reached(shop, steps=f"page.seen[{test}]") for test in told} == {k: [v] for k, v in told.items()}


def test_what_must_not_happen_between() -> None:
    assert reached(steps="page.seen > !cart.filled > order.placed") == [5, 0]
    assert reached(without="page.seen | newsletter.sent") == [5, 4, 3]
    assert reached(steps="page.seen > order.placed", without="cart.filled") == [5, 0]


def test_orders_and_entries() -> None:
    assert reached(order="strict") == [5, 4, 2]
    assert reached(steps="order.placed > page.seen", order="any") == [5, 3]
    assert reached(entry="first", within="1d") == [5, 3, 2]
    every = funnel(entry="every", within="1d")
    assert [(row["customers"], row["entries"]) for row in every["steps"]] == [(5, 6), (4, 4), (3, 3)]


def test_times_of_every_step_with_their_distribution() -> None:
    told = funnel(times="steps")
    assert [row["median_seconds"] for row in told["steps"]] == [None, 3_616, 3_616]
    assert told["times"] == [{"from_seconds": 3_600, "to_seconds": 10_800, "customers": 3}]


def test_groups_add_up_and_open() -> None:
    groups = funnel(by="city")["groups"]
    second = {row["group"]: row["customers"] for row in groups if row["step"] == "cart.filled"}
    assert second == {"Huế": 2, "Hà Nội": 2, "–": 0}
    for name, customers in second.items():
        where: dict[str, Any] = {"step": 2, "group": name}
        assert len(members(context(), "funnel", {"steps": STEPS, "by": "city"}, where)) == customers


def test_groups_by_a_property_of_the_first_step() -> None:
    groups = funnel(sized(), by="order_id")["groups"]
    assert [(row["group"], row["customers"]) for row in groups if row["step"] == "order.placed"] == [
        ("o1", 1),
        ("o2", 1),
    ]


def test_customers_and_tries_are_told_by_the_day_they_began() -> None:
    def days(**how: Any) -> list[tuple[str, int, int]]:
        trend = funnel(trend="day", within="3d", **how)["trend"]
        assert [row["settled"] for row in trend] == [True, True, True, False, False, False, False]
        return [(row["from"], row["entered"], row["finished"]) for row in trend if row["entered"]]

    assert days() == [("2023-11-14", 5, 3)]
    assert days(entry="first") == [("2023-11-14", 5, 2)]
    assert days(entry="every") == [("2023-11-14", 5, 2), ("2023-11-19", 1, 1)]


def test_days_of_the_trend_are_those_of_the_workspace() -> None:
    # 22:13 UTC is 05:13 of the next day in Vietnam.
    trend = funnel(replace(context(), zone="Asia/Ho_Chi_Minh"), trend="day")["trend"]
    assert [row["from"] for row in trend if row["entered"]] == ["2023-11-15"]


def test_a_day_of_the_trend_opens_the_customers_who_tried_then() -> None:
    params = {"steps": STEPS, "trend": "day", "within": "3d", "entry": "every"}
    stopped: dict[str, Any] = {"step": 1, "from": "2023-11-14", "state": "stopped"}
    found = members(context(), "funnel", params, stopped)
    assert {STORIES[int(each[1:])] for each in found.ids()} == {"a", "a5abc"}


def test_two_groups_and_two_periods_are_compared() -> None:
    [_, last] = funnel(against_trait="city=Huế")["against"]
    assert (last["n"], last["customers"], last["against_n"], last["against_customers"]) == (3, 1, 2, 2)
    assert last["difference"] == pytest.approx(-2 / 3)
    assert last["low"] < -2 / 3 < last["high"]
    early = Selection(to_at=START + DAY)
    [_, last] = funnel(selection=early, against="2023-11-16..2023-12-01")["against"]
    assert (last["n"], last["against_n"], last["against_customers"]) == (5, 1, 1)


def crowd(seed: int, planted: bool) -> Context:
    """A thousand customers; with `planted`, those of the north and those who met support after the page stop there."""
    draw = np.random.default_rng(seed)
    cities: list[str | None] = []
    journeys = []
    for _ in range(1_000):
        north, met = draw.random() < 0.4, draw.random() < 0.3
        stops = draw.random() < (0.3 + 0.35 * north + 0.3 * met if planted else 0.5)
        journeys.append(told("a" + ("d" if met else "e") + ("" if stops else "b") + "e"))
        cities.append("north" if north else "south")
    words = MemoryWords(("page.seen", "cart.filled", "order.placed", "support.met", "idle"), ("", "web"))
    signs: list[str | None] = draw.permutation(["x", "y"] * 500).tolist()
    log = journal(journeys, 2, words, {"region": cities, "sign": signs}, str(seed))
    return Context(Machine(log), Plan(), lens_of([], words, ""))


def test_reasons_that_were_planted_are_found() -> None:
    told = funnel(crowd(1, planted=True), steps="page.seen > cart.filled", why="worst")
    assert told["why_step"] == "page.seen"
    found = {(row["what"], row["value"]): row for row in told["why"]}
    assert set(found) == {("region", "north"), ("next", "support.met")}
    north = found["region", "north"]
    assert north["low"] < 0.35 < north["high"]
    assert north["share"] == pytest.approx(north["stopped"] / north["n"])
    where: dict[str, Any] = {"what": "region", "value": "north", "step": 1, "state": "stopped"}
    opened = members(crowd(1, planted=True), "funnel", {"steps": "page.seen > cart.filled", "why": "1"}, where)
    assert len(opened) == north["stopped"]


@pytest.mark.parametrize("seed", range(5))
def test_where_nothing_separates_nothing_is_said(seed: int) -> None:
    told = funnel(crowd(seed, planted=False), steps="page.seen > cart.filled", why="1")
    assert told["why"] == []
    assert told["why_comparisons"] >= 3


def test_orders_in_the_place_of_customers() -> None:
    answer = ask(sized(), CLOCK, "funnel", {"steps": "page.seen > cart.filled"}, per="order_id")
    told = answer.to_json()
    assert (told["customers"], told["cases"], told["events"], told["per"]) == (2, 4, 6, "property:order_id")
    assert [(row["customers"], row["cases"]) for row in answer.rows] == [(2, 2), (1, 1)]
    assert list(members(sized(), "funnel", {"steps": STEPS}, {"step": 1}, per="order_id").ids()) == ["c0", "c1"]


@pytest.mark.parametrize("per", ["customer", "order_id"])
def test_what_a_rule_asks_stays_with_its_event_among_orders(per: str) -> None:
    shop, asked = sized(), ({"property": "size", "is": "big"}, {"field": "amount", "absent": True})
    big = Touchpoint("big", Name("Big cart", "Giỏ lớn"), "", EventRule(("cart.filled",), (), asked))
    assert shop.property_of is not None
    lens = lens_of((big, *TOUCHPOINTS), WORDS, "big", masks(shop.machine, shop.property_of))
    there = replace(shop, lens=lens, plan=replace(shop.plan, touchpoints=(big, *TOUCHPOINTS)))
    rows = ask(there, CLOCK, "reach", per=per, over="touchpoints").rows
    assert {row["step"]: row["events"] for row in rows} == {"page": 2, "cart": 1, "big": 1, "order": 2}


def test_any_question_may_be_asked_of_sessions() -> None:
    answer = ask(context(), CLOCK, "reach", per="session:2h").to_json()
    assert (answer["customers"], answer["cases"]) == (6, 7)
    assert answer["steps"][0] == {"step": "page.seen", "events": 6, "cases": 6, "median_seconds": 0, "p90_seconds": 0}
    assert answer["log_version"] == "1"


@pytest.mark.parametrize(
    ("params", "error"),
    [
        ({"steps": "page.seen[siz=small]"}, errors.UnknownProperty),
        ({"steps": "page.seen[size>small]"}, WrongType),
        ({"steps": "page.seen[size=]"}, errors.BadCondition),
        ({"steps": "page.seen[rating>=3]"}, NeverHolds),
        ({"steps": "page.seen[amount>=5 VMD]"}, UnknownCurrency),
        ({"steps": "page.seen[]"}, errors.BadCondition),
        ({"steps": "!page.seen > order.placed"}, errors.BadSteps),
        ({"steps": "page.seen > !order.placed"}, errors.BadSteps),
        ({"without": "page.seen > order.placed"}, errors.BadSteps),
        ({"order": "strickt"}, errors.BadChoice),
        ({"order": "any", "step_within": "1d"}, errors.NotTogether),
        ({"order": "any", "entry": "every"}, errors.NotTogether),
        ({"by": "cty"}, errors.UnknownCut),
        ({"against": "2023-01-01"}, errors.BadPeriod),
        ({"against": "2023-01-01..2024-01-01"}, errors.NotTogether),
        ({"against_trait": "cty=Huế"}, errors.UnknownTrait),
        ({"why": "3"}, errors.BadChoice),
    ],
)
def test_what_cannot_be_asked_is_said(params: dict[str, Any], error: type[Mistake]) -> None:
    with pytest.raises(error):
        funnel(sized(), **params)
