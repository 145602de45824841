"""The guard at the door: who may come in, from where, and what the browser may do with our pages.

Pure ASGI, so that nothing is buffered. Loopback by default: a request for another host name is refused (a page
elsewhere that
rebinds its name to this machine gets nothing). A change needs our header, which no other site can send without a
preflight we never grant. A program shows a secret key instead of a session; what the key may do is decided by the route
(`scopes.py`), and a write key opens nothing here.
"""

from __future__ import annotations

import binascii
from base64 import b64decode
from http.cookies import CookieError, SimpleCookie
from typing import Protocol

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wend.kit.texts import as_language
from wend.web.saying import problem
from wend.workspaces.facade import Key

SESSION_COOKIE = "wend_session"
CHANGE_HEADER = "x-wend"
WHO, KEY = "wend.who", "wend.key"
"""Where the request's scope says who acts, and with which key."""
ASSISTANTS = "/mcp"
"""Where assistants ask: with a secret key, never with a session."""
_MARK = "wend_"
_OPEN_PATHS = frozenset({"/api/session", "/api/health"})
_SHARED = frozenset({"/api/shared", "/api/shared/persona"})
_TILES = "/api/shared/tiles/"
"""What read-only links open: the room behind checks the token of each look, and nothing here changes anything."""
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; "
    "object-src 'none'"
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Members(Protocol):
    """Who may act: browsers that are signed in, programs with a secret key."""

    def is_open(self, session: str) -> bool:
        """True while this session may act."""
        ...

    def secret_key(self, text: str, door: str) -> Key | None:
        """The live secret key whose text this is; `door` is where it was shown."""
        ...


class Guard:
    """Checks host, origin, session or key, and change header of every request; protects every answer by headers."""

    def __init__(self, app: ASGIApp, members: Members, hosts: frozenset[str], most_bytes: int) -> None:
        self.app, self.members, self.hosts, self.most_bytes = app, members, hosts, most_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await lifespan(receive, send)
            return
        if scope["type"] != "http":  # nothing here speaks over sockets, so nobody needs to check them
            await send({"type": "websocket.close", "code": 1008})
            return

        async def protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                if scope["path"].startswith("/api/") or scope["path"] == ASSISTANTS:
                    headers.setdefault("cache-control", "no-store")
            await send(message)

        refusal = self._refusal(scope)
        if refusal is None:
            await self.app(scope, receive, protected)
        else:
            status, code = refusal
            asked = QueryParams(scope["query_string"]).get("lang")
            language = as_language(asked or Headers(scope=scope).get("accept-language"))
            await JSONResponse(problem(code, language), status)(scope, receive, protected)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if self.hosts and _name_of(host) not in self.hosts:
            return 421, "web.wrong_host"
        shown = key_of(headers)
        if scope["path"] == ASSISTANTS:
            return self._refusal_of_key(scope, headers, shown)
        if not scope["path"].startswith("/api/"):
            return None
        if shown:
            return self._refusal_of_key(scope, headers, shown)
        if scope["method"] not in _SAFE_METHODS:
            origin = headers.get("origin")
            if CHANGE_HEADER not in headers or (origin is not None and origin.partition("://")[2] != host):
                return 403, "web.foreign_change"
            if not _fits(headers, self.most_bytes):
                return 413, "web.too_large"
        if scope["method"] in _SAFE_METHODS and (scope["path"] in _SHARED or scope["path"].startswith(_TILES)):
            return None
        if scope["path"] in _OPEN_PATHS or self.members.is_open(session_of(headers)):
            return None
        return 401, "web.sign_in"

    def _refusal_of_key(self, scope: Scope, headers: Headers, shown: str) -> tuple[int, str] | None:
        """A browser never adds a key by itself, so neither header nor origin is asked for."""
        if scope["method"] not in _SAFE_METHODS and not _fits(headers, self.most_bytes):
            return 413, "web.too_large"
        door = "/".join(scope["path"].split("/")[:3])  # what follows may name a customer
        key = self.members.secret_key(shown, door) if shown else None
        if key is None:
            return 401, "web.bad_key"
        scope[WHO], scope[KEY] = f"key:{key.id}", key
        return None


async def lifespan(receive: Receive, send: Send) -> None:
    """Nothing to start and nothing to stop, for servers that ask."""
    while (await receive())["type"] == "lifespan.startup":
        await send({"type": "lifespan.startup.complete"})
    await send({"type": "lifespan.shutdown.complete"})


def _fits(headers: Headers, most_bytes: int) -> bool:
    """A body must say its size beforehand, and it must be one that we take."""
    declared = headers.get("content-length", "")
    if "transfer-encoding" in headers:
        return False
    return not declared or (declared.isdecimal() and len(declared) < 16 and int(declared) <= most_bytes)


def key_of(headers: Headers) -> str:
    """The key in the request's `Authorization`, as bearer or as the user of basic authentication; empty when there is
    none of ours: a proxy in front may have put something of its own there.
    """
    scheme, _, credential = headers.get("authorization", "").partition(" ")
    credential = credential.strip()
    if scheme.lower() == "basic":
        try:
            user, _, password = b64decode(credential, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            return ""
        credential = user or password
    elif scheme.lower() != "bearer":
        return ""
    return credential if credential.startswith(_MARK) else ""


def session_of(headers: Headers) -> str:
    """The session named by the request's cookie, or an empty string."""
    jar = SimpleCookie()
    try:
        jar.load(headers.get("cookie", ""))
    except CookieError:
        return ""
    return jar[SESSION_COOKIE].value if SESSION_COOKIE in jar else ""


def _name_of(host: str) -> str:
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0].lower()
