"""Stages that are conditions, of one customer: where they stand at every moment, and what is said of it."""

from __future__ import annotations

import os
from functools import partial
from random import Random

import numpy as np
import pytest

from tests.conditions import worlds
from tests.conditions.oracle import true_of
from tests.conditions.stage_sets import naming, turning
from wend.conditions import document, live, standing
from wend.conditions.journey import Happened, Journey
from wend.conditions.tree import Did, Frame, Group, Happening, Range, Silent, Stage, Test, Trait
from wend.domain.names import Name
from wend.domain.selection import Selection
from wend.domain.stage import Stage as StageOf, StageSet
from wend.engines.membership import members
from wend.engines.trend import trend
from wend.segments.live.looking import Looking
from wend.segments.live.timing import again

pytestmark = pytest.mark.slow
CASES = int(os.environ.get("WEND_STAGE_CASES", "40"))
HOUR, DAY = 3_600, 86_400
NAME = Name("Stage", "Giai đoạn")


def test_one_customer_stands_where_the_definition_says_at_every_moment() -> None:
    lapses = 0
    for case in range(CASES):
        random = Random(case)
        found = turning(random)
        until = max(event.at for life in found.log.lives for event in life) + 100 * worlds.DAY
        for who, real in enumerate(found.moments):
            told = [(*each,) for each in standing.lived(found.log.journey(who, random), found.stage_set)]
            assert [each for each in told if each[0] <= until] == real, (case, who, found.stage_set)
            lapses += sum(place is None for _, place, _ in real)
    assert lapses > CASES // 2


@pytest.mark.timeout(600)
def test_all_readers_agree_on_stages_that_time_begins_and_ends() -> None:
    for case in range(CASES):
        random = Random(case)
        found = turning(random)
        condition, people = naming(random, found.keys), range(len(found.log.names))
        journeys = [found.journey(who, random) for who in people]
        lapses = [at for each in found.moments for at, place, _ in each if place is None]
        edges = lapses or [life[-1].at for life in found.log.lives]
        for _ in range(4):
            now = random.choice(edges) + random.choice((-1, 0, 0, 1, HOUR, DAY))
            real = {found.log.names[who] for who in people if true_of(condition, found.customer(who, now, condition))}
            told = {each.customer for each in journeys if live.holds(condition, each, now)}
            assert told == real, (case, now, condition, found.stage_set)
            said = set(members(found.world, condition, now, Selection(to_at=now + 1)).ids())
            assert said == real, (case, now, condition, found.stage_set)


def test_a_trend_follows_stages_that_time_begins_and_ends() -> None:
    for case in range(CASES):
        random = Random(3_000 + case)
        found = turning(random)
        condition, world = naming(random, found.keys), found.world
        if random.random() < 0.5:  # what is known of customers is joined to what is walked
            condition = Group(
                random.choice(("all", "any", "none")), (condition, Trait(Test("trait", "city", "present")))
            )
        lapses = [at for each in found.moments for at, place, _ in each if place is None]
        edges = [*lapses, *(life[-1].at for life in found.log.lives)]
        clocks = sorted({random.choice(edges) + random.choice((-1, 0, 1, HOUR, DAY)) for _ in range(5)})
        alone = [members(world, condition, now, Selection(to_at=now + 1)) for now in clocks]
        told = trend(world, condition, clocks)
        assert told.sizes == [len(each) for each in alone], (case, clocks, condition, found.stage_set)
        assert set(told.members.ids()) == set(alone[-1].ids()), (case, clocks, condition, found.stage_set)


def test_until_meets_what_time_alone_will_do() -> None:
    for case in range(CASES):
        random = Random(1_000 + case)
        found = turning(random)
        condition, who = naming(random, found.keys), random.randrange(len(found.log.names))
        journey, now = found.journey(who, random), random.choice(found.log.lives[who]).at + random.choice((0, 1, DAY))
        before, ends = true_of(condition, found.customer(who, now, condition)), live.until(condition, journey, now)
        looked = again(condition, journey, now, before)
        assert ends is None or (looked is not None and now < looked <= ends), (case, condition)
        lapses = [at + by for at, place, _ in found.moments[who] if place is None for by in (0, HOUR, DAY)]
        for later in (now + 1, *lapses, *((ends - 1, ends) if ends else ())):
            if now < later and (ends is None or later <= ends):
                holds = true_of(condition, found.customer(who, later, condition))
                assert holds == (before != (later == ends)), (case, later, condition)


def test_everybody_is_looked_at_in_time_for_what_time_alone_will_do() -> None:
    for case in range(CASES):
        random = Random(2_000 + case)
        found = turning(random)
        condition, now = naming(random, found.keys), random.choice(random.choice(found.log.lives)).at
        buckets, world = found.log.world.machine.journal.buckets, found.world
        for number, bucket in enumerate(buckets):
            lapses = partial(world.lapses, bucket=bucket, number=number)
            looking = Looking(bucket, worlds.WORDS, worlds.ZONE, now, world.facts, lapses)
            journeys = [found.journey(found.log.names.index(name), random) for name in bucket.customers.to_pylist()]
            inside = np.array([live.holds(condition, each, now) for each in journeys], np.bool_)
            for looked, journey in zip(looking.at(condition, inside).tolist(), journeys, strict=True):
                ends = live.until(condition, journey, now)
                assert ends is None or now < looked <= ends, (case, now, condition, found.stage_set)


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
