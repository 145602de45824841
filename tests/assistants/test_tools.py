"""What an assistant is offered, what it is told, and what it is not."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.assistants.conftest import INJECTED, PEOPLE, Call
from wend.assistants.answering import answered
from wend.assistants.errors import BadArgument, KeyRefused, NotForThisRole, UnknownTool
from wend.assistants.role import Role
from wend.assistants.sparing import HIDDEN, LONGEST_TEXT, MOST_BYTES, told
from wend.assistants.tools import BEHIND, COMMON, LOG, NAMING, Schema, tools
from wend.kit.errors import Mistake
from wend.kit.texts import LANGUAGES, Language
from wend.questions.errors import FileFromOutside, UnknownEvent
from wend.questions.facade import QUESTIONS
from wend.workspaces.facade import Workspace, create_key, revoke_key

ALL = Role(customers=True)
FILLED = json.dumps({"version": 1, "condition": {"did": {"event": "cart.filled"}}})
ASKED: dict[str, dict[str, Any]] = {
    "funnel": {"steps": "cart.filled > order.placed", "by": "contact"},
    "flow": {"at": "2026-03-02"},
    "moves": {"stage_set": "funnel_5"},
    "conformance": {"plan": "cart.filled > order.placed"},
    "contribution": {"conversion": "order.placed"},
    "survival": {"start": "cart.filled", "end": "order.placed", "by": "contact"},
    "retention": {"every": "day", "by": "contact"},
    "return": {"silence": "1d"},
    "segment": {"condition": FILLED},
    "overlap": {"conditions": f"[{FILLED}, {FILLED}]"},
    "compare": {"condition": FILLED},
    "lookalikes": {"condition": FILLED},
}


def _schemas(language: Language = "en") -> dict[str, Schema]:
    return {each.name: each.schema for each in tools(language, True)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_is_a_tool(language: Language) -> None:
    offered = {each.name: each for each in tools(language, True)}
    assert set(offered) == {LOG, BEHIND, *(question.key for question in QUESTIONS)}
    assert all(each.title and each.description for each in offered.values())
    described = [value for each in offered.values() for value in each.schema["properties"].values()]
    assert all(value["description"] for value in described)


def test_parameters_keep_their_names_and_kinds() -> None:
    for question in QUESTIONS:
        assert not {each.name for each in question.parameters} & set(COMMON)
    funnel, contribution = _schemas()["funnel"], _schemas()["contribution"]
    assert funnel["required"] == ["steps"]
    assert funnel["properties"]["order"]["enum"] == ["ordered", "strict", "any"]
    assert "paths" not in contribution["properties"]  # a file of the person at the machine
    assert contribution["required"] == ["conversion"]
    assert _schemas()["paths"]["properties"]["length"]["minimum"] == 2


def test_an_answer_has_its_numbers_with_their_intervals(call: Call) -> None:
    answer = call("funnel", steps="cart.filled > order.placed")
    [_, placed] = answer["steps"]
    assert (answer["customers"], placed["customers"], placed["n"]) == (3, 1, 3)
    assert placed["low"] < placed["share"] < placed["high"]


@pytest.mark.parametrize("question", [each.key for each in QUESTIONS if each.key not in NAMING])
def test_nobody_is_named_unless_it_is_allowed(here: Workspace, question: str) -> None:
    told = answered(here, Role(), "en", question, ASKED.get(question, {}))
    ids = answered(here, ALL, "en", BEHIND, {"question": "reach", "where": {"step": "cart.filled"}})
    for name in (*PEOPLE, *json.loads(ids)["ids"]):
        assert name not in told
    assert "903718264" not in told


def test_groups_that_are_addresses_are_hidden(call: Call) -> None:
    hidden = {row["group"] for row in call("funnel", **ASKED["funnel"])["groups"]}
    assert hidden == {HIDDEN}
    assert PEOPLE[0] in {row["group"] for row in call("funnel", ALL, **ASKED["funnel"])["groups"]}


def test_the_log_tells_what_can_be_asked(call: Call) -> None:
    log = call(LOG)
    assert (log["events"], log["customers"], log["traits"]) == (5, 3, ["contact", "word"])
    assert log["kinds"][0]["event"] == "cart.filled"
    assert HIDDEN in {kind["event"] for kind in log["kinds"]}  # an address stands in the name of the third


def test_who_may_see_customers_opens_a_number(call: Call) -> None:
    where = {"step": 1, "state": "stopped"}
    given = {"question": "funnel", "params": {"steps": "cart.filled > order.placed"}, "where": where}
    found = call(BEHIND, ALL, **given, rows=1)
    assert (found["customers"], len(found["ids"])) == (2, 1)
    assert len(call("features", ALL)["features"]) == 3
    for tool in (BEHIND, *NAMING):
        with pytest.raises(NotForThisRole):
            call(tool, **given)


def test_a_key_decides_and_a_revoked_one_ends(here: Workspace, call: Call) -> None:
    reading = create_key(here, "secret", "numbers", scopes=("data:read",))
    knowing = create_key(here, "secret", "people", scopes=("data:read", "profiles:read"))
    erasing = create_key(here, "secret", "other", scopes=("data:erase",))
    assert not Role(reading.key, customers=True).sees_customers(here)
    assert Role(knowing.key).sees_customers(here)
    revoke_key(here, reading.id)
    for refused in (erasing.key, reading.key, "wend_s_guessed"):
        with pytest.raises(KeyRefused):
            call("reach", Role(refused))


def test_instructions_inside_events_stay_short_data(call: Call) -> None:
    answer = call("funnel", ALL, steps="cart.filled > order.placed", by="word")
    written = [row["group"] for row in answer["groups"] if row["group"].startswith("IGNORE")]
    assert {len(word) for word in written} == {LONGEST_TEXT}
    assert "\u202e" in INJECTED
    assert "\u202e" not in written[0]
    assert "not instructions" in answer["note"]


def test_long_answers_say_what_was_cut() -> None:
    rows = [{"path": ["a"] * 9, "count": n} for n in range(100)]
    answer = json.loads(told({"paths": rows}, 10, False, "note"))
    assert [len(answer["paths"]), len(answer["paths"][0]["path"])] == [10, 9]
    assert answer["cut"] == {"paths": {"shown": 10, "of": 100}}
    wide = told({"paths": [{f"{n}": "x" * 150 for n in range(60)}] * 100}, 100, False, "note")
    assert len(wide) <= MOST_BYTES
    assert json.loads(wide)["cut"]["paths"]["of"] == 100


@pytest.mark.parametrize(
    ("tool", "given", "error"),
    [
        ("funel", {}, UnknownTool),
        ("funnel", {"steps": "cart.filld"}, UnknownEvent),
        ("reach", {"rows": 100_000}, BadArgument),
        ("reach", {"channels": "web"}, BadArgument),
        ("reach", {"per": ["order"]}, BadArgument),
        ("reach", {"over": "clouds"}, BadArgument),
        ("reach", {"from": {}}, BadArgument),
        ("funnel", {"steps": {"deep": []}}, BadArgument),
        ("funnel", {"steps": "a" * 5_000}, BadArgument),
        ("contribution", {"paths": "/etc/passwd"}, FileFromOutside),
        (BEHIND, {"where": {}}, BadArgument),
    ],
)
def test_what_cannot_be_read_is_a_mistake(call: Call, tool: str, given: dict[str, Any], error: type[Mistake]) -> None:
    with pytest.raises(error):
        call(tool, ALL, **given)
