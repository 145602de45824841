"""The questions that can be asked, with their parameters: one table for the terminal, the web, Python and the
documents.

Texts live under `questions.<question>.title`, `questions.<question>.help` and `questions.parameter.<parameter>`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wend.questions.errors import UnknownQuestion

Over = Literal["events", "touchpoints"]
Kind = Literal[
    "steps", "duration", "moment", "stage_set", "name", "names", "groups", "number", "choice", "flag", "period", "text"
]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter. `default` is written as a person would write it; "" = left out.

    `choices` are the words that a choice may be, `least` and `most` the bounds of a number.
    """

    name: str
    kind: Kind
    default: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    least: int = 1
    most: int = 0

    @property
    def help_key(self) -> str:
        """Text key of what it means."""
        return f"questions.parameter.{self.name}"


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    `over` is what its steps are by default; `fixed` when it cannot be asked otherwise; `rows` names its table.
    """

    key: str
    rows: str
    parameters: tuple[Parameter, ...] = ()
    over: Over = "events"
    fixed: bool = False

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
_START, _END = Parameter("start", "name"), Parameter("end", "name")
_LENGTH = Parameter("length", "number", "5", least=2, most=20)
_ANCHOR = Parameter("anchor", "choice", "first", choices=("first", "every"))
_VISIT = Parameter("gap", "duration")
_COLLAPSE = Parameter("collapse", "flag")
_HIDE, _MERGE = Parameter("hide", "names"), Parameter("merge", "groups")
_TOP = Parameter("top", "number", "20", most=1_000)
_AGAINST, _AGAINST_TRAIT = Parameter("against", "period"), Parameter("against_trait", "text")

QUESTIONS: tuple[Question, ...] = (
    Question("funnel", "steps", (_STEPS, _WITHIN)),
    Question("transitions", "edges", (_AGAINST, _AGAINST_TRAIT)),
    Question("sessions", "sessions", (_GAP,)),
    Question("stages", "stages", (_STAGE_SET, _AS_OF), over="touchpoints", fixed=True),
    Question("touchpoints", "touchpoints", (_STAGE_SET,), over="touchpoints", fixed=True),
    Question("feelings", "touchpoints", (_STAGE_SET,), over="touchpoints", fixed=True),
    Question("dropoff", "steps", (_SILENCE, _STAGE_SET, _AS_OF)),
    Question("reach", "steps"),
    Question("paths", "paths", (_START, _END, _LENGTH, _ANCHOR, _VISIT, _COLLAPSE, _HIDE, _MERGE, _TOP)),
    Question("loops", "loops", (_VISIT, _COLLAPSE, _HIDE, _MERGE, _TOP)),
)


def question(key: str) -> Question:
    """The question of this name; raises UnknownQuestion."""
    found = next((q for q in QUESTIONS if q.key == key), None)
    if found is None:
        raise UnknownQuestion(key, [q.key for q in QUESTIONS])
    return found
