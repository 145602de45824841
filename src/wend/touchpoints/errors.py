"""What can be wrong with a change to the registry, or with a name that is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from wend.kit.errors import Mistake, UnknownName
from wend.kit.texts import Language, text
from wend.touchpoints.checks import Finding


class UnknownTouchpoint(UnknownName):
    """The registry holds no touchpoint of this key."""

    code = "touchpoints.unknown_touchpoint"


class NoSuchPlace(Mistake):
    """A place before the first touchpoint, or behind the last one."""

    code = "touchpoints.no_such_place"


class OnePlace(Mistake):
    """A touchpoint that is to be moved nowhere, or to several places at once."""

    code = "touchpoints.one_place"


class UnknownStageSet(Mistake):
    """The registry holds no stage set of this key."""

    code = "touchpoints.unknown_stage_set"
    status = 404

    def __init__(self, key: str, known: Sequence[str]) -> None:
        super().__init__(named=key, known=", ".join(known))


class NotValid(Mistake):
    """A registry with errors is not saved; `findings` says what and where."""

    code = "touchpoints.not_valid"

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(count=len(findings))

    def cause(self, language: Language = "en") -> str:
        """The first of them."""
        return text(language, f"{self.code}.cause", first=self.findings[0].sentence.in_(language))


class UnknownVersion(Mistake):
    """The stage set was never saved under this number."""

    code = "touchpoints.unknown_version"
    status = 404


class UnreadableStageSet(Mistake):
    """A document is no stage set; `found` says where, or what is odd, in no language."""

    code = "touchpoints.unreadable_stage_set"

    def __init__(self, found: str) -> None:
        super().__init__(found=found[:200])


class ChangedElsewhere(Mistake):
    """Somebody saved another version meanwhile."""

    code = "touchpoints.changed_elsewhere"
    status = 409

    def __init__(self, edited: int, current: int) -> None:
        super().__init__(edited=edited, current=current)
