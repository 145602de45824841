"""What a situation lacks and has, where a period begins between what was met and how it ended."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from tests.folds.journals import CODES, HOUR, NONE, START, Event, journal
from tests.folds.oracle_outcomes import outcomes as plainly, within
from tests.folds.oracles import Seen
from wend.domain.selection import Selection
from wend.engines.machine import Machine
from wend.folds import outcomes
from wend.folds.contract import NOT_COVERED
from wend.folds.outcomes import OUTCOMES, PURCHASE, RATING


def life(random: Random) -> list[Event]:
    """Ten events a few minutes apart, every other one a rating, most of which speak about something."""
    at, made = START, list[Event]()
    for _ in range(10):
        at += random.choice((0, 60, 600))
        rating = random.choice((NONE, random.randint(-200, 200)))
        about = random.choice((NOT_COVERED, *range(CODES)))
        amount = random.choice((0, 0, 500))
        made.append(Event(random.randrange(CODES), at, rating=rating, about=about, amount=amount))
    return made


@pytest.mark.parametrize("outcome", [PURCHASE, RATING])
def test_what_was_met_before_a_period_counts_in_it(outcome: int) -> None:
    random, across = Random(18), 0
    for _ in range(150):
        lives = [life(random) for _ in range(random.randint(1, 3))]
        border = START + random.choice((300, 900, 1_800))
        window = random.choice((60, 600, HOUR))
        asked = outcomes.params(CODES, outcome, window, START + random.choice((0, 2, 9)) * HOUR)
        told = Machine(journal(lives)).answer(OUTCOMES, asked, Selection(from_at=border)).answer
        seen = [[Seen(event, event.at >= border) for event in each] for each in lives]
        for name, kernel, plain in zip(told._fields, told, plainly(seen, asked), strict=True):
            np.testing.assert_array_equal(kernel, plain, err_msg=name)
        for each in lives:
            spoken = [(e.about, e.at) for e in each if e.rating != NONE and e.at < border and e.about != NOT_COVERED]
            rated = [e.at for e in each if e.rating != NONE and e.at >= border]
            across += any(within(spoken, at, window) for at in rated)
    assert across > 60
