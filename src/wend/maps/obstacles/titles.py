"""What an obstacle is called, in both languages."""

from __future__ import annotations

from wend.domain.names import Name
from wend.kit.texts import text
from wend.maps.obstacles import words
from wend.maps.obstacles.attempts import Attempts
from wend.maps.obstacles.context import Context

NAMELESS = Name("", "")


def both(key: str, **places: Name | str | int) -> Name:
    """The sentence under a key in both languages; places that are names are filled in the sentence's language."""
    english = {place: value.in_("en") if isinstance(value, Name) else value for place, value in places.items()}
    vietnamese = {place: value.in_("vi") if isinstance(value, Name) else value for place, value in places.items()}
    return Name(text("en", key, **english), text("vi", key, **vietnamese))


def name_of(context: Context, code: int) -> Name:
    """The name of a step."""
    return context.steps[code].name if code >= 0 else NAMELESS


def title_of(context: Context, attempts: Attempts) -> Name:
    """The title of an exposure."""
    key = f"obstacles.title.{attempts.kind}"
    step = context.steps[attempts.code].key if attempts.code >= 0 else ""
    if attempts.kind == "late" and words.is_delivery(step):
        key += ".delivery"
    elif attempts.kind == "order" and words.is_fee(step):
        key += ".fee"
    elif attempts.kind == "incident" and attempts.group:
        key += ".group"
    names = {"step": name_of(context, attempts.code), "other": name_of(context, attempts.other)}
    return both(key, **names, group=attempts.group)


def arm(attempts: Attempts, *, hit: bool) -> Name:
    """The name of one arm of a comparison."""
    return both(f"obstacles.{'hit' if hit else 'other'}.{attempts.kind}", group=attempts.group)
