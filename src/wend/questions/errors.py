"""What can be wrong with a question."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from wend.kit.errors import Mistake, closest


class _UnknownName(Mistake):
    """A name that is not known here, with the closest one that is."""

    status = 422

    def __init__(self, name: str, known: Iterable[str]) -> None:
        known = list(known)
        near = closest(name, known)
        super().__init__(name=name, closest=near or ", ".join(known[:5]) or "–")


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


class BadChoice(_UnknownName):
    """A parameter takes one of a few words, and this is none of them."""

    code: ClassVar[str] = "questions.bad_choice"


class NoTouchpoints(Mistake):
    """The question is about touchpoints, and the workspace has none yet."""

    code: ClassVar[str] = "questions.no_touchpoints"


class NothingToOpen(Mistake):
    """The question has no such number, so there are no customers behind it."""

    code: ClassVar[str] = "questions.nothing_to_open"


class FileFromOutside(Mistake):
    """A file was named where none may be read: over HTTP, a name would be one of the server's files."""

    code: ClassVar[str] = "questions.file_from_outside"


class BadPaths(Mistake):
    """A file of paths cannot be read, or a row of it makes no sense."""

    code: ClassVar[str] = "questions.bad_paths"


class ChainTooLarge(Mistake):
    """The chain of channels has more states than can be solved exactly."""

    code: ClassVar[str] = "questions.chain_too_large"
