"""Coming back, on real shops: the figures their users publish, and plain Python beside the rest."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pv
import pyarrow.parquet as pq
import pytest

from tests.folds.journals import MemoryBucket, MemoryJournal, MemoryWords
from tests.questions.shop import CLOCK
from wend.engines.lens import lens_of
from wend.engines.machine import Machine
from wend.questions.asking import ask
from wend.questions.context import Context, Plan

WORDS = MemoryWords(("order.placed",), ("",))
SECOND = 1_000_000


def shop(customers: Any, seconds: Any, amounts: Any) -> Context:
    """Purchases as a journal of one bucket."""
    rows = pa.table({"who": customers, "at": seconds, "amount": amounts}).sort_by(
        [("who", "ascending"), ("at", "ascending")]
    )
    who, n = rows.column("who").to_numpy(), rows.num_rows
    borders = np.append(np.flatnonzero(np.append(True, who[1:] != who[:-1])), n)
    zeros, silent = np.zeros(n, np.uint16), np.full(n, -32768, np.int16)
    at = rows.column("at").to_numpy().astype(np.int64)
    amount = rows.column("amount").to_numpy().astype(np.int64)
    names = pa.array([str(each) for each in who[borders[:-1]]])
    bucket = MemoryBucket(
        borders, zeros, zeros.astype(np.uint8), at, silent, silent, zeros + 65_535, amount, names, pa.table({})
    )
    log = MemoryJournal((bucket,), WORDS, "1", (), n, len(names), int(at.min()), int(at.max()))
    return Context(Machine(log), Plan(), lens_of([], WORDS, ""))


@pytest.fixture(scope="module")
def retail(shared_data: Path) -> Context:
    """The British gift shop after the usual cleaning: a customer, no cancellation, quantity and price above nothing."""
    rows = pq.read_table(shared_data / "online_retail" / "online_retail.parquet")
    kept = pc.and_(pc.is_valid(rows["CustomerID"]), pc.invert(pc.starts_with(rows["InvoiceNo"].cast("string"), "C")))
    rows = rows.filter(pc.and_(kept, pc.and_(pc.greater(rows["Quantity"], 0), pc.greater(rows["UnitPrice"], 0))))
    at = pc.divide(rows["InvoiceDate"].cast(pa.timestamp("us")).cast("int64"), SECOND)
    pence = pc.round(pc.multiply(pc.multiply(rows["Quantity"].cast("float64"), rows["UnitPrice"].cast("float64")), 100))
    return shop(rows["CustomerID"], at, pence.cast("int64"))


@pytest.fixture(scope="module")
def records(shared_data: Path) -> dict[str, list[int]]:
    """The CD shop's sample of 2,357 customers: the days they bought on, as seconds."""
    texts = pv.ConvertOptions(column_types={"date": pa.string(), "customer_id": pa.string()})
    rows = pv.read_csv(shared_data / "cdnow" / "cdnow_sample.csv.gz", convert_options=texts).to_pylist()
    bought = defaultdict(list)
    for row in rows:
        bought[row["customer_id"]].append(int(datetime.strptime(row["date"], "%Y%m%d").replace(tzinfo=UTC).timestamp()))
    return dict(bought)


def disks(records: dict[str, list[int]]) -> Context:
    pairs = [(who, at) for who, days in records.items() for at in days]
    return shop([who for who, _ in pairs], [at for _, at in pairs], [0] * len(pairs))


def test_the_gift_shops_first_cohort_comes_back_as_published(retail: Context) -> None:
    answer = ask(retail, CLOCK, "retention")
    first = answer.rows[0]
    assert (first["cohort"], first["customers"], answer.customers) == ("2010-12", 885, 4_338)
    assert [cell["customers"] for cell in first["periods"][:4]] == [885, 324, 286, 340]
    assert [cell["complete"] for cell in first["periods"]] == [True] * 12 + [False]
    assert sum(row["customers"] for row in answer.rows) == 4_338
    money = sum(cell["money"] for row in answer.rows for cell in row["periods"])
    assert money == pytest.approx(891_140_790, rel=1e-6)


def test_the_gift_shops_lifecycle_adds_up_to_its_cohorts(retail: Context) -> None:
    cohorts = ask(retail, CLOCK, "retention").rows
    months = ask(retail, CLOCK, "lifecycle").rows
    assert [row["new"] for row in months] == [row["customers"] for row in cohorts]
    for place, month in enumerate(months):
        active = sum(row["periods"][place - k]["customers"] for k, row in enumerate(cohorts[: place + 1]))
        assert month["customers"] == active


def test_the_cd_shops_repeat_buyers_are_the_published_ones(records: dict[str, list[int]]) -> None:
    """946 of 2,357 bought again by the end of week 39 (Fader, Hardie & Lee 2005)."""
    params = {"every": "day", "kind": "bracketed", "brackets": "0,1-500", "cohort": "month", "as_of": "1997-09-30"}
    rows = ask(disks(records), CLOCK, "retention", params).rows
    assert [row["cohort"] for row in rows] == ["1997-01", "1997-02", "1997-03"]
    assert sum(row["customers"] for row in rows) == 2_357
    assert sum(row["periods"][1]["customers"] for row in rows) == 946
    assert not any(row["periods"][1]["complete"] for row in rows)


def test_the_cd_shops_wait_for_the_second_purchase(records: dict[str, list[int]]) -> None:
    log = disks(records)
    told = ask(log, CLOCK, "survival").to_json()
    waits = [(days[1] - days[0]) // 86_400 for days in map(sorted, records.values()) if len(days) > 1]
    [group] = told["groups"]
    assert (group["customers"], group["ended"]) == (2_357, len(waits))
    assert [point["ended"] for point in told["curve"]] == [waits.count(point["time"]) for point in told["curve"]]
    assert told["curve"][-1]["share"] == pytest.approx(1 - len(waits) / 2_357, abs=0.01)  # the last weeks hardly censor
