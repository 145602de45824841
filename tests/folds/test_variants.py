"""Which journeys there are, by hand."""

from __future__ import annotations

from typing import Any

import numpy as np

from tests.folds.journals import WORDS, Event, journal, told
from wend.engines.machine import Machine
from wend.folds import variants
from wend.folds.journey import LONGEST, Cutting, cutting
from wend.folds.variant_table import sequences
from wend.folds.variants import VARIANTS

WHOLE = cutting(5)


def shown(*stories: str, cut: Cutting = WHOLE) -> dict[str, Any]:
    walked = Machine(journal([told(story) for story in stories], buckets=2)).answer(VARIANTS, variants.params(cut))
    return VARIANTS.present(walked.answer, walked.params, WORDS.events)


def rows(told_: dict[str, Any]) -> list[tuple[str, int]]:
    return [("".join(row["journey"]), row["journeys"]) for row in told_["variants"]]


def test_neighbouring_repeats_are_one_step() -> None:
    assert rows(shown("abc", "aabbbc", "ab", "abab")) == [("abc", 2), ("abab", 1), ("ab", 1)]


def test_a_journey_ends_where_the_outcome_happens() -> None:
    answer = shown("abcd", "abd", "c", cut=cutting(5, outcome=2))
    assert rows(answer) == [("abd", 1), ("ab", 1)]
    assert (answer["journeys"], answer["outcomes"], answer["stepless"]) == (3, 2, 1)


def test_a_very_long_journey_keeps_its_beginning() -> None:
    answer = Machine(journal([[Event(k % 2, k) for k in range(100)]])).answer(VARIANTS, variants.params(WHOLE)).answer
    codes, lengths, _ = sequences(answer)
    assert (codes[0].tolist(), lengths.tolist()) == ([0, 1] * (LONGEST // 2), [LONGEST])
    assert VARIANTS.present(answer, variants.params(WHOLE), WORDS.events)["longer"] == 1


def test_too_many_variants_make_more_room_and_then_a_sample() -> None:
    rng = np.random.default_rng(3)
    many = [[Event(int(code), at) for at, code in enumerate(rng.integers(0, 5, 12))] for _ in range(400)]
    small = variants.VariantsParams(WHOLE, 64, 0)
    walked = Machine(journal(many), threads=1).answer(VARIANTS, small)
    assert (walked.params.places, len(walked.answer.keys) > 0) == (512, True)
    crowded = variants.VariantsParams(WHOLE, variants.MOST_PLACES, 0)
    assert variants.wider(crowded) == crowded._replace(thinned=3)
    thinner = Machine(journal(many), threads=1).answer(VARIANTS, small._replace(places=4096, thinned=3))
    counted = sequences(thinner.answer)[2].sum()
    assert 400 / 8 / 2 < counted < 400 / 8 * 2
    assert thinner.answer.totals[variants.JOURNEYS] == 400
