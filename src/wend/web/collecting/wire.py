"""HTTP below the application: heads that are too large, too slow or contradict themselves, and too many connections.

The server's own protocol reads heads of any size, waits for them for ever, and answers faults in plain text.
"""

from __future__ import annotations

import asyncio
from http import HTTPStatus

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from wend.kit.texts import text
from wend.web.collecting.answering import said
from wend.web.collecting.receiving import BODY_DEADLINE_S, HEAD_DEADLINE_S

MOST_HEAD = 32 * 1024
MOST_HEADERS = 100
MOST_ADDRESS = 8 * 1024
MOST_CONNECTIONS = 800


class _Unfit(ValueError):
    """A head that is not taken; the parser passes it on as its own error."""


class Wire(HttpToolsProtocol):
    """One connection."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Greet it, or turn it away when there are too many."""
        super().connection_made(transport)
        self._why: tuple[int, str] = (400, "bad_request")
        self._head = 0
        self._in_head = True
        self._patience: asyncio.TimerHandle | None = None
        if len(self.connections) > MOST_CONNECTIONS:
            self._refuse(503, "overloaded")
        else:
            self._wait_for_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting for it."""
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on, as long as the head stays within bounds."""
        if self.transport.is_closing():
            return
        super().data_received(data)
        if self._in_head and not self.transport.is_closing():
            self._head += len(data)
            if self._head > MOST_HEAD:
                self._refuse(431, "headers_too_large")

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        self._head, self._in_head = 0, True
        self._wait_for_head()

    def on_url(self, url: bytes) -> None:
        """Its address, perhaps in parts."""
        super().on_url(url)
        if len(self.url) > MOST_ADDRESS:
            self._unfit(414, "address_too_long")

    def on_header(self, name: bytes, value: bytes) -> None:
        """One of its headers."""
        super().on_header(name, value)
        self._head += len(name) + len(value)
        if self._head > MOST_HEAD or len(self.headers) > MOST_HEADERS:
            self._unfit(431, "headers_too_large")

    def on_headers_complete(self) -> None:
        """Its head is complete: two ways of saying how long the body is are one too many."""
        self._in_head = False
        self._stop_waiting()
        names = [name for name, _ in self.headers]
        if b"transfer-encoding" in names and b"content-length" in names:
            self._unfit(400, "bad_request")
        super().on_headers_complete()

    def send_400_response(self, msg: str) -> None:
        """The parser gave up: say why in the one shape of refusals, and close."""
        del msg
        self._refuse(*self._why)

    def _unfit(self, status: int, word: str) -> None:
        self._why = (status, word)
        raise _Unfit

    def _wait_for_head(self) -> None:
        self._stop_waiting()
        self._patience = self.loop.call_later(HEAD_DEADLINE_S, self._refuse, 408, "too_slow")

    def _stop_waiting(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None

    def _refuse(self, status: int, word: str) -> None:
        self._stop_waiting()
        seconds = HEAD_DEADLINE_S + BODY_DEADLINE_S
        sentences = [text("en", f"collect_live.{word}.{part}", seconds=seconds) for part in ("message", "next")]
        body = said(word, " ".join(sentences), "")
        head = [
            f"HTTP/1.1 {status} {HTTPStatus(status).phrase}",
            "content-type: application/json",
            f"content-length: {len(body)}",
            "access-control-allow-origin: *",
            "connection: close",
            *(["retry-after: 1"] if status in (408, 503) else []),
        ]
        self.transport.write("\r\n".join([*head, "", ""]).encode() + body)
        self.transport.close()
