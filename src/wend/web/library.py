"""The browser library that sends to us, given out by Wend itself: a site needs no third party.

It is the standard one, unchanged; the app's build lays it beside the pages (`ui/vite.config.ts`).
"""

from __future__ import annotations

from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.types import Receive, Scope, Send

from wend.kit.texts import as_language
from wend.web.saying import problem

ADDRESS = "/v1/analytics.js"
FILE = Path(__file__).parent / "app" / "analytics.js"
_HEADERS = {
    "access-control-allow-origin": "*",
    "cache-control": "public, max-age=3600",
    "cross-origin-resource-policy": "cross-origin",
    "x-content-type-options": "nosniff",
}


async def library(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a site that loads the library."""
    language = as_language(Headers(scope=scope).get("accept-language"))
    answer: Response
    if scope["method"] not in ("GET", "HEAD"):
        answer = JSONResponse(problem("web.not_allowed", language), 405, {"allow": "GET, HEAD"})
    elif FILE.is_file():
        answer = FileResponse(FILE, media_type="text/javascript", headers=_HEADERS)
    else:
        answer = JSONResponse(problem("web.not_built", language), 503)
    await answer(scope, receive, send)
