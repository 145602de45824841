"""Which drawing each question has. A question that is one number, or a list of customers, has none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from wend.questions.drawing import beside, histograms, moving, shares, timed
from wend.questions.drawing.sheet import Sheet

Draw = Callable[[Sheet, float], float]
"""Draws from a height downwards, and says where it ended."""

DRAWN: Final[dict[str, Draw]] = {
    "funnel": shares.funnel,
    "reach": shares.reach,
    "dropoff": shares.dropoff,
    "touchpoints": shares.touchpoints,
    "usage": shares.touchpoints,
    "feelings": shares.feelings,
    "loops": shares.loops,
    "return": shares.coming_back,
    "conformance": shares.conformance,
    "contribution": shares.contribution,
    "transitions": moving.transitions,
    "paths": moving.paths,
    "stages": moving.stages,
    "flow": moving.flow,
    "moves": moving.moves,
    "representative": moving.representative,
    "retention": timed.retention,
    "survival": timed.survival,
    "lifecycle": timed.lifecycle,
    "stickiness": timed.stickiness,
    "features": histograms.features,
    "anomalies": timed.anomalies,
    "overlap": beside.overlap,
    "compare": beside.compare,
    "drivers": beside.drivers,
    "rfm": beside.rfm,
    "clusters": beside.clusters,
    "lookalikes": beside.lookalikes,
}
