"""Overlap and compare: counted by hand, held against plain sets, and every number opens whom it counts."""

from __future__ import annotations

import json
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from tests.folds.journals import NONE, START, Event, Journey, journal
from tests.questions.shop import CITIES, CLOCK, STAGES, STORIES, TOUCHPOINTS, WORDS, context
from wend.engines.lens import lens_of
from wend.engines.machine import Machine
from wend.questions import errors
from wend.questions.asking import ask, members
from wend.questions.context import Context, Plan

DAY = 86_400


def did(event: str, **more: Any) -> dict[str, Any]:
    return {"version": 1, "condition": {"did": {"event": event} | more}}


WHO = {"cart": did("cart.filled"), "order": did("order.placed"), "news": did("newsletter.sent")}


def stories(where: dict[str, Any], **params: Any) -> set[str]:
    return {STORIES[int(id[1:])] for id in members(context(), "overlap", params, where).ids()}


def test_the_parts_of_an_overlap_are_counted_once() -> None:
    told = ask(context(), CLOCK, "overlap", {"conditions": WHO}).content
    assert {row["sets"]: row["customers"] for row in told["intersections"]} == {"1+2": 3, "0": 1, "1": 1, "3": 1}
    assert [row["customers"] for row in told["sets"]] == [4, 3, 1]
    pair = told["pairs"][0]
    assert (pair["names"], pair["both"], pair["jaccard"], pair["times"]) == (["cart", "order"], 3, 3 / 4, 3 * 6 / 4 / 3)
    assert pair["jaccard_low"] < 0.75 < pair["jaccard_high"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.integers(0, 3), min_size=1, max_size=4), max_size=10), st.integers(2, 4))
def test_all_intersections_agree_with_plain_sets(logs: list[list[int]], count: int) -> None:
    log = journal([[Event(step, START + k) for k, step in enumerate(steps)] for steps in logs], 2, WORDS)
    there = Context(Machine(log, threads=1), Plan(), lens_of([], WORDS, ""))
    told = ask(there, CLOCK, "overlap", {"conditions": [did(name) for name in WORDS.events[:count]]}).content
    sets = [{c for c, steps in enumerate(logs) if step in steps} for step in range(count)]
    assert [row["customers"] for row in told["sets"]] == [len(each) for each in sets]
    assert sum(row["customers"] for row in told["intersections"]) == len(logs)
    for row in told["intersections"]:
        inside = [sets[int(place) - 1] for place in row["sets"].split("+") if place != "0"]
        both = set.intersection(set(range(len(logs))), *inside)
        assert row["at_least"] == len(both)
        assert row["customers"] == len(both - set().union(*(each for each in sets if each not in inside)))
    for row, (one, other) in zip(told["pairs"], combinations(sets, 2), strict=True):
        assert row["jaccard"] == (len(one & other) / len(one | other) if one | other else None)


def test_every_part_of_an_overlap_opens() -> None:
    given_: dict[str, Any] = {"conditions": WHO}
    assert stories({"sets": "1"}, **given_) == {"ab"}
    assert stories({"sets": "1", "state": "at_least"}, **given_) == {"abc", "abbc", "ab", "a5abc"}
    assert stories({"sets": "2+3", "state": "any"}, **given_) == {"abc", "abbc", "a5abc", "dd"}
    assert stories({"sets": "0"}, **given_) == {"a"}
    for wrong in ("4", "", "1+x"):
        with pytest.raises(errors.NothingToOpen):
            stories({"sets": wrong}, **given_)


@pytest.mark.parametrize("wrong", ["{", "7", [did("page.seen")], {"": did("page.seen"), "b": did("page.seen")}])
def test_conditions_are_several_and_have_names(wrong: Any) -> None:
    with pytest.raises(errors.BadConditions):
        ask(context(), CLOCK, "overlap", {"conditions": wrong})


def test_conditions_are_written_in_several_ways() -> None:
    forms: list[Any] = [
        WHO,
        list(WHO.values()),
        json.dumps(WHO),
        [(name, json.dumps(each)) for name, each in WHO.items()],
    ]
    told = [ask(context(), CLOCK, "overlap", {"conditions": form}).content["intersections"] for form in forms]
    assert [[row["customers"] for row in each] for each in told] == [[3, 1, 1, 1]] * 4
    assert [told[k][0]["names"] for k in (0, 1)] == [["cart", "order"], ["1", "2"]]


def town(people: int = 400) -> Context:
    """Every other customer is a buyer: most from Huế, over the shop, happy; the others mostly not. All have a name."""
    drawn = np.random.default_rng(7)
    journeys: list[Journey] = []
    cities: list[str | None] = []
    for c in range(people):
        buys = c % 2 == 0
        at = START + int(drawn.integers(0, 20)) * DAY
        way = 2 if drawn.random() < (0.8 if buys else 0.2) else 1
        rating = NONE if drawn.random() < 0.2 else (120 if buys else -50)
        own = [Event(0, at, way), Event(1, at + 3_600, way, rating=rating)]
        journeys.append([*own, Event(2, at + 2 * DAY, way, amount=int(drawn.integers(100, 900)))] if buys else own)
        cities.append("Huế" if drawn.random() < (0.7 if buys else 0.3) else "Hà Nội")
    traits: dict[str, list[str | None]] = {"city": cities, "name": [f"Lan {c}" for c in range(people)]}
    log = journal(journeys, 3, WORDS, traits)
    return Context(
        Machine(log, threads=2), Plan(TOUCHPOINTS, (STAGES,), "short", "1"), lens_of(TOUCHPOINTS, WORDS, "l")
    )


