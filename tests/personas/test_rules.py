"""What may be quoted, what is said under which question, and what stays a gap."""

from __future__ import annotations

from typing import Any

import pytest

from wend.personas import rules
from wend.personas.errors import BadLine, BadName
from wend.personas.model import Line, Quote


@pytest.mark.parametrize(
    "text",
    [
        "Gọi cho tôi số 0903 718 264 nhé, cảm ơn",
        "Viết cho lan@shop.vn để đổi hàng",
        "Xem ảnh ở www.anh.vn/lan giúp mình",
        "Đơn hàng số 1234567 giao trễ hai ngày",
        "Cảm ơn █ đã giao hàng rất nhanh",
        "Tốt",
        "dài " * 100,
    ],
)
def test_a_remark_by_which_somebody_is_reached_is_not_quoted(text: str) -> None:
    assert not rules.quotable(text)


@pytest.mark.parametrize("text", ["Giao hàng nhanh, đóng gói kỹ.", "Chờ 15 phút mới có người trả lời, hơi lâu."])
def test_a_plain_remark_is_quoted(text: str) -> None:
    assert rules.quotable(text)


def row(about: str, effect: float = 0.3, *, defining: bool = False) -> dict[str, Any]:
    return {"about": about, "what": "x", "effect": effect, "defining": defining}


def test_findings_stand_under_the_question_they_help_to_answer() -> None:
    found = [row("trait"), row("money"), row("feelings", -0.2), row("touchpoint", -0.4), row("channel", defining=True)]
    told = rules.answers(found)
    assert [each["about"] for each in told["who"]] == ["trait"]
    assert [each["about"] for each in told["drivers"]] == ["money"]  # what they meet less drives nothing
    assert [each["about"] for each in told["satisfaction"]] == ["feelings"]
    assert told["goals"] == ()
    assert len(rules.answers([row("trait")] * 20)["who"]) == rules.MOST_TOLD


def test_what_is_not_known_is_said_until_somebody_knows() -> None:
    none, line = rules.answers([]), Line("goals", "Quà đúng ngày", "12 interviews", "session", 0)
    assert rules.gaps(5, none, [], [], journey=False) == ("few", "goals", "traits", "journey", "quotes", "feelings")
    known = rules.answers([row("trait"), row("feelings")])
    assert rules.gaps(500, known, [Quote("Rất hài lòng với shop", 2.0, 0)], [line], journey=True) == ()


def test_a_line_keeps_who_wrote_it_first() -> None:
    first = rules.checked_lines([("goals", "Quà  đúng ngày", "12 interviews")], (), "lan", 5)
    again = rules.checked_lines([("goals", "Quà đúng ngày", "12 interviews"), ("who", "Bà", "survey")], first, "an", 9)
    assert [(line.by, line.at) for line in again] == [("lan", 5), ("an", 9)]


@pytest.mark.parametrize("line", [("goals", "", "x"), ("goals", "x", " "), ("age", "x", "x"), ("who", "x" * 601, "x")])
def test_a_line_says_something_and_where_from(line: tuple[str, str, str]) -> None:
    with pytest.raises(BadLine):
        rules.checked_lines([line], (), "lan", 0)


@pytest.mark.parametrize("name", ["", "  ", "x" * 121, "a\x00b"])
def test_a_name_is_a_name(name: str) -> None:
    with pytest.raises(BadName):
        rules.name_of(name)
