"""Segments where people work, at the terminal and from Python: on a page, in a list, on a map, in an alert."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.terminal import COLUMNS, SHOP, Terminal
from wend.notebook import Notebook


@pytest.fixture
def kept(terminal: Terminal) -> Terminal:
    """The shop with a segment of its two buyers."""
    terminal("import", SHOP / "events.csv", *COLUMNS)
    assert terminal("segment", "create", "Buyers", "--condition", "did order.placed").status == 0
    return terminal


def test_a_list_is_cut_by_a_segment(kept: Terminal) -> None:
    found = kept("customers", "list", "--segment", "buyers", "--json").json
    members = kept("segment", "members", "buyers", "--json").json["members"]
    assert {row["customer"] for row in found["rows"]} == {each["customer"] for each in members}
    assert kept("customers", "list", "--segment", "nobody").status == 2
    shop = Notebook.open(kept.data, "main")
    assert shop.customers(segments=["Buyers"])["customer"].to_pylist() == [row["customer"] for row in found["rows"]]
    assert shop.customers().num_rows > found["total"] > shop.customers("zzz", segments=["Buyers"]).num_rows


def test_a_question_is_asked_of_a_segment(kept: Terminal) -> None:
    everybody = kept("ask", "reach", "--json").json["customers"]
    asked = kept("ask", "reach", "--segment", "Buyers", "--save", "Of buyers", "--json").json
    assert asked["customers"] == kept("segment", "show", "buyers", "--json").json["size"] < everybody
    assert kept("ask", "--saved", "Of buyers", "--json").json["steps"] == asked["steps"]
    assert kept("ask", "reach", "--segment", "nobody").status == 2
    answer = Notebook.open(kept.data, "main").reach(segments=["Buyers"])
    assert (answer.customers, answer.rows) == (asked["customers"], asked["steps"])


def test_a_funnel_is_divided_by_a_segment_and_held_against_it(kept: Terminal) -> None:
    asked = ("ask", "funnel", "--steps", "product.viewed > cart.filled > order.placed", "--json")
    groups = kept(*asked, "--by", "segment:buyers").json["groups"]
    assert {row["group"] for row in groups} == {"–"}  # nobody had bought when they first saw a product
    [_, bought] = kept(*asked, "--against-segment", "buyers").json["against"]
    assert (bought["customers"], bought["against_customers"], bought["against_n"]) == (0, 2, 2)


def test_a_person_is_shown_with_their_segments(kept: Terminal) -> None:
    who = kept("segment", "members", "buyers", "--json").json["members"][0]["customer"]
    shown = kept("customers", "show", who, "--json").json
    assert [(each["key"], each["why"]) for each in shown["segments"]] == [("buyers", None)]
    assert shown["changes"] == []
    assert "Thuộc phân khúc Buyers" in kept("customers", "show", who, spoken="vi").out


def test_a_map_is_drawn_of_a_segment(kept: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "map.json"
    assert kept("map", "build", "--out", out, "--segment", "buyers").status == 0
    drawn = json.loads(out.read_text(encoding="utf-8"))
    size = kept("segment", "show", "buyers", "--json").json["size"]
    assert (drawn["customers"], drawn["segments"]) == (size, "Buyers")
    assert Notebook.open(kept.data, "main").map(segments=["buyers"]).customers == size


def test_a_map_has_a_lane_for_a_segment(kept: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "map.json"
    assert kept("map", "build", "--out", out, "--moves", "buyers").status == 0
    [lane] = json.loads(out.read_text(encoding="utf-8"))["moves"]
    assert (lane["segment"], lane["name"], lane["version"]) == ("buyers", "Buyers", 1)
    assert all(each["entered"]["customers"] == 0 for each in lane["stages"])
    [again] = Notebook.open(kept.data, "main").map(moves=["buyers"]).moves
    assert [each.stage for each in again.stages] == [each["stage"] for each in lane["stages"]]
    assert kept("map", "build", "--out", out, "--moves", "nobody").status == 2


def test_a_segment_is_watched(kept: Terminal) -> None:
    told = ("--high", "1", "--email", "lan@shop.vn")
    assert kept("segment", "watch", "buyers", "Too many", *told).status == 0
    assert kept("segment", "watch", "buyers", "Came", "--number", "entered", "--days", "7", *told).status == 0
    came, many = kept("board", "alerts", "--check", "--json").json
    assert (many["segment"], many["state"], many["value"]) == ("buyers", "outside", 2.0)
    assert (came["watch"]["cell"], came["state"]) == ({"column": "entered", "row": {"days": "7"}}, "inside")
    assert kept("segment", "watch", "nobody", "Nobody", *told).status == 2


def test_a_segment_says_something_else_from_now_on(kept: Terminal) -> None:
    changed = kept(
        "segment", "change", "buyers", "--condition", "did product.viewed", "--name", "Lookers", "--json"
    ).json
    assert (changed["key"], changed["name"], changed["version"], changed["webhook"]) == ("buyers", "Lookers", 2, "")
    said = kept("segment", "versions", "buyers", "--json").json
    assert [(each["version"], each["name"], each["by"]) for each in said] == [
        (2, "Lookers", "terminal"),
        (1, "Buyers", "terminal"),
    ]
    assert "order.placed" in kept("segment", "versions", "buyers").out
    assert f"{changed['size']:,}" in kept("segment", "recount", "buyers").out


def test_groups_that_are_too_alike_to_compare_are_told_as_such(kept: Terminal) -> None:
    beside = kept("ask", "compare", "--condition", "did order.placed", "--against", "did product.viewed").out
    assert "in both groups and count to the first only" in beside and "Widen the period" not in beside
    assert "Too few buyers" in kept("ask", "clusters").out


def test_a_history_is_followed_along(kept: Terminal) -> None:
    told = kept("segment", "history", "buyers", "--after", "0")
    assert "Go on with --after 0" in told.err
    assert kept("segment", "history", "buyers", "--after", "0", "--json").json == {
        "changes": [],
        "before": None,
        "after": 0,
    }


def test_a_list_is_looked_at_before_it_is_replaced(kept: Terminal, tmp_path: Path) -> None:
    (tmp_path / "vip.csv").write_text("customer\nC1\nC2\n", encoding="utf-8")
    assert kept("segment", "import", "VIP", tmp_path / "vip.csv").status == 0
    (tmp_path / "new.csv").write_text("customer\nC2\nC2\nC9\n", encoding="utf-8")
    told = kept("segment", "import", "VIP", tmp_path / "new.csv", "--preview")
    assert told.out.startswith("1 would come, 1 would go, 1 would stay")
    assert "Line 3: “C2” stands in line 2 already" in told.err and "Line 4: nobody has done anything" in told.err
    assert kept("segment", "show", "vip", "--json").json["size"] == 2


def test_a_list_is_not_replaced_and_added_to_at_once(kept: Terminal, tmp_path: Path) -> None:
    (tmp_path / "vip.csv").write_text("customer\nC1\n", encoding="utf-8")
    kept("segment", "import", "VIP", tmp_path / "vip.csv")
    (tmp_path / "vip.csv").write_text("customer\nC2\n", encoding="utf-8")
    refused = kept("segment", "import", "VIP", tmp_path / "vip.csv", "--replace", "--add")
    assert refused.status == 2 and "either replaced or added to" in refused.err
    assert kept("segment", "show", "vip", "--json").json["size"] == 1


def test_the_lines_of_a_list_file_are_said_and_written(kept: Terminal, tmp_path: Path) -> None:
    (tmp_path / "vip.csv").write_text("phone\nabc\n0903718264\n", encoding="utf-8")
    out = tmp_path / "left.csv"
    whole = (tmp_path / "vip.csv").read_bytes()
    refused = kept("segment", "import", "VIP", str(tmp_path / "vip.csv"), "--left-out", str(tmp_path / "vip.csv"))
    assert refused.status == 2 and (tmp_path / "vip.csv").read_bytes() == whole
    ran = kept("segment", "import", "VIP", str(tmp_path / "vip.csv"), "--left-out", str(out))
    assert "Line 2: “abc” is no identifier" in ran.err
    assert out.read_text(encoding="utf-8-sig").splitlines()[1].startswith("2,")
