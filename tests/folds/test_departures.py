"""What customers did next, the first time, by hand."""

from __future__ import annotations

from tests.folds.journals import WORDS, journal, told
from wend.engines.machine import Machine
from wend.folds import departures
from wend.folds.departures import DEPARTURES


def test_only_the_first_time_counts() -> None:
    walked = Machine(journal([told("abac"), told("acab"), told("a")])).answer(DEPARTURES, departures.params(5))
    rows = DEPARTURES.present(walked.answer, walked.params, WORDS.events)["departures"]
    after_a = {row["to"]: (row["customers"], row["n"]) for row in rows if row["from"] == "a"}
    assert after_a == {"b": (1, 3), "c": (1, 3)}


def test_a_full_table_is_asked_again_with_more_room() -> None:
    log = journal([told("abcdefghij")] * 2 + [told("jihgfedcba")])
    walked = Machine(log, threads=1).answer(DEPARTURES, departures.params(10, places=4))
    assert (walked.params.places, int(walked.answer.next.sum())) == (64, 27)
