"""Parameters as people write them: "a > b | c[size=big] > d", "7d", "30m", "2026-07-01", "2026-06-01..2026-07-01"."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from wend.conditions import document, text_read
from wend.kit.clock import epoch_seconds
from wend.questions.errors import (
    BadChoice,
    BadConditions,
    BadDuration,
    BadGroups,
    BadMoment,
    BadNumber,
    BadPeriod,
    BadRuns,
    BadSteps,
    FileFromOutside,
    MissingParameter,
    UnknownParameter,
    UnreadableFile,
)
from wend.questions.specs import Parameter, Question
from wend.touchpoints import facade as touchpoints

SECONDS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 7 * 86_400}
MOST_STEPS = 62
Steps = tuple[tuple[str, ...], ...]
Groups = tuple[tuple[str, tuple[str, ...]], ...]
"""Names with what they stand for."""

_YEAR_1, _YEAR_10000 = -62_135_596_800, 253_402_300_800
_DURATION = re.compile(r"\s*(\d{1,9})\s*([smhdw]?)\s*")
_GROUP = re.compile(r'\s*("[^"]+"|[^"=;>|]+?)\s*=((?:[^";]|"[^"]*")*)(?:;\s*|$)')
_RUN = re.compile(r"\s*(\d{1,4})\s*(?:[-–]\s*(\d{1,4})\s*)?")
_MOST_RUN = 1_000
_PIECES = re.compile(r'"([^"]*)"\s*(\[[^\]]*\])?|([>|])|((?:[^">|\[\]]|\[[^\]]*\])+)|(.)')
"""A name in quotes, a sign, a plain name with what stands behind it in brackets; anything else cannot be read."""


def steps(written: str) -> Steps:
    """Steps joined by ">", each one name or several joined by "|"; names with those signs stand in double quotes.
    Conditions stay with their name, in brackets.

    >>> steps('cart.filled[amount>=5] > order.placed | "a > b"')
    (('cart.filled[amount>=5]',), ('order.placed', 'a > b'))
    """
    made: list[list[str]] = [[]]
    open_for_name = True
    for quoted, conditions, sign, plain, odd in _PIECES.findall(written):
        if not sign and not quoted and not plain.strip() and not odd:
            continue
        if bool(sign) == open_for_name or odd:
            raise BadSteps(steps=written, most=MOST_STEPS)
        open_for_name = bool(sign)
        if sign == ">":
            made.append([])
        elif not sign:
            made[-1].append(quoted + conditions or plain.strip())
    if open_for_name or len(made) > MOST_STEPS:
        raise BadSteps(steps=written, most=MOST_STEPS)
    return tuple(tuple(step) for step in made)


def names(written: str | Sequence[str]) -> tuple[str, ...]:
    """Names joined by "|", or a list of them.

    >>> names('page.seen | "a | b"')
    ('page.seen', 'a | b')
    """
    if not isinstance(written, str):
        return tuple(str(name) for name in written)
    read = steps(written)
    if len(read) != 1:
        raise BadSteps(steps=written, most=1)
    return read[0]


def groups(written: str | Mapping[str, Sequence[str]]) -> Groups:
    """Names and what they stand for, one after another with ";", or a dictionary of lists.

    >>> groups("shop = cart.filled | order.placed; page = page.seen")
    (('shop', ('cart.filled', 'order.placed')), ('page', ('page.seen',)))
    """
    if not isinstance(written, str):
        return tuple((str(name), names(members)) for name, members in written.items())
    made: list[tuple[str, tuple[str, ...]]] = []
    at = 0
    while at < len(written):
        found = _GROUP.match(written, at)
        if not found:
            raise BadGroups(groups=written)
        made.append((found[1].strip('"').strip(), names(found[2])))
        at = found.end()
    return tuple(made)


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


def period(written: str | Sequence[Any]) -> tuple[int, int]:
    """The first moment and the one after the last: "2026-06-01..2026-07-01", or both in a list.

    >>> period("1970-01-01..1970-01-02")
    (0, 86400)
    """
    ends = written.split("..") if isinstance(written, str) else list(written)
    if len(ends) != 2:
        raise BadPeriod(period=str(written))
    first, end = moment(ends[0]), moment(ends[1])
    if first >= end:
        raise BadPeriod(period=str(written))
    return first, end


def number(written: str | int, least: int, most: int) -> int:
    """A whole number within its bounds, both of them allowed.

    >>> number("5", 1, 20)
    5
    """
    if not re.fullmatch(r"\s*\d{1,9}\s*", str(written)) or not least <= int(written) <= most:
        raise BadNumber(number=str(written), least=least, most=most)
    return int(written)


def choice(written: str, choices: Sequence[str]) -> str:
    """One of a few words.

    >>> choice("first", ("first", "every"))
    'first'
    """
    if written not in choices:
        raise BadChoice(written, choices)
    return written


def flag(written: str | bool) -> bool:
    """Yes or no.

    >>> flag("yes"), flag(False)
    (True, False)
    """
    return choice(str(written).lower(), ("yes", "no", "true", "false")) in ("yes", "true")


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
    found = [_RUN.fullmatch(piece) for piece in pieces]
    read = tuple((int(each[1]), int(each[2] or each[1])) for each in found if each)
    borders = [border for run in read for border in run]
    apart = all(a[1] < b[0] for a, b in itertools.pairwise(read))
    if not all(found) or not apart or any(a > b for a, b in read) or max(borders, default=0) > _MOST_RUN:
        raise BadRuns(runs=str(written), most=f"{_MOST_RUN:,}")
    return read


def fields(written: str | Sequence[str]) -> tuple[str, ...]:
    """Names of traits or properties between commas, or a list of them.

    >>> fields("platform, province")
    ('platform', 'province')
    """
    each = written.split(",") if isinstance(written, str) else written
    return tuple(name.strip() for name in each if name.strip())


def file(written: object, parameter: str) -> Path:
    """A file of whoever asks on this machine; a text from outside names none."""
    if not isinstance(written, Path):
        raise FileFromOutside(parameter=parameter)
    return written


def condition(written: object) -> dict[str, Any]:
    """A condition as its canonical document: from a file or a text in either form, or from a document that is read
    already.
    """
    if isinstance(written, Path):
        try:
            return document.to_json(text_read.of_any_form(written.read_bytes(), written.name))
        except OSError as refused:
            raise UnreadableFile(file=written.name, reason=refused.strerror or str(refused)) from refused
    if isinstance(written, dict):
        return document.to_json(document.from_json(written))
    return document.to_json(text_read.of_any_form(str(written)))


def stage_set(written: object) -> str | dict[str, Any]:
    """The key of a stage set, or one that may not be saved, as its document: from a file, or from the document, read or
    not.
    """
    if isinstance(written, str) and not written.lstrip().startswith("{"):
        return written.strip()
    if not isinstance(written, Path | str | dict):
        raise BadChoice(str(written), ())
    return touchpoints.document_of(touchpoints.read_stage_set(written))


def conditions(written: object, least: int, most: int) -> dict[str, dict[str, Any]]:
    """Several conditions by name, as canonical documents: {name: document} or a list of documents, read or as JSON;
    from Python also files, which give their names.
    """
    if isinstance(written, str):
        try:
            written = json.loads(written)
        except ValueError as odd:
            raise BadConditions(least=least, most=most) from odd
    if isinstance(written, Mapping):
        named = [(str(name).strip(), value) for name, value in written.items()]
    elif isinstance(written, Sequence):
        named = [_named(place, each) for place, each in enumerate(written, 1)]
    else:
        raise BadConditions(least=least, most=most)
    read = {name: condition(each) for name, each in named}
    if not least <= len(named) <= most or len(read) < len(named) or "" in read:
        raise BadConditions(least=least, most=most)
    return read


def _named(place: int, each: Any) -> tuple[str, Any]:
    """A condition of a list with its name: its own, its file's, or its place."""
    if isinstance(each, tuple) and len(each) == 2:
        return str(each[0]).strip(), each[1]
    return each.stem if isinstance(each, Path) else str(place), each


