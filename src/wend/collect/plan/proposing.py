"""A first plan from what the log holds, for people to correct."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from wend.collect.model_plan import ExpectedEvent, ExpectedProperty, PropertyType
from wend.collect.plan.checking import EventPlan, findings

SAMPLE = 1_000
"""Property documents looked at per event name."""
MOST_ALLOWED = 12
"""A property with more different values is free text."""
_ENOUGH_TO_REQUIRE, _ENOUGH_TO_LIMIT, _TIMES_EACH = 20, 100, 8
_MOST_SEEN = 200
_ORDER: tuple[PropertyType, ...] = ("boolean", "integer", "number", "time", "list", "object")
_MONEY = re.compile(
    r"(^|[_.\s])(amount|price|total|subtotal|revenue|fee|cost|discount|tax|money|tien|gia|phi|thanh_tien)([_.\s]|$)"
)
_NUMBERED = re.compile(r"(^|[_.\s])(id|no|code|sku|number|phone|zip|ma|so)([_.\s]|$)")


def proposed(documents: Mapping[str, Sequence[str]], names: Sequence[str]) -> tuple[ExpectedEvent, ...]:
    """The plan under which the sampled events are as they should be; `documents` are JSON objects per event name."""
    return tuple(_event(name, [json.loads(each) for each in documents.get(name, ())]) for name in sorted(names))


def _event(name: str, samples: Sequence[dict[str, Any]]) -> ExpectedEvent:
    seen: dict[str, list[Any]] = {}
    for sample in samples:
        for key, value in sample.items():
            if key.startswith("$"):  # Wend's own notes
                continue
            if value is not None and value != "":
                seen.setdefault(key, []).append(value)
    most = sorted(seen, key=lambda key: (-len(seen[key]), key))[:_MOST_SEEN]
    return ExpectedEvent(name, tuple(_property(key, seen[key], len(samples)) for key in sorted(most)))


def _property(name: str, values: Sequence[Any], samples: int) -> ExpectedProperty:
    kind = _type(name, values)
    required = len(values) == samples and samples >= _ENOUGH_TO_REQUIRE
    allowed: tuple[str, ...] = ()
    if kind == "text" and len(values) >= _ENOUGH_TO_LIMIT:
        times = Counter(str(value) for value in values)
        if len(times) <= MOST_ALLOWED and min(times.values()) >= _TIMES_EACH:
            allowed = tuple(sorted(times))
    return ExpectedProperty(name, kind, required, allowed)


def _type(name: str, values: Sequence[Any]) -> PropertyType:
    """The narrowest type that all values have, by the checker's own judgement."""
    if _NUMBERED.search(name.lower()) and all(isinstance(value, str) for value in values):
        return "text"  # an order number is no quantity, however its digits look
    for kind in _ORDER:
        plan = EventPlan((ExpectedEvent("e", (ExpectedProperty(name, kind),)),))
        if all(not findings(plan, "e", {name: value}, written=True) and _plainly(kind, value) for value in values):
            money = kind in ("integer", "number") and bool(_MONEY.search(name.lower()))
            return "money" if money else kind
    return "text"


def _plainly(kind: PropertyType, value: Any) -> bool:
    """Whether a text would be taken for this type without being told: `007` and `1` are no number and no truth."""
    if not isinstance(value, str):
        return True
    if kind == "boolean":
        return value.lower() in ("true", "false")
    if kind in ("integer", "number"):
        return not re.match(r"[-+]?0\d|\+", value)
    return kind != "time" or not value.isdecimal()
