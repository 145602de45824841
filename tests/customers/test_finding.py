"""Finding people: by anything they are known by, with or without diacritics, last seen first."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from wend.customers import facade as customers
from wend.workspaces.facade import Workspace

LAN, ANH, CHI, BUSY = "customer:17", "customer:18", "phone:+84987150432", "customer:busy"


def _found(shop: Workspace, query: str) -> list[str]:
    return [row.customer for row in customers.search(shop, query).rows]


@pytest.mark.parametrize(
    ("query", "who"),
    [
        ("17", [LAN]),
        ("lan.nguyen@shop.vn", [LAN]),
        ("LAN.NGUYEN", [LAN]),
        ("+84903718264", [LAN]),
        ("0987150432", [CHI]),
        ("0903 718 264", [LAN]),
        ("903718264", [LAN]),
        ("(0903) 718-264", [LAN]),
        ("000000000", []),
        ("Nguyễn Thị Lan", [LAN]),
        ("nguyen thi lan", [LAN]),
        ("lan thi", [LAN]),
        (normalize("NFD", "Nguyễn Thị"), [LAN]),
        ("lan", [CHI, LAN]),
        ("do duc anh", [ANH]),
        ("ĐỖ ĐỨC", [ANH]),
        ("nghe an", [ANH]),
        ("busy", [BUSY]),
        ("nobody at all", []),
        ("% _ \\ ' \" [.*", []),
    ],
)
def test_search(shop: Workspace, query: str, who: list[str]) -> None:
    assert _found(shop, query) == who


def test_without_words_those_seen_last_come_first(shop: Workspace) -> None:
    page = customers.search(shop)
    assert [row.customer for row in page.rows] == [CHI, BUSY, ANH, LAN]
    assert (page.total, page.next_offset) == (4, None)


def test_pages_join_without_gap_or_repeat(shop: Workspace) -> None:
    whole, seen, offset = _found(shop, ""), list[str](), 0
    while offset is not None:
        page = customers.search(shop, limit=1, offset=offset)
        assert page.total == len(whole)
        seen += [row.customer for row in page.rows]
        offset = page.next_offset  # type: ignore[assignment]
    assert seen == whole
    assert customers.search(shop, limit=1, offset=99).rows == ()


def test_a_row_says_who_and_since_when(shop: Workspace) -> None:
    [row] = customers.search(shop, "do duc").rows
    assert (row.label, row.events) == ("Đỗ Đức Anh", 1)
    assert row.first_at == row.last_at
    assert dict(row.traits) == {"name": "Đỗ Đức Anh", "province": "Nghệ An"}
    [busy] = customers.search(shop, "busy").rows
    assert busy.label == "busy"  # nobody told us a name


def test_given_customers_keep_their_order(shop: Workspace) -> None:
    page = customers.page_of(shop, [ANH, LAN, "customer:gone", BUSY], limit=10)
    assert [row.customer for row in page.rows] == [ANH, LAN, BUSY]
    first = customers.page_of(shop, [ANH, LAN], limit=1)
    assert (first.total, first.next_offset) == (2, 1)
