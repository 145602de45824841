"""Plans as people write them."""

from __future__ import annotations

import pytest

from wend.kit.texts import LANGUAGES
from wend.questions.errors import BadPlan
from wend.questions.plans import PlanStep, plan


@pytest.mark.parametrize(
    ("written", "steps"),
    [
        ("a > b", (PlanStep(("a",)), PlanStep(("b",)))),
        ("a>b?>c", (PlanStep(("a",)), PlanStep(("b",), True), PlanStep(("c",)))),
        ("a | b within 2d", (PlanStep(("a", "b"), False, 172_800),)),
        ("a? within 90", (PlanStep(("a",), True, 90),)),
        ('"a > b" > giao hàng within 3h', (PlanStep(("a > b",)), PlanStep(("giao hàng",), False, 10_800))),
        ('"due within 2d"', (PlanStep(("due within 2d",)),)),
    ],
)
def test_plans(written: str, steps: tuple[PlanStep, ...]) -> None:
    assert plan(written) == steps


@pytest.mark.parametrize(
    "written", ["", ">", "a >", "a >> b", "a | > b", "?", "a within 2d?", "a > a", "a|b > b", " > ".join("ab" * 32)]
)
def test_plans_that_cannot_be_read(written: str) -> None:
    with pytest.raises(BadPlan) as raised:
        plan(written)
    assert all(raised.value.message(language) for language in LANGUAGES)
