"""Entries into segments and exits from them: at the event, or the second, at which what a segment says turns."""

from __future__ import annotations

from wend.conditions import live, standing, text_read
from wend.conditions.journey import Happened, Journey
from wend.conditions.resolving import resolved
from wend.conditions.tree import Condition

DAY = 86_400
SEGMENTS = {"lately": text_read.parse("did buy in the last 30d"), "quiet": text_read.parse("did not buy")}


def customer(*at: int, event: str = "buy") -> Journey:
    """Somebody who did this on these days."""
    events = [Happened(k, event, day * DAY) for k, day in enumerate(at)]
    return Journey("c", events, standing=standing.entered)


def asked(text: str) -> Condition:
    """A condition with what its segments say."""
    return resolved(text_read.parse(text), SEGMENTS)


def test_a_window_that_runs_out_is_an_exit_at_its_second() -> None:
    journey, left = customer(0), asked("did leaving segment lately")
    assert live.until(left, journey, 0) == 30 * DAY
    assert not live.holds(left, journey, 30 * DAY - 1)
    assert live.holds(left, journey, 30 * DAY)


def test_an_entry_counts_in_a_window_of_its_own() -> None:
    journey, entered = customer(0, 40), asked("did entering segment lately at least 2 times in the last 90d")
    assert live.until(entered, journey, 0) == 40 * DAY
    assert live.until(entered, journey, 40 * DAY) == 90 * DAY


def test_staying_inside_is_no_second_entry() -> None:
    assert not live.holds(asked("did entering segment lately at least 2 times"), customer(0, 10, 20), 25 * DAY)


def test_who_came_back_left_before() -> None:
    back = asked("in order leaving segment lately then entering segment lately within 30d")
    assert not live.holds(back, customer(0), 90 * DAY)
    assert live.holds(back, customer(0, 45), 45 * DAY)
    assert not live.holds(back, customer(0, 61), 61 * DAY)


def test_everybody_begins_outside_and_may_enter_with_their_first_event() -> None:
    entered, left = asked("did entering segment quiet"), asked("did leaving segment quiet")
    looking = customer(3, event="look")
    assert live.holds(entered, looking, 3 * DAY)
    assert not live.holds(entered, looking, 2 * DAY)
    assert not live.holds(left, customer(3), 9 * DAY)


def test_a_passage_by_time_alone_is_no_event() -> None:
    assert live.holds(asked("did anything exactly 1 times"), customer(0), 40 * DAY)
    tested = asked("did leaving segment lately[channel is web]")
    assert not live.holds(tested, customer(0), 40 * DAY)
