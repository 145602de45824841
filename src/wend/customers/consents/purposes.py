"""What data is used for here. A workspace may have its own list; without one, these five."""

from __future__ import annotations

from wend.customers.model_consents import Purpose
from wend.domain.names import Name
from wend.kit.texts import text

MARKETING = ("content", "method", "form", "frequency")
"""What the law wants told before somebody agrees to advertising (Law 91/2025/QH15, article 28)."""
SENSITIVE = "sensitive"
"""Data about what people do online is sensitive in Viet Nam (Decree 356/2025/NĐ-CP), and people must be told so."""
ELEMENTS = (*MARKETING, SENSITIVE)
_NEEDS: dict[str, tuple[str, ...]] = {
    "service": (),
    "marketing": (*MARKETING, SENSITIVE),
    "personalisation": (SENSITIVE,),
    "analytics": (SENSITIVE,),
    "sharing": (),
}


def usual() -> tuple[Purpose, ...]:
    """The purposes of a workspace that has not made its own list."""
    return tuple(purpose(key) for key in _NEEDS)


def purpose(key: str, name: Name | None = None) -> Purpose:
    """A purpose by its key; one of our own brings its name and what its wording must say."""
    if key in _NEEDS and name is None:
        name = Name(text("en", f"consents.purpose.{key}"), text("vi", f"consents.purpose.{key}"))
    return Purpose(key, name or Name(key, key), _NEEDS.get(key, ()))
