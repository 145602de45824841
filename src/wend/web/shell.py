"""What listens: the pages at once, the API as soon as its rooms are loaded.

Compiled kernels and the query engine take seconds to load and hundreds of megabytes to hold. They are loaded when
somebody comes to look: a server that only collects stays small. The shell answers for the pages and for health
meanwhile, and lets the first questions wait, so that a person sees the app before it has finished waking up.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from threading import Thread

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from wend import __version__
from wend.kit.texts import as_language
from wend.web.doors import Doors
from wend.web.saying import problem
from wend.web.security import ASSISTANTS, Guard
from wend.workspaces.facade import Key, Workspace, find_key, is_open

APP = Path(__file__).parent / "app"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
HEALTH = "/api/health"


def listening(
    workspace: Workspace,
    load: Callable[[], ASGIApp],
    hosts: frozenset[str] = LOOPBACK,
    assistants: Callable[[], ASGIApp] | None = None,
) -> Doors:
    """The app over one workspace: guarded pages and API, and the doors for programs that send; `load` makes the API and
    runs in a thread of its own, `assistants` makes what answers at `/mcp`.

    `hosts` are the names the pages answer to (empty = any, for a proxy that checks them).
    """
    guard = Guard(_Shell(load, assistants), _Open(workspace), hosts, workspace.settings.upload_limit_mb * 1024 * 1024)
    return Doors(workspace, guard)


class _Open:
    """The guard's view of the workspace's sessions and keys."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def is_open(self, session: str) -> bool:
        return is_open(self.workspace, session)

    def secret_key(self, text: str, door: str) -> Key | None:
        return find_key(self.workspace, text, "secret", door)


class _Shell:
    def __init__(self, load: Callable[[], ASGIApp], assistants: Callable[[], ASGIApp] | None) -> None:
        self._assistants = assistants
        self._pages: ASGIApp = _Pages(directory=APP, html=True) if APP.is_dir() else _not_built
        self._api: Future[ASGIApp] = Future()
        self._loading = Thread(target=self._load, args=(load,), daemon=True)
        self._asked = False

    def _wake(self) -> None:
        """Begin to load the API, the first time that somebody comes; the server has one thread."""
        if not self._asked:
            self._asked = True
            self._loading.start()

    def _load(self, load: Callable[[], ASGIApp]) -> None:
        try:
            self._api.set_result(load())
        except BaseException as fault:  # whoever waits for the API must learn why it never came
            self._api.set_exception(fault)
            raise

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] == HEALTH:
            state = "waking" if self._asked and not self._api.done() else "ok"
            await JSONResponse({"status": state, "version": __version__})(scope, receive, send)
            return
        self._wake()
        if scope["path"] == ASSISTANTS and self._assistants is not None:
            await asyncio.wrap_future(self._api)  # the same rooms answer both
            await self._assistants()(scope, receive, send)
        elif scope["path"].startswith("/api/"):
            await (await asyncio.wrap_future(self._api))(scope, receive, send)
        else:
            await self._pages(scope, receive, send)


_FILES = frozenset(
    {".js", ".css", ".map", ".svg", ".png", ".ico", ".json", ".txt", ".xml", ".woff2", ".html", ".webmanifest"}
)


class _Pages(StaticFiles):
    """The built app: unknown paths that name no file are pages of the app and get its index. A customer's e-mail stands
    in an address too, so a dot alone makes no file.
    """

    async def get_response(self, path: str, scope: Scope) -> Response:
        if "\0" in path:
            return _refused(404, scope)
        try:
            return await super().get_response(path, scope)
        except HTTPException as missing:
            if missing.status_code != 404 or path.startswith("assets/") or Path(path).suffix in _FILES:
                return _refused(missing.status_code, scope)
            return FileResponse(APP / "index.html", headers={"cache-control": "no-cache"})


def _refused(status: int, scope: Scope) -> JSONResponse:
    code = {404: "web.not_found", 405: "web.not_allowed"}.get(status, "web.refused")
    return JSONResponse(problem(code, as_language(Headers(scope=scope).get("accept-language"))), status)


async def _not_built(scope: Scope, receive: Receive, send: Send) -> None:
    said = problem("web.not_built", as_language(Headers(scope=scope).get("accept-language")))
    await JSONResponse(said, 503)(scope, receive, send)
