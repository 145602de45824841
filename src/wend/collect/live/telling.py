"""What an event tells, as the properties of its row: the sender's own, and under `$…` what came around them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from wend.collect.live.model import Fields, Kind
from wend.collect.live.refusals import Fault

_UTM = {"name": "utm_campaign", "source": "utm_source", "medium": "utm_medium", "term": "utm_term",
        "content": "utm_content", "id": "utm_id"}  # fmt: skip
ABOUT: frozenset[Kind] = frozenset({"identify", "group", "alias"})
"""Messages about somebody, where a campaign is no trait and stays in the context."""
_APART = frozenset({"campaign", "consent", "userAgentData"})
"""Parts of the context that are told elsewhere."""
_PAGE = ("url", "path", "title", "referrer", "search")
_MOBILE = frozenset({"ios", "android", "mobile"})
_LIBRARIES = (
    ("app", ("ios", "android", "mobile", "react-native", "flutter", "kotlin", "swift", "unity", "cordova")),
    ("web", ("analytics.js", "analytics-next", "javascript", "rudderlabs", "npm:next", "web")),
)


def objects(message: Fields, name: str) -> Fields:
    """An object of the message; empty when it is missing. Raises Fault when it is something else."""
    found = message.get(name)
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise Fault("not_an_object", name=name)
    return found


def own(kind: Kind, message: Fields, context: Fields) -> Fields:
    """The sender's properties: those of the event with the campaign that led to it, or traits, flat."""
    if kind == "identify":  # some libraries tell who it is in the context only
        return flat(objects(context, "traits") | objects(message, "traits"))
    if kind in ABOUT:
        return flat(objects(message, "traits"))
    properties = {**campaign(context), **objects(message, "properties")}
    if kind in ("page", "screen"):
        for name in ("name", "category"):
            if isinstance(message.get(name), str) and message[name]:
                properties.setdefault(name, message[name])
    return properties


def flat(traits: Fields, before: str = "") -> Fields:
    """Traits without objects in them: `{"address": {"city": …}}` becomes `address.city`.

    >>> flat({"name": "Lan", "address": {"city": "Huế"}})
    {'name': 'Lan', 'address.city': 'Huế'}
    """
    found: Fields = {}
    for name, value in traits.items():
        if isinstance(value, dict):
            found.update(flat(value, f"{before}{name}."))
        else:
            found[f"{before}{name}"] = value
    return found


def campaign(context: Fields) -> Fields:
    """The campaign that brought the customer, under the names that addresses use."""
    given = context.get("campaign")
    if not isinstance(given, dict):
        return {}
    return {_UTM.get(name, f"utm_{name}"): value for name, value in given.items() if value not in (None, "")}


def around(kind: Kind, context: Fields, properties: Fields) -> Fields:
    """The context without what is empty, told elsewhere, or said by the properties already."""
    kept: Fields = {}
    for name, value in context.items():
        if value in (None, "", {}, []) or (name in _APART and not (name == "campaign" and kind in ABOUT)):
            continue
        if name == "page" and isinstance(value, dict):
            value = _page(value, properties)
            if not value:
                continue
        kept[name] = value
    return kept


def _page(page: Fields, properties: Fields) -> Fields:
    return {
        name: value
        for name, value in page.items()
        if value not in (None, "") and not (name in _PAGE and properties.get(name) == value)
    }


def channel(message: Fields, context: Fields) -> str:
    """Where it happened, by what sent it: `app`, `web`, else `server`."""
    said = message.get("channel", context.get("channel"))
    if said in ("web", "browser"):
        return "web"
    if said == "mobile" or _word(context.get("device"), "type").casefold() in _MOBILE:
        return "app"
    library = _word(context.get("library"), "name")
    if library:
        return _channel_of(library)
    return "web" if context.get("userAgent") and context.get("page") else "server"


@lru_cache(maxsize=1_000)
def _channel_of(library: str) -> str:
    named = library.casefold()
    return next((name for name, marks in _LIBRARIES if any(mark in named for mark in marks)), "server")


def _word(value: Any, name: str) -> str:
    word = value.get(name) if isinstance(value, dict) else value
    return word if isinstance(word, str) else ""
