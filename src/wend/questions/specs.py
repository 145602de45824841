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
    "steps", "names", "name", "groups", "fields", "duration", "moment", "period", "number", "choice", "flag", "every",
    "runs", "stage_set", "text", "file", "condition", "conditions",
]  # fmt: skip
"""What a parameter is, and so how it is read (`parsing.py`)."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter. `default` is written as a person would write it; "" = left out.

    `choices` are the words that a choice may be, `least` and `most` the bounds of a number. A `file` is read in the
    terminal and from Python, never over HTTP; a `condition` is a file too, and over HTTP the document itself;
    `conditions` are several, each with its name, as many as `least` and `most` say; a `stage_set` is the key of one, or
    a file or a document likewise. `about` names its text where the same name means something else in another question.
    It is needed where the parameter `unless` is not given.
    """

    name: str
    kind: Kind
    default: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    least: int = 1
    most: int = 0
    about: str = ""
    unless: str = ""

    @property
    def help_key(self) -> str:
        """Text key of what it means."""
        return f"questions.parameter.{self.about or self.name}"


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    `over` is what its steps are by default; `fixed` when it cannot be asked otherwise; `rows` names its table, `tables`
    further ones, there when an option asked for them; `moment` names the parameter that says up to when the log is
    known. With `caution` its answer is easily read for more than it says,
    and a sentence says so wherever it is shown.
    """

    key: str
    rows: str
    parameters: tuple[Parameter, ...] = ()
    over: Over = "events"
    fixed: bool = False
    tables: tuple[str, ...] = ()
    caution: bool = False
    moment: str = "as_of"

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
_LIMIT = Parameter("limit", "number", "20", least=0, most=1_000_000)
_BY = Parameter("by", "fields", about="by_anomalies")
_AGAINST = (Parameter("against", "period"), Parameter("against_trait", "text"), Parameter("against_segment", "text"))

_FUNNEL = (
    _STEPS,
    _WITHIN,
    Parameter("step_within", "duration"),
    Parameter("order", "choice", "ordered", choices=("ordered", "strict", "any")),
    Parameter("without", "text"),
    Parameter("entry", "choice", "best", choices=("best", "first", "every")),
    Parameter("times", "choice", "whole", choices=("whole", "steps")),
    Parameter("by", "text"),
    Parameter("trend", "choice", choices=("day", "week", "month")),
    *_AGAINST,
    Parameter("why", "text"),
)
_START, _END = Parameter("start", "name"), Parameter("end", "name")
_LENGTH = Parameter("length", "number", "5", least=2, most=20)
_ANCHOR = Parameter("anchor", "choice", "first", choices=("first", "every"))
_VISIT = Parameter("gap", "duration")
_COLLAPSE = Parameter("collapse", "flag")
_HIDE, _MERGE = Parameter("hide", "names"), Parameter("merge", "groups")
_TOP = Parameter("top", "number", "20", most=1_000)
_OUTCOME = Parameter("outcome", "name")
_REPRESENTATIVE = (
    _OUTCOME,
    Parameter("clusters", "number", most=12),
    Parameter("merge", "text", about="merge_clusters"),
    Parameter("split", "text"),
)
_CONFORMANCE = (
    Parameter("plan", "text", required=True),
    _OUTCOME,
    Parameter("unplanned", "choice", "counted", choices=("counted", "ignored")),
)
_FUNNEL_TABLES = ("times", "groups", "trend", "against", "why")

_BEGIN = Parameter("start", "names", about="begin")
_UNITS = ("day", "week", "month")
_EVENT = Parameter("event", "names")
_RETENTION = (
    _BEGIN,
    Parameter("return", "names"),
    Parameter("every", "every", "month"),
    Parameter("kind", "choice", "exact", choices=("exact", "rolling", "bracketed")),
    Parameter("periods", "number", "12", most=1_000),
    Parameter("brackets", "runs", "0,1-3,4-7,8-14,15-30"),
    Parameter("cohort", "choice", choices=_UNITS),
    Parameter("by", "text", "cohort", about="cohort_by"),
    _STAGE_SET,
    _AS_OF,
)
_SURVIVAL = (
    _BEGIN,
    Parameter("end", "names", about="ending"),
    Parameter("stage", "text"),
    Parameter("unit", "choice", "day", choices=("hour", "day", "week")),
    Parameter("by", "text", "all", about="group_by"),
    _STAGE_SET,
    _AS_OF,
)
_RETURN = (
    Parameter("silence", "duration", "60d"),
    Parameter("before", "duration", "14d"),
    Parameter("received", "names"),
    _AS_OF,
)
_MOVES = (
    Parameter("stage_set", "stage_set", required=True, about="stage_set_edited"),
    Parameter("today", "stage_set"),
    _AS_OF,
)
_USAGE_TABLES = ("touches", "uncovered", "twice")
_FLOW = (Parameter("at", "moment", required=True), _STAGE_SET, _AS_OF)

_CONTRIBUTION = (
    Parameter("conversion", "steps", unless="paths"),
    Parameter("by", "text", "channel", about="contribution_by"),
    Parameter("touches", "steps", about="contribution_touches"),
    Parameter("window", "duration", "30d", about="contribution_window"),
    Parameter("half_life", "duration", "7d"),
    Parameter("order", "choice", "1", choices=("1", "2", "3"), about="contribution_order"),
    Parameter("repeats", "choice", choices=("once", "each"), about="contribution_repeats"),
    Parameter("paths", "file"),
)

_SEGMENT = (
    Parameter("condition", "condition", required=True),
    Parameter("at", "moment", about="segment_at"),
    Parameter("limit", "number", "100000", least=0, most=10_000_000, about="segment_limit"),
)

SPREAD = (
    "events", "active_days", "channels", "since_first_seconds", "since_last_seconds", "longest_gap_days", "payments",
    "amount", "ratings",
)  # fmt: skip
"""Numbers of customers of which it is told how they are spread."""
_FEATURES = (
    _AS_OF,
    _LIMIT,
    Parameter("feature", "choice", choices=SPREAD, about="spread_feature"),
    Parameter("condition", "condition", about="spread_group"),
)

_CONDITION, _AT = Parameter("condition", "condition", required=True), Parameter("at", "moment", about="segment_at")
_OVERLAP = (Parameter("conditions", "conditions", required=True, least=2, most=6), _AT)
_COMPARE = (
    _CONDITION,
    Parameter("against", "condition", about="compare_against"),
    Parameter("both", "choice", choices=("second", "first", "apart"), about="compare_both"),
    Parameter("order", "choice", "effect", choices=("effect", "lift"), about="compare_order"),
    _AT,
)
_BOUGHT = Parameter("bought", "names")
_DRIVERS = (
    Parameter("outcome", "choice", "purchase", choices=("purchase", "rating"), about="drivers_outcome"),
    Parameter("condition", "condition", about="drivers_group"),
    Parameter("window", "duration", "30d", about="drivers_window"),
    _BOUGHT,
    _AS_OF,
)
_RFM = (Parameter("by", "choice", "frequency", choices=("frequency", "money"), about="rfm_by"), _BOUGHT, _AS_OF)
_CLUSTERS = (
    Parameter("clusters", "number", least=2, most=8, about="learned_clusters"),
    Parameter("numbers", "choice", "all", choices=("all", "rfm"), about="learned_numbers"),
    Parameter("model", "text", about="learned_model"),
    _BOUGHT,
    _AS_OF,
)
_LOOKALIKES = (
    Parameter("condition", "condition", required=True, about="lookalikes_seeds"),
    Parameter("numbers", "choice", "rfm", choices=("rfm", "all"), about="learned_numbers"),
    Parameter("limit", "number", "100", least=0, most=1_000_000, about="lookalikes_limit"),
    _BOUGHT,
    _AT,
)

QUESTIONS: tuple[Question, ...] = (
    Question("funnel", "steps", _FUNNEL, tables=_FUNNEL_TABLES),
    Question("transitions", "edges", _AGAINST),
    Question("sessions", "sessions", (_GAP,)),
    Question("stages", "stages", (_STAGE_SET, _AS_OF), over="touchpoints", fixed=True),
    Question("touchpoints", "touchpoints", (_STAGE_SET,), over="touchpoints", fixed=True),
    Question("feelings", "touchpoints", (_STAGE_SET,), over="touchpoints", fixed=True),
    Question("dropoff", "steps", (_SILENCE, _STAGE_SET, _AS_OF)),
    Question("reach", "steps"),
    Question("paths", "paths", (_START, _END, _LENGTH, _ANCHOR, _VISIT, _COLLAPSE, _HIDE, _MERGE, _TOP)),
    Question("loops", "loops", (_VISIT, _COLLAPSE, _HIDE, _MERGE, _TOP)),
    Question("retention", "cohorts", _RETENTION),
    Question("survival", "groups", _SURVIVAL),
    Question("lifecycle", "periods", (Parameter("every", "choice", "month", choices=_UNITS), _EVENT, _AS_OF)),
    Question("stickiness", "periods", (Parameter("every", "choice", "month", choices=_UNITS[1:]), _EVENT, _AS_OF)),
    Question("return", "before", _RETURN, tables=("silences",), caution=True),
    Question("flow", "flow", _FLOW, over="touchpoints", fixed=True, tables=("back",)),
    Question("moves", "moves", _MOVES, over="touchpoints", fixed=True, tables=("stages", "levels")),
    Question("usage", "touchpoints", (_STAGE_SET, _AS_OF), over="touchpoints", fixed=True, tables=_USAGE_TABLES),
    Question("anomalies", "anomalies", (_BY, _WITHIN)),
    Question("features", "features", _FEATURES, tables=("spread", "groups")),
    Question("representative", "clusters", _REPRESENTATIVE),
    Question("conformance", "steps", _CONFORMANCE, tables=("deviations",), caution=True),
    Question("contribution", "channels", _CONTRIBUTION, caution=True),
    Question("drivers", "drivers", _DRIVERS, fixed=True, caution=True),
    Question("segment", "segment", _SEGMENT, fixed=True, moment="at"),
    Question("overlap", "intersections", _OVERLAP, fixed=True, tables=("sets", "pairs"), moment="at"),
    Question("compare", "differences", _COMPARE, fixed=True, caution=True, moment="at"),
    Question("rfm", "cells", _RFM, fixed=True, tables=("fifths",)),
    Question("clusters", "groups", _CLUSTERS, fixed=True, tables=("profile", "tried")),
    Question("lookalikes", "contestants", _LOOKALIKES, fixed=True, tables=("weights",), caution=True, moment="at"),
)


def question(key: str) -> Question:
    """The question of this name; raises UnknownQuestion."""
    found = next((q for q in QUESTIONS if q.key == key), None)
    if found is None:
        raise UnknownQuestion(key, [q.key for q in QUESTIONS])
    return found
