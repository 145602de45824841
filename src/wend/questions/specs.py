"""The questions that can be asked, with their parameters: one table for the terminal, the web, Python and the
documents.

Texts live under `questions.<question>.title`, `questions.<question>.help` and `questions.parameter.<parameter>`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wend.questions.errors import UnknownQuestion

Over = Literal["events", "touchpoints"]
Kind = Literal["steps", "duration", "moment", "stage_set", "names", "number", "every", "runs", "word"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter. `default` is written as a person would write it; "" = left out. `choices` are all it may be."""

    name: str
    kind: Kind
    default: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()

    @property
    def help_key(self) -> str:
        """Text key of what it means."""
        return f"questions.parameter.{self.name}"


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    `over` is what its steps are by default; `fixed` when it cannot be asked otherwise; `rows` names its table; with
    `caution` its answer is easily read for more than it says, and a sentence says so wherever it is shown.
    """

    key: str
    rows: str
    parameters: tuple[Parameter, ...] = ()
    over: Over = "events"
    fixed: bool = False
    caution: bool = False

    @property
    def title_key(self) -> str:
        """Text key of its name."""
        return f"questions.{self.key}.title"

    @property
    def help_key(self) -> str:
        """Text key of what it answers."""
        return f"questions.{self.key}.help"

    @property
    def caution_key(self) -> str:
        """Text key of what it does not say."""
        return f"questions.{self.key}.caution"


_STEPS = Parameter("steps", "steps", required=True)
_WITHIN = Parameter("within", "duration")
_GAP = Parameter("gap", "duration", "30m")
_SILENCE = Parameter("silence", "duration", "30d")
_AS_OF = Parameter("as_of", "moment")
_STAGE_SET = Parameter("stage_set", "stage_set")
_START = Parameter("start", "names")
_RETURN = Parameter("return", "names")
_RECEIVED = Parameter("received", "names")
_EVENT = Parameter("event", "names")
_EVERY = Parameter("every", "every", "month")
_UNITS = ("day", "week", "month")

QUESTIONS: tuple[Question, ...] = (
    Question("funnel", "steps", (_STEPS, _WITHIN)),
    Question("transitions", "edges"),
    Question("sessions", "sessions", (_GAP,)),
    Question("stages", "stages", (_STAGE_SET, _AS_OF), over="touchpoints", fixed=True),
    Question("touchpoints", "touchpoints", (_STAGE_SET,), over="touchpoints", fixed=True),
    Question("feelings", "touchpoints", (_STAGE_SET,), over="touchpoints", fixed=True),
    Question("dropoff", "steps", (_SILENCE, _STAGE_SET, _AS_OF)),
    Question("reach", "steps"),
    Question(
        "retention",
        "cohorts",
        (
            _START,
            _RETURN,
            _EVERY,
            Parameter("kind", "word", "exact", choices=("exact", "rolling", "bracketed")),
            Parameter("periods", "number", "12"),
            Parameter("brackets", "runs", "0,1-3,4-7,8-14,15-30"),
            Parameter("cohort", "word", choices=_UNITS),
            Parameter("by", "word", "cohort"),
            _STAGE_SET,
            _AS_OF,
        ),
    ),
    Question(
        "survival",
        "groups",
        (
            _START,
            Parameter("end", "names"),
            Parameter("stage", "word"),
            Parameter("unit", "word", "day", choices=("hour", "day", "week")),
            Parameter("by", "word", "all"),
            _STAGE_SET,
            _AS_OF,
        ),
    ),
    Question("lifecycle", "periods", (Parameter("every", "word", "month", choices=_UNITS), _EVENT, _AS_OF)),
    Question("stickiness", "periods", (Parameter("every", "word", "month", choices=("week", "month")), _EVENT, _AS_OF)),
    Question(
        "return",
        "before",
        (Parameter("silence", "duration", "60d"), Parameter("before", "duration", "14d"), _RECEIVED, _AS_OF),
        caution=True,
    ),
    Question(
        "flow",
        "flow",
        (Parameter("at", "moment", required=True), _STAGE_SET, _AS_OF),
        over="touchpoints",
        fixed=True,
    ),
)


def question(key: str) -> Question:
    """The question of this name; raises UnknownQuestion."""
    found = next((q for q in QUESTIONS if q.key == key), None)
    if found is None:
        raise UnknownQuestion(key, [q.key for q in QUESTIONS])
    return found
