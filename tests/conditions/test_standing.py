"""Stages that are conditions, of one customer: where they stand at every moment, and what is said of it."""

from __future__ import annotations

import os
from dataclasses import replace
from random import Random

from tests.conditions import worlds
from tests.conditions.oracle import true_of
from tests.conditions.stage_sets import a_set
from wend.conditions import document, live, standing
from wend.conditions.journey import Happened, Journey
from wend.conditions.tree import Condition, Did, Frame, Group, Happening, InOrder, Range, Silent, Stage, Step
from wend.domain.names import Name
from wend.domain.stage import Stage as StageOf, StageSet

CASES = int(os.environ.get("WEND_STAGE_CASES", "60"))
HOUR, DAY = 3_600, 86_400
NAME = Name("Stage", "Giai đoạn")
LATER = 400 * DAY


def test_one_customer_stands_where_the_definition_says_at_every_moment() -> None:
    for case in range(CASES):
        random = Random(case)
        log, stage_set = worlds.log(random), a_set(random)
        for who in range(len(log.names)):
            told = list(standing.lived(log.journey(who, random), stage_set))
            near = {each.at + by for each in told if each.place is None for by in (-1, 0, 1)}
            end = max([LATER, *(each.at for each in told)]) + worlds.START
            anywhere = {random.randrange(worlds.START, end) for _ in range(20)}
            assert told == log.customer(who, end).stood(stage_set, near | anywhere), (case, who, stage_set)


def test_what_a_condition_says_of_stages_moved_by_time_is_so() -> None:
    for case in range(CASES):
        random = Random(case)
        log, sets = worlds.log(random), {**worlds.SETS, "told": a_set(random, slower=False)}
        wanted = statement(random, [stage.key for stage in sets["told"].stages])
        for who in range(len(log.names)):
            journey = replace(log.journey(who, random), stage_sets=sets, standing=standing.entered)
            now = random.choice(log.lives[who]).at + random.choice((0, 1, HOUR, 3 * DAY, 40 * DAY))
            assert live.holds(wanted, journey, now) == said(log, who, now, sets, wanted), (case, who, now, wanted)
            ends = live.until(wanted, journey, now)
            for later in (now + 1, *((ends - 1, ends) if ends else (now + LATER,))):
                changed = ends is not None and later >= ends
                before = said(log, who, now, sets, wanted)
                assert said(log, who, later, sets, wanted) == (before != changed), (case, who, later, wanted)


def statement(random: Random, stages: list[str]) -> Stage | Did | InOrder | Silent:
    """Something about stages of the set "told"."""
    entered = Happening("stage", tuple(random.sample(stages, random.randint(1, len(stages)))), (), "told")
    order = (Step(Happening("anything")), Step(entered))
    return random.choice(
        (
            Stage(random.choice(stages), random.choice((0, HOUR, DAY)), random.choice(("", *stages)), "told"),
            Did(entered, worlds.limits(random, (0, 1, 2)), worlds.frame(random)),
            InOrder(random.choice((order, order[::-1])), random.choice((None, DAY)), worlds.frame(random)),
            Silent(entered, random.choice((HOUR, DAY))),
        )
    )


def said(log: worlds.Log, who: int, now: int, sets: dict[str, StageSet], condition: Condition) -> bool:
    """What the definition says."""
    customer = log.customer(who, now)
    customer.sets = {"": worlds.STAGES, **sets}
    customer.with_turns(["told"])
    return true_of(condition, customer)


def quiet(*at: int) -> Journey:
    """A customer with visits at these moments, in a set where a week of silence is a stage and a month another."""

    def after(seconds: int) -> dict[str, object]:
        return document.to_json(Silent(Happening("anything"), seconds))

    back = document.to_json(Did(Happening("event", ("visit",)), frame=Frame(DAY)))
    stages = (
        StageOf("here", NAME),
        StageOf("quiet", NAME, enter=after(7 * DAY), exit=back),
        StageOf("lost", NAME, enter=after(30 * DAY), exit=back),
    )
    events = [Happened(k, "visit", moment, touchpoint="look") for k, moment in enumerate(at)]
    return Journey("c", events, stage_set=StageSet("s", NAME, stages), standing=standing.entered)


def test_who_falls_silent_is_quiet_after_a_week_and_lost_after_a_month() -> None:
    journey = quiet(0, 8 * DAY)
    assert journey.stage_set is not None
    assert [tuple(each) for each in standing.entered(journey, journey.stage_set)] == [
        (0, 0, "here"),
        (7 * DAY, None, "quiet"),
        (8 * DAY, 1, "here"),
        (15 * DAY, None, "quiet"),
        (38 * DAY, None, "lost"),
    ]


def test_a_stage_entered_by_time_counts_from_its_moment() -> None:
    journey, lost_for_a_day = quiet(0), Stage("lost", DAY, "quiet")
    assert live.until(Stage("lost"), journey, 0) == 30 * DAY
    assert live.until(lost_for_a_day, journey, 0) == 31 * DAY
    assert live.holds(lost_for_a_day, journey, 31 * DAY)
    assert live.until(lost_for_a_day, journey, 31 * DAY) is None


def test_a_turn_is_no_event() -> None:
    journey = quiet(0)
    assert live.holds(Did(Happening("anything"), Range(1, 1)), journey, 40 * DAY)
    both = Group("all", (Stage("lost"), Did(Happening("anything"), Range(1, 1))))
    assert live.holds(both, journey, 40 * DAY)
