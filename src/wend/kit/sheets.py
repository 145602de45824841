"""Cells that table programs read as they were written."""

from __future__ import annotations

import re

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_NO_FORMULA = re.compile(r"\+\d[\d ]*|-")


def plain(text: str) -> str:
    """A cell that no table program takes for a formula; a phone number keeps its plus, a dash alone is a dash.

    >>> plain("=1+1"), plain("+cmd|' /C calc'!A1"), plain("+84903718264"), plain("Lan")
    ("'=1+1", "'+cmd|' /C calc'!A1", '+84903718264', 'Lan')
    """
    return f"'{text}" if text.startswith(_STARTS) and not _NO_FORMULA.fullmatch(text) else text
