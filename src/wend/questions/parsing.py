"""Parameters as people write them: "a > b | c > d", "7d", "30m", "2026-07-01"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from wend.kit.clock import epoch_seconds
from wend.questions.errors import (
    BadChoice,
    BadDuration,
    BadMoment,
    BadNumber,
    BadRuns,
    BadSteps,
    MissingParameter,
    UnknownParameter,
)
from wend.questions.specs import Parameter, Question

SECONDS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 7 * 86_400}
MOST_STEPS = 62
MOST_NUMBER = 1_000
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


def names(written: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Names of which any one is meant: "a | b", or a list of them from Python.

    >>> names("order.placed | order.paid")
    ('order.placed', 'order.paid')
    """
    read = steps(written) if isinstance(written, str) else _listed([list(written)])
    if len(read) != 1:
        raise BadSteps(steps=str(written), most=1)
    return read[0]


def number(written: str | int) -> int:
    """A whole number from 1 to 1,000."""
    if not re.fullmatch(r"\s*\d{1,4}\s*", str(written)) or not 1 <= int(written) <= MOST_NUMBER:
        raise BadNumber(number=str(written), most=f"{MOST_NUMBER:,}")
    return int(written)


def every(written: str | int) -> str | int:
    """A period of the calendar by name, or the seconds of a window that begins when the customer does."""
    known = ("day", "week", "month")
    if str(written).strip() in known:
        return str(written).strip()
    if str(written).strip().isalpha():
        raise BadChoice(str(written), [*known, "24h"])
    seconds = duration(written)
    if not seconds:
        raise BadDuration(duration=str(written))
    return seconds


def runs(written: str | list[str] | tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Runs of periods, in order and apart: "0,1-3,4-7".

    >>> runs("0,1-3,4-7")
    ((0, 0), (1, 3), (4, 7))
    """
    pieces = written.split(",") if isinstance(written, str) else [str(each) for each in written]
    found = [re.fullmatch(r"\s*(\d{1,4})\s*(?:[-–]\s*(\d{1,4})\s*)?", piece) for piece in pieces]
    read = tuple((int(each[1]), int(each[2] or each[1])) for each in found if each)
    borders = [border for run in read for border in run]
    apart = all(a[1] < b[0] for a, b in itertools.pairwise(read))
    if not all(found) or not apart or any(a > b for a, b in read) or max(borders, default=0) > MOST_NUMBER:
        raise BadRuns(runs=str(written), most=f"{MOST_NUMBER:,}")
    return read


def parameters(question: Question, given: Mapping[str, Any]) -> dict[str, Any]:
    """The question's parameters, read and with their defaults; raises for unknown, missing and unreadable ones."""
    known = {parameter.name: parameter for parameter in question.parameters}
    given = {name.removesuffix("_"): value for name, value in given.items()}  # `return` is a word of Python's own
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
    read = _READERS.get(parameter.kind, str)
    return read(value)


_READERS: dict[str, Callable[[Any], Any]] = {
    "duration": duration,
    "moment": moment,
    "names": names,
    "number": number,
    "every": every,
    "runs": runs,
}


def _listed(value: Any) -> Steps:
    """Steps given as a list, from Python: each a name or a list of names."""
    read = tuple((step,) if isinstance(step, str) else tuple(str(name) for name in step) for step in value)
    if not read or not all(read) or len(read) > MOST_STEPS:
        raise BadSteps(steps=str(value), most=MOST_STEPS)
    return read
