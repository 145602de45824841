"""Stages that are conditions: what the log is walked with, what one customer is read with, and the plain definition."""

from __future__ import annotations

import os
from dataclasses import replace
from random import Random

from tests.conditions import worlds
from tests.conditions.oracle import true_of
from tests.conditions.oracle_stages import at_events, between, lived
from tests.conditions.stage_sets import NAMES, a_set, is_dated
from wend.conditions import document, standing
from wend.conditions.errors import NeverHolds
from wend.conditions.facts import Facts
from wend.conditions.possible import check_possible
from wend.conditions.tree import Answer, Computed, Condition, Did, Happening, InSegment, Leaf, leaves
from wend.domain.stage import Stage, StageSet
from wend.touchpoints.checks import of_stage_set
from wend.touchpoints.registry import Registry
from wend.touchpoints.view import View
from wend.touchpoints.written_out import written_out

CASES = int(os.environ.get("WEND_STAGE_CASES", "80"))
SHORT = (Answer, Computed, InSegment)


def view_of(log: worlds.Log, stage_set: StageSet) -> View:
    """The log seen through the set."""
    registry = Registry(worlds.TOUCHPOINTS, (stage_set,), stage_set.key)
    world = log.world
    beside = (world.property_of, world.zone, world.facts.season())
    return View(world.machine, registry, stage_set, (), None, "", *beside)


def walked(log: worlds.Log, stage_set: StageSet) -> list[tuple[list[int], list[tuple[int, int]]]]:
    """The stages of every customer after their events, and those to which time alone leads them."""
    view, found = view_of(log, stage_set), dict[str, tuple[list[int], list[tuple[int, int]]]]()
    for number, bucket in enumerate(view.journal.buckets):
        for row, name in enumerate(bucket.customers.to_pylist()):
            one = (view.journal, number, row)
            found[name] = view.stages_lived(*one), view.lapses_lived(*one)
    return [found[name] for name in log.names]


def test_the_walk_stands_where_the_plain_definition_does_after_events_and_between_them() -> None:
    many = 0
    for case in range(CASES):
        random = Random(case)
        log, stage_set = worlds.log(random), a_set(random)
        for who, (said, changed) in enumerate(walked(log, stage_set)):
            until = log.lives[who][-1].at + 100 * worlds.DAY
            expected = lived(log, who, stage_set, until)
            assert said == at_events(expected), (case, who, stage_set)
            assert [each for each in changed if each[0] <= until] == between(expected), (case, who, stage_set)
            many += len(changed)
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
        for who, (said, changed) in enumerate(walked(log, replace(worlds.STAGES, stages=told))):
            journey = log.journey(who, Random(case))
            assert said == list(standing.stood(journey, worlds.STAGES)) and not changed
            told_journey = replace(journey, standing=standing.entered, stage_set=replace(worlds.STAGES, stages=told))
            assert told_journey.entered() == journey.entered()


def test_what_has_no_history_is_refused_and_says_why() -> None:
    def wrong(condition: dict[str, object]) -> list[str]:
        stage = Stage("x", worlds.STAGES.name, enter={"version": 1, "condition": condition})
        facts = Facts(segments=lambda: worlds.SEGMENTS)
        found = of_stage_set(StageSet("told", worlds.STAGES.name, (stage,)), NAMES, worlds.WORDS.events, facts)
        return [each.key.rpartition(".")[2] for each in found]

    assert wrong({"did": {"touchpoint": "buy"}}) == []
    assert wrong({"did": {"touchpoint": "by"}}) == ["bad_condition"]
    assert wrong({"trait": {"trait": "city", "is": "Huế"}}) == ["no_history"]
    assert wrong({"stage": {"is": "warm"}}) == ["stage_of_stage"]
    assert wrong({"did": {"event": "a", "in": {"since": {"left_segment": "busy"}}}}) == ["stage_of_stage"]
    assert wrong({"share": {"from": 0, "to": 50, "salt": "x"}}) == ["no_history"]


def test_a_mistake_in_a_condition_is_told_in_both_languages() -> None:
    stage = Stage("x", worlds.STAGES.name, enter={"version": 1, "condition": {"did": {"touchpoint": "by"}}})
    [found] = of_stage_set(StageSet("told", worlds.STAGES.name, (stage,)), NAMES)
    assert "There is no touchpoint “by”." in found.sentence.en
    assert "Không có điểm chạm “by”." in found.sentence.vi


def a_short(random: Random) -> Condition:
    """A leaf that stands for a condition, on a scale that has its limits."""
    while True:
        found = worlds.leaf(random)
        if isinstance(found, SHORT) and (not isinstance(found, Answer) or possible(found)):
            return found


def possible(leaf: Leaf) -> bool:
    """Whether it is not ruled out from the beginning."""
    try:
        check_possible(leaf)
    except NeverHolds:
        return False
    return True


def test_what_stands_for_something_dated_is_written_out_and_means_the_same() -> None:
    facts = Facts(segments=lambda: worlds.SEGMENTS, computed=lambda: worlds.COMPUTED)
    asked = 0
    for case in range(40):
        random = Random(case)
        log, entry = worlds.log(random), document.to_json(a_short(random))
        stages = (worlds.STAGES.stages[0], Stage("x", worlds.STAGES.name, enter=entry))
        written = StageSet("told", worlds.STAGES.name, stages)
        wrong = [each.key for each in of_stage_set(written, NAMES, worlds.WORDS.events, facts)]
        if any(key.endswith("bad_condition") for key in wrong):
            continue  # no answer on that scale is so low or so high
        out = document.from_json(written_out(written, facts).stages[1].enter)
        assert not any(isinstance(leaf, SHORT) for leaf in leaves(out))
        assert bool(wrong) == (not all(map(is_dated, leaves(out)))), (entry, wrong)
        if not wrong:
            asked += 1
            said = walked(log, written_out(written, facts))
            for who, life in enumerate(log.lives):
                assert said[who][0] == at_events(lived(log, who, written_out(written, facts), life[-1].at)), (case, who)
                for event in life:
                    known = log.customer(who, event.at)
                    assert true_of(out, known) == true_of(document.from_json(entry), known), (case, who, entry)
    assert asked > 20


def test_a_segment_that_is_not_kept_is_refused_with_the_closest() -> None:
    stage = Stage("x", worlds.STAGES.name, enter={"version": 1, "condition": {"segment": {"is": "buyer"}}})
    facts = Facts(segments=lambda: {"buyers": Did(Happening("event", ("a",)))})
    [found] = of_stage_set(StageSet("told", worlds.STAGES.name, (stage,)), NAMES, worlds.WORDS.events, facts)
    assert (found.key.rpartition(".")[2], "buyers" in found.sentence.en) == ("bad_condition", True)


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
