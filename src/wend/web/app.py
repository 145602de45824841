"""The API: the routers of all rooms and the one shape of their faults. `shell` guards it and serves the pages."""

from __future__ import annotations

from fastapi import Depends, FastAPI

from wend import __version__
from wend.web import (
    alerts,
    boards,
    conditions,
    consents,
    customers,
    data,
    incoming,
    keys,
    maps,
    people,
    personas,
    plan,
    privacy,
    profiles,
    questions,
    remarks,
    seasons,
    segments,
    session,
    sources,
    suggestions,
    touchpoints,
)
from wend.web.problems import Problem, answer_problems
from wend.web.running import Running
from wend.web.scopes import permit
from wend.workspaces.facade import Workspace


def create_app(workspace: Workspace) -> FastAPI:
    """The API over one workspace, without the guard. No interactive documents: the contract is printed by `openapi`."""
    app = FastAPI(
        title="Wend",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        dependencies=[Depends(permit)],
        responses={422: {"model": Problem}, 401: {"model": Problem}},
    )
    app.state.workspace, app.state.running = workspace, Running()
    for room in (
        session,
        maps,
        remarks,
        customers,
        questions,
        conditions,
        boards,
        alerts,
        segments,
        seasons,
        touchpoints,
        data,
        plan,
        incoming,
        sources,
        people,
        personas,
        suggestions,
        keys,
        profiles,
        consents,
        privacy,
    ):
        app.include_router(room.router)
    answer_problems(app)
    return app
