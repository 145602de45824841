"""Conditions that name a stage which time alone may enter: the reader of a log says what the plain definition says."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from tests.conditions import worlds
from tests.conditions.oracle import Customer, true_of
from tests.touchpoints.oracle_stages import Moment, between, lived
from tests.touchpoints.test_stage_conditions import a_set, is_told_by_time, seen_through
from wend.conditions.journey import Happened
from wend.conditions.tree import Condition, Group, Known, Short, Test, Trait, leaves
from wend.domain.selection import Selection
from wend.domain.stage import StageSet
from wend.engines.membership import members
from wend.engines.trend import trend
from wend.folds import stage_walk

CASES = int(os.environ.get("WEND_STAGE_CASES", "60"))
KEYS = tuple(stage.key for stage in worlds.STAGES.stages)
CLOCKS = 6


class Waiting(Customer):
    """A customer of whose life moments are a part at which time alone leads elsewhere."""

    told: list[str]

    def stands(self, key: str) -> list[str]:
        """The stage of the told set after everything; counting sets know of events only."""
        return self.told if not key else super().stands(key)


def waiting(log: worlds.Log, who: int, found: Sequence[Moment], now: int) -> Waiting:
    """The customer at a moment."""
    plain, life, begun = log.customer(who, now), list[Happened](), False
    seen = Waiting(
        plain.name,
        plain.life,
        plain.traits,
        plain.sets,
        plain.zone,
        now,
        plain.lists,
        plain.segments,
        plain.known,
        plain.paces,
    )
    seen.told = []
    for at, place, stage in found:
        if at <= now:
            event = Happened(-len(life) - 1, "", at) if place is None else log.lives[who][place]
            life.append(event)
            begun |= bool(event.touchpoint)
            seen.told.append(KEYS[stage] if begun else "")
    seen.life = life
    return seen


def told_by_time(random: Random) -> StageSet:
    """A set of the stages that conditions of these worlds name, which time alone can change."""
    while True:
        found = a_set(random)
        if len(found.stages) == len(KEYS) and is_told_by_time(found):
            stages = (replace(each, key=key) for each, key in zip(found.stages, KEYS, strict=True))
            return replace(found, stages=tuple(stages))


def naming_a_stage(random: Random) -> Condition:
    """A condition about events that names a stage; "anything" would count what is no event here."""
    while True:
        found = worlds.condition(random, levels=1)
        named = "kind='stage'" in repr(found) or "Stage(" in repr(found)
        if named and "anything" not in repr(found) and not any(isinstance(e, Known | Short) for e in leaves(found)):
            return found


def test_a_stage_entered_by_time_is_entered_for_conditions_too() -> None:
    lapses = 0
    for case in range(CASES):
        random = Random(case)
        log, stage_set, condition = worlds.log(random), told_by_time(random), naming_a_stage(random)
        lens, codes = seen_through(log, stage_set), len(worlds.TOUCHPOINTS)
        world = replace(log.world, lens=lens, rules=stage_walk.told(len(KEYS), codes), stages=KEYS)
        last = max(event.at for life in log.lives for event in life)
        found = [lived(log, who, stage_set, last + 40 * worlds.DAY) for who in range(len(log.names))]
        edges = [at for each in found for at, _ in between(each)] or [last]
        lapses += len(edges) - (edges == [last])
        edges += [event.at for life in log.lives for event in life]
        for now in (
            random.choice(edges) + random.choice((-1, 0, 0, 1, worlds.HOUR, worlds.DAY)) for _ in range(CLOCKS)
        ):
            real = {
                log.names[who] for who, each in enumerate(found) if true_of(condition, waiting(log, who, each, now))
            }
            said = set(members(world, condition, now, Selection(to_at=now + 1)).ids())
            assert said == real, (case, now, condition, stage_set)
    assert lapses > CASES


def test_many_moments_at_once_know_what_time_alone_did() -> None:
    for case in range(CASES // 2):
        random = Random(7_000 + case)
        log, stage_set = worlds.log(random), told_by_time(random)
        condition: Condition = naming_a_stage(random)
        if case % 3 == 0:  # beside what is known of customers, each has an answer of their own
            condition = Group("any", (condition, Trait(Test("trait", "city", "present"))))
        lens, codes = seen_through(log, stage_set), len(worlds.TOUCHPOINTS)
        world = replace(log.world, lens=lens, rules=stage_walk.told(len(KEYS), codes), stages=KEYS)
        times = [event.at for life in log.lives for event in life]
        clocks = sorted({random.choice(times) + random.choice((0, *worlds.WINDOWS)) for _ in range(CLOCKS)})
        alone = [len(members(world, condition, now, Selection(to_at=now + 1))) for now in clocks]
        assert trend(world, condition, clocks).sizes == alone, (case, clocks, condition, stage_set)
