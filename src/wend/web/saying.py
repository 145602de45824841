"""What a refusal says: one JSON shape for every fault."""

from __future__ import annotations

from typing import TypedDict

from wend.kit.texts import Language, text


class Said(TypedDict):
    """What went wrong, why, what to do next, in the language that was asked for."""

    code: str
    message: str
    cause: str
    next: str
    retry: bool


def problem(code: str, language: Language, *, retry: bool = False, **places: object) -> Said:
    """The problem whose texts live under `code`."""
    message, cause, following = (text(language, f"{code}.{part}", **places) for part in ("message", "cause", "next"))
    return Said(code=code, message=message, cause=cause, next=following, retry=retry)
