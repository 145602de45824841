"""Colours of the drawing.

The feeling scale keeps its contrast and its order for colour-blind readers; a face and a number always say the same.
"""

from __future__ import annotations

from typing import NamedTuple


class Palette(NamedTuple):
    """One theme."""

    page: str = "#FFFFFF"
    ink: str = "#0F172A"
    soft: str = "#475569"
    faint: str = "#64748B"
    rule: str = "#E2E8F0"
    head: str = "#F1F5F9"
    accent: str = "#0F766E"
    band: str = "#E2E8F0"
    dashed: str = "#64748B"
    warning: str = "#C2570C"
    warning_fill: str = "#FFF7ED"
    levels: tuple[str, str, str, str, str] = ("#9A3412", "#C2570C", "#6B7280", "#2B6CB0", "#1E3A8A")


LIGHT = Palette()

CHANNEL_COLOURS: dict[str, tuple[str, str]] = {
    "web": ("#0F766E", "W"),
    "app": ("#334155", "A"),
    "email": ("#A16207", "@"),
    "zalo": ("#0068FF", "Z"),
    "sms": ("#7C3AED", "S"),
    "store": ("#334155", "C"),
    "phone": ("#BE123C", "T"),
    "delivery": ("#7C3AED", "G"),
    "ads": ("#1D4ED8", "Q"),
    "social": ("#1D4ED8", "X"),
    "survey": ("#0E7490", "?"),
}
OTHER_CHANNEL = ("#64748B", "•")


def level_of(value: float) -> int:
    """Which of the five levels a feeling from −2 to +2 belongs to: 0 very negative … 4 very positive."""
    return min(4, max(0, round(value + 2)))
