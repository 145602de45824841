"""The laws of reading events from lists: whoever looks at few codes gets what the walk over all events says, and reads
no other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, strategies as st

from tests.folds.journals import CODES, WORDS, Event, journal, journeys, listed
from tests.folds.questions_of import PARAMS
from tests.laws.test_fold_laws import SELECTIONS, named, same
from wend.domain.selection import Selection
from wend.domain.touchpoint import EventRule
from wend.engines import posting, reading
from wend.engines.lens import Lens, lens_of
from wend.engines.machine import Machine
from wend.folds import funnel, pathways, reach, segment
from wend.folds.contract import Fold, Heed
from wend.folds.funnel import FUNNEL
from wend.folds.posted import Lists, cut, find, room_for
from wend.folds.reach import REACH
from wend.folds.registry import FOLDS
from wend.folds.segment import SEGMENT

LISTENING = [fold for fold in FOLDS.values() if fold.heeds or fold.opens]


@pytest.fixture(autouse=True, scope="module")
def _however_many() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(posting, "FEW", 0)
        patch.setattr(posting, "FEWER", 0)
        patch.setattr(reading, "EVENTS_PER_PIECE", 4)
        yield


@st.composite
def lenses(draw: st.DrawFn) -> Lens | None:
    """Touchpoints of some events, on one channel only or under a test that every other event passes, put together."""
    if draw(st.booleans()):
        return None
    some = [named(code) for code in sorted(draw(st.sets(st.integers(0, CODES - 2))))]
    where = draw(st.sampled_from([(), ({"property": "size", "is": "S"},)]))
    rule = EventRule((WORDS.events[draw(st.integers(0, CODES - 1))],), draw(st.sampled_from([(), ("web",)])), where)
    every = [replace(named(0), key="ruled", rule=rule), *some]
    lens = lens_of(every, WORDS, "1", lambda _, __, number: np.arange(_ROWS[number]) % 2 == 0)
    return lens.narrowed(0) if draw(st.booleans()) else lens


_ROWS: dict[int, int] = {}


@pytest.mark.parametrize("fold", LISTENING, ids=lambda fold: fold.key)
@given(data=st.data(), log=journeys(), buckets=st.integers(1, 2), selection=SELECTIONS, among=st.booleans())
def test_lists_say_what_the_walk_over_all_events_says(
    fold: Fold[Any, Any], data: st.DataObject, log: list[list[Event]], buckets: int, selection: Selection, among: bool
) -> None:
    params, whole = data.draw(PARAMS[fold.key]), journal(log, buckets)
    _ROWS.update({number: len(bucket.event) for number, bucket in enumerate(whole.buckets)})
    lens = None if fold.sees_uncovered else data.draw(lenses())
    machines = Machine(listed(whole), threads=1), Machine(whole, threads=1)
    found = [
        machine.members(REACH, reach.params(CODES), lambda answer: answer.customers[:1]) if among else None
        for machine in machines
    ]
    posted, scanned = (
        machine.answer(fold, params, selection, lens, some) for machine, some in zip(machines, found, strict=True)
    )
    same(fold, posted.answer, scanned.answer)
    assert (posted.customers, posted.events) == (scanned.customers, scanned.events)
    for cells in (lambda answer: answer[0][:1], lambda answer: answer[0][-1:]):
        behind = [
            machine.members(fold, params, cells, selection, lens, some).masks
            for machine, some in zip(machines, found, strict=True)
        ]
        assert [mask.tolist() for mask in behind[0]] == [mask.tolist() for mask in behind[1]]


@given(
    log=journeys(),
    buckets=st.integers(1, 2),
    wanted=st.sets(st.integers(0, CODES - 1), min_size=1),
    times=st.tuples(*[st.integers(-1, 3)] * 2),
    period=st.tuples(*[st.integers(0, 10**6)] * 2),
    among=st.booleans(),
)
def test_how_often_something_was_done_is_told_from_its_rows(
    log: list[list[Event]],
    buckets: int,
    wanted: set[int],
    times: tuple[int, int],
    period: tuple[int, int],
    among: bool,
) -> None:
    (low, high), (from_at, before) = times, (1_700_000_000 + moment for moment in period)
    one, of = segment.anybody(CODES), np.array([[low], [high], [from_at], [before]])
    leaves = one.leaves._replace(low=of[0], high=of[1], from_at=of[2], before=of[3])
    params = one._replace(marks=np.isin(np.arange(CODES), list(wanted)).astype(np.int64), leaves=leaves)
    machine = Machine(listed(journal(log, buckets)), threads=1)
    some = machine.members(REACH, reach.params(CODES), lambda answer: answer.customers[:1]) if among else None
    found = machine.answer(SEGMENT, params, among=some)
    counted = [sum(each.step in wanted and from_at <= each.at < before for each in journey) for journey in log]
    asked = [n for n, journey in zip(counted, log, strict=True) if any(each.step == 0 or not among for each in journey)]
    assert found.answer.nodes.tolist() == [sum(low <= n <= high for n in asked)]
    assert found.customers == len(asked)


@given(
    log=journeys(),
    buckets=st.integers(1, 2),
    letters=st.lists(st.integers(0, 3), min_size=CODES, max_size=CODES),
    length=st.integers(2, 4),
    among=st.booleans(),
)
def test_paths_after_a_start_are_told_from_the_rows_of_starts(
    log: list[list[Event]], buckets: int, letters: list[int], length: int, among: bool
) -> None:
    params = pathways.params(np.array([1, *letters[1:]], np.int64), length, start=1)
    whole = journal(log, buckets)
    plain = replace(FOLDS["paths"], by_found=None, opens=None)
    answers = []
    for fold, of in ((FOLDS["paths"], listed(whole)), (plain, whole)):
        machine = Machine(of, threads=1)
        some = machine.members(REACH, reach.params(CODES), lambda answer: answer.customers[1:2]) if among else None
        answers.append(machine.answer(fold, params, among=some))
    same(plain, answers[0].answer, answers[1].answer)
    assert (answers[0].customers, answers[0].events) == (answers[1].customers, answers[1].events)


@given(log=journeys(), wanted=st.sets(st.integers(0, 6), min_size=1), period=st.tuples(*[st.integers(0, 10**6)] * 2))
def test_what_is_found_is_what_is_heeded_in_order(
    log: list[list[Event]], wanted: set[int], period: tuple[int, int]
) -> None:
    bucket = listed(journal(log)).buckets[0]
    from_at, before = (1_700_000_000 + moment for moment in period)
    codes, lists = np.array(sorted(wanted)), bucket.posted(np.zeros(0, np.int64))  # type: ignore[attr-defined]
    first, last = len(bucket.event) // 3, len(bucket.event)
    room, cuts = room_for(last, last), np.empty(2 * len(codes), np.int64)
    assert cut(Lists(*lists), codes, first, last, cuts) == np.isin(bucket.event[first:], codes).sum()
    many = find(Lists(*lists), codes, cuts, first, Heed(np.zeros(65536, np.uint8), from_at, before, False), room)
    rows = [
        row for row in range(first, last) if bucket.event[row] in wanted and from_at <= bucket.occurred_at[row] < before
    ]
    assert (room.rows[:many] + first).tolist() == rows
    assert (room.at[:many].tolist(), room.step[:many].tolist()) == (
        bucket.occurred_at[rows].tolist(),
        bucket.event[rows].tolist(),
    )
    assert not room.bits.any()


def test_where_lists_are_there_columns_are_not_read() -> None:
    whole = listed(journal([[Event(0, 5), Event(2, 6), Event(1, 7)], [Event(2, 8)]]))
    unseen = replace(whole.buckets[0], event=np.full(4, 3, np.uint16), occurred_at=np.full(4, 6, np.int64))
    walked = Machine(replace(whole, buckets=(unseen,)), threads=1).answer(FUNNEL, funnel.params([[0], [1]], CODES))
    assert (walked.customers, walked.events, walked.answer.deepest.tolist()) == (2, 4, [1, 0, 1])
