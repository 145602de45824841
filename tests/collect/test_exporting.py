"""A log that is exported and imported again is the same log; what others read in it are the standards' words."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.cli.terminal import Terminal
from tests.collect.conftest import Write, events_of
from wend.bootstrap import open_workspace
from wend.collect.errors import LogFormUnknown, LogUnwritable
from wend.collect.facade import export_log, import_files, parse_mapping
from wend.collect.mapping.model import FileShape
from wend.collect.reading.opening import open_file
from wend.collect.shelf import ready_for
from wend.kit.settings import Settings
from wend.workspaces.facade import Workspace, audit_entries

MAPPING = """
name = "shop"
[customer]
customer = "who"
email = "mail"
[[event]]
name = { column = "what" }
time = "at"
channel = { column = "where" }
about = { column = "about" }
amount = "paid"
currency = { column = "money" }
when = { column = "stars", empty = true }
[[event]]
name = { column = "what" }
time = "at"
channel = { column = "where" }
about = { column = "about" }
rating = { column = "stars", scale = "stars5" }
comment = "said"
when = { column = "stars", not_empty = true }
[traits]
city = "city"
"""
ROWS = """who,mail,what,at,where,about,paid,money,stars,said,city,order_id,shade,colour
1,,order.placed,2026-03-01T08:00:00.25+07:00,web,,350000,VND,,,Huế,7,red,
1,,order.placed,2026-03-02T08:00:00Z,app,,12.05,USD,,,Huế,8,,blue
1,,order.rated,2026-03-03T08:00:00Z,app,order.placed,,,4,"tốt ""lắm"" & <rẻ>",Vinh,8,,
,lan@shop.vn,page.viewed,2026-03-01T09:00:00Z,,,,,,,,,,
"""
CONTENT = ("subject", "event", "occurred_at", "channel", "amount", "currency", "about", "rating", "expectation")


@pytest.fixture
def shop(workspace: Workspace, write: Write) -> Workspace:
    mapping = parse_mapping(MAPPING)
    import_files(workspace, [write(ROWS, "shop.csv")], [mapping])
    return workspace


def _told(workspace: Workspace, *names: str) -> list[tuple[Any, ...]]:
    rows = [row for row in events_of(workspace) if row["event"] != "$identify"]
    said = [(*(row[name] for name in names), json.loads(str(row["properties"] or "{}"))) for row in rows]
    return sorted(said, key=repr)


def _again(path: Path) -> Workspace:
    """A new workspace with what the file holds, read as Wend recognises it."""
    again = open_workspace(Settings(data=path.with_suffix(".data")))
    mapping = ready_for(open_file(path, FileShape(), 1 << 20))
    assert mapping is not None
    import_files(again, [path], [mapping])
    return again


@pytest.mark.parametrize("ending", [".json", ".sqlite", ".xml"])
def test_ocel_comes_back_as_it_went(shop: Workspace, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"log{ending}"
    assert export_log(shop, path, ["order_id"], "terminal", "") == 4
    again = _again(path)
    assert _told(again, *CONTENT) == _told(shop, *CONTENT)
    one, other = again.log.journal(), shop.log.journal()
    assert (one.customers, one.events, one.trait_names) == (other.customers, other.events, other.trait_names)
    assert sorted(map(str, (b.traits.to_pylist() for b in one.buckets))) == sorted(
        map(str, (b.traits.to_pylist() for b in other.buckets))
    )


def test_xes_comes_back_but_for_feelings(shop: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "log.xes"
    export_log(shop, path, [], "terminal", "")
    names = ("event", "occurred_at", "channel", "amount", "currency", "about")
    assert _told(_again(path), *names) == _told(shop, *names)
    traces = ElementTree.parse(path).getroot().findall("trace")  # noqa: S314  # our own file
    assert sorted(len(trace.findall("event")) for trace in traces) == [1, 3]


def test_ocel_json_says_who_relates_to_what(shop: Workspace, tmp_path: Path) -> None:
    export_log(shop, tmp_path / "log.json", ["order_id"], "terminal", "")
    log = json.loads((tmp_path / "log.json").read_text(encoding="utf-8"))
    assert [each["name"] for each in log["objectTypes"]] == ["customer", "order_id"]
    declared = {each["name"]: {one["name"] for one in each["attributes"]} for each in log["eventTypes"]}
    assert all({one["name"] for one in each["attributes"]} <= declared[each["type"]] for each in log["events"])
    objects = {each["id"]: each for each in log["objects"]}
    assert set(objects) == {"1", "email:lan@shop.vn", "order_id:7", "order_id:8"}
    assert [each["objectId"] for each in objects["1"]["relationships"]] == ["order_id:7", "order_id:8"]
    rated = next(each for each in log["events"] if each["type"] == "order.rated")
    assert {each["objectId"] for each in rated["relationships"]} == {"1", "order_id:8"}


def test_ocel_xml_says_who_relates_to_what(shop: Workspace, tmp_path: Path) -> None:
    export_log(shop, tmp_path / "log.xmlocel", ["order_id"], "terminal", "")
    log = ElementTree.parse(tmp_path / "log.xmlocel").getroot()  # noqa: S314  # our own file
    assert [part.tag for part in log] == ["object-types", "event-types", "objects", "events"]
    assert [each.get("name") for each in log.findall("object-types/object-type")] == ["customer", "order_id"]
    lan = next(each for each in log.findall("objects/object") if each.get("id") == "1")
    assert [each.get("object-id") for each in lan.findall("objects/relationship")] == ["order_id:7", "order_id:8"]
    [rated] = [each for each in log.findall("events/event") if each.get("type") == "order.rated"]
    assert {each.get("object-id") for each in rated.findall("objects/relationship")} == {"1", "order_id:8"}


def test_ocel_sqlite_has_the_tables_of_the_standard(shop: Workspace, tmp_path: Path) -> None:
    export_log(shop, tmp_path / "log.sqlite", ["order_id"], "terminal", "")
    with sqlite3.connect(tmp_path / "log.sqlite") as held:
        mapped = dict(held.execute("select ocel_type, ocel_type_map from event_map_type").fetchall())
        assert set(mapped) == {"order.placed", "order.rated", "page.viewed"}
        placed = held.execute(f"select * from event_{mapped['order.placed']}")
        columns = [each[0] for each in placed.description]
        assert columns[:2] == ["ocel_id", "ocel_time"]
        assert {"shade", "colour", "wend:amount"} <= set(columns)
        assert len(placed.fetchall()) == 2
        pairs = held.execute("select ocel_source_id, ocel_target_id from object_object order by 2").fetchall()
    held.close()
    assert pairs == [("1", "order_id:7"), ("1", "order_id:8")]


def test_names_that_sqlite_cannot_tell_apart_get_a_mark(workspace: Workspace, write: Write, tmp_path: Path) -> None:
    rows = ROWS.replace("shade", "Colour")
    import_files(workspace, [write(rows, "shop.csv")], [parse_mapping(MAPPING)])
    export_log(workspace, tmp_path / "log.sqlite", [], "terminal", "")
    placed = [row[-1] for row in _told(_again(tmp_path / "log.sqlite"), "event") if row[0] == "order.placed"]
    assert [{"Colour", "colour_"} & set(said) for said in placed] in (
        [{"Colour"}, {"colour_"}],
        [{"colour_"}, {"Colour"}],
    )


def test_an_export_of_everybody_is_remembered(shop: Workspace, tmp_path: Path) -> None:
    export_log(shop, tmp_path / "log.xes", [], "terminal", "for the process miners")
    [told] = [each for each in audit_entries(shop) if each.what == "log.exported"]
    assert dict(told.details) == {"events": "4", "reason": "for the process miners"}
    with pytest.raises(LogFormUnknown):
        export_log(shop, tmp_path / "log.docx", [], "terminal", "")
    with pytest.raises(LogUnwritable):
        export_log(shop, tmp_path / "no" / "log.xes", [], "terminal", "")
    assert [path.name for path in tmp_path.iterdir() if ".part" in path.name] == []


def test_export_needs_to_know_what(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(monkeypatch, tmp_path / "data")
    assert (terminal("export").status, terminal("export", "--log", "x.xes", "lan").status) == (2, 2)
    ran = terminal("export", "--log", tmp_path / "log.json", spoken="vi")
    assert (ran.status, ran.out) == (0, f"Đã ghi 0 sự kiện vào {tmp_path / 'log.json'}.\n")
