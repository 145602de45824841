"""A signed request to somebody's own address: once over, no redirects, and never for long.

The receiver proves the sender by `Wend-Signature` (HMAC-SHA256 over `{timestamp}.{body}`) and tells a repeat by
`Wend-Delivery`, which stays the same however often one message is tried.
"""

from __future__ import annotations

import http.client
import socket
from threading import Timer

from wend.channels.errors import HookRefused, NotReached
from wend.channels.reaching import LookUp, addresses_of, check, connection_to
from wend.channels.signing import Signature, signed_headers

WHOLE_S = 10.0
SIGNATURE = Signature(
    "hmac", "Wend-Signature", prefix="sha256=", signed="{timestamp}.{body}", timestamp_header="Wend-Timestamp"
)
_LATER = frozenset({408, 425, 429})
"""Refusals that may be taken back: too slow, too early, too many."""


def post(
    url: str,
    body: bytes,
    secret: str,
    key: str,
    now_s: int,
    allowed_hosts: frozenset[str] = frozenset(),
    look_up: LookUp = addresses_of,
) -> None:
    """Deliver a JSON body. The address is judged now, whatever was judged when it was saved.

    Raises PlaceRefused, NotReached (worth another try) and HookRefused (not).
    """
    parts, address = check(url, allowed_hosts, look_up)
    host, connection = parts.hostname or "", connection_to(parts, address)
    headers = {"Content-Type": "application/json", "User-Agent": "wend", "Wend-Delivery": key}
    headers |= signed_headers(SIGNATURE, secret, body, now_s)
    limit = Timer(WHOLE_S, _cut, [connection])
    limit.daemon = True
    limit.start()
    try:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("POST", path, body, headers)
        status = connection.getresponse().status  # what it says besides is nobody's business, and may be endless
    except (OSError, http.client.HTTPException) as error:
        raise NotReached(place=host, reason=type(error).__name__) from error
    finally:
        limit.cancel()
        connection.close()
    if status >= 500 or status in _LATER:
        raise NotReached(place=host, reason=str(status))
    if not 200 <= status < 300:
        raise HookRefused(place=host, reason=str(status))


def _cut(connection: http.client.HTTPConnection) -> None:
    """End what takes too long; whoever reads meets the end of the stream."""
    if connection.sock is not None:
        try:
            connection.sock.shutdown(socket.SHUT_RDWR)
        except OSError:  # closed meanwhile
            return
