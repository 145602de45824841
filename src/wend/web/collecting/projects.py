"""What the browser library asks before it sends: which host to send to. It points back here, and loads nothing else."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.types import Scope

from wend.web.collecting.receiving import Headers

_EVERYTHING = {"__default": {"enabled": True, "integrations": {}}}


def address_of(scope: Scope, headers: Headers, public_url: str) -> tuple[str, str]:
    """(protocol, host) at which the browser reaches this server: as it was set, else as it was asked."""
    if public_url:
        parts = urlsplit(public_url)
        return parts.scheme or "https", parts.netloc + parts.path.rstrip("/")
    return str(scope.get("scheme", "http")), headers.get(b"host", b"").decode("latin-1")


def settings_for(key: str, protocol: str, host: str) -> dict[str, object]:
    """The settings of a source in the words of the browser library."""
    return {
        "integrations": {
            "Segment.io": {
                "apiKey": key,
                "apiHost": f"{host}/v1",
                "protocol": protocol,
                "unbundledIntegrations": [],
                "addBundledMetadata": False,
                "maybeBundledConfigIds": {},
                "versionSettings": {"version": "4.4.7", "componentTypes": ["browser"]},
            }
        },
        "plan": {"track": _EVERYTHING, "identify": _EVERYTHING, "group": _EVERYTHING},
        "edgeFunction": {},
        "analyticsNextEnabled": True,
        "middlewareSettings": {},
        "enabledMiddleware": {},
        "metrics": {"sampleRate": 0},
        "legacyVideoPluginsEnabled": False,
        "remotePlugins": [],
    }
