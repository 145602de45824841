"""A condition as people say it, in English and in Vietnamese: a leaf is a clause, a group a heading above its parts.

Every clause is a template that a person wrote in each language; what belongs into its places is told the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import assert_never

from wend.conditions import units
from wend.conditions.called import BY_KEY, Called, Thing, stage_key
from wend.conditions.shapes import shape_of
from wend.conditions.tree import (
    EVER,
    ONCE,
    PASSAGES,
    Account,
    Answer,
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
    HappeningKind,
    Identified,
    InList,
    InOrder,
    InSegment,
    Known,
    Leaf,
    Measure,
    Number,
    Of,
    Range,
    Share,
    Short,
    Silent,
    Slower,
    Stage,
    Step,
    Test,
    Trait,
    Value,
)
from wend.conditions.values import THOUSAND
from wend.kit.texts import Language, text

_DECIMAL_COMMA = str.maketrans(",.", ".,")
_INDENT = "  "
_THINGS: dict[str, Thing] = {"touchpoint": "touchpoint", "entered_segment": "segment", "left_segment": "segment"}


def explain(condition: Condition, language: Language, called: Called = BY_KEY) -> str:
    """Lines that say what the condition asks of a customer, things named as they are called."""
    return _explained(_Speech(language, called), condition)


def keys_of(condition: Condition, language: Language, called: Called) -> tuple[tuple[str, str], ...]:
    """(name, key) of everything in the condition that is called otherwise than its key, in the order of the words."""
    speech = _Speech(language, called)
    _explained(speech, condition)
    return tuple(speech.keys)


def name_of(what: Happening, name: str, language: Language, called: Called) -> str:
    """What one of the things that happened is called."""
    return _Speech(language, called).happened_one(what.kind, name, what.stage_set)


def clause(leaf: Leaf, language: Language, called: Called = BY_KEY) -> str:
    """A leaf as a part of a sentence."""
    return _Speech(language, called).leaf(leaf)


def tests(of_an_event: Sequence[Test], language: Language, called: Called = BY_KEY) -> str:
    """What must be true of an event, as a part of a sentence; "" for nothing."""
    speech = _Speech(language, called)
    return text(language, "conditions.say.and").join(map(speech.test, of_an_event))


def _explained(speech: _Speech, condition: Condition) -> str:
    if isinstance(condition, Group):
        return "\n".join(speech.lines(condition, 0))
    return speech.say("alone", clause=speech.leaf(condition))


class _Speech:
    """One language. `keys` are the names that were said for something else, with what."""

    def __init__(self, language: Language, called: Called) -> None:
        self._language: Language = language
        self._called = called
        self.keys: dict[tuple[str, str], None] = {}

    def called(self, thing: Thing, key: str, shown: str = "") -> str:
        """What something is called; `shown`: its key as people see it."""
        name, shown = self._called.name(thing, key), shown or key
        if name is None or name.in_(self._language) == shown:
            return shown
        self.keys[name.in_(self._language), shown] = None
        return name.in_(self._language)

    def say(self, key: str, **places: object) -> str:
        """A template with its places filled; empty ones leave no gap."""
        said = text(self._language, f"conditions.say.{key}", **places)
        return " ".join(said.split()).replace(" ,", ",").replace(" ;", ";")

    def lines(self, condition: Condition, level: int) -> list[str]:
        """A group's heading and its parts, or one clause."""
        if not isinstance(condition, Group):
            return [f"{_INDENT * level}• {self.leaf(condition)}"]
        heading = self.say(f"{condition.kind}.{'whole' if level == 0 else 'part'}")
        parts = [line for part in condition.parts for line in self.lines(part, level + 1)]
        return [f"{_INDENT * level}{'• ' if level else ''}{heading}", *parts]

    def leaf(self, leaf: Leaf) -> str:
        """One clause."""
        when = self.when(getattr(leaf, "frame", EVER))
        match leaf:
            case Did():
                return self.did(leaf, when)
            case Measure():
                limits = self.limits(leaf.range, leaf.of.currency)
                places = {"of": self.of(leaf.of), "what": self.what(leaf.what), "limits": limits, "when": when}
                return self.say(f"measure.{leaf.kind}", **places)
            case End():
                return self.say(f"end.{leaf.kind}", what=self.what(leaf.what), test=self.test(leaf.test), when=when)
            case InOrder():
                within = "" if leaf.within is None else self.say("within", duration=self.duration(leaf.within))
                steps = text(self._language, "conditions.say.then").join(self.step(step) for step in leaf.steps)
                return self.say("in_order", steps=steps, within=within, when=when)
            case _:
                return self._standing(leaf)

    def _standing(self, leaf: Silent | Slower | Stage | Known | Short) -> str:
        match leaf:
            case Silent():
                how = "silent.anything" if leaf.what == Happening("anything") else "silent.what"
                return self.say(how, what=self.what(leaf.what), duration=self.duration(leaf.seconds))
            case Slower():
                return self.say("slower", what=self.what(leaf.what), times=self.number(leaf.times))
            case Stage():
                long = self.say("stage.long", duration=self.duration(leaf.seconds)) if leaf.seconds else ""
                stage, before = (self.stage(leaf.stage_set, each) for each in (leaf.stage, leaf.came_from))
                came = self.say("stage.came", stage=before) if leaf.came_from else ""
                return self.say("stage.is", stage=stage, of=self.of_set(leaf.stage_set), long=long, came=came)
            case InSegment():
                return self.say(shape_of(leaf), name=self.called("segment", leaf.key))
            case Answer():
                at = self.say("answer.at", names=self.happened("event", leaf.names)) if leaf.names else ""
                places = {"scale": self.say(f"scale.{leaf.scale}"), "limits": self.limits(leaf.range, ""), "at": at}
                return self.say("answer", **places, when=self.when(leaf.frame))
            case Computed():
                return self.test(leaf.test)
            case _:
                return self._known(leaf)

    def _known(self, leaf: Known) -> str:
        match leaf:
            case Trait():
                fresh = self.say("trait.fresh", duration=self.duration(leaf.fresh)) if leaf.fresh is not None else ""
                return self.say("trait", test=self.test(leaf.test), fresh=fresh)
            case Account():
                return self.say("account", test=self.test(leaf.test))
            case Identified():
                return self.say(f"identifier.{leaf.kind}")
            case Consent():
                purpose, channel = self.called("purpose", leaf.purpose), self.called("channel", leaf.channel)
                return self.say(f"consent.{leaf.state}", purpose=purpose, channel=channel)
            case Day():
                kind = "date.yearly" if leaf.yearly else "date.once"
                return self.say(kind, trait=self.called("trait", leaf.trait), days=self.days(leaf.days))
            case Share():
                return self.say("share", low=self.number(leaf.low), high=self.number(leaf.high), salt=leaf.salt)
            case InList():
                return self.say(shape_of(leaf), name=self.called("segment", leaf.key))
            case _:
                assert_never(leaf)

    def did(self, leaf: Did, when: str) -> str:
        """How often something happened; what is entered and left has a verb of its own."""
        once = "once" if leaf.times == ONCE else "times"
        key = "did_not" if shape_of(leaf) == "did_not" else f"did.{once}"
        if leaf.what.kind in PASSAGES:
            how, key = ("not_done" if key == "did_not" else "done"), f"passed.{once}"
            times = "" if how == "not_done" else self.times(leaf.times)
            return self.say(key, what=self.what(leaf.what, how=how), times=times, when=when)
        return self.say(key, what=self.what(leaf.what), times=self.times(leaf.times), when=when)

    def what(self, what: Happening, compared: Sequence[Compared] = (), how: str = "happening") -> str:
        """A happening, with what its properties must be, and what of them stands how beside earlier steps."""
        names = self.happened(what.kind, what.names, what.stage_set)
        said = self.say(f"{how}.{what.kind}", names=names, of=self.of_set(what.stage_set))
        tests = [self.test(test) for test in what.where]
        tests += [self.say(f"beside.{each.operator}", of=self.of(each.of), step=each.step) for each in compared]
        if not tests:
            return said
        return self.say("where", what=said, tests=text(self._language, "conditions.say.and").join(tests))

    def happened(self, kind: HappeningKind, names: Sequence[str], stage_set: str = "") -> str:
        """Any of what is named."""
        return self.quoted([self.happened_one(kind, name, stage_set) for name in names])

    def happened_one(self, kind: HappeningKind, name: str, stage_set: str) -> str:
        """One of them."""
        if kind == "stage":
            return self.stage(stage_set, name)
        return self.called(_THINGS.get(kind, "event"), name)

    def stage(self, stage_set: str, stage: str) -> str:
        """A stage."""
        return self.called("stage", stage_key(stage_set, stage), stage)

    def quoted(self, names: Sequence[str]) -> str:
        """Any of these names."""
        return self.either([f"“{name}”" for name in names])

    def of_set(self, stage_set: str) -> str:
        """Of which stage set, where it is not the workspace's own."""
        return self.say("of_set", name=self.called("stage_set", stage_set)) if stage_set else ""

    def step(self, step: Step) -> str:
        """A step, and what may not come before it."""
        what = self.what(step.what, step.compared)
        if not step.without:
            return what
        return self.say("without", what=what, barred=self.either([self.what(each) for each in step.without]))

    def test(self, test: Test) -> str:
        """A statement about a value."""
        of = Of(test.source, test.name, test.currency)
        values = self.either([self.value(self._shown(of, value), test.currency) for value in test.values])
        name = self.of(of)
        said = self.say(f"test.{test.operator}", name=name, values=values)
        return self.say("loosely", test=said) if test.loosely else said

    def of(self, of: Of) -> str:
        """What a value is called."""
        if of.source == "field":
            return self.say(f"field.{of.name}")
        return self.called("trait", of.name) if of.source == "trait" else of.name

    def _shown(self, of: Of, value: Value) -> Value:
        """Channels have names, other values are what they are."""
        is_channel = of == Of("field", "channel") and isinstance(value, str)
        return self.called("channel", str(value)) if is_channel else value

    def value(self, value: Value, currency: str = "") -> str:
        """A word in quotes, or a number."""
        if not isinstance(value, Number):
            return f"“{value}”"
        return " ".join(filter(None, (self.number(value.thousandths), currency)))

    def either(self, names: list[str]) -> str:
        """Any of these."""
        return text(self._language, "conditions.say.or").join(names)

    def when(self, frame: Frame) -> str:
        """A frame of time; nothing for ever."""
        said = []
        if frame.last is not None:
            said.append(self.say("when.last", duration=self.duration(frame.last)))
        ends = {"low": frame.from_at, "high": frame.before}
        places = {end: units.written_moment(at) for end, at in ends.items() if at is not None}
        if places:
            said.append(
                self.say(f"when.{'between' if len(places) > 1 else 'from' if 'low' in places else 'before'}", **places)
            )
        if frame.since is not None:
            said.append(self.say("when.since", what=self.what(frame.since)))
        return " ".join(said)

    def times(self, times: Range) -> str:
        """How often."""
        if times.high == 1 and times.low in (None, 0, 1):
            return self.say("times.once" if times.low == 1 else "times.at_most_once")
        return self._ranged("times", times, lambda number: self.number(number * THOUSAND))

    def limits(self, limits: Range, currency: str) -> str:
        """Between which numbers."""
        return self._ranged("limits", limits, lambda number: self.value(Number(number), currency))

    def days(self, days: Range) -> str:
        """Which days from today."""
        return self._ranged("days", days, self._day)

    def _day(self, days: int) -> str:
        if days == 0:
            return self.say("day.today")
        near = "one" if abs(days) == 1 else "many"
        return self.say(f"day.{'ahead' if days > 0 else 'ago'}.{near}", days=self.number(abs(days) * THOUSAND))

    def _ranged(self, key: str, limits: Range, told: Callable[[int], str]) -> str:
        low, high = limits.low, limits.high
        if low is not None and low == high:
            return self.say(f"{key}.exactly", number=told(low))
        if low is not None and high is not None:
            return self.say(f"{key}.between", low=told(low), high=told(high))
        if low is not None:
            return self.say(f"{key}.at_least", number=told(low))
        return self.say(f"{key}.at_most", number=told(high or 0))

    def duration(self, seconds: int) -> str:
        """A duration in its largest unit."""
        written = units.written_duration(seconds)
        near = "one" if written[:-1] == "1" else "many"
        return self.say(f"duration.{written[-1]}.{near}", number=self.number(int(written[:-1]) * THOUSAND))

    def number(self, thousandths: int) -> str:
        """A number as the language writes it."""
        whole, rest = divmod(abs(thousandths), THOUSAND)
        said = f"{whole:,}" if not rest else f"{whole:,}.{rest:03d}".rstrip("0")
        said = f"-{said}" if thousandths < 0 else said
        return said.translate(_DECIMAL_COMMA) if self._language == "vi" else said
