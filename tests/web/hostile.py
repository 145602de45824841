"""Names that would like to be code, and bodies that would like to be something else than JSON."""

from __future__ import annotations

import json
from unicodedata import normalize

from tests.web.visiting import Row

IMAGE = "<img src=x onerror=alert(1)>"
TABLE = "'; DROP TABLE identity_links; --"
LONG = "ơ" * 5_000  # 10 KB
TURNED = "\u202egnp.exe"
APART = normalize("NFD", "Đặng Thị Hoà")
FORMULA = "=1+1"
NAMES = (IMAGE, TABLE, TURNED, APART, FORMULA, "__proto__", "{message}", "%s%n", "../../etc/passwd")
CANARY = "canary.lan@shop.vn"

EVENTS: list[Row] = [
    ("1", CANARY, "product.viewed", "2026-06-01T08:00:00Z", "web", "Lan Canary", ""),
    ("1", "", "order.placed", "2026-06-01T09:00:00Z", "web", "", LONG),
    *(("2", "", name, f"2026-06-02T08:{i:02}:00Z", name, "", name) for i, name in enumerate(NAMES)),
    *((name, "", "product.viewed", "2026-06-03T08:00:00Z", "app", name, "") for name in NAMES),
]

_OK = {"name": {"en": "Seen", "vi": "Đã xem"}, "channel": "web", "rule": {"events": ["product.viewed"]}}
TOUCHPOINT: dict[str, object] = {"key": "seen", **_OK}
STAGES = [
    {"key": "a", "name": {"en": "A", "vi": "A"}, "rules": []},
    {"key": "b", "name": {"en": "B", "vi": "B"}, "rules": [{"touchpoints": [], "at_least": 1}]},
]
STAGE_SET: dict[str, object] = {"key": "mine", "name": {"en": "Mine", "vi": "Của tôi"}, "stages": STAGES}
_ASKED: dict[str, object] = {"question": "reach", "params": {}, "last_days": 7, "channel": [], "trait": []}
_WATCH: dict[str, object] = {
    "cell": {"column": "customers", "row": {"step": "paid"}},
    "bounds": {"low": 1.0},
    "emails": ["lan@shop.vn"],
}
_TILE: dict[str, object] = {"id": "t", "kind": "text", "x": 0, "y": 0, "width": 6, "height": 4, "text": "Hello"}
_SEEN = {"kind": "touchpoint", "key": "seen"}
_NUMBER: dict[str, object] = {"question": "reach", "params": {}, "over": "events", "where": {"step": "paid"}}
_CONDITION = {"version": 1, "condition": {"did": {"event": "product.viewed"}}}
_PERIOD = {"key": "tet", "name": {"en": "Tết", "vi": "Tết"}, "kind": "tet", "first": "-2", "last": "5"}
BODIES: dict[str, dict[str, object]] = {
    "/api/seasons": {"periods": [_PERIOD], "version": 0},
    "/api/seasons/preview": {"periods": [_PERIOD]},
    "/api/alerts": {"name": "Orders", "question": "reach", "watch": _WATCH},
    "/api/alerts/{alert}": {"name": "Orders", "watch": _WATCH, "version": 1},
    "/api/saved-questions": {"name": "Reach", "asked": _ASKED},
    "/api/saved-questions/{saved}": {"name": "Reach", "asked": _ASKED, "version": 1},
    "/api/dashboards": {"name": "Weekly", "tiles": [_TILE]},
    "/api/dashboards/{dashboard}": {"name": "Weekly", "tiles": [_TILE], "version": 1},
    "/api/dashboards/{dashboard}/shares": {"days": 7},
    "/api/personas/{persona}/shares": {"days": 7},
    "/api/people/conflicts/leave": {"a": "customer:1", "b": "customer:2"},
    "/api/people/decisions": {"kind": "join", "a": "customer:1", "b": "customer:2"},
    "/api/people/rules": {"kinds": [], "blocked": ["phone:+84281234567"]},
    "/api/people/suggestions/accept": {"a": "customer:1", "b": "customer:2"},
    "/api/people/suggestions/accept-all": {"weight": 10},
    "/api/people/suggestions/dismiss": {"a": "customer:1", "b": "customer:2"},
    "/api/people/undo": {"join": "12"},
    "/api/session": {"token": "x"},
    **{f"/api/conditions/{ask}": {"text": "{}"} for ask in ("check", "count", "sample", "sizes")},
    "/api/conditions/holds": {"text": "{}", "customer": "email:a@b.vn"},
    "/api/questions/{question}": {"params": {}, "over": "events"},
    "/api/questions/{question}/file": {"params": {}, "over": "events"},
    "/api/questions/{question}/customers": {"params": {}, "over": "events", "where": {}},
    "/api/touchpoints/{key}": TOUCHPOINT,
    "/api/map/remarks": {
        "kind": "note",
        "about": {"kind": "touchpoint", "key": "seen"},
        "text": "Slow",
        "asked": _NUMBER,
    },
    "/api/map/remarks/{remark}": {"title": "", "text": "Slow", "version": 1},
    "/api/personas": {"name": "Buyers", "condition": _CONDITION},
    "/api/personas/{persona}": {"name": "Buyers", "condition": _CONDITION, "lines": [], "version": 1},
    "/api/personas/{persona}/invitation": {"purpose": "marketing", "channel": "email"},
    "/api/personas/{persona}/invitation/file": {"purpose": "marketing", "channel": "email"},
    "/api/segments": {"name": "Buyers", "condition": _CONDITION, "key": "buyers", "webhook": ""},
    "/api/segments/{key}": {"name": "Buyers", "condition": _CONDITION, "version": 1, "webhook": ""},
    "/api/segments/lists": {"name": "VIP", "identifiers": ["customer:1"], "key": "vip"},
    "/api/segments/lists/{key}": {"identifiers": ["customer:1"]},
    "/api/touchpoints/preview": TOUCHPOINT,
    "/api/touchpoints/{key}/move": {"place": 1},
    "/api/touchpoints/{key}/move/preview": {"place": 1},
    "/api/stage-sets/{key}": STAGE_SET,
    "/api/stage-sets/preview": STAGE_SET,
    "/api/stage-sets/{key}/restore": {"version": 1},
    "/api/uploads/{upload}/check": {"toml": "", "file": ""},
    "/api/uploads/{upload}/import": {"toml": ""},
    "/api/quarantine/replay": {"toml": ""},
    "/api/sources": {"name": "Website", "channel": "web", "currency": "VND", "country": "VN", "origins": []},
    "/api/sources/{source}": {"name": "Website", "state": "on", "channel": "web", "origins": []},
    "/api/sources/{source}/keys": {"name": "Website"},
    "/api/flags/{customer}": {"flag": "test", "note": ""},
    "/api/flag-rules": {"staff_domains": ["shop.vn"], "known_bots": False},
    "/api/trait-rules": {"default": "newest", "trusted": [], "rules": []},
    "/api/computed-traits/{name}": {"name": "orders", "title": {"en": "Orders", "vi": "Đơn"}, "measure": "count"},
    "/api/consent-purposes": {
        "purposes": [{"key": "marketing", "name": {"en": "Offers", "vi": "Ưu đãi"}, "needs": ["content"]}]
    },
    "/api/consents": {
        "rows": [{"identifier": "customer:1", "purpose": "marketing", "channel": "email", "state": "granted"}]
    },
    "/api/wordings": {
        "key": "news",
        "purpose": "sharing",
        "en": {"ask": "May we share your name?"},
        "vi": {"ask": "Cho phép chia sẻ tên của bạn?"},
    },
    "/api/notes": {"identifier": "customer:1", "text": "calls back"},
    "/api/notes/remove": {"id": "note_1"},
    "/api/person-files": {"customer": "customer:1", "reason": "asked"},
    "/api/erasures": {"customer": "customer:1", "reason": "asked", "confirm": "no"},
    "/api/erasures/lift": {"customer": "customer:1", "reason": "came back"},
    "/api/keys": {"name": "CRM", "scopes": ["data:read"], "source": "server"},
    "/api/keys/{key}/rotate": {"keep_hours": 1},
    "/api/plan/events": {"event": "order.placed", "properties": [], "owner": "Sales"},
    "/api/plan/load": {"toml": ""},
    "/api/hook-trials": {"mapping": "", "body": ""},
    "/api/hooks": {"name": "Orders", "preset": "haravan", "secret": "long enough"},
    "/api/hooks/{source}": {"mapping": ""},
    "/api/connectors": {"name": "Orders", "kind": "csv", "url": "https://127.0.0.1/a.csv", "mapping": ""},
    "/api/connectors/{source}": {"every_s": 60},
}
"""A body that fits, for every route that takes JSON."""

