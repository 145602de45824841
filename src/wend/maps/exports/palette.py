"""Colours of what only a map shows: channels and feelings."""

from __future__ import annotations

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
