"""Is a registry usable, and what would it cover? Errors stop a save; warnings only tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from wend.conditions import checking, document
from wend.conditions.codecs import MOST_NAMES as MOST_TESTS
from wend.conditions.dated import undated
from wend.conditions.errors import TooManyLooks
from wend.conditions.facts import NOTHING, Facts, Later
from wend.conditions.looked import check_looks
from wend.conditions.shapes import shape_of
from wend.conditions.tree import leaves
from wend.domain.names import Name
from wend.domain.stage import Stage, StageSet
from wend.domain.touchpoint import Touchpoint
from wend.kit.errors import Mistake, closest
from wend.kit.texts import Language, text
from wend.touchpoints import rules
from wend.touchpoints.registry import Registry

MOST_STAGES = 12
MOST_TIMES = 1_000
_UNDATED = {"no_history": "no_history", "of_entries": "stage_of_stage", "compared": "compared"}


@dataclass(frozen=True, slots=True)
class SaidFinding:
    """One thing that is wrong ("error": it stops a save) or odd about a stage or its set, named by key."""

    level: Literal["error", "warning"]
    entry: str
    sentence: Name


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about one entry: the text key and its places, and the mistake that it tells of. `entry` is the key of
    the touchpoint, stage or set.
    """

    level: Literal["error", "warning"]
    entry: str
    key: str
    places: Mapping[str, str] = field(default_factory=dict)
    wrong: Mistake | None = field(default=None, compare=False)

    @property
    def sentence(self) -> Name:
        """The finding in both languages."""
        return Name(self._said("en"), self._said("vi"))

    def _said(self, language: Language) -> str:
        wrong = {} if self.wrong is None else {"wrong": self.wrong.told(language)}
        return text(language, self.key, **self.places, **wrong)


@dataclass(frozen=True, slots=True)
class Known:
    """The names that a log holds; `properties` and `currencies` of events None where nobody asks."""

    events: Collection[str]
    channels: Collection[str]
    properties: Collection[str] | None = None
    currencies: Collection[str] | None = None


def findings(registry: Registry, names: Known, facts: Facts = NOTHING) -> tuple[Finding, ...]:
    """All that is wrong or odd about a registry, given the names the log holds; `facts` are what conditions name."""
    known = {t.key for t in registry.touchpoints}
    found = [
        *_repeated([t.key for t in registry.touchpoints]),
        *_repeated([s.key for s in registry.stage_sets]),
        *(f for t in registry.touchpoints for f in of_touchpoint(t, names)),
        *(f for s in registry.stage_sets for f in of_stage_set(s, known, names.events, facts)),
    ]
    if registry.stage_sets and registry.default not in {s.key for s in registry.stage_sets}:
        found.append(_error(registry.default, "unknown_default", named=registry.default))
    return tuple(found)


def of_touchpoint(touchpoint: Touchpoint, known: Known) -> Iterator[Finding]:
    """What is wrong or odd about one touchpoint."""
    key = touchpoint.key
    if not key.strip():
        yield _error(key, "no_key")
    if not (touchpoint.name.en.strip() or touchpoint.name.vi.strip()):
        yield _error(key, "no_name", named=key)
    if not touchpoint.rule.events:  # one that is only planned may have none yet
        told = _warning if touchpoint.should_use else _error
        yield told(key, "no_events", named=key)
    if touchpoint.cost < 0 or touchpoint.target < 0:
        yield _error(key, "below_zero", named=key)
    if touchpoint.cost and not touchpoint.currency:
        yield _error(key, "no_currency", named=key)
    for event in touchpoint.rule.events:
        if event not in known.events:
            yield _warning(key, "unknown_event", named=key, event=event, closest=_near(event, known.events))
    for channel in touchpoint.rule.channels:
        if channel not in known.channels:
            near = _near(channel, known.channels)
            yield _warning(key, "unknown_channel", named=key, channel=channel, closest=near)
    yield from _of_tests(touchpoint, known)


def _of_tests(touchpoint: Touchpoint, known: Known) -> Iterator[Finding]:
    """Tests that cannot be used, and those of properties that no event has."""
    key = touchpoint.key
    if len(touchpoint.rule.where) > MOST_TESTS:
        yield _error(key, "too_many_tests", named=key, most=str(MOST_TESTS))
    for written in touchpoint.rule.where:
        try:
            test = rules.checked(written, known.currencies)
        except Mistake as wrong:
            yield _error(key, "bad_test", wrong, named=key)
            continue
        if test.source == "property" and known.properties is not None and test.name not in known.properties:
            near = _near(test.name, known.properties)
            yield _warning(key, "unknown_property", named=key, property=test.name, closest=near)