VALUES = {
    "not a number": "NaN",
    "infinity": "-Infinity",
    "infinite": "1e999",
    "70 bits": str(2**70),
    "5,000 digits": "9" * 5_000,
    "100,000 levels": "[" * 100_000 + "]" * 100_000,
    "1,000 levels": "[" * 1_000 + "]" * 1_000,
    "40 levels": '{"a":' * 40 + "1" + "}" * 40,
    "half a letter": '"\\ud800"',
    "NUL": '"\\u0000"',
    "an operator": '{"$ne": null}',
    "half a megabyte": '"' + "x" * 500_000 + '"',
}
"""What a hostile program writes where a value is expected."""


def spoiled(body: dict[str, object], field: str, written: str, *, as_key: bool = False) -> bytes:
    """The body with a hostile value in one field, or under a hostile name when it is a text."""
    parts = [f"{json.dumps(name)}:{json.dumps(value)}" for name, value in body.items() if name != field]
    spoiled_part = f"{written}:1" if as_key else f"{json.dumps(field)}:{written}"
    return ("{" + ",".join([*parts, spoiled_part]) + "}").encode()


def with_extra(value: object, *, inside: bool) -> object:
    """The same value with a field nobody knows: at the top, or in every object below it."""
    if isinstance(value, list):
        return [with_extra(each, inside=inside) for each in value]
    if not isinstance(value, dict):
        return value
    deeper = {name: with_extra(each, inside=inside) for name, each in value.items()} if inside else value
    return deeper | {"is_admin": True}
