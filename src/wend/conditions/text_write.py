"""A condition in the text form, as people diff it: one leaf a line, groups as headings with their parts indented."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from wend.conditions import units
from wend.conditions.codecs import FIELDS
from wend.conditions.shapes import shape_of
from wend.conditions.text_clause import MEASURED
from wend.conditions.text_words import named, quoted
from wend.conditions.tree import (
    EVER,
    ONCE,
    Account,
    Answer,
    Beside,
    Compared,
    Computed,
    Condition,
    Consent,
    Day,
    Did,
    End,
    Frame,
    Group,
    Happening,
    Identified,
    InList,
    InOrder,
    InSegment,
    Known,
    Leaf,
    Measure,
    Number,
    Of,
    Operator,
    Range,
    Share,
    Silent,
    Slower,
    Stage,
    Test,
    Trait,
    Value,
)
from wend.conditions.values import THOUSAND

_INDENT = "  "
_WORDS = {kind: word for word, kind in MEASURED.items()}
_KINDS = {
    "event": "",
    "touchpoint": "touchpoint ",
    "stage": "entering ",
    "entered_segment": "entering segment ",
    "left_segment": "leaving segment ",
}
_BESIDE: dict[Beside, str] = {
    "same_as": "same as",
    "other_than": "not same as",
    "at_least": "at least",
    "at_most": "at most",
    "more_than": "more than",
    "less_than": "less than",
}
_OPERATORS: dict[Operator, str] = {
    "is": "is",
    "is_not": "is not",
    "contains": "contains",
    "starts_with": "starts with",
    "at_least": "at least",
    "at_most": "at most",
    "more_than": "more than",
    "less_than": "less than",
    "present": "is known",
    "absent": "is not known",
}


def written(condition: Condition) -> str:
    """The canonical text; `text_read.parse` gives the same condition back."""
    return "".join(f"{line}\n" for line in _lines(condition, 0))


def written_test(test: Test) -> str:
    """What must be true of an event; `text_read.parse_test` gives the same test back."""
    return _test(test)


def _lines(condition: Condition, level: int) -> list[str]:
    if not isinstance(condition, Group):
        return [_INDENT * level + _leaf(condition)]
    parts = [line for part in condition.parts for line in _lines(part, level + 1)]
    return [f"{_INDENT * level}{condition.kind} of:", *parts]


def _leaf(leaf: Leaf) -> str:
    match leaf:
        case Did():
            if shape_of(leaf) == "did_not":
                return f"did not {_happening(leaf.what)}{_frame(leaf.frame)}"
            times = "" if leaf.times == ONCE else f" {_limits(leaf.times, str)} times"
            return f"did {_happening(leaf.what)}{times}{_frame(leaf.frame)}"
        case Measure():
            return _measure(leaf)
        case End():
            return f"{leaf.kind} {_happening(leaf.what)}{_frame(leaf.frame)} has {_test(leaf.test)}"
        case InOrder():
            return _order(leaf)
        case Silent():
            what = "" if leaf.what == Happening("anything") else f" {_happening(leaf.what)}"
            return f"silent{what} for {units.written_duration(leaf.seconds)}"
        case Slower():
            what = "" if leaf.what == Happening("anything") else f" in {_happening(leaf.what)}"
            return f"slower than usual by {_number(leaf.times)} times{what}"
        case Stage():
            long = f" for {units.written_duration(leaf.seconds)}" if leaf.seconds else ""
            came = f" coming from {named(leaf.came_from)}" if leaf.came_from else ""
            return f"in stage {named(leaf.stage)}{_of_set(leaf.stage_set)}{long}{came}"
        case InSegment():
            return f"in segment {named(leaf.key)}"
        case Computed():
            return f"computed {_test(leaf.test)}"
        case Answer():
            at = f" at event {' or '.join(map(named, leaf.names))}" if leaf.names else ""
            return f"answered {leaf.scale} {_limits(leaf.range, _number)}{at}{_frame(leaf.frame)}"
        case _:
            return _known(leaf)


def _known(leaf: Known) -> str:
    match leaf:
        case Trait():
            fresh = "" if leaf.fresh is None else f" told in the last {units.written_duration(leaf.fresh)}"
            return f"trait {_test(leaf.test)}{fresh}"
        case Account():
            return f"account {_test(leaf.test)}"
        case Identified():
            return f"known by {leaf.kind}"
        case Consent():
            return f"consent to {named(leaf.purpose)} by {named(leaf.channel)} is {leaf.state}"
        case Day():
            kind = "anniversary of" if leaf.yearly else "date"
            return f"{kind} {named(leaf.trait)} {_limits(leaf.days, str)} days from today"
        case Share():
            return f"share {_number(leaf.low)} to {_number(leaf.high)} % as {named(leaf.salt)}"
        case InList():
            return f"in list {named(leaf.key)}"
        case _:
            assert_never(leaf)


def _measure(leaf: Measure) -> str:
    different = leaf.kind == "distinct"
    of = leaf.of if different else Of(leaf.of.source, leaf.of.name)
    currency = "" if different else leaf.of.currency
    limits = _limits(leaf.range, lambda number: _money(_number(number), currency))
    word = "sum of" if leaf.kind == "sum" else _WORDS[leaf.kind]
    return f"{word} {_of(of)} over {_happening(leaf.what)}{_frame(leaf.frame)} is {limits}"


def _order(leaf: InOrder) -> str:
    steps = " then ".join(
        " without ".join((_happening(step.what, step.compared), *map(_happening, step.without))) for step in leaf.steps
    )
    within = "" if leaf.within is None else f" within {units.written_duration(leaf.within)}"
    return f"in order {steps}{within}{_frame(leaf.frame)}"


def _happening(what: Happening, compared: tuple[Compared, ...] = ()) -> str:
    said = [*map(_test, what.where), *map(_beside, compared)]
    tests = f"[{' and '.join(said)}]" if said else ""
    if what.kind == "anything":
        return f"anything{tests}"
    return f"{_KINDS[what.kind]}{' or '.join(map(named, what.names))}{_of_set(what.stage_set)}{tests}"


def _beside(compared: Compared) -> str:
    return f"{_of(compared.of)} {_BESIDE[compared.operator]} step {compared.step}"


def _of_set(stage_set: str) -> str:
    return f" of {named(stage_set)}" if stage_set else ""


def _test(test: Test) -> str:
    of = _of(Of(test.source, test.name, "" if test.values else test.currency))
    values = " or ".join(_money(_value(value), test.currency) for value in test.values)
    return " ".join(filter(None, (of, _OPERATORS[test.operator], values, "loosely" if test.loosely else "")))


def _of(of: Of) -> str:
    if of.source == "field":
        return of.name + (f" in {of.currency}" if of.currency else "")
    return f"property {named(of.name)}" if of.source == "property" and of.name in FIELDS else named(of.name)


def _value(value: Value) -> str:
    return _number(value.thousandths) if isinstance(value, Number) else quoted(value)


def _frame(frame: Frame) -> str:
    if frame == EVER:
        return ""
    last = "" if frame.last is None else f" in the last {units.written_duration(frame.last)}"
    begin = "" if frame.from_at is None else f" from {units.written_moment(frame.from_at)}"
    before = "" if frame.before is None else f" before {units.written_moment(frame.before)}"
    return last + begin + before + ("" if frame.since is None else f" since {_happening(frame.since)}")


def _limits(limits: Range, number: Callable[[int], str]) -> str:
    low, high = limits.low, limits.high
    if low is not None and low == high:
        return f"exactly {number(low)}"
    if low is not None and high is not None:
        return f"between {number(low)} and {number(high)}"
    return f"at least {number(low)}" if low is not None else f"at most {number(high or 0)}"


def _money(number: str, currency: str) -> str:
    return f"{number} {currency}" if currency else number


def _number(thousandths: int) -> str:
    whole, rest = divmod(abs(thousandths), THOUSAND)
    grouped = f"{whole:,}".replace(",", " ") if whole >= 10 * THOUSAND else str(whole)
    told = grouped + (f".{rest:03d}".rstrip("0") if rest else "")
    return f"-{told}" if thousandths < 0 else told
