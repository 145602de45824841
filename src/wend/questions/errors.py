"""What can be wrong with a question."""

from __future__ import annotations

from typing import ClassVar

from wend.kit.errors import Mistake, UnknownName


class _UnknownName(UnknownName):
    """A name that is not known here."""

    status = 422


class UnknownQuestion(_UnknownName):
    """No such question is registered."""

    code: ClassVar[str] = "questions.unknown_question"
    status = 404


class UnknownParameter(_UnknownName):
    """The question has no such parameter."""

    code: ClassVar[str] = "questions.unknown_parameter"


class UnknownEvent(_UnknownName):
    """No event of this name is in the log."""

    code: ClassVar[str] = "questions.unknown_event"


class UnknownTouchpoint(_UnknownName):
    """No touchpoint of this name is in the registry."""

    code: ClassVar[str] = "questions.unknown_touchpoint"


class UnknownStage(_UnknownName):
    """The stage set has no such stage."""

    code: ClassVar[str] = "questions.unknown_stage"


class UnknownStageSet(_UnknownName):
    """The registry has no such stage set."""

    code: ClassVar[str] = "questions.unknown_stage_set"


class UnknownChannel(_UnknownName):
    """No event came over this channel."""

    code: ClassVar[str] = "questions.unknown_channel"


class UnknownTrait(_UnknownName):
    """No customer has this trait."""

    code: ClassVar[str] = "questions.unknown_trait"


class MissingParameter(Mistake):
    """The question cannot be asked without this parameter."""

    code: ClassVar[str] = "questions.missing_parameter"


class BadDuration(Mistake):
    """A duration is not a number with s, m, h, d or w."""

    code: ClassVar[str] = "questions.bad_duration"


class BadMoment(Mistake):
    """A moment is not a date, a date with a time, or whole seconds since 1970."""

    code: ClassVar[str] = "questions.bad_moment"


class BadSteps(Mistake):
    """Steps are not names joined by ">", or there are too many of them."""

    code: ClassVar[str] = "questions.bad_steps"


class BadGroups(Mistake):
    """Groups are not "name = a | b; other = c"."""

    code: ClassVar[str] = "questions.bad_groups"


class ToldTwice(Mistake):
    """An event is merged into two names at once."""

    code: ClassVar[str] = "questions.told_twice"


class BadNumber(Mistake):
    """A number is not whole, or too small or too large."""

    code: ClassVar[str] = "questions.bad_number"


class TooManyPeriods(Mistake):
    """The time asked about has more periods than an answer may have."""

    code: ClassVar[str] = "questions.too_many_periods"


class StagesNeedTouchpoints(Mistake):
    """Stages are told apart by touchpoints, and the question was asked over events."""

    code: ClassVar[str] = "questions.stages_need_touchpoints"


class UnknownEnding(Mistake):
    """A file's ending is none that an answer can have."""

    code: ClassVar[str] = "questions.unknown_ending"


class NoDrawing(Mistake):
    """The answer to this question is a list or a few numbers, and nobody has thought of a drawing of it."""

    code: ClassVar[str] = "questions.no_drawing"


class TooManyRows(Mistake):
    """The answer has more rows than this kind of file can hold."""

    code: ClassVar[str] = "questions.too_many_rows"


class Unwritable(Mistake):
    """The file cannot be written where it was asked for."""

    code: ClassVar[str] = "questions.unwritable"


class BadChoice(_UnknownName):
    """A parameter takes one of a few words, and this is none of them."""

    code: ClassVar[str] = "questions.bad_choice"


class BadClusters(Mistake):
    """Groups to merge or split are not numbers of groups, or one of them is named twice."""

    code: ClassVar[str] = "questions.bad_clusters"


class BadPlan(Mistake):
    """A plan cannot be read."""

    code: ClassVar[str] = "questions.bad_plan"


class NoTouchpoints(Mistake):
    """The question is about touchpoints, and the workspace has none yet."""

    code: ClassVar[str] = "questions.no_touchpoints"


class NothingToOpen(Mistake):
    """The question has no such number, so there are no customers behind it."""

    code: ClassVar[str] = "questions.nothing_to_open"


class UnknownProperty(_UnknownName):
    """No event has this property."""

    code: ClassVar[str] = "questions.unknown_property"


class UnknownCut(_UnknownName):
    """Nothing by this name tells customers or events apart: no trait, no property, none of the fixed words."""

    code: ClassVar[str] = "questions.unknown_cut"


class BadCondition(Mistake):
    """What stands in the brackets behind a step is not a list of conditions on properties."""

    code: ClassVar[str] = "questions.bad_condition"


class BadPeriod(Mistake):
    """A period is not two moments with ".." between them."""

    code: ClassVar[str] = "questions.bad_period"


class NotTogether(Mistake):
    """Two options of a question that contradict each other."""

    code: ClassVar[str] = "questions.not_together"


class BadRuns(Mistake):
    """Runs of periods are not like "0,1-3,4-7"."""

    code: ClassVar[str] = "questions.bad_runs"


class FileFromOutside(Mistake):
    """A file was named where none may be read: over HTTP, a name would be one of the server's files."""

    code: ClassVar[str] = "questions.file_from_outside"


class UnreadableFile(Mistake):
    """A file that was named cannot be opened."""

    code: ClassVar[str] = "questions.unreadable_file"


class BadPaths(Mistake):
    """A file of paths cannot be read, or a row of it makes no sense."""

    code: ClassVar[str] = "questions.bad_paths"


class ChainTooLarge(Mistake):
    """The chain of channels has more states than can be solved exactly."""

    code: ClassVar[str] = "questions.chain_too_large"


class BadConditions(Mistake):
    """Conditions that are to be compared are not several, or not each with a name of its own."""

    code: ClassVar[str] = "questions.bad_conditions"


class BadModel(Mistake):
    """What is given as an earlier model is none, or one of other numbers."""

    code: ClassVar[str] = "questions.bad_model"
