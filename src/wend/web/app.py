"""The application: routers, guard and the built browser app, put together."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import FileResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from wend import __version__
from wend.web import customers, data, maps, questions, session, touchpoints
from wend.web.problems import Problem, answer_problems
from wend.web.security import Guard
from wend.workspaces import facade as access
from wend.workspaces.facade import Workspace

APP = Path(__file__).parent / "app"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})


class _Open:
    """The guard's view of the workspace's sessions."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def is_open(self, session_id: str) -> bool:
        return bool(session_id) and access.is_open(self.workspace, session_id)


class _Pages(StaticFiles):
    """The built app: unknown paths without a dot are pages of the app and get its index."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        try:
            return await super().get_response(path, scope)
        except HTTPException as missing:
            if missing.status_code != 404 or "." in Path(path).name:
                raise
            return FileResponse(APP / "index.html", headers={"cache-control": "no-cache"})


def create_app(workspace: Workspace, hosts: frozenset[str] = LOOPBACK) -> FastAPI:
    """The app over one workspace; `hosts` are the names it answers to (empty = any, for a proxy that checks)."""
    app = FastAPI(
        title="Wend",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        responses={422: {"model": Problem}, 401: {"model": Problem}},
    )
    app.state.workspace = workspace
    for room in (session, maps, customers, questions, touchpoints, data):
        app.include_router(room.router)
    answer_problems(app)
    app.add_middleware(Guard, sessions=_Open(workspace), hosts=hosts)
    if APP.is_dir():
        app.mount("/", _Pages(directory=APP, html=True))
    return app
