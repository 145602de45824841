"""What runs on an executor gives the machine's answers, cell for cell, wherever a batch ends."""

from __future__ import annotations

import dataclasses
import itertools
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from tests.engines.executors import Executors
from tests.folds.journals import CODES, WORDS, Event, journal, journeys, told
from tests.folds.questions_of import PARAMS
from tests.laws.test_fold_laws import EVERY_FOLD, SELECTIONS, same
from wend.domain.names import Name
from wend.domain.selection import Selection
from wend.domain.touchpoint import EventRule, Touchpoint
from wend.engines.executor import Cut
from wend.engines.lens import Lens, lens_of
from wend.engines.machine import Machine, Members
from wend.engines.shelf import CODES as CODES_FILES, Shelf, put_out
from wend.folds import funnel, reach
from wend.folds.contract import Fold
from wend.folds.funnel import FUNNEL
from wend.folds.reach import REACH

_folders = itertools.count()
BIG = {"property": "size", "is": "big"}


@pytest.fixture(scope="module")
def room() -> Any:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def shelf_in(room: Path) -> Path:
    return room / str(next(_folders))


def lens(tested: bool) -> Lens:
    """Four touchpoints over the events a … e; with property tests, every other event is big."""
    wheres = ((BIG,), (), (BIG, BIG), ()) if tested else ((), (), (), ())
    rules = [EventRule(tuple(events), (), where) for events, where in zip(["ab", "a", "bc", "d"], wheres, strict=True)]
    touchpoints = [Touchpoint(f"t{k}", Name("", ""), "", rule) for k, rule in enumerate(rules)]
    return lens_of(touchpoints, WORDS, f"lens {tested}", lambda _, __, n: np.arange(LENGTHS[n]) % 2 == 0)


LENGTHS: dict[int, int] = {}
NEAR = st.sampled_from([0, 1, 1 << 20])
"""Nothing is kept nearby, only what is written before the room counts as full, everything."""


@EVERY_FOLD
@settings(max_examples=6)
@given(data=st.data(), log=journeys(), selection=SELECTIONS, batch=st.integers(1, 9), near=NEAR)
def test_executors_answer_what_the_machine_answers(
    room: Path,
    fold: Fold[Any, Any],
    data: st.DataObject,
    log: list[list[Event]],
    selection: Selection,
    batch: int,
    near: int,
) -> None:
    params, whole = data.draw(PARAMS[fold.key]), journal(log, buckets=2)
    cluster = Executors(whole, shelf_in(room), batch=batch, near=near).answer(fold, params, selection)
    machine = Machine(whole, 1).answer(fold, params, selection)
    same(fold, cluster.answer, machine.answer)
    assert (cluster.customers, cluster.events) == (machine.customers, machine.events)


@pytest.mark.parametrize("tested", [False, True], ids=["names", "properties"])
@given(log=journeys(), batch=st.integers(1, 9), narrow=st.booleans(), seed=st.integers(0, 9), near=NEAR)
@settings(max_examples=15)
def test_lenses_and_chosen_customers_travel(
    room: Path, tested: bool, log: list[list[Event]], batch: int, narrow: bool, seed: int, near: int
) -> None:
    whole, random = journal(log, buckets=2), np.random.default_rng(seed)
    LENGTHS.update({number: len(bucket.event) for number, bucket in enumerate(whole.buckets)})
    some, out = (tuple(random.random(len(b.offsets) - 1) < 0.6 for b in whole.buckets) for _ in range(2))
    through = lens(tested).narrowed(2, 0) if narrow else lens(tested)
    params, web = reach.params(CODES), Selection(channels=("web", ""))
    machine, cluster = Machine(whole, 1, out), Executors(whole, shelf_in(room), batch=batch, left_out=out, near=near)
    asked = (REACH, params, web, through, Members(some, whole))
    same(REACH, cluster.answer(*asked).answer, machine.answer(*asked).answer)
    told_by = [
        list(each.members(REACH, params, lambda a: a.customers[:2], *asked[2:]).ids()) for each in (cluster, machine)
    ]
    assert told_by[0] == told_by[1]


@pytest.mark.parametrize("near", [0, 1 << 20])
def test_the_people_behind_a_number_may_straddle_batches(room: Path, near: int) -> None:
    whole = journal([told("acccb"), told("a"), told("ccccc"), told("cab")], buckets=2)
    params = funnel.params([[0], [1]], 5)
    found = Executors(whole, shelf_in(room), batch=2, near=near).members(
        FUNNEL, params, lambda answer: answer.deepest[2:]
    )
    assert sorted(found.ids()) == ["c0", "c3"]


@given(first=st.integers(0, 6), length=st.integers(0, 7), stride=st.integers(1, 3), field=st.integers(0, 1))
def test_a_view_into_an_answer_travels_as_places(first: int, length: int, stride: int, field: int) -> None:
    here, there = (tuple(np.arange(7) + 10 * k for k in range(2)) for _ in range(2))
    view = here[field][first : first + length : stride]
    assert Cut.of_view(here, view).of(there).tolist() == view.tolist()


def test_marks_of_one_question_travel_and_are_taken_back(tmp_path: Path) -> None:
    whole, shelf = journal([told("abab"), told("bba")], buckets=2), Shelf(str(tmp_path))
    marked = dataclasses.replace(lens(False), marks=lambda bucket, _: (bucket.event == 0).astype(np.uint16))
    params = funnel.params([[0], [1]], 5)
    found = Executors(whole, tmp_path, batch=2).answer(FUNNEL, params, lens=marked)
    same(FUNNEL, found.answer, Machine(whole, 1).answer(FUNNEL, params, lens=marked).answer)
    assert not [name for name in shelf.names() if name.startswith(CODES_FILES)]


def test_codes_go_with_the_bucket_they_belong_to(tmp_path: Path) -> None:
    log, shelf = [told("ab"), told("a")], Shelf(str(tmp_path))
    LENGTHS.update({0: 2, 1: 1})
    for version in "123":
        Executors(journal(log, 2, version=version), tmp_path).answer(REACH, reach.params(4), lens=lens(True))
    assert {name.split("-", 2)[2] for name in shelf.names() if name.startswith(CODES_FILES)} == {
        "00000-1-3.parquet",
        "00001-1-3.parquet",
    }


def test_only_touched_buckets_are_put_out_again(tmp_path: Path) -> None:
    shelf, buckets = Shelf(str(tmp_path / "shelf")), journal([told("ab"), told("a"), told("b")], buckets=3).buckets
    first = put_out(shelf, buckets, ["1-x", "1-x", "1-x"], 1)
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "shelf").iterdir()}
    second = put_out(shelf, buckets, ["1-x", "2-y", "1-x"], 1)
    assert [a == b for a, b in zip(first, second, strict=True)] == [True, False, True]
    assert {*first, *second} == shelf.names()
    assert all(before[name] == (tmp_path / "shelf" / name).stat().st_mtime_ns for name in first)


def test_a_journal_built_anew_leaves_nothing_of_the_old_one(tmp_path: Path) -> None:
    shelf, buckets = Shelf((tmp_path / "shelf").as_uri()), journal([told("ab"), told("a")], buckets=3).buckets
    put_out(shelf, buckets, ["1-x", "1-x", "1-x"], 1)
    names = put_out(shelf, buckets, ["2-y", "2-y", "2-y"], 1)
    assert shelf.names() == {name for name in names if name}
    assert names[2] == ""
