"""Texts as XML can hold them."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def quoted(written: str) -> str:
    """As the value of an attribute, quotes around it. XML has no way to write most control letters."""
    return quoteattr(_shown(written), {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})


def inside(written: str) -> str:
    """As the text of an element."""
    return escape(_shown(written), {"\r": "&#13;"})


def _shown(written: str) -> str:
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", written)
