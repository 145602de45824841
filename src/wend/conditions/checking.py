"""Whether a condition makes sense before it is run: names, types, size and cost."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from wend.conditions import errors
from wend.conditions.codecs import OF_NUMBERS
from wend.conditions.limits import MOST_COST, MOST_DEPTH, MOST_DISTINCT, MOST_LEAVES
from wend.conditions.looked import check_looks
from wend.conditions.possible import Seen, check_possible
from wend.conditions.resolving import resolved
from wend.conditions.shorts import Computation
from wend.conditions.tree import (
    Account,
    Condition,
    Consent,
    Day,
    End,
    Happening,
    InList,
    InOrder,
    Known,
    Leaf,
    Measure,
    Number,
    Of,
    Operator,
    Share,
    Slower,
    Stage,
    Test,
    Trait,
    depth,
    every_leaf,
    happenings,
    leaves,
)
from wend.kit.errors import Mistake

HUNDRED_PERCENT = 100_000
_OF_TEXTS: tuple[Operator, ...] = ("contains", "starts_with")
_PLAIN, _TESTED, _WALKED = 1, 4, 2


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every name that a condition may use, and what stands behind the keys of segments and of stage sets and the names
    of computed traits; `channels` are those of consents, `currencies` those of the log, `seen` what values look like.
    None = not known here, so not checked.
    """

    events: Collection[str] | None = None
    touchpoints: Collection[str] | None = None
    stages: Collection[str] | None = None
    properties: Collection[str] | None = None
    traits: Collection[str] | None = None
    segments: Mapping[str, Condition] | None = None
    lists: Collection[str] | None = None
    stage_sets: Mapping[str, Collection[str]] | None = None
    computed: Mapping[str, Computation] | None = None
    account_traits: Collection[str] | None = None
    purposes: Collection[str] | None = None
    channels: Collection[str] | None = None
    currencies: Collection[str] | None = None
    seen: Seen | None = None


ANYTHING_GOES = Catalogue()


def check(condition: Condition, catalogue: Catalogue = ANYTHING_GOES) -> int:
    """The cost of a condition that makes sense, what it is made of written out; raises Unknown…, Circular, WrongType,
    NeverHolds or Too… for one that does not.
    """
    for leaf in leaves(condition):
        check_possible(leaf, catalogue.currencies)
    if catalogue.segments is not None:
        condition = resolved(condition, catalogue.segments, catalogue.computed or {})
    found = every_leaf(condition)
    if len(found) > MOST_LEAVES:
        raise errors.TooMany(most=MOST_LEAVES)
    if depth(condition) > MOST_DEPTH:
        raise errors.TooDeep(most=MOST_DEPTH)
    for leaf in found:
        _check_leaf(leaf, catalogue)
    cost = sum(map(cost_of, found))
    if cost > MOST_COST:
        raise errors.TooCostly(cost=cost, most=MOST_COST)
    return cost


def cost_of(leaf: Leaf) -> int:
    """What a leaf costs over a log, in looks at an event: 1 for a plain name, 4 more for each test of a property."""
    looks = sum(_PLAIN + _TESTED * len(each.where) for each in happenings(leaf))
    if isinstance(leaf, Measure | End):
        looks += _TESTED
    if isinstance(leaf, InOrder):
        return (looks + _TESTED * len(leaf.compared)) * _WALKED
    return max(looks, _PLAIN)


def _check_leaf(leaf: Leaf, catalogue: Catalogue) -> None:
    for each in happenings(leaf):
        _check_happening(each, catalogue)
    check_looks((leaf,))
    match leaf:
        case Measure():
            _check_of(leaf.of, leaf.kind, catalogue)
            if leaf.kind == "distinct" and max(leaf.range.low or 0, leaf.range.high or 0) > MOST_DISTINCT * 1000:
                raise errors.TooManyDifferent(most=MOST_DISTINCT)
        case End():
            _check_test(leaf.test, catalogue)
        case InOrder():
            for beside in leaf.compared:
                same = beside.operator in ("same_as", "other_than")
                _check_of(beside.of, "distinct" if same else beside.operator, catalogue)
        case Stage():
            for stage in filter(None, (leaf.stage, leaf.came_from)):
                _known("stage", stage, _stages(leaf.stage_set, catalogue))
        case Slower() if leaf.times <= 0:
            raise errors.WrongType(name="slower_than_usual", test="times", needs="> 0")
        case Trait() | Day() | Share() | Account() | Consent() | InList():
            _check_known(leaf, catalogue)


