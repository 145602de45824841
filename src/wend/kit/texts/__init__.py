"""Every sentence a person sees, in English and Vietnamese.

One JSON file per room and language, flat keys, `{name}` places.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

Language = Literal["en", "vi"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@cache
def catalogue(language: Language) -> dict[str, str]:
    """All texts of one language by key."""
    texts: dict[str, str] = {}
    for file in sorted(files(__package__).joinpath(language).iterdir(), key=lambda f: f.name):
        if file.name.endswith(".json"):
            texts.update(json.loads(file.read_text(encoding="utf-8")))
    return texts


def text(language: Language, key: str, /, **places: object) -> str:
    """The sentence under `key`, with its `{places}` filled. A missing key is a KeyError: the tests find it first."""
    return catalogue(language)[key].format(**places)


def as_language(wanted: str | None) -> Language:
    """The best of our languages for a tag such as `vi-VN`, `vi_VN.UTF-8` or an Accept-Language header."""
    for part in (wanted or "").replace(";", ",").split(","):
        tag = part.strip().lower()[:2]
        if tag == "vi":
            return "vi"
        if tag == "en":
            return "en"
    return "en"
