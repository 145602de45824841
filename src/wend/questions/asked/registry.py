"""Every question, one line each; `specs.QUESTIONS` says what it may be asked with."""

from __future__ import annotations

from wend.questions.asked.contract import Asked
from wend.questions.asked.contribution import CONTRIBUTION
from wend.questions.asked.dropoff import DROPOFF
from wend.questions.asked.feelings import FEELINGS
from wend.questions.asked.funnel import FUNNEL
from wend.questions.asked.reach import REACH
from wend.questions.asked.sessions import SESSIONS
from wend.questions.asked.stages import STAGES
from wend.questions.asked.touchpoints import TOUCHPOINTS
from wend.questions.asked.transitions import TRANSITIONS

ASKED: dict[str, Asked] = {
    "funnel": FUNNEL,
    "transitions": TRANSITIONS,
    "sessions": SESSIONS,
    "stages": STAGES,
    "touchpoints": TOUCHPOINTS,
    "feelings": FEELINGS,
    "dropoff": DROPOFF,
    "reach": REACH,
    "contribution": CONTRIBUTION,
}
