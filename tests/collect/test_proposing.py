"""What Wend proposes for files it has never seen, with reasons in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.collect.conftest import Write
from wend.collect.facade import Proposal, import_files, propose
from wend.kit.texts import LANGUAGES
from wend.workspaces.facade import Workspace


def only(path: Path) -> Proposal:
    [proposal] = propose([path])
    for language in LANGUAGES:
        assert all(remark.sentence(language) for remark in (*proposal.reasons, *proposal.questions))
    return proposal


def test_a_vietnamese_export_is_understood_with_and_without_marks(write: Write) -> None:
    body = "KH1,0903127455,Xem trang,13/01/2026 08:00,Zalo\nKH2,0912000111,Đặt hàng,14/01/2026 09:30,Web\n" * 3
    for header in (
        "Mã khách hàng,Điện thoại,Sự kiện,Thời gian,Kênh\n",
        "ma_khach_hang,dien thoai,SuKien,thoi_gian,kenh\n",
    ):
        mapping = only(write(header + body)).mapping
        assert mapping is not None
        assert [kind for kind, _ in mapping.customer] == ["customer", "phone"]
        assert (mapping.time_format, mapping.timezone, mapping.currency) == (
            "%d/%m/%Y %H:%M",
            "Asia/Ho_Chi_Minh",
            "VND",
        )
        assert mapping.events[0].name.column == header.strip().split(",")[2]
        assert mapping.events[0].channel is not None


def test_an_order_row_with_several_dates_becomes_its_milestones(write: Write) -> None:
    path = write(
        "order_id,customer_id,created_at,paid_at,shipped_at,delivered_at,expected_by,total\n"
        "1,kh1,2026-01-01 08:00,2026-01-01 08:05,2026-01-02 10:00,2026-01-04 11:00,2026-01-05 00:00,250000\n"
        "2,kh2,2026-01-01 09:00,2026-01-01 09:05,2026-01-02 10:00,,2026-01-05 00:00,150000\n",
        "orders.csv",
    )
    mapping = only(path).mapping
    assert mapping is not None
    found = {event.name.text: event.time for event in mapping.events}
    assert found == {
        "order.placed": "created_at",
        "order.paid": "paid_at",
        "order.shipped": "shipped_at",
        "order.delivered": "delivered_at",
        "order.delivery_expected": "expected_by",
    }
    placed = mapping.events[0]
    assert placed.amount is not None
    assert placed.amount.column == "total"


def test_files_given_together_are_joined_by_their_keys(write: Write, workspace: Workspace) -> None:
    people = write("customer_id,email,province\nkh1,lan@shop.vn,Huế\nkh2,an@shop.vn,Hà Nội\n", "customers.csv")
    orders = write(
        "order_id,customer_id,created_at\nd001,kh1,2026-01-01\nd002,kh2,2026-01-02\nd003,kh1,2026-01-03\n", "orders.csv"
    )
    reviews = write(
        "review_id,order_id,review_score,answered_at\nr1,d001,5,2026-01-09\nr2,d002,1,2026-01-10\nr3,d003,3,2026-01-10\n",
        "reviews.csv",
    )
    proposals = propose([people, orders, reviews])
    mappings = {each.path.name: each.mapping for each in proposals if each.mapping is not None}
    assert mappings["reviews.csv"].joins[0].file == "orders.csv"
    done = import_files(workspace, [people, orders, reviews], list(mappings.values()))
    assert (done.bad, done.unnamed, done.events >= 6) == (0, 0, True)


def test_a_scale_is_told_from_name_and_range(write: Write) -> None:
    body = "".join(f"kh{n},2026-01-{n % 28 + 1:02},{n % 11},{n % 5 + 1},rất tốt lắm ạ\n" for n in range(60))
    mapping = only(write("customer,date,nps,hai_long,nhan_xet\n" + body, "khao_sat.csv")).mapping
    assert mapping is not None
    assert [event.rating.scale for event in mapping.events if event.rating] == ["nps", "csat5"]
    assert mapping.events[0].comment == "nhan_xet"


def test_day_or_month_is_asked_when_both_are_possible(write: Write) -> None:
    proposal = only(write("customer,event,time\nkh1,a,01/02/2026\nkh2,b,03/04/2026\n", "log2.csv"))
    assert proposal.ready or "ask.day_or_month" in [question.key for question in proposal.questions]
    other = only(write("user_id,action,date\nkh1,a,01/02/2026\nkh2,b,03/04/2026\n", "log3.csv"))
    assert "ask.day_or_month" in [question.key for question in other.questions]


@pytest.mark.parametrize("content", ["city,weather\nHuế,mưa\nHà Nội,nắng\n", "customer,city\nlan,Huế\nan,Hà Nội\n"])
def test_a_file_without_customer_or_time_gets_no_mapping_and_a_reason(write: Write, content: str) -> None:
    proposal = only(write(content))
    assert proposal.mapping is None
    assert proposal.reasons


def test_a_birthday_is_nothing_a_customer_did(write: Write) -> None:
    assert only(write("customer_id,birthday\nkh1,1990-01-01\nkh2,1991-02-02\n")).mapping is None
