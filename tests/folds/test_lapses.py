"""Where time alone leads elsewhere, folds that know stages say what their plain definitions say, on every engine."""

from __future__ import annotations

import itertools
from functools import reduce
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from tests.engines.executors import Executors
from tests.folds import questions_of
from tests.folds.journals import CHANNELS, CODES, WORDS, Event, journal, journeys
from tests.folds.oracle_lapses import ORACLES, Moment, chosen
from tests.laws.test_fold_laws import named, same
from wend.domain.selection import FOREVER_AGO, Selection
from wend.engines import reading
from wend.engines.column import column
from wend.engines.inline import Inline
from wend.engines.lens import lens_of
from wend.engines.machine import Machine
from wend.engines.standing import told_lens
from wend.folds import flow, holdings, moves, promoters, stage_walk, stages, survival
from wend.folds.lapses import Lapses
from wend.folds.registry import FOLDS
from wend.folds.standing import STANDING, StandingParams

NOW, DAY = questions_of.NOW, 86_400
STAGES = 3
WAITS = (1, 5, 59, 3_600, 40 * DAY, 90 * DAY)


class World:
    """Random customers through two stage sets, drawn: which events are covered, and where everybody stands when."""

    def __init__(self, data: st.DataObject, log: list[list[Event]], buckets: int = 2) -> None:
        self.covered = sorted(data.draw(st.sets(st.integers(0, CODES - 1), min_size=1)))
        self.journal = journal(log, buckets)
        self.stories = [list(self._story(data, life)) for life in log]
        self.buckets = [self.stories[number::buckets] for number in range(buckets)]
        plain = lens_of([named(code) for code in self.covered], WORDS, "1")
        self.lens = told_lens(plain, [(0, self.told_first), (1, self.told_second)], "drawn")
        self.rules = [stage_walk.told(STAGES, len(self.covered), place) for place in range(2)]

    def _story(self, data: st.DataObject, life: list[Event]) -> Any:
        stands, begun, anywhere = (0, 0), False, st.tuples(st.integers(0, STAGES - 1), st.integers(0, STAGES - 1))
        for event, following in itertools.zip_longest(life, life[1:]):
            code = self.covered.index(event.step) if event.step in self.covered else None
            begun |= code is not None
            stands = data.draw(anywhere) if begun else stands
            yield Moment(event.at, event, code, stands)
            waits = data.draw(st.sets(st.sampled_from(WAITS), max_size=3)) if begun else ()
            for wait in sorted(waits):
                if following is None or event.at + wait < following.at:
                    stands = data.draw(anywhere)
                    yield Moment(event.at + wait, None, None, stands)

    def told_first(self, _: Any, number: int) -> tuple[Any, Lapses]:
        return self.told(number, 0)

    def told_second(self, _: Any, number: int) -> tuple[Any, Lapses]:
        return self.told(number, 1)

    def told(self, number: int, place: int) -> tuple[Any, Lapses]:
        """One of the sets in a bucket, as the walk of stages tells it."""
        stood, lapses = list[int](), list[tuple[int, int, int]]()
        for story in self.buckets[number]:
            for before, moment in zip([None, *story], story, strict=False):
                if moment.event is not None:
                    stood.append(moment.stands[place])
                elif before is not None and before.stands[place] != moment.stands[place]:
                    lapses.append((len(stood) - 1, moment.at, moment.stands[place]))
        row, at, stage = np.array(lapses, np.int64).reshape(-1, 3).T
        return np.array(stood, np.uint8), Lapses(row, at, stage.astype(np.uint16))

    def shown(self, selection: Selection) -> list[list[Moment]]:
        """What a question is asked of."""
        kept = [c for c in range(CHANNELS) if not selection.channels or WORDS.channels[c] in selection.channels]
        return [chosen(story, selection, kept) for story in self.stories]

    def fed(self, fold: Any, params: Any, selection: Selection) -> Any:
        """The answer about customers whose events come one by one."""
        answers = [fold.blank(params)]
        for number, bucket in enumerate(self.journal.buckets):
            columns = Machine(self.journal)._reading.columns(number, self.lens)
            for first, end in itertools.pairwise(bucket.offsets.tolist()):
                live = Inline(fold, params, self.journal.words, selection)
                for row in range(first, end):
                    place, lapses = int(columns.lapse[row]), list[tuple[int, int]]()
                    while columns.lapse_at[place] < 2**61:
                        lapses.append((int(columns.lapse_at[place]), int(columns.lapse_stood[place])))
                        place += 1
                    cells = {name: int(getattr(columns, name)[row]) for name in columns._fields[:8]}
                    live.feed(**cells, lapses=lapses)
                answers.append(live.answer())
        return reduce(fold.merge, answers)


