"""Random params for every fold, over the codes of random journeys."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import strategies as st

from tests.folds import params_segment, params_segment_trend
from tests.folds.journals import CHANNELS, CODES
from tests.folds.seasons import seasons
from wend.folds import (
    alike,
    chain,
    comebacks,
    computed,
    conformance,
    contribution,
    daily,
    departures,
    dropoff,
    features,
    feelings,
    flow,
    funnel,
    holdings,
    journey,
    lifecycle,
    loops,
    moves,
    outcomes,
    pathways,
    profile,
    promoters,
    reach,
    retention,
    sessions,
    silence,
    stage_walk,
    stages,
    standing,
    stickiness,
    survival,
    touchpoints,
    transitions,
    usage,
    variants,
)
from wend.folds.contract import Cells
from wend.folds.periods import FOREVER

NOW = 1_700_000_000
TIMES = st.sampled_from([0.0, 0.0, 0.5, 1.0, 2.5])
CODE_SETS = st.lists(st.integers(0, CODES - 1), min_size=1, max_size=3, unique=True)


@st.composite
def rules(draw: st.DrawFn) -> stage_walk.Rules:
    """Up to four rules over up to four stages."""
    count, stages = draw(st.integers(0, 4)), draw(st.integers(1, 4))
    members = [draw(CODE_SETS) for _ in range(count)]
    need = [draw(st.integers(1, 3)) for _ in range(count)]
    return stage_walk.rules(members, need, [draw(st.integers(0, stages - 1)) for _ in range(count)], stages, CODES)


@st.composite
def _silences(draw: st.DrawFn) -> silence.Silences:
    return silence.of_days(draw(st.integers(0, 40)), draw(st.integers(41, 300)), draw(TIMES), draw(seasons()))


@st.composite
def _stages(draw: st.DrawFn) -> stages.StagesParams:
    as_of = NOW + draw(st.integers(0, 400)) * 86_400
    return stages.StagesParams(draw(rules()), as_of, draw(_silences()))


@st.composite
def _funnel(draw: st.DrawFn) -> funnel.FunnelParams:
    steps = draw(st.lists(CODE_SETS, min_size=1, max_size=4))
    return funnel.params(steps, CODES, draw(st.one_of(st.none(), st.integers(0, 7_200), st.integers(0, 90 * 86_400))))


@st.composite
def _chain(draw: st.DrawFn) -> chain.ChainParams:
    steps = draw(st.lists(CODE_SETS, min_size=1, max_size=4))
    window, step_window = (draw(st.sampled_from([None, 0, 60, 7_200, 90 * 86_400])) for _ in range(2))
    without = draw(st.sampled_from([[], [[4]] * len(steps), [[0], [], [3, 4]]]))[: len(steps)]
    groups = draw(st.sampled_from([1, 1, 3]))
    group_at = draw(st.integers(0, len(steps) - 1))
    strict, first = draw(st.booleans()), draw(st.booleans())
    return chain.params(steps, CODES, window, step_window, without, strict, first, groups, group_at)


@st.composite
def _touchpoints(draw: st.DrawFn) -> touchpoints.TouchpointsParams:
    return touchpoints.params(draw(rules()), CODES, NOW, NOW + draw(st.integers(0, 400)) * 86_400)


@st.composite
def _dropoff(draw: st.DrawFn) -> dropoff.DropoffParams:
    as_of = NOW + draw(st.integers(0, 400)) * 86_400
    return dropoff.params(draw(rules()), CODES, as_of, draw(st.integers(0, 90)) * 86_400)


@st.composite
def _computed(draw: st.DrawFn) -> computed.ComputedParams:
    as_of = NOW + draw(st.integers(0, 400)) * 86_400
    return computed.params(draw(st.integers(0, 6)), as_of, draw(st.sampled_from([0, 1, 30, 300])))


@st.composite
def _paths(draw: st.DrawFn) -> pathways.PathsParams:
    letters = np.array([draw(st.integers(0, 3)) for _ in range(CODES)], np.int64)
    start, end = draw(st.integers(0, letters.max())), draw(st.integers(0, letters.max()))
    gap = draw(st.one_of(st.none(), st.integers(0, 50 * 86_400)))
    made = pathways.params(letters, draw(st.integers(1, 4)), start, end, draw(st.booleans()), gap, draw(st.booleans()))
    return made._replace(places=draw(st.sampled_from([0, 64])))


@st.composite
def _loops(draw: st.DrawFn) -> loops.LoopsParams:
    letters = np.array([draw(st.integers(0, 4)) for _ in range(CODES)], np.int64)
    gap = draw(st.one_of(st.none(), st.integers(0, 50 * 86_400)))
    return loops.params(letters, gap, draw(st.booleans()), places=128)


RUNS = st.sampled_from([[(0, 0)], [(0, 0), (1, 1), (2, 2)], [(0, 0), (2, 4), (5, 9)], [(1, 2), (3, 3)]])
FLAGS = st.lists(st.booleans(), min_size=CODES, max_size=CODES).map(np.array)


@st.composite
def calendars(draw: st.DrawFn, most: int = 60) -> Cells:
    """Periods of uneven length, the first of which begins before every journey."""
    gaps = draw(st.lists(st.sampled_from([3_600, 86_400, 40 * 86_400]), min_size=1, max_size=most))
    return np.array([NOW - 5, *(NOW - 5 + np.cumsum(gaps)), FOREVER], np.int64)


@st.composite
def _flow(draw: st.DrawFn) -> flow.FlowParams:
    at, as_of = (NOW + draw(st.integers(-1, 400)) * 86_400 for _ in range(2))
    return flow.params(draw(rules()), at, as_of)._replace(silences=draw(_silences()))


@st.composite
def _moves(draw: st.DrawFn) -> moves.MovesParams:
    as_of = NOW + draw(st.integers(0, 400)) * 86_400
    during = draw(seasons())
    silences = [draw(_silences())._replace(season=during) for _ in range(2)]
    today, edited = draw(rules()), draw(rules())
    same = draw(st.permutations(range(-1, edited.stages)))[:1] * today.stages
    return moves.params(today, edited, same, as_of, *silences)


@st.composite
def _usage(draw: st.DrawFn) -> usage.UsageParams:
    known, as_of = draw(rules()), NOW + draw(st.integers(0, 400)) * 86_400
    return usage.params(known, [draw(st.integers(0, 3)) for _ in range(known.stages)], CODES, as_of)


@st.composite
def _retention(draw: st.DrawFn) -> retention.RetentionParams:
    as_of, by = NOW + draw(st.integers(0, 400)) * 86_400, draw(st.integers(0, 2))
    starts, returns, calendar = draw(FLAGS), draw(FLAGS), draw(calendars())
    window = draw(st.sampled_from([0, 3_600, 86_400, 30 * 86_400]))
    cohorts = draw(st.one_of(st.none(), calendars(3)))
    if draw(st.booleans()):  # what is asked most: every event counts, newcomers by period
        every = np.ones(CODES, np.bool_)
        return retention.params(draw(RUNS), calendar, every, every, draw(rules()), as_of)
    return retention.params(draw(RUNS), calendar, starts, returns, draw(rules()), as_of, cohorts, by, window)


@st.composite
def _survival(draw: st.DrawFn) -> survival.SurvivalParams:
    as_of, stages_of = NOW + draw(st.integers(0, 400)) * 86_400, draw(rules())
    stage, groups, unit = (
        draw(st.integers(-1, 3)),
        draw(st.sampled_from([1, CHANNELS])),
        draw(st.sampled_from([3_600, 86_400])),
    )
    leaving = stage >= 0 and draw(st.booleans())
    about = draw(st.booleans())
    return survival.params(draw(FLAGS), draw(FLAGS), stages_of, NOW, as_of, stage, leaving, groups, unit, about)


@st.composite
def _stickiness(draw: st.DrawFn) -> stickiness.StickinessParams:
    days = draw(calendars())
    period = np.cumsum([0, *draw(st.lists(st.integers(0, 1), min_size=len(days) - 2, max_size=len(days) - 2))])
    return stickiness.params(draw(FLAGS), days, period.astype(np.int64))


@st.composite
def _comebacks(draw: st.DrawFn) -> comebacks.ComebacksParams:
    does, told = draw(FLAGS), draw(st.integers(0, CODES))
    received, own = (np.flatnonzero(each)[:told] for each in (~does, does))
    row = np.full(CODES, -1, np.int64)
    row[received], row[own] = np.arange(len(received)), len(received) + np.arange(len(own))
    from_at, days = NOW + draw(st.sampled_from([-5, 40 * 86_400])), draw(st.sampled_from([1, 7, 30, 50]))
    as_of, silence = NOW + draw(st.integers(0, 400)) * 86_400, days * 86_400 * draw(st.integers(1, 3))
    return comebacks.params(does, row, len(received), silence, days * 86_400, from_at, as_of)


@st.composite
def _daily(draw: st.DrawFn) -> daily.DailyParams:
    watched = draw(st.lists(st.integers(0, CODES - 1), min_size=2, max_size=CODES, unique=True))
    legs = st.tuples(st.integers(0, len(watched) - 1), st.integers(0, len(watched) - 1), st.sampled_from([60, 9**6]))
    real = draw(st.lists(legs.filter(lambda leg: leg[0] != leg[1]), max_size=4))
    first = NOW + draw(st.integers(0, 50)) * 86_400
    made = daily.params(CODES, watched, real, (first, first + draw(st.integers(0, 300)) * 86_400), groups=2)
    return made._replace(size=3, place=made.place[:3]) if draw(st.booleans()) else made


@st.composite
def _alike(draw: st.DrawFn) -> alike.AlikeParams:
    samples = draw(st.lists(st.lists(st.integers(0, CODES - 1), min_size=1, max_size=5), min_size=1, max_size=4))
    group = [draw(st.integers(0, place)) for place in range(len(samples))]
    group = [sorted(set(group)).index(g) for g in group]
    part_of = [-1, *(draw(st.integers(-1, place)) for place in range(len(samples) - 1))]
    return alike.params(draw(_CUTTING), samples, group, [group.index(g) for g in sorted(set(group))], part_of)


@st.composite
def _conformance(draw: st.DrawFn) -> conformance.ConformanceParams:
    steps = draw(st.lists(CODE_SETS, min_size=1, max_size=4))
    optional = draw(st.lists(st.integers(0, len(steps) - 1), max_size=2, unique=True))
    deadlines = [draw(st.sampled_from([None, 0, 60, 86_400])) for _ in steps]
    return conformance.params(steps, draw(_CUTTING), optional, deadlines, draw(st.booleans()))


_CUTTING = st.builds(journey.cutting, st.just(CODES), st.one_of(st.none(), st.integers(0, CODES - 1)))


@st.composite
def _contribution(draw: st.DrawFn) -> contribution.ContributionParams:
    roles = [contribution.NO_TOUCH, contribution.CONVERSION, contribution.BY_CHANNEL, 0, 1, 2]
    steps = draw(st.lists(st.sampled_from(roles), min_size=CODES, max_size=CODES))
    channels = draw(st.lists(st.sampled_from([contribution.NOT_ASKED, -1, 0, 2]), min_size=CHANNELS, max_size=CHANNELS))
    window, half_life = draw(st.sampled_from([None, 0, 100, 40 * 86_400])), draw(st.sampled_from([60, 7 * 86_400]))
    order, places = draw(st.integers(1, 3)), draw(st.sampled_from([64, 4_096]))
    return contribution.params(steps, channels, 3, window, half_life, order, draw(st.booleans()), places)


@st.composite
def _outcomes(draw: st.DrawFn) -> outcomes.OutcomesParams:
    outcome, buys = draw(st.sampled_from([outcomes.PURCHASE, outcomes.RATING])), draw(st.one_of(st.none(), FLAGS))
    window, as_of = draw(st.sampled_from([0, 60, 30 * 86_400])), NOW + draw(st.integers(0, 400)) * 86_400
    return outcomes.params(CODES, outcome, window, as_of, buys)


SILENCES = _silences()
PARAMS: dict[str, st.SearchStrategy[Any]] = {
    "funnel": _funnel(),
    "transitions": st.sampled_from(
        [
            transitions.params(CODES),
            transitions.TransitionsParams(CODES, 64, 1),
            transitions.params(CODES, totals=False),
            transitions.TransitionsParams(CODES, 64, 0),
        ]
    ),
    "sessions": st.builds(sessions.params, st.integers(0, 50 * 86_400)),
    "stages": _stages(),
    "touchpoints": _touchpoints(),
    "feelings": st.builds(feelings.params, rules(), st.just(CODES)),
    "dropoff": _dropoff(),
    "reach": st.just(reach.params(CODES)),
    "profile": st.builds(profile.params, st.just(CODES), st.just(CHANNELS), CODE_SETS),
    "holdings": st.builds(holdings.params, rules()),
    "promoters": st.builds(promoters.params, rules(), st.just(CODES), CODE_SETS),
    "computed": _computed(),
    "funnel_steps": _chain(),
    "funnel_entries": _chain(),
    "funnel_any": _chain(),
    "retention": _retention(),
    "survival": _survival(),
    "lifecycle": st.builds(lifecycle.params, FLAGS, calendars(), st.sampled_from([NOW - 5, NOW + 40 * 86_400])),
    "stickiness": _stickiness(),
    "comebacks": _comebacks(),
    "flow": _flow(),
    "moves": _moves(),
    "usage": _usage(),
    "standing": st.builds(standing.StandingParams, rules(), _silences(), st.just(NOW)),
    "variants": st.builds(variants.VariantsParams, _CUTTING, st.sampled_from([8, 4096]), st.integers(0, 1)),
    "alike": _alike(),
    "conformance": _conformance(),
    "paths": _paths(),
    "daily": _daily(),
    "features": st.builds(
        features.params, st.just(CODES), CODE_SETS, st.integers(0, 400).map(lambda days: NOW + days * 86_400)
    ),
    "loops": _loops(),
    "departures": st.just(departures.params(CODES, places=64)),
    "contribution": _contribution(),
    "outcomes": _outcomes(),
    "segment": params_segment.params(),
    "segment_trend": params_segment_trend.params(),
}
