"""Signing in: the first-run token becomes a session cookie."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from wend import __version__
from wend.web.bodies import StrictRoute
from wend.web.doorway import Here
from wend.web.security import SESSION_COOKIE, session_of
from wend.workspaces import facade as access

router = APIRouter(prefix="/api", tags=["session"], route_class=StrictRoute)


class Token(BaseModel):
    """The one-time token that `wend serve` printed."""

    model_config = ConfigDict(extra="forbid")
    token: Annotated[str, Field(max_length=200)]


class SignedIn(BaseModel):
    """Whether this browser may act, and where."""

    signed_in: bool
    workspace: str
    version: str
    timezone: str


@router.post("/session")
def sign_in(body: Token, here: Here, response: Response) -> SignedIn:
    """Exchange the one-time token for a session (idle 12 hours)."""
    session = access.enter(here, body.token)
    response.set_cookie(
        SESSION_COOKIE,
        session,
        max_age=int(access.SESSION_LIFE.total_seconds()),
        httponly=True,
        samesite="lax",
        path="/",
    )
    return SignedIn(signed_in=True, workspace=here.name, version=__version__, timezone=here.settings.timezone)


@router.get("/session")
def who(request: Request, here: Here) -> SignedIn:
    """Whether the cookie that came with this request is a session."""
    signed_in = access.is_open(here, session_of(request.headers))
    return SignedIn(signed_in=signed_in, workspace=here.name, version=__version__, timezone=here.settings.timezone)


@router.delete("/session", status_code=204)
def sign_out(request: Request, here: Here, response: Response) -> None:
    """End the session on the server and in the browser."""
    access.leave(here, session_of(request.headers))
    response.delete_cookie(SESSION_COOKIE, path="/")
