"""Pure decisions: which name may be, which period is meant, which tiles fit on a dashboard."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from wend.boards.errors import BadAsked, BadName, BadTile, NameTaken, TilesOverlap, TooMany
from wend.boards.model import COLUMNS, Asked, Tile
from wend.domain.names import composed
from wend.domain.selection import FOREVER, FOREVER_AGO, Selection
from wend.kit import zones
from wend.kit.errors import UnknownName

LONGEST_NAME, LONGEST_TEXT = 120, 4_000
MOST_TILES, MOST_ROWS, TALLEST = 40, 400, 40
MOST_DAYS = 3_660
USUAL_WIDTH, USUAL_HEIGHT = 6, 8


def name_of(written: str) -> str:
    """The name as it is kept: composed, one line. Raises BadName."""
    name = " ".join(composed(written).split())
    if not 0 < len(name) <= LONGEST_NAME or any(unicodedata.category(letter) == "Cc" for letter in name):
        raise BadName(longest=LONGEST_NAME)
    return name


def same(name: str, other: str) -> bool:
    """Whether two names are one to a person: "Weekly" and "weekly"."""
    return composed(name).casefold() == composed(other).casefold()


class Named(Protocol):
    """What is kept under a name of its own: a saved question, a dashboard."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def name(self) -> str:
        """What people call it."""


Kept = TypeVar("Kept", bound=Named)


def found(known: Sequence[Kept], key: str, unknown: type[UnknownName]) -> Kept:
    """The one of this id, else of this name. Raises `unknown`, with the closest name there is."""
    one = next((each for each in known if each.id == key), None)
    one = one or next((each for each in known if same(each.name, key)), None)
    if one is None:
        raise unknown(key, [each.name for each in known])
    return one


def check_free(known: Sequence[Named], name: str, own: str) -> None:
    """Raises NameTaken when another one than `own` is called so."""
    if any(same(each.name, name) and each.id != own for each in known):
        raise NameTaken(name=name)


def check_asked(asked: Asked) -> None:
    """Raises BadAsked for a period that cannot be."""
    if not 0 <= asked.last_days <= MOST_DAYS:
        raise BadAsked(what="last_days", most=MOST_DAYS)
    if asked.last_days and (asked.from_at is not None or asked.to_at is not None):
        raise BadAsked(what="period", most=MOST_DAYS)
    if asked.from_at is not None and asked.to_at is not None and asked.from_at >= asked.to_at:
        raise BadAsked(what="period", most=MOST_DAYS)


def selection_of(asked: Asked, now: datetime, zone: str) -> Selection:
    """What is looked at, asked now. `last_days` are whole days in the workspace's zone; today is not among them,
    because half a day is not comparable with a day.
    """
    first = FOREVER_AGO if asked.from_at is None else asked.from_at
    end = FOREVER if asked.to_at is None else asked.to_at
    if asked.last_days:
        here = zones.zone(zone)
        today = now.astimezone(here).date()
        first, end = (zones.day_start(today - timedelta(days=days), here) for days in (asked.last_days, 0))
    return Selection(first, end, asked.channels, asked.traits, asked.segments)


def check_tiles(tiles: Sequence[Tile], known: Iterable[str]) -> None:
    """Raises TooMany, BadTile and TilesOverlap. `known` are the ids of saved questions."""
    if len(tiles) > MOST_TILES or len({tile.id for tile in tiles}) < len(tiles):
        raise TooMany(what="tiles", most=MOST_TILES)
    questions = set(known)
    for tile in tiles:
        fits = tile.x >= 0 and 0 <= tile.y <= MOST_ROWS and tile.x + tile.width <= COLUMNS
        if not fits or tile.width < 1 or not 1 <= tile.height <= TALLEST:
            raise BadTile(tile=tile.id, columns=COLUMNS)
        shown = tile.question in questions if tile.kind == "question" else 0 < len(tile.text.strip()) <= LONGEST_TEXT
        if not shown:
            raise BadTile(tile=tile.id, columns=COLUMNS)
    for place, tile in enumerate(tiles):
        other = next((each for each in tiles[place + 1 :] if overlap(tile, each)), None)
        if other is not None:
            raise TilesOverlap(tile=tile.id, other=other.id)


def overlap(a: Tile, b: Tile) -> bool:
    """Whether two tiles share a cell."""
    return a.x < b.x + b.width and b.x < a.x + a.width and a.y < b.y + b.height and b.y < a.y + a.height


def placed(tiles: Sequence[Tile], new: Tile) -> Tile:
    """The new tile at the first free place, from the top and from the left."""
    bottom = max((tile.y + tile.height for tile in tiles), default=0)
    tries = (replace(new, x=x, y=y) for y in range(bottom + 1) for x in range(COLUMNS - new.width + 1))
    return next(tried for tried in tries if not any(overlap(tried, tile) for tile in tiles))
