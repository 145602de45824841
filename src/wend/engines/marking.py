"""What a condition looks for, as marks on the events of a journal.

Plain names are bits by code; for what needs more there is a column of further bits, and a column of values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from wend.conditions import errors, values
from wend.conditions.dated import by_time_alone
from wend.conditions.facts import NOTHING, Facts
from wend.conditions.journey import Happened
from wend.conditions.looked import Look, check_looks, looked_for
from wend.conditions.season import Season
from wend.conditions.tree import PASSAGES, Condition, Ground, Happening, Leaf, Measure, Of, Test
from wend.engines import entries
from wend.engines.entries import Belonging, Entries
from wend.engines.lens import Lens, Mask, ValuesOf, every_event, once_each
from wend.engines.machine import Machine
from wend.engines.source import Bucket
from wend.engines.verdicts import verdicts
from wend.folds import season as seasons
from wend.folds.contract import NEVER, NOT_COVERED, Cells
from wend.folds.lapses import Hung, Lapses, hung, put_together
from wend.folds.segment import PLAIN_MARKS
from wend.folds.stage_walk import Rules
from wend.log.facade import CURRENCY, Property

_NO_RATING = -32768
NO_EVENT = Happened(0, "", 0)
"""What is tested where something comes about by time alone: it has no property, no channel and no money."""


Staged = tuple[Rules, tuple[str, ...]]
"""The rules of a stage set, and its stages by code."""
_INSIDE = {"entered_segment": 1, "left_segment": 0}


BelongingOf: TypeAlias = Callable[[Bucket, int], Belonging]


@dataclass(frozen=True)
class World:
    """What conditions are asked of: a journal, its properties, and the registry in the journal's codes. `rules` and
    `stages` are of the workspace's own stage set, `staged` gives those of another and `standing` where
    customers stand in it, when it is told by conditions; `belonging` decides segments whose entries and exits are
    looked for (`standing.belonging`); `zone` is the workspace's; `facts` is what no event tells.
    """

    machine: Machine
    lens: Lens
    rules: Rules
    stages: tuple[str, ...]
    property_of: Callable[[str], Property] | None = None
    zone: str = "UTC"
    facts: Facts = NOTHING
    staged: Callable[[str], Staged] | None = None
    standing: Callable[[str], Lens] | None = None
    belonging: Callable[[World, Condition], BelongingOf] | None = None
    _belonging: dict[Condition, BelongingOf] = field(default_factory=dict, repr=False, compare=False)
    _verdicts: dict[Test, Mask] = field(default_factory=dict, repr=False, compare=False)
    _properties: dict[str, Property] = field(default_factory=dict, repr=False, compare=False)

    def stages_of(self, stage_set: str) -> Staged:
        """A stage set; raises UnknownStageSet where nobody keeps others."""
        if not stage_set:
            return self.rules, self.stages
        if self.staged is None:
            raise errors.UnknownStageSet(stage_set, ())
        return self.staged(stage_set)

    def standing_of(self, stage_set: str) -> Lens:
        """The lens that tells where customers stand in a set whose stages are conditions."""
        return self.lens if not stage_set or self.standing is None else self.standing(stage_set)

    def belonging_of(self, said: Condition) -> BelongingOf:
        """Who enters and leaves a segment by what it says; raises UnknownSegment where nobody decides any."""
        if self.belonging is None:
            raise errors.UnknownSegment("", ())
        if said not in self._belonging:
            self._belonging[said] = self.belonging(self, said)
        return self._belonging[said]

    def lapses(self, ground: Ground, bucket: Bucket, number: int) -> Lapses | None:
        """Where time alone leads customers from stage to stage of a set, or in and out of a segment; None where rules
        count.
        """
        if not isinstance(ground, str):
            return self.belonging_of(ground)(bucket, number).lapses
        lens, (rules, _) = self.standing_of(ground), self.stages_of(ground)
        return None if rules.told < 0 or lens.lapses is None else lens.lapses(bucket, number)

    def entries(self, stage_set: str, bucket: Bucket, number: int) -> Entries:
        """Which stages of a set customers enter, at events and between them."""
        rules, _ = self.stages_of(stage_set)
        lens, offsets = self.standing_of(stage_set), np.asarray(bucket.offsets, np.int64)
        touched = self.lens.read(bucket, number)
        if rules.told < 0 or lens.stood is None or lens.lapses is None:
            return entries.counted(offsets, touched, rules)
        standing = lens.stood(bucket, number), lens.lapses(bucket, number)
        return entries.told(offsets, touched != NOT_COVERED, *standing, rules)

    def property(self, name: str) -> Property:
        """A property of all events; raises UnknownProperty where nobody keeps any."""
        if self.property_of is None:
            raise errors.UnknownProperty(name, ())
        if name not in self._properties:
            self._properties[name] = self.property_of(name)
        return self._properties[name]

    def passing(self, test: Test, bucket: Bucket, number: int) -> Mask:
        """Which events of a bucket pass a test."""
        if test.source == "property":
            found = self.property(test.name)
            if test not in self._verdicts:
                self._verdicts[test] = verdicts(test, found.values)
            return self._verdicts[test][found.codes[number]]  # a missing property has code −1: the verdict at the end
        if test.name == "channel":
            names = self.machine.journal.words.channels
            fits = np.array([values.passes(test, name) for name in names] or [False], np.bool_)
            return np.asarray(fits[bucket.channel], np.bool_)
        return _passing_numbers(test, self.numbers(test.name, test.currency, bucket, number))

    def numbers(self, name: str, currency: str, bucket: Bucket, number: int) -> Cells:
        """A field of the events of a bucket in thousandths, NEVER where there is none."""
        if name == "rating":
            rating = np.asarray(bucket.rating, np.int64)
            return np.where(rating == _NO_RATING, NEVER, rating * 10)
        amount = np.asarray(bucket.amount, np.int64)
        there = amount != 0
        if currency:
            came_in = self.property(CURRENCY)
            mine = np.array([text == currency for text in came_in.values.to_pylist()] + [False], np.bool_)
            there &= mine[came_in.codes[number]]
        return np.where(there, amount * (values.money(1, currency, currency) or 0), NEVER)

    def measured(self, leaf: Measure, bucket: Bucket, number: int) -> Cells:
        """What a leaf measures of the events of a bucket; words as codes that are equal when the words are."""
        of = leaf.of
        if of.source == "field" and of.name != "channel":
            return self.numbers(of.name, of.currency, bucket, number)
        if of.source == "field":
            texts, codes = list(self.machine.journal.words.channels), np.asarray(bucket.channel, np.int64)
        else:
            found = self.property(of.name)
            texts, codes = found.values.to_pylist(), np.asarray(found.codes[number], np.int64)
        known = words_of(texts) if leaf.kind == "distinct" else [values.number(text) for text in texts]
        table = np.array([*(NEVER if each is None else each for each in known), NEVER], np.int64)
        return np.asarray(table[codes])


def words_of(texts: Sequence[str]) -> list[int | None]:
    places: dict[str, int] = {}
    words = (values.given(text) for text in texts)
    return [None if word is None else places.setdefault(word, len(places)) for word in words]


def _passing_numbers(test: Test, numbers: Cells) -> Mask:
    there = numbers != NEVER
    limits = [values.scaled(value) for value in test.values]
    match test.operator:
        case "present":
            return np.asarray(there)
        case "absent":
            return np.asarray(~there)
        case "is":
            return np.asarray(there & np.isin(numbers, limits))
        case "is_not":
            return np.asarray(~there | ~np.isin(numbers, limits))
        case "at_least":
            return np.asarray(there & (numbers >= limits[0]))
        case "at_most":
            return np.asarray(there & (numbers <= limits[0]))
        case "more_than":
            return np.asarray(there & (numbers > limits[0]))
    return np.asarray(there & (numbers < limits[0]))


class Marks:
    """Bits given out to what leaves look for, each thing once; raises TooManyLooks when there are not enough."""

    def __init__(self, world: World, found: Sequence[Leaf]) -> None:
        check_looks(found)
        self._world = world
        looks = list(dict.fromkeys(look for leaf in found for look in looked_for(leaf)))
        self._plain = {look: bit for bit, look in enumerate(look for look in looks if look.plain)}
        self._further = {look: bit for bit, look in enumerate(look for look in looks if not look.plain)}

    def of(self, *what: Happening, test: Test | None = None, came_from: str = "") -> int:
        """The mark of any of some happenings, as a mask with one bit; 0 for none."""
        if not what:
            return 0
        look = Look(what, test, came_from)
        return 1 << (self._plain[look] if look.plain else self._further[look] + PLAIN_MARKS)

    @property
    def further(self) -> bool:
        """Whether anything needs more than a name."""
        return bool(self._further)

    def table(self) -> Cells:
        """The plain marks by code of event."""
        names = self._world.machine.journal.words.events
        table = np.zeros(max(1, len(names)), np.int64)
        for look, bit in self._plain.items():
            for what in look.what:
                table |= np.where(_named(what, names), np.int64(1) << np.int64(bit), 0)
        return table

    @property
    def lapsing(self) -> bool:
        """Whether anything that is looked for may come about by time alone."""
        return any(self._may_lapse(what) for _, what in self._by_time())

    def _may_lapse(self, what: Happening) -> bool:
        if what.kind == "stage":
            return self._world.stages_of(what.stage_set)[0].told >= 0
        return any(map(by_time_alone, what.says))

    def column(self, bucket: Bucket, number: int) -> NDArray[np.uint16]:
        """The further marks of the events of a bucket."""
        column, entered = np.zeros(len(bucket.event), np.uint16), dict[str, Entries]()
        for look, bit in self._further.items():
            for what in look.what:
                if what.kind in PASSAGES:
                    found = self._entered(what, look.came_from, bucket, number, entered)
                    mine = found.row[found.at == NEVER]
                else:
                    mine = np.flatnonzero(self._fits(what, bucket, number))
                for each in _tests(what, look):
                    mine = mine[self._world.passing(each, bucket, number)[mine]]
                column[mine] |= np.uint16(1 << bit)
        return column

    def lapsed(self, bucket: Bucket, number: int) -> Hung | None:
        """The same as columns of a fold."""
        return hung(self.between(bucket, number), len(bucket.event))

    def between(self, bucket: Bucket, number: int) -> Lapses:
        """The marks of what comes about between the events of a bucket, at the event directly before."""
        found, entered = [], dict[str, Entries]()
        for look, what in self._by_time():
            mine = self._entered(what, look.came_from, bucket, number, entered)
            lapses = np.flatnonzero(mine.at != NEVER)
            bits = np.full(len(lapses), 1 << self._further[look], np.uint16)
            found.append(Lapses(mine.row[lapses], mine.at[lapses], bits))
        return put_together(found)

    def _by_time(self) -> Iterator[tuple[Look, Happening]]:
        """What may come about by time alone: entries of stages and passages of segments, unless something is asked that
        only events have.
        """
        for look in self._further:
            for what in look.what:
                if what.kind in PASSAGES and all(NO_EVENT.passes(each) for each in _tests(what, look)):
                    yield look, what

    def _entered(
        self, what: Happening, came_from: str, bucket: Bucket, number: int, entered: dict[str, Entries]
    ) -> Entries:
        """The entries that are this happening; those of a set are `entered` once."""
        if what.kind != "stage":
            return self._passed(what, bucket, number)
        if what.stage_set not in entered:
            entered[what.stage_set] = self._world.entries(what.stage_set, bucket, number)
        found, (_, stages) = entered[what.stage_set], self._world.stages_of(what.stage_set)
        fits = np.isin(found.stage, [place for place, stage in enumerate(stages) if stage in (what.names or stages)])
        if came_from:
            fits &= found.came_from == stages.index(came_from)
        return Entries(*(each[fits] for each in found))

    def _passed(self, what: Happening, bucket: Bucket, number: int) -> Entries:
        """Of any of its segments."""
        every = [self._world.belonging_of(said)(bucket, number).entries for said in what.says]
        found = Entries(*map(np.concatenate, zip(*every, strict=True)))
        fits = found.stage == _INSIDE[what.kind]
        return Entries(*(each[fits] for each in found))

    def _fits(self, what: Happening, bucket: Bucket, number: int) -> Mask:
        world = self._world
        if what.kind != "touchpoint":
            return np.asarray(_named(what, world.machine.journal.words.events)[bucket.event])
        table = np.zeros(NOT_COVERED + 1, np.bool_)
        table[: len(world.lens.names)] = [name in what.names for name in world.lens.names]
        return np.asarray(table[world.lens.read(bucket, number)])


def _tests(what: Happening, look: Look) -> tuple[Test, ...]:
    return (*what.where, *((look.test,) if look.test else ()))


def _named(what: Happening, names: Sequence[str]) -> Mask:
    fits = [what.kind == "anything" or name in what.names for name in names]
    return np.array(fits or [False], np.bool_)


def lens_of(world: World, marks: Marks, measured: Measure | ValuesOf | None) -> Lens | None:
    """How events are read for a walk, with what a leaf measures, or with values of any other kind; None when their
    names are enough.
    """
    amounts = None if isinstance(measured, Measure) else measured
    if isinstance(measured, Measure) and not plain_amount(measured.of):
        amounts = partial(world.measured, measured)
    if not marks.further and amounts is None:
        return None

    def steps(bucket: Bucket, _: int) -> NDArray[np.uint16]:
        return np.asarray(bucket.event, np.uint16)

    lapsed = once_each(marks.lapsed) if marks.lapsing else None
    lens = every_event(world.machine.journal.words)
    return replace(lens, steps=steps, marks=marks.column, amounts=amounts, lapsed=lapsed)


def plain_amount(of: Of) -> bool:
    """Whether a measure is of money in whatever currency it came: the journal's own column."""
    return of == Of("field", "amount")


def season_cells(season: Season) -> seasons.Season:
    """The time of a business as walks want it."""
    return seasons.season(season.at, season.pace, season.gone)


def actives(season: Season, moments: Cells) -> Cells:
    """`Season.active` of many moments."""
    if not season.at:
        return moments
    cells = season_cells(season)
    k = np.searchsorted(cells.at, moments, side="right") - 1
    inside = (cells.gone[k] + (moments - cells.at[k]) * cells.pace[k]) // seasons.USUAL
    return np.where(k < 0, moments, inside)


def reached(season: Season, active: Cells) -> Cells:
    """`Season.reached` of many."""
    if not season.at:
        return active
    cells = season_cells(season)
    k = np.searchsorted(cells.gone, active * seasons.USUAL, side="left") - 1
    return np.where(k < 0, active, cells.at[k] - (cells.gone[k] - active * seasons.USUAL) // cells.pace[k])
