"""The written material of the shop: names, places, products and comments, kept as TOML beside this module."""

import tomllib
import unicodedata
from functools import cache
from importlib import resources
from typing import Any


@cache
def written(name: str) -> dict[str, Any]:
    """One word file, e.g. `written("places")`."""
    return tomllib.loads(resources.files("wend.demo").joinpath("words", f"{name}.toml").read_text(encoding="utf-8"))


def column(name: str, key: str, field: str) -> list[Any]:
    """One field of a list of tables, e.g. the names of all provinces."""
    return [row[field] for row in written(name)[key]]


def strings(name: str, key: str) -> list[str]:
    """A plain list of texts of one word file."""
    return list(written(name)[key])


def plain(text: str) -> str:
    """The text as typed on a keyboard without Vietnamese marks: "Đắk Lắk" → "Dak Lak"."""
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
