"""How each kind of value stands in a document: read, written, and described for the schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, get_args

from wend.conditions import errors, units
from wend.conditions.tree import (
    Beside,
    Compared,
    ConsentState,
    FieldName,
    Frame,
    Happening,
    HappeningKind,
    Number,
    Of,
    Operator,
    Range,
    Source,
    Step,
    Test,
    Value,
)
from wend.domain.event import IDENTIFIER_KINDS, SCALES
from wend.domain.names import composed

Json: TypeAlias = dict[str, Any]
REQUIRED: Any = object()
OPERATORS: tuple[Operator, ...] = get_args(Operator)
BESIDE: tuple[Beside, ...] = get_args(Beside)
FIELDS: tuple[FieldName, ...] = get_args(FieldName)
ALONE: tuple[Operator, ...] = ("present", "absent")
OF_NUMBERS: tuple[Operator, ...] = ("at_least", "at_most", "more_than", "less_than")
LONGEST_NAME, MOST_NAMES, MOST_STEPS = 200, 50, 12
_OBJECT, _LIST, _TEXT = "{…}", "[{…}]", '"…"'
_CURRENCY = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value. One with `keys` is spread among the keys of the object that it stands in."""

    read: Callable[[Any, str], Any]
    write: Callable[[Any], Any]
    schema: Json
    keys: tuple[str, ...] = ()
    needs: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """An attribute of a leaf, under its key, or (`key` empty) spread among the leaf's own keys."""

    attribute: str
    key: str
    kind: Kind
    default: Any = REQUIRED


