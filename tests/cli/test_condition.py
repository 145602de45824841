"""`wend condition`: what is wrong with one is said before it is asked, of the events that there are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import COLUMNS, SHOP, Terminal
from wend.notebook import Notebook

BOUGHT = "did order.placed in the last 7d"


@pytest.fixture
def file(tmp_path: Path) -> Any:
    def written(condition: Any) -> Path:
        path = tmp_path / "condition.json"
        path.write_text(json.dumps({"version": 1, "condition": condition}), encoding="utf-8")
        return path

    return written


def did(name: str) -> Any:
    return {"did": {"event": name}}


def test_names_are_looked_up_where_there_are_events(shop: Terminal, file: Any) -> None:
    ran = shop("condition", "check", file({"any": [did("order.placed"), did("order.palced"), did("cart.filed")]}))
    assert (ran.status, "order.palced" in ran.err, "Closest: order.placed" in ran.err) == (2, True, True)
    assert "condition.any[2]: There is no event “cart.filed”" in ran.err
    assert shop("condition", "check", file(did("order.placed")), "--json").json["names"] is True


def test_a_condition_may_be_written_out(terminal: Terminal) -> None:
    document = json.dumps({"version": 1, "condition": {"did": {"event": "order.placed", "in": {"last": "7d"}}}})
    said = {terminal("condition", "explain", each).out for each in (BOUGHT, document)}
    assert len(said) == 1 and "in the last 7 days" in said.pop()
    assert terminal("condition", "text", BOUGHT).out.strip() == BOUGHT
    assert terminal("condition", "check", "no_such_file.json").status == 2


def test_without_events_names_are_not_looked_up_and_it_says_so(terminal: Terminal, file: Any) -> None:
    ran = terminal("condition", "check", file(did("anything.at.all")))
    assert (ran.status, "--data" in ran.out) == (0, True)
    assert terminal("condition", "check", file(did("anything.at.all")), "--names").status == 2


def test_what_is_odd_is_said_and_no_error(shop: Terminal, file: Any) -> None:
    ran = shop("condition", "check", file({"trait": {"trait": "province", "at_least": 5}}), spoken="vi")
    assert (ran.status, "trông giống chữ" in ran.err) == (0, True)
    told = shop("condition", "check", file({"trait": {"trait": "province", "at_least": 5}}), "--json").json
    assert [(each["at"], each["code"]) for each in told["odd"]] == [("condition", "conditions.only_texts")]


def test_what_can_never_hold_is_an_error_with_what_could_stand_there(terminal: Terminal, file: Any) -> None:
    ran = terminal("condition", "check", file({"answer": {"scale": "nps", "at_least": 11}}))
    assert (ran.status, "0 … 10" in ran.err) == (2, True)


def test_segments_are_called_by_their_names(terminal: Terminal, file: Any) -> None:
    assert terminal("import", SHOP / "events.csv", *COLUMNS).status == 0
    made = file(did("order.placed"))
    assert terminal("segment", "create", "Người mua", "--key", "bought", "--condition", made).status == 0
    assert "“Người mua”" in terminal("condition", "explain", file({"segment": {"is": "bought"}})).out


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A condition in a file."""
    file = tmp_path / "bought.condition"
    file.write_text(BOUGHT, encoding="utf-8")
    return file


def test_things_are_called_by_their_names_with_their_keys_below(shop: Terminal, written: Path) -> None:
    assert shop("condition", "explain", written, spoken="vi").out == (
        "Khách hàng thuộc diện này: đã có “Đặt hàng” trong 7 ngày qua.\n“Đặt hàng” là order.placed\n"
    )


def test_of_one_customer_it_is_said_until_when(shop: Terminal, written: Path) -> None:
    asked = ("condition", "holds", written, "--customer", "C1", "--at", "2026-03-05T00:00:00Z")
    assert shop(*asked).out == (
        "It holds of customer:C1 at 2026-03-05T00:00:00Z.\n"
        "That changes at 2026-03-08T08:10:00Z if nothing happens until then.\n"
    )
    assert "nếu không có gì xảy ra trước đó" in shop(*asked, spoken="vi").out
    never = shop("condition", "holds", written, "--customer", "C4")
    assert "does not hold" in never.out and "as long as nothing happens" in never.out
    found = shop(*asked, "--json").json
    assert (found["customer"], found["holds"], found["until"]) == ("customer:C1", True, 1_772_957_400)
    assert shop("condition", "holds", written, "--customer", "C99").status != 0


def test_of_one_customer_it_is_told_in_python(shop: Terminal, written: Path) -> None:
    notebook = Notebook.open(shop.data, "main")
    by_text, by_file = (notebook.holds(each, "C1", at="2026-03-05") for each in (BOUGHT, written))
    assert by_text == by_file
    assert (by_text.holds, by_text.until) == (True, 1_772_957_400)
