"""Colours of drawings.

The five-step scale keeps its contrast and its order for colour-blind readers; a number always says the same.
"""

from __future__ import annotations

from typing import NamedTuple


class Palette(NamedTuple):
    """One theme. `levels` go from worst to best, `lines` tell lines and parts apart."""

    page: str = "#FFFFFF"
    ink: str = "#0F172A"
    soft: str = "#475569"
    faint: str = "#64748B"
    rule: str = "#E2E8F0"
    head: str = "#F1F5F9"
    accent: str = "#0F766E"
    bar: str = "#14B8A6"
    calm: str = "#CBD5E1"
    band: str = "#E2E8F0"
    dashed: str = "#64748B"
    warning: str = "#C2570C"
    warning_fill: str = "#FFF7ED"
    levels: tuple[str, str, str, str, str] = ("#9A3412", "#C2570C", "#6B7280", "#2B6CB0", "#1E3A8A")
    lines: tuple[str, str, str, str, str] = ("#0F766E", "#C2570C", "#2B6CB0", "#7C3AED", "#A16207")


LIGHT = Palette()
AROUND = Palette(
    page="none",
    ink="currentColor",
    soft="currentColor",
    faint="currentColor",
    rule="#94A3B855",
    head="#94A3B822",
    calm="#94A3B888",
    band="#94A3B844",
    warning_fill="none",
)
"""Looks right on the page around it, light or dark: its letters take that page's colour."""
