"""The questions behind a map, asked once each: every figure of a map comes from one of these answers."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pyarrow.compute as pc
from numpy.typing import NDArray

from wend.domain.selection import FOREVER_AGO, Selection
from wend.engines.machine import Members
from wend.folds import feelings, funnel, holdings, promoters, stages, touchpoints
from wend.touchpoints.facade import View
from wend.voice.facade import NpsCounts

_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Period:
    """What is looked at: the selection, cut at `as_of` (the moment silences are measured at), and its real ends."""

    selection: Selection
    first_at: int
    last_at: int

    @property
    def as_of(self) -> int:
        """The last second that is seen."""
        return self.last_at


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers in codes; stages by their place in the set, touchpoints by their place in the registry.

    `known`: customers of every stage who go by more than a device. `again`: buyers, and those who bought twice;
    `recommend`: answers to the question of recommendation, by stage.
    """

    customers: int
    events: int
    stages: stages.StagesAnswer
    flow: NDArray[np.int64]
    seconds: NDArray[np.int64]
    touchpoint_events: NDArray[np.int64]
    touchpoint_customers: NDArray[np.int64]
    people: NDArray[np.int64]
    trend: NDArray[np.int64]
    trend_from: int
    experience: NDArray[np.int64]
    expectation: NDArray[np.int64]
    held: NDArray[np.int64]
    money: NDArray[np.int64]
    known: NDArray[np.int64]
    again: tuple[int, int]
    recommend: tuple[NpsCounts, ...]


def period(view: View, selection: Selection) -> Period:
    """The selection cut to what the journal holds."""
    first, last = bounds(view)
    as_of = min(last, selection.to_at - 1)
    seen = replace(selection, to_at=as_of + 1) if selection.to_at <= last else selection
    return Period(seen, max(first, selection.from_at) if selection.from_at != FOREVER_AGO else first, as_of)


def bounds(view: View) -> tuple[int, int]:
    """First and last second of the journal; (0, 0) when it is empty."""
    filled = [bucket for bucket in view.journal.buckets if len(bucket.occurred_at)]
    if not filled:
        return 0, 0
    return min(int(b.occurred_at.min()) for b in filled), max(int(b.occurred_at.max()) for b in filled)


def stages_params(view: View, selection: Selection, as_of: int) -> stages.StagesParams:
    """Params of `stages` for the view's set."""
    return stages.StagesParams(view.rules, as_of, view.silences, selection.from_at)


def ask(view: View, over: Period) -> Answers:
    """Ask everything a map needs."""
    machine, selection, lens, rules, codes = view.machine, over.selection, view.lens, view.rules, len(view.names)
    asked = stages_params(view, selection, over.as_of)
    stood = machine.answer(stages.STAGES, asked, selection, lens)
    known = machine.answer(stages.STAGES, asked, selection, lens, known_customers(view)).answer.ever
    touched_params = touchpoints.params(rules, codes, over.first_at, over.last_at)
    touched_params = touched_params._replace(follow=0)
    touched = machine.answer(touchpoints.TOUCHPOINTS, touched_params, selection, lens).answer
    felt_params = feelings.params(rules, codes)
    felt = machine.answer(feelings.FEELINGS, felt_params, selection, lens).answer
    held = machine.answer(holdings.HOLDINGS, holdings.params(rules), selection, lens).answer
    n = rules.stages
    return Answers(
        customers=stood.customers,
        events=stood.events,
        stages=stood.answer,
        flow=stood.answer.flow.reshape(n, n),
        seconds=stood.answer.seconds.reshape(n, -1),
        touchpoint_events=touched.events[: codes * n].reshape(codes, n),
        touchpoint_customers=touched.customers[: codes * n].reshape(codes, n),
        people=touched.people,
        trend=touched.trend.reshape(-1, touched_params.weeks),
        trend_from=touched_params.origin,
        experience=feelings.table(felt.experience, felt_params),
        expectation=feelings.table(felt.expectation, felt_params),
        held=held.customers.reshape(holdings.KINDS, n),
        money=held.money,
        known=known,
        again=_again(view, selection),
        recommend=_recommend(view, selection),
    )


def known_customers(view: View) -> Members:
    """Customers who go by more than a device: a number, an e-mail, a phone, or any trait."""
    masks = []
    for bucket in view.journal.buckets:
        named = np.asarray(
            pc.invert(pc.starts_with(bucket.customers, "device:")).to_numpy(zero_copy_only=False), np.bool_
        )
        for column in bucket.traits.columns:
            named |= column.is_valid().to_numpy()
        masks.append(named)
    return Members(tuple(masks), view.journal)


def _again(view: View, selection: Selection) -> tuple[int, int]:
    """Customers who bought at all, and at least twice."""
    if not view.purchases:
        return 0, 0
    params = funnel.params([view.purchases, view.purchases], len(view.names))
    reached = funnel.reached(view.machine.answer(funnel.FUNNEL, params, selection, view.lens).answer)
    return reached[0], reached[1]


def _recommend(view: View, selection: Selection) -> tuple[NpsCounts, ...]:
    """Promoters and detractors by stage; nobody where the question is never asked."""
    if not view.recommending:
        return tuple(NpsCounts(0, 0, 0) for _ in range(view.rules.stages))
    params = promoters.params(view.rules, len(view.names), view.recommending)
    answer = view.machine.answer(promoters.PROMOTERS, params, selection, view.lens).answer
    rows = zip(answer.promoters.tolist(), answer.detractors.tolist(), answer.answers.tolist(), strict=True)
    return tuple(NpsCounts(*row) for row in rows)