def parameters(question: Question, given: Mapping[str, Any]) -> dict[str, Any]:
    """The question's parameters, read and with their defaults; raises for unknown, missing and unreadable ones."""
    given = {name.removesuffix("_"): value for name, value in given.items()}  # `return` is a word of Python's own
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
    match parameter.kind:
        case "number":
            return number(value, parameter.least, parameter.most)
        case "choice":
            return choice(str(value), parameter.choices)
        case "file":
            return file(value, parameter.name)
        case "conditions":
            return conditions(value, parameter.least, parameter.most)
    return _READ.get(parameter.kind, str)(value)


_READ: Mapping[str, Callable[[Any], Any]] = {
    "steps": lambda value: steps(value) if isinstance(value, str) else _listed(value),
    "names": names,
    "groups": groups,
    "fields": fields,
    "duration": duration,
    "moment": moment,
    "period": period,
    "flag": flag,
    "every": every,
    "runs": runs,
    "condition": condition,
    "stage_set": stage_set,
}


def _listed(value: Any) -> Steps:
    """Steps given as a list, from Python: each a name or a list of names."""
    read = tuple((step,) if isinstance(step, str) else tuple(str(name) for name in step) for step in value)
    if not read or not all(read) or len(read) > MOST_STEPS:
        raise BadSteps(steps=str(value), most=MOST_STEPS)
    return read
