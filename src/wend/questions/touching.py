"""What can be met on a path to a conversion: channels, steps, or the values of a property of events.

A property is read through a lens of its own, which gives every touch the place of its value. The commonest values have
a touch each; "…" stands for the others together. An event without the property is no touch.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from wend.domain.selection import Selection
from wend.engines.lens import Lens
from wend.engines.source import Bucket
from wend.folds import contribution
from wend.log.facade import Property
from wend.questions import errors, units
from wend.questions.context import Context
from wend.questions.cuts import OTHERS
from wend.questions.specs import Over
from wend.questions.wish import Wish

CHANNEL, STEP = "channel", "step"
MOST_VALUES = 40
"""Values of a property that are touches of their own. A chain remembers every pair of them."""

_TOUCH, _CONVERSION, _NOTHING = 0, 1, 2


class Touches(NamedTuple):
    """What can be met on a path: its names, and the touch of every step and of every channel."""

    names: Sequence[str]
    steps: list[int]
    channels: list[int]


def touches(context: Context, given: Mapping[str, Any], over: Over, selection: Selection) -> Touches:
    """The touches of a question; channels outside the selection are never met."""
    words, codes = context.machine.journal.words.channels, len(context.names(over))
    asked = [not selection.channels or name in selection.channels for name in words]
    conversions, met = _meant(context, given, over)
    if given["by"] == CHANNEL:
        names: Sequence[str] = [name for name, own in zip(words, asked, strict=True) if own and name]
        channels = [names.index(name) if name in names else contribution.NO_TOUCH for name in words]
        touch = dict.fromkeys(met, contribution.BY_CHANNEL)
    elif given["by"] == STEP:
        touch = {code: place for place, code in enumerate(code for code in met if code not in conversions)}
        names, channels = [context.names(over)[code] for code in touch], [0] * len(words)
    else:
        return _by_property(_values(context, given, over)[0], asked)
    steps = [contribution.NO_TOUCH] * max(1, codes)
    for code, own in (touch | dict.fromkeys(conversions, contribution.CONVERSION)).items():
        steps[code] = own
    return Touches(names, steps, _only(asked, channels))


def _by_property(names: Sequence[str], asked: Sequence[bool]) -> Touches:
    """In the codes of the lens: a value each, then what converts, then what is nothing."""
    steps = [*range(len(names)), contribution.CONVERSION, contribution.NO_TOUCH]
    return Touches(names, steps, _only(asked, [0] * len(asked)))


def _only(asked: Sequence[bool], channels: Sequence[int]) -> list[int]:
    return [touch if own else contribution.NOT_ASKED for touch, own in zip(channels, asked, strict=True)]


def seen(wish: Wish) -> Lens | None:
    """The lens that reads events by the property asked for; None for channels and steps."""
    given = wish.given
    if given["paths"] or given["by"] in (CHANNEL, STEP):
        return None
    context, over = wish.context, wish.over
    names, place, found = _values(context, given, over)
    kinds, lens = _kinds(context, given, over), context.lens
    converts, nothing = len(names), len(names) + 1

    def codes(bucket: Bucket, number: int) -> NDArray[np.uint16]:
        kind, value = kinds(bucket, number), place[found.codes[number] + 1]
        touch = np.where((kind == _TOUCH) & (value >= 0), value, nothing)
        return np.where(kind == _CONVERSION, converts, touch).astype(np.uint16)

    version = f"{lens.version} by {given['by']} {over} {given['conversion']} {given['touches']}"
    return Lens(version, (*names, "", ""), lens.table, lens.about, steps=codes)


def _meant(context: Context, given: Mapping[str, Any], over: Over) -> tuple[list[int], Sequence[int]]:
    """The codes of conversions, and those that can be met."""
    conversions = _codes(context, "conversion", given["conversion"], over)
    every = range(len(context.names(over)))
    return conversions, _codes(context, "touches", given["touches"], over) if given["touches"] else every


def _codes(context: Context, parameter: str, steps: Any, over: Over) -> list[int]:
    """The codes of names joined by "|"."""
    if not steps:
        raise errors.MissingParameter(parameter=parameter)
    if len(steps) > 1:
        raise errors.BadSteps(steps=" > ".join(" | ".join(step) for step in steps), most=1)
    return list(dict.fromkeys(context.code(name, over) for name in steps[0]))


def _kinds(context: Context, given: Mapping[str, Any], over: Over) -> Callable[[Bucket, int], NDArray[np.int8]]:
    """Whether an event may be a touch, converts, or is nothing to a path."""
    conversions, met = _meant(context, given, over)
    known = np.full(len(context.names(over)) + 1, _NOTHING, np.int8)
    known[list(met)], known[conversions] = _TOUCH, _CONVERSION

    def kinds(bucket: Bucket, number: int) -> NDArray[np.int8]:
        codes = context.lens.read(bucket, number) if over == "touchpoints" else bucket.event
        return np.asarray(known[np.minimum(codes, len(known) - 1)], np.int8)

    return kinds


def _values(
    context: Context, given: Mapping[str, Any], over: Over
) -> tuple[Sequence[str], NDArray[np.int64], Property]:
    """Names of touches, the touch of each value of the property (first of no value: −1), and the property."""
    name = str(given["by"]).removeprefix(f"{units.PROPERTY}:")
    try:
        found = units.known_property(context, name)
    except errors.UnknownProperty as unknown:
        known = context.property_names() if context.property_names else ()
        raise errors.BadChoice(name, [CHANNEL, STEP, *known]) from unknown
    kinds, values = _kinds(context, given, over), found.values.to_pylist()
    counts = np.zeros(len(values) + 1, np.int64)
    for number, bucket in enumerate(context.machine.journal.buckets):
        codes = np.asarray(found.codes[number], np.int64)[kinds(bucket, number) == _TOUCH]
        counts += np.bincount(codes + 1, minlength=len(counts))
    order = sorted(np.flatnonzero(counts[1:]).tolist(), key=lambda code: (-counts[code + 1], values[code]))
    shown = order if len(order) <= MOST_VALUES else order[: MOST_VALUES - 1]
    place = np.full(len(values) + 1, -1, np.int64)
    place[np.array(order, np.int64) + 1] = np.minimum(np.arange(len(order)), len(shown))
    return [*(values[code] for code in shown), *([OTHERS] * (len(order) > len(shown)))], place, found
