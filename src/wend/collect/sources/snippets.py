"""Code to paste: how each kind of program is pointed at Wend. The only place where this text is made.

The browser's library is the standard one. Wend gives it out itself, so that a site needs no third party; setting
`browser_library` names another place.
"""

from __future__ import annotations

import json
from string import Template

from wend.collect.model_sources import PLATFORMS, Platform, Snippet
from wend.domain.names import Name
from wend.kit.texts import Language, text

PLACEHOLDER = "WRITE_KEY"
LIBRARY = "/v1/analytics.js"
"""Where a server of Wend gives the library out."""
_LANGUAGES: dict[Platform, str] = {"browser": "html", "python": "python", "node": "javascript", "curl": "shell"}

_BROWSER = Template("""\
<script>
(function () {
  var analytics = (window.analytics = window.analytics || []);
  if (analytics.initialize || analytics.invoked) return;
  analytics.invoked = true;
  // $queue
  ["identify", "track", "page", "screen", "group", "alias", "reset", "ready", "on", "once", "off",
   "setAnonymousId", "addSourceMiddleware", "register"].forEach(function (method) {
    analytics[method] = function () {
      analytics.push([method].concat(Array.prototype.slice.call(arguments)));
      return analytics;
    };
  });
  // $where
  analytics._writeKey = $key;
  analytics._cdn = $base;
  analytics._loadOptions = {
    integrations: { "Segment.io": { apiHost: $api, protocol: $protocol } }
  };
  // $library
  var script = document.createElement("script");
  script.async = true;
  script.src = $source;
  document.head.appendChild(script);
  // $first
  analytics.page();
})();
</script>
""")

_PYTHON = Template("""\
# pip install segment-analytics-python
import segment.analytics as analytics

analytics.write_key = $key
analytics.host = $base

# $who
analytics.identify("C-1001", {"email": "lan@example.com", "phone": "+84 912 345 678"})
# $what
analytics.track("C-1001", "order.placed", {"order_id": "D-1", "total": 250000, "currency": "VND"})
# $flush
analytics.flush()
""")

_NODE = Template("""\
// npm install @segment/analytics-node
import { Analytics } from "@segment/analytics-node"

const analytics = new Analytics({ writeKey: $key, host: $base })

// $who
analytics.identify({ userId: "C-1001", traits: { email: "lan@example.com", phone: "+84 912 345 678" } })
// $what
analytics.track({
  userId: "C-1001",
  event: "order.placed",
  properties: { order_id: "D-1", total: 250000, currency: "VND" },
})
// $flush
await analytics.closeAndFlush()
""")

_CURL = Template("""\
# $what
# $again
curl $endpoint \\
  --user $user \\
  --header "Content-Type: application/json" \\
  --data '{
    "userId": "C-1001",
    "messageId": "order-D-1",
    "event": "order.placed",
    "properties": {"order_id": "D-1", "total": 250000, "currency": "VND"}
  }'
""")
_TEMPLATES: dict[Platform, Template] = {"browser": _BROWSER, "python": _PYTHON, "node": _NODE, "curl": _CURL}
_COMMENTS = ("queue", "where", "library", "first", "who", "what", "flush", "again")


def snippets(base: str, library: str = "", key: str = "") -> tuple[Snippet, ...]:
    """Code for each platform, aimed at `base` (`https://events.shop.vn`); without a key a placeholder stands for it."""
    return tuple(
        Snippet(
            platform,
            Name(*(text(language, f"sources.snippet.{platform}") for language in ("en", "vi"))),
            _LANGUAGES[platform],
            Name(_code(platform, "en", base, library, key), _code(platform, "vi", base, library, key)),
            bool(key),
        )
        for platform in PLATFORMS
    )


def _code(platform: Platform, language: Language, base: str, library: str, key: str) -> str:
    protocol, _, host = base.partition("://")
    places = {name: text(language, f"sources.snippet.comment.{name}") for name in _COMMENTS}
    key = key or PLACEHOLDER
    return _TEMPLATES[platform].substitute(
        places,
        key=_quoted(key),
        base=_quoted(base),
        api=_quoted(f"{host}/v1"),
        protocol=_quoted(protocol),
        source=_quoted(library or base + LIBRARY),
        endpoint=_quoted(f"{base}/v1/track"),
        user=_quoted(f"{key}:"),
    )


def _quoted(words: str) -> str:
    """A string that is one in JavaScript, in Python and inside a page's script: no quote and no tag can end it."""
    return json.dumps(words).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
