"""The product's main job, told once from beginning to end: a shop's files become a map, and one number of the map is
opened down to the customer behind it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.cli.terminal import Terminal
from tests.web.visiting import sign_in, visit
from wend.bootstrap import open_workspace
from wend.demo import Truths, simulate
from wend.kit.clock import FixedClock
from wend.kit.ids import RandomIds
from wend.kit.settings import Settings

PROMISED = {
    "stages": "stage customers",
    "touchpoints": "touchpoint stage channel events customers",
    "feelings": "stage touchpoint mean n low high",
    "obstacles": "title stage touchpoint customers share outcome effect low high p_adjusted began ended group",
}

pytestmark = pytest.mark.slow


class Story:
    """One shop from its files to a signed-in browser."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.files, self.data = folder / "files", folder / "data"
        self.truths: Truths = simulate(self.files, customers=800)
        self.terminal = Terminal(patch, self.data)
        mappings = [word for path in sorted(self.files.glob("mappings/*.toml")) for word in ("--mapping", path)]
        paths = [path for path in sorted(self.files.iterdir()) if path.is_file() and path.name != "truths.json"]
        self.words = ("import", *paths, *mappings, "--json")
        self.imported = self.terminal(*self.words).json
        clock = FixedClock(datetime(2026, 12, 1, tzinfo=UTC))
        self.workspace = open_workspace(Settings(data=self.data), clock, RandomIds())

    def browser(self) -> TestClient:
        """A browser after it opened the link."""
        return sign_in(visit(self.workspace), self.workspace)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    with pytest.MonkeyPatch.context() as patch:
        yield Story(tmp_path_factory.mktemp("story"), patch)


@pytest.fixture(scope="module")
def browser(story: Story) -> TestClient:
    return story.browser()


@pytest.fixture(scope="module")
def drawn(browser: TestClient) -> Any:
    obstacles = browser.get("/api/map/obstacles").json()
    return browser.get("/api/map").json() | {"obstacles": obstacles}


def test_every_file_comes_in_and_comes_in_once(story: Story) -> None:
    assert story.imported["events"] > 10_000
    assert story.imported["bad"] <= story.imported["rows"] // 100
    again = story.terminal(*story.words).json
    assert (again["events"], again["rows"]) == (0, story.imported["rows"])


def test_the_map_is_drawn_without_being_told_anything(drawn: Any) -> None:
    assert drawn["customers"] > 700
    assert drawn["covered_share"] > 0.9
    peopled = [stage for stage in drawn["stages"] if stage["customers"]]
    assert len(peopled) >= 5
    assert len(drawn["touchpoints"]) >= 10
    assert len(drawn["channels"]) >= 5
    for feeling in drawn["feelings"]:
        if experience := feeling["experience"]:
            assert experience["low"] <= experience["value"] <= experience["high"]
            assert sum(feeling["levels"]) == experience["n"]


def _opened(browser: TestClient, behind: dict[str, str], **page: int) -> Any:
    answer = browser.get("/api/map/customers", params={**behind, **page})
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_every_number_opens_as_many_customers_as_it_says(browser: TestClient, drawn: Any) -> None:
    shown = [*drawn["stages"], *drawn["touchpoints"], *drawn["obstacles"]]
    assert len(shown) > 15
    for number in shown:
        assert _opened(browser, number["behind"], limit=1)["total"] == number["customers"], number["behind"]


def test_from_one_number_to_one_customer(browser: TestClient, drawn: Any) -> None:
    busiest = max(drawn["touchpoints"], key=lambda each: each["customers"])
    page = _opened(browser, busiest["behind"], limit=5)
    assert len(page["rows"]) == 5
    for row in page["rows"]:
        profile = browser.get(f"/api/customers/{row['customer']}", params={"limit": 500}).json()
        assert (profile["label"], profile["events"]) == (row["label"], row["events"])
        assert profile["stages"][-1]["left_at"] is None
        times = [event["at"] for event in profile["timeline"]]
        assert times == sorted(times, reverse=True)
        if profile["next_cursor"] is None:
            assert busiest["name"] in [event["touchpoint"] for event in profile["timeline"]]


def test_each_obstacle_shows_why_it_is_believed(browser: TestClient, drawn: Any) -> None:
    assert drawn["obstacles"]
    for obstacle in drawn["obstacles"]:
        assert obstacle["low"] <= obstacle["effect"] <= obstacle["high"]
        assert obstacle["p_adjusted"] <= 0.05
        evidence = browser.get(f"/api/map/obstacles/{obstacle['key']}").json()
        assert evidence["obstacle"]["key"] == obstacle["key"]
        assert len(evidence["obstacle"]["comparisons"]) >= 2
        assert evidence["breakdown"] or evidence["next_steps"] or evidence["quotes"]
        assert evidence["method"]["en"] != evidence["method"]["vi"]


def test_the_same_map_as_a_file(story: Story, drawn: Any, tmp_path: Path) -> None:
    assert story.terminal("map", "build", "--out", tmp_path / "map.json").status == 0
    written = json.loads((tmp_path / "map.json").read_text(encoding="utf-8"))
    for table, keys in PROMISED.items():
        assert all(set(row) >= set(keys.split()) for row in written[table]), table
    assert [(row["stage"], row["customers"]) for row in written["stages"]] == [
        (stage["stage"], stage["customers"]) for stage in drawn["stages"]
    ]
    assert len(written["obstacles"]) == len(drawn["obstacles"])
    for form, begins in {"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF", "xlsx": b"PK"}.items():
        out = tmp_path / f"map.{form}"
        assert story.terminal("map", "build", "--out", out, "--language", "vi").status == 0
        assert out.read_bytes().lstrip().startswith(begins)


def test_one_segment_has_a_map_of_its_own(browser: TestClient, drawn: Any) -> None:
    offered = browser.get("/api/map/choices").json()
    trait = next(each for each in offered["traits"] if each["name"] == "province")
    value = trait["values"][0]
    part = browser.get("/api/map", params={"trait": f"province={value['value']}"}).json()
    assert 0 < part["customers"] < drawn["customers"]
    assert part["customers"] <= value["customers"]
    overview = browser.get("/api/overview").json()
    assert overview
