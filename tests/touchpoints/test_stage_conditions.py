"""Stages that are conditions: what the log is walked with, what one customer is read with, and the plain definition."""

from __future__ import annotations

import os
from dataclasses import replace
from random import Random

import numpy as np

from tests.conditions import worlds
from tests.touchpoints.oracle_stages import at_events, between, lived
from wend.conditions import document, standing
from wend.conditions.tree import EVER, Condition, InOrder, Leaf, Silent, Slower, leaves
from wend.domain.stage import Stage, StageSet
from wend.engines.lens import Lens
from wend.engines.standing import standing_lens
from wend.touchpoints.checks import DATED, of_stage_set
from wend.touchpoints.view import counted_rules

CASES = int(os.environ.get("WEND_STAGE_CASES", "150"))
NAMES = tuple(each.key for each in worlds.TOUCHPOINTS)


def dated(random: Random) -> Condition:
    """A condition that a walk can date, mostly one that time alone can change."""
    by_time = random.random() < 0.8
    while True:
        found = worlds.condition(random, levels=1)
        plain_order = not any(isinstance(leaf, InOrder) and leaf.compared for leaf in leaves(found))
        timed = any(map(by_time_alone, leaves(found)))
        if plain_order and all(map(is_dated, leaves(found))) and "kind='stage'" not in repr(found) and timed >= by_time:
            return found


def by_time_alone(leaf: Leaf) -> bool:
    """Whether a statement may change while nothing happens."""
    return isinstance(leaf, Silent | Slower) or bool(getattr(leaf, "frame", EVER).last)


def is_told_by_time(stage_set: StageSet) -> bool:
    """Whether any stage of a set may be entered or left while nothing happens."""
    written = [each for stage in stage_set.stages for each in (stage.enter, stage.exit) if each]
    return any(by_time_alone(leaf) for each in written for leaf in leaves(document.from_json(each)))


def is_dated(leaf: Leaf) -> bool:
    """Whether a walk can date a statement."""
    return isinstance(leaf, DATED)


def a_set(random: Random) -> StageSet:
    """Up to four stages, some with counting rules, most with an entry, some with an exit."""
    shipped = worlds.STAGES.stages
    stages = []
    for place in range(random.randint(1, 4)):
        enter, leave = (document.to_json(dated(random)) if random.random() < chance else None for chance in (0.8, 0.4))
        rules = shipped[place % 3].rules if random.random() < 0.4 else ()
        stages.append(Stage(f"s{place}", shipped[0].name, rules, enter=enter, exit=leave))
    return StageSet("told", shipped[0].name, tuple(stages))


def seen_through(log: worlds.Log, stage_set: StageSet) -> Lens:
    """The lens that tells where customers of a log stand."""
    world = log.world
    beside = (world.property_of, world.zone, world.facts.season())
    return standing_lens(world.machine, world.lens, [stage_set], lambda each: counted_rules(each, NAMES), *beside)


def walked(log: worlds.Log, stage_set: StageSet) -> list[list[int]]:
    """The stages of every customer after their events, by the compiled walk."""
    lens, found = seen_through(log, stage_set), dict[str, list[int]]()
    for number, bucket in enumerate(log.world.machine.journal.buckets):
        stood = np.zeros(len(bucket.event), np.uint16) if lens.stood is None else lens.stood(bucket, number)
        for row, name in enumerate(bucket.customers.to_pylist()):
            found[name] = stood[int(bucket.offsets[row]) : int(bucket.offsets[row + 1])].tolist()
    return [found[name] for name in log.names]


def waited(log: worlds.Log, stage_set: StageSet) -> list[list[tuple[int, int]]]:
    """The changes of every customer between events, by the compiled walk."""
    lens, found = seen_through(log, stage_set), {name: list[tuple[int, int]]() for name in log.names}
    for number, bucket in enumerate(log.world.machine.journal.buckets):
        if lens.lapses is not None:
            lapses, names = lens.lapses(bucket, number), bucket.customers.to_pylist()
            owners = np.searchsorted(bucket.offsets, lapses.row, side="right") - 1
            for owner, at, stage in zip(owners, lapses.at, lapses.stood, strict=True):
                found[names[owner]].append((int(at), int(stage)))
    return [found[name] for name in log.names]


def test_the_walk_stands_where_the_plain_definition_does_after_events_and_between_them() -> None:
    many = 0
    for case in range(CASES):
        random = Random(case)
        log, stage_set = worlds.log(random), a_set(random)
        if not any(stage.enter or stage.exit for stage in stage_set.stages):
            continue
        said, changed = walked(log, stage_set), waited(log, stage_set)
        for who, life in enumerate(log.lives):
            until = life[-1].at + 100 * worlds.DAY
            expected = lived(log, who, stage_set, until)
            assert said[who] == at_events(expected), (case, who, stage_set)
            assert [each for each in changed[who] if each[0] <= until] == between(expected), (case, who, stage_set)
            many += len(changed[who])
    assert many > CASES // 2


def test_a_rule_that_counts_is_a_spelling_of_did() -> None:
    for case in range(40):
        log = worlds.log(Random(case))
        spelled = [
            {"any": [{"did": {"touchpoint": list(r.touchpoints), "times": {"at_least": r.at_least}}} for r in s.rules]}
            for s in worlds.STAGES.stages
        ]
        told = tuple(
            replace(stage, rules=(), enter={"version": 1, "condition": entry} if stage.rules else None)
            for stage, entry in zip(worlds.STAGES.stages, spelled, strict=True)
        )
        for who, said in enumerate(walked(log, replace(worlds.STAGES, stages=told))):
            journey = log.journey(who, Random(case))
            assert said == list(standing.stood(journey, worlds.STAGES))
            told_journey = replace(journey, standing=standing.entered, stage_set=replace(worlds.STAGES, stages=told))
            assert told_journey.entered() == journey.entered()


def test_what_has_no_history_is_refused_and_says_why() -> None:
    def wrong(condition: dict[str, object]) -> list[str]:
        stage = Stage("x", worlds.STAGES.name, enter={"version": 1, "condition": condition})
        found = of_stage_set(StageSet("told", worlds.STAGES.name, (stage,)), NAMES, worlds.WORDS.events)
        return [each.key.rpartition(".")[2] for each in found]

    assert wrong({"did": {"touchpoint": "buy"}}) == []
    assert wrong({"did": {"touchpoint": "by"}}) == ["bad_condition"]
    assert wrong({"trait": {"trait": "city", "is": "Huế"}}) == ["no_history"]
    assert wrong({"stage": {"is": "warm"}}) == ["stage_of_stage"]
    assert wrong({"share": {"from": 0, "to": 50, "salt": "x"}}) == ["no_history"]


def test_a_set_that_looks_for_more_than_one_walk_has_room_for_is_refused() -> None:
    def a_stage(number: int) -> Stage:
        where = [{"property": "price", "is": number}]
        enter = {"version": 1, "condition": {"did": {"event": "a", "where": where}}}
        return Stage(f"s{number}", worlds.STAGES.name, enter=enter, exit=enter if number % 2 else None)

    def wrong(stages: int) -> list[str]:
        told = StageSet("told", worlds.STAGES.name, tuple(a_stage(k % 20) for k in range(stages)))
        return [each.key.rpartition(".")[2] for each in of_stage_set(told, NAMES, worlds.WORDS.events)]

    assert "too_many_looks" not in wrong(16)
    assert "too_many_looks" in wrong(17)
