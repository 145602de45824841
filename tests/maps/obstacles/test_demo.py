"""The simulated shop's four planted causes, found through files, import and map, and little else claimed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import wend.demo
from wend.bootstrap import open_workspace
from wend.collect.facade import import_files, read_mappings
from wend.kit.clock import FixedClock
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.maps import facade as maps
from wend.maps.model import Obstacle
from wend.questions import facade as questions
from wend.workspaces.facade import Workspace

CUSTOMERS = 5_000
SEVEN_HOURS = timedelta(hours=7)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shop") / "files"
    wend.demo.simulate(folder, customers=CUSTOMERS)
    return folder


@pytest.fixture(scope="module")
def truths(files: Path) -> dict[str, Any]:
    return dict(json.loads((files / "truths.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def workspace(files: Path) -> Iterator[Workspace]:
    clock = FixedClock(datetime(2026, 11, 1, tzinfo=UTC))
    opened = open_workspace(Settings(data=files.parent / "data"), clock, CountingIds())
    shipped = sorted(Path(wend.demo.__file__).parent.joinpath("mappings").glob("*.toml"))
    mappings = [mapping for path in shipped for mapping in read_mappings(path)]
    import_files(opened, sorted(path for path in files.iterdir() if path.is_file()), mappings)
    yield opened
    opened.store.close()


@pytest.fixture(scope="module")
def found(workspace: Workspace) -> dict[str, Obstacle]:
    obstacles = maps.build_map(workspace).obstacles
    assert len(obstacles) <= 6
    return {obstacle.kind: obstacle for obstacle in obstacles}


def _day(text: str) -> float:
    return (datetime.fromisoformat(text).replace(tzinfo=UTC) - SEVEN_HOURS).timestamp()


def test_late_deliveries_with_their_provinces(found: dict[str, Obstacle], truths: dict[str, Any]) -> None:
    late, truth = found["late"], truths["late"]
    assert set(late.group.removeprefix("province = ").split(", ")) == set(truth["provinces"])
    assert late.low <= truth["stars_late"] - truth["stars_on_time"] <= late.high
    assert late.customers == pytest.approx(truth["late_customers"], rel=0.1)


def test_the_fee_shown_late(found: dict[str, Obstacle], truths: dict[str, Any]) -> None:
    fee, truth = found["order"], truths["fee"]
    assert fee.touchpoint.startswith("checkout_fee_shown")
    assert fee.title.vi == "Phí chỉ hiện ra sau bước “Chọn cách thanh toán”"
    assert fee.effect < truth["abandoned"] - truth["abandoned_fee_late"] + 0.05  # at the last step it weighs more


def test_the_checkout_fault_with_platform_and_days(found: dict[str, Obstacle], truths: dict[str, Any]) -> None:
    fault, truth = found["incident"], truths["fault"]
    assert truth["platform"] in fault.group
    assert fault.began is not None
    assert fault.ended is not None
    assert abs(fault.began - _day(truth["first_day"])) <= 3 * 86_400
    assert abs(fault.ended - _day(truth["last_day"]) - 86_400) <= 3 * 86_400


def test_customers_who_slow_down_before_they_leave(found: dict[str, Obstacle]) -> None:
    slowing = found["slowing"]
    assert slowing.outcome == "stay"
    assert slowing.high < 0


def test_the_late_deliveries_are_told_in_the_customers_own_words(
    workspace: Workspace, found: dict[str, Obstacle]
) -> None:
    evidence = maps.evidence(workspace, found["late"].key)
    assert len(evidence.quotes) >= 3
    assert evidence.breakdown[0].label.vi == "Đúng hẹn"


def test_the_fault_is_an_anomaly_too(workspace: Workspace, truths: dict[str, Any]) -> None:
    root = questions.ask(workspace, "anomalies", {"by": "platform"}).rows[0]
    fault = truths["fault"]
    for end, day in (("from", fault["first_day"]), ("to", fault["last_day"])):
        assert abs(datetime.fromisoformat(root[end]) - datetime.fromisoformat(day)) <= timedelta(days=2)
    assert root["group"] == f"channel = {fault['place']}, platform = {fault['platform']}"
    assert root["what"] == "checkout.payment_chosen > order.placed"
    assert root["cost_low"] > 0
