"""Errors as people and programs read them: one JSON shape for every fault."""

from __future__ import annotations

import logging
import textwrap
import traceback

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from wend.kit.errors import WendError
from wend.kit.texts import Language, as_language
from wend.web.saying import problem

_LONGEST = 300
_log = logging.getLogger("wend.web")


class Problem(BaseModel):
    """What went wrong, why, and what to do next, in the language that was asked for."""

    code: str
    message: str
    cause: str
    next: str
    retry: bool


def answer_problems(app: FastAPI) -> None:
    """Give every fault of `app` the one shape.

    A fault nobody foresaw is logged by its type and place, without personal data.
    """

    @app.exception_handler(WendError)
    async def known(request: Request, error: WendError) -> JSONResponse:
        language = _language(request)
        said = Problem(
            code=error.code,
            message=error.message(language),
            cause=error.cause(language),
            next=error.next_step(language),
            retry=error.retry,
        )
        return JSONResponse(said.model_dump(), error.status, headers={"Retry-After": "2"} if error.retry else None)

    @app.exception_handler(RequestValidationError)
    async def misshapen(request: Request, error: RequestValidationError) -> JSONResponse:
        named = sorted({".".join(str(part) for part in fault["loc"]) for fault in error.errors()})
        places = textwrap.shorten(", ".join(named), _LONGEST, placeholder=" …")
        return JSONResponse(problem("web.bad_request", _language(request), places=places), 422)

    @app.exception_handler(HTTPException)
    async def refused(request: Request, error: HTTPException) -> JSONResponse:
        code = {400: "web.bad_body", 404: "web.not_found", 405: "web.not_allowed"}.get(error.status_code, "web.refused")
        return JSONResponse(problem(code, _language(request)), error.status_code)

    @app.exception_handler(Exception)
    async def unforeseen(request: Request, error: Exception) -> JSONResponse:
        where = "".join(traceback.format_tb(error.__traceback__))  # the message may hold data; the place does not
        route = getattr(request.scope.get("route"), "path", "–")  # the address itself may name a customer
        _log.error("unforeseen %s at %s %s\n%s", type(error).__name__, request.method, route, where)
        return JSONResponse(problem("web.broken", _language(request), retry=True), 500)


def _language(request: Request) -> Language:
    return as_language(request.query_params.get("lang") or request.headers.get("accept-language"))
