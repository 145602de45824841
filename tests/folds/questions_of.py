"""Random params for every fold, over the codes of random journeys."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.folds.journals import CHANNELS, CODES
from wend.folds import (
    computed,
    contribution,
    dropoff,
    feelings,
    funnel,
    holdings,
    profile,
    promoters,
    reach,
    sessions,
    stage_walk,
    stages,
    standing,
    touchpoints,
    transitions,
)

NOW = 1_700_000_000
CODE_SETS = st.lists(st.integers(0, CODES - 1), min_size=1, max_size=3, unique=True)


@st.composite
def rules(draw: st.DrawFn) -> stage_walk.Rules:
    """Up to four rules over up to four stages."""
    count, stages = draw(st.integers(0, 4)), draw(st.integers(1, 4))
    members = [draw(CODE_SETS) for _ in range(count)]
    need = [draw(st.integers(1, 3)) for _ in range(count)]
    return stage_walk.rules(members, need, [draw(st.integers(0, stages - 1)) for _ in range(count)], stages, CODES)


@st.composite
def _stages(draw: st.DrawFn) -> stages.StagesParams:
    as_of = NOW + draw(st.integers(0, 400)) * 86_400
    return stages.params(draw(rules()), as_of, draw(st.integers(0, 40)), draw(st.integers(41, 300)))


@st.composite
def _funnel(draw: st.DrawFn) -> funnel.FunnelParams:
    steps = draw(st.lists(CODE_SETS, min_size=1, max_size=4))
    return funnel.params(steps, CODES, draw(st.one_of(st.none(), st.integers(0, 7_200), st.integers(0, 90 * 86_400))))


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
def _contribution(draw: st.DrawFn) -> contribution.ContributionParams:
    roles = [contribution.NO_TOUCH, contribution.CONVERSION, contribution.BY_CHANNEL, 0, 1, 2]
    steps = draw(st.lists(st.sampled_from(roles), min_size=CODES, max_size=CODES))
    channels = draw(st.lists(st.sampled_from([contribution.NOT_ASKED, -1, 0, 2]), min_size=CHANNELS, max_size=CHANNELS))
    window, half_life = draw(st.sampled_from([None, 0, 100, 40 * 86_400])), draw(st.sampled_from([60, 7 * 86_400]))
    order, places = draw(st.integers(1, 3)), draw(st.sampled_from([64, 4_096]))
    return contribution.params(steps, channels, 3, window, half_life, order, draw(st.booleans()), places)


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
    "standing": st.builds(standing.StandingParams, rules()),
    "contribution": _contribution(),
}
