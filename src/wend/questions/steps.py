"""Steps with conditions, and the lens that reads events as the steps they do.

"product.viewed[category=shoes, amount>=500000 VND]" is an event (or touchpoint) whose properties pass every test, in
the meaning that conditions have: `=`, `!=`, `>=`, `<=`, `>`, `<`; `~` (contains), `^=` (starts with) and `~=` (is) heed
neither case nor diacritics; a bare name must be there, `!name` must not. `amount`, `rating` and `channel` are the
event's own where no property has that name. "!support.contacted" between two steps must not happen between them.
"stage:retention" is the event with which a customer enters that stage of the default stage set, "entering:loyal" and
"leaving:loyal" the one with which they are known to have entered or left that segment. A name that the log knows is
that name, whatever signs it holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from wend.conditions import checking, values
from wend.conditions.codecs import FIELDS, OF_NUMBERS
from wend.conditions.tree import (
    Did,
    Happening as Looked,
    HappeningKind,
    Number,
    Operator,
    Source,
    Test,
    happenings,
    leaves,
)
from wend.engines.entries import known_at
from wend.engines.lens import Lens, every_event
from wend.engines.marking import World
from wend.engines.source import Bucket
from wend.folds.contract import NOT_COVERED
from wend.folds.entering import entering
from wend.folds.stage_walk import no_stages
from wend.questions import errors
from wend.questions.context import Context
from wend.questions.parsing import MOST_STEPS, Steps
from wend.questions.specs import Over
from wend.questions.units import known_property

MOST_CONDITIONED = 12
"""Steps and exclusions of a question of which one has conditions: their bits make the codes, of which 65,535 fit."""
STAGE = "stage:"
PASSAGES: dict[str, HappeningKind] = {"entering:": "entered_segment", "leaving:": "left_segment"}
NOWHERE = NOT_COVERED - 1
"""The code of what is no event of its own."""

_CONDITIONED = re.compile(r"(.+?)\s*\[([^\]]*)\]", re.DOTALL)
_TESTS = re.compile(r'(?:[^,"]|"[^"]*")+')
_TEST = re.compile(r'\s*(!?)\s*([^=<>~!"]+?)\s*(?:(>=|<=|!=|~=|\^=|>|<|=|~)\s*(?:"([^"]*)"|(.*?))\s*)?', re.DOTALL)
_OPERATORS: dict[str, Operator] = {
    "=": "is",
    "~=": "is",
    "!=": "is_not",
    "~": "contains",
    "^=": "starts_with",
    ">=": "at_least",
    "<=": "at_most",
    ">": "more_than",
    "<": "less_than",
}
_LOOSE = ("~=", "~", "^=")
_MONEY = re.compile(r"(.*\d)\s*([A-Z]{3})")


@dataclass(frozen=True, slots=True)
class Happening:
    """An event (or touchpoint) by its code, and the tests that its properties pass; or entering the stage at a place of
    the stage set, or entering or leaving a segment, whatever the code.
    """

    label: str
    code: int
    tests: tuple[Test, ...] = ()
    stage: int | None = None
    passage: Looked | None = None

    @property
    def plain(self) -> bool:
        """Whether the code alone tells it."""
        return not self.tests and self.stage is None and self.passage is None


Step = tuple[Happening, ...]
"""Any of these."""


@dataclass(frozen=True, slots=True)
class Route:
    """The steps in order, and what may not happen between each and the next."""

    steps: tuple[Step, ...]
    without: tuple[Step, ...]

    @property
    def labels(self) -> list[str]:
        """What each step is called."""
        return [" | ".join(happening.label for happening in step) for step in self.steps]

    @property
    def conditioned(self) -> bool:
        """Whether any step asks for more than a code."""
        return not all(happening.plain for step in (*self.steps, *self.without) for happening in step)

    @property
    def members(self) -> tuple[Step, ...]:
        """What events are told apart by when steps have conditions: every step, then every exclusion."""
        return (*self.steps, *self.without)


def route(context: Context, over: Over, written: Steps, everywhere: Steps = ((),)) -> Route:
    """The steps in the codes of the space; `everywhere` holds what may not happen between any two of them."""
    steps: list[Step] = []
    without: list[list[Happening]] = []
    for names in written:
        barred = [_barred(context, over, name) for name in names]
        if all(barred) and steps:
            without[-1] += [happening for happening in barred if happening]
        elif not any(barred):
            steps.append(tuple(_happening(context, over, name) for name in names))
            without.append([_happening(context, over, name) for name in everywhere[0]])
        else:
            raise errors.BadSteps(steps=" | ".join(names), most=MOST_STEPS)
    if all(name.startswith("!") and _barred(context, over, name) for name in written[-1]):
        raise errors.BadSteps(steps=" | ".join(written[-1]), most=MOST_STEPS)
    made = Route(tuple(steps), tuple(tuple(bars) for bars in without))
    if made.conditioned and len(made.steps) + len(set(made.without) - {()}) > MOST_CONDITIONED:
        raise errors.BadSteps(steps=" > ".join(made.labels), most=MOST_CONDITIONED)
    return made


def _barred(context: Context, over: Over, name: str) -> Happening | None:
    """What "!name" excludes; None for a name that is a step."""
    if not name.startswith("!") or name in context.names(over):
        return None
    return _happening(context, over, name[1:].strip())


def _happening(context: Context, over: Over, written: str) -> Happening:
    if written.startswith(STAGE) and written not in context.names(over):
        return _stage(context, written)
    word = next((word for word in PASSAGES if written.startswith(word)), None)
    if word and written not in context.names(over):
        return _passage(context, word, written.removeprefix(word).strip())
    conditioned = _CONDITIONED.fullmatch(written)
    if conditioned is None or written in context.names(over):
        code = context.code(written, over)
        return Happening(context.names(over)[code], code)
    code = context.code(conditioned[1].strip(), over)
    tests = tuple(_test(context, each) for each in _TESTS.findall(conditioned[2]))
    if not tests:
        raise errors.BadCondition(condition=written)
    return Happening(f"{context.names(over)[code]}[{conditioned[2].strip()}]", code, tests)


def _stage(context: Context, written: str) -> Happening:
    key, keys = written.removeprefix(STAGE).strip(), [stage.key for stage in context.plan.stage_set(None).stages]
    if key not in keys:
        raise errors.UnknownStage(key, keys)
    return Happening(f"{STAGE}{key}", NOWHERE, stage=keys.index(key))


def _passage(context: Context, word: str, key: str) -> Happening:
    """Raises UnknownSegment, and what is raised where entries and exits cannot be told."""
    [passage] = happenings(*leaves(context.facts.resolved(Did(Looked(PASSAGES[word], (key,))))))
    return Happening(f"{word}{key}", NOWHERE, passage=passage)


def _test(context: Context, written: str) -> Test:
    """One test as conditions know it; raises for what they refuse too."""
    found = _TEST.fullmatch(written)
    if found is None or (found[1] and found[3]):
        raise errors.BadCondition(condition=written.strip())
    source = _source(context, found[2])
    if not found[3]:
        return Test(source, found[2], "absent" if found[1] else "present")
    said, currency = (found[4] if found[4] is not None else found[5]).strip(), ""
    money = _MONEY.fullmatch(said) if (source, found[2]) == ("field", "amount") else None
    if money is not None:
        said, currency = money[1], money[2]
    if not said:
        raise errors.BadCondition(condition=written.strip())
    operator = _OPERATORS[found[3]]
    numeric = operator in OF_NUMBERS or (source == "field" and found[2] != "channel")
    number = values.number(said) if numeric else None
    value = said if number is None else Number(number)
    test = Test(source, found[2], operator, (value,), found[3] in _LOOSE, currency)
    checking.check(Did(Looked("anything", (), (test,))))
    return test


def _source(context: Context, name: str) -> Source:
    """A property that some event has goes before a field of that name."""
    known = context.property_of(name) if context.property_of else None
    if name in FIELDS and (known is None or not len(known.values)):
        return "field"
    known_property(context, name)
    return "property"


def codes_of(found: Route, codes: int) -> tuple[list[list[int]], list[list[int]], int]:
    """The codes of every step, of every exclusion, and how many codes there are, as a funnel's params want them."""
    if not found.conditioned:
        steps, without = ([[happening.code for happening in step] for step in side] for side in _sides(found))
        return steps, without, codes
    members = _distinct(found)
    places = 1 << len(members)
    with_bit = {step: [code for code in range(places) if code >> bit & 1] for bit, step in enumerate(members)}
    steps, without = ([with_bit.get(step, []) for step in side] for side in _sides(found))
    return steps, without, places


