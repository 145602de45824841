"""Segments of segments: written out before they are read, never in a circle, and no larger than a condition may be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wend.conditions import checking, document, errors
from wend.conditions.called import Called
from wend.conditions.resolving import named_in, resolved
from wend.conditions.sentence import explain
from wend.conditions.shorts import Computation
from wend.conditions.tree import (
    Account,
    Compared,
    Computed,
    Condition,
    Consent,
    Did,
    Frame,
    Group,
    Happening,
    InList,
    InOrder,
    InSegment,
    Number,
    Of,
    Range,
    Stage,
    Step,
    Test,
)
from wend.domain.names import Name
from wend.kit.errors import Mistake

BOUGHT = Did(Happening("event", ("order.placed",)))
KEPT: dict[str, Condition] = {
    "buyers": BOUGHT,
    "others": Group("none", (InSegment("buyers"),)),
    "egg": Group("any", (BOUGHT, InSegment("hen"))),
    "hen": Group("all", (InSegment("egg"), BOUGHT)),
    "met": Group("any", (BOUGHT, InList("vip"))),
    "warm": Did(Happening("stage", ("warm",))),
    "returned": Did(Happening("entered_segment", ("buyers",))),
    "self": Did(Happening("left_segment", ("self",))),
    "again": InOrder((Step(BOUGHT.what), Step(BOUGHT.what, (), (Compared(Of("property", "sku"), "same_as", 1),)))),
}


def test_a_segment_is_what_it_stands_for() -> None:
    asked = Group("all", (InSegment("others"), InList("vip")))
    assert resolved(asked, KEPT) == Group("all", (Group("none", (BOUGHT,)), InList("vip")))
    assert named_in(Group("any", (asked, InSegment("others"), InSegment("buyers")))) == ("others", "buyers")


def test_a_circle_is_told_with_its_way() -> None:
    with pytest.raises(errors.Circular) as refused:
        resolved(Group("all", (BOUGHT, InSegment("hen"))), KEPT)
    assert refused.value.details["way"] == "hen → egg → hen"


def test_unknown_keys_are_told_with_the_closest() -> None:
    known = checking.Catalogue(segments=KEPT, lists=("vip",))
    with pytest.raises(errors.UnknownSegment) as refused:
        checking.check(InSegment("buyer"), known)
    assert refused.value.details["closest"] == "buyers"
    with pytest.raises(errors.UnknownList) as refused_too:
        checking.check(InList("vips"), known)
    assert refused_too.value.details["closest"] == "vip"


def test_a_segment_that_is_entered_brings_what_it_says() -> None:
    asked = Did(BOUGHT.what, frame=Frame(since=Happening("left_segment", ("others", "buyers"))))
    said = replace(Happening("left_segment", ("others", "buyers")), says=(Group("none", (BOUGHT,)), BOUGHT))
    assert resolved(asked, KEPT) == Did(BOUGHT.what, frame=Frame(since=said))
    assert document.to_json(resolved(asked, KEPT)) == document.to_json(asked)
    assert named_in(asked) == ("others", "buyers")


@pytest.mark.parametrize(
    ("key", "error", "said"),
    [
        ("met", errors.NoHistory, "is on the list “vip”"),
        ("warm", errors.OfEntries, "warm"),
        ("returned", errors.OfEntries, "returned"),
        ("self", errors.Circular, "self → self"),
        ("again", errors.OfComparedSteps, "compares steps"),
        ("buyer", errors.UnknownSegment, "buyers"),
    ],
)
def test_entries_that_nothing_dates_are_refused(key: str, error: type[Mistake], said: str) -> None:
    with pytest.raises(error) as refused:
        checking.check(Did(Happening("entered_segment", (key,))), checking.Catalogue(segments=KEPT))
    assert said in str(refused.value)


def test_what_an_entered_segment_says_is_paid_for_once() -> None:
    known = checking.Catalogue(segments={"s": Group("any", (BOUGHT, Did(Happening("touchpoint", ("cart",)))))})
    once = Did(Happening("entered_segment", ("s",)))
    assert checking.check(once, known) == 3
    assert checking.check(Group("all", (once, Did(Happening("left_segment", ("s",))))), known) == 4


def test_limits_count_what_is_written_out() -> None:
    many: dict[str, Condition] = {"1": BOUGHT}
    for k in range(2, 40):
        many[str(k)] = Group("any", (InSegment(str(k - 1)), InSegment(str(k - 1))))
    assert checking.check(InSegment("6"), checking.Catalogue(segments=many)) == 32
    with pytest.raises(errors.TooMany):
        checking.check(InSegment("7"), checking.Catalogue(segments=many))
    with pytest.raises((errors.TooMany, errors.TooDeep)):
        checking.check(InSegment("39"), checking.Catalogue(segments=many))


def test_a_segment_is_said_by_its_name() -> None:
    assert explain(InSegment("s1"), "en", Called(segment={"s1": Name("Buyers", "Người mua")})).endswith(
        "belongs to the segment “Buyers”."
    )
    assert explain(InList("vip"), "vi").endswith("có trong danh sách “vip”.")


def test_what_a_computed_trait_counts_must_be_sayable() -> None:
    known = {"usual": Computation("count", None), "orders": Computation("count", Happening("event", ("order.placed",)))}
    asked = Computed(Test("trait", "orders", "at_least", (Number(2_500),)))
    assert resolved(asked, {}, known) == Did(Happening("event", ("order.placed",)), Range(low=3))
    with pytest.raises(errors.NotSaid):
        resolved(Computed(Test("trait", "usual", "present")), {}, known)
    with pytest.raises(errors.UnknownComputed) as refused:
        resolved(Computed(Test("trait", "order", "present")), {}, known)
    assert refused.value.details["closest"] == "orders"
    with pytest.raises(errors.WrongType):
        resolved(Computed(Test("trait", "orders", "contains", ("a",))), {}, known)


@pytest.mark.parametrize(
    ("leaf", "error", "near"),
    [
        (Consent("marketting", "email"), errors.UnknownPurpose, "marketing"),
        (Consent("marketing", "mail"), errors.UnknownChannel, "email"),
        (Account(Test("trait", "industri", "present")), errors.UnknownAccountTrait, "industry"),
        (Stage("gold", stage_set="loyality"), errors.UnknownStageSet, "loyalty"),
        (Stage("golden", stage_set="loyalty"), errors.UnknownStage, "gold"),
        (Did(Happening("stage", ("golden",), (), "loyalty")), errors.UnknownStage, "gold"),
    ],
)
def test_names_of_other_rooms_are_checked(leaf: Condition, error: type[Mistake], near: str) -> None:
    known = checking.Catalogue(
        stage_sets={"loyalty": ("gold",)}, account_traits=("industry",), purposes=("marketing",), channels=("email",)
    )
    with pytest.raises(error) as refused:
        checking.check(leaf, known)
    assert refused.value.details["closest"] == near
