"""Questions of segments: asked of their customers alone, divided by them, held against them."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from tests.questions.shop import CLOCK, context
from wend.conditions import document, errors as wrong
from wend.conditions.facts import Facts
from wend.domain.selection import Selection
from wend.engines.cluster import Cluster
from wend.engines.machine import Members
from wend.questions import among, errors
from wend.questions.asking import ask, members
from wend.questions.context import Context
from wend.touchpoints.facade import Kept

# a: page seen, b: cart filled, c: order placed, d: newsletter sent
STORIES = ("dab", "abd", "ab", "a", "dac", "d")
READERS = {"did": {"event": "newsletter.sent"}}
BUYERS = {"did": {"event": "order.placed"}}
STEPS = {"steps": "page.seen > cart.filled"}


def shop(stories: tuple[str, ...] = STORIES, version: str = "1", **more: Any) -> Context:
    told = {"readers": READERS, "buyers": BUYERS, "met": {"list": {"is": "met"}}} | more
    read = {key: document.from_json({"version": 1, "condition": leaf}) for key, leaf in told.items()}
    facts = Facts(lambda: read, lambda: ("met",), lambda _: {"c1", "c3"}, lambda: version)
    return replace(context(stories), facts=facts)


def of(*keys: str) -> Selection:
    return Selection(segments=keys)


def reached(rows: list[dict[str, Any]], group: str | None = None) -> list[int]:
    return [row["customers"] for row in rows if group is None or row["group"] == group]


def test_only_customers_of_the_segment_are_asked_about() -> None:
    answer = ask(shop(), CLOCK, "funnel", STEPS, of("readers"))
    assert (answer.customers, reached(answer.rows)) == (4, [3, 2])
    assert ask(shop(), CLOCK, "reach", {}, of("buyers")).events == 3


def test_of_several_segments_any_will_do() -> None:
    assert ask(shop(), CLOCK, "funnel", STEPS, of("met", "buyers")).customers == 3


def test_a_number_of_a_segment_opens_its_customers() -> None:
    found = members(shop(), "funnel", STEPS, {"step": 2}, of("readers"))
    assert sorted(found.ids()) == ["c0", "c1"]


def test_visits_of_a_segment_are_its_customers_visits() -> None:
    visits = ask(shop(("a5d", "a5a", "d")), CLOCK, "reach", {}, of("readers"), per="session").to_json()
    assert (visits["customers"], visits["cases"]) == (2, 3)


def test_until_when_the_log_is_known_decides_who_is_in() -> None:
    here, soon = shop(("a5d", "d5a", "b")), context().first_at + 86_400
    assert ask(here, CLOCK, "dropoff", {"as_of": soon}, of("readers")).customers == 1
    assert ask(here, CLOCK, "dropoff", {}, of("readers")).customers == 2


def test_groups_are_who_was_inside_when_they_entered() -> None:
    groups = ask(shop(), CLOCK, "funnel", STEPS | {"by": "segment:readers"}).to_json()["groups"]
    assert reached(groups, "readers") == [2, 1]
    assert reached(groups, "–") == [3, 2]


def test_where_nothing_tells_since_when_todays_members_are_the_group() -> None:
    groups = ask(shop(), CLOCK, "funnel", STEPS | {"by": "segment:met"}).to_json()["groups"]
    assert reached(groups, "met") == [2, 1]


@pytest.mark.parametrize("per", ["customer", "session"])
@pytest.mark.parametrize("by", ["segment:readers", "segment:met"])
def test_every_group_opens_as_many_as_it_says(by: str, per: str) -> None:
    here, params = shop(("da5ab", "ab5dab", "ab", "a5b")), STEPS | {"by": by}
    for row in ask(here, CLOCK, "funnel", params, per=per).to_json()["groups"]:
        where = {"group": row["group"], "step": 1 if row["step"] == "page.seen" else 2}
        told = row["cases"] if per == "session" else row["customers"]
        found = len(members(here, "funnel", params, where, per=per))
        assert found == told if per == "customer" else min(told, 1) <= found <= told


def test_newcomers_are_told_apart_by_where_they_began() -> None:
    rows = ask(
        shop(("da5a", "a5d", "a")),
        CLOCK,
        "retention",
        {"start": "page.seen", "every": "day", "periods": 1, "by": "segment:readers"},
    ).rows
    assert {row["cohort"]: row["customers"] for row in rows} == {"readers": 1, "–": 2}


@pytest.mark.parametrize("over", ["events", "touchpoints"])
def test_newcomers_of_a_segment_open(over: Any) -> None:
    here, params = shop(("da5a", "a5d", "a")), {"every": "day", "periods": 1, "by": "segment:readers"}
    found = members(here, "retention", params, {"cohort": "readers"}, over=over)
    assert len(found) == 1


def test_everybody_else_stands_against_a_segment() -> None:
    [row] = ask(shop(), CLOCK, "funnel", STEPS | {"against_segment": "readers"}).to_json()["against"]
    assert (row["n"], row["customers"], row["against_n"], row["against_customers"]) == (2, 1, 3, 2)


def test_two_segments_are_compared_and_nobody_is_in_both() -> None:
    here = ask(shop(), CLOCK, "funnel", STEPS | {"against_segment": "readers"}, of("met")).to_json()
    assert reached(here["steps"]) == [2, 1]
    assert [(row["n"], row["against_n"]) for row in here["against"]] == [(1, 3)]


def test_a_segment_inside_another_is_compared_with_its_rest() -> None:
    [row] = ask(shop(), CLOCK, "funnel", STEPS | {"against_segment": "readers"}, of("buyers")).to_json()["against"]
    assert (row["n"], row["against_n"]) == (1, 2)


@pytest.mark.parametrize("selection", [Selection(), of("met")])
@pytest.mark.parametrize(("side", "column"), [("here", "customers"), ("against", "against_customers")])
def test_edges_of_both_sides_open_their_customers(selection: Selection, side: str, column: str) -> None:
    params = {"against_segment": "readers"}
    for row in ask(shop(), CLOCK, "transitions", params, selection).rows:
        where = {"from": row["from"], "to": row["to"], "side": side}
        assert len(members(shop(), "transitions", params, where, selection)) == row[column], where


def test_two_comparisons_at_once_are_refused() -> None:
    with pytest.raises(errors.NotTogether):
        ask(shop(), CLOCK, "funnel", STEPS | {"against_segment": "readers", "against_trait": "city=Huế"})


@pytest.mark.parametrize(
    ("params", "selection"),
    [({}, of("nobody")), ({"by": "segment:nobody"}, of()), ({"against_segment": "nobody"}, of())],
)
def test_a_segment_that_nobody_keeps_is_named(params: dict[str, str], selection: Selection) -> None:
    with pytest.raises(wrong.UnknownSegment):
        ask(shop(), CLOCK, "funnel", STEPS | params, selection)


@pytest.mark.parametrize(
    ("params", "selection", "table"),
    [({}, of("buyers"), "steps"), ({"by": "segment:buyers"}, of(), "groups")],
)
def test_an_answer_is_kept_for_what_the_segment_says(params: Any, selection: Selection, table: str) -> None:
    kept = Kept(8)
    first = ask(shop(), CLOCK, "funnel", STEPS | params, selection, kept=kept)
    changed = shop(version="2", buyers=READERS)
    assert ask(shop(), CLOCK, "funnel", STEPS | params, selection, kept=kept) is first
    assert ask(changed, CLOCK, "funnel", STEPS | params, selection, kept=kept).content[table] != first.content[table]


def test_a_cluster_asked_of_some_customers_stays_a_cluster() -> None:
    journal = shop().machine.journal
    cluster = Cluster(journal, ["1"] * len(journal.buckets), "spark://nowhere:7077", "shelf")
    nobody = Members(tuple(np.zeros(len(bucket.offsets) - 1, np.bool_) for bucket in journal.buckets), journal)
    alone = cluster.alone(nobody, "x").alone(~nobody, "y")
    assert isinstance(alone, Cluster) and alone.left_out is not None
    assert all(mask.all() for mask in alone.left_out)
    assert alone.journal.version != cluster.alone(nobody, "z").journal.version != journal.version


def test_those_of_a_segment_are_let_go_with_the_log_that_they_are_of() -> None:
    asked = shop()
    ask(asked, CLOCK, "funnel", STEPS, of("readers"))
    held = weakref.ref(asked.machine)
    assert held() in among._ALONE
    del asked
    gc.collect()
    assert held() is None


def waited(found: Context, by: str, **params: Any) -> dict[str, tuple[int, int]]:
    rows = ask(found, CLOCK, "survival", {"start": "page.seen", "end": "order.placed", "by": by} | params).rows
    return {row["group"]: (row["customers"], row["ended"]) for row in rows}


def test_how_long_it_takes_is_divided_by_who_was_in_the_segment_with_the_start() -> None:
    # in “dab” and “dac” they are readers when they see the page; in “abd” they become readers only later
    assert waited(shop(), "segment:readers") == {"readers": (2, 1), "–": (3, 0)}
    told = ask(shop(("dac", "dab", "ac", "a5c")), CLOCK, "survival", {"start": "page.seen", "by": "segment:readers"})
    assert told.to_json()["test"]["freedom"] == 1
    assert sum(row["expected"] for row in told.rows) == pytest.approx(sum(row["ended"] for row in told.rows))


def test_by_two_segments_there_are_four_groups() -> None:
    # the list “met” holds c1 and c3, and nothing tells since when
    groups = waited(shop(("dac", "dac", "ac", "ac")), "segment:readers | segment:met")
    assert groups == {"readers": (1, 1), "met": (1, 1), "readers + met": (1, 1), "–": (1, 1)}
    with pytest.raises(errors.BadChoice):
        waited(shop(), "segment:readers | segment:met | segment:buyers")
    with pytest.raises(wrong.UnknownSegment):
        waited(shop(), "segment:readers | segment:rich")


@pytest.mark.parametrize("by", ["segment:readers", "segment:readers | segment:met", "segment:met|segment:buyers"])
def test_every_group_of_a_segment_opens_as_many_as_it_says(by: str) -> None:
    params = {"start": "page.seen", "end": "order.placed", "by": by}
    for row in ask(shop(), CLOCK, "survival", params).rows:
        found = {
            state: len(members(shop(), "survival", params, {"group": row["group"], "state": state}))
            for state in ("there", "ended", "open")
        }
        assert found == {"there": row["customers"], "ended": row["ended"], "open": row["open"]}
    with pytest.raises(errors.BadChoice):
        members(shop(), "survival", params, {"group": "rich"})


def test_time_in_a_stage_is_divided_by_a_segment_too() -> None:
    asked = {"stage": "looking", "unit": "hour", "by": "segment:buyers"}
    plain = ask(shop(), CLOCK, "survival", asked | {"by": "all"}, over="touchpoints").rows
    rows = ask(shop(), CLOCK, "survival", asked, over="touchpoints").rows
    assert sum(row["customers"] for row in rows) == plain[0]["customers"] and plain[0]["customers"]
