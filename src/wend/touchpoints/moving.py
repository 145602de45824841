"""A touchpoint in another place of the registry: of several rules that fit an event, the first one takes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from wend.domain.selection import Selection
from wend.domain.touchpoint import Touchpoint
from wend.engines import overlaps
from wend.engines.lens import lens_of
from wend.touchpoints.errors import NoSuchPlace, OnePlace, UnknownTouchpoint
from wend.touchpoints.registry import Registry
from wend.touchpoints.view import View


@dataclass(frozen=True, slots=True)
class Taken:
    """Events that belong to the touchpoint `before` today and would belong to `after`, and how many customers' they
    are.
    """

    before: str
    after: str
    events: int
    customers: int


@dataclass(frozen=True, slots=True)
class MovePreview:
    """What a move would change; `place` is where the touchpoint stands today, the first being 1."""

    place: int
    events: int
    customers: int
    taken: tuple[Taken, ...]


def place_of(
    known: Sequence[Touchpoint],
    key: str,
    *,
    place: int | None = None,
    before: str | None = None,
    up: bool = False,
    down: bool = False,
) -> int:
    """The place that somebody means by one of these; the first is 1. Raises OnePlace for none or several,
    UnknownTouchpoint.
    """
    if sum((place is not None, before is not None, up, down)) != 1:
        raise OnePlace(key=key)
    keys = [each.key for each in known]
    for each in (key, before or key):
        if each not in keys:
            raise UnknownTouchpoint(each, keys)
    here = keys.index(key) + 1
    if before is None:
        return here + down - up if place is None else place
    return keys.index(before) + 1 - (here <= keys.index(before))


def moved(registry: Registry, key: str, place: int) -> Registry:
    """The registry with a touchpoint in that place, the first being 1. Raises UnknownTouchpoint, NoSuchPlace."""
    found, known = registry.touchpoint(key), registry.touchpoints
    if found is None:
        raise UnknownTouchpoint(key, [each.key for each in known])
    if not 1 <= place <= len(known):
        raise NoSuchPlace(place=place, last=len(known))
    others = [each for each in known if each is not found]
    return replace(registry, touchpoints=(*others[: place - 1], found, *others[place - 1 :]))


def preview(view: View, key: str, place: int) -> MovePreview:
    """Which events change their touchpoint, the most first. Raises UnknownTouchpoint, NoSuchPlace."""
    after, names = moved(view.registry, key, place), view.names
    here = names.index(key) + 1
    if after == view.registry:
        return MovePreview(here, 0, 0, ())
    lens = lens_of(after.touchpoints, view.journal.words, f"move/{view.version}/{key}/{place}", view.mask_of)
    codes = np.array([names.index(each.key) for each in after.touchpoints])
    told = overlaps.moved(view.machine, view.covering, lens, codes, Selection())
    taken = [
        Taken(names[was], names[now], int(told.events[was, now]), int(told.customers[was, now]))
        for was, now in np.argwhere(told.events).tolist()
    ]
    most_first = tuple(sorted(taken, key=lambda each: (-each.events, each.before, each.after)))
    return MovePreview(here, int(told.events.sum()), told.whoever, most_first)
