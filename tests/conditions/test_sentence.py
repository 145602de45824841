"""What a condition says of itself, in both languages."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, strategies as st

from tests.conditions import worlds
from wend.conditions import document
from wend.conditions.sentence import explain
from wend.kit.texts import LANGUAGES, Language

EXAMPLES = Path(__file__).parents[2] / "examples" / "conditions"
SAID: dict[tuple[str, Language], str] = {
    ("frequent_buyers", "en"): (
        "Of the customer this is true: did “order.placed” at least 2 times in the last 365 days."
    ),
    ("frequent_buyers", "vi"): ("Khách hàng thuộc diện này: đã có “order.placed” ít nhất 2 lần trong 365 ngày qua."),
    ("silent_buyers", "en"): (
        "Of the customer all of this is true:\n  • did “order.placed”\n  • has done nothing for 30 days or longer"
    ),
    ("silent_buyers", "vi"): (
        "Khách hàng đáp ứng tất cả những điều sau:\n"
        "  • đã có “order.placed”\n"
        "  • đã không có hoạt động nào từ 30 ngày trở lên"
    ),
}


@pytest.mark.parametrize(("name", "language"), SAID)
def test_a_condition_says_what_it_asks(name: str, language: Language) -> None:
    condition = document.parse((EXAMPLES / f"{name}.json").read_bytes())
    assert explain(condition, language) == SAID[name, language]


@given(st.integers(0, 10**9))
def test_every_condition_can_be_said(seed: int) -> None:
    for language in LANGUAGES:
        said = explain(worlds.condition(Random(seed)), language)
        assert "{" not in said and "  " not in said.replace("\n", "").lstrip().replace("    ", "").replace("  •", "")
