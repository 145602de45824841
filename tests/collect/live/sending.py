"""Somebody who sends events through the real door, and what came of it in the store."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select
from starlette.testclient import TestClient

from wend.bootstrap import open_workspace
from wend.collect.live import repository
from wend.kit.clock import FixedClock
from wend.kit.ids import RandomIds
from wend.kit.settings import Settings
from wend.log import inbox
from wend.store.facade import tables
from wend.web.doors import collecting_only
from wend.workspaces.facade import Workspace, create_key

JSON = "application/json"
Fields = dict[str, Any]


def opened(data: Path, clock: FixedClock, **settings: Any) -> Workspace:
    """A fresh workspace whose clock stands still."""
    return open_workspace(Settings(data=data, **settings), clock, RandomIds())


@dataclass
class Sending:
    """One source of a workspace, in front of the collecting door."""

    workspace: Workspace
    client: TestClient
    key: str
    source: str

    def post(
        self, path: str, body: Any = None, *, raw: bytes | None = None, auth: str | None = "", **headers: str
    ) -> Any:
        """Send a body as JSON, or bytes as they are; `auth=None` leaves the key out."""
        given = {"content-type": JSON} | {name.replace("_", "-"): value for name, value in headers.items()}
        if auth is not None:
            given["authorization"] = basic(auth or self.key)
        content = json.dumps(body).encode() if raw is None else raw
        return self.client.post(path, content=content, headers=given)

    def track(self, **fields: Any) -> Any:
        """One event of somebody known."""
        return self.post("/v1/track", event(**fields))

    def batch(self, *messages: Any, **around: Any) -> Fields:
        """Send a batch; it is accepted, and this is what the answer says."""
        answer = self.post("/v1/batch", {"batch": list(messages), **around})
        assert answer.status_code == 200, answer.text
        said: Fields = answer.json()
        return said

    def rows(self) -> list[Fields]:
        """What the log was promised of this source, properties as objects."""
        with self.workspace.store.reading(self.workspace.name) as reading:
            held = [row for each in inbox.promised(reading, 0, 10**9) for row in each.rows]
        mine = [row for row in held if row["source"] == self.source]
        return [row | {"properties": json.loads(row["properties"] or "{}")} for row in mine]

    def held(self) -> list[Any]:
        """What waits in quarantine, in the order it came."""
        table = tables.quarantine.c
        with self.workspace.store.reading(self.workspace.name) as reading:
            query = select(tables.quarantine).where(
                table.workspace == reading.workspace,
                table.import_id == f"{repository.SOURCE_PREFIX}{self.source}",
                table.state == "open",
            )
            return reading.rows(query.order_by(table.line))

    def reasons(self) -> list[str]:
        """Why messages wait."""
        return [row.reason for row in self.held()]


def sending(workspace: Workspace, client: TestClient, source: str) -> Sending:
    """A source with a fresh write key."""
    return Sending(workspace, client, create_key(workspace, "write", source, source).key, source)


def door(workspace: Workspace) -> TestClient:
    """The collecting door, as another machine meets it."""
    return TestClient(collecting_only(workspace), base_url="http://events.shop.vn", raise_server_exceptions=True)


def basic(key: str) -> str:
    """A key as analytics libraries send it."""
    return "Basic " + base64.b64encode(f"{key}:".encode()).decode()


def event(**fields: Any) -> Fields:
    """A good event, but for what is said otherwise; `None` leaves a field out."""
    whole = {"type": "track", "event": "order.placed", "userId": "KH1", **fields}
    return {name: value for name, value in whole.items() if value is not None}
