"""Seasons over HTTP: proposed, tried, saved by who saw the version, and shown."""

from __future__ import annotations

from typing import Any

from starlette.testclient import TestClient

CLOSED: dict[str, Any] = {"key": "closed", "name": {"en": "Closed", "vi": "Đóng cửa"}, "kind": "once"}
CLOSED |= {"first": "2026-06-02", "last": "2026-06-02", "percent": 0}


def test_a_season_is_tried_saved_and_not_written_over(member: TestClient) -> None:
    empty = member.get("/api/seasons").json()
    assert (empty["version"], empty["periods"], empty["proposed"][0]["key"]) == (0, [], "tet")
    tried = member.post("/api/seasons/preview", json={"periods": [CLOSED | {"percent": None}]}).json()
    assert (tried["version"], tried["periods"][0]["pace"], tried["periods"][0]["learned"]) == (0, 100, None)
    saved = member.put("/api/seasons", json={"periods": [CLOSED], "version": 0})
    assert (saved.status_code, saved.json()["version"], saved.json()["periods"][0]["pace"]) == (200, 1, 0)
    assert member.get("/api/seasons").json() == saved.json()
    again = member.put("/api/seasons", json={"periods": [], "version": 0})
    assert (again.status_code, again.json()["code"]) == (409, "seasons.changed_elsewhere")


def test_what_makes_no_sense_is_refused_in_both_languages(member: TestClient) -> None:
    wrong = {"periods": [CLOSED | {"last": "2026-06-01"}]}
    english = member.post("/api/seasons/preview", json=wrong)
    vietnamese = member.post("/api/seasons/preview", json=wrong, headers={"accept-language": "vi"})
    assert (english.status_code, english.json()["code"]) == (422, "seasons.period_not_valid")
    assert "2026-06-01" in str(english.json()) and "Kỳ “closed” không hợp lệ" in str(vietnamese.json())
