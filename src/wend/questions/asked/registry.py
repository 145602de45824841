"""Every question, one line each; `specs.QUESTIONS` says what it may be asked with."""

from __future__ import annotations

from wend.questions.asked.anomalies import ANOMALIES
from wend.questions.asked.clusters import CLUSTERS
from wend.questions.asked.comebacks import RETURN
from wend.questions.asked.compare import COMPARE
from wend.questions.asked.conformance import CONFORMANCE
from wend.questions.asked.contract import Asked
from wend.questions.asked.contribution import CONTRIBUTION
from wend.questions.asked.drivers import DRIVERS
from wend.questions.asked.dropoff import DROPOFF
from wend.questions.asked.features import FEATURES
from wend.questions.asked.feelings import FEELINGS
from wend.questions.asked.flow import FLOW
from wend.questions.asked.funnel import FUNNEL
from wend.questions.asked.lifecycle import LIFECYCLE
from wend.questions.asked.lookalikes import LOOKALIKES
from wend.questions.asked.loops import LOOPS
from wend.questions.asked.moves import MOVES
from wend.questions.asked.overlap import OVERLAP
from wend.questions.asked.paths import PATHS
from wend.questions.asked.reach import REACH
from wend.questions.asked.representative import REPRESENTATIVE
from wend.questions.asked.retention import RETENTION
from wend.questions.asked.rfm import RFM
from wend.questions.asked.segment import SEGMENT
from wend.questions.asked.sessions import SESSIONS
from wend.questions.asked.stages import STAGES
from wend.questions.asked.stickiness import STICKINESS
from wend.questions.asked.survival import SURVIVAL
from wend.questions.asked.touchpoints import TOUCHPOINTS
from wend.questions.asked.transitions import TRANSITIONS
from wend.questions.asked.usage import USAGE

ASKED: dict[str, Asked] = {
    "funnel": FUNNEL,
    "transitions": TRANSITIONS,
    "sessions": SESSIONS,
    "stages": STAGES,
    "touchpoints": TOUCHPOINTS,
    "feelings": FEELINGS,
    "dropoff": DROPOFF,
    "reach": REACH,
    "paths": PATHS,
    "loops": LOOPS,
    "retention": RETENTION,
    "survival": SURVIVAL,
    "lifecycle": LIFECYCLE,
    "stickiness": STICKINESS,
    "return": RETURN,
    "flow": FLOW,
    "moves": MOVES,
    "usage": USAGE,
    "anomalies": ANOMALIES,
    "features": FEATURES,
    "representative": REPRESENTATIVE,
    "conformance": CONFORMANCE,
    "contribution": CONTRIBUTION,
    "drivers": DRIVERS,
    "segment": SEGMENT,
    "overlap": OVERLAP,
    "compare": COMPARE,
    "rfm": RFM,
    "clusters": CLUSTERS,
    "lookalikes": LOOKALIKES,
}
