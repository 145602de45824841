"""Visits by hand: events an hour apart, digits are days of silence."""

from __future__ import annotations

from tests.folds.journals import HOUR, WORDS, Event, journal, told
from wend.engines.machine import Machine
from wend.folds import sessions
from wend.folds.sessions import SESSIONS


def shown(*stories: str, gap: int = 2 * HOUR) -> dict[str, object]:
    params = sessions.params(gap)
    return SESSIONS.present(
        Machine(journal([told(s) for s in stories])).answer(SESSIONS, params).answer, params, WORDS.events
    )


def test_a_day_of_silence_begins_a_new_visit() -> None:
    answer = shown("aa1aaa", "a")
    assert (answer["sessions"], answer["customers"]) == (3, 2)
    assert answer["median_events"] == 2
    assert answer["median_sessions"] == 1.5


def test_a_silence_of_exactly_the_gap_stays_inside() -> None:
    assert shown("aa", gap=HOUR)["sessions"] == 1
    assert shown("aa", gap=HOUR - 1)["sessions"] == 2


def test_a_long_visit_is_still_counted_exactly() -> None:
    journey = [Event(0, second) for second in range(3_000)]
    params = sessions.params(60)
    answer = Machine(journal([journey, told("a")])).answer(SESSIONS, params).answer
    assert SESSIONS.present(answer, params, WORDS.events)["median_events"] == 1_500.5
