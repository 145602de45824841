"""What a touchpoint's rule asks of an event beside its name: tests as they stand in conditions, by their documents.

Registries from before asked of properties alone, in a shape of their own; what they asked is read as it was meant.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from wend.conditions import checking, codecs, sentence, text_read, text_write, values
from wend.conditions.called import BY_KEY, Called
from wend.conditions.codecs import TEST
from wend.conditions.tree import Did, Happening, Test
from wend.conditions.units import plain_number
from wend.domain.touchpoint import EventRule, Touchpoint
from wend.kit.errors import Mistake
from wend.kit.texts import Language

Written = Mapping[str, Any]
_BEFORE = {"property", "operator"}


def usable(written: Written) -> Test | None:
    """The test of a document; None for one that cannot be used, which no event passes.

    >>> usable({"field": "amount", "at_least": 500_000, "currency": "VND"}).currency
    'VND'
    """
    try:
        return checked(written)
    except Mistake:
        return None


def checked(written: Written, currencies: Collection[str] | None = None) -> Test:
    """The test of a document that makes sense; raises what a condition that asks it is refused for. `currencies` are
    those of the log, beside the ones of ISO 4217.
    """
    found: Test = TEST.read(dict(written), "where")
    checking.check(Did(Happening("anything", (), (found,))), checking.Catalogue(currencies=currencies))
    return found


def said(rule: EventRule, language: Language, called: Called = BY_KEY) -> str:
    """What a rule asks of an event beside its name and channel, in words; "" where it asks nothing."""
    tests = tuple(filter(None, map(usable, rule.where)))
    return sentence.tests(tests, language, called)


def of_text(text: str) -> dict[str, Any]:
    """The document of a test in the text form, such as `amount at least 500 000 VND`. Raises TextUnreadable."""
    return written(text_read.parse_test(text))


def texts_of(rule: EventRule) -> tuple[str, ...]:
    """The tests of a rule in the text form; one that cannot be read is left out."""
    return tuple(text_write.written_test(each) for each in filter(None, map(usable, rule.where)))


def written(test: Test) -> dict[str, Any]:
    """The document of a test."""
    told: dict[str, Any] = TEST.write(test)
    return told


def anew(touchpoint: Touchpoint) -> Touchpoint:
    """The touchpoint with its tests as conditions write them; one that cannot be read stays as it is."""
    where = tuple(_canonical(each) for each in _as_meant(touchpoint.rule.where))
    return replace(touchpoint, rule=replace(touchpoint.rule, where=where))


def _canonical(found: Written) -> Written:
    try:
        return written(TEST.read(dict(found), "where"))
    except Mistake:
        return found


def _as_meant(where: Iterable[Written]) -> Iterator[Written]:
    for each in where:
        if each.keys() >= _BEFORE:
            yield from _from_before(each)
        else:
            yield each


def _from_before(old: Written) -> Iterator[Written]:
    """A test as it was meant: `contains` was loose where nobody said otherwise, a word that was no number passed no
    comparison, and of a blank one `is not` was always true and `contains` true of whatever was there.
    """
    operator, value = str(old["operator"]), str(old.get("value", ""))
    blank = values.given(value) is None
    if operator == "is_not" and blank:
        return
    told: dict[str, Any] = {"property": old["property"]}
    if operator in codecs.ALONE:
        yield told | {operator: True}
    elif operator in ("contains", "starts_with") and blank:
        yield told | {"present": True}
    elif operator in codecs.OF_NUMBERS:
        limit = values.number(value)
        yield told | {operator: value if limit is None else plain_number(limit)}
    else:
        given = old.get("loosely")
        loosely = operator == "contains" if given is None else bool(given)
        yield told | {operator: value} | ({"loosely": True} if loosely else {})
