"""Retention and survival in words, and the customers behind their numbers."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from tests.folds.journals import DAY, HOUR, START, Event, journal
from tests.questions.shop import CLOCK, STAGES, STORIES, TOUCHPOINTS, WORDS, context
from wend.domain.selection import Selection
from wend.engines.lens import lens_of
from wend.engines.machine import Machine
from wend.questions import errors
from wend.questions.asking import ask, members
from wend.questions.context import Context, Plan

Row = dict[str, Any]


def opened(question: str, params: Row, over: Any = None, **where: Any) -> set[str]:
    found = members(context(), question, params, where, over=over)
    return {STORIES[int(customer[1:])] for customer in found.ids()}


def shares(row: Row) -> list[tuple[str, int, int]]:
    return [(cell["period"], cell["customers"], cell["n"]) for cell in row["periods"]]


def test_retention_by_a_trait_tells_its_values_most_frequent_first() -> None:
    rows = ask(context(), CLOCK, "retention", {"every": "day", "periods": 1, "by": "city"}).rows
    assert [(row["cohort"], row["customers"]) for row in rows] == [("Huế", 3), ("Hà Nội", 2)]
    assert shares(rows[1]) == [("0", 2, 2), ("1", 0, 2)]


def test_retention_of_stages_counts_who_stood_there_after_the_start() -> None:
    params = {"every": "day", "periods": 1, "by": "stage", "start": "cart"}
    rows = ask(context(), CLOCK, "retention", params, over="touchpoints").rows
    assert [(row["cohort"], row["customers"]) for row in rows] == [("choosing", 4)]
    with pytest.raises(errors.StagesNeedTouchpoints):
        ask(context(), CLOCK, "retention", params | {"start": None})


def test_days_are_those_of_the_zone() -> None:
    night = [Event(0, START - START % DAY + 16 * 3_600), Event(1, START - START % DAY + 18 * 3_600)]
    machine = Machine(journal([night], words=WORDS))
    for zone, back in (("UTC", []), ("Asia/Ho_Chi_Minh", [("1", 1, 1)])):
        there = Context(
            machine, Plan(TOUCHPOINTS, (STAGES,), "short", "1"), lens_of(TOUCHPOINTS, WORDS, "l"), zone=zone
        )
        answer = ask(there, CLOCK, "retention", {"every": "day"})
        assert shares(answer.rows[0])[1:] == back
        assert answer.to_json()["zone"] == zone


def test_an_empty_log_has_no_cohorts_and_no_groups() -> None:
    for question in ("retention", "survival"):
        assert ask(context(()), CLOCK, question).rows == []


@pytest.mark.parametrize("kind", ["exact", "rolling", "bracketed"])
@pytest.mark.parametrize("by", ["cohort", "channel", "city"])
def test_every_cell_of_retention_opens_as_many_as_it_says(kind: str, by: str) -> None:
    params = {
        "every": "day",
        "periods": 6,
        "kind": kind,
        "brackets": "0,1-3,4-9",
        "by": by,
        "return_": "order.placed | page.seen",
    }
    for row in ask(context(), CLOCK, "retention", params).rows:
        assert len(members(context(), "retention", params, {"cohort": row["cohort"]})) == row["customers"]
        for cell in row["periods"]:
            where: Any = {"cohort": row["cohort"], "period": cell["period"]}
            back, away = (
                len(members(context(), "retention", params, where | {"state": s})) for s in ("returned", "away")
            )
            assert (back, back + away) == (cell["customers"], cell["n"])


def test_survival_opens_those_for_whom_it_ended_and_the_open_ones() -> None:
    params = {"start": "page.seen", "end": "order.placed", "unit": "hour"}
    assert opened("survival", params, state="open") == {"ab", "a"}
    assert opened("survival", params, state="ended", time=3) == {"abc", "abbc"}
    assert opened("survival", params) == set(STORIES) - {"dd"}
    assert opened("survival", {"by": "city"}, group="Hà Nội") == {"ab", "a5abc"}


def test_time_in_a_stage_counts_those_who_are_still_there() -> None:
    [row] = ask(context(), CLOCK, "survival", {"stage": "looking", "unit": "hour"}, over="touchpoints").rows
    assert (row["customers"], row["ended"], row["open"], row["median"]) == (5, 4, 1, 1)


def test_survival_of_groups_comes_with_a_test() -> None:
    told = ask(context(), CLOCK, "survival", {"by": "city"}).to_json()
    assert told["test"]["freedom"] == 1
    assert [row["expected"] for row in told["groups"]] == pytest.approx([2.4, 2.6])


def test_who_began_before_the_period_is_no_newcomer() -> None:
    later = Selection(from_at=START + DAY)
    assert ask(context(), CLOCK, "retention", {"every": "day"}, later).rows == []
    assert ask(context(), CLOCK, "survival", {}, later).rows == []


@pytest.mark.parametrize(
    ("params", "error"),
    [
        ({"every": "moth"}, errors.BadChoice),
        ({"every": "0d"}, errors.BadDuration),
        ({"periods": "0"}, errors.BadNumber),
        ({"brackets": "0,3-1"}, errors.BadRuns),
        ({"brackets": "0-4,3-5"}, errors.BadRuns),
        ({"kind": "exakt"}, errors.BadChoice),
        ({"by": "ciyt"}, errors.BadChoice),
        ({"start": "page.sen"}, errors.UnknownEvent),
        ({"start": "page.seen > cart.filled"}, errors.BadSteps),
    ],
)
def test_what_cannot_be_meant_is_a_mistake(params: Row, error: type[Exception]) -> None:
    with pytest.raises(error):
        ask(context(), CLOCK, "retention", params)


def test_a_lifecycle_adds_up_and_opens_as_many_as_it_says() -> None:
    rows = ask(context(), CLOCK, "lifecycle", {"every": "day"}).rows
    assert [(row["customers"], row["new"], row["resurrected"]) for row in rows] == [
        (6, 6, 0), (2, 0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0), (1, 0, 1), (1, 0, 0),
    ]  # fmt: skip
    for before, row in pairwise(rows):
        assert row["customers"] == row["new"] + row["returning"] + row["resurrected"]
        assert before["customers"] == row["returning"] + row["dormant"]
    for row in rows:
        for state in ("new", "returning", "resurrected", "dormant"):
            found = members(context(), "lifecycle", {"every": "day"}, {"period": row["period"], "state": state})
            assert row[state] in (len(found), None)


def test_whoever_was_active_before_the_period_is_not_new() -> None:
    later = Selection(from_at=START - START % DAY + 5 * DAY)
    [row, _] = ask(context(), CLOCK, "lifecycle", {"every": "day"}, later).rows
    assert (row["new"], row["resurrected"], row["dormant"]) == (0, 1, None)


def test_stickiness_counts_days_and_not_events() -> None:
    [week, _] = ask(context(), CLOCK, "stickiness", {"every": "week", "as_of": "2023-11-20"}).rows
    assert (week["customers"], week["mean_days"], week["complete"]) == (6, 9 / 6, True)
    assert week["ratio"] == pytest.approx(9 / 6 / 6)  # the log begins on a Tuesday
    assert opened("stickiness", {"every": "week"}, period="2023-11-13", days=2) == {"abc", "abbc", "a5abc"}


def test_who_came_back_after_a_silence_and_what_they_had_met() -> None:
    told = ask(context(), CLOCK, "return", {"silence": "1d", "before": "1d"}).to_json()
    assert (told["silent"], told["returned"], told["still_silent"], told["returns"]) == (5, 1, 4, 1)
    assert told["received"] == ["newsletter.sent"]
    page = next(row for row in told["before"] if row["event"] == "page.seen")
    assert (page["met"], page["n"], page["returned"], page["effect"]) == ("last step", 8, 1, None)
    assert opened("return", {"silence": "1d"}) == {"a5abc"}
    assert opened("return", {"silence": "1d"}, state="still_silent") == {"abc", "abbc", "ab", "a"}
    assert opened("return", {"silence": "1d", "before": "1d"}, event="page.seen", state="silent") == {"a", "a5abc"}


def test_an_offer_that_wakes_half_of_the_silent_is_found_and_a_late_one_is_not() -> None:
    def customer(number: int) -> list[Event]:
        offered, woken = number % 2 == 0, number % 4 == 0 or number % 10 == 1
        came = [Event(0, START), Event(1, START + 1)]
        offers = [Event(3, START + 75 * DAY)] if offered else []
        return [*came, *offers, *([Event(0, START + 85 * DAY)] if woken else []), Event(3, START + 95 * DAY)]

    shop = context()
    machine = Machine(journal([customer(number) for number in range(400)], words=WORDS))
    there = Context(machine, shop.plan, shop.lens)
    as_of = START + 99 * DAY - 1
    params = {"silence": "60d", "before": "20d", "as_of": as_of, "received": "newsletter.sent"}
    told = ask(there, CLOCK, "return", params).to_json()
    offer = next(row for row in told["before"] if row["met"] == "received")
    assert (offer["n"], offer["returned"]) == (200, 100)
    assert (offer["share"], offer["expected"], offer["effect"]) == (0.5, 0.2, pytest.approx(0.3))
    assert 0 < offer["low"] < 0.3 < offer["high"]
    assert offer["p_adjusted"] < 1e-6


def test_stage_flow_between_two_moments() -> None:
    params = {"at": START + 2 * HOUR}
    flow = ask(context(), CLOCK, "flow", params).rows
    moves = {(row["from"], row["to"], row["to_state"]): (row["customers"], row["n"]) for row in flow}
    assert moves == {
        ("looking", "looking", "left"): (1, 2),
        ("looking", "buying", "active"): (1, 2),
        ("choosing", "choosing", "left"): (1, 2),
        ("choosing", "buying", "left"): (1, 2),
        ("buying", "buying", "left"): (1, 1),
    }
    for row in flow:
        where = {name: row[name] for name in ("from", "from_state", "to", "to_state")}
        assert len(members(context(), "flow", params, where)) == row["customers"]
    assert opened("flow", {"at": START + 2 * HOUR}, from_state="active", **{"from": "looking"}) == {"a", "a5abc"}


def test_whoever_does_what_belongs_to_an_earlier_stage_went_back() -> None:
    stories = ("abcb", "abcbb", "abc", "cba")
    answer = ask(context(stories), CLOCK, "flow", {"at": START - 1})
    assert answer.content["back"] == [{"from": "buying", "to": "choosing", "customers": 3}]
    assert {row["from_state"] for row in answer.rows} == {"nowhere"}
    found = members(context(stories), "flow", {"at": START - 1}, {"state": "back", "from": "buying", "to": "choosing"})
    assert len(found) == 3
