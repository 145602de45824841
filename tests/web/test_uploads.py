"""The import wizard over HTTP: files in, a plan, an edited mapping, an import; and files that would like to be more."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path
from unicodedata import normalize

import pytest
from starlette.testclient import TestClient

from tests.web.visiting import rows, sign_in, small_workspace, visit
from wend.kit.clock import FixedClock
from wend.workspaces.facade import Workspace

SHOP = (Path(__file__).resolve().parents[2] / "examples" / "shop" / "events.csv").read_bytes()
FIRST = ("1", "", "seen", "2026-06-01T08:00:00Z", "web")
WAIT_SECONDS = 60
File = tuple[str, bytes]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return small_workspace(tmp_path_factory.mktemp("up"), FixedClock(datetime(2026, 7, 1, 12, tzinfo=UTC)), rows(FIRST))


@pytest.fixture(scope="module")
def client(workspace: Workspace) -> TestClient:
    return sign_in(visit(workspace), workspace)


def _upload(client: TestClient, *files: File) -> tuple[int, dict[str, object]]:
    answer = client.post("/api/uploads", files=[("files", file) for file in files])
    assert answer.status_code < 500, answer.text
    return answer.status_code, answer.json()


def _ended(client: TestClient, job: str) -> dict[str, object]:
    until = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < until:
        shown: dict[str, object] = client.get(f"/api/imports/{job}").json()
        if shown["state"] in ("done", "failed"):
            return shown
    pytest.fail("the import did not end")


def test_from_a_file_to_events(client: TestClient) -> None:
    _, plan = _upload(client, ("shop.csv", SHOP))
    assert plan["files"] == ["shop.csv"]
    assert plan["rows"]
    assert plan["problems"] == []
    started = client.post(f"/api/uploads/{plan['upload']}/import", json={"toml": plan["toml"]})
    assert started.status_code == 202
    job = _ended(client, started.json()["id"])
    assert (job["state"], job["added"], job["quarantined"]) == ("done", 10, 0)
    assert client.get("/api/imports").json()[0]["id"] == job["id"]
    assert "cart.filled" in {row["event"] for row in client.get("/api/catalogue").json()["rows"]}


def test_an_edited_mapping_is_checked_before_it_is_used(client: TestClient) -> None:
    _, plan = _upload(client, ("shop.csv", SHOP))
    for toml in ("[[", 'name = "x"', str(plan["toml"]).replace('"time"', '"tmie"')):
        checked = client.post(f"/api/uploads/{plan['upload']}/check", json={"toml": toml, "file": "shop.csv"})
        assert checked.status_code == 200
        assert checked.json()["problems"], toml
    for toml in ("[[", 'name = "x"', ""):
        refused = client.post(f"/api/uploads/{plan['upload']}/import", json={"toml": toml})
        assert refused.status_code == 422, (toml, refused.text)


@pytest.mark.parametrize(
    "name",
    [
        "../../../evil.csv",
        "..\\..\\evil.csv",
        "/etc/cron.d/evil.csv",
        "C:\\evil.csv",
        "..",
        ".hidden.csv",
        "con.csv",
        "<img src=x onerror=alert(1)>.csv",
        "a%2f..%2fevil.csv",
        normalize("NFD", "ặ") * 200 + ".csv",
        "🛒" * 120 + ".csv",
    ],
)
def test_a_file_name_is_no_path(client: TestClient, workspace: Workspace, name: str) -> None:
    before = {path for path in workspace.store.data.rglob("*") if path.is_file()}
    status, _ = _upload(client, (name, SHOP))
    uploads = workspace.store.folder("main") / "uploads"
    new = {path for path in workspace.store.data.rglob("*") if path.is_file()} - before
    assert all(uploads in path.parents and path.parent.parent == uploads for path in new)
    assert status == 200 or not new  # what cannot be read is not kept


def test_two_files_of_one_name_are_two_files(client: TestClient) -> None:
    other = SHOP.replace(b"C1,", b"D1,")
    status, plan = _upload(client, ("shop.csv", SHOP), ("shop.csv", other))
    assert status == 200
    assert len(set(plan["files"])) == 2  # type: ignore[call-overload]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 1000,
        b"PK\x03\x04" + b"\0" * 100,
        b"\x1f\x8b" + b"\0" * 100,
        b"PAR1" + b"\xff" * 64 + b"PAR1",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b'<?xml version="1.0"?><!DOCTYPE log [<!ENTITY a SYSTEM "/etc/passwd">]><log>&a;</log>',
        b'{"a": NaN}\n{"a": 1e999}\n' + b'{"a":' * 5000,
        b"a,b\n" + b'"' + b"x" * 100_000,
        b"a,a,a\n1,2,3\n",
    ],
)
@pytest.mark.parametrize("name", ["f.csv", "f.xlsx", "f.parquet", "f.jsonl", "f.xes", "f.csv.gz", "f"])
def test_files_that_are_something_else(client: TestClient, name: str, content: bytes) -> None:
    status, said = _upload(client, (name, content))
    assert status == 200 or (status == 422 and said["message"] and said["next"]), said
    assert "root:" not in str(said)


def test_nothing_uploaded_is_a_mistake(client: TestClient) -> None:
    assert client.post("/api/uploads").status_code == 422
    assert client.post("/api/uploads", content=b"x", headers={"content-type": "multipart/form-data"}).status_code == 400
    broken = {"content-type": "multipart/form-data; boundary=x"}
    assert client.post("/api/uploads", content=b"--x\r\nbroken", headers=broken).status_code in (400, 422)
