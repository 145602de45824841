"""The real app over a small workspace, as a browser meets it; and every address it has."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from starlette.testclient import TestClient

from wend.bootstrap import open_workspace
from wend.collect import facade as collect
from wend.kit.clock import FixedClock
from wend.kit.ids import RandomIds
from wend.kit.settings import Settings
from wend.web.app import create_app
from wend.web.security import CHANGE_HEADER
from wend.web.shell import listening
from wend.workspaces.facade import Workspace, first_run_token

BASE = "http://127.0.0.1:8377"
OPEN = {"/api/session", "/api/health", "/api/shared", "/api/shared/persona", "/api/shared/tiles/{tile}"}
COLUMNS = ("customer", "email", "event", "time", "channel", "name", "note")
Row = tuple[str, ...]


class Address(NamedTuple):
    """One method of one route."""

    method: str
    route: str

    def url(self, **places: str) -> str:
        """The address with something in every place."""
        known = {"form": "json", "question": "sessions", "upload": "upload_1", "job": "job_1", "key": "seen"}
        known |= {"asked": "a-question-of-mine-7"} | places
        return self.route.format_map(
            {"customer": "customer:1", "source": "web", "identifier": "customer:1", "account": "acme", "name": "orders"}
            | {
                "saved": "saved_1",
                "persona": "persona_1",
                "dashboard": "board_1",
                "share": "share_1",
                "tile": "t",
                "alert": "alert_1",
                "message": "1",
                "remark": "remark_1",
            }
            | known
        )


def small_workspace(data: Path, clock: FixedClock, rows: Iterable[Row]) -> Workspace:
    """A workspace into which these rows (see COLUMNS) were imported."""
    workspace = open_workspace(Settings(data=data / "data"), clock, RandomIds())
    log = data / "log.csv"
    with log.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *rows])
    named = [("customer", "customer"), ("email", "email")]
    mapping = collect.plain_mapping(log, named, "event", "time", "channel", ["name"], "", "", "UTC", None)  # type: ignore[arg-type]
    collect.import_files(workspace, [log], [mapping])
    return workspace


def addresses(workspace: Workspace) -> list[Address]:
    """Every method of every route of the API, as its contract lists them."""
    paths = create_app(workspace).openapi()["paths"]
    return [Address(method.upper(), route) for route, methods in paths.items() for method in methods]


def visit(workspace: Workspace, load: Callable[[], Any] | None = None) -> TestClient:
    """A browser in front of the guarded app; nobody is signed in."""
    guarded = listening(workspace, load or (lambda: create_app(workspace)))
    return TestClient(guarded, base_url=BASE, raise_server_exceptions=False)


def sign_in(client: TestClient, workspace: Workspace) -> TestClient:
    """The same browser after it opened the link; it sends Wend's header with every request, as the pages do."""
    client.headers[CHANGE_HEADER] = "1"
    answer = client.post("/api/session", json={"token": first_run_token(workspace)})
    assert answer.status_code == 200, answer.text
    return client


def rows(*events: Sequence[str]) -> list[Row]:
    """Rows of the log, filled up with empty cells."""
    return [(*event, *[""] * (len(COLUMNS) - len(event))) for event in events]
