"""JSON bodies read strictly: what Python's reader lets through and a store, a number or a screen later stumbles over.

NaN and Infinity are not JSON; a key twice means two things; ten thousand brackets end in the reader of somebody else;
half a surrogate pair cannot be written as UTF-8; SQLite's text functions stop at NUL.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Coroutine
from typing import Any, ClassVar

from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

MOST_LEVELS = 32
MOST_LETTERS, MOST_LETTERS_OF_A_NAME = 200_000, 1_000
_WHOLE = 2**63


class UnreadableBody(ValueError):
    """Answered as `web.bad_body` with status 400."""


def read(body: bytes, longest: int = MOST_LETTERS) -> Any:
    """The value of a JSON body.

    Raises UnreadableBody for anything that is not strict JSON, for more than 32 levels, numbers beyond 64 bits, text
    that is no text or is longer than any mapping, and keys given twice.
    """
    try:
        value = json.loads(
            body.decode(), parse_constant=_refuse, parse_float=_finite, parse_int=_whole, object_pairs_hook=_once
        )
    except (ValueError, RecursionError) as error:
        raise UnreadableBody from error
    _check(value, longest)
    return value


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


def _refuse(written: str) -> float:
    raise UnreadableBody(written)


def _finite(written: str) -> float:
    number = float(written)
    if not math.isfinite(number):
        raise UnreadableBody
    return number


def _whole(written: str) -> int:
    number = int(written) if len(written) < 25 else _WHOLE
    if not -_WHOLE <= number < _WHOLE:
        raise UnreadableBody
    return number


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise UnreadableBody
    return found


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
