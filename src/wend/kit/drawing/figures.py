"""Numbers as people read them in each language: 18.2k and 18,2k, 3.1 days and 3,1 ngày."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone

from wend.kit.clock import from_epoch
from wend.kit.texts import Language, text

_UNITS = (("days", 86_400), ("hours", 3_600), ("minutes", 60))
MINUS = "−"


def number(value: float, language: Language, digits: int = 0) -> str:
    """Thousands grouped, `digits` decimals, a real minus sign."""
    written = f"{abs(value):,.{digits}f}"
    if language == "vi":
        written = written.translate(str.maketrans(",.", ".,"))
    return MINUS + written if round(value, digits) < 0 else written


def signed(value: float, language: Language, digits: int = 1) -> str:
    """A number with its sign, also when it is positive."""
    written = number(value, language, digits)
    return written if round(value, digits) <= 0 else f"+{written}"


def compact(value: float, language: Language) -> str:
    """At most four signs: 940, 18.2k, 1.24M (VI: 18,2k, 1,24 tr)."""
    for size, unit in ((1_000_000_000, "billion"), (1_000_000, "million"), (10_000, "thousand")):
        if abs(value) >= size:
            scaled = value / (1_000 if unit == "thousand" else size)
            digits = 2 if scaled < 10 else 1 if scaled < 100 else 0
            return text(language, f"figures.compact.{unit}", number=number(scaled, language, digits))
    return number(value, language)


def percent(share: float, language: Language, digits: int = 1) -> str:
    """A share as percent."""
    return f"{number(share * 100, language, digits)}%"


def duration(seconds: float, language: Language) -> str:
    """The largest fitting unit: 3.1 days, 5.2 hours, 12 minutes, 40 seconds."""
    for unit, size in _UNITS:
        if seconds >= size:
            scaled = seconds / size
            return text(language, f"figures.duration.{unit}", number=number(scaled, language, 1 if scaled < 10 else 0))
    return text(language, "figures.duration.seconds", number=number(seconds, language))


def day(seconds: int, language: Language, zone: timezone = timezone(timedelta(hours=7))) -> str:
    """A date: 31/10/2026 in Vietnamese, 31 Oct 2026 in English."""
    moment = from_epoch(seconds).replace(tzinfo=UTC).astimezone(zone)
    return f"{moment:%d/%m/%Y}" if language == "vi" else f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def period(first: int, last: int, language: Language) -> str:
    """From one day to another."""
    return f"{day(first, language)} – {day(last, language)}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
