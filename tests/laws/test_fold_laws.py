"""The laws of every registered fold, on random logs: what makes a thread, a cluster and a live event give the same
answer.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from functools import reduce
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from tests.folds.journals import CHANNELS, WORDS, Event, journal, journeys
from tests.folds.oracles import ORACLES, Seen
from tests.folds.questions_of import NOW, PARAMS
from wend.domain.names import Name
from wend.domain.selection import FOREVER, FOREVER_AGO, Selection
from wend.domain.touchpoint import EventRule, Touchpoint
from wend.engines.inline import Inline
from wend.engines.lens import lens_of
from wend.engines.machine import Machine
from wend.folds import reach
from wend.folds.contract import NOT_COVERED, Fold
from wend.folds.driver import walk_of
from wend.folds.reach import REACH
from wend.folds.registry import FOLDS

EVERY_FOLD = pytest.mark.parametrize("fold", FOLDS.values(), ids=FOLDS)
MOMENTS = st.integers(NOW - 10, NOW + 300 * 86_400)
SELECTIONS = st.one_of(
    st.just(Selection()),
    st.builds(
        Selection,
        st.one_of(st.just(FOREVER_AGO), MOMENTS),
        st.one_of(st.just(FOREVER), MOMENTS),
        st.sampled_from([(), ("web",), ("web", "")]),
    ),
)


def shown(all_journeys: list[list[Event]], selection: Selection) -> list[list[Seen]]:
    """What the driver shows: events before the end of the period, counted where period and channel fit."""
    kept = {code for code in range(CHANNELS) if not selection.channels or WORDS.channels[code] in selection.channels}
    return [
        [
            Seen(event, event.at >= selection.from_at and event.channel in kept)
            for event in journey
            if event.at < selection.to_at
        ]
        for journey in all_journeys
    ]


def same(fold: Fold[Any, Any], a: Any, b: Any) -> None:
    """Cell for cell the same answer."""
    for name, x, y in zip(a._fields, fold.settled(a), fold.settled(b), strict=True):
        np.testing.assert_array_equal(x, y, err_msg=f"{fold.key}.{name}")


def test_every_fold_has_an_oracle_and_random_params() -> None:
    assert set(FOLDS) == set(ORACLES) == set(PARAMS)


@EVERY_FOLD
@given(data=st.data(), log=journeys(), selection=SELECTIONS)
def test_the_kernel_gives_what_its_plain_definition_gives(
    fold: Fold[Any, Any], data: st.DataObject, log: list[list[Event]], selection: Selection
) -> None:
    params = data.draw(PARAMS[fold.key])
    walked = Machine(journal(log), threads=1).answer(fold, params, selection)
    same(fold, walked.answer, ORACLES[fold.key](shown(log, selection), walked.params))
    seen = [sum(counts for _, counts in journey) for journey in shown(log, selection)]
    assert (walked.customers, walked.events) == (sum(n > 0 for n in seen), sum(seen))


@EVERY_FOLD
@given(data=st.data(), log=journeys())
def test_a_blank_answer_changes_nothing(fold: Fold[Any, Any], data: st.DataObject, log: list[list[Event]]) -> None:
    params = data.draw(PARAMS[fold.key])

    def answer() -> Any:
        return Machine(journal(log), threads=1).answer(fold, params).answer

    same(fold, fold.merge(fold.blank(params), answer()), answer())
    same(fold, fold.merge(answer(), fold.blank(params)), answer())


@EVERY_FOLD
@given(data=st.data(), log=journeys(), buckets=st.integers(1, 5))
def test_any_cut_of_the_customers_in_any_order_merges_to_the_whole(
    fold: Fold[Any, Any], data: st.DataObject, log: list[list[Event]], buckets: int
) -> None:
    params = data.draw(PARAMS[fold.key])
    parts = [Machine(journal(log[k::buckets]), threads=1).answer(fold, params).answer for k in range(buckets)]
    merged = reduce(fold.merge, data.draw(st.permutations(parts)))
    same(fold, merged, Machine(journal(log), threads=1).answer(fold, params).answer)


@EVERY_FOLD
@given(data=st.data(), log=journeys(), selection=SELECTIONS)
def test_one_event_at_a_time_gives_the_answer_of_the_whole_run(
    fold: Fold[Any, Any], data: st.DataObject, log: list[list[Event]], selection: Selection
) -> None:
    params = data.draw(PARAMS[fold.key])
    whole = journal(log)
    live = [Inline(fold, params, whole.words, selection) for _ in log]
    for customer, journey in zip(live, log, strict=True):
        for event in journey:
            customer.feed(*event)
    fed = reduce(fold.merge, (customer.answer() for customer in live), fold.blank(params))
    same(fold, fed, Machine(whole, threads=1).answer(fold, params, selection).answer)


@EVERY_FOLD
@settings(max_examples=30)
@given(data=st.data(), log=journeys())
def test_a_batch_may_end_inside_a_customer(fold: Fold[Any, Any], data: st.DataObject, log: list[list[Event]]) -> None:
    params, whole = data.draw(PARAMS[fold.key]), journal(log).buckets[0]
    columns = Machine(journal(log))._reading.columns(0, None)
    answer, state, tally = fold.blank(params), fold.scratch(params), np.zeros(3, np.int64)
    cuts = sorted({0, len(whole.event), *data.draw(st.lists(st.integers(0, len(whole.event)), max_size=4))})
    for low, high in itertools.pairwise(cuts):
        borders = [int(x) for x in whole.offsets if low < x < high]
        edges = np.array([low, *borders, high], np.int64)
        edges.flags.writeable = False
        walk_of(fold)(
            edges, columns, None, None, params, state, answer, tally, low not in whole.offsets, high in whole.offsets
        )
    same(fold, answer, Machine(journal(log), threads=1).answer(fold, params).answer)


HEEDING = [fold for fold in FOLDS.values() if fold.heeds or fold.at_once or fold.straight or fold.by_rows]


@pytest.mark.parametrize("fold", HEEDING, ids=lambda fold: fold.key)
@given(data=st.data(), log=journeys(), covered=st.sets(st.integers(0, 4)), among=st.booleans())
def test_what_a_fold_does_not_heed_changes_nothing(
    fold: Fold[Any, Any], data: st.DataObject, log: list[list[Event]], covered: set[int], among: bool
) -> None:
    params, whole = data.draw(PARAMS[fold.key]), journal(log)
    machine = Machine(whole, threads=1)
    plain = replace(fold, heeds=None, at_once=None, straight=None, by_rows=None)
    lens = None if fold.sees_uncovered else lens_of([named(code) for code in covered], WORDS, "1")
    lens = data.draw(st.sampled_from([None, lens]))  # a fold that sees what is not covered has a code for every event
    some = machine.members(REACH, reach.params(5), lambda answer: answer.customers[:1]) if among else None
    asked, slow = (machine.answer(each, params, lens=lens, among=some) for each in (fold, plain))
    same(fold, asked.answer, slow.answer)
    assert (asked.customers, asked.events) == (slow.customers, slow.events)
    for cells in (lambda answer: answer[0][:1], lambda answer: answer[0][-1:]):
        behind = [machine.members(each, params, cells, lens=lens, among=some) for each in (fold, plain)]
        assert [mask.tolist() for mask in behind[0].masks] == [mask.tolist() for mask in behind[1].masks]


def named(code: int) -> Touchpoint:
    """A touchpoint of one event name."""
    name = WORDS.events[code]
    return Touchpoint(name, Name(name, name), "", EventRule((name,), (), ()))


def test_what_no_touchpoint_covers_has_the_largest_code() -> None:
    assert np.iinfo(np.uint16).max == NOT_COVERED
