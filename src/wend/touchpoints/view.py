"""A journal seen through a registry: which touchpoint an event belongs to, and in which stage a customer stands."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar, cast

import numpy as np

from wend.conditions.season import EVEN, Season
from wend.domain.stage import StageSet
from wend.domain.touchpoint import Touchpoint
from wend.engines.lens import Lens, MaskOf, lens_of
from wend.engines.machine import Machine
from wend.engines.marking import season_cells
from wend.engines.source import Journal
from wend.engines.standing import standing_lens
from wend.folds import stage_walk
from wend.folds.contract import NOT_COVERED
from wend.folds.silence import Silences, of_days
from wend.log.facade import Property
from wend.touchpoints.registry import Registry, to_json
from wend.touchpoints.roles import read

T = TypeVar("T")
_KEPT = 64


@dataclass(frozen=True)
class View:
    """One journal version, one registry, one stage set; `codes` of touchpoints are their places in the registry.

    `property_of` and `zone` are for stages that are conditions; `season` is the time of the business.
    """

    machine: Machine
    registry: Registry
    stage_set: StageSet
    bought: tuple[str, ...] = ()
    mask_of: MaskOf | None = None
    told_version: str = ""
    property_of: Callable[[str], Property] | None = None
    zone: str = "UTC"
    season: Season = EVEN

    @cached_property
    def purchases(self) -> tuple[int, ...]:
        """Codes of the touchpoints that are a purchase."""
        return tuple(c for c, t in enumerate(self.touchpoints) if set(t.rule.events) & set(self.bought))

    @cached_property
    def recommending(self) -> tuple[int, ...]:
        """Codes of the touchpoints where customers are asked whether they would recommend us (0–10)."""
        readings = ((c, read(event)) for c, t in enumerate(self.touchpoints) for event in t.rule.events)
        return tuple(sorted({c for c, reading in readings if reading and reading.concept.key == "nps"}))

    @property
    def journal(self) -> Journal:
        """The journal that is looked at."""
        return self.machine.journal

    @property
    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """The registry's touchpoints, in the order of their codes."""
        return self.registry.touchpoints

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Touchpoint keys by code."""
        return tuple(t.key for t in self.touchpoints)

    @cached_property
    def lens(self) -> Lens:
        """Events read as touchpoints, with where customers stand where the stages are conditions."""
        return self.standing(self.covering, (self.stage_set,))

    @cached_property
    def covering(self) -> Lens:
        """Events read as touchpoints, and nothing of stages."""
        return lens_of(self.touchpoints, self.journal.words, self.version, self.mask_of)

    def standing(self, lens: Lens, stage_sets: Sequence[StageSet]) -> Lens:
        """The lens with these sets, at most two, each in its place."""

        def counted(each: StageSet) -> stage_walk.Rules:
            return counted_rules(each, self.names)

        return standing_lens(self.machine, lens, stage_sets, counted, self.property_of, self.zone, self.season)

    @cached_property
    def version(self) -> str:
        """Changes whenever a rule, the season or the journal does; told by whoever makes views that are not kept."""
        if self.told_version:
            return self.told_version
        seen = to_json(self.registry) + ("" if self.season == EVEN else repr(self.season))
        digest = hashlib.sha256(seen.encode()).hexdigest()[:16]
        return f"{self.journal.version}/{digest}"

    @cached_property
    def rules(self) -> stage_walk.Rules:
        """The stage set's rules in touchpoint codes."""
        return rules_of(self.stage_set, self.names)

    @property
    def silences(self) -> Silences:
        """How silent somebody must be, by the stage set."""
        return silences_of(self.stage_set, self.season)

    def codes_lived(self, journal: Journal, bucket: int, row: int) -> list[int]:
        """The touchpoint code of every event of one customer, NOT_COVERED included."""
        found = journal.buckets[bucket]
        first, end = int(found.offsets[row]), int(found.offsets[row + 1])
        if self.covering.tested:
            return [int(code) for code in self.covering.read(found, bucket)[first:end]]
        return [int(code) for code in self.covering.table[found.event[first:end], found.channel[first:end]]]

    def touchpoints_lived(self, journal: Journal, bucket: int, row: int) -> list[Touchpoint | None]:
        """The touchpoint of every event of one customer; None where no rule covers it."""
        codes = self.codes_lived(journal, bucket, row)
        return [None if code == NOT_COVERED else self.touchpoints[code] for code in codes]

    def stages_lived(self, journal: Journal, bucket: int, row: int) -> list[int]:
        """The stage (its place in the set) that one customer stood in after every event."""
        begin, after_event = cast("Any", stage_walk.begin).py_func, cast("Any", stage_walk.after_event).py_func
        state, codes = np.zeros(stage_walk.room(self.rules), np.int64), self.codes_lived(journal, bucket, row)
        found = journal.buckets[bucket]
        stood: Sequence[int] = [0] * len(codes)
        if self.lens.stood is not None:
            column = self.lens.stood(found, bucket)
            stood = column[int(found.offsets[row]) : int(found.offsets[row + 1])].tolist()
        begin(state, 0, self.rules)
        return [int(after_event(state, 0, self.rules, code, there)) for code, there in zip(codes, stood, strict=True)]

    def lapses_lived(self, journal: Journal, bucket: int, row: int) -> list[tuple[int, int]]:
        """Where time alone leads one customer between events and after the last one: each moment and the stage (its
        place in the set), in order, however late. What no touchpoint covers is an event, and not among them.
        """
        if self.lens.lapses is None:
            return []
        found = journal.buckets[bucket]
        lapses = self.lens.lapses(found, bucket)
        first, end = np.searchsorted(lapses.row, [int(found.offsets[row]), int(found.offsets[row + 1])])
        return [(int(at), int(stage)) for at, stage in zip(lapses.at[first:end], lapses.stood[first:end], strict=True)]


