"""A plan as TOML that people keep beside their code; reading it back gives the same plan."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any, cast

from wend.collect.model_plan import PROPERTY_TYPES, ExpectedEvent, ExpectedProperty, PropertyType
from wend.collect.plan.errors import BadPlanValue, PlanUnreadable, UnknownPlanKey
from wend.kit.errors import closest

MOST_EVENTS, MOST_PROPERTIES, MOST_ALLOWED, LONGEST = 5_000, 500, 1_000, 2_000
_EVENT_KEYS = ("owner", "description", "properties")
_PROPERTY_KEYS = ("type", "required", "allowed", "description")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def parse(toml: str) -> tuple[ExpectedEvent, ...]:
    """The events of a plan. Raises PlanUnreadable, UnknownPlanKey and BadPlanValue, each with the place."""
    try:
        document = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise PlanUnreadable(problem=str(error)) from error
    _only(document, ("event",), "")
    events = _table(document.get("event", {}), "event")
    if len(events) > MOST_EVENTS:
        raise BadPlanValue(place="event", value=len(events), wanted=f"≤ {MOST_EVENTS}")
    return checked(_event(name, _table(value, f"event.{name}")) for name, value in events.items())


def checked(events: Iterable[ExpectedEvent]) -> tuple[ExpectedEvent, ...]:
    """The same events, by name, when they make sense. Raises BadPlanValue."""
    found = tuple(sorted(events, key=lambda each: each.event))
    for event in found:
        place = f"event.{event.event}"
        names = [each.name for each in event.properties]
        if not event.event.strip() or event.event.startswith("$") or len(event.event) > LONGEST:
            raise BadPlanValue(place="event", value=event.event[:80], wanted="order.placed")
        if len(names) > MOST_PROPERTIES:
            raise BadPlanValue(place=f"{place}.properties", value=len(names), wanted=f"≤ {MOST_PROPERTIES}")
        for number, each in enumerate(event.properties):
            if not each.name.strip() or len(each.name) > LONGEST or each.name in names[:number]:
                raise BadPlanValue(place=f"{place}.properties", value=each.name[:80], wanted="order_no")
            if len(each.allowed) > MOST_ALLOWED:
                raise BadPlanValue(place=f"{place}.{each.name}", value=len(each.allowed), wanted=f"≤ {MOST_ALLOWED}")
    return found


def _event(name: str, value: Mapping[str, Any]) -> ExpectedEvent:
    place = f"event.{name}"
    _only(value, _EVENT_KEYS, place)
    properties = _table(value.get("properties", {}), f"{place}.properties")
    english, vietnamese = _description(value, place)
    expected = tuple(_property(each, given, f"{place}.properties.{each}") for each, given in properties.items())
    return ExpectedEvent(name, expected, english, vietnamese, _text(value, "owner", place))


def _property(name: str, value: Any, place: str) -> ExpectedProperty:
    if isinstance(value, str):
        value = {"type": value}
    given = _table(value, place)
    _only(given, _PROPERTY_KEYS, place)
    kind = given.get("type", "text")
    if kind not in PROPERTY_TYPES:
        raise BadPlanValue(place=f"{place}.type", value=str(kind)[:80], wanted=", ".join(PROPERTY_TYPES))
    required = given.get("required", False)
    if not isinstance(required, bool):
        raise BadPlanValue(place=f"{place}.required", value=str(required)[:80], wanted="true, false")
    allowed = given.get("allowed", [])
    if not isinstance(allowed, list) or not all(isinstance(each, str | int | float) for each in allowed):
        raise BadPlanValue(place=f"{place}.allowed", value=str(allowed)[:80], wanted='["new", "paid"]')
    english, vietnamese = _description(given, place)
    spelled = tuple(str(each).lower() if isinstance(each, bool) else str(each) for each in allowed)
    return ExpectedProperty(name, cast("PropertyType", kind), required, spelled, english, vietnamese)


def _description(value: Mapping[str, Any], place: str) -> tuple[str, str]:
    said = value.get("description", "")
    if isinstance(said, str):
        return said, ""
    spoken = _table(said, f"{place}.description")
    _only(spoken, ("en", "vi"), f"{place}.description")
    return _text(spoken, "en", place), _text(spoken, "vi", place)


def _text(value: Mapping[str, Any], key: str, place: str) -> str:
    found = value.get(key, "")
    if not isinstance(found, str) or len(found) > LONGEST:
        raise BadPlanValue(place=f"{place}.{key}", value=str(found)[:80], wanted='"…"')
    return found


def _table(value: Any, place: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise BadPlanValue(place=place, value=str(value)[:80], wanted="[…]")
    return value


def _only(value: Mapping[str, Any], known: tuple[str, ...], place: str) -> None:
    for key in value:
        if key not in known:
            raise UnknownPlanKey(word=key, place=place or "–", closest=closest(key, known) or ", ".join(known))


def written(events: Iterable[ExpectedEvent]) -> str:
    """The plan's TOML, defaults left out."""
    return "\n".join(_written(each) for each in events)


def _written(event: ExpectedEvent) -> str:
    head = f"event.{_key(event.event)}"
    lines = [f"[{head}]"]
    if event.owner:
        lines.append(f"owner = {_quoted(event.owner)}")
    if event.description_en or event.description_vi:
        lines.append(f"description = {_said(event.description_en, event.description_vi)}")
    if event.properties:
        lines += ["", f"[{head}.properties]", *(_line(each) for each in event.properties)]
    return "\n".join(lines) + "\n"


def _line(each: ExpectedProperty) -> str:
    parts = [f'type = "{each.type}"']
    if each.required:
        parts.append("required = true")
    if each.allowed:
        parts.append("allowed = [" + ", ".join(_quoted(value) for value in each.allowed) + "]")
    if each.description_en or each.description_vi:
        parts.append(f"description = {_said(each.description_en, each.description_vi)}")
    return f"{_key(each.name)} = {{ {', '.join(parts)} }}"


def _said(english: str, vietnamese: str) -> str:
    pairs = [f"{key} = {_quoted(value)}" for key, value in (("en", english), ("vi", vietnamese)) if value]
    return f"{{ {', '.join(pairs)} }}"


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _quoted(key)


def _quoted(value: str) -> str:
    return '"' + "".join(_ESCAPES.get(c, c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}") for c in value) + '"'
