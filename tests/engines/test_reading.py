"""What a reading keeps between questions: bounded by bytes, and never more than a fold reads."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.folds.journals import WORDS, journal, told
from wend.domain.selection import Selection
from wend.engines import reading
from wend.engines.lens import every_event
from wend.engines.reading import EVERY, Reading
from wend.folds.feelings import FEELINGS
from wend.folds.funnel import FUNNEL
from wend.folds.reads import WALKED, columns_read

LOG = [told("abcab")] * 8


def test_a_fold_reads_what_its_kernels_name() -> None:
    assert columns_read(FUNNEL) == WALKED
    assert columns_read(FEELINGS) >= {"about", "rating", "expectation"}


def test_columns_that_are_not_read_are_zeros() -> None:
    seen = Reading(journal(LOG, buckets=2)).columns(1, None, WALKED)
    assert not np.any(seen.rating)
    assert len(seen.rating) == len(seen.step)
    assert Reading(journal(LOG, buckets=2)).columns(1, None, EVERY).rating.tolist() != seen.rating.tolist()


@pytest.mark.parametrize("allowed", [0, 30, 10_000])
def test_what_is_kept_stays_within_its_bytes(monkeypatch: pytest.MonkeyPatch, allowed: int) -> None:
    monkeypatch.setattr(reading, "KEPT_BYTES", allowed)
    one, lens = Reading(journal(LOG, buckets=4)), every_event(WORDS)
    for codes in [(0, 1), (1, 2), (2, 3)] * 3:
        seen = [piece.columns().step.tolist() for piece in one.pieces(Selection(), lens.narrowed(*codes), None)]
        again = Reading(journal(LOG, buckets=4)).pieces(Selection(), lens.narrowed(*codes), None)
        assert seen == [piece.columns().step.tolist() for piece in again]
        assert one._bytes <= allowed


def test_what_is_still_asked_for_is_not_driven_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "KEPT_BYTES", 100)
    one, made = Reading(journal(LOG)), list[int]()

    def asked(number: int) -> None:
        def make() -> NDArray[np.int64]:
            made.append(number)
            return np.zeros(5, np.int64)

        one._keep(number, make)

    for _ in range(5):
        for number in range(3):
            asked(number)
    assert made == [0, 1, 2, 2, 2, 2, 2]
    for _ in range(9):
        asked(3)
    assert made.count(3) < 9
