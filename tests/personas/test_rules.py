"""What may be quoted, what is said under which question, and what stays a gap."""

from __future__ import annotations

from typing import Any

import pytest

from wend.personas import rules
from wend.personas.errors import BadLine, BadName
from wend.personas.model import Drivers, Line, Quote


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
    return {"about": about, "what": "x", "effect": effect, "defining": defining, "buying": False}


def test_findings_stand_under_the_question_they_help_to_answer() -> None:
    found = [row("trait"), row("money"), row("feelings", -0.2), row("touchpoint", -0.4), row("channel", defining=True)]
    told = rules.answers(found)
    assert [each["about"] for each in told["who"]] == ["trait", "money", "touchpoint"]
    assert [each["about"] for each in told["satisfaction"]] == ["feelings"]
    assert told["goals"] == ()
    many = rules.answers([*[row("touchpoint")] * 20, *[row("trait")] * 20])["who"]
    assert [each["about"] for each in many] == ["touchpoint"] * 2 + ["trait"] * (rules.MOST_TOLD - 2)


def driving(*rows: dict[str, Any], outcome: str = "purchase", known: str = "found") -> Drivers:
    level = {"share": 0.5, "mean": None} if outcome == "purchase" else {"mean": 1.0, "share": None}
    told = {"outcome": outcome, "n": 90, "people": 60, "low": 0.1, "high": 0.9, "tested": 4, "pending": 2}
    return rules.drivers(told | level | {"window_seconds": 86_400, "known": known, "drivers": list(rows)})


def test_only_what_makes_a_purchase_likelier_drives_it() -> None:
    rows = [row("touchpoint", -0.4), row("touchpoint", 0.2), row("touchpoint", 0.5, defining=True)]
    assert [each["effect"] for each in driving(*rows).rows] == [0.2]
    assert [each["effect"] for each in driving(*rows, outcome="rating").rows] == [-0.4, 0.2]
    cart = row("touchpoint", 0.9) | {"buying": True}
    assert [each["effect"] for each in driving(cart, *rows).rows] == [0.2]
    assert driving(cart).known == "steps"


def test_nothing_is_claimed_where_little_is_known() -> None:
    assert driving(known="few").known == "few"
    assert driving(row("touchpoint", -0.4)).known == "nothing"


def test_what_is_not_known_is_said_until_somebody_knows() -> None:
    none, line = rules.answers([]), Line("goals", "Quà đúng ngày", "12 interviews", "session", 0)
    nothing, found = driving(known="few"), driving(row("touchpoint", 0.2))
    missing = ("few", "drivers", "goals", "traits", "journey", "quotes", "feelings")
    assert rules.gaps(5, none, nothing, nothing, [], [], journey=False) == missing
    known, quote = rules.answers([row("trait")]), Quote("Rất hài lòng với shop", 2.0, 0)
    assert rules.gaps(500, known, found, found, [quote], [line], journey=True) == ()


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
