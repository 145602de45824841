"""`wend touchpoints`: what should be there is said, and held against what happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.terminal import Terminal


def test_a_touchpoint_that_should_be_used_is_missing_until_it_happens(shop: Terminal) -> None:
    given = ("--name", "Hotline", "--channel", "phone", "--kind", "action", "--owner", "Lan", "--target", "5")
    assert shop("touchpoints", "set", "hotline", *given, "--json").json["owner"] == "Lan"
    [missing] = shop("touchpoints", "list", "--status", "missing", "--json").json
    assert (missing["touchpoint"], missing["of_target"], missing["should_use"]) == ("hotline", 0, True)
    assert shop("touchpoints", "set", "hotline", "--event", "order.placed", "--should-not-use").status == 0
    listed = {row["touchpoint"]: row for row in shop("touchpoints", "--json").json}
    assert (listed["hotline"]["status"], listed["hotline"]["owner"]) == ("unused", "Lan")  # an earlier rule takes all
    assert "Hotline" in shop("touchpoints").out
    assert "hotline" in shop("touchpoints", "remove", "hotline").out
    assert "hotline" not in {row["touchpoint"] for row in shop("touchpoints", "--json").json}


def test_a_cost_needs_a_currency(shop: Terminal) -> None:
    refused = shop("touchpoints", "set", "hotline", "--cost", "500")
    assert (refused.status, "currency" in refused.err) == (2, True)


def test_a_rule_asks_for_money_and_is_told_in_words(shop: Terminal) -> None:
    given = ("--name", "Big orders", "--event", "order.placed", "--where", "amount at least 500 000 VND")
    ran = shop("touchpoints", "set", "big_order", *given, "--json")
    assert "“big_order” covers no event" in ran.err
    [asked] = ran.json["rule"]["where"]
    assert asked == {"field": "amount", "at_least": 500_000, "currency": "VND"}
    assert "only where: amount is at least 500,000 VND" in shop("touchpoints", "show", "big_order").out
    assert shop("touchpoints", "show", "big_order", "--json").json["tests"] == ["amount at least 500 000 VND"]
    refused = shop("touchpoints", "set", "big_order", "--where", "amount at least 5 VMD")
    assert (refused.status, "VND" in refused.err) == (2, True)
    assert shop("touchpoints", "set", "big_order", "--no-where", "--json").json["rule"]["where"] == []
    assert "“big_order”" in shop("touchpoints", "show", "big_ordr").err


def test_a_touchpoint_is_moved_before_those_that_take_its_events(shop: Terminal) -> None:
    shop("touchpoints", "set", "large_order", "--name", "Large orders", "--event", "order.placed")
    told = shop("touchpoints", "move", "large_order", "--to", "1", "--preview")
    assert "would be tried at place 1 of" in told.out and "go from “" in told.out and "” to “Large orders”" in told.out
    moved = shop("touchpoints", "move", "large_order", "--to", "1", "--json").json
    assert next(row["touchpoint"] for row in shop("touchpoints", "--json").json) == "large_order"
    assert (moved["to"], moved["events"]) == (1, sum(each["events"] for each in moved["taken"])) and moved["events"]
    assert "No event changes" in shop("touchpoints", "move", "large_order", "--down").out
    assert shop("touchpoints", "move", "large_order", "--up", "--down").status == 2
    assert "from 1" in shop("touchpoints", "move", "large_order", "--to", "999").err
