"""The files themselves: reproducible, counted right, mapped right, and free of real people."""

import json
import re
import time
import tomllib
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import phonenumbers
import pytest

from tests.demo.reading import Files, till_time
from wend.demo import FileTruth, simulate

MAPPINGS = sorted(path.name for path in (Path(__file__).parents[2] / "src/wend/demo/mappings").glob("*.toml"))


def _bytes(directory: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(directory.rglob("*")) if path.is_file()}


def test_the_same_seed_gives_the_same_bytes(small: Files, tmp_path: Path) -> None:
    simulate(tmp_path, customers=800)
    assert _bytes(tmp_path) == _bytes(small.directory)


def test_another_seed_gives_another_shop(small: Files, tmp_path: Path) -> None:
    simulate(tmp_path, customers=800, seed=1)
    same = [name for name, content in _bytes(tmp_path).items() if content == _bytes(small.directory)[name]]
    assert set(same) == {*MAPPINGS, "products.csv"}


def test_the_whole_shop_has_the_promised_size(whole: Files) -> None:
    assert whole.truths.people == 20_000
    assert 500_000 <= whole.truths.events <= 900_000


def test_the_whole_shop_is_written_fast(tmp_path: Path) -> None:
    began = time.process_time()
    simulate(tmp_path)
    assert time.process_time() - began < 20  # seconds of a quiet machine, times what a busy one adds


@pytest.mark.parametrize("name", ["web_events.csv.gz", "orders.csv", "survey_answers.csv", "ad_touches.csv",
                                  "email_campaigns.csv", "zalo_messages.csv", "customers.csv"])  # fmt: skip
def test_rows_and_events_agree_with_the_truths(shop: Files, name: str) -> None:
    truth = _truth(shop, name)
    rows = shop.table(name)
    assert len(rows) == truth.rows
    assert _events(shop.directory / "mappings" / str(truth.mapping), rows) == truth.events


def test_app_counter_and_calls_agree_with_the_truths(shop: Files) -> None:
    assert Counter(row["event"] for row in shop.app) == _truth(shop, "app_events.jsonl").events
    assert len(shop.calls) - 1 == _truth(shop, "call_centre.xlsx").rows
    counter = _truth(shop, "shop_counter.csv")
    readable = [row for row in shop.counter if till_time(row["Ngày giờ"])]
    assert len(shop.counter) - len(readable) == counter.bad_rows > 0
    assert _events(shop.directory / "mappings/shop_counter.toml", readable) == counter.events


def _truth(shop: Files, name: str) -> FileTruth:
    return next(file for file in shop.truths.files if file.name == name)


def _events(mapping: Path, rows: list[dict[str, str]]) -> dict[str, int]:
    """The mapping language in ten lines: names, times that may be empty, and `when … equals`."""
    made: Counter[str] = Counter()
    for rule in tomllib.loads(mapping.read_text(encoding="utf-8"))["event"]:
        when = rule.get("when")
        for row in rows:
            if row[rule["time"]] and (when is None or row[when["column"]] == when["equals"]):
                name = rule["name"]
                made[name if isinstance(name, str) else row[name["column"]]] += 1
    return dict(made)


@pytest.mark.parametrize("mapping", MAPPINGS)
def test_a_mapping_names_only_columns_that_exist(small: Files, mapping: str) -> None:
    rules = tomllib.loads((small.directory / "mappings" / mapping).read_text(encoding="utf-8"))
    file = next(truth.name for truth in small.truths.files if truth.mapping == mapping)
    assert Path(file).match(rules["match"])
    columns = _columns(small, file)
    for join in rules.get("join", []):
        looked_up = _columns(small, join["file"])
        assert set(join["on"]) <= columns
        assert {*join["on"].values(), *join["take"]} <= looked_up
        columns |= {join["prefix"] + name for name in join["take"]}
    assert set(rules["customer"].values()) | set(rules.get("traits", {}).values()) <= columns
    for event in rules["event"]:
        assert set(_named(event)) <= columns, event["name"]


def _named(event: dict[str, Any]) -> list[str]:
    plain: list[str] = [event[key] for key in ("time", "amount", "comment") if key in event]
    plain += event["properties"]
    return plain + [value["column"] for value in event.values() if isinstance(value, dict)]


def _columns(shop: Files, name: str) -> set[str]:
    if name == "app_events.jsonl":
        return {column for row in shop.app for column in row}
    if name == "call_centre.xlsx":
        return set(shop.calls[0])
    return set(shop.table(name, ";" if name == "shop_counter.csv" else ",")[0])


def test_people_are_as_many_as_told_once_their_identifiers_are_joined(shop: Files) -> None:
    members = {"0" + re.sub(r"\D", "", row["phone"])[-9:] for row in shop.table("customers.csv")}
    at_the_counter_only = {row["Số điện thoại"] for row in shop.counter} - members
    assert len(shop.visits) + len(at_the_counter_only) == shop.truths.people


def test_nobody_is_real(whole: Files) -> None:
    rows = whole.table("customers.csv")
    assert all(re.search(r"@[a-z-]+\.example\.(com|net|org)$", row["email"]) for row in rows)
    numbers = [phonenumbers.parse(order["phone"], "VN") for order in whole.orders[:500]]
    assert all(phonenumbers.is_valid_number(number) for number in numbers)
    assert len({row["phone"][-4:] + row["name"] for row in rows}) > len(rows) * 0.99


def test_nothing_happens_outside_the_period(shop: Files) -> None:
    first, last = f"{shop.truths.begins_on} 00:00:00", f"{shop.truths.ends_on + timedelta(days=1)} 00:00:00"
    columns = ("placed_at", "confirmed_at", "shipped_at", "expected_by", "delivered_at", "cancelled_at", "returned_at")
    assert all(first <= order[name] < last for order in shop.orders for name in columns if order[name])


def test_the_truths_are_saved_beside_the_files(small: Files) -> None:
    saved = json.loads((small.directory / "truths.json").read_text(encoding="utf-8"))
    assert saved["late"]["provinces"] == ["Nghệ An", "Đắk Lắk"]
    assert saved["events"] == small.truths.events
    assert saved["ends_on"] == "2026-10-31"


@pytest.mark.parametrize(("customers", "seed"), [(1, 0), (1, 3), (2, 3), (5, 1), (100, 7)])
def test_a_handful_of_people_is_a_shop_too(tmp_path: Path, customers: int, seed: int) -> None:
    truths = simulate(tmp_path, customers=customers, seed=seed)
    assert truths.people == customers
    assert truths.events > 0
