"""The collecting door: `/v1/…` as the analytics libraries speak it. Needs no session, only a key, and only ever writes.

Plain ASGI and light imports: it answers before the rest of the server has loaded.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import count
from threading import Lock

from starlette.types import Receive, Scope, Send

from wend.collect.live import facade as live
from wend.collect.live.facade import refusals
from wend.kit.errors import WendError
from wend.kit.texts import Language, as_language
from wend.web.collecting import answering, projects, receiving
from wend.web.collecting.answering import Answer
from wend.web.collecting.pacing import Pace
from wend.web.collecting.receiving import Headers
from wend.workspaces.facade import Workspace

MOST_READING = 64 * 1024 * 1024
"""Bytes of bodies that are being read or checked at one time."""
_LARGE = 48 * 1024  # a body that is checked beside the loop, so that small ones need not wait for it
_BATCHES = frozenset({"batch", "b", "import"})
_SINGLE: dict[str, live.Kind] = {kind: kind for kind in live.KINDS} | {kind[0]: kind for kind in live.KINDS}
_SINGLE["a"] = "alias"
_AGAIN = {"overloaded": 2.0, "not_stored": 5.0, "too_slow": 1.0}


class Collector:
    """The door of one workspace. Its intake opens with the first request."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._opening = Lock()
        self._opened: live.Intake | None = None
        self._sources, self._addresses = Pace(workspace.settings.collect_rate), Pace(workspace.settings.collect_rate)
        self._reading = 0
        self._name, self._numbers = workspace.ids.fresh("request"), count(1)  # asking for chance lets go of the thread
        self._beside = ThreadPoolExecutor(1, "wend-checking")

    @property
    def intake(self) -> live.Intake:
        """The live path behind this door; other doors of the process send through the same."""
        with self._opening:
            if self._opened is None:
                self._opened = live.Intake(self._workspace)
            return self._opened

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request_id = f"{self._name}_{next(self._numbers):x}"
        headers: Headers = dict(scope["headers"])
        language = as_language(headers.get(b"accept-language", b"").decode("latin-1"))
        try:
            answer = await self._answered(scope, headers, receive, request_id, language)
        except WendError as refused:
            after = getattr(refused, "after", 0) or _AGAIN.get(refused.code.rpartition(".")[2], 1.0)
            answer = answering.refused(refused, request_id, language, after)
        except Exception:  # told to the sender in the one shape, and to the server, which logs its place without data
            broken = answering.refused(refusals.NotStored(), request_id, language, _AGAIN["not_stored"])
            await answering.give(broken, send)
            raise
        if answer is not None:
            await answering.give(answer, send)

    async def _answered(
        self, scope: Scope, headers: Headers, receive: Receive, request_id: str, language: Language
    ) -> Answer | None:
        method, parts = scope["method"], [part for part in scope["path"].split("/") if part]
        name = parts[1] if len(parts) == 2 else ""
        settings = len(parts) == 4 and parts[1] == "projects" and parts[3] == "settings"
        if not settings and name not in _BATCHES and name not in _SINGLE:
            return answering.elsewhere(404, "not_found", request_id, language)
        if method == "OPTIONS":
            return answering.PREFLIGHT
        if method != ("GET" if settings else "POST"):
            allow = "GET, OPTIONS" if settings else "POST, OPTIONS"
            return answering.elsewhere(405, "not_allowed", request_id, language, allow)
        self._check_pace(self._addresses, _address(scope), 1)
        if settings:
            return self._settings(scope, headers, parts[2])
        outcome = await self._collected(headers, receive, _SINGLE.get(name))
        return None if outcome is None else answering.taken(outcome, request_id)

    def _settings(self, scope: Scope, headers: Headers, key: str) -> Answer:
        if self.intake.sender(key) is None:
            raise refusals.InvalidWriteKey
        protocol, host = projects.address_of(scope, headers, self._workspace.settings.public_url)
        return answering.document(projects.settings_for(key, protocol, host))

    async def _collected(self, headers: Headers, receive: Receive, kind: live.Kind | None) -> live.Outcome | None:
        size = receiving.declared(headers)
        if self._reading + size > MOST_READING:
            raise refusals.Overloaded
        self._reading += size
        try:
            body = await receiving.body_of(receive)
            if body is None:
                return None
            shown = receiving.basic_key(headers)
            sender = None if shown is None else self._sender(shown)
            try:
                delivery = await self._checked(headers, body, kind, shown, sender)
            except refusals.Refused:
                if sender is not None:
                    self._note_refusal(sender)
                raise
        finally:
            self._reading -= size
        return await self._written(delivery)

    async def _checked(
        self, headers: Headers, body: bytes, kind: live.Kind | None, shown: str | None, sender: live.Sender | None
    ) -> live.Delivery:
        receiving.check_type(headers)
        plain = receiving.unpacked(body, receiving.packing(headers))
        loop = asyncio.get_running_loop()
        large = len(plain) > _LARGE
        envelope = (
            await loop.run_in_executor(self._beside, live.opened, plain, kind) if large else live.opened(plain, kind)
        )
        sender = self._named(envelope, shown, sender)
        origin = headers.get(b"origin", b"").decode("latin-1")
        if origin and sender.origins and origin not in sender.origins:
            raise refusals.OriginNotAllowed
        self._check_pace(self._sources, sender.source, len(envelope.messages))
        if large:
            return await loop.run_in_executor(self._beside, self.intake.checked, envelope, sender, len(plain))
        return self.intake.checked(envelope, sender, len(plain))

    def _sender(self, key: str) -> live.Sender:
        sender = self.intake.sender(key)
        if sender is None:
            raise refusals.InvalidWriteKey
        return sender

    def _named(self, envelope: live.Envelope, shown: str | None, sender: live.Sender | None) -> live.Sender:
        """Who sends: by the header, else by the body; both must not differ."""
        if sender is not None:
            if envelope.key is not None and envelope.key != shown:
                raise refusals.AmbiguousKey
            return sender
        return self._sender(envelope.key if isinstance(envelope.key, str) else "")

    def _check_pace(self, pace: Pace, sender: str, amount: int) -> None:
        wait = pace.wait(sender, amount, asyncio.get_running_loop().time())
        if wait:
            raise refusals.TooManyRequests(rate=self._workspace.settings.collect_rate, after=wait)

    def _note_refusal(self, sender: live.Sender) -> None:
        """The page of the source counts refused requests; a busy collector does without."""
        with suppress(refusals.Overloaded):
            self.intake.offer(live.Delivery.refusal(sender.source), lambda _: None)

    async def _written(self, delivery: live.Delivery) -> live.Outcome:
        """Wait until it is on disk. Raises what prevented it."""
        loop = asyncio.get_running_loop()
        written: asyncio.Future[live.Outcome | WendError] = loop.create_future()

        def settle(result: live.Outcome | WendError) -> None:
            if not written.done():
                written.set_result(result)

        def done(result: live.Outcome | WendError) -> None:
            with suppress(RuntimeError):  # the loop has ended: nobody waits any more
                loop.call_soon_threadsafe(settle, result)

        self.intake.offer(delivery, done)
        result = await written
        if isinstance(result, WendError):
            raise result
        return result


def _address(scope: Scope) -> str:
    """Where it came from: the socket's address, or what a trusted proxy says; never a header of the sender's own."""
    client = scope.get("client")
    return str(client[0]) if client else ""
