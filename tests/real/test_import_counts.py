"""The published counts of the real data sets come out of the import, to the unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from deltalake import DeltaTable

from wend.bootstrap import open_workspace
from wend.collect.facade import Imported, import_files, parse_mapping, plain_mapping, propose, quarantine_counts
from wend.kit.clock import FixedClock
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.workspaces.facade import Workspace

RETAIL = """
currency = "GBP"
[customer]
customer = "CustomerID"
device = "InvoiceNo"
[[event]]
name = "product.bought"
time = "InvoiceDate"
amount = { column = "UnitPrice", times = "Quantity" }
required = true
"""


@pytest.fixture
def workspace(data_dir: Path, clock: FixedClock) -> Iterator[Workspace]:
    opened = open_workspace(Settings(data=data_dir), clock, CountingIds())
    yield opened
    opened.store.close()


def log_of(workspace: Workspace) -> pa.Table:
    return pa.table(DeltaTable(str(workspace.log.folder)).to_pyarrow_table())


def events_of(workspace: Workspace) -> pa.Table:
    log = log_of(workspace)
    return log.filter(pc.not_equal(log.column("event"), "$identify"))


def proposed(workspace: Workspace, paths: list[Path]) -> Imported:
    mappings = [proposal.mapping for proposal in propose(paths) if proposal.mapping is not None]
    return import_files(workspace, paths, mappings)


def test_simple_shop_has_its_published_counts(shared_data: Path, workspace: Workspace) -> None:
    path = shared_data / "clickstream_simple_shop" / "simple_shop.csv.gz"
    done = import_files(workspace, [path], [plain_mapping(path, [("customer", "user_id")], "event", "timestamp")])
    events = events_of(workspace)
    assert (done.events, done.bad, done.unnamed) == (35_381, 0, 0)
    assert pc.count_distinct(events.column("subject")).as_py() == 3_751
    reached = {
        name: pc.count_distinct(events.filter(pc.equal(events.column("event"), name)).column("subject")).as_py()
        for name in ("main", "catalog", "cart", "delivery_choice", "payment_choice", "payment_done", "lost")
    }
    assert list(reached.values()) == [2_385, 3_611, 1_924, 1_356, 958, 653, 3_098]


def test_online_retail_has_its_published_counts(shared_data: Path, workspace: Workspace) -> None:
    path = shared_data / "online_retail" / "online_retail.parquet"
    done = import_files(workspace, [path], [parse_mapping(RETAIL)])
    events = events_of(workspace)
    assert (done.rows, done.events, done.bad, done.unnamed) == (541_909, 541_909, 0, 0)
    named = pc.starts_with(events.column("subject"), "customer:")
    assert pc.sum(named).as_py() == 541_909 - 135_080
    assert pc.count_distinct(events.column("subject").filter(named)).as_py() == 4_372
    assert abs(pc.sum(events.column("amount")).as_py() - 974_774_793) <= 2  # prices of a tenth of a penny round per row
    assert import_files(workspace, [path], [parse_mapping(RETAIL)]).events == 0


def test_online_retail_by_customer_keeps_the_nameless_rows_in_quarantine(
    shared_data: Path, workspace: Workspace
) -> None:
    done = proposed(workspace, [shared_data / "online_retail" / "online_retail.parquet"])
    assert (done.events, done.unnamed) == (406_829, 135_080)
    assert [(reason, rows) for _, _, reason, rows in quarantine_counts(workspace)] == [("no_customer", 135_080)]


def test_helpdesk_as_csv_and_as_xes_is_the_same_log(shared_data: Path, data_dir: Path, clock: FixedClock) -> None:
    logs = []
    for name in ("helpdesk.csv.gz", "helpdesk.xes.gz"):
        workspace = open_workspace(Settings(data=data_dir / name[9:12]), clock, CountingIds())
        done = proposed(workspace, [shared_data / "journey_helpdesk" / name])
        assert (done.rows, done.events, done.bad) == (21_348, 21_348, 0)
        columns = [column for column in log_of(workspace).column_names if column not in ("received_at", "source")]
        logs.append(log_of(workspace).select(columns).sort_by("event_id"))
        workspace.store.close()
    assert logs[0].equals(logs[1])
    assert pc.count_distinct(logs[0].column("subject")).as_py() == 4_580
    assert pc.count_distinct(logs[0].column("event")).as_py() == 14


def test_the_marketplace_joins_orders_customers_payments_and_reviews(shared_data: Path, workspace: Workspace) -> None:
    done = proposed(workspace, sorted((shared_data / "olist_sample").glob("*.csv.gz")))
    events = events_of(workspace)
    found = Counter(events.column("event").to_pylist())
    assert (found["order.placed"], found["review.written"], found["order.delivery_expected"]) == (8_135, 8_225, 8_135)
    assert (done.bad, done.unnamed) == (0, 0)
    assert pc.count_distinct(events.column("subject")).as_py() == 8_016
    assert pc.sum(events.column("amount")).as_py() == 142_860_281
    reviews = events.filter(pc.equal(events.column("event"), "review.written"))
    scores = pc.add(pc.divide(reviews.column("rating").cast(pa.float64()), 100), 3)
    assert round(pc.mean(scores).as_py(), 3) == 3.272
    assert set(reviews.column("about").to_pylist()) == {"order.delivered"}


def test_the_airport_survey_keeps_its_means(shared_data: Path, workspace: Workspace) -> None:
    done = proposed(workspace, [shared_data / "sfo_survey" / "sfo_survey_2013_2017.csv.gz"])
    assert (done.rows, done.bad, done.unnamed) == (15_229, 0, 0)
    events = events_of(workspace)
    overall = events.filter(pc.equal(events.column("event"), "survey.overall_rated"))
    years = pc.year(overall.column("occurred_at"))
    means = {}
    for year in range(2013, 2018):
        ratings = overall.filter(pc.equal(years, year)).column("rating").cast(pa.float64())
        means[year] = round(pc.mean(ratings).as_py() / 100 + 3, 3)
    assert list(means.values()) == [3.982, 3.996, 4.048, 4.038, 4.064]
    nps = events.filter(pc.equal(events.column("event"), "survey.nps_answered")).column("rating").to_pylist()
    assert len(nps) == 2_746
    promoters, detractors = sum(each >= 160 for each in nps), sum(each <= 40 for each in nps)
    assert round(100 * (promoters - detractors) / len(nps), 1) == 39.8
