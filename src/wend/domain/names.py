"""A name a workspace gives to a thing, in both languages."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from wend.kit.texts import Language


@dataclass(frozen=True, slots=True)
class Name:
    """What people call a thing. A missing language falls back to the other."""

    en: str
    vi: str

    def in_(self, language: Language) -> str:
        """The name in one language."""
        return (self.vi or self.en) if language == "vi" else (self.en or self.vi)


def composed(words: str) -> str:
    """Names are kept and compared composed (NFC): `ệ` is one letter, whichever way a file or a keyboard wrote it."""
    return unicodedata.normalize("NFC", words)
