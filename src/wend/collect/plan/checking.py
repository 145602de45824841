"""Does this event look as it was planned? A pure question that the live path asks of every event it takes in.

A plan is compiled once into dictionaries; an event that fits costs one look-up per property. Nothing is ever refused
here: the answer is a list of differences, and the event goes on its way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from wend.collect.model_plan import ExpectedEvent, ExpectedProperty, Finding, Problem, PropertyType

_NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?")
_INTEGER = re.compile(r"[-+]?\d+")
_MONEY = re.compile(r"\(?[-+]?\s*[^\d\s(.,+-]{0,4}\s*\d[\d.,\s]*\s*[^\d\s.,)]{0,4}\)?")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4}")
_BOOLEANS = frozenset({"true", "false", "0", "1", "yes", "no"})
_EARLIEST_S, _LATEST_MS = 0, 32_503_680_000_000
"""From 1970 to the year 3000, whether seconds or milliseconds are meant."""

Fits = Callable[[Any], bool]  # Any: whatever JSON holds


class Written(dict[str, Any]):
    """Properties as a mapping reads them: every value a text, whatever it spells."""


class _Expected(NamedTuple):
    """What one property must be like."""

    fits: Fits
    allowed: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Rules:
    """An event's plan, made for looking up."""

    properties: Mapping[str, _Expected]
    written: Mapping[str, _Expected]
    required: tuple[str, ...]
    deep: tuple[str, ...]
    """Planned names that go into objects: they are looked for one by one."""
    tops: frozenset[str]
    """First parts of all names: a part of a planned object is no surprise."""


@dataclass(frozen=True)
class EventPlan:
    """What is expected of events, ready to be asked. Without any event there is no plan: nothing differs from it."""

    events: tuple[ExpectedEvent, ...] = ()
    _rules: dict[str, _Rules] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._rules.update((each.event, _compiled(each.properties)) for each in self.events)

    def __contains__(self, event: object) -> bool:
        return event in self._rules

    def event(self, name: str) -> ExpectedEvent | None:
        """What is expected of one event."""
        return next((each for each in self.events if each.event == name), None)

    def rules(self, event: str) -> _Rules | None:
        """The compiled rules of one event."""
        return self._rules.get(event)


def findings(
    plan: EventPlan, event: str, properties: Mapping[str, Any], *, written: bool = False
) -> tuple[Finding, ...]:
    """Where an event differs from the plan; empty when it fits, and for Wend's own events (`$…`).

    `written`: the values come from a file, where every value is a text; `"12"` is then a number. Otherwise it is not.
    Properties that are `Written` say so themselves.
    """
    if not plan.events or event.startswith("$"):
        return ()
    rules = plan.rules(event)
    if rules is None:
        return (Finding(event, "", "unplanned_event"),)
    known = rules.written if written or isinstance(properties, Written) else rules.properties
    found: list[Finding] = []
    for name, value in properties.items():
        expected = known.get(name)
        if expected is None:
            if name.startswith("$"):  # what Wend notes around an event is no business of a plan
                continue
            if name not in rules.tops and name.partition(".")[0] not in rules.tops and _is_there(value):
                found.append(Finding(event, name, "unplanned_property"))
        elif _is_there(value) and (problem := _judged(expected, value)):
            found.append(Finding(event, name, problem))
    for name in rules.deep:
        value = None if name in properties else _inside(properties, name)
        if _is_there(value) and (problem := _judged(known[name], value)):
            found.append(Finding(event, name, problem))
    lost = (name for name in rules.required if not _is_there(properties.get(name)) and not _has(properties, name))
    found += [Finding(event, name, "missing") for name in lost]
    return tuple(found)


def _judged(expected: _Expected, value: Any) -> Problem | None:
    if not expected.fits(value):
        return "wrong_type"
    if expected.allowed and _spelled(value) not in expected.allowed:
        return "not_allowed"
    return None


def _compiled(properties: Iterable[ExpectedProperty]) -> _Rules:
    each = tuple(properties)
    return _Rules(
        {p.name: _Expected(_TYPED[p.type], frozenset(p.allowed)) for p in each},
        {p.name: _Expected(_WRITTEN[p.type], frozenset(p.allowed)) for p in each},
        tuple(p.name for p in each if p.required),
        tuple(p.name for p in each if "." in p.name),
        frozenset(p.name.partition(".")[0] for p in each),
    )


def _is_there(value: Any) -> bool:
    return value is not None and value != ""


def _has(properties: Mapping[str, Any], name: str) -> bool:
    """Whether a name is there inside an object, or in parts (`address` as `address.city`), as files write objects."""
    if "." in name and _is_there(_inside(properties, name)):
        return True
    within = f"{name}."
    return any(each.startswith(within) and _is_there(value) for each, value in properties.items())


def _inside(properties: Mapping[str, Any], name: str) -> Any:
    value: Any = properties
    for part in name.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(part)
    return value


def _spelled(value: Any) -> str:
    """A value as `allowed` spells it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_integer(value: Any) -> bool:
    return (isinstance(value, int) and not isinstance(value, bool)) or (isinstance(value, float) and value.is_integer())


def _is_boolean(value: Any) -> bool:
    return isinstance(value, bool)


def _is_time(value: Any) -> bool:
    if isinstance(value, str):
        try:
            datetime.fromisoformat(value)
        except ValueError:
            return False
        return True
    return _is_number(value) and _EARLIEST_S <= value <= _LATEST_MS


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)


def _is_object(value: Any) -> bool:
    return isinstance(value, Mapping)


def _in_letters(typed: Fits, letters: Callable[[str], bool]) -> Fits:
    """The same for values of files: a text counts when its letters spell the type."""
    return lambda value: letters(value.strip()) if isinstance(value, str) else typed(value)


def _spells_time(letters: str) -> bool:
    return bool(_MOMENT.match(letters)) or bool(_INTEGER.fullmatch(letters))


_TYPED: Mapping[PropertyType, Fits] = {
    "text": _is_text,
    "number": _is_number,
    "integer": _is_integer,
    "boolean": _is_boolean,
    "time": _is_time,
    "money": _is_number,
    "list": _is_list,
    "object": _is_object,
}
_WRITTEN: Mapping[PropertyType, Fits] = {
    "text": lambda _: True,  # in a file everything is a text
    "number": _in_letters(_is_number, lambda letters: bool(_NUMBER.fullmatch(letters.replace(",", "")))),
    "integer": _in_letters(_is_integer, lambda letters: bool(_INTEGER.fullmatch(letters))),
    "boolean": _in_letters(_is_boolean, lambda letters: letters.lower() in _BOOLEANS),
    "time": _in_letters(_is_time, _spells_time),
    "money": _in_letters(_is_number, lambda letters: bool(_MONEY.fullmatch(letters))),
    "list": _in_letters(_is_list, lambda letters: letters.startswith("[") and letters.endswith("]")),
    "object": _in_letters(_is_object, lambda letters: letters.startswith("{") and letters.endswith("}")),
}
