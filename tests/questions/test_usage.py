"""The registry held against what happens: used, missing, covered by none or by two, touches beside the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from tests.folds.journals import journal, told
from tests.questions.shop import CITIES, CLOCK, STAGES, STORIES, TOUCHPOINTS, WORDS
from wend.domain.names import Name
from wend.domain.selection import Selection
from wend.domain.touchpoint import EventRule, Touchpoint
from wend.engines.lens import Mask, lens_of
from wend.engines.machine import Machine
from wend.engines.source import Bucket
from wend.questions.answer import Answer
from wend.questions.asking import ask, members
from wend.questions.context import Context, Plan

ASKED = {"property": "gift", "present": True}
GIFTS = Touchpoint("gift", Name("Gift", "Quà"), "", EventRule(("order.placed",), (), (ASKED,)))
HOTLINE = Touchpoint("hotline", Name("Hotline", "Đường dây nóng"), "phone", EventRule(()), owner="Lan", target=10)
SECOND = Touchpoint("any_order", Name("Any order", "Đơn bất kỳ"), "", EventRule(("order.placed", "cart.filled")))


def context(*more: Touchpoint, plan: int = 0, meant: bool = True) -> Context:
    """The shop with further touchpoints; every order but the first of a bucket is a gift."""
    log = journal([told(s) for s in STORIES], 2, WORDS, {"city": CITIES}, "1")
    known = (*(replace(each, should_use=meant) for each in TOUCHPOINTS), *more)

    def mask_of(_: Mapping[str, Any], bucket: Bucket, __: int) -> Mask:
        return np.asarray(bucket.event == 2, np.bool_)

    stages = replace(STAGES, stages=tuple(replace(each, touches=plan) for each in STAGES.stages))
    lens = lens_of(known, WORDS, "lens", mask_of)
    return Context(Machine(log, threads=2), Plan(known, (stages,), "short", "1"), lens)


def usage(here: Context, selection: Selection = Selection()) -> Answer:  # noqa: B008  # frozen
    return ask(here, CLOCK, "usage", {}, selection)


def test_what_is_meant_stands_beside_what_happens() -> None:
    rows = {row["touchpoint"]: row for row in usage(context(HOTLINE)).content["touchpoints"]}
    assert (rows["cart"]["status"], rows["cart"]["events"], rows["cart"]["customers"]) == ("used", 5, 4)
    assert (rows["hotline"]["status"], rows["hotline"]["last_at"], rows["hotline"]["of_target"]) == ("missing", None, 0)
    statuses = {row["touchpoint"]: row["status"] for row in usage(context(meant=False)).content["touchpoints"]}
    assert statuses == {"page": "unplanned", "cart": "unplanned", "order": "unplanned"}


def test_an_event_that_nothing_covers_is_told_and_opens_who_did_it() -> None:
    [row] = usage(context()).content["uncovered"]
    assert (row["event"], row["events"]) == ("newsletter.sent", 2)
    who = members(context(), "usage", {}, {"event": row["event"], "channel": row["channel"]})
    assert len(who) == 1


def test_what_two_rules_fit_is_told_with_the_one_that_takes_it() -> None:
    here = context(SECOND, GIFTS)
    rows = {(row["touchpoint"], row["taken_by"]): row["events"] for row in usage(here).content["twice"]}
    assert rows == {("any_order", "cart"): 5, ("any_order", "order"): 3, ("gift", "order"): 3}
    assert len(members(here, "usage", {}, {"touchpoint": "gift", "taken_by": "order"})) == 3
    assert len(members(here, "usage", {}, {"touchpoint": "any_order", "taken_by": "cart"})) == 4


def test_a_selection_holds_for_everything_that_is_told() -> None:
    nobody = usage(context(SECOND), Selection(to_at=1)).content
    assert (nobody["uncovered"], nobody["twice"]) == ([], [])
    assert all(row["n"] == 0 and row["mean"] is None for row in nobody["touches"])


def test_touches_are_held_against_the_plan() -> None:
    rows = {row["stage"]: row for row in usage(context(plan=1)).content["touches"]}
    choosing = rows["choosing"]  # abc, abbc, ab, a5abc: one, two, one and one touch after which they were choosing
    assert (choosing["n"], choosing["mean"], choosing["more"], choosing["fewer"]) == (4, 1.25, 1, 0)
    assert choosing["low"] < 1.25 < choosing["high"] and choosing["verdict"] == "as_planned"
    assert len(members(context(plan=1), "usage", {}, {"stage": "choosing", "state": "more"})) == 1
    assert len(members(context(plan=1), "usage", {}, {"stage": "choosing"})) == 4


@pytest.mark.parametrize("state", ["customers", "recent"])
def test_a_touchpoint_opens_its_customers(state: str) -> None:
    row = next(row for row in usage(context()).content["touchpoints"] if row["touchpoint"] == "cart")
    assert len(members(context(), "usage", {}, {"touchpoint": "cart", "state": state})) == row[state]
