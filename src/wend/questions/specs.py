"""The questions that can be asked, with their parameters: one table for the terminal, the web, Python and the
documents.

Texts live under `questions.<question>.title`, `questions.<question>.help` and `questions.parameter.<parameter>`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wend.questions.errors import UnknownQuestion

Over = Literal["events", "touchpoints"]
Kind = Literal["steps", "duration", "moment", "stage_set", "number", "text"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter. `default` is written as a person would write it; "" = left out."""

    name: str
    kind: Kind
    default: str = ""
    required: bool = False

    @property
    def help_key(self) -> str:
        """Text key of what it means."""
        return f"questions.parameter.{self.name}"


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    `over` is what its steps are by default; `fixed` when it cannot be asked otherwise; `rows` names its table, `also`
    further tables that a person reads beside it.
    """

    key: str
    rows: str
    parameters: tuple[Parameter, ...] = ()
    over: Over = "events"
    fixed: bool = False
    also: tuple[str, ...] = ()

    @property
    def title_key(self) -> str:
        """Text key of its name."""
        return f"questions.{self.key}.title"

    @property
    def help_key(self) -> str:
        """Text key of what it answers."""
        return f"questions.{self.key}.help"


_STEPS = Parameter("steps", "steps", required=True)
_WITHIN = Parameter("within", "duration")
_GAP = Parameter("gap", "duration", "30m")
_SILENCE = Parameter("silence", "duration", "30d")
_AS_OF = Parameter("as_of", "moment")
_STAGE_SET = Parameter("stage_set", "stage_set")
_OUTCOME = Parameter("outcome", "text")
_PER = Parameter("per", "text", "customer")
_CLUSTERS = (Parameter("clusters", "number"), Parameter("merge", "text"), Parameter("split", "text"))
_PLAN = Parameter("plan", "text", required=True)
_UNPLANNED = Parameter("unplanned", "text", "counted")

QUESTIONS: tuple[Question, ...] = (
    Question("funnel", "steps", (_STEPS, _WITHIN)),
    Question("transitions", "edges"),
    Question("sessions", "sessions", (_GAP,)),
    Question("stages", "stages", (_STAGE_SET, _AS_OF), over="touchpoints", fixed=True),
    Question("touchpoints", "touchpoints", (_STAGE_SET,), over="touchpoints", fixed=True),
    Question("feelings", "touchpoints", (_STAGE_SET,), over="touchpoints", fixed=True),
    Question("dropoff", "steps", (_SILENCE, _STAGE_SET, _AS_OF)),
    Question("reach", "steps"),
    Question("representative", "clusters", (_OUTCOME, *_CLUSTERS, _PER, _GAP)),
    Question("conformance", "steps", (_PLAN, _OUTCOME, _UNPLANNED, _PER, _GAP), also=("deviations",)),
)


def question(key: str) -> Question:
    """The question of this name; raises UnknownQuestion."""
    found = next((q for q in QUESTIONS if q.key == key), None)
    if found is None:
        raise UnknownQuestion(key, [q.key for q in QUESTIONS])
    return found
