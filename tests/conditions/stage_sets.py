"""Random stage sets whose stages are conditions, each from a seed, and logs that are seen through them."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cached_property
from random import Random
from typing import Any, cast

from tests.conditions import worlds
from tests.conditions.oracle import Customer
from tests.conditions.oracle_segments import customer
from tests.conditions.oracle_stages import Moment, lived
from wend.conditions import document, standing
from wend.conditions.dated import by_time_alone, undated
from wend.conditions.journey import Journey
from wend.conditions.resolving import resolved
from wend.conditions.tree import (
    Condition,
    Happening,
    Known,
    Leaf,
    Short,
    Stage as Stands,
    leaves,
    stage_sets,
)
from wend.domain.stage import Stage, StageSet
from wend.engines.lens import Lens
from wend.engines.marking import World
from wend.engines.standing import standing_lens
from wend.folds import stage_walk
from wend.touchpoints.view import counted_rules

NAMES = tuple(each.key for each in worlds.TOUCHPOINTS)
TOLD = "told"


def dated(random: Random) -> Condition:
    """A condition that a walk can date, mostly one that time alone can change."""
    by_time = random.random() < 0.8
    while True:
        found = worlds.condition(random, levels=1)
        timed = by_time_alone(found)
        if all(map(is_dated, leaves(found))) and timed >= by_time:
            return found


def is_told_by_time(stage_set: StageSet) -> bool:
    """Whether any stage of a set may be entered or left while nothing happens."""
    written = [each for stage in stage_set.stages for each in (stage.enter, stage.exit) if each]
    return any(by_time_alone(document.from_json(each)) for each in written)


def is_dated(leaf: Leaf) -> bool:
    """Whether a walk can date a statement."""
    return undated(leaf) is None


def a_set(random: Random) -> StageSet:
    """Up to four stages, some with counting rules, most with an entry, some with an exit."""
    shipped = worlds.STAGES.stages
    while True:
        stages = []
        for place in range(random.randint(1, 4)):
            chances = (0.8, 0.4)
            enter, leave = (document.to_json(dated(random)) if random.random() < each else None for each in chances)
            rules = shipped[place % 3].rules if random.random() < 0.4 else ()
            stages.append(Stage(f"s{place}", shipped[0].name, rules, enter=enter, exit=leave))
        told = StageSet(TOLD, shipped[0].name, tuple(stages))
        if told.is_told:
            return told


def seen_through(log: worlds.Log, stage_set: StageSet) -> Lens:
    """The lens that tells where customers of a log stand."""
    world = log.world
    beside = (world.property_of, world.zone, world.facts.season())
    return standing_lens(world.machine, world.lens, [stage_set], lambda each: counted_rules(each, NAMES), *beside)


@dataclass(frozen=True)
class Turning:
    """A log, and a stage set in which time alone moves its customers."""

    log: worlds.Log
    stage_set: StageSet

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of the stages."""
        return tuple(stage.key for stage in self.stage_set.stages)

    @cached_property
    def moments(self) -> list[list[Moment]]:
        """Where each customer stands by the plain definition, from the first event on that a touchpoint covers."""
        until = max(event.at for life in self.log.lives for event in life) + 100 * worlds.DAY
        found = []
        for who, life in enumerate(self.log.lives):
            covered = [place for place, event in enumerate(life) if event.touchpoint]
            every, first = lived(self.log, who, self.stage_set, until), min(covered, default=len(life))
            begun = next((k for k, each in enumerate(every) if each[1] == first), len(every))
            found.append(every[begun:])
        return found

    @property
    def world(self) -> World:
        """The world of the log, which knows the set too."""
        lens, codes, world = seen_through(self.log, self.stage_set), len(worlds.TOUCHPOINTS), self.log.world
        mine = (stage_walk.told(len(self.keys), codes), self.keys)

        def staged(key: str) -> Any:
            return mine if key == TOLD else world.stages_of(key)

        return replace(world, staged=staged, standing=lambda key: lens if key == TOLD else world.lens)

    def journey(self, who: int, random: Random) -> Journey:
        """The customer live."""
        sets = {**worlds.SETS, TOLD: self.stage_set}
        return replace(self.log.journey(who, random), stage_sets=sets, standing=standing.entered)

    def customer(self, who: int, now: int, written: Condition) -> Customer:
        """The customer of the oracle, with the passages of the segments that a condition names."""
        found = customer(self.log, who, now, written)
        found.sets = {**found.sets, TOLD: self.stage_set}
        found.stand(TOLD, self.moments[who])
        return found


def turning(random: Random) -> Turning:
    """A log and a set."""
    log = worlds.log(random)
    while True:
        stage_set = a_set(random)
        if is_told_by_time(stage_set):
            return Turning(log, stage_set)


def naming(random: Random, keys: tuple[str, ...]) -> Condition:
    """A condition about events that names stages of the told set."""
    while True:
        found = worlds.condition(random, levels=1)
        if stage_sets(found) and not any(isinstance(each, Known | Short) for each in leaves(found)):
            named = cast("Condition", _of_told(found, random, keys))
            return resolved(named, worlds.SEGMENTS, worlds.COMPUTED)


def _of_told(part: Any, random: Random, keys: tuple[str, ...]) -> Any:
    """The same, stages being those of the told set."""
    if isinstance(part, tuple):
        return tuple(_of_told(each, random, keys) for each in part)
    if not is_dataclass(part) or isinstance(part, type):
        return part
    changes = {each.name: _of_told(getattr(part, each.name), random, keys) for each in fields(part)}
    if isinstance(part, Stands):
        came_from = random.choice(keys) if part.came_from else ""
        changes |= {"stage": random.choice(keys), "came_from": came_from, "stage_set": TOLD}
    if isinstance(part, Happening) and part.kind == "stage":
        changes |= {"names": tuple(random.sample(keys, random.randint(1, len(keys)))), "stage_set": TOLD}
    return replace(part, **changes)
