"""JSON bodies of the API: read by the one strict reader, and held to what a screen or a program really sends.

Half a surrogate pair cannot be written as UTF-8; SQLite's text functions stop at NUL; a key twice means two things.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, ClassVar

from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

from wend.kit.strictjson import MOST_LEVELS, NotStrict, decoded, outside_texts, parse, too_deep

MOST_LETTERS, MOST_LETTERS_OF_A_NAME = 200_000, 1_000


class UnreadableBody(ValueError):
    """Answered as `web.bad_body` with status 400."""


def read(body: bytes, longest: int = MOST_LETTERS) -> Any:
    """The value of a JSON body.

    Raises UnreadableBody for anything that is not strict JSON, for more than 32 levels, numbers beyond 64 bits, text
    that is no text or is longer than any mapping, and keys given twice.
    """
    try:
        text = decoded(body)
        if too_deep(outside_texts(body)):
            raise UnreadableBody
        found = parse(text)
    except NotStrict as error:
        raise UnreadableBody from error
    if found.twice or found.exact:
        raise UnreadableBody
    _check(found.value, longest)
    return found.value


class StrictRoute(APIRoute):
    """A route whose JSON body is read by `read`."""

    longest: ClassVar[int] = MOST_LETTERS

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle, longest = super().get_route_handler(), self.longest

        async def strictly(request: Request) -> Response:
            return await handle(_StrictRequest(request, longest))

        return strictly


class ShortRoute(StrictRoute):
    """The same for bodies of names and keys."""

    longest = MOST_LETTERS_OF_A_NAME


class _StrictRequest(Request):
    def __init__(self, request: Request, longest: int) -> None:
        super().__init__(request.scope, request.receive)
        self._longest = longest

    async def json(self) -> Any:
        return read(await self.body(), self._longest)


def _check(value: Any, longest: int) -> None:
    """Walk without recursion: levels, and every text in it."""
    level = [value]
    for _ in range(MOST_LEVELS):
        _check_texts([each for each in level if isinstance(each, str)], longest)
        inside = [list(each.keys()) + list(each.values()) for each in level if isinstance(each, dict)]
        inside += [each for each in level if isinstance(each, list)]
        level = [part for each in inside for part in each]
        if not level:
            return
    raise UnreadableBody


def _check_texts(texts: list[str], longest: int) -> None:
    for text in texts:
        if "\0" in text or len(text) > longest:
            raise UnreadableBody
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise UnreadableBody from error
