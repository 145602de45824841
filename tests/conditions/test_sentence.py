"""What a condition says of itself, in both languages."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, strategies as st

from tests.conditions import worlds
from wend.conditions import document, text_read
from wend.conditions.called import Called
from wend.conditions.sentence import explain, keys_of
from wend.domain.names import Name
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


CLAUSES = (
    (
        "in order product.viewed then order.placed[amount at least 5 VND and price less than step 1] within 30d",
        "did in this order: “product.viewed”, then “order.placed” (where amount is at least 5 VND and price less than "
        "at step 1), all within 30 days",
        "đã lần lượt có “product.viewed”, rồi “order.placed” (với số tiền từ 5 VND trở lên và price thấp hơn ở bước "
        "1), tất cả trong vòng 30 ngày",
    ),
    (
        "trait risk at least 0.7 told in the last 7d",
        "risk is at least 0.7 (told in the last 7 days)",
        "risk từ 0,7 trở lên (được ghi nhận trong 7 ngày qua)",
    ),
    (
        "consent to marketing by email is withdrawn",
        "has withdrawn consent to “marketing” by “email”",
        "đã rút lại sự đồng ý cho “marketing” qua “email”",
    ),
    (
        "in stage gold of loyalty for 30d",
        "is in the stage “gold” of the stage set “loyalty” for at least 30 days",
        "đang ở giai đoạn “gold” của bộ giai đoạn “loyalty” ít nhất 30 ngày",
    ),
    (
        "slower than usual by 2.5 times in order.placed",
        "has been away from “order.placed” for more than 2.5 times this customer’s own usual pause (quiet seasons "
        "counting less)",
        "đã ngừng “order.placed” lâu hơn 2,5 lần quãng nghỉ thường thấy của chính khách hàng này (mùa vắng được tính "
        "nhẹ hơn)",
    ),
)


@pytest.mark.parametrize(("written", "english", "vietnamese"), CLAUSES)
def test_a_clause_says_what_it_asks(written: str, english: str, vietnamese: str) -> None:
    condition = text_read.parse(written)
    assert explain(condition, "en") == f"Of the customer this is true: {english}."
    assert explain(condition, "vi") == f"Khách hàng thuộc diện này: {vietnamese}."


CALLED = Called(
    event={"order.placed": Name("Order placed", "Đặt hàng")},
    touchpoint={"call": Name("Call centre", "Tổng đài")},
    stage={"gold of loyalty": Name("Gold", "Vàng"), "gold": Name("Golden", "Hạng vàng")},
    stage_set={"loyalty": Name("Loyalty", "Thân thiết")},
    segment={"vip": Name("Dear guests", "Dear guests")},
    trait={"orders": Name("Number of orders", "Số đơn hàng")},
    purpose={"marketing": Name("Advertising", "Quảng cáo")},
    channel={"email": Name("E-mail", "Email")},
)
NAMED = (
    ("did order.placed in the last 7d", "did “Order placed” in the last 7 days", "đã có “Đặt hàng” trong 7 ngày qua"),
    ("did touchpoint call", "did the touchpoint “Call centre”", "đã có điểm chạm “Tổng đài”"),
    (
        "in stage gold of loyalty",
        "is in the stage “Gold” of the stage set “Loyalty”",
        "đang ở giai đoạn “Vàng” của bộ giai đoạn “Thân thiết”",
    ),
    ("in stage gold", "is in the stage “Golden”", "đang ở giai đoạn “Hạng vàng”"),
    ("in segment vip", "belongs to the segment “Dear guests”", "thuộc phân khúc “Dear guests”"),
    ("trait orders at least 3", "Number of orders is at least 3", "Số đơn hàng từ 3 trở lên"),
    (
        "consent to marketing by email is granted",
        "has consented to “Advertising” by “E-mail”",
        "đã đồng ý cho “Quảng cáo” qua “Email”",
    ),
)


@pytest.mark.parametrize(("written", "english", "vietnamese"), NAMED)
def test_things_are_named_as_people_call_them(written: str, english: str, vietnamese: str) -> None:
    condition = text_read.parse(written)
    assert explain(condition, "en", CALLED) == f"Of the customer this is true: {english}."
    assert explain(condition, "vi", CALLED) == f"Khách hàng thuộc diện này: {vietnamese}."


def test_keys_of_what_has_another_name_are_told_once() -> None:
    written = "all of: did order.placed; did not order.placed in the last 7d; did page.seen; in stage gold of loyalty"
    condition = text_read.parse(written.replace(": ", ":\n  ").replace("; ", "\n  "))
    assert keys_of(condition, "vi", CALLED) == (
        ("Đặt hàng", "order.placed"),
        ("Vàng", "gold"),
        ("Thân thiết", "loyalty"),
    )


@given(st.integers(0, 10**9))
def test_every_condition_can_be_said(seed: int) -> None:
    for language in LANGUAGES:
        said = explain(worlds.condition(Random(seed)), language)
        assert "{" not in said and "  " not in said.replace("\n", "").lstrip().replace("    ", "").replace("  •", "")
