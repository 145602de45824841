"""Questions in words, from the parameters to the documented shape."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.folds.journals import DAY, START
from tests.questions.shop import CLOCK, context
from wend.domain.selection import Selection
from wend.kit.errors import Mistake
from wend.kit.texts import LANGUAGES, Language, text
from wend.questions import errors
from wend.questions.asking import ask
from wend.questions.specs import QUESTIONS, Question
from wend.touchpoints.facade import Kept

SAMPLE: dict[str, dict[str, Any]] = {"funnel": {"steps": "page.seen > cart.filled > order.placed", "within": "7d"}}
SAMPLE["contribution"] = {"conversion": "order.placed", "by": "step"}
SAMPLE["segment"] = {
    "condition": {
        "version": 1,
        "condition": {"all": [{"did": {"event": "cart.filled"}}, {"did_not": {"event": "order.placed"}}]},
    }
}
SAMPLE["flow"] = {"at": "2023-11-15"}
SAMPLE["conformance"] = {"plan": "page.seen > cart.filled > order.placed"}
CARTS, ORDERS = ({"version": 1, "condition": {"did": {"event": event}}} for event in ("cart.filled", "order.placed"))
SAMPLE["overlap"] = {"conditions": [CARTS, ORDERS]}
SAMPLE["compare"] = {"condition": CARTS, "against": ORDERS}
SAMPLE["lookalikes"] = {"condition": ORDERS}
SAMPLE["moves"] = {"stage_set": "short"}
EVERY_QUESTION = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.key)


def rows(question: str, selection: Selection | None = None, over: Any = None, **params: Any) -> list[dict[str, Any]]:
    return ask(context(), CLOCK, question, params, selection or Selection(), over).rows


@EVERY_QUESTION
def test_every_answer_has_the_envelope_and_is_json(question: Question) -> None:
    answer = ask(context(), CLOCK, question.key, SAMPLE.get(question.key))
    told = json.loads(json.dumps(answer.to_json()))
    assert told["question"] == question.key
    assert set(told) > {
        "question",
        "period",
        "as_of",
        "customers",
        "events",
        "computed_at",
        "log_version",
        "params",
        "over",
    }
    assert told["computed_at"] == "2026-07-01T12:00:00Z"
    assert set(told["period"]) == {"from", "to"}
    assert answer.to_arrow().num_rows == len(answer.rows)


def test_funnel() -> None:
    assert [(row["step"], row["customers"]) for row in rows("funnel", **SAMPLE["funnel"])] == [
        ("page.seen", 5),
        ("cart.filled", 4),
        ("order.placed", 3),
    ]


def test_transitions() -> None:
    edge = next(e for e in rows("transitions") if (e["from"], e["to"]) == ("cart.filled", "order.placed"))
    assert (edge["count"], edge["customers"]) == (3, 3)
    assert edge["median_seconds"] == pytest.approx(3_600, rel=1 / 64)


def test_sessions() -> None:
    told = ask(context(), CLOCK, "sessions", {"gap": "2h"}).to_json()
    assert (told["sessions"], told["customers"], told["median_events"]) == (7, 6, 2)


def test_stages_are_asked_over_touchpoints_whatever_is_said() -> None:
    answer = ask(context(), CLOCK, "stages", over="events")
    assert answer.over == "touchpoints"
    assert [(row["stage"], row["customers"], row["next"]) for row in answer.rows] == [
        ("looking", 5, 4),
        ("choosing", 4, 3),
        ("buying", 3, 0),
    ]
    assert answer.customers == 5  # the sixth met no touchpoint


def test_touchpoints_name_their_stages() -> None:
    cart = next(row for row in rows("touchpoints") if row["touchpoint"] == "cart")
    assert cart["stages"] == [{"stage": "choosing", "events": 5, "customers": 4}]
    assert (cart["events"], cart["repeats"]) == (5, 1)


def test_dropoff_over_events_has_no_stages() -> None:
    over_events = ask(context(), CLOCK, "dropoff", {"silence": "1d"})
    over_touchpoints = ask(context(), CLOCK, "dropoff", {"silence": "1d"}, over="touchpoints")
    assert "stages" not in over_events.content
    assert [row["stage"] for row in over_touchpoints.content["stages"]] == ["looking", "choosing", "buying"]


def test_touchpoints_may_be_called_by_name_in_either_language() -> None:
    for steps in ("page > order", "Product page > Đơn hàng", "trang sản phẩm > ORDER"):
        assert [row["customers"] for row in rows("funnel", steps=steps, over="touchpoints")] == [5, 3]


def test_a_period_a_channel_and_a_trait_narrow_the_question() -> None:
    assert rows("reach", Selection(from_at=START + DAY))[0]["customers"] == 1
    assert rows("reach", Selection(channels=("web",))) == []
    assert ask(context(), CLOCK, "reach", {}, Selection(traits=(("city", "Huế"),))).customers == 3


def test_as_of_looks_back_to_an_earlier_moment() -> None:
    then = ask(context(), CLOCK, "stages", {"as_of": START + 3 * DAY}).rows
    now = ask(context(), CLOCK, "stages").rows
    assert [row["slowing"] for row in then] == [2, 1, 2]
    assert [row["now"] for row in now] == [1, 1, 3]


@pytest.mark.parametrize(
    ("asked", "error", "hint"),
    [
        (("funnle", {}), errors.UnknownQuestion, "funnel"),
        (("funnel", {"steps": "page.sen > cart.filled"}), errors.UnknownEvent, "page.seen"),
        (("funnel", {"steps": "page.seen", "withn": "7d"}), errors.UnknownParameter, "within"),
        (("stages", {"stage_set": "shor"}), errors.UnknownStageSet, "short"),
        (("contribution", {"conversion": "order.placed", "by": "chanel"}), errors.BadChoice, "channel"),
    ],
)
def test_unknown_names_come_with_the_closest_known_one(asked: Any, error: type[Mistake], hint: str) -> None:
    with pytest.raises(error) as raised:
        ask(context(), CLOCK, *asked)
    assert raised.value.details["closest"] == hint


@pytest.mark.parametrize("selection", [Selection(channels=("wbe",)), Selection(traits=(("ciyt", "Huế"),))])
def test_unknown_channels_and_traits_are_mistakes_too(selection: Selection) -> None:
    with pytest.raises((errors.UnknownChannel, errors.UnknownTrait)) as raised:
        ask(context(), CLOCK, "reach", {}, selection)
    assert raised.value.details["closest"] in ("web", "city")


def test_answers_are_kept_until_the_log_changes() -> None:
    kept, first = Kept(), context()
    again = ask(first, CLOCK, "reach", kept=kept)
    assert ask(first, CLOCK, "reach", kept=kept) is again
    assert ask(context(version="2"), CLOCK, "reach", kept=kept) is not again


def test_contribution_by_hand() -> None:
    """Three convert, each after a page and a cart; of six paths, four begin at the page and reach the cart."""
    told = ask(context(), CLOCK, "contribution", {"conversion": "order.placed", "by": "step"}).to_json()
    assert (told["conversions"], told["nulls"], told["untouched"]) == (3, 3, 0)
    page = next(row for row in told["channels"] if row["channel"] == "page.seen")
    assert (page["first"], page["last"], page["linear"], page["removal_effect"]) == (3, 0, 1.5, 1)
    assert told["rate"]["n"] == 6 and told["causal"] is False


def test_contribution_knows_only_channels_that_are_asked_about() -> None:
    channels: dict[str, Any] = {"conversion": "order.placed"}
    assert rows("contribution", **channels) == []
    assert rows("contribution", Selection(channels=("web",)), by="step", **channels) == []
    only = rows("contribution", by="step", touches="cart.filled", **channels)
    assert [row["channel"] for row in only] == ["cart.filled"]


def test_an_empty_log_answers_with_nothing() -> None:
    assert ask(context(()), CLOCK, "transitions").rows == []
    assert ask(context(()), CLOCK, "stages").customers == 0


@pytest.mark.parametrize("language", LANGUAGES)
@EVERY_QUESTION
def test_every_question_and_parameter_is_explained(question: Question, language: Language) -> None:
    keys = [question.title_key, question.help_key, *(parameter.help_key for parameter in question.parameters)]
    assert all(text(language, key) for key in keys)
