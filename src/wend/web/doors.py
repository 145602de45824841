"""Which door a request knocks at: programs that send events and webhooks need no session, everybody else meets the
guard.

What takes events in is loaded by the first that comes, so that a person who opens the pages does not wait for it.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from threading import Lock, Thread
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from wend import __version__
from wend.web.library import ADDRESS, library
from wend.web.security import lifespan
from wend.workspaces.facade import Workspace

if TYPE_CHECKING:
    from wend.web.collector import Collector
    from wend.web.hooks import Hooks

EVENTS, HOOKS = "/v1/", "/hooks/"


@dataclass(frozen=True, slots=True)
class _Sending:
    """The doors for what is sent; both write through the collector's one intake."""

    collector: Collector
    hooks: Hooks


class Doors:
    """The doors of one workspace: what is sent goes to the collector or the webhooks, the rest `inside`."""

    def __init__(self, workspace: Workspace, inside: ASGIApp) -> None:
        self._workspace, self._inside = workspace, inside
        self._sending: _Sending | None = None
        self._opening = Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"] if scope["type"] == "http" else ""
        if path == ADDRESS:
            await library(scope, receive, send)
            return
        if not path.startswith((EVENTS, HOOKS)):
            await self._inside(scope, receive, send)
            return
        sending = self._sending
        if sending is None:
            sending = await asyncio.to_thread(self.open)
        await (sending.collector if path.startswith(EVENTS) else sending.hooks)(scope, receive, send)

    def wake(self) -> None:
        """Where webhooks were set up, load in the background what their first request would wait for."""
        from wend.collect.hooks import facade as hooks

        if hooks.listed(self._workspace):
            Thread(target=lambda: self.open().hooks.wake(), name="wend-hooks", daemon=True).start()

    def open(self) -> _Sending:
        """Load what takes events in."""
        from wend.web.collector import Collector
        from wend.web.hooks import Hooks

        with self._opening:
            if self._sending is None:
                collector = Collector(self._workspace)
                hooks = Hooks(self._workspace, lambda delivery, done: collector.intake.offer(delivery, done))
                self._sending = _Sending(collector, hooks)
            return self._sending


def collecting_only(workspace: Workspace) -> Doors:
    """The doors of a process that only collects: there is nothing inside, so nothing can be read."""
    doors = Doors(workspace, _nothing)
    doors.open()
    return doors


async def _nothing(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "http":
        healthy = scope["path"] == "/api/health" and scope["method"] in ("GET", "HEAD")
        said = {"status": "ok", "version": __version__} if healthy else {"code": "not_found", "message": "not found"}
        await JSONResponse(said, 200 if healthy else 404)(scope, receive, send)
    elif scope["type"] == "lifespan":
        await lifespan(receive, send)
    else:
        await send({"type": "websocket.close", "code": 1008})
