"""One suite, every engine: inline (one customer, live) and machine (threads over the journal)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.engines.executors import Executors
from tests.folds.journals import HOUR, WORDS, Event, Journey, journal, told
from wend.domain.selection import Selection
from wend.engines.inline import Inline
from wend.engines.machine import Machine, Members
from wend.folds import funnel, sessions
from wend.folds.contract import Fold
from wend.folds.funnel import FUNNEL
from wend.folds.sessions import SESSIONS

Engine = Callable[[Fold[Any, Any], Any, Sequence[Journey], Selection], Any]


def inline(fold: Fold[Any, Any], params: Any, journeys: Sequence[Journey], selection: Selection) -> Any:
    answers = [fold.blank(params)]
    for journey in journeys:
        customer = Inline(fold, params, WORDS, selection)
        for event in journey:
            customer.feed(*event)
        answers.append(customer.answer())
    return reduce(fold.merge, answers)


def machine(fold: Fold[Any, Any], params: Any, journeys: Sequence[Journey], selection: Selection) -> Any:
    return Machine(journal(journeys, buckets=3), threads=2).answer(fold, params, selection).answer


ENGINES: dict[str, Engine] = {"inline": inline, "machine": machine}


def engines(*names: str) -> pytest.MarkDecorator:
    """Run a test on each of these engines."""
    return pytest.mark.parametrize("engine", [ENGINES[name] for name in names], ids=names)


@engines("inline", "machine")
def test_a_funnel_over_three_customers(engine: Engine) -> None:
    answer = engine(FUNNEL, funnel.params([[0], [1]], 5), [told("ab"), told("a"), told("ba")], Selection())
    assert funnel.reached(answer) == [3, 1]


@engines("inline", "machine")
def test_only_events_of_the_period_count(engine: Engine) -> None:
    first = told("ab1ab")[0].at
    answer = engine(
        SESSIONS, sessions.params(2 * HOUR), [told("ab1ab"), told("a")], Selection(from_at=first + HOUR + 1)
    )
    assert (int(answer.sizes.sum()), int(answer.customers[0])) == (1, 1)


@engines("inline", "machine")
def test_only_events_of_the_channel_count(engine: Engine) -> None:
    journeys = [[Event(0, 1, channel=1), Event(1, 2, channel=2)], [Event(0, 1, channel=2)]]
    answer = engine(FUNNEL, funnel.params([[0], [1]], 5), journeys, Selection(channels=("web",)))
    assert funnel.reached(answer) == [1, 0]


@engines("inline", "machine")
def test_nothing_at_all_is_a_blank_answer(engine: Engine) -> None:
    assert funnel.reached(engine(FUNNEL, funnel.params([[0], [1]], 5), [], Selection())) == [0, 0]


def test_a_group_of_nobody_has_done_nothing(tmp_path: Path) -> None:
    """It is not everybody: on the machine and on executors, for answers and for who is behind them."""
    log, params = journal([told("ab"), told("a")], buckets=2), funnel.params([[0], [1]], 5)
    nobody = Members(tuple(np.zeros(len(bucket.offsets) - 1, np.bool_) for bucket in log.buckets), log)
    for asked in (Machine(log, threads=2), Executors(log, tmp_path)):
        walked = asked.answer(FUNNEL, params, among=nobody)
        assert (funnel.reached(walked.answer), walked.customers, walked.events) == ([0, 0], 0, 0)
        assert len(asked.members(FUNNEL, params, lambda answer: answer.deepest[1:], among=nobody)) == 0


def test_a_late_event_folds_its_customer_again() -> None:
    customer = Inline(FUNNEL, funnel.params([[0], [1]], 5), WORDS)
    customer.feed(1, 2_000)
    assert funnel.reached(customer.answer()) == [0, 0]
    customer.feed(0, 1_000)
    assert funnel.reached(customer.answer()) == [1, 1]


def test_reading_an_answer_leaves_the_customer_open() -> None:
    customer = Inline(SESSIONS, sessions.params(HOUR), WORDS)
    for second in (0, 10, 20):
        customer.feed(0, second)
        assert int(customer.answer().sizes.sum()) == 1
    assert int(customer.answer().sizes[3]) == 1