@dataclass(frozen=True, slots=True)
class Shape:
    """A leaf in a document: what it becomes, what is fixed by its name, and its parts."""

    made: Callable[..., Any]
    parts: tuple[Part, ...]
    fixed: Mapping[str, Any] = field(default_factory=dict)

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key that may stand in it."""
        return tuple(key for part in self.parts for key in ((part.key,) if part.key else part.kind.keys))


def only(found: Json, known: tuple[str, ...], at: str) -> None:
    """Raise UnknownKey for the first key that is not known."""
    for key in found:
        if key not in known:
            raise errors.UnknownKey(at, key, known)


def _object(value: Any, at: str) -> Json:
    if not isinstance(value, dict):
        raise errors.Unreadable(at, _OBJECT, value)
    return value


def _name(value: Any, at: str) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_NAME:
        raise errors.Unreadable(at, _TEXT, value)
    return composed(value).strip()


def _names(value: Any, at: str) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else [value]
    if not listed or len(listed) > MOST_NAMES:
        raise errors.Unreadable(at, f'["…"] (1–{MOST_NAMES})', value)
    return tuple(_name(each, at) for each in listed)


def _one_or_all(values: tuple[Any, ...]) -> Any:
    return values[0] if len(values) == 1 else list(values)


def _duration(value: Any, at: str) -> int:
    read = units.duration(value) if isinstance(value, str) else None
    if read is None:
        raise errors.Unreadable(at, '"30d" (s, m, h, d, w)', value)
    return read


def _moment(value: Any, at: str) -> int:
    read = units.moment(value) if isinstance(value, str) else None
    if read is None:
        raise errors.Unreadable(at, '"2026-06-01"', value)
    return read


def _number(value: Any, at: str) -> int:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    read = units.thousandths(value) if number else None
    if read is None:
        raise errors.Unreadable(at, "1.125", value)
    return read


def _whole(value: Any, at: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > 10**9:
        raise errors.Unreadable(at, "3", value)
    return value


def _flag(value: Any, at: str) -> bool:
    if not isinstance(value, bool):
        raise errors.Unreadable(at, "true, false", value)
    return value


def _currency(value: Any, at: str) -> str:
    if not isinstance(value, str) or not _CURRENCY.fullmatch(value):
        raise errors.Unreadable(at, '"VND"', value)
    return value


def _range(read: Callable[[Any, str], int]) -> Callable[[Any, str], Range]:
    def made(value: Any, at: str) -> Range:
        found = _object(value, at)
        only(found, _LIMITS, at)
        if not found or ("exactly" in found and len(found) > 1):
            raise errors.Unreadable(at, "at_least, at_most, exactly", ", ".join(found) or "{}")
        if "exactly" in found:
            both = read(found["exactly"], f"{at}.exactly")
            return Range(both, both)
        low, high = (read(found[key], f"{at}.{key}") if key in found else None for key in _LIMITS[:2])
        if low is not None and high is not None and low > high:
            raise errors.Unreadable(at, "at_least ≤ at_most", f"{found['at_least']} > {found['at_most']}")
        return Range(low, high)

    return made


def _written_range(write: Callable[[int], Any]) -> Callable[[Range], Json]:
    def told(value: Range) -> Json:
        if value.low is not None and value.low == value.high:
            return {"exactly": write(value.low)}
        ends = zip(_LIMITS, (value.low, value.high), strict=False)
        return {key: write(end) for key, end in ends if end is not None}

    return told


def _value(value: Any, at: str) -> Value:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return _name(value, at)
    return Number(_number(value, at))


def _trait_test(value: Any, at: str) -> Test:
    return _test(value, at, ("trait",))


def _test(value: Any, at: str, may: tuple[Source, ...] = ("property", "field")) -> Test:
    found = _object(value, at)
    only(found, (*may, *_TESTED), at)
    sources = [key for key in may if key in found]
    used = [operator for operator in OPERATORS if operator in found]
    if len(sources) != 1 or len(used) != 1:
        raise errors.Unreadable(at, '{"property": …, "is": …}', ", ".join(found) or "{}")
    source, operator = sources[0], used[0]
    name = _name(found[source], f"{at}.{source}")
    if source == "field" and name not in FIELDS:
        raise errors.UnknownKey(f"{at}.field", name, FIELDS)
    currency = _currency(found["currency"], f"{at}.currency") if "currency" in found else ""
    loosely = _flag(found["loosely"], f"{at}.loosely") if "loosely" in found else False
    return Test(source, name, operator, _values(found[operator], operator, f"{at}.{operator}"), loosely, currency)


def _values(value: Any, operator: Operator, at: str) -> tuple[Value, ...]:
    if operator in ALONE:
        if value is not True:
            raise errors.Unreadable(at, "true", value)
        return ()
    listed = value if isinstance(value, list) else [value]
    if not 1 <= len(listed) <= (MOST_NAMES if operator in ("is", "is_not") else 1):
        raise errors.Unreadable(at, "1", value)
    return tuple(_value(each, at) for each in listed)


def _written_value(value: Value) -> Any:
    return units.plain_number(value.thousandths) if isinstance(value, Number) else value


def _written_test(test: Test) -> Json:
    values = tuple(_written_value(each) for each in test.values)
    told: Json = {test.source: test.name, test.operator: _one_or_all(values) if values else True}
    told |= {"loosely": True} if test.loosely else {}
    return told | ({"currency": test.currency} if test.currency else {})


def _of(value: Any, at: str) -> Of:
    found = _object(value, at)
    sources = [source for source in _OF_EVENTS if source in found]
    if len(sources) != 1:
        raise errors.Unreadable(at, '"property", "field"', ", ".join(found) or "{}")
    name = _name(found[sources[0]], f"{at}.{sources[0]}")
    if sources[0] == "field" and name not in FIELDS:
        raise errors.UnknownKey(f"{at}.field", name, FIELDS)
    return Of(sources[0], name, _currency(found["currency"], f"{at}.currency") if "currency" in found else "")


def _written_of(of: Of) -> Json:
    return {of.source: of.name} | ({"currency": of.currency} if of.currency else {})


def _word(words: tuple[str, ...]) -> Callable[[Any, str], str]:
    def read(value: Any, at: str) -> str:
        if value not in words:
            raise errors.Unreadable(at, " | ".join(words), value)
        return str(value)

    return read


def _tests(value: Any, at: str) -> tuple[Test, ...]:
    if not isinstance(value, list) or not 1 <= len(value) <= MOST_NAMES:
        raise errors.Unreadable(at, _LIST, value)
    return tuple(_test(each, f"{at}[{i}]") for i, each in enumerate(value))


def _happening(value: Any, at: str) -> Happening:
    found = _object(value, at)
    only(found, HAPPENING_KEYS, at)
    kinds = [kind for kind in _HAPPENINGS if kind in found]
    if len(kinds) != 1:
        raise errors.Unreadable(at, " | ".join(_HAPPENINGS), ", ".join(found) or "{}")
    kind = kinds[0]
    names = () if kind == "anything" else _names(found[kind], f"{at}.{kind}")
    if kind == "anything":
        _values(found[kind], "present", f"{at}.{kind}")
    if "set" in found and kind != "stage":
        raise errors.Unreadable(at, '{"stage": …, "set": …}', ", ".join(found))
    stage_set = _name(found["set"], f"{at}.set") if "set" in found else ""
    return Happening(kind, names, _tests(found["where"], f"{at}.where") if "where" in found else (), stage_set)


def _written_happening(what: Happening) -> Json:
    told: Json = {what.kind: _one_or_all(what.names) if what.names else True}
    told |= {"set": what.stage_set} if what.stage_set else {}
    return told | ({"where": [_written_test(test) for test in what.where]} if what.where else {})


def _frame(value: Any, at: str) -> Frame:
    found = _object(value, at)
    only(found, tuple(_FRAME), at)
    if not found:
        raise errors.Unreadable(at, " | ".join(_FRAME), "{}")
    given = {_FRAME[key][0]: _FRAME[key][1](inner, f"{at}.{key}") for key, inner in found.items()}
    return Frame(**given)


def _written_frame(frame: Frame) -> Json:
    told = ((key, getattr(frame, attribute), write) for key, (attribute, _, write) in _FRAME.items())
    return {key: write(value) for key, value, write in told if value is not None}


def _steps(value: Any, at: str) -> tuple[Step, ...]:
    if not isinstance(value, list) or not 2 <= len(value) <= MOST_STEPS:
        raise errors.Unreadable(at, f"[{{…}}] (2–{MOST_STEPS})", value)
    steps = tuple(_step(each, f"{at}[{i}]", first=i == 0) for i, each in enumerate(value))
    for i, step in enumerate(steps):
        for each in step.compared:
            if not 1 <= each.step <= i:
                raise errors.Unreadable(f"{at}[{i}].compared", f"1–{i}", each.step)
    return steps


def _step(value: Any, at: str, *, first: bool) -> Step:
    found = dict(_object(value, at))
    barred = found.pop("without", [])
    if not isinstance(barred, list) or len(barred) > MOST_NAMES or (first and barred):
        raise errors.Unreadable(f"{at}.without", _LIST, barred)
    without = tuple(_happening(each, f"{at}.without[{i}]") for i, each in enumerate(barred))
    compared = found.pop("compared", [])
    if not isinstance(compared, list) or len(compared) > MOST_NAMES or (first and compared):
        raise errors.Unreadable(f"{at}.compared", _LIST, compared)
    beside = tuple(_compared(each, f"{at}.compared[{i}]") for i, each in enumerate(compared))
    return Step(_happening(found, at), without, beside)


def _compared(value: Any, at: str) -> Compared:
    found = _object(value, at)
    only(found, (*_OF_EVENTS, "currency", *BESIDE), at)
    used = [operator for operator in BESIDE if operator in found]
    if len(used) != 1:
        raise errors.Unreadable(at, '{"property": …, "same_as": 1}', ", ".join(found) or "{}")
    return Compared(_of(found, at), used[0], _whole(found[used[0]], f"{at}.{used[0]}"))


def _written_step(step: Step) -> Json:
    without = [_written_happening(each) for each in step.without]
    told = _written_happening(step.what) | ({"without": without} if without else {})
    compared = [{**_written_of(each.of), each.operator: each.step} for each in step.compared]
    return told | ({"compared": compared} if compared else {})


_HAPPENINGS: tuple[HappeningKind, ...] = get_args(HappeningKind)
_OF_EVENTS: tuple[Source, ...] = ("property", "field")
_LIMITS = ("at_least", "at_most", "exactly")
HAPPENING_KEYS = (*_HAPPENINGS, "set", "where")
_TESTED = (*OPERATORS, "loosely", "currency")
_FRAME: dict[str, tuple[str, Callable[[Any, str], Any], Callable[[Any], Any]]] = {
    "last": ("last", _duration, units.written_duration),
    "from": ("from_at", _moment, units.written_moment),
    "before": ("before", _moment, units.written_moment),
    "since": ("since", _happening, _written_happening),
}


def _one_of(words: tuple[str, ...]) -> Kind:
    return Kind(_word(words), _same, {"enum": list(words)})


def _same(value: Any) -> Any:
    return value


def _ref(name: str) -> Json:
    return {"$ref": f"#/$defs/{name}"}


NAME = Kind(_name, _same, _ref("name"))
DURATION = Kind(_duration, units.written_duration, _ref("duration"))
NUMBER = Kind(_number, units.plain_number, {"type": "number"})
NAMES = Kind(_names, _one_or_all, _ref("names"))
FLAG = Kind(_flag, _same, {"type": "boolean"})
HAPPENING = Kind(
    _happening, _written_happening, _ref("happening"), HAPPENING_KEYS, tuple((kind,) for kind in _HAPPENINGS)
)
TIMES = Kind(_range(_whole), _written_range(_same), _ref("times"))
LIMITS = Kind(
    _range(_number),
    _written_range(units.plain_number),
    _ref("limits"),
    _LIMITS,
    (("at_least",), ("at_most",), ("exactly",)),
)
DAYS = Kind(_range(_whole), _written_range(_same), _ref("times"), _LIMITS, (("at_least",), ("at_most",), ("exactly",)))
FRAME = Kind(_frame, _written_frame, _ref("frame"))
TEST = Kind(_test, _written_test, _ref("test"))
TRAIT_TEST = Kind(
    _trait_test, _written_test, _ref("test"), ("trait", *OPERATORS, "loosely"), tuple((each,) for each in OPERATORS)
)
STEPS = Kind(_steps, lambda steps: [_written_step(step) for step in steps], _ref("steps"))
STATE, IDENTIFIER, SCALE = _one_of(get_args(ConsentState)), _one_of(IDENTIFIER_KINDS), _one_of(SCALES)
OF = Kind(_of, _written_of, _ref("of"), ("property", "field", "currency"), (("property",), ("field",)))
