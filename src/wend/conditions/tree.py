"""What a condition is: an immutable tree of statements about one customer.

Times are whole epoch seconds, durations seconds, numbers thousandths. What every statement means is told once, in
`docs/conditions.md`; why it is so, in `docs/decisions/0021-one-condition-language.md`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias, TypeVar

from wend.domain.event import IdentifierKind, Scale

Operator = Literal[
    "is", "is_not", "contains", "starts_with", "at_least", "at_most", "more_than", "less_than", "present", "absent"
]
Source = Literal["property", "field", "trait"]
FieldName = Literal["amount", "rating", "channel"]
HappeningKind = Literal["event", "touchpoint", "stage", "entered_segment", "left_segment", "anything"]
PASSAGES: tuple[HappeningKind, ...] = ("stage", "entered_segment", "left_segment")
"""Kinds that customers come to without an event of their own: by what they stand in."""
MeasureKind = Literal["sum", "average", "smallest", "largest", "distinct"]
EndKind = Literal["first", "last"]
GroupKind = Literal["all", "any", "none"]
Beside = Literal["same_as", "other_than", "at_least", "at_most", "more_than", "less_than"]
ConsentState = Literal["granted", "withdrawn", "unknown"]
MANY = 8_192
"""Conditions and leaves of which it is kept what they speak of: they are asked of one customer after another."""


T = TypeVar("T")


class Hashed:
    """What is looked up all the time, and long: its hash is found once."""

    __slots__ = ("_hash",)


def hashed_once(cls: type[T]) -> type[T]:
    """The class with its own hash kept beside each object of it, which does not change; it must be a `Hashed`."""
    found: Callable[[T], int] = cls.__hash__

    def known(self: T) -> int:
        try:
            return self._hash  # type: ignore[attr-defined,no-any-return]
        except AttributeError:
            object.__setattr__(self, "_hash", found(self))
            return self._hash  # type: ignore[attr-defined,no-any-return]

    cls.__hash__ = known  # type: ignore[method-assign,assignment]
    return cls


@dataclass(frozen=True, slots=True)
class Number:
    """A decimal number, to the thousandth."""

    thousandths: int


Value: TypeAlias = str | Number


@dataclass(frozen=True, slots=True)
class Test:
    """A statement about one value: a property of an event, a field of its own (amount, rating, channel), or a trait.

    `is` holds for any of its values and `is_not` for none of them. `loosely`: neither case nor diacritics count. With a
    `currency` an amount is in its main unit, and what came in another currency is no value; without one it is in minor
    units of whatever it came in. A rating is a feeling from -2 to 2.
    """

    __test__ = False  # pytest would take it for a test

    source: Source
    name: str
    operator: Operator
    values: tuple[Value, ...] = ()
    loosely: bool = False
    currency: str = ""


@hashed_once
@dataclass(frozen=True, slots=True)
class Happening(Hashed):
    """Events by name, by touchpoint, by the stage that a customer enters, by the segment that they enter or leave, or
    all of them; every test of `where` holds. `stage_set` is the one that stages are of, "" the workspace's own; what
    each of the segments `says` is put there by `resolving.py`.
    """

    kind: HappeningKind
    names: tuple[str, ...] = ()
    where: tuple[Test, ...] = ()
    stage_set: str = ""
    says: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high`, both of them allowed; None = no limit."""

    low: int | None = None
    high: int | None = None

    def holds(self, number: int) -> bool:
        """Whether a number lies in it."""
        return (self.low is None or number >= self.low) and (self.high is None or number <= self.high)


@dataclass(frozen=True, slots=True)
class Frame:
    """When: in the last seconds, from a moment on, before a moment, since the last time of something. All that is said
    holds; nothing said = ever.
    """

    last: int | None = None
    from_at: int | None = None
    before: int | None = None
    since: Happening | None = None


EVER = Frame()
ONCE = Range(low=1)
NEVER_DONE = Range(low=0, high=0)


@hashed_once
@dataclass(frozen=True, slots=True)
class Did(Hashed):
    """How often something happened; `did_not` is exactly zero times."""

    what: Happening
    times: Range = ONCE
    frame: Frame = EVER


@dataclass(frozen=True, slots=True)
class Of:
    """What is measured of an event: a property, or a field of its own; money in one currency (see `Test`)."""

    source: Source
    name: str
    currency: str = ""


@hashed_once
@dataclass(frozen=True, slots=True)
class Measure(Hashed):
    """A number over the events that have it: a sum (of nothing: 0), how many different values (of nothing: 0), an
    average, the smallest or the largest (of nothing: the statement does not hold).
    """

    kind: MeasureKind
    what: Happening
    of: Of
    range: Range
    frame: Frame = EVER


@hashed_once
@dataclass(frozen=True, slots=True)
class End(Hashed):
    """The first or last time of something passes a test."""

    kind: EndKind
    what: Happening
    test: Test
    frame: Frame = EVER


@dataclass(frozen=True, slots=True)
class Compared:
    """A value of a step's event beside the same value at an earlier step, the first one being step 1. It holds only
    where both events have the value.
    """

    of: Of
    operator: Beside
    step: int


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an order; `without` may not happen between the step before and this one, and all that is `compared`
    with earlier steps holds.
    """

    what: Happening
    without: tuple[Happening, ...] = ()
    compared: tuple[Compared, ...] = ()


@hashed_once
@dataclass(frozen=True, slots=True)
class InOrder(Hashed):
    """Steps one after another, the last one at most `within` seconds after the first."""

    steps: tuple[Step, ...]
    within: int | None = None
    frame: Frame = EVER

    @property
    def compared(self) -> tuple[Compared, ...]:
        """Every comparison of any step."""
        return tuple(each for step in self.steps for each in step.compared)


@hashed_once
@dataclass(frozen=True, slots=True)
class Silent(Hashed):
    """The last time was `seconds` ago or longer. Whoever never did it is not silent."""

    what: Happening
    seconds: int


@hashed_once
@dataclass(frozen=True, slots=True)
class Slower(Hashed):
    """The silence is longer than `times` (thousandths) the customer's own usual pause: see `rhythm.py`."""

    what: Happening
    times: int


