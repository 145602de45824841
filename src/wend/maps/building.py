"""From answers to the map: stage by stage, lane by lane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from wend.domain.names import Name
from wend.folds import feelings, histogram, holdings
from wend.kit.texts import text
from wend.maps import rules
from wend.maps.answers import Answers, Period
from wend.maps.model import (
    Behind,
    Feeling,
    FrequentStep,
    JourneyMap,
    MapStage,
    MapTouchpoint,
    Metric,
    Obstacle,
    Provenance,
    StageData,
    Trend,
)
from wend.touchpoints.facade import View
from wend.voice.facade import nps


def build(
    view: View, answers: Answers, over: Period, covered_share: float, computed_at: int, called: str = ""
) -> JourneyMap:
    """The map without obstacles. `called`: the segments whose members it is about."""
    stages = range(len(view.stage_set.stages))
    kind = "empty" if not answers.customers and not called else "segment" if called else "current"
    title = _name(f"maps.title.{kind}", name=called)
    return JourneyMap(
        title=title,
        stage_set=view.stage_set.key,
        customers=answers.customers,
        events=answers.events,
        covered_share=covered_share,
        channels=tuple(channel for channel in view.journal.words.channels if channel),
        stages=tuple(_stage(view, answers, s) for s in stages),
        touchpoints=tuple(t for s in stages for t in _touchpoints(view, answers, s)),
        feelings=tuple(f for s in stages for f in _feelings(view, answers, s)),
        obstacles=(),
        provenance=Provenance(
            question="map",
            from_at=over.first_at,
            to_at=over.last_at + 1,
            computed_at=computed_at,
            log_version=view.journal.version,
            stage_set=view.stage_set.key,
            stage_set_version=view.stage_set.version,
            registry_version=view.registry.version,
            segments=called,
        ),
    )


def with_obstacles(drawn: JourneyMap, obstacles: tuple[Obstacle, ...]) -> JourneyMap:
    """The same map with its obstacles."""
    return replace(drawn, obstacles=obstacles)


def _stage(view: View, answers: Answers, s: int) -> MapStage:
    stage, counts = view.stage_set.stages[s], answers.stages
    ever, now, moved = int(counts.ever[s]), int(counts.now[s]), int(answers.flow[s].sum())
    median, p90 = histogram.median(answers.seconds[s]), histogram.p90(answers.seconds[s])
    return MapStage(
        stage=stage.key,
        name=stage.name,
        customers=ever,
        here_now=now,
        slowing=int(counts.slowing[s]),
        left=int(counts.left[s]),
        next_share=rules.moved_on(now, moved) if _leads_on(view, s) else None,
        median_seconds=None if median is None else round(median),
        p90_seconds=None if p90 is None else round(p90),
        steps=_steps(view, answers, s, ever),
        metrics=tuple(_metrics(view, answers, s)),
        data=_data(answers, s, ever),
        behind=Behind("stage", stage.key, stage.key),
    )


def _leads_on(view: View, s: int) -> bool:
    """Whether any later stage can be reached at all."""
    return any(stage.rules for stage in view.stage_set.stages[s + 1 :])


def _steps(view: View, answers: Answers, s: int, of: int) -> tuple[FrequentStep, ...]:
    """What customers do themselves; where they hardly do anything, what happens to them. One line per event name."""
    customers = answers.touchpoint_customers[:, s].tolist()
    places = rules.shown(customers, of)
    begun = [c for c in places if view.touchpoints[c].begun_by == "customer"]
    if not begun or customers[begun[0]] < rules.THEIR_OWN * of:
        begun = places
    lines: dict[tuple[str, ...], int] = {}
    for c in begun:
        lines.setdefault(view.touchpoints[c].rule.events, c)
    chosen = list(lines.values())[: rules.MOST_STEPS]
    return tuple(
        FrequentStep(view.names[c], view.touchpoints[c].name, customers[c], rules.part(customers[c], of))
        for c in chosen
    )


def _touchpoints(view: View, answers: Answers, s: int) -> list[MapTouchpoint]:
    stage = view.stage_set.stages[s].key
    customers = answers.touchpoint_customers[:, s].tolist()
    rows = []
    for c in rules.shown(customers, int(answers.stages.ever[s])):
        touchpoint, events = view.touchpoints[c], int(answers.touchpoint_events[c, s])
        rows.append(
            MapTouchpoint(
                touchpoint=touchpoint.key,
                name=touchpoint.name,
                stage=stage,
                channel=touchpoint.channel,
                events=events,
                customers=customers[c],
                repeats=events - customers[c],
                trend=Trend(answers.trend_from, tuple(answers.trend[c].tolist())),
                feeling=rules.feeling(answers.experience[c, s]),
                behind=Behind("touchpoint", touchpoint.key, stage),
            )
        )
    return rows


def _feelings(view: View, answers: Answers, s: int) -> list[Feeling]:
    """The stage's point of the curve first, then its touchpoints, most answers first."""
    stage = view.stage_set.stages[s].key
    whole = _feeling(stage, "", answers.experience[:, s].sum(0), answers.expectation[:, s].sum(0))
    asked = answers.experience[:-1, s, feelings.N] + answers.expectation[:-1, s, feelings.N]
    order = [int(c) for c in np.argsort(-asked, kind="stable") if asked[c]]
    return [
        whole,
        *(_feeling(stage, view.names[c], answers.experience[c, s], answers.expectation[c, s]) for c in order),
    ]


