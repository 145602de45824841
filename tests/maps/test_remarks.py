"""What people put on the map: kept with its place and its number, changed by who saw it, forgotten with the person."""

from __future__ import annotations

import pytest

from tests.boards.conftest import shop
from wend.kit.errors import Mistake
from wend.maps import facade as maps
from wend.maps.model_remarks import AskedNumber, Element
from wend.maps.remarks.rules import LONGEST_TEXT, words
from wend.methods.intervals import wilson
from wend.questions import facade as questions
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace

__all__ = ["shop"]
ORDERED = AskedNumber("reach", {}, "events", "customer", {"step": "order.placed"})


@pytest.fixture
def stage(shop: Workspace) -> Element:
    """The first stage of the map."""
    return Element("stage", touchpoints.view(shop).stage_set.stages[0].key)


def test_an_obstacle_stands_with_the_number_that_shows_it(shop: Workspace, stage: Element) -> None:
    made = maps.add_remark(shop, "obstacle", stage, "lan", title="Few  order", text="Why?", asked=ORDERED)
    everybody = questions.ask(shop, "reach", over="events")
    ordered = next(row["customers"] for row in everybody.rows if row["step"] == "order.placed")
    assert made.number is not None
    assert (made.title, made.number.customers, made.number.share.n) == ("Few order", ordered, everybody.customers)
    assert made.number.share.low == wilson(ordered, everybody.customers).low
    assert maps.remarks_of(shop) == (made,)
    assert maps.remark_now(shop, made.id) == made.number


def test_a_number_that_nobody_can_ask_for_is_refused(shop: Workspace, stage: Element) -> None:
    unknown = AskedNumber("reach", {}, "events", "customer", {"step": "order.plased"})
    with pytest.raises(Mistake) as refused:
        maps.add_remark(shop, "note", stage, "lan", text="Look", asked=unknown)
    assert refused.value.code.startswith("questions.")
    assert maps.remarks_of(shop) == ()


@pytest.mark.parametrize(
    "about", [Element("stage", "nowhere"), Element("step", "order.placed", "nowhere"), Element("feeling", "", "")]
)
def test_nothing_stands_outside_of_the_map(shop: Workspace, about: Element) -> None:
    with pytest.raises(maps.NowhereOnTheMap):
        maps.add_remark(shop, "note", about, "lan", text="Look")


def test_a_touchpoint_must_be_registered(shop: Workspace) -> None:
    known = touchpoints.touchpoints(shop)[0].key
    assert maps.add_remark(shop, "note", Element("touchpoint", known), "lan", text="Look").about.key == known
    with pytest.raises(touchpoints.UnknownTouchpoint):
        maps.add_remark(shop, "note", Element("touchpoint", "gone"), "lan", text="Look")


def test_words_change_for_who_saw_them_last(shop: Workspace, stage: Element) -> None:
    made = maps.add_remark(shop, "note", stage, "lan", text="Slow")
    changed = maps.change_remark(shop, made.id, "", "Chậm\n\nvào thứ Hai", 1, "an")
    assert (changed.text, changed.version, changed.by) == ("Chậm\n\nvào thứ Hai", 2, "an")
    with pytest.raises(maps.ChangedMeanwhile):
        maps.change_remark(shop, made.id, "", "Fast", 1, "lan")
    maps.remove_remark(shop, made.id, "lan")
    with pytest.raises(maps.UnknownRemark):
        maps.remove_remark(shop, made.id, "lan")


@pytest.mark.parametrize(
    ("kind", "title", "text"), [("obstacle", " ", "Why?"), ("note", "Name", ""), ("note", "", "x" * (LONGEST_TEXT + 1))]
)
def test_an_obstacle_has_a_name_and_a_note_a_text(kind: str, title: str, text: str) -> None:
    with pytest.raises(maps.BadRemark):
        words(kind, title, text)  # type: ignore[arg-type]
