"""The door for systems that push: `POST /hooks/<source>`, answered after the commit and not before.

Pure ASGI, like the collector's door: no session, no cookie and no page is asked for. Who sends proves itself by the
signature that was agreed for the source. What maps records is loaded in a thread of its own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, ClassVar

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, QueryParams
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from wend.collect.hooks import facade as hooks
from wend.collect.model_hooks import MOST_BODY, HookTooLarge
from wend.kit.errors import Mistake, Trouble, WendError
from wend.kit.texts import Language, as_language
from wend.web.saying import problem
from wend.workspaces.facade import Workspace

Offer = Callable[[hooks.Delivery, hooks.Done], None]
PREFIX = "/hooks/"
MOST_AT_ONCE = 32
"""Requests that are mapped at the same time; those above are told to come again."""
MOST_HELD = 64 * 1024 * 1024
"""Bytes of bodies that have arrived and are not written yet. A sender that dawdles holds no more than it has sent."""
READ_WITHIN_S = 10


class TooManyHooks(Trouble):
    """More requests at once than are read at once."""

    code: ClassVar[str] = "hooks.too_many"
    status = 429


class HookTooSlow(Mistake):
    """The body did not arrive in time."""

    code: ClassVar[str] = "hooks.too_slow"
    status = 408


class Hooks:
    """Takes webhooks of one workspace; `offer` queues a delivery for the process's one writer."""

    def __init__(self, workspace: Workspace, offer: Offer, read_within_s: float = READ_WITHIN_S) -> None:
        self._workspace, self._offer, self._read_within_s = workspace, offer, read_within_s
        self._receiver = hooks.Receiver(workspace)
        self._at_work = self._held = 0

    def wake(self) -> None:
        """Load what maps records before the first one comes: senders wait for seconds only."""
        hooks.warm()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        language = as_language(headers.get("accept-language"))
        try:
            answer = await self._answer(scope, receive, headers)
        except WendError as error:
            answer = _refused(error, language)
        await answer(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, headers: Headers) -> Response:
        source = scope["path"].removeprefix(PREFIX)
        query = dict(QueryParams(scope["query_string"]))
        if scope["method"] == "GET" and "hub.challenge" in query:
            challenge = await run_in_threadpool(self._receiver.challenged, source, query)
            return PlainTextResponse(challenge, headers={"x-content-type-options": "nosniff"})
        if scope["method"] != "POST":
            language = as_language(headers.get("accept-language"))
            return JSONResponse(problem("web.not_allowed", language), 405, {"allow": "POST"})
        body = await self._body(receive, headers)
        try:
            return await self._taken(source, dict(headers), query, body)
        finally:
            self._held -= len(body)

    async def _taken(self, source: str, headers: dict[str, str], query: dict[str, str], body: bytes) -> Response:
        if self._at_work >= MOST_AT_ONCE:
            raise TooManyHooks(most=MOST_AT_ONCE)
        self._at_work += 1
        try:
            prepared = await run_in_threadpool(self._prepared, source, headers, query, body)
        except Mistake as mistake:
            self._note_refusal(source, mistake)
            raise
        finally:
            self._at_work -= 1
        written: Future[Any] = Future()
        self._offer(prepared.delivery, written.set_result)
        result = await asyncio.wrap_future(written)
        if isinstance(result, WendError):
            raise result
        told = {"accepted": result.accepted, "repeated": result.repeated + prepared.known}
        return JSONResponse({"success": True, **told, "quarantined": result.quarantined})

    def _prepared(self, source: str, headers: dict[str, str], query: dict[str, str], body: bytes) -> hooks.Prepared:
        return self._receiver.prepared(source, hooks.Request(headers, query, body))

    def _note_refusal(self, source: str, mistake: Mistake) -> None:
        """The page of the source counts refused requests; a busy collector does without."""
        if not isinstance(mistake, hooks.NoSuchHook):
            with suppress(Trouble):
                self._offer(hooks.Delivery.refusal(source), lambda _: None)

    async def _body(self, receive: Receive, headers: Headers) -> bytes:
        """The body, as long as it is not larger than any webhook and comes in time."""
        most = f"{MOST_BODY // 1024} KB"
        declared = headers.get("content-length", "0")
        if declared.isdecimal() and int(declared[:16]) > MOST_BODY:
            raise HookTooLarge(most=most)
        pieces: list[bytes] = []
        size = 0
        whole = False
        try:
            async with asyncio.timeout(self._read_within_s):
                while not whole:
                    message = await receive()
                    pieces.append(message.get("body", b""))
                    size += len(pieces[-1])
                    self._held += len(pieces[-1])
                    if size > MOST_BODY:
                        raise HookTooLarge(most=most)
                    if self._held > MOST_HELD:
                        raise TooManyHooks(most=f"{MOST_HELD // (1024 * 1024)} MB")
                    whole = not message.get("more_body")
        except TimeoutError as late:
            raise HookTooSlow(seconds=round(self._read_within_s)) from late
        finally:
            if not whole:
                self._held -= size
        return b"".join(pieces)


def _refused(error: WendError, language: Language) -> JSONResponse:
    said = problem(error.code, language, retry=error.retry, **error.details)
    return JSONResponse(said, error.status, headers={"Retry-After": "2"} if error.retry else None)
