"""One meaning: the reader of a log, the reader of one customer and the plain definition say the same of random
customers, under random conditions, at random moments; and `until` is found by letting time pass.
"""

from __future__ import annotations

import os
from random import Random

import pytest

from tests.conditions import worlds
from tests.conditions.oracle import true_of
from tests.conditions.oracle_segments import customer
from wend.conditions import live
from wend.conditions.resolving import resolved
from wend.conditions.tree import Condition
from wend.domain.selection import Selection
from wend.engines.membership import members
from wend.engines.trend import trend

pytestmark = pytest.mark.slow
CASES = int(os.environ.get("WEND_CONDITION_CASES", "10000"))
SEED = int(os.environ.get("WEND_CONDITION_SEED", "1"))
CLOCKS = 8


def moments(log: worlds.Log, condition: Condition, random: Random) -> list[int]:
    """Clocks at which something is about to change, or anywhere."""
    times = [event.at for life in log.lives for event in life]
    windows = [0, 1, *worlds.WINDOWS]
    return [random.choice(times) + random.choice(windows) + random.choice((-1, 0, 0, 1)) for _ in range(CLOCKS)]


def log_says(log: worlds.Log, condition: Condition, now: int) -> set[str]:
    return set(members(log.world, condition, now, Selection(to_at=now + 1)).ids())


@pytest.mark.timeout(600)
def test_log_live_and_plain_definition_agree() -> None:
    for case in range(CASES // CLOCKS):
        random = Random(SEED * 1_000_003 + case)
        log, written = worlds.log(random), worlds.condition(random)
        condition = resolved(written, worlds.SEGMENTS, worlds.COMPUTED)
        journeys = [log.journey(who, random) for who in range(len(log.names))]
        for now in moments(log, condition, random):
            people = [customer(log, who, now, written) for who in range(len(journeys))]
            real = {each.name for each in people if true_of(written, each)}
            told = {each.customer for each in journeys if live.holds(condition, each, now)}
            assert told == real, (case, now, condition)
            assert log_says(log, condition, now) == real, (case, now, condition)


def test_until_is_the_next_moment_at_which_the_answer_differs() -> None:
    for case in range(CASES // 20):
        random = Random(SEED * 2_000_003 + case)
        log, written = worlds.log(random), worlds.condition(random, levels=1)
        condition = resolved(written, worlds.SEGMENTS, worlds.COMPUTED)
        who, now = random.randrange(len(log.names)), moments(log, condition, random)[0]
        journey = log.journey(who, random)
        answer, until = true_of(condition, customer(log, who, now, written)), live.until(condition, journey, now)
        if until is not None:
            assert true_of(condition, customer(log, who, until, written)) != answer, (case, condition)
        for later in stepped(log, who, now, until, random):
            assert true_of(condition, customer(log, who, later, written)) == answer, (case, later, condition)


def test_one_walk_for_many_moments_finds_as_many_as_each_alone() -> None:
    for case in range(CASES // 50):
        random = Random(SEED * 3_000_017 + case)
        log = worlds.log(random)
        condition = resolved(worlds.condition(random), worlds.SEGMENTS, worlds.COMPUTED)
        clocks = sorted(moments(log, condition, random))
        alone = [log_says(log, condition, now) for now in clocks]
        found = trend(log.world, condition, clocks)
        assert found.sizes == [len(each) for each in alone], (case, clocks, condition)
        assert set(found.members.ids()) == alone[-1], (case, clocks[-1], condition)


def stepped(log: worlds.Log, who: int, now: int, until: int | None, random: Random) -> set[int]:
    """Moments before `until`: some of those at which something could end, some at random, and the last of all."""
    end = until if until is not None else now + 500 * worlds.DAY
    edges = {event.at + window + by for event in log.lives[who] for window in (0, *worlds.WINDOWS) for by in (-1, 0, 1)}
    before = [at for at in sorted(edges) if now <= at < end]
    return {end - 1, *random.sample(before, min(20, len(before))), *(random.randrange(now, end) for _ in range(4))}
