"""What stands between a client and Wend when the network fails: a relay that swallows the first answers."""

from __future__ import annotations

import socket
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PATIENCE_S = 60


class Relay(ThreadingHTTPServer):
    """Hands every request on; the first answers are read, so that Wend has committed, and never handed back."""

    daemon_threads = True

    def __init__(self, port: int, swallowed: int) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.upstream, self.left = port, swallowed
        self.answers: Counter[int] = Counter()
        self.came = threading.Condition()

    @property
    def base(self) -> str:
        """The address that clients are told."""
        return f"http://127.0.0.1:{self.server_port}"

    def met(self, status: int) -> bool:
        """Wait until an answer with this status came by; False when patience has ended."""
        with self.came:
            return self.came.wait_for(lambda: self.answers[status] > 0, PATIENCE_S)

    def swallows(self, status: int) -> bool:
        """Count an answer; whether it is one of those that get lost."""
        with self.came:
            self.answers[status] += 1
            self.came.notify_all()
            lost = status == 200 and self.left > 0
            self.left -= lost
        return lost


class _Handler(BaseHTTPRequestHandler):
    server: Relay

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", "0")))
        upstream = HTTPConnection("127.0.0.1", self.server.upstream)
        upstream.request("POST", self.path, body, dict(self.headers))
        answer = upstream.getresponse()
        content = answer.read()
        upstream.close()
        self.close_connection = True
        if self.server.swallows(answer.status):
            return
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Nobody reads it."""


@contextmanager
def losing(port: int, swallowed: int) -> Iterator[Relay]:
    """A relay in front of a server's port that loses so many answers."""
    with Relay(port, swallowed) as relay:
        threading.Thread(target=relay.serve_forever, daemon=True).start()
        yield relay
        relay.shutdown()


def refused_once(port: int) -> None:
    """Wait until somebody has tried this port and got nothing."""
    with socket.create_server(("127.0.0.1", port), reuse_port=False) as listener:
        connection, _ = listener.accept()
        connection.close()
