"""The libraries that companies have in their servers send to a running Wend, unpatched; every event is there, once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from tests.clients.running import Seen, Server, names, node_program, own, python_program
from wend.collect import facade as collect

ORDERS = 60
EXPECTED = {"order.placed": ORDERS} | dict.fromkeys(
    ("$identify", "page.viewed", "screen.viewed", "$group", "$alias"), 1
)
Program = Callable[[str, str], dict[str, Any]]
PROGRAMS: dict[str, tuple[str, Program]] = {
    "segment-python": ("2.4", lambda base, key: python_program("segment_python.py", base, key, str(ORDERS))),
    "segment-python-gzip": (
        "2.4",
        lambda base, key: python_program("segment_python.py", base, key, str(ORDERS), "gzip=yes"),
    ),
    "segment-python-old": (
        "2.3.3",
        lambda base, key: python_program("segment_python.py", base, key, str(ORDERS), old=True),
    ),
    "segment-python-old-gzip": (
        "2.3.3",
        lambda base, key: python_program("segment_python.py", base, key, str(ORDERS), "gzip=yes", old=True),
    ),
    "rudder-python": ("2.1", lambda base, key: python_program("rudder_python.py", base, key, str(ORDERS))),
    "segment-node": ("3.1", lambda base, key: node_program("segment_node.mjs", base, key, str(ORDERS))),
}


@pytest.fixture(scope="module", params=PROGRAMS)
def sent(request: pytest.FixtureRequest, server: Server) -> list[Seen]:
    """What one library sent, as it stands in the log."""
    version, program = PROGRAMS[request.param]
    told = program(server.base, server.key(request.param))
    assert told["version"].startswith(version)
    assert told["complaints"] == []
    return server.rows(request.param)


def test_every_event_is_there_once(sent: list[Seen]) -> None:
    assert names(sent) == EXPECTED
    assert len({row.id for row in sent}) == len(sent)
    assert Counter(own(row)["number"] for row in sent if row.event == "order.placed") == Counter(range(ORDERS))


def test_ids_and_types_are_as_they_were_given(sent: list[Seen]) -> None:
    assert {row.subject for row in sent} == {"customer:C-1"}
    [identify] = [row for row in sent if row.event == "$identify"]
    assert (own(identify)["name"], own(identify)["email"]) == ("Nguyễn Thị Lan", "lan@shop.vn")
    assert "email:lan@shop.vn" in identify.identifiers
    [alias] = [row for row in sent if row.event == "$alias"]
    assert "customer:anon-7" in alias.identifiers
    order = next(row for row in sent if row.event == "order.placed" and own(row)["number"] == 1)
    given = own(order)
    assert (given["number"], given["price"], given["total"]) == (1, 12.5, 250000)
    assert {name: given[name] for name in ("gift", "note", "items") if name in given} in (
        {},
        {"gift": False, "note": "Giao nhanh 🎁", "items": ["a", "b"]},
    )
    assert (order.amount, order.currency, order.channel) == (250000, "VND", "server")


def test_pages_and_screens_keep_their_names(sent: list[Seen]) -> None:
    shown = {row.event: own(row) for row in sent if row.event in ("page.viewed", "screen.viewed")}
    assert (shown["page.viewed"]["name"], shown["page.viewed"]["category"]) == ("Áo dài", "Sản phẩm")
    assert shown["page.viewed"]["url"] == "https://shop.vn/ao-dai"
    assert (shown["screen.viewed"]["name"], shown["screen.viewed"]["width"]) == ("Home", 390)


def test_wend_says_the_same_numbers(sent: list[Seen], server: Server, request: pytest.FixtureRequest) -> None:
    source = request.node.callspec.params["sent"]
    assert server.volume(source).accepted == len(sent)
    page = collect.source_page(server.workspace(), source, server.base)
    assert (page.week.repeated, page.week.quarantined, page.complaints) == (0, 0, ())
    newest = collect.arriving(server.workspace(), source, 10).events
    assert {event.who for event in newest} == {"customer:…"}


def test_a_program_with_a_bad_key_learns_it(server: Server) -> None:
    told = python_program("segment_python.py", server.base, "wend_w_guess", "3", "only=orders")
    assert len(told["complaints"]) == 1
    assert "401" in told["complaints"][0] or "invalid_write_key" in told["complaints"][0]
