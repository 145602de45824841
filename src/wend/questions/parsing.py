"""Parameters as people write them: "a > b | c > d", "7d", "30m", "2026-07-01"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from wend.kit.clock import epoch_seconds
from wend.questions.errors import (
    BadChoice,
    BadDuration,
    BadMoment,
    BadSteps,
    FileFromOutside,
    MissingParameter,
    UnknownParameter,
)
from wend.questions.specs import Parameter, Question

SECONDS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 7 * 86_400}
MOST_STEPS = 62
Steps = tuple[tuple[str, ...], ...]

_YEAR_1, _YEAR_10000 = -62_135_596_800, 253_402_300_800
_DURATION = re.compile(r"\s*(\d{1,9})\s*([smhdw]?)\s*")
_PIECES = re.compile(r'"([^"]*)"|([>|])|([^">|]+)')


def steps(written: str) -> Steps:
    """Steps joined by ">", each one name or several joined by "|"; names with those signs stand in double quotes.

    >>> steps('cart.filled > order.placed | "a > b"')
    (('cart.filled',), ('order.placed', 'a > b'))
    """
    made: list[list[str]] = [[]]
    open_for_name = True
    for quoted, sign, plain in _PIECES.findall(written):
        if not sign and not quoted and not plain.strip():
            continue
        if bool(sign) == open_for_name:
            raise BadSteps(steps=written, most=MOST_STEPS)
        open_for_name = bool(sign)
        if sign == ">":
            made.append([])
        elif not sign:
            made[-1].append(quoted or plain.strip())
    if open_for_name or len(made) > MOST_STEPS:
        raise BadSteps(steps=written, most=MOST_STEPS)
    return tuple(tuple(step) for step in made)


def duration(written: str | int) -> int:
    """Seconds of "45s", "30m", "12h", "7d", "2w"; a bare number is seconds.

    >>> duration("7d")
    604800
    """
    found = _DURATION.fullmatch(str(written))
    if not found:
        raise BadDuration(duration=str(written))
    return int(found[1]) * SECONDS[found[2] or "s"]


def moment(written: str | int) -> int:
    """Epoch seconds of a date, a date with a time (UTC where it says no zone), or whole seconds since 1970.

    >>> moment("1970-01-02")
    86400
    """
    if isinstance(written, int) or re.fullmatch(r"-?\d{5,18}", written.strip()):
        if not _YEAR_1 <= int(written) < _YEAR_10000:
            raise BadMoment(moment=str(written))
        return int(written)
    try:
        read = datetime.fromisoformat(written.strip())
    except ValueError as error:
        raise BadMoment(moment=written) from error
    return epoch_seconds(read if read.tzinfo else read.replace(tzinfo=UTC))


def parameters(question: Question, given: Mapping[str, Any]) -> dict[str, Any]:
    """The question's parameters, read and with their defaults; raises for unknown, missing and unreadable ones."""
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in given:
        if name not in known:
            raise UnknownParameter(name, known)
    return {name: _read(parameter, given.get(name)) for name, parameter in known.items()}


def _read(parameter: Parameter, value: Any) -> Any:
    if value is None or value == "":
        if parameter.required:
            raise MissingParameter(parameter=parameter.name)
        value = parameter.default
    if value == "":
        return None
    if parameter.kind == "steps":
        return steps(value) if isinstance(value, str) else _listed(value)
    if parameter.choices and str(value) not in parameter.choices:
        raise BadChoice(str(value), parameter.choices)
    if parameter.kind == "file" and not isinstance(value, Path):
        raise FileFromOutside(parameter=parameter.name)
    if parameter.kind == "duration":
        return duration(value)
    return moment(value) if parameter.kind == "moment" else str(value)


def _listed(value: Any) -> Steps:
    """Steps given as a list, from Python: each a name or a list of names."""
    read = tuple((step,) if isinstance(step, str) else tuple(str(name) for name in step) for step in value)
    if not read or not all(read) or len(read) > MOST_STEPS:
        raise BadSteps(steps=str(value), most=MOST_STEPS)
    return read
