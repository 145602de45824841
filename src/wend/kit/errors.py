"""An error is a sentence with a code, a cause and a next step, in both languages, and says whether to retry.

`Mistake`: the caller can fix it. `Trouble`: the same call may succeed later. `Broken`: ours; nothing the caller does
helps.
A concrete error is a subclass with a `code`; its texts live under `<code>.message`, `<code>.cause` and `<code>.next`.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import ClassVar

from wend.kit.texts import Language, text

Detail = str | int | float | None
_MOST_NAMED = 5


class WendError(Exception):
    """Base of every error that a person may meet."""

    code: ClassVar[str]
    status: ClassVar[int] = 500
    retry: ClassVar[bool] = False

    def __init__(self, **details: Detail) -> None:
        self.details = details
        super().__init__(self.code, details)

    def message(self, language: Language = "en") -> str:
        """What happened, in one sentence."""
        return text(language, f"{self.code}.message", **self.details)

    def cause(self, language: Language = "en") -> str:
        """Why it happened."""
        return text(language, f"{self.code}.cause", **self.details)

    def next_step(self, language: Language = "en") -> str:
        """What the person can do now."""
        return text(language, f"{self.code}.next", **self.details)

    def told(self, language: Language = "en") -> str:
        """All three, as one text."""
        return f"{self.message(language)} {self.cause(language)} {self.next_step(language)}"

    def __str__(self) -> str:
        return self.told()


class Mistake(WendError):
    """The caller can fix this."""

    status = 422


class UnknownName(Mistake):
    """Nothing is called so. The cause names what is most like it, else some of what there is, else that there is
    nothing.
    """

    status = 404

    def __init__(self, name: str, known: Iterable[str] = ()) -> None:
        listed = list(dict.fromkeys(known))
        super().__init__(name=name[:120], closest=closest(name, listed), known=", ".join(listed[:_MOST_NAMED]))

    def cause(self, language: Language = "en") -> str:
        """What could have been meant."""
        if self.details["closest"]:
            return super().cause(language)
        return text(language, "kit.some_there" if self.details["known"] else "kit.none_there", **self.details)


class Trouble(WendError):
    """The same call may succeed later."""

    status = 503
    retry = True


class Broken(WendError):
    """A fault of ours or of the disk; nothing the caller changes in the call helps."""


def closest(name: str, known: Iterable[str]) -> str:
    """The known name most like `name`, or an empty string when none is near."""
    near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    return near[0] if near else ""
