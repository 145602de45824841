"""Boards at the terminal: a question is saved, asked again, put on a dashboard and shown by a link."""

from __future__ import annotations

from tests.cli.terminal import COLUMNS, SHOP, Terminal
from wend.notebook import Notebook

STEPS = ("--steps", "product.viewed > cart.filled > order.placed")


def test_a_question_is_saved_and_asked_again(terminal: Terminal) -> None:
    terminal("import", SHOP / "events.csv", *COLUMNS)
    asked = terminal("ask", "funnel", *STEPS, "--within", "7d", "--save", "Thanh toán", "--json")
    again = terminal("ask", "--saved", "thanh toán", "--json")
    assert (asked.json["steps"], asked.status) == (again.json["steps"], 0)
    assert "Thanh toán" in terminal("board", "questions").out
    told = Notebook.open(terminal.data, "main").saved("Thanh toán")
    assert told.content["steps"] == again.json["steps"]
    assert terminal("ask", "--saved", "Thanh").status == 2


def test_a_dashboard_is_made_shown_and_shared(terminal: Terminal) -> None:
    terminal("import", SHOP / "events.csv", *COLUMNS)
    terminal("ask", "reach", "--last", "7", "--save", "Reach", "--json")
    for words in (("new", "Weekly"), ("add", "weekly", "reach"), ("show", "Weekly")):
        assert terminal("board", *words).status == 0
    assert "/shared#wends_" in terminal("board", "share", "Weekly", "--days", "3").out
    link = terminal("board", "links", "Weekly").out.split()[0]
    assert "ended" in terminal("board", "links", "Weekly", "--revoke", link).out
    assert terminal("board", "forget", "Reach").status == 2
    assert terminal("board", "remove", "Weekly").status == terminal("board", "forget", "Reach").status == 0


def test_a_number_is_watched_and_let_go(terminal: Terminal) -> None:
    terminal("import", SHOP / "events.csv", *COLUMNS)
    terminal("ask", "reach", "--save", "Reach", "--json")
    nobody = terminal("board", "watch", "Reach", "Orders", "--column", "customers", "--low", "100")
    assert (nobody.status, "webhook" in nobody.err) == (2, True)
    told = ("--row", "step=order.placed", "--low", "100", "--email", "lan@shop.vn")
    assert terminal("board", "watch", "Reach", "Orders", "--column", "customers", *told).status == 0
    seen = terminal("board", "alerts", "--check", "--json").json[0]
    assert (seen["state"], seen["value"], seen["watch"]["every_s"]) == ("outside", 2.0, 3_600)
    assert "ngoài khoảng" in terminal("board", "alerts", spoken="vi").out
    assert terminal("board", "unwatch", seen["id"]).status == 0
    assert terminal("board", "alerts", "--json").json == []