def _sides(found: Route) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    return found.steps, found.without


def _distinct(found: Route) -> list[Step]:
    return [step for step in dict.fromkeys(found.members) if step]


def lens_of(context: Context, over: Over, found: Route) -> Lens | None:
    """The lens whose codes have a bit for every step and exclusion that an event fits; None when no step has conditions
    and the space itself will do.
    """
    if not found.conditioned:
        return None
    under = base(context, over)
    members, fits = _distinct(found), _Fitting(context, under, _world(context, under))

    def steps(bucket: Bucket, number: int) -> NDArray[np.uint16]:
        seen = under.read(bucket, number)
        codes = np.zeros(len(seen), np.uint16)
        for bit, step in enumerate(members):
            for happening in step:
                codes |= fits.events(happening, bucket, number, seen).astype(np.uint16) << np.uint16(bit)
        codes[seen == NOT_COVERED] = NOT_COVERED
        return codes

    told = " > ".join(repr(step) for step in members)
    names = ("",) * (1 << len(members))
    return replace(
        under, version=f"{context.version} {under.version} steps {told}", names=names, steps=steps, tested=()
    )


def base(context: Context, over: Over) -> Lens:
    """The lens of a space: touchpoints, or every event as itself."""
    return context.lens if over == "touchpoints" else every_event(context.machine.journal.words)