def rules_of(stage_set: StageSet, names: tuple[str, ...], place: int = 0) -> stage_walk.Rules:
    """A stage set's rules in the codes of `names`; touchpoints the registry does not hold are left out. Stages that are
    conditions are read from the byte of this place.
    """
    if stage_set.is_told:
        return stage_walk.told(len(stage_set.stages), max(1, len(names)), place)
    return counted_rules(stage_set, names)


def silences_of(stage_set: StageSet, season: Season = EVEN) -> Silences:
    """How silent somebody must be to slow down, and to have left, in the time of the business."""
    days = stage_set.slowing_after_days, stage_set.left_after_days
    return of_days(*days, stage_set.slowing_times, season_cells(season))


def counted_rules(stage_set: StageSet, names: tuple[str, ...]) -> stage_walk.Rules:
    """The rules of a set that count."""
    code = {key: place for place, key in enumerate(names)}
    rows = [
        ([code[key] for key in rule.touchpoints if key in code], rule.at_least, place)
        for place, stage in enumerate(stage_set.stages)
        for rule in stage.rules
    ]
    members, need, stage = ([row[k] for row in rows] for k in range(3))
    return stage_walk.rules(
        cast("list[list[int]]", members),
        cast("list[int]", need),
        cast("list[int]", stage),
        len(stage_set.stages),
        max(1, len(names)),
    )


class Kept:
    """Bounded memory of what is dear to make; what was used longest ago goes first.

    Threads that want the same thing wait for the one that makes it; those that want another thing do not.
    """

    def __init__(self, most: int = _KEPT) -> None:
        self._most = most
        self._slots: OrderedDict[Hashable, _Slot] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made for `key`, made now if need be. What `make` raises is raised, and nothing is kept."""
        with self._lock:
            slot = self._slots.setdefault(key, _Slot())
            self._slots.move_to_end(key)
            while len(self._slots) > self._most:
                self._slots.popitem(last=False)
        with slot.turn:
            if not slot.made:
                slot.made.append(make())
            return cast("T", slot.made[0])


class _Slot:
    """A place for one thing: empty until its maker is done."""

    def __init__(self) -> None:
        self.turn = threading.RLock()
        self.made: list[Any] = []
