"""Names that would like to be code come back as the text they are, in every answer that shows them."""

from __future__ import annotations

from unicodedata import normalize
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from tests.web.hostile import APART, IMAGE, LONG, NAMES


def _everywhere(value: object) -> set[str]:
    """Every text in an answer, keys too."""
    if isinstance(value, dict):
        return {text for pair in value.items() for part in pair for text in _everywhere(part)}
    if isinstance(value, list):
        return {text for part in value for text in _everywhere(part)}
    return {value} if isinstance(value, str) else set()


def _same(text: str) -> str:
    return normalize("NFC", text)


@pytest.mark.parametrize("path", ["/api/catalogue", "/api/map/choices", "/api/customers/customer:2"])
def test_event_names_and_channels(member: TestClient, path: str) -> None:
    answer = member.get(path)
    assert answer.headers["content-type"] == "application/json"
    shown = {_same(text) for text in _everywhere(answer.json())}
    assert {_same(name) for name in NAMES} <= shown


@pytest.mark.parametrize("name", NAMES)
def test_customer_numbers_and_traits(member: TestClient, name: str) -> None:
    found = member.get("/api/customers", params={"query": name}).json()
    [row] = [row for row in found["rows"] if _same(dict(row["traits"]).get("name", "")) == _same(name)]
    profile = member.get("/api/customers/" + quote(row["customer"], safe=""))
    assert profile.status_code == 200, profile.text
    assert _same(profile.json()["customer"]) == _same(f"customer:{name}")


def test_long_text_is_kept_up_to_its_limit(member: TestClient) -> None:
    timeline = member.get("/api/customers/customer:1").json()["timeline"]
    note = dict(timeline[0]["properties"])["note"]
    assert len(note.encode()) > 8_000  # the rest of 10 KB is cut (docs/mappings.md)
    assert LONG.startswith(note)


def test_vietnamese_is_found_however_it_was_typed(member: TestClient) -> None:
    for query in (APART, normalize("NFC", APART), "dang thi hoa", "ĐẶNG THỊ"):
        assert member.get("/api/customers", params={"query": query}).json()["total"] == 1, query


def test_the_drawing_holds_no_markup_of_theirs(member: TestClient) -> None:
    for form in ("svg", "json"):
        drawn = member.get(f"/api/map/export.{form}")
        assert drawn.status_code == 200
        assert drawn.headers["content-disposition"] == f'attachment; filename="wend-map.{form}"'
    assert IMAGE not in member.get("/api/map/export.svg").text


def test_numbers_open_for_hostile_names(member: TestClient) -> None:
    drawn = member.get("/api/map").json()
    for shown in drawn["touchpoints"]:
        params = {key: value for key, value in shown["behind"].items() if value}
        opened = member.get("/api/map/customers", params=params)
        assert opened.status_code == 200, (params, opened.text)
        assert opened.json()["total"] == shown["customers"], params


def test_a_funnel_over_a_quoted_name(member: TestClient) -> None:
    asked = {"params": {"steps": f'"{IMAGE}" > "=1+1"'}}
    steps = member.post("/api/questions/funnel", json=asked).json()["steps"]
    assert [step["customers"] for step in steps] == [1, 1]
