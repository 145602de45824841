"""Funnels of a real shop, against its published counts and against the same questions in SQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from wend.bootstrap import open_workspace
from wend.collect.facade import import_files, plain_mapping
from wend.kit.clock import FixedClock
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.questions import facade as questions
from wend.workspaces.facade import Workspace

STEPS = "cart > payment_choice > payment_done"
SESSIONS = """
with rows as (select user_id, event, timestamp, row_number() over () as place from read_csv(?)),
visits as (select *, sum(begins) over (partition by user_id order by timestamp, place) as visit from (
    select *, (timestamp - lag(timestamp) over (partition by user_id order by timestamp, place)
               > interval 30 minute)::int as begins from rows))
select user_id, coalesce(visit, 0) as visit, list(event order by timestamp, place) as events from visits group by all
"""


@pytest.fixture
def shop(shared_data: Path, data_dir: Path, clock: FixedClock) -> Iterator[tuple[Workspace, Path]]:
    workspace = open_workspace(Settings(data=data_dir), clock, CountingIds())
    path = shared_data / "clickstream_simple_shop" / "simple_shop.csv.gz"
    import_files(workspace, [path], [plain_mapping(path, [("customer", "user_id")], "event", "timestamp")])
    yield workspace, path
    workspace.store.close()


def test_the_published_sessions_are_the_cases_and_sql_agrees_on_what_happens_in_them(shop: Any) -> None:
    workspace, path = shop
    visits = [set(events) for _, _, events in duckdb.execute(SESSIONS, [str(path)]).fetchall()]
    any_order = questions.ask(workspace, "funnel", {"steps": STEPS, "order": "any"}, per="session")
    assert any_order.content["cases"] == len(visits) == 6_454
    assert any_order.customers == 3_751
    done = [len(visit & {"cart", "payment_choice", "payment_done"}) for visit in visits]
    assert [row["cases"] for row in any_order.rows] == [sum(n >= k for n in done) for k in (1, 2, 3)]


def test_who_pays_is_the_published_number_whatever_lies_between(shop: Any) -> None:
    workspace, _ = shop
    rows = questions.ask(workspace, "funnel", {"steps": STEPS, "times": "steps"}).rows
    plain = questions.ask(workspace, "funnel", {"steps": STEPS}).rows
    assert [row["customers"] for row in rows] == [row["customers"] for row in plain]
    assert (rows[0]["customers"], rows[2]["customers"]) == (1_924, 653)
