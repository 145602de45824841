"""Stages that are conditions: what the log is walked with, what one customer is read with, and the plain definition."""

from __future__ import annotations

import os
from dataclasses import replace
from random import Random

import numpy as np

from tests.conditions import worlds
from tests.conditions.oracle import true_of
from wend.conditions import document, standing
from wend.conditions.tree import Condition, InOrder, leaves
from wend.domain.stage import Stage, StageSet
from wend.engines.standing import standing_lens
from wend.touchpoints.checks import DATED, of_stage_set
from wend.touchpoints.view import counted_rules

CASES = int(os.environ.get("WEND_STAGE_CASES", "150"))
NAMES = tuple(each.key for each in worlds.TOUCHPOINTS)


def dated(random: Random) -> Condition:
    """A condition that a walk can date."""
    while True:
        found = worlds.condition(random, levels=1)
        plain_order = not any(isinstance(leaf, InOrder) and leaf.compared for leaf in leaves(found))
        if plain_order and all(isinstance(leaf, DATED) for leaf in leaves(found)) and "kind='stage'" not in repr(found):
            return found


def a_set(random: Random) -> StageSet:
    """Up to four stages, some with counting rules, most with an entry, some with an exit."""
    shipped = worlds.STAGES.stages
    stages = []
    for place in range(random.randint(1, 4)):
        enter, leave = (document.to_json(dated(random)) if random.random() < chance else None for chance in (0.8, 0.4))
        rules = shipped[place % 3].rules if random.random() < 0.4 else ()
        stages.append(Stage(f"s{place}", shipped[0].name, rules, enter=enter, exit=leave))
    return StageSet("told", shipped[0].name, tuple(stages))


def plain(log: worlds.Log, who: int, stage_set: StageSet) -> list[int]:
    """The definition: what is open after each touchpoint, asked of the oracle of conditions."""
    life, found, is_open, stage = log.lives[who], [], set[int](), 0
    for place, event in enumerate(life):
        so_far = log.customer(who, event.at)
        so_far.life = [each for each in so_far.life if each.order <= event.order]
        if event.touchpoint:
            for k, each in enumerate(stage_set.stages):
                touched = [one.touchpoint for one in life[: place + 1]]
                enters = any(sum(t in rule.touchpoints for t in touched) >= rule.at_least for rule in each.rules)
                enters |= each.enter is not None and true_of(document.from_json(each.enter), so_far)
                leaves_it = each.exit is not None and true_of(document.from_json(each.exit), so_far)
                is_open = is_open - {k} if leaves_it else is_open | {k} if enters else is_open
            stage = max(is_open, default=0)
        found.append(stage)
    return found


def walked(log: worlds.Log, stage_set: StageSet) -> list[list[int]]:
    """What the compiled walk says of every customer."""
    world = log.world
    beside = (world.property_of, world.zone, world.facts.season())
    lens = standing_lens(world.machine, world.lens, [stage_set], lambda each: counted_rules(each, NAMES), *beside)
    found: dict[str, list[int]] = {}
    for number, bucket in enumerate(world.machine.journal.buckets):
        stood = np.zeros(len(bucket.event), np.uint16) if lens.stood is None else lens.stood(bucket, number)
        for row, name in enumerate(bucket.customers.to_pylist()):
            found[name] = stood[int(bucket.offsets[row]) : int(bucket.offsets[row + 1])].tolist()
    return [found[name] for name in log.names]


def test_log_one_customer_and_plain_definition_stand_alike() -> None:
    for case in range(CASES):
        random = Random(case)
        log, stage_set = worlds.log(random), a_set(random)
        if not any(stage.enter or stage.exit for stage in stage_set.stages):
            continue
        said = walked(log, stage_set)
        for who in range(len(log.names)):
            expected = plain(log, who, stage_set)
            assert said[who] == expected, (case, who, stage_set)
            assert list(standing.stood(log.journey(who, random), stage_set)) == expected, (case, who, stage_set)


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
