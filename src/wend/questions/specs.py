"""The questions that can be asked, with their parameters: one table for the terminal, the web, Python and the
documents.

Texts live under `questions.<question>.title`, `questions.<question>.help` and `questions.parameter.<parameter>`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wend.questions.errors import UnknownQuestion

Over = Literal["events", "touchpoints"]
Kind = Literal["steps", "duration", "moment", "stage_set", "word", "file"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter. `default` is written as a person would write it; "" = left out. `choices` are all it may be.
    A `file` is read in the terminal and from Python, never over HTTP. `about` names its text where the same name means
    something else in another question.
    """

    name: str
    kind: Kind
    default: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    about: str = ""

    @property
    def help_key(self) -> str:
        """Text key of what it means."""
        return f"questions.parameter.{self.about or self.name}"


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
    def caution_key(self) -> str:
        """Text key of what it does not say."""
        return f"questions.{self.key}.caution"

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

_CONTRIBUTION = (
    Parameter("conversion", "steps"),
    Parameter("by", "word", "channel", choices=("channel", "step"), about="contribution_by"),
    Parameter("touches", "steps", about="contribution_touches"),
    Parameter("window", "duration", "30d", about="contribution_window"),
    Parameter("half_life", "duration", "7d"),
    Parameter("order", "word", "1", choices=("1", "2", "3"), about="contribution_order"),
    Parameter("repeats", "word", choices=("once", "each"), about="contribution_repeats"),
    Parameter("paths", "file"),
)

QUESTIONS: tuple[Question, ...] = (
    Question("funnel", "steps", (_STEPS, _WITHIN)),
    Question("transitions", "edges"),
    Question("sessions", "sessions", (_GAP,)),
    Question("stages", "stages", (_STAGE_SET, _AS_OF), over="touchpoints", fixed=True),
    Question("touchpoints", "touchpoints", (_STAGE_SET,), over="touchpoints", fixed=True),
    Question("feelings", "touchpoints", (_STAGE_SET,), over="touchpoints", fixed=True),
    Question("dropoff", "steps", (_SILENCE, _STAGE_SET, _AS_OF)),
    Question("reach", "steps"),
    Question("contribution", "channels", _CONTRIBUTION, caution=True),
)


def question(key: str) -> Question:
    """The question of this name; raises UnknownQuestion."""
    found = next((q for q in QUESTIONS if q.key == key), None)
    if found is None:
        raise UnknownQuestion(key, [q.key for q in QUESTIONS])
    return found
