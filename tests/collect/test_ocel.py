"""OCEL 2.0 from elsewhere: who the customers are, what waits in quarantine, and files that mean harm."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.collect.conftest import Write
from wend.collect.errors import FileDamaged, JsonIsOneDocument, NoRows, NotATable
from wend.collect.mapping.model import FileShape
from wend.collect.reading.chunk import Chunk
from wend.collect.reading.ocel_sqlite.repository import open_sqlite
from wend.collect.reading.opening import format_of, open_file


def _document(**parts: Any) -> str:
    return json.dumps({"objectTypes": [], "eventTypes": [], "events": [], "objects": []} | parts)


def _event(*ids: str, time: str = "2026-01-01T00:00:00Z") -> dict[str, Any]:
    return {"id": "e", "type": "ship", "time": time, "relationships": [{"objectId": id} for id in ids]}


def _things(**kinds: str) -> list[dict[str, str]]:
    return [{"id": id, "type": kind} for id, kind in kinds.items()]


def _chunk(path: Path) -> Chunk:
    [chunk] = open_file(path, FileShape(), 1 << 20).chunks()
    return chunk


def test_the_type_most_events_are_about_is_the_customer(write: Write) -> None:
    things = _things(i1="item", i2="item", o1="order")
    path = write(_document(events=[_event("o1", "i1", "i2"), _event("o1")], objects=things), "log.json")
    assert format_of(path) == "ocel"
    [first, second] = _chunk(path).table.to_pylist()
    assert (first["who:customer"], second["who:customer"]) == ("o1", "o1")
    assert (first["object:item"], first["object:item:all"]) == ("i1", '["i1", "i2"]')


def test_traits_are_those_of_the_moment(write: Write) -> None:
    said = [{"name": "tier", "time": f"2026-01-0{day}T00:00:00Z", "value": f"t{day}"} for day in (3, 1)]
    lan = {"id": "Lan", "type": "Customer", "attributes": said}
    times = ("2025-12-31T00:00:00Z", "2026-01-02T00:00:00+07:00", "2026-01-04", "soon")
    path = write(_document(events=[_event("Lan", time=time) for time in times], objects=[lan]), "log.json")
    assert _chunk(path).table["trait:tier"].to_pylist() == ["", "t1", "t3", ""]


def test_a_broken_event_waits_and_the_others_come(write: Write) -> None:
    events = [{"id": "e"}, 7, _event("a"), {**_event("a"), "attributes": "none"}]
    chunk = _chunk(write(_document(events=events, objects=_things(a="user")), "log.json"))
    assert (chunk.rows, chunk.lines.tolist()) == (1, [3])
    assert [(bad.line, bad.reason) for bad in chunk.bad] == [
        (1, "bad_ocel_event"),
        (2, "bad_ocel_event"),
        (4, "bad_ocel_event"),
    ]


def test_other_documents_are_not_taken_for_logs(write: Write, tmp_path: Path) -> None:
    with pytest.raises(JsonIsOneDocument):
        format_of(write('{\n"events": [\n{"name": "x"}\n]}', "other.json"))
    with pytest.raises(FileDamaged):
        open_file(write(_document(events=[_event("a")])[:-3], "cut.json"), FileShape(), 1 << 20)
    with pytest.raises(NoRows):
        list(open_file(write(_document(), "empty.json"), FileShape(), 1 << 20).chunks())
    sqlite3.connect(tmp_path / "other.sqlite").execute("create table event (a)").connection.close()
    with pytest.raises(NotATable):
        format_of(tmp_path / "other.sqlite")


def test_a_database_cannot_make_us_run_its_views(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite"
    held = sqlite3.connect(path)
    for table in ("object", "event_map_type", "object_map_type", "event_object", "real"):
        held.execute(f"create table {table} (ocel_type, ocel_type_map, ocel_id)")
    held.execute("insert into event_map_type values ('x', 'view', '')")
    held.execute(
        "create view event_view as with recursive n(i) as (select 1 union all select i from n) select i from n"
    )
    held.commit()
    held.close()
    with pytest.raises(FileDamaged):
        list(open_sqlite(path).events())


_XML = """<?xml version="1.0" encoding="UTF-8"?>
<log>
  <!-- events before objects: the standard says otherwise, and tools do as they like -->
  <events>
    <event id="e1" type="ship" time="2026-01-02T00:00:00Z">
      <attributes><attribute name="note">a &lt;b&gt; c</attribute><attribute name="none"/></attributes>
      <objects><relationship object-id="Lan" qualifier="for"/><relobj object-id="i1"/><relobj object-id="i2"/></objects>
    </event>
    <event id="e2" type="ship"/>
  </events>
  <objects>
    <object id="Lan" type="customer"><attributes><attribute name="tier" time="2026-01-01">gold</attribute></attributes>
      <objects><relationship object-id="i1" qualifier="has"/></objects></object>
    <object id="i1" type="item"/><object id="i2" type="item"/><object id="i3"/>
  </objects>
</log>
"""


def test_xml_is_read_whichever_list_comes_first(write: Write) -> None:
    path = write(_XML, "log.xml")
    assert format_of(path) == "ocel"
    chunk = _chunk(path)
    [row] = chunk.table.to_pylist()
    assert (row["who:customer"], row["trait:tier"], row["event:note"]) == ("Lan", "gold", "a <b> c")
    assert row["object:item:all"] == '["i1", "i2"]'
    assert [(bad.line, bad.reason) for bad in chunk.bad] == [(2, "bad_ocel_event")]


def test_xml_that_declares_entities_is_refused(write: Write) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE log [<!ENTITY a "aaaa">]><log><events><event type="&a;"/></events></log>'
    with pytest.raises(FileDamaged):
        open_file(write(bomb, "bomb.xml"), FileShape(format="ocel"), 1 << 20)
    with pytest.raises(FileDamaged):
        open_file(write(_XML[:-20], "cut.xml"), FileShape(), 1 << 20)


def test_the_other_log_in_xml_is_not_taken_for_it(write: Write) -> None:
    trace = '<log><trace><event><string key="concept:name" value="a"/></event></trace></log>'
    assert format_of(write(trace, "log.xes")) == "xes"