def of_stage_set(
    stage_set: StageSet,
    touchpoints: Collection[str],
    events: Collection[str] | None = None,
    facts: Facts = NOTHING,
) -> Iterator[Finding]:
    """What is wrong or odd about one stage set; names of events are looked at when they are known. Of a condition that
    stands for another, that one is judged.
    """
    catalogue = checking.Catalogue(
        events=events, touchpoints=touchpoints, segments=Later(facts.segments), computed=Later(facts.computed)
    )
    key = stage_set.key
    if not stage_set.stages:
        yield _error(key, "no_stages", named=key)
    if len(stage_set.stages) > MOST_STAGES:
        yield _error(key, "too_many_stages", named=key, count=str(len(stage_set.stages)), most=str(MOST_STAGES))
    yield from _repeated([stage.key for stage in stage_set.stages])
    slowing, left = stage_set.slowing_after_days, stage_set.left_after_days
    if not 0 < slowing < left:
        yield _error(key, "silences", named=key, slowing=str(slowing), left=str(left))
    if not 0 <= stage_set.slowing_times <= MOST_TIMES:
        yield _error(key, "rhythm", named=key, most=str(MOST_TIMES))
    yield from _of_all_conditions(stage_set, facts)
    for stage in stage_set.stages:
        if stage.touches < 0:
            yield _error(stage.key, "below_zero", named=stage.key)
        for written in filter(None, (stage.enter, stage.exit)):
            yield from _of_condition(stage, written, catalogue, facts)
        for rule in stage.rules:
            if rule.at_least < 1:
                yield _error(stage.key, "at_least", stage=stage.key, times=str(rule.at_least))
            for named in rule.touchpoints:
                if named not in touchpoints:
                    near = _near(named, touchpoints)
                    yield _error(stage.key, "unknown_touchpoint", stage=stage.key, named=named, closest=near)


def _of_all_conditions(stage_set: StageSet, facts: Facts) -> Iterator[Finding]:
    """The stages of a set are decided in one walk, so what they look for must have room in one."""
    try:
        written = [each for stage in stage_set.stages for each in (stage.enter, stage.exit) if each]
        told = [facts.resolved(document.from_json(each)) for each in written]
        check_looks([leaf for each in told for leaf in leaves(each)])
    except TooManyLooks as wrong:
        yield _error(stage_set.key, "too_many_looks", wrong, named=stage_set.key)
    except Mistake:  # what cannot be read at all is told of its stage
        return


def _of_condition(
    stage: Stage, written: Mapping[str, Any], catalogue: checking.Catalogue, facts: Facts
) -> Iterator[Finding]:
    """A condition that no walk could date is refused: what is known of customers says what is, and not since when."""
    try:
        condition = document.from_json(written)
        checking.check(condition, catalogue)
        condition = facts.resolved(condition)
    except Mistake as wrong:
        yield _error(stage.key, "bad_condition", wrong, stage=stage.key)
        return
    for leaf in leaves(condition):
        why = undated(leaf)
        if why is not None:
            statement = {"statement": shape_of(leaf)} if why == "no_history" else {}
            yield _error(stage.key, _UNDATED[why], stage=stage.key, **statement)


def covers_nothing(key: str) -> Finding:
    """The warning for a rule that no event fits."""
    return _warning(key, "covers_nothing", named=key)


def takes_from(registry: Registry, key: str, other: str, events: int) -> Finding:
    """The warning for a rule that takes events from another touchpoint, perhaps one that stages count."""
    staged = {stage.key: None for each in registry.stage_sets for stage in each.stages if _counts(stage, other)}
    places = {"named": key, "other": other, "events": str(events)}
    if not staged:
        return _warning(key, "takes_from", **places)
    return _warning(key, "takes_from_stages", **places, stages=", ".join(staged))


def _counts(stage: Stage, touchpoint: str) -> bool:
    return any(touchpoint in rule.touchpoints for rule in stage.rules)


def _repeated(keys: Iterable[str]) -> Iterator[Finding]:
    for key, times in Counter(keys).items():
        if times > 1:
            yield _error(key, "duplicate_key", named=key)


def _near(word: str, known: Collection[str]) -> str:
    return closest(word, known) or "–"


def _error(entry: str, what: str, mistake: Mistake | None = None, /, **places: str) -> Finding:
    return Finding("error", entry, f"touchpoints.finding.{what}", places, mistake)


def _warning(entry: str, what: str, /, **places: str) -> Finding:
    return Finding("warning", entry, f"touchpoints.finding.{what}", places)
