"""Edges that changed: shares by hand, a planted change found, a quiet one left alone, and the customers behind both."""

from __future__ import annotations

from typing import Any

import pytest

from tests.folds.journals import DAY, START, Event, journal, told
from tests.questions.shop import CITIES, CLOCK, WORDS, context
from wend.domain.selection import Selection
from wend.engines.lens import lens_of
from wend.engines.machine import Machine
from wend.questions import errors
from wend.questions.asking import ask, members
from wend.questions.context import Context, Plan

FROM, MIDDLE, END = START - DAY, START + 50 * DAY, START + 100 * DAY
LATER = Selection(from_at=MIDDLE)
AGAINST = {"against": [FROM, MIDDLE]}


def moved(story: str, days: int) -> list[Event]:
    return [event._replace(at=event.at + days * DAY) for event in told(story)]


def two_periods(before: list[str], after: list[str]) -> Context:
    log = journal([*(told(s) for s in before), *(moved(s, 60) for s in after)], 2, WORDS)
    return Context(Machine(log, threads=2), Plan(), lens_of([], WORDS, ""))


def edges(shop: Context, selection: Selection = LATER, **params: Any) -> dict[tuple[str, str], dict[str, Any]]:
    rows = ask(shop, CLOCK, "transitions", params or AGAINST, selection).rows
    return {(row["from"][0], row["to"][0]): row for row in rows}


def test_shares_are_of_customers_and_their_first_time() -> None:
    row = edges(two_periods(["ab", "ab", "abac", "a"], ["ab", "acab"]))["p", "c"]
    assert (row["count"], row["against_count"]) == (2, 3)
    assert (row["n"], row["share"], row["against_n"], row["against_share"]) == (2, 1 / 2, 4, 3 / 4)
    assert row["low"] < row["difference"] == 1 / 2 - 3 / 4 < row["high"]


def test_a_planted_change_comes_first_and_is_sure() -> None:
    shop = two_periods(["abc"] * 60 + ["adc"] * 40, ["abc"] * 20 + ["adc"] * 80)
    rows = list(edges(shop).values())
    assert {(row["from"], row["to"][0]) for row in rows[:2]} == {("page.seen", "c"), ("page.seen", "n")}
    assert rows[0]["p_adjusted"] < 0.001
    assert abs(rows[0]["difference"]) == pytest.approx(0.4)


def test_where_nothing_changed_nothing_is_claimed() -> None:
    shop = two_periods(["abc"] * 60 + ["adc"] * 40, ["abc"] * 57 + ["adc"] * 43)
    assert all(row["p_adjusted"] > 0.05 for row in edges(shop).values())


def test_an_edge_that_is_gone_is_told_too() -> None:
    row = edges(two_periods(["ad", "ad", "ab"], ["ab", "ab"]))["p", "n"]
    assert (row["count"], row["against_count"], row["median_seconds"]) == (0, 2, None)


@pytest.mark.parametrize("side", ["here", "against"])
def test_every_number_opens_as_many_customers_as_it_says(side: str) -> None:
    column = "customers" if side == "here" else "against_customers"
    for shop, selection, params in (
        (two_periods(["abc", "aab"], ["abab", "cab", "a"]), LATER, AGAINST),
        (context(), Selection(), {"against_trait": "city=Huế"}),
    ):
        for row in ask(shop, CLOCK, "transitions", params, selection).rows:
            where = {"from": row["from"], "to": row["to"], "side": side}
            assert len(members(shop, "transitions", params, where, selection)) == row[column], where


def test_a_group_is_compared_with_all_others() -> None:
    row = edges(context(), Selection(), against_trait="city=Huế")["p", "c"]
    assert (row["n"], row["against_n"]) == (3, CITIES.count("Huế") - 1)


@pytest.mark.parametrize(
    ("params", "error"),
    [
        ({"against": "2020-01-01"}, errors.BadPeriod),
        ({"against": "2020-01-02..2020-01-01"}, errors.BadPeriod),
        ({"against": f"{START}..{END}"}, errors.NotTogether),
        ({"against_trait": "ctiy=Huế"}, errors.UnknownTrait),
        ({"against_trait": "city=Huế", "against": "2020-01-01..2020-01-02"}, errors.NotTogether),
    ],
)
def test_what_cannot_be_compared_is_said(params: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        ask(context(), CLOCK, "transitions", params)
