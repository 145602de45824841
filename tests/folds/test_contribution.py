"""What led to conversions, by hand."""

from __future__ import annotations

from fractions import Fraction

from tests.folds.journals import DAY, START, WORDS, Event, journal, told
from wend.engines.machine import Machine
from wend.folds import contribution, credit
from wend.folds.contribution import CONTRIBUTION, CONVERSION, NO_TOUCH, ContributionAnswer
from wend.folds.credit import LINEAR, POSITION, SHAPLEY, TIME_DECAY, UNITS

# a, b, c are met, d is the conversion, e is nothing
STEPS = [0, 1, 2, CONVERSION, NO_TOUCH]


def counted(*stories: str, window: int | None = None, collapse: bool = True) -> ContributionAnswer:
    params = contribution.params(STEPS, [0, 0, 0], 3, window, collapse=collapse)
    return Machine(journal([told(story) for story in stories], buckets=2)).answer(CONTRIBUTION, params).answer


def shared(answer: ContributionAnswer, rule: int) -> list[Fraction]:
    units = answer.credit.reshape(credit.GROUPS, credit.RULES, -1).sum(axis=0)[rule]
    return [Fraction(each, UNITS) for each in units.tolist()]


def totals(answer: ContributionAnswer) -> dict[str, int]:
    shown = CONTRIBUTION.present(answer, contribution.params(STEPS, [0], 3), WORDS.events)
    return {name: shown[name] for name in ("conversions", "nulls", "untouched")}


def test_each_conversion_is_shared_by_what_led_to_it_since_the_last_one() -> None:
    answer = counted("abcdbd")
    assert totals(answer) == {"conversions": 2, "nulls": 0, "untouched": 0}
    assert shared(answer, LINEAR) == [Fraction(1, 3), Fraction(4, 3), Fraction(1, 3)]
    assert shared(answer, POSITION) == [Fraction(2, 5), Fraction(6, 5), Fraction(2, 5)]


def test_what_led_to_nothing_and_what_nothing_led_to() -> None:
    assert totals(counted("ab", "d", "ed", "adb", "e")) == {"conversions": 1, "nulls": 2, "untouched": 2}


def test_repeats_count_once_or_each_time() -> None:
    assert shared(counted("aabd"), LINEAR)[:2] == [Fraction(1, 2), Fraction(1, 2)]
    assert shared(counted("aabd", collapse=False), LINEAR)[:2] == [Fraction(2, 3), Fraction(1, 3)]
    assert shared(counted("abad", collapse=False), SHAPLEY)[:2] == [Fraction(1, 2), Fraction(1, 2)]


def test_what_lies_before_the_window_led_to_nothing() -> None:
    answer = counted("a5bd", window=DAY)
    assert shared(answer, LINEAR) == [0, 1, 0]
    assert totals(counted("a5d", window=DAY)) == {"conversions": 0, "nulls": 0, "untouched": 1}


def test_a_touch_weighs_half_for_every_half_life() -> None:
    journey = [Event(0, START), Event(1, START + 7 * DAY), Event(3, START + 7 * DAY, amount=900)]
    params = contribution.params(STEPS, [0], 3, half_life=7 * DAY)
    answer = Machine(journal([journey])).answer(CONTRIBUTION, params).answer
    assert shared(answer, TIME_DECAY) == [Fraction(1, 3), Fraction(2, 3), 0]
    money = answer.money.reshape(credit.GROUPS, credit.RULES, -1).sum(axis=0)
    assert money[TIME_DECAY].tolist() == [300, 600, 0]


def test_only_so_many_touches_are_kept() -> None:
    journey = [Event(i % 2, START + i) for i in range(credit.MOST_TOUCHES + 200)]
    answer = (
        Machine(journal([[*journey, Event(3, START + 10_000)]]))
        .answer(CONTRIBUTION, contribution.params(STEPS, [0], 3))
        .answer
    )
    assert answer.met.tolist() == [credit.MOST_TOUCHES // 2, credit.MOST_TOUCHES // 2, 0]
    assert sum(shared(answer, LINEAR)) == 1


def test_customers_spread_evenly_over_the_groups() -> None:
    journeys = [[Event(0, START + 7 * customer), Event(3, START + 9 * customer)] for customer in range(6_400)]
    answer = Machine(journal(journeys)).answer(CONTRIBUTION, contribution.params(STEPS, [0], 3)).answer
    assert answer.conversions.sum() == 6_400
    assert answer.conversions.min() > 60 and answer.conversions.max() < 150
