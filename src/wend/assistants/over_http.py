"""The protocol over HTTP (streamable HTTP, without sessions), for assistants that run elsewhere.

Every request shows a secret key and stands for itself; who may come in was decided before it arrives here. An answer
that nobody waits for any more is not finished.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wend.assistants.errors import KeyRefused
from wend.assistants.role import Role
from wend.assistants.serving import Asker, server
from wend.kit.errors import Mistake
from wend.kit.texts import as_language
from wend.workspaces.facade import Key, Workspace

if TYPE_CHECKING:
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

MOST_BYTES = 1024 * 1024
"""A call of a tool, a condition in it."""


def over_http(workspace: Workspace, key_of: Callable[[Scope], Key]) -> ASGIApp:
    """What answers assistants at one address; `key_of` gives the key that a request was let in with."""
    return _OverHttp(workspace, key_of)


class _OverHttp:
    def __init__(self, workspace: Workspace, key_of: Callable[[Scope], Key]) -> None:
        self._workspace, self._key_of = workspace, key_of
        self._ready: asyncio.Future[StreamableHTTPSessionManager] | None = None
        self._holding: asyncio.Task[None] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] != "POST":  # nothing is ever sent without being asked for
            await JSONResponse({"code": "assistants.post_only"}, 405, {"allow": "POST"})(scope, receive, send)
            return
        try:
            if not self._key_of(scope).allows("data:read"):
                raise KeyRefused
            manager = await self._manager()
        except Mistake as mistake:
            await _refused(mistake, scope)(scope, receive, send)
            return
        await _while_wanted(manager.handle_request, scope, receive, send)

    async def _manager(self) -> StreamableHTTPSessionManager:
        """The SDK's part, begun with the first request. Raises ExtraMissing."""
        if self._ready is None:
            serving = server(self._workspace, self._asker)
            self._ready = asyncio.get_running_loop().create_future()
            self._holding = asyncio.create_task(self._hold(serving, self._ready))
        return await asyncio.shield(self._ready)

    async def _hold(self, serving: Any, ready: asyncio.Future[StreamableHTTPSessionManager]) -> None:
        from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

        manager = StreamableHTTPSessionManager(
            serving, json_response=True, stateless=True, max_request_body_size=MOST_BYTES
        )
        async with manager.run():
            ready.set_result(manager)
            await asyncio.Event().wait()

    def _asker(self, context: Any) -> Asker:
        """What the key of this request may see, in the language that it asks for."""
        request = context.request
        customers = self._key_of(request.scope).allows("profiles:read")
        return Asker(Role(customers=customers), as_language(request.headers.get("accept-language")))


async def _while_wanted(work: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """Do the work; give it up when the other side goes away."""
    import anyio

    body, more = [], True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        body.append(message.get("body", b""))
        more = message.get("more_body", False)
    told = iter([{"type": "http.request", "body": b"".join(body), "more_body": False}])

    async def again() -> Message:
        message = next(told, None)
        return message if message is not None else await receive()

    async with anyio.create_task_group() as both:

        async def watch() -> None:
            while (await receive())["type"] != "http.disconnect":
                pass
            both.cancel_scope.cancel()

        both.start_soon(watch)
        await work(scope, again, send)
        both.cancel_scope.cancel()


def _refused(mistake: Mistake, scope: Scope) -> JSONResponse:
    spoken = as_language(Headers(scope=scope).get("accept-language"))
    said = {"message": mistake.message(spoken), "cause": mistake.cause(spoken), "next": mistake.next_step(spoken)}
    return JSONResponse({"code": mistake.code} | said, mistake.status)
