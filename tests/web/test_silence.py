"""Personal data stays out of the server's logs, whatever people send and whatever breaks."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from tests.web.hostile import CANARY, EVENTS
from tests.web.visiting import addresses, sign_in, small_workspace, visit
from wend.cli.serve import server_of
from wend.kit.clock import FixedClock
from wend.web.app import create_app
from wend.workspaces.facade import Workspace

SECRETS = (CANARY, "Lan Canary", "0901234567", "canary")


@pytest.fixture
def own(tmp_path: Path) -> Workspace:
    """A workspace of this test alone."""
    return small_workspace(tmp_path, FixedClock(datetime(2026, 7, 1, 12, tzinfo=UTC)), EVENTS[:2])


def _broken(workspace: Workspace) -> FastAPI:
    app = create_app(workspace)

    @app.get("/api/broken/{customer}")
    def broken(customer: str) -> None:
        raise ZeroDivisionError(f"no answer for {customer}, {SECRETS}")

    return app


def test_a_canary_sent_everywhere_is_in_no_log(own: Workspace, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    client = sign_in(visit(own), own)
    for address in addresses(own):
        url = address.url(customer=f"email:{CANARY}", key=CANARY, question=CANARY)
        if address.route != "/api/session":
            client.request(address.method, url, params={"query": CANARY, "trait": CANARY}, json={"token": CANARY})
            client.request(address.method, url, params={"query": SECRETS[2]}, content=CANARY.encode())
    ours = [record.getMessage() for record in caplog.records if not record.name.startswith(("httpx", "httpcore"))]
    assert not [line for line in ours if any(secret in line for secret in SECRETS)]


def test_a_fault_is_logged_without_its_message(own: Workspace, caplog: pytest.LogCaptureFixture) -> None:
    client = sign_in(visit(own, lambda: _broken(own)), own)
    answer = client.get(f"/api/broken/{CANARY}")
    assert (answer.status_code, answer.json()["code"]) == (500, "web.broken")
    [record] = [record for record in caplog.records if record.name == "wend.web"]
    said = logging.Formatter().format(record)
    assert "ZeroDivisionError at GET /api/broken/{customer}" in said
    assert not any(secret in said for secret in SECRETS)
    assert not any(secret in answer.text for secret in SECRETS)


def test_the_listening_server_adds_nothing_to_a_fault(caplog: pytest.LogCaptureFixture) -> None:
    server_of(FastAPI())
    logger = logging.getLogger("uvicorn.error")
    logger.addHandler(caplog.handler)
    try:
        raise ZeroDivisionError(CANARY)
    except ZeroDivisionError:
        logger.exception("Exception in ASGI application")
    logger.removeHandler(caplog.handler)
    [record] = [record for record in caplog.records if record.name == "uvicorn.error"]
    said = logging.Formatter().format(record)
    assert "ZeroDivisionError" in said
    assert CANARY not in said


def test_who_is_signed_in_is_told_without_secrets(own: Workspace) -> None:
    client: TestClient = sign_in(visit(own), own)
    assert set(client.get("/api/session").json()) == {"signed_in", "workspace", "version", "timezone"}