def params_of(data: st.DataObject, world: World, key: str, selection: Selection) -> Any:
    """Random params of a fold that is asked about what lies in the selection."""
    rules, codes, as_of = world.rules[0], len(world.covered), selection.to_at - 1
    silences = data.draw(questions_of.SILENCES)
    if key == "stages":
        return stages.StagesParams(rules, as_of, silences, selection.from_at)
    if key == "flow":
        at = as_of - data.draw(st.sampled_from([0, 1, DAY, 50 * DAY, 100 * DAY]))
        return flow.params(rules, at, as_of)._replace(silences=silences)
    if key == "standing":
        return StandingParams(rules, silences, as_of)
    if key == "moves":
        return moves.params(
            world.rules[0], world.rules[1], data.draw(st.permutations(range(STAGES))), as_of, silences, silences
        )
    if key == "survival":
        ends, stage, leaving = np.arange(codes) == 0, data.draw(st.integers(0, STAGES - 1)), data.draw(st.booleans())
        groups, from_at = data.draw(st.sampled_from([1, CHANNELS])), max(selection.from_at, NOW)
        return survival.params(ends, ends, rules, from_at, as_of, stage, leaving, groups, 3_600)
    return holdings.params(rules) if key == "holdings" else promoters.params(rules, codes, [0])


def asked(data: st.DataObject, world: World) -> Selection:
    """A period that ends when it is asked, on some channels."""
    as_of = NOW + data.draw(st.integers(0, 200)) * DAY + data.draw(st.sampled_from([0, 1, 3_600]))
    since = data.draw(st.sampled_from([FOREVER_AGO, as_of - 100 * DAY, as_of - DAY]))
    return Selection(since, as_of + 1, data.draw(st.sampled_from([(), ("web",), ("web", "")])))


@pytest.mark.parametrize("key", ORACLES)
@given(data=st.data(), log=journeys())
def test_the_passing_of_time_moves_customers_as_defined(key: str, data: st.DataObject, log: list[list[Event]]) -> None:
    world, fold = World(data, log), FOLDS[key]
    selection = asked(data, world)
    params = params_of(data, world, key, selection)
    answer = Machine(world.journal, threads=1).answer(fold, params, selection, world.lens).answer
    same(fold, answer, ORACLES[key](world.shown(selection), params))


@pytest.mark.parametrize("key", ORACLES)
@settings(max_examples=15)
@given(data=st.data(), log=journeys(), batch=st.integers(1, 9))
def test_pieces_batches_and_single_events_pass_time_alike(
    tmp_path_factory: pytest.TempPathFactory, key: str, data: st.DataObject, log: list[list[Event]], batch: int
) -> None:
    world, fold = World(data, log), FOLDS[key]
    selection = asked(data, world)
    params = params_of(data, world, key, selection)
    whole = Machine(world.journal, threads=1).answer(fold, params, selection, world.lens).answer
    cluster = Executors(world.journal, tmp_path_factory.mktemp("shelf"), batch=batch)
    same(fold, cluster.answer(fold, params, selection, world.lens).answer, whole)
    same(fold, world.fed(fold, params, selection), whole)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "EVENTS_PER_PIECE", 2)
        same(fold, Machine(world.journal, threads=1).answer(fold, params, selection, world.lens).answer, whole)


@given(data=st.data(), log=journeys())
def test_everybody_apart_stands_where_the_sum_says(data: st.DataObject, log: list[list[Event]]) -> None:
    world, as_of = World(data, log), NOW + data.draw(st.integers(0, 300)) * DAY
    machine, params = Machine(world.journal, threads=1), params_of(data, world, "standing", Selection(to_at=as_of + 1))

    def read(number: int) -> Any:
        bucket = world.journal.buckets[number]
        return world.lens.read(bucket, number), np.zeros(len(bucket.event), np.int64)

    rows = np.concatenate(column(machine, STANDING, params._replace(as_of=2**61), read, world.lens))
    assert rows[:, 1].tolist() == [story[-1].stands[0] for bucket in world.buckets for story in bucket]


@given(data=st.data(), log=journeys())
def test_between_two_moments_of_asking_only_lapses_differ(data: st.DataObject, log: list[list[Event]]) -> None:
    world, last = World(data, log), max((event.at for life in log for event in life), default=NOW)
    machine = Machine(world.journal, threads=1)
    stands = []
    for as_of in (last, last + 50 * DAY):
        params = params_of(data, world, "stages", Selection(to_at=as_of + 1))
        stands.append(machine.answer(stages.STAGES, params, Selection(to_at=as_of + 1), world.lens).answer)
    between = [m for story in world.stories for m in story if last < m.at <= last + 50 * DAY]
    lapsed = stands[1].flow.sum() - stands[0].flow.sum()
    moved = sum(
        a.stands[0] != b.stands[0] for story in world.stories for a, b in itertools.pairwise(story) if b in between
    )
    assert lapsed == moved
