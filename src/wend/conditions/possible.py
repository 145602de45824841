"""What can never hold, or nothing in the log can pass: said when a condition is written, not by an empty answer.

`check_possible` refuses what the language itself rules out. `odd` tells what the log so far speaks against: a later
event may still prove it right, so it is no mistake.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from wend.conditions import dates, errors, units, values
from wend.conditions.tree import (
    Answer,
    Day,
    Did,
    End,
    Frame,
    InOrder,
    Leaf,
    Measure,
    Number,
    Of,
    Test,
    Trait,
    happenings,
)
from wend.conditions.values import THOUSAND
from wend.domain.currencies import CURRENCIES
from wend.domain.event import scale_bounds
from wend.kit.errors import Mistake

YEAR_DAYS = 366
RATING = Of("field", "rating")
_FEELINGS = (-2 * THOUSAND, 2 * THOUSAND)
_OF_NUMBERS = ("at_least", "at_most", "more_than", "less_than")
_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Seen:
    """Some values of each property of events and of each trait, as they came."""

    properties: Mapping[str, Collection[str]]
    traits: Mapping[str, Collection[str]]


def check_possible(leaf: Leaf, currencies: Collection[str] | None = None) -> None:
    """Raises NeverHolds or UnknownCurrency; `currencies` are those of the log, beside the ones of ISO 4217."""
    for frame in _frames(leaf):
        _check_frame(frame)
    for code in (*(test.currency for test in tests_of(leaf)), *(of.currency for of in _measured(leaf))):
        if code and code not in CURRENCIES and code not in (currencies or ()):
            raise errors.UnknownCurrency(code, sorted(CURRENCIES))
    for test in tests_of(leaf):
        if (test.source, test.name) == ("field", "rating"):
            numbers = [each.thousandths for each in test.values if isinstance(each, Number)]
            _within(f"rating {test.operator}", numbers, *_FEELINGS)
    match leaf:
        case Did() if leaf.times.high is not None and leaf.times.high < 0:
            raise errors.NeverHolds(said=f"times: {leaf.times.high}", needs="≥ 0")
        case Measure(kind="average" | "smallest" | "largest", of=of) if of == RATING:
            _within(f"{leaf.kind} rating", _ends(leaf.range.low, leaf.range.high), *_FEELINGS)
        case Measure(kind="distinct") if leaf.range.high is not None and leaf.range.high < 0:
            raise errors.NeverHolds(said=f"distinct: {units.plain_number(leaf.range.high)}", needs="≥ 0")
        case Answer():
            low, high = scale_bounds(leaf.scale)
            _within(leaf.scale, _ends(leaf.range.low, leaf.range.high), low * THOUSAND, high * THOUSAND)
        case Day(yearly=True):
            days = [each * THOUSAND for each in _ends(leaf.days.low, leaf.days.high)]
            _within(f"yearly {leaf.trait}", days, 0, YEAR_DAYS * THOUSAND)


def odd(leaf: Leaf, seen: Seen) -> Iterator[Mistake]:
    """OnlyTexts and NoDates: a number, or a date, is asked of what has never been one."""
    for source, name in _asked_as_numbers(leaf):
        known = seen.properties if source == "property" else seen.traits
        yield from _unlike(errors.OnlyTexts, name, known.get(name, ()), lambda text: values.number(values.given(text)))
    if isinstance(leaf, Day):
        yield from _unlike(errors.NoDates, leaf.trait, seen.traits.get(leaf.trait, ()), dates.read)


def tests_of(leaf: Leaf) -> tuple[Test, ...]:
    """Every test that a leaf makes, of events or of what is known."""
    own = (leaf.test,) if isinstance(leaf, End | Trait) else ()
    return (*own, *(test for what in happenings(leaf) for test in what.where))


def _measured(leaf: Leaf) -> tuple[Of, ...]:
    if isinstance(leaf, Measure):
        return (leaf.of,)
    return tuple(each.of for each in leaf.compared) if isinstance(leaf, InOrder) else ()


def _frames(leaf: Leaf) -> tuple[Frame, ...]:
    frame = getattr(leaf, "frame", None)
    return (frame,) if isinstance(frame, Frame) else ()


def _check_frame(frame: Frame) -> None:
    if frame.last == 0:
        raise errors.NeverHolds(said="last: 0s", needs="≥ 1s")
    if frame.from_at is not None and frame.before is not None and frame.from_at >= frame.before:
        start, end = units.written_moment(frame.from_at), units.written_moment(frame.before)
        raise errors.NeverHolds(said=f"from: {start}, before: {end}", needs="from < before")


def _within(said: str, numbers: Iterable[int], low: int, high: int) -> None:
    for each in numbers:
        if not low <= each <= high:
            needs = f"{units.plain_number(low)} … {units.plain_number(high)}"
            raise errors.NeverHolds(said=f"{said}: {units.plain_number(each)}", needs=needs)


def _ends(*ends: int | None) -> list[int]:
    return [end for end in ends if end is not None]


def _asked_as_numbers(leaf: Leaf) -> Iterator[tuple[str, str]]:
    for test in tests_of(leaf):
        whole = test.operator == "is" and all(isinstance(each, Number) for each in test.values)
        if test.source != "field" and (test.operator in _OF_NUMBERS or whole):
            yield test.source, test.name
    if isinstance(leaf, Measure) and leaf.kind != "distinct" and leaf.of.source == "property":
        yield "property", leaf.of.name
    if isinstance(leaf, InOrder):
        for each in leaf.compared:
            if each.of.source == "property" and each.operator in _OF_NUMBERS:
                yield "property", each.of.name


def _unlike(
    mistake: Callable[..., Mistake], name: str, texts: Collection[str], reads: Callable[[str], object]
) -> Iterator[Mistake]:
    """The mistake where values are known of a name and none of them can be read."""
    if texts and all(reads(text) is None for text in texts):
        yield mistake(name=name, examples=", ".join(f"“{text[:40]}”" for text in list(texts)[:_EXAMPLES]))