@dataclass(frozen=True, slots=True)
class _Fitting:
    """Which events of a bucket, read through `under`, are a happening."""

    context: Context
    under: Lens
    world: World

    def events(self, happening: Happening, bucket: Bucket, number: int, seen: NDArray[np.uint16]) -> NDArray[np.bool_]:
        if happening.stage is not None:
            chosen = self.context.plan.stage_set(None)
            touched = self.context.lens.read(bucket, number)
            offsets = np.asarray(bucket.offsets, np.int64)
            standing = self.context.standing(chosen).stood
            stood = None if standing is None else standing(bucket, number)
            return np.asarray(entering(offsets, touched, self.context.rules(chosen), stood) == happening.stage)
        if happening.passage is not None:
            return self._passed(happening.passage, bucket, number, seen)
        fits = np.asarray(seen == happening.code, np.bool_)
        for test in happening.tests:
            fits &= self.world.passing(test, bucket, number)
        return fits

    def _passed(self, passage: Looked, bucket: Bucket, number: int, seen: NDArray[np.uint16]) -> NDArray[np.bool_]:
        """A passage by time alone, or at an event that is not looked at, counts with the event that follows."""
        offsets, to = np.asarray(bucket.offsets, np.int64), 1 if passage.kind == "entered_segment" else -1
        fits = np.zeros(len(seen), np.bool_)
        for said in passage.says:
            inside = self.world.belonging_of(said)(bucket, number).inside
            fits |= known_at(offsets, inside, seen != NOT_COVERED) == to
        return fits


def _world(context: Context, under: Lens) -> World:
    """What tests and segments are asked of; no step here is a stage of its. Touchpoints are those of the workspace,
    whatever space steps are of.
    """
    none, here = no_stages(max(1, len(under.names))), (context.property_of, context.zone, context.facts)
    return World(context.machine, context.lens, none, (), *here, belonging=context.belonging)


def written_steps(written: Sequence[Sequence[str]]) -> str:
    """Steps as a person writes them."""
    return " > ".join(" | ".join(step) for step in written)
