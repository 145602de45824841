"""The words a condition is made of, for completion: names with what is known of them, and values where they are few."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from wend.conditions.dated import Undated
from wend.conditions.shorts import Computation
from wend.customers import facade as customers
from wend.domain.event import IDENTIFIER_KINDS, SCALES, IdentifierKind, Scale, scale_bounds
from wend.domain.names import Name
from wend.domain.stage import StageSet
from wend.questions import facade as questions
from wend.segments import facade as segments
from wend.segments.facade import Segment
from wend.touchpoints import facade as touchpoints
from wend.web.choices import choices
from wend.workspaces.facade import Workspace

Kind = Literal["number", "flag", "date", "text"]
MOST_VALUES = 100
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4})([T ].*)?")


@dataclass(frozen=True, slots=True)
class SeenValue:
    """A value that was seen, and how often."""

    value: str
    times: int


@dataclass(frozen=True, slots=True)
class PropertyWord:
    """A property of events, by what its values look like."""

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class EventWord:
    """An event name and what people call it; `last_at` is epoch seconds, `rated` whether any of it has a rating."""

    name: str
    title: Name
    events: int
    customers: int
    last_at: int
    rated: bool
    properties: tuple[PropertyWord, ...]


@dataclass(frozen=True, slots=True)
class NamedWord:
    """A touchpoint, a stage or a list."""

    key: str
    name: Name


@dataclass(frozen=True, slots=True)
class SegmentWord:
    """A segment; `undated` is why it cannot be told when it is entered and left, nor a stage be told by it, "" where it
    can.
    """

    key: str
    name: Name
    undated: Undated | Literal[""]


@dataclass(frozen=True, slots=True)
class TraitWord:
    """A trait of customers or of their accounts, with its values where they are few."""

    name: str
    kind: Kind
    values: tuple[SeenValue, ...]


@dataclass(frozen=True, slots=True)
class ComputedWord:
    """A computed trait that a condition can say."""

    name: str
    title: Name
    kind: Kind


@dataclass(frozen=True, slots=True)
class StageSetWord:
    """A stage set with its stages in order."""

    key: str
    name: Name
    stages: tuple[NamedWord, ...]


@dataclass(frozen=True, slots=True)
class ScaleWord:
    """A scale on which customers answer, with its lowest and highest answer."""

    scale: Scale
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Words:
    """Every name that a condition may use; stages are those of the default stage set, which comes first among
    `stage_sets`. `channels` are those of events, `consent_channels` those on which somebody may agree to something of
    `purposes`. `bought` are the events that are a purchase, `currency` is the one that most amounts are in, `as_of` the
    moment at which conditions are counted.
    """

    events: tuple[EventWord, ...]
    touchpoints: tuple[NamedWord, ...]
    stages: tuple[NamedWord, ...]
    stage_sets: tuple[StageSetWord, ...]
    segments: tuple[SegmentWord, ...]
    lists: tuple[NamedWord, ...]
    traits: tuple[TraitWord, ...]
    computed: tuple[ComputedWord, ...]
    account_traits: tuple[TraitWord, ...]
    identifiers: tuple[IdentifierKind, ...]
    purposes: tuple[NamedWord, ...]
    consent_channels: tuple[str, ...]
    scales: tuple[ScaleWord, ...]
    channels: tuple[str, ...]
    bought: tuple[str, ...]
    currency: str
    customers: int
    as_of: int


def words_of(workspace: Workspace) -> Words:
    """The words of the log as it is now."""
    offered, journal = choices(workspace), workspace.log.journal()
    few = {each.name: each.values for each in offered.traits}
    anything = bool(journal.events)
    sets = tuple(map(_stage_set, touchpoints.stage_sets(workspace))) if anything else ()
    registered = tuple(touchpoints.touchpoints(workspace)) if anything else ()
    alone = segments.called_alone(registered)
    events = tuple(_event(kind, alone) for kind in workspace.log.catalogue().kinds)
    kept, known, undated = segments.segments(workspace), customers.facts(workspace), segments.undated(workspace)
    return Words(
        events=events,
        touchpoints=tuple(NamedWord(each.key, each.name) for each in registered),
        stages=sets[0].stages if sets else (),
        stage_sets=sets,
        segments=tuple(SegmentWord(each.key, _name(each), undated.get(each.key, "")) for each in kept),
        lists=tuple(NamedWord(each.key, _name(each)) for each in kept if each.kind == "list"),
        traits=tuple(
            TraitWord(name, kind_of(questions.values_of_trait(journal, name)), _few(few.get(name, ())))
            for name in journal.trait_names
        ),
        computed=tuple(_computed(workspace, known.computed(), events)),
        account_traits=tuple(_of_accounts(workspace)),
        identifiers=IDENTIFIER_KINDS,
        purposes=tuple(NamedWord(each.key, each.name) for each in customers.purposes(workspace)),
        consent_channels=tuple(known.channels()),
        scales=tuple(ScaleWord(each, *scale_bounds(each)) for each in SCALES),
        channels=tuple(each.channel for each in offered.channels),
        bought=touchpoints.draft(workspace).bought if anything else (),
        currency=offered.currency,
        customers=offered.customers,
        as_of=journal.last_at,
    )


def values_of(workspace: Workspace, name: str) -> tuple[SeenValue, ...]:
    """The values of a property of events, most frequent first; nothing when there are more than one can choose from."""
    found = workspace.log.property(name)
    if not 0 < len(found.values) <= MOST_VALUES:
        return ()
    counts = np.zeros(len(found.values), np.int64)
    for codes in found.codes:
        counts += np.bincount(codes[codes >= 0], minlength=len(counts))
    pairs = zip(found.values.to_pylist(), counts.tolist(), strict=True)
    return tuple(
        SeenValue(value, times) for value, times in sorted(pairs, key=lambda pair: (-pair[1], pair[0])) if times
    )


def kind_of(values: Iterable[str]) -> Kind:
    """What all of these values look like; a text when there are none.

    >>> kind_of(["1", "2.5"]), kind_of(["true"]), kind_of(["1990-02-28"]), kind_of(["1", "many"]), kind_of([])
    ('number', 'flag', 'date', 'text', 'text')
    """
    known = [value.strip() for value in values if value.strip()]
    if not known:
        return "text"
    if all(value in ("true", "false") for value in known):
        return "flag"
    if all(_DATE.fullmatch(value) for value in known):
        return "date"
    return "number" if all(_is_number(value) for value in known) else "text"


def _is_number(value: str) -> bool:
    return re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)", value) is not None and not re.match(r"\+|0\d", value)


def _event(kind: Any, alone: Mapping[str, Name]) -> EventWord:
    properties = tuple(PropertyWord(each.name, kind_of(each.examples)) for each in kind.properties)
    title = alone.get(kind.name) or touchpoints.event_name(kind.name)
    return EventWord(kind.name, title, kind.events, kind.customers, kind.last_at, kind.rated > 0, properties)


def _stage_set(each: StageSet) -> StageSetWord:
    return StageSetWord(each.key, each.name, tuple(NamedWord(stage.key, stage.name) for stage in each.stages))


def _name(each: Segment) -> Name:
    return Name(each.name, each.name)


def _computed(
    workspace: Workspace, known: Mapping[str, Computation], events: Iterable[EventWord]
) -> Iterator[ComputedWord]:
    """Those that a condition can say: of what came most often, and of mixed things, none can."""
    kinds = {each.name: each.kind for event in events for each in event.properties}
    for trait in customers.computed_traits(workspace):
        meant = known.get(trait.name)
        if meant is None or meant.what is None:
            continue
        as_it_came = meant.measure in ("first", "last") and meant.of.name not in ("amount", "rating")
        yield ComputedWord(trait.name, trait.title, kinds.get(meant.of.name, "text") if as_it_came else "number")


def _of_accounts(workspace: Workspace) -> Iterator[TraitWord]:
    """What is known of accounts, the values of a trait with how many accounts have each."""
    for name, values in sorted(customers.account_traits(workspace).items()):
        told = sorted(values.items(), key=lambda pair: (-pair[1], pair[0]))
        few = tuple(SeenValue(value, accounts) for value, accounts in told) if len(told) <= MOST_VALUES else ()
        yield TraitWord(name, kind_of(values), few)


def _few(values: Iterable[Any]) -> tuple[SeenValue, ...]:
    return tuple(SeenValue(each.value, each.customers) for each in values)
