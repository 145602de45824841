"""What passes the check of a condition is answered over a log, however much it looks for and compares."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from tests.conditions import worlds
from tests.conditions.oracle import true_of
from tests.conditions.oracle_segments import customer
from wend.conditions import checking, errors, live, looked
from wend.conditions.codecs import BESIDE
from wend.conditions.limits import MOST_PLAIN, MOST_TOLD
from wend.conditions.resolving import resolved
from wend.conditions.tree import (
    Compared,
    Condition,
    Did,
    Group,
    Happening,
    InOrder,
    Of,
    Range,
    Step,
    Test as Passing,
)
from wend.domain.selection import Selection
from wend.engines.membership import members
from wend.engines.packing import MOST_BITS, packing_of
from wend.folds.segment import FURTHER_MARKS, PLAIN_MARKS

NOW = worlds.START + 60 * worlds.DAY
NUMBERS = (Of("field", "amount"), Of("field", "amount", "VND"), Of("field", "rating"))


def all_agree(random: Random, condition: Condition) -> int:
    """How many customers all readers find."""
    checking.check(condition)
    log, asked = worlds.log(random), resolved(condition, worlds.SEGMENTS, worlds.COMPUTED)
    everybody = range(len(log.names))
    real = {log.names[who] for who in everybody if true_of(asked, customer(log, who, NOW, condition))}
    journeys = [log.journey(who, random) for who in everybody]
    assert {each.customer for each in journeys if live.holds(asked, each, NOW)} == real
    assert set(members(log.world, asked, NOW, Selection(to_at=NOW + 1)).ids()) == real
    return len(real)


def test_values_of_more_bits_than_a_column_are_compared() -> None:
    """Amounts far apart in two currencies, ratings, words and numbers of the same property: 100 bits and more."""
    anything, found = Happening("anything"), 0
    for seed in range(60):
        random = Random(seed)
        fields = [*NUMBERS, Of("field", "channel"), Of("property", "price"), Of("property", "city")]
        beside = [Compared(of, random.choice(("same_as", "other_than")), 1) for of in random.sample(fields, 3)]
        beside += [Compared(of, random.choice(BESIDE), 1) for of in NUMBERS[:2]]
        found += all_agree(
            random,
            InOrder((Step(anything), Step(anything, (), tuple(beside[:1])), Step(anything, (), tuple(beside[1:])))),
        )
    assert found


def test_no_number_is_too_far_from_another() -> None:
    log = worlds.log(Random(2))
    log.world.machine.journal.buckets[0].amount[:] = 10**14
    steps = (
        Step(Happening("anything")),
        Step(Happening("anything"), (), tuple(Compared(of, "more_than", 1) for of in NUMBERS)),
    )
    packed = packing_of(log.world, (InOrder(steps),))
    assert packed is not None and packed.codes and len(packed.fields) == 3 and MOST_BITS == 62


@pytest.mark.parametrize("kind", ["all", "any", "none"])
def test_more_statements_than_marks_take_several_walks(kind: str) -> None:
    """Thirty statements, each with a test of its own, many of names, and one more of any kind."""
    found = 0
    for seed in range(6):
        random = Random(seed)
        told = [
            Did(Happening("anything", (), (Passing("property", "city", "is", (str(k),)),)), Range(0, 0))
            for k in range(30)
        ]
        plain = [Did(Happening("event", (f"n{k}",)), Range(0, 0)) for k in range(22)]
        last = worlds.leaf(random)
        whole = Group(kind, (*told, *plain, last))  # type: ignore[arg-type]
        found += all_agree(random, whole if kind != "none" else Group("none", (whole,)))
    assert found


def test_a_statement_of_more_looks_than_one_walk_is_refused_when_it_is_written() -> None:
    tests = [Happening("event", ("a",), (Passing("property", "city", "is", (str(k),)),)) for k in range(18)]
    order = InOrder((Step(tests[0]), *(Step(each, (tests[k + 10],)) for k, each in enumerate(tests[1:8]))))
    assert looked.marks_of((order,)) == (0, 15) and checking.check(order)
    longer = replace(order, steps=(*order.steps, Step(tests[8], (tests[9],))))
    with pytest.raises(errors.TooManyLooks) as refused:
        checking.check(longer)
    assert (refused.value.details["many"], refused.value.details["most"]) == (17, MOST_TOLD)


def test_exclusions_of_one_step_are_one_thing_to_look_for() -> None:
    barred = tuple(Happening("event", ("b",), (Passing("property", "city", "is", (str(k),)),)) for k in range(20))
    steps = (Step(Happening("event", ("a",))), Step(Happening("event", ("c",)), barred))
    assert looked.marks_of((InOrder(steps),)) == (2, 1)
    assert sum(all_agree(Random(seed), InOrder(steps)) for seed in range(20))


def test_a_walk_has_the_room_that_a_check_counts_on() -> None:
    assert (MOST_PLAIN, MOST_TOLD) == (PLAIN_MARKS, FURTHER_MARKS)
