"""Tables of customers pass through in parts, in memory that is used again, and nobody sees what comes later in it."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tests.folds.journals import CODES, Event, journal, journeys
from wend.domain.selection import Selection
from wend.engines import reading
from wend.engines.machine import Machine
from wend.engines.rows import rows
from wend.folds import features
from wend.folds.features import EVENTS, FEATURES


@given(log=journeys(), threads=st.integers(1, 3))
def test_what_somebody_still_looks_at_stays_as_it_was(log: list[list[Event]], threads: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "EVENTS_PER_PIECE", 4)
        parts = rows(Machine(journal(log), threads), FEATURES, features.params(CODES, [], 1_800_000_000), Selection())
        held = [part.cells[:, EVENTS : EVENTS + 2][:, 0] for part in parts]
    assert [events for part in held for events in part.tolist()] == [len(journey) for journey in log]


def test_memory_that_nobody_looks_at_is_given_out_again() -> None:
    machine = Machine(journal([[Event(0, 1)] * 3] * 8), threads=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "EVENTS_PER_PIECE", 3)
        given = features.params(CODES, [], 2)
        places = [part.cells.ctypes.data for part in rows(machine, FEATURES, given, Selection())]
    assert len(set(places)) < len(places)
