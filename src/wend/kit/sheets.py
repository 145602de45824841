"""Cells that table programs read as they were written."""

from __future__ import annotations

import re

_FORMULA = re.compile(r"[=+\-@\t\r\n]")
_NO_FORMULA = re.compile(r"[+\-]\d[\d .,]*|-")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n]")


def plain(text: str) -> str:
    """A cell that no table program takes for a formula; a phone number keeps its plus, a dash alone is a dash.

    >>> plain("=1+1"), plain("+cmd|' /C calc'!A1"), plain("+84903718264"), plain("-12,5"), plain("Lan")
    ("'=1+1", "'+cmd|' /C calc'!A1", '+84903718264', '-12,5', 'Lan')
    """
    runs = _FORMULA.match(text) and not _NO_FORMULA.fullmatch(text)
    return f"'{text}" if runs or _GUARDED.match(text) else text


def written(cell: str) -> str:
    """What `plain` made this cell of.

    >>> written(plain("@lan")), written(plain("'=1+1")), written("Lan's")
    ('@lan', "'=1+1", "Lan's")
    """
    return cell[1:] if _GUARDED.match(cell) else cell
