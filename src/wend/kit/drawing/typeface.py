"""How wide words are in the drawing's font, so that lines break where they must, whatever the language."""

from __future__ import annotations

import base64
import json
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Literal

Weight = Literal["regular", "semibold"]
FAMILY = "Be Vietnam Pro"
_FILES: dict[Weight, str] = {"regular": "BeVietnamPro-Regular.ttf", "semibold": "BeVietnamPro-SemiBold.ttf"}
_UNKNOWN = 600  # thousandths of an em for a glyph the font lacks: a fair guess for a fallback font


@cache
def _widths() -> dict[Weight, dict[str, int]]:
    loaded: dict[Weight, dict[str, int]] = json.loads(_folder("widths.json"))
    return loaded


def _folder(name: str) -> bytes:
    return files(__package__).joinpath("fonts", name).read_bytes()


def font_paths() -> list[str]:
    """The font's files on disk, for renderers that want paths."""
    return [str(files(__package__).joinpath("fonts", name)) for name in _FILES.values()]


def font_face() -> str:
    """CSS that carries the font inside the drawing."""
    rules = []
    for weight, name in _FILES.items():
        encoded = base64.b64encode(_folder(name)).decode("ascii")
        number = 600 if weight == "semibold" else 400
        source = f"url(data:font/ttf;base64,{encoded}) format('truetype')"
        rules.append(f"@font-face{{font-family:'{FAMILY}';font-weight:{number};src:{source}}}")
    return "".join(rules)


def measure(words: str, size: float, weight: Weight = "regular") -> float:
    """Width of a line in the units of `size`."""
    widths = _widths()[weight]
    return sum(widths.get(letter, _UNKNOWN) for letter in unicodedata.normalize("NFC", words)) * size / 1000


def wrap(words: str, width: float, size: float, weight: Weight = "regular", lines: int = 3) -> list[str]:
    """Break words into at most `lines` lines no wider than `width`; what does not fit ends with an ellipsis."""
    made: list[str] = [""]
    for word in unicodedata.normalize("NFC", " ".join(words.split())).split(" "):
        longer = f"{made[-1]} {word}".strip()
        if measure(longer, size, weight) <= width or not made[-1]:
            made[-1] = longer
        else:
            made.append(word)
    if len(made) > lines:
        made = [*made[: lines - 1], " ".join(made[lines - 1 :])]
    return [fitted(line, width, size, weight) for line in made]


def fitted(line: str, width: float, size: float, weight: Weight = "regular") -> str:
    """The line, or its beginning and an ellipsis where it is wider than `width`."""
    if measure(line, size, weight) <= width:
        return line
    kept = line
    while kept and measure(f"{kept}…", size, weight) > width:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
