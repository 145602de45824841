"""Stages that are conditions, in every question that knows stages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.folds.journals import DAY, HOUR, START
from tests.questions.shop import CLOCK, STAGES, context
from wend.conditions.facts import Facts
from wend.conditions.shorts import Computation
from wend.conditions.tree import Did, Happening
from wend.domain.selection import Selection
from wend.domain.stage import StageSet
from wend.questions.asking import ask, members
from wend.questions.context import Context

DID = {"cart": {"did": {"touchpoint": "cart"}}, "order": {"did": {"touchpoint": "order"}}}
AT = "2023-11-15T00:30:00"
ASKED: dict[str, dict[str, Any]] = {
    "stages": {},
    "touchpoints": {},
    "feelings": {},
    "dropoff": {},
    "retention": {"by": "stage", "every": "day", "periods": "3"},
    "survival": {"stage": "choosing"},
    "flow": {"at": AT},
    "usage": {},
}


def told(**exits: Any) -> StageSet:
    """The shop's stages as conditions, some with an exit."""
    looking, *others = STAGES.stages
    entries = dict(zip((stage.key for stage in others), DID.values(), strict=True))
    stages = [replace(s, rules=(), enter=_document(entries[s.key]), exit=_document(exits.get(s.key))) for s in others]
    return replace(STAGES, stages=(looking, *stages))


def _document(condition: dict[str, Any] | None) -> dict[str, Any] | None:
    return None if condition is None else {"version": 1, "condition": condition}


def having(stage_set: StageSet) -> Context:
    """The shop with another default set."""
    here = context()
    return replace(here, plan=replace(here.plan, stage_sets=(stage_set,), version="told"))


@pytest.mark.parametrize("question", ASKED)
def test_a_spelling_by_conditions_changes_no_answer(question: str) -> None:
    counted = ask(context(), CLOCK, question, ASKED[question], over="touchpoints").content
    said = ask(having(told()), CLOCK, question, ASKED[question], over="touchpoints").content
    if question == "flow":  # what goes back by rules cannot be told of conditions
        counted, said = {"flow": counted["flow"]}, {"flow": said["flow"]}
    assert said == counted


def test_a_set_may_be_asked_before_it_is_saved() -> None:
    document = {"key": "other", "name": {"en": "", "vi": ""}, "stages": [_plain(each) for each in told().stages]}
    saved = ask(context(), CLOCK, "stages", {}).content
    asked = ask(context(), CLOCK, "stages", {"stage_set": document}).content
    assert [row["now"] for row in asked["stages"]] == [row["now"] for row in saved["stages"]]
    moved = ask(having(told()), CLOCK, "moves", {"stage_set": {**document, "key": "short"}}).content
    assert moved["moved"] == 0


def test_a_set_that_is_asked_may_name_segments_and_computed_traits() -> None:
    entries: dict[str, Any] = {
        "choosing": {"segment": {"is": "carted"}},
        "buying": {"computed": {"trait": "orders", "at_least": 1}},
    }
    facts = Facts(
        segments=lambda: {"carted": Did(Happening("touchpoint", ("cart",)))},
        computed=lambda: {"orders": Computation("count", Happening("touchpoint", ("order",)))},
    )
    stages = [replace(each, enter=_document(entries.get(each.key))) for each in told().stages]
    document = {"key": "other", "name": {"en": "", "vi": ""}, "stages": [_plain(each) for each in stages]}
    here = replace(context(), plan=replace(context().plan, facts=facts))
    asked, saved = ask(here, CLOCK, "stages", {"stage_set": document}), ask(context(), CLOCK, "stages")
    assert [row["now"] for row in asked.rows] == [row["now"] for row in saved.rows]


def test_an_exit_lets_a_customer_fall_back_to_the_furthest_that_holds() -> None:
    again = {"all": [{"did": {"touchpoint": "page", "in": {"since": {"touchpoint": "order"}}}}]}
    here = having(told(buying=again))
    rows = {row["stage"]: row for row in ask(here, CLOCK, "stages").rows}
    assert rows["buying"]["now"] == 3 and rows["buying"]["customers"] == 3
    always = {"did": {"touchpoint": "cart", "times": {"at_least": 2}}}
    falling = having(told(choosing=always))
    rows = {row["stage"]: row for row in ask(falling, CLOCK, "stages").rows}
    assert (rows["choosing"]["now"], rows["looking"]["now"]) == (1, 1)  # ab stays, a was never further


def test_regressions_are_told_and_open_who_fell_back() -> None:
    fell = {"did": {"event": "cart.filled", "times": {"at_least": 2}}}
    here = having(told(choosing=fell))
    flow = ask(here, CLOCK, "flow", {"at": "2023-11-01"}).content
    assert flow["back"] == [{"from": "choosing", "to": "looking", "customers": 1}]
    assert len(members(here, "flow", {"at": "2023-11-01"}, {"state": "back", "from": "choosing", "to": "looking"})) == 1
    moves = ask(here, CLOCK, "stages").content["flow"]
    assert {"from": "choosing", "to": "looking", "customers": 1} in moves


def test_steps_and_conditions_that_name_a_stage_see_the_same_history() -> None:
    for here in (context(), having(told())):
        funnel = ask(here, CLOCK, "funnel", {"steps": "stage:choosing > stage:buying"}, over="touchpoints").rows
        assert [row["customers"] for row in funnel] == [4, 3]
        condition = {"version": 1, "condition": {"stage": {"is": "buying"}}}
        assert ask(here, CLOCK, "segment", {"condition": condition}).content["customers"] == 3


def test_a_silence_leads_on_at_its_moment_and_every_question_says_so() -> None:
    here = having(told(choosing={"silent": {"touchpoint": "cart", "for": "1d"}}))
    said = ask(here, CLOCK, "stages").content
    assert {"from": "choosing", "to": "looking", "customers": 1} in said["flow"]
    rows = {row["stage"]: row for row in said["stages"]}
    assert (rows["choosing"]["next"], rows["choosing"]["now"], rows["looking"]["now"]) == (4, 0, 2)
    back = ask(here, CLOCK, "flow", {"at": "2023-11-01"}).content["back"]
    assert back == [{"from": "choosing", "to": "looking", "customers": 1}]
    assert len(members(here, "flow", {"at": "2023-11-01"}, {"state": "back", "from": "choosing", "to": "looking"})) == 1


def test_pages_and_segments_name_the_same_stage_at_every_moment() -> None:
    here = having(told(choosing={"silent": {"touchpoint": "cart", "for": "1d"}}))
    runs_out = START + HOUR + DAY
    for moment in (runs_out - 1, runs_out, runs_out + 3 * DAY):
        selection = Selection(to_at=moment + 1)
        rows = {row["stage"]: row["now"] for row in ask(here, CLOCK, "stages", {}, selection).rows}
        for stage, now in rows.items():
            condition = {"version": 1, "condition": {"stage": {"is": stage}}}
            found = ask(here, CLOCK, "segment", {"condition": condition}, selection).content
            assert found["customers"] == now, (moment, stage)
        assert rows["choosing"] == int(moment < runs_out)


def _plain(stage: Any) -> dict[str, Any]:
    return {"key": stage.key, "name": {"en": stage.key, "vi": stage.key}, "enter": stage.enter}
