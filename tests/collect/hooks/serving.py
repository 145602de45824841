"""A server of one's own for webhooks: real sockets, the process's one writer, nothing else."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

import uvicorn

from wend.collect.live.committing import Committer
from wend.web.hooks import Hooks
from wend.workspaces.facade import Workspace


class Answer(NamedTuple):
    """What came back."""

    status: int
    said: dict[str, Any]
    headers: Mapping[str, str]


class Sender:
    """Somebody who pushes."""

    def __init__(self, port: int) -> None:
        self.port = port

    def post(self, path: str, body: bytes, headers: Mapping[str, str], method: str = "POST") -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body, {"content-type": "application/json", **headers})
            answer = connection.getresponse()
            return Answer(answer.status, json.loads(answer.read()), {k.lower(): v for k, v in answer.getheaders()})
        finally:
            connection.close()


@contextmanager
def serving(workspace: Workspace, **settings: float) -> Iterator[Sender]:
    """The door, listening on a free port."""
    committer = Committer(workspace)
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(Hooks(workspace, committer.offer, **settings), log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        yield Sender(listener.getsockname()[1])
    finally:
        server.should_exit = True
        thread.join()
        committer.close()
        listener.close()
