"""Look-ups: one row per key, sums over all of them, and nothing invented where a key is missing."""

from __future__ import annotations

import json

import pytest

from tests.collect.conftest import Write, events_of
from wend.collect import errors
from wend.collect.facade import import_files, parse_mapping, preview
from wend.workspaces.facade import Workspace

MAPPING = """
currency = "VND"
match = "orders.csv"
[customer]
customer = "person"
[[join]]
file = "accounts*.csv"
on = { account = "account" }
take = ["person", "city"]
prefix = ""
[[join]]
file = "payments.csv"
on = { order = "order" }
take = ["kind"]
sum = ["paid"]
prefix = "p_"
[[event]]
name = "order.placed"
time = "at"
amount = "p_paid"
"""


@pytest.fixture
def written(write: Write) -> Write:
    write("account,person,city\na1,lan,Huế\na2,an,Hà Nội\na1,nobody,Nowhere\n", "accounts_2026.csv")
    write("order,kind,paid\no1,card,100000\no1,cash,50000.50\no2,card,x\n", "payments.csv")
    return write


def test_a_row_gets_what_its_keys_point_to(written: Write, workspace: Workspace) -> None:
    path = written("order,account,at\no1,a1,2026-01-01\no2,a2,2026-01-02\no3,a9,2026-01-03\n", "orders.csv")
    done = import_files(workspace, [path], [parse_mapping(MAPPING)])
    assert (done.events, done.unnamed) == (2, 1)
    first, second = events_of(workspace)
    assert (first["subject"], first["amount"]) == ("customer:lan", 150_001)
    assert json.loads(str(first["properties"])) == {"account": "a1", "city": "Huế", "order": "o1", "p_kind": "card"}
    assert (second["subject"], second["amount"]) == ("customer:an", 0)


def test_a_missing_look_up_and_a_missing_column_are_told(written: Write, workspace: Workspace) -> None:
    path = written("order,account,at\no1,a1,2026-01-01\n", "orders.csv")
    with pytest.raises(errors.LookupMissing):
        import_files(workspace, [path], [parse_mapping(MAPPING.replace("payments.csv", "paymnts.csv"))])
    with pytest.raises(errors.UnknownColumn) as caught:
        import_files(workspace, [path], [parse_mapping(MAPPING.replace('"person", "city"', '"person", "cty"'))])
    assert caught.value.details["closest"] == "city"


def test_a_look_up_has_no_mapping_of_its_own_and_needs_none(written: Write, workspace: Workspace) -> None:
    path = written("order,account,at\no1,a1,2026-01-01\n", "orders.csv")
    given = [path, path.parent / "accounts_2026.csv", path.parent / "payments.csv"]
    assert len(import_files(workspace, given, [parse_mapping(MAPPING)]).files) == 1


def test_a_preview_shows_rows_and_events_and_writes_nothing(written: Write, workspace: Workspace) -> None:
    path = written("order,account,at\no1,a1,2026-01-01\no2,a2,never\n", "orders.csv")
    seen = preview(path, parse_mapping(MAPPING))
    assert seen.columns == ("order", "account", "at")
    assert [event["subject"] for event in seen.events] == ["customer:lan"]
    assert [(row.line, row.reason) for row in seen.bad] == [(3, "bad_time")]
    assert preview(path).mapping is None
