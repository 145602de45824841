"""Parameters as text, from whatever `parsing` has read: what goes over HTTP, or would be typed in a terminal."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from wend.kit.clock import from_epoch
from wend.questions.errors import BadSteps
from wend.questions.parsing import MOST_STEPS, parameters
from wend.questions.specs import question as question_of

_PLAIN = re.compile(r'(?:[^">|;=\[\]]|\[[^\]]*\])+')
"""A name that needs no quotes, with the conditions in it."""
_PARTS = re.compile(r"(.*?)((?:\[[^\]]*\])?)", re.DOTALL)


def written(question: str, params: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """The parameters of a question read, with their defaults; and those that were given, as text that is read to the
    same. Raises what `parsing.parameters` does.
    """
    spec = question_of(question)
    read = parameters(spec, params)
    kinds = {each.name: each.kind for each in spec.parameters}
    named = {name.removesuffix("_") for name, value in params.items() if value is not None and value != ""}
    told = {name: read[name] for name in kinds if name in named and read[name] is not None}
    return read, {name: _WRITTEN.get(kinds[name], _plainly)(value) for name, value in told.items()}


def _name(name: str) -> str:
    """A name of a step: in quotes where it holds a sign of our own."""
    if name == name.strip() and _PLAIN.fullmatch(name):
        return name
    found = _PARTS.fullmatch(name)
    before, conditions = (found[1], found[2]) if found else (name, "")
    if '"' in before:
        raise BadSteps(steps=name, most=MOST_STEPS)
    return f'"{before}"{conditions}'


def _names(names: Sequence[str]) -> str:
    return " | ".join(_name(each) for each in names)


def _steps(steps: Sequence[Sequence[str]]) -> str:
    return " > ".join(_names(each) for each in steps)


def _groups(groups: Sequence[tuple[str, Sequence[str]]]) -> str:
    return "; ".join(f'"{name}" = {_names(members)}' for name, members in groups)


def _moment(seconds: int) -> str:
    return from_epoch(seconds).isoformat()


def _period(period: Sequence[int]) -> str:
    return "..".join(_moment(each) for each in period)


def _runs(runs: Sequence[tuple[int, int]]) -> str:
    return ",".join(f"{first}-{last}" for first, last in runs)


def _document(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _plainly(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


_WRITTEN: Mapping[str, Callable[[Any], str]] = {
    "steps": _steps,
    "names": _names,
    "groups": _groups,
    "fields": ", ".join,
    "moment": _moment,
    "period": _period,
    "runs": _runs,
    "condition": _document,
    "conditions": _document,
    "stage_set": _document,
}