def _check_known(leaf: Known, catalogue: Catalogue) -> None:
    match leaf:
        case Trait():
            _check_test(leaf.test, catalogue)
        case Day():
            _known("trait", leaf.trait, catalogue.traits)
        case Account():
            _known("account", leaf.test.name, catalogue.account_traits)
            _check_test(leaf.test, ANYTHING_GOES)
        case Consent():
            _known("purpose", leaf.purpose, catalogue.purposes)
            _known("channel", leaf.channel, catalogue.channels)
        case InList():
            _known("list", leaf.key, catalogue.lists)
        case Share() if not 0 <= leaf.low < leaf.high <= HUNDRED_PERCENT:
            raise errors.WrongType(name="share", test="from, to", needs="0 ≤ from < to ≤ 100")


def _check_happening(what: Happening, catalogue: Catalogue) -> None:
    stages = _stages(what.stage_set, catalogue)
    known = {"event": catalogue.events, "touchpoint": catalogue.touchpoints, "stage": stages}
    for name in what.names if what.kind in known else ():  # segments were found when they were put in their place
        _known(what.kind, name, known[what.kind])
    for test in what.where:
        _check_test(test, catalogue)


def _stages(stage_set: str, catalogue: Catalogue) -> Collection[str] | None:
    if not stage_set or catalogue.stage_sets is None:
        return None if stage_set else catalogue.stages
    _known("set", stage_set, catalogue.stage_sets)
    return catalogue.stage_sets[stage_set]


def _check_of(of: Of, kind: str, catalogue: Catalogue) -> None:
    if of == Of("field", "channel") and kind != "distinct":
        raise errors.WrongType(name=of.name, test=kind, needs="same_as" if kind in OF_NUMBERS else "distinct")
    if of.source == "property":
        _known("property", of.name, catalogue.properties)
    if of.currency and (of.source, of.name) != ("field", "amount"):
        raise errors.WrongType(name=of.name, test="currency", needs="amount")


def _check_test(test: Test, catalogue: Catalogue) -> None:
    known = {"property": catalogue.properties, "trait": catalogue.traits, "field": None}
    _known(test.source, test.name, known[test.source])
    if test.currency and (test.source, test.name) != ("field", "amount"):
        raise errors.WrongType(name=test.name, test="currency", needs="amount")
    numeric = test.source == "field" and test.name != "channel"
    texts = [value for value in test.values if not isinstance(value, Number)]
    if test.operator in OF_NUMBERS and (texts or (test.source == "field" and not numeric)):
        raise errors.WrongType(name=test.name, test=test.operator, needs="5")
    if numeric and (texts or test.operator in _OF_TEXTS):
        raise errors.WrongType(name=test.name, test=test.operator, needs="5")
    if not numeric and test.operator in _OF_TEXTS and len(texts) != len(test.values):
        raise errors.WrongType(name=test.name, test=test.operator, needs='"abc"')


def _known(kind: str, name: str, known: Collection[str] | None) -> None:
    if known is not None and name not in known:
        raise _UNKNOWN[kind](name, sorted(known))


_UNKNOWN: dict[str, Callable[[str, Collection[str]], Mistake]] = {
    "event": errors.UnknownEvent,
    "touchpoint": errors.UnknownTouchpoint,
    "stage": errors.UnknownStage,
    "property": errors.UnknownProperty,
    "trait": errors.UnknownTrait,
    "list": errors.UnknownList,
    "set": errors.UnknownStageSet,
    "account": errors.UnknownAccountTrait,
    "purpose": errors.UnknownPurpose,
    "channel": errors.UnknownChannel,
}
