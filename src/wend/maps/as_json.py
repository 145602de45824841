"""The map as a JSON file: what scripts rely on (see docs/cli.md), with the whole map under `map`.

The stable part is `stages`, `touchpoints`, `feelings`, `obstacles` and `moves`; titles are given in both languages.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from wend.kit.clock import from_epoch
from wend.kit.texts import Language
from wend.maps.model import Feeling, Interval, JourneyMap, MapStage, MapTouchpoint, Moved, Obstacle, SegmentLane
from wend.maps.model_remarks import NOTHING, Standing

Row = dict[str, Any]


def as_json(drawn: JourneyMap, language: Language, standing: Standing = NOTHING) -> str:
    """The map as text, UTF-8 letters kept."""
    return json.dumps(document(drawn, language, standing), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def document(drawn: JourneyMap, language: Language, standing: Standing = NOTHING) -> Row:
    """The map as plain lists and dictionaries. Feelings lie on −2 … +2, shares on 0 … 1;
    moments are ISO 8601 in UTC, but for the whole map under `map`, whose times are epoch seconds.
    """
    came_from = drawn.provenance
    return {
        "question": "map",
        "period": {"from": _iso(came_from.from_at), "to": _iso(came_from.to_at)},
        "as_of": _iso(came_from.to_at - 1) if drawn.events else None,
        "computed_at": _iso(came_from.computed_at),
        "log_version": came_from.log_version,
        "title": drawn.title.in_(language),
        "stage_set": drawn.stage_set,
        "stage_set_version": came_from.stage_set_version,
        "registry_version": came_from.registry_version,
        "segments": came_from.segments,
        "customers": drawn.customers,
        "events": drawn.events,
        "covered_share": drawn.covered_share,
        "channels": list(drawn.channels),
        "stages": [_stage(stage, language) for stage in drawn.stages],
        "touchpoints": [_touchpoint(touchpoint, language) for touchpoint in drawn.touchpoints],
        "feelings": [_feeling(feeling) for feeling in drawn.feelings if feeling.experience or feeling.expectation],
        "obstacles": [_obstacle(obstacle, language) for obstacle in drawn.obstacles],
        "moves": [_lane(lane) for lane in drawn.moves],
        "remarks": [{"stage": stage, **asdict(each)} for stage, found in standing.items() for each in found],
        "map": asdict(drawn),
    }


def _iso(seconds: int) -> str:
    """As `wend ask --json` writes moments."""
    return from_epoch(seconds).isoformat().replace("+00:00", "Z")


def _stage(stage: MapStage, language: Language) -> Row:
    return {
        "stage": stage.stage,
        "name": stage.name.in_(language),
        "customers": stage.customers,
        "here_now": stage.here_now,
        "slowing": stage.slowing,
        "left": stage.left,
        "next": _figure(stage.next_share),
        "median_seconds": stage.median_seconds,
        "p90_seconds": stage.p90_seconds,
        "steps": [
            {"step": step.key, "name": step.name.in_(language), "customers": step.customers, "share": step.share}
            for step in stage.steps
        ],
        "metrics": [
            {"metric": metric.key, "name": metric.name.in_(language), "unit": metric.unit, "value": metric.value}
            | (_figure(metric.figure) or {})
            for metric in stage.metrics
        ],
        "data": asdict(stage.data),
    }


def _touchpoint(touchpoint: MapTouchpoint, language: Language) -> Row:
    return {
        "touchpoint": touchpoint.touchpoint,
        "name": touchpoint.name.in_(language),
        "stage": touchpoint.stage,
        "channel": touchpoint.channel,
        "events": touchpoint.events,
        "customers": touchpoint.customers,
        "repeats": touchpoint.repeats,
        "trend": {"from": touchpoint.trend.starts_at, "weekly": list(touchpoint.trend.weekly)},
        "feeling": _figure(touchpoint.feeling),
    }


def _feeling(feeling: Feeling) -> Row:
    """`stage` alone for a point of the curve, both keys for one touchpoint in one stage."""
    felt = feeling.experience
    return {
        "stage": feeling.stage,
        "touchpoint": feeling.touchpoint or None,
        "mean": felt.value if felt else None,
        "n": felt.n if felt else 0,
        "low": felt.low if felt else None,
        "high": felt.high if felt else None,
        "method": felt.method if felt else None,
        "levels": list(feeling.levels),
        "weak": feeling.weak,
        "expectation": _figure(feeling.expectation),
    }


def _obstacle(obstacle: Obstacle, language: Language) -> Row:
    return {
        "key": obstacle.key,
        "kind": obstacle.kind,
        "title": obstacle.title.in_(language),
        "stage": obstacle.stage,
        "touchpoint": obstacle.touchpoint,
        "customers": obstacle.customers,
        "at_risk": obstacle.at_risk,
        "share": obstacle.share,
        "outcome": obstacle.outcome,
        "effect": obstacle.effect,
        "low": obstacle.low,
        "high": obstacle.high,
        "p_adjusted": obstacle.p_adjusted,
        "tests": obstacle.tests,
        "began": None if obstacle.began is None else _iso(obstacle.began),
        "ended": None if obstacle.ended is None else _iso(obstacle.ended),
        "group": obstacle.group,
        "weight": obstacle.weight,
    }


def _lane(lane: SegmentLane) -> Row:
    """`since` is when the segment was made; before that nobody could be told of."""
    return {
        "segment": lane.segment,
        "name": lane.name,
        "version": lane.version,
        "since": _iso(lane.since),
        "stages": [
            {"stage": each.stage, "entered": _moved(each.entered), "left": _moved(each.left)} for each in lane.stages
        ],
        "elsewhere": asdict(lane.elsewhere),
        "anew": asdict(lane.anew),
    }


def _moved(moved: Moved) -> Row:
    return {"customers": moved.customers, "times": moved.times, **(_figure(moved.share) or {})}


def _figure(figure: Interval | None) -> Row | None:
    if figure is None:
        return None
    return {"value": figure.value, "low": figure.low, "high": figure.high, "n": figure.n, "method": figure.method}