def _feeling(stage: str, touchpoint: str, experience: rules.Counts, expectation: rules.Counts) -> Feeling:
    return Feeling(
        stage=stage,
        touchpoint=touchpoint,
        experience=rules.feeling(experience),
        expectation=rules.feeling(expectation),
        levels=rules.levels(experience),
        weak=rules.weak(int(experience[feelings.N])),
        behind=Behind("feeling", touchpoint, stage),
    )


def _metrics(view: View, answers: Answers, s: int) -> list[Metric]:
    """The figures of a stage that its data allows."""
    metrics: list[Metric] = []
    now, moved = int(answers.stages.now[s]), int(answers.flow[s].sum())
    next_share = rules.moved_on(now, moved)
    if next_share and _leads_on(view, s):
        metrics.append(Metric("next_share", _name("maps.metric.next_share"), "share", next_share, next_share.value))
    median = histogram.median(answers.seconds[s])
    if median is not None:
        metrics.append(Metric("median_time", _name("maps.metric.median_time"), "seconds", None, float(median)))
    csat = rules.satisfied(answers.experience[:, s].sum(0))
    if csat:
        metrics.append(Metric("csat", _name("maps.metric.csat"), "share", csat, csat.value))
    if answers.recommend[s].n:
        score = rules.interval(nps(answers.recommend[s]))
        metrics.append(Metric("nps", _name("maps.metric.nps"), "score", score, score.value))
    payers = int(answers.held[holdings.TRANSACTIONS, s])
    if payers:
        value = int(answers.money[s]) / payers
        metrics.append(Metric("money_per_customer", _name("maps.metric.money_per_customer"), "money", None, value))
    again = rules.share(answers.again[1], answers.again[0]) if s == _repeat_stage(view) else None
    if again:
        metrics.append(Metric("repeat_purchase", _name("maps.metric.repeat_purchase"), "share", again, again.value))
    return metrics


def _repeat_stage(view: View) -> int | None:
    """The stage whose customers are asked whether they bought again: where the first purchase leads. None where several
    rows make one purchase, for then twice means nothing.
    """
    bought = {view.names[c] for c in view.purchases}
    first = second = None
    for s, stage in enumerate(view.stage_set.stages):
        for rule in stage.rules:
            if bought & set(rule.touchpoints):
                if rule.at_least > 1:
                    second = rule.at_least if second is None else min(second, rule.at_least)
                elif first is None:
                    first = s
    return first if second in (None, 2) else None


def _data(answers: Answers, s: int, of: int) -> StageData:
    kinds: Sequence[int] = answers.held[:, s].tolist()
    return StageData(
        behaviour=rules.part(kinds[holdings.BEHAVIOUR], of),
        transactions=rules.part(kinds[holdings.TRANSACTIONS], of),
        identity=rules.part(int(answers.known[s]), of),
        feelings=rules.part(kinds[holdings.FEELINGS], of),
    )


def _name(key: str, **places: str) -> Name:
    return Name(text("en", key, **places), text("vi", key, **places))
