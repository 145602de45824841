"""Orders that compare their steps: when there is no room for every way to have come so far, there is made more."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings

from tests.folds import params_segment
from tests.folds.journals import Event, journal, journeys
from tests.folds.oracle_segment import segment_of
from tests.folds.oracles import Seen
from wend.engines.machine import Machine
from wend.folds import segment
from wend.folds.segment import SEGMENT, SegmentParams
from wend.folds.segment_compare import SAME
from wend.folds.segment_leaf import COMPARED, with_ways


def crowded(params: SegmentParams) -> SegmentParams:
    """The same with room for a single way."""
    return params._replace(leaves=with_ways(params.leaves, 1, ways=1))


@settings(max_examples=60)
@given(params_segment.params(), journeys())
def test_room_for_one_way_is_enough_to_begin_with(params: SegmentParams, log: list[list[Event]]) -> None:
    walked = Machine(journal(log), threads=1).answer(SEGMENT, crowded(params))
    seen = [[Seen(event, True) for event in journey] for journey in log]
    np.testing.assert_array_equal(walked.answer.nodes, segment_of(seen, params).nodes)
    assert not segment.overflowed(walked.answer)


def test_who_came_too_many_ways_is_found_by_machine_and_members() -> None:
    """The step before had another price thirty times; only the first of them comes again."""
    many = [Event(0, 10 + k, amount=price) for k, price in enumerate([*range(1, 31), 1])]
    log = [many, [Event(0, 10), Event(0, 11, amount=1)]]
    plain = segment.anybody(1)
    leaves = plain.leaves._replace(
        kind=np.array([COMPARED]), size=np.array([100]), low=np.array([2]), steps=np.array([2])
    )
    step, bar, orders = np.array([1, 1]), np.zeros(2, np.int64), np.array([1, 0, 1, 1, SAME, 0, 0, 6])
    params = crowded(plain._replace(leaves=leaves._replace(room=0, step=step, bar=bar, orders=orders)))
    machine = Machine(journal(log), threads=1)
    assert machine.answer(SEGMENT, params).answer.nodes.tolist() == [1]
    assert list(machine.members(SEGMENT, params, lambda answer: answer.nodes[-1:]).ids()) == ["c0"]
