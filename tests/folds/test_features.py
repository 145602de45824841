"""Features: what a short random log cannot show."""

from __future__ import annotations

import pytest

from tests.folds.journals import Event, MemoryWords, journal
from wend.engines.machine import Machine
from wend.folds import features
from wend.folds.features import CHANNELS, FEATURES, FEW_CHANNELS


@pytest.mark.parametrize("buckets", [1, 3])
def test_every_channel_counts_once_for_each_customer(buckets: int) -> None:
    words = MemoryWords(("a",), tuple(f"channel {code}" for code in range(200)))
    on = [0, 199, 7, FEW_CHANNELS - 1, FEW_CHANNELS, 199, 7, 63]
    log = [[Event(0, second, channel) for second, channel in enumerate(on)] for _ in range(3)]
    answer = Machine(journal(log, buckets, words)).answer(FEATURES, features.params(1, [0], 100)).answer
    assert answer.values[CHANNELS] == 3 * len(set(on))