def found(**params: Any) -> dict[tuple[str, str, str], dict[str, Any]]:
    told = ask(town(), CLOCK, "compare", {"condition": did("order.placed")} | params).content["differences"]
    return {(row["about"], row["what"], row["value"]): row for row in told}


def test_what_was_planted_sets_buyers_apart() -> None:
    told = found()
    city, way, feeling = told["trait", "city", "Hà Nội"], told["channel", "shop", ""], told["feelings", "rating", ""]
    assert (city["n"], city["other_n"]) == (200, 200)
    assert city["lift_low"] < city["lift"] < city["lift_high"] < 1 < 2 < way["lift_low"]
    assert feeling["effect"] == 1.0
    assert feeling["n"] < 200
    assert ("touchpoint", "page", "") not in told  # everybody was there
    assert not any(about == "trait" and what == "name" for about, what, _ in told)


def test_what_the_groups_were_chosen_by_is_marked() -> None:
    told = found()
    assert told["touchpoint", "order", ""]["defining"]
    assert told["touchpoint", "order", ""]["effect"] == 1.0
    assert not told["channel", "shop", ""]["defining"]
    by_city = found(condition={"version": 1, "condition": {"trait": {"trait": "city", "is": "Huế"}}})
    assert by_city["trait", "city", "Hà Nội"]["defining"]


def test_both_orders_hold_the_same_rows() -> None:
    by_effect, by_lift = found(order="effect"), found(order="lift")
    assert by_effect == by_lift
    effects = [abs(row["effect"]) for row in by_effect.values()]
    assert effects == sorted(effects, reverse=True)
    cautious = [max(row["lift_low"] or 0, 1 / row["lift_high"] if row["lift_high"] else 0) for row in by_lift.values()]
    assert cautious == sorted(cautious, reverse=True)


ORDERED, CARTED = did("order.placed"), did("cart.filled")
IN_SHOP = did("page.seen", where=[{"field": "channel", "is": "shop"}])


def sizes(**params: Any) -> tuple[int, int, int, str]:
    told = ask(town(), CLOCK, "compare", params).content
    return told["first"]["customers"], told["second"]["customers"], told["both"], told["counted"]


def test_whoever_is_in_both_counts_once() -> None:
    either = {"version": 1, "condition": {"all": [ORDERED["condition"], IN_SHOP["condition"]]}}
    shop, both = (len(members(town(), "segment", {"condition": each}, {})) for each in (IN_SHOP, either))
    groups = {"condition": ORDERED, "against": IN_SHOP}
    assert 0 < both < 200 < shop + 200 - both
    assert sizes(**groups) == sizes(**groups, both="second") == (200 - both, shop, both, "second")
    assert sizes(**groups, both="first") == (200, shop - both, both, "first")
    assert sizes(**groups, both="apart") == (200 - both, shop - both, both, "apart")


def test_a_group_inside_another_is_compared_with_the_rest_of_it() -> None:
    assert sizes(condition=ORDERED, against=CARTED) == (200, 200, 200, "first")
    assert sizes(condition=CARTED, against=ORDERED) == (200, 200, 200, "second")
    inside, outside = found(against=CARTED), found()
    assert {key: row["effect"] for key, row in inside.items()} == {key: row["effect"] for key, row in outside.items()}
    assert sizes(condition=ORDERED, against=CARTED, both="apart") == (0, 200, 200, "apart")


def test_the_same_customers_twice_differ_in_nothing() -> None:
    assert sizes(condition=ORDERED, against=ORDERED) == (200, 0, 200, "first")
    assert sizes(condition=ORDERED) == (200, 200, 0, "second")


def test_where_both_count_they_are_opened_too() -> None:
    there, params = town(), {"condition": ORDERED, "against": CARTED}
    opened = [len(members(there, "compare", params, {"group": group})) for group in ("first", "second", "both")]
    assert opened == [200, 200, 200]


def test_alike_groups_differ_in_nearly_nothing() -> None:
    half = {"version": 1, "condition": {"share": {"from": 0, "to": 50, "salt": "a"}}}
    told = ask(town(600), CLOCK, "compare", {"condition": half}).content
    assert told["tested"] >= 10
    assert len(told["differences"]) <= 1


@pytest.mark.parametrize(
    "row", [("trait", "city", "Hà Nội"), ("channel", "shop", ""), ("touchpoint", "order", ""), ("stage", "buying", "")]
)
def test_a_share_opens_whom_it_counts(row: tuple[str, str, str]) -> None:
    told, params = found()[row], {"condition": did("order.placed")}
    where = dict(zip(("about", "what", "value"), row, strict=True))
    assert len(members(town(), "compare", params, where)) == round(told["share"] * told["n"])
    other = members(town(), "compare", params, where | {"group": "second"})
    assert len(other) == round(told["other_share"] * told["other_n"])


def test_groups_and_numbers_open_too() -> None:
    there, params = town(), {"condition": did("order.placed")}
    assert len(members(there, "compare", params, {})) == 200
    assert len(members(there, "compare", params, {"group": "both"})) == 0
    assert len(members(there, "compare", params, {"about": "money", "what": "money"})) == 200
    rated = found()["feelings", "rating", ""]
    assert len(members(there, "compare", params, {"about": "feelings", "what": "rating"})) == rated["n"]
    for wrong in ({"about": "trait", "what": "shoe"}, {"about": "money", "what": "shoe"}, {"group": "third"}):
        with pytest.raises(errors.BadChoice):
            members(there, "compare", params, wrong)


def test_few_customers_prove_nothing() -> None:
    told = ask(context(), CLOCK, "compare", {"condition": did("order.placed")}).content
    assert (told["differences"], told["tested"], told["first"]["customers"]) == ([], 0, 3)
    assert len(CITIES) == told["of"]
