"""What clauses of the text form are made of: happenings, tests of values, limits."""

from __future__ import annotations

from collections.abc import Callable

from wend.conditions import errors
from wend.conditions.codecs import FIELDS
from wend.conditions.text_cursor import Cursor
from wend.conditions.tree import Beside, Compared, Happening, HappeningKind, Of, Operator, Range, Source, Test, Value

_KINDS: dict[str, HappeningKind] = {
    "event": "event",
    "touchpoint": "touchpoint",
    "entering": "stage",
    "leaving": "left_segment",
}
_COMPARED: dict[str, Operator] = {
    "at least": "at_least",
    "at most": "at_most",
    "more than": "more_than",
    "less than": "less_than",
    "contains": "contains",
    "starts with": "starts_with",
}
_BESIDE: dict[str, Beside] = {
    "same as": "same_as",
    "not same as": "other_than",
    "at least": "at_least",
    "at most": "at_most",
    "more than": "more_than",
    "less than": "less_than",
}
_SIGNS: dict[str, Operator] = {
    ">=": "at_least",
    "<=": "at_most",
    ">": "more_than",
    "<": "less_than",
    "=": "is",
    "!=": "is_not",
}
_MANY: tuple[Operator, ...] = ("is", "is_not")


def happening(at: Cursor) -> Happening:
    """Names, what kind they are of, and tests in square brackets behind them."""
    return step(at, compares=False)[0]


def step(at: Cursor, *, compares: bool = True) -> tuple[Happening, tuple[Compared, ...]]:
    """The same, and what of it is compared with earlier steps: `[price less than step 1]`."""
    if at.word("anything"):
        tests, compared = _tests(at, compares=compares)
        return Happening("anything", (), tests), compared
    kind = _KINDS[at.word(*_KINDS) or "event"]
    if kind == "left_segment":
        at.needed(at.word("segment"))
    elif kind == "stage" and at.word("segment"):
        kind = "entered_segment"
    found = names(at)
    stage_set = at.name() if kind == "stage" and at.word("of") else ""
    tests, compared = _tests(at, compares=compares)
    return Happening(kind, found, tests, stage_set), compared


def names(at: Cursor) -> tuple[str, ...]:
    """One name, or several with "or"."""
    found = [at.name()]
    while at.word("or"):
        found.append(at.name())
    return tuple(found)


def _tests(at: Cursor, *, compares: bool) -> tuple[tuple[Test, ...], tuple[Compared, ...]]:
    tests: list[Test] = []
    compared: list[Compared] = []
    more = bool(at.sign("["))
    while more:
        what = of(at)
        beside = _beside(at) if compares else None
        if beside is not None:
            compared.append(Compared(what, *beside))
        else:
            tests.append(_test_of(at, what))
        more = bool(at.word("and") or at.sign(","))
        if not more:
            at.needed(at.sign("]"))
    return tuple(tests), tuple(compared)


def _beside(at: Cursor) -> tuple[Beside, int] | None:
    for phrase, operator in _BESIDE.items():
        if at.words(f"{phrase} step"):
            return operator, at.whole()
    return None


def of(at: Cursor, source: Source = "property") -> Of:
    """What is looked at: a field of events by its own word, else a property (or a trait) by name."""
    if source == "property" and not at.word("property"):
        field = at.word(*FIELDS)
        if field:
            return Of("field", field, at.needed(at.currency()) if at.word("in") else "")
    return Of(source, at.name())


def test(at: Cursor, source: Source = "property") -> Test:
    """A statement about a value: `price at least 100`, `channel is zalo or web`, `amount at least 500 000 VND`."""
    return _test_of(at, of(at, source))


def _test_of(at: Cursor, what: Of) -> Test:
    operator = _operator(at)
    values: tuple[Value, ...] = ()
    currency = what.currency
    if operator not in ("present", "absent"):
        values, currency = _values(at, operator, what)
    loosely = bool(at.word("loosely"))
    return Test(what.source, what.name, operator, values, loosely, currency)


def _operator(at: Cursor) -> Operator:
    said = bool(at.word("is"))
    for phrase, operator in _COMPARED.items():
        if at.words(phrase):
            return operator
    if not said:
        return _SIGNS[at.needed(at.sign(*_SIGNS))]
    negated = bool(at.word("not"))
    if at.word("known"):
        return "absent" if negated else "present"
    return "is_not" if negated else "is"


def _values(at: Cursor, operator: Operator, what: Of) -> tuple[tuple[Value, ...], str]:
    found: list[Value] = []
    currency = what.currency
    while True:
        found.append(at.value())
        currency = _one_currency(at, currency)
        if operator not in _MANY or not at.word("or"):
            return tuple(found), currency


def _one_currency(at: Cursor, before: str) -> str:
    token = at.here
    found = at.currency()
    if found and before not in ("", found):
        raise errors.TextUnreadable(token.line, token.column, found, (before,))
    return found or before


def limits(at: Cursor, number: Callable[[], int]) -> Range | None:
    """`at least 3`, `at most 3`, `exactly 3`, `between 3 and 5`; None where none of them comes next."""
    if at.words("at least"):
        return Range(low=number())
    if at.words("at most"):
        return Range(high=number())
    if at.word("exactly"):
        both = number()
        return Range(both, both)
    if not at.word("between"):
        return None
    low = number()
    at.needed(at.word("and"))
    token = at.here
    high = number()
    if high < low:
        raise errors.TextUnreadable(token.line, token.column, token.text, (">=",))
    return Range(low, high)


def money(at: Cursor, measured: Of) -> tuple[Range, Of]:
    """Limits of a number, each perhaps with a currency, which is then what is measured."""
    currency = measured.currency

    def number() -> int:
        nonlocal currency
        found = at.number()
        currency = _one_currency(at, currency)
        return found

    found = at.needed(limits(at, number))
    return found, Of(measured.source, measured.name, currency)