@hashed_once
@dataclass(frozen=True, slots=True)
class Stage(Hashed):
    """Stands in a stage of a stage set ("": the workspace's own) for at least `seconds`, having come from another."""

    stage: str
    seconds: int = 0
    came_from: str = ""
    stage_set: str = ""


@hashed_once
@dataclass(frozen=True, slots=True)
class Trait(Hashed):
    """What is known of the customer passes a test, and was last told less than `fresh` seconds ago."""

    test: Test
    fresh: int | None = None


@hashed_once
@dataclass(frozen=True, slots=True)
class Day(Hashed):
    """A date among the traits lies so many days from today (negative = ago), in the customer's time zone; `yearly`: its
    next anniversary does.
    """

    trait: str
    days: Range
    yearly: bool = False


@hashed_once
@dataclass(frozen=True, slots=True)
class Share(Hashed):
    """A part of all customers, drawn by their id: from `low` up to, not including, `high` thousandths of a percent."""

    low: int
    high: int
    salt: str


@hashed_once
@dataclass(frozen=True, slots=True)
class Account(Hashed):
    """What is known of some account of the customer passes a test. Nothing holds of whoever has none."""

    test: Test


@hashed_once
@dataclass(frozen=True, slots=True)
class Identified(Hashed):
    """The customer is known by an identifier of this kind."""

    kind: IdentifierKind


@hashed_once
@dataclass(frozen=True, slots=True)
class Consent(Hashed):
    """Where the customer stood, at the moment, on a purpose and a channel."""

    purpose: str
    channel: str
    state: ConsentState = "granted"


@hashed_once
@dataclass(frozen=True, slots=True)
class InList(Hashed):
    """A member of a static list, which is kept somewhere under its key."""

    key: str


@hashed_once
@dataclass(frozen=True, slots=True)
class InSegment(Hashed):
    """The condition that is kept under this key holds. `resolving.py` puts that condition in its place before anything
    reads it.
    """

    key: str


@hashed_once
@dataclass(frozen=True, slots=True)
class Answer(Hashed):
    """The last answer on a scale, as it was given, perhaps to events of these names: short for the last such event, its
    rating on that scale being within limits.
    """

    scale: Scale
    range: Range
    names: tuple[str, ...] = ()
    frame: Frame = EVER


@hashed_once
@dataclass(frozen=True, slots=True)
class Computed(Hashed):
    """A computed trait passes a test: short for what its definition counts, at the moment."""

    test: Test


@hashed_once
@dataclass(frozen=True, slots=True)
class Group(Hashed):
    """All, any or none of several conditions hold."""

    kind: GroupKind
    parts: tuple[Condition, ...]


Known: TypeAlias = Trait | Day | Share | Account | Identified | Consent | InList
"""Leaves that no event tells: something is known of the customer."""
Short: TypeAlias = InSegment | Answer | Computed
"""Leaves that stand for a condition, which takes their place before anything is read."""
Leaf: TypeAlias = Did | Measure | End | InOrder | Silent | Slower | Stage | Known | Short
Condition: TypeAlias = Leaf | Group
Ground: TypeAlias = str | Condition
"""What customers stand in: a stage set by its key ("": the workspace's own), or a segment by what it says."""


@lru_cache(maxsize=MANY)
def leaves(condition: Condition) -> tuple[Leaf, ...]:
    """Every leaf, from left to right."""
    if not isinstance(condition, Group):
        return (condition,)
    return tuple(leaf for part in condition.parts for leaf in leaves(part))


def depth(condition: Condition) -> int:
    """How many levels of groups there are, a leaf alone being one."""
    return 1 + max(map(depth, condition.parts), default=0) if isinstance(condition, Group) else 1


@lru_cache(maxsize=MANY)
def happenings(leaf: Leaf) -> tuple[Happening, ...]:
    """Everything that a leaf looks for in the journey, anchors and exclusions too."""
    if isinstance(leaf, Stage | Known | InSegment | Computed):
        return ()
    if isinstance(leaf, InOrder):
        found = [each for step in leaf.steps for each in (step.what, *step.without)]
    else:
        found = [] if isinstance(leaf, Answer) else [leaf.what]
    frame = getattr(leaf, "frame", EVER)
    return (*found, frame.since) if frame.since else tuple(found)


def every_leaf(condition: Condition) -> tuple[Leaf, ...]:
    """Every leaf, those of segments that it looks for the entries and exits of too."""
    own = leaves(condition)
    said = dict.fromkeys(each for leaf in own for what in happenings(leaf) for each in what.says)
    return (*own, *(leaf for each in said for leaf in leaves(each)))


def stage_sets(condition: Condition) -> frozenset[str]:
    """The keys of the stage sets that a condition speaks of, "" the workspace's own."""
    every = leaves(condition)
    stood = {leaf.stage_set for leaf in every if isinstance(leaf, Stage)}
    return frozenset(stood | {each.stage_set for leaf in every for each in happenings(leaf) if each.kind == "stage"})


@lru_cache(maxsize=MANY)
def grounds(condition: Condition) -> frozenset[Ground]:
    """All that customers enter and leave and that a condition speaks of."""
    said = (each for leaf in leaves(condition) for what in happenings(leaf) for each in what.says)
    return stage_sets(condition) | frozenset(said)
