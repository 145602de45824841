"""What can be wrong with a condition; every error says where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from wend.domain.names import Name
from wend.kit.errors import Mistake, UnknownName, closest
from wend.kit.texts import Language, text

_LONGEST = 60


class Unreadable(Mistake):
    """Something in the document is not what belongs there. `expected` shows by signs what does, in no language."""

    code: ClassVar[str] = "conditions.unreadable"

    def __init__(self, at: str, expected: str, found: object) -> None:
        super().__init__(at=at or "·", expected=expected, found=str(found)[:_LONGEST])


class TextUnreadable(Mistake):
    """Something in the text form is not what belongs there; `expected` are the words and signs that could be."""

    code: ClassVar[str] = "conditions.text_unreadable"

    def __init__(self, line: int, column: int, found: str, expected: Iterable[str]) -> None:
        super().__init__(line=line, column=column, found=found[:_LONGEST] or "·", expected=", ".join(expected))


class TextMistyped(Mistake):
    """A word of the text form that is almost one of those that could stand there."""

    code: ClassVar[str] = "conditions.text_mistyped"

    def __init__(self, line: int, column: int, found: str, near: str) -> None:
        super().__init__(line=line, column=column, found=found[:_LONGEST], closest=near)


class UnknownKey(Mistake):
    """A key that means nothing there: it would have been ignored without a word."""

    code: ClassVar[str] = "conditions.unknown_key"

    def __init__(self, at: str, key: str, known: Iterable[str]) -> None:
        known = list(known)
        near = closest(key, known) or ", ".join(known)
        super().__init__(at=at or "·", key=key[:_LONGEST], closest=near)


class OtherVersion(Mistake):
    """The document is of a version that this Wend does not read."""

    code: ClassVar[str] = "conditions.other_version"


class _UnknownName(UnknownName):
    """A name that is not in the catalogue."""

    status = 422


class UnknownEvent(_UnknownName):
    """No event of this name has come."""

    code: ClassVar[str] = "conditions.unknown_event"


class UnknownTouchpoint(_UnknownName):
    """The registry has no such touchpoint."""

    code: ClassVar[str] = "conditions.unknown_touchpoint"


class UnknownStage(_UnknownName):
    """The stage set has no such stage."""

    code: ClassVar[str] = "conditions.unknown_stage"


class UnknownProperty(_UnknownName):
    """No event has this property."""

    code: ClassVar[str] = "conditions.unknown_property"


class UnknownTrait(_UnknownName):
    """No customer has this trait."""

    code: ClassVar[str] = "conditions.unknown_trait"


class UnknownSegment(_UnknownName):
    """No segment is kept under this key."""

    code: ClassVar[str] = "conditions.unknown_segment"


class UnknownList(_UnknownName):
    """No list of customers is kept under this key."""

    code: ClassVar[str] = "conditions.unknown_list"


class Circular(Mistake):
    """Segments that are made of each other: `way` leads from one of them back to itself."""

    code: ClassVar[str] = "conditions.circular"

    def __init__(self, way: Iterable[str]) -> None:
        super().__init__(way=" → ".join(way))


class NoHistory(Mistake):
    """Entries and exits are asked of a segment that asks what is known of today only; `statement` is what, in words."""

    code: ClassVar[str] = "conditions.no_history"

    def __init__(self, name: str, statement: Name) -> None:
        self.statement = statement
        super().__init__(name=name)

    def cause(self, language: Language = "en") -> str:
        """What it asks."""
        return text(language, f"{self.code}.cause", statement=self.statement.in_(language))


class OfEntries(Mistake):
    """Entries and exits are asked of a segment that is about stages, or about entries and exits itself."""

    code: ClassVar[str] = "conditions.of_entries"


class OfComparedSteps(Mistake):
    """Entries and exits are asked of a segment in which steps are compared with each other."""

    code: ClassVar[str] = "conditions.of_compared_steps"


class UnknownComputed(_UnknownName):
    """No computed trait has this name."""

    code: ClassVar[str] = "conditions.unknown_computed"


class UnknownStageSet(_UnknownName):
    """The registry has no stage set of this key."""

    code: ClassVar[str] = "conditions.unknown_stage_set"


class UnknownAccountTrait(_UnknownName):
    """No account has this trait."""

    code: ClassVar[str] = "conditions.unknown_account_trait"


class UnknownPurpose(_UnknownName):
    """Nobody is asked for their consent to this purpose here."""

    code: ClassVar[str] = "conditions.unknown_purpose"


class UnknownChannel(_UnknownName):
    """Consents know no such channel."""

    code: ClassVar[str] = "conditions.unknown_channel"


class NotSaid(Mistake):
    """A computed trait that counts something no condition can say."""

    code: ClassVar[str] = "conditions.not_said"


class WrongType(Mistake):
    """A test that can never hold for what it looks at, such as "at least" of a word."""

    code: ClassVar[str] = "conditions.wrong_type"


class NeverHolds(Mistake):
    """A limit that nothing can keep to, or a time in which nothing can be; both told by signs, in no language."""

    code: ClassVar[str] = "conditions.never_holds"


class UnknownCurrency(_UnknownName):
    """Three letters that are no currency."""

    code: ClassVar[str] = "conditions.unknown_currency"


class OnlyTexts(Mistake):
    """Numbers are asked of what has only ever been words: no mistake yet, but odd."""

    code: ClassVar[str] = "conditions.only_texts"


class NoDates(Mistake):
    """A date is asked of what has never been one: no mistake yet, but odd."""

    code: ClassVar[str] = "conditions.no_dates"


class TooLong(Mistake):
    """The document has too many bytes."""

    code: ClassVar[str] = "conditions.too_long"


class TooDeep(Mistake):
    """Groups stand in groups too many times."""

    code: ClassVar[str] = "conditions.too_deep"


class TooMany(Mistake):
    """More statements than one condition may have."""

    code: ClassVar[str] = "conditions.too_many"


class TooCostly(Mistake):
    """What the condition looks for costs more than one walk over a log may cost."""

    code: ClassVar[str] = "conditions.too_costly"


class TooManyLooks(Mistake):
    """One statement looks for more different things than one walk over a log can tell apart."""

    code: ClassVar[str] = "conditions.too_many_looks"


class TooManyDifferent(Mistake):
    """Different values are counted up to a limit."""

    code: ClassVar[str] = "conditions.too_many_different"
