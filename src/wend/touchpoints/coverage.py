"""How many events and customers rules cover: the whole registry, one rule being edited."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from wend.domain.names import Name
from wend.domain.selection import Selection
from wend.domain.touchpoint import Touchpoint
from wend.engines import overlaps
from wend.engines.lens import lens_of
from wend.engines.machine import Machine
from wend.folds import reach
from wend.touchpoints import checks
from wend.touchpoints.registry import Registry
from wend.touchpoints.view import View


@dataclass(frozen=True, slots=True)
class Covered:
    """One touchpoint and what its rule takes, after all rules before it."""

    touchpoint: str
    events: int
    customers: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Share of events that some touchpoint covers, what each takes, and the uncovered ones by name and channel with
    their counts.
    """

    events: int
    share: float
    touchpoints: tuple[Covered, ...]
    uncovered: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class RulePreview:
    """What a touchpoint's rule would cover, and the share of all events covered once it is saved."""

    events: int
    customers: int
    covered_share_after: float
    warnings: tuple[Name, ...]


def coverage(view: View) -> Coverage:
    """What the registry covers."""
    walked = view.machine.answer(reach.REACH, reach.params(len(view.names)), lens=view.lens)
    by_code = zip(view.names, walked.answer.events.tolist(), walked.answer.customers.tolist(), strict=False)
    events = total_events(view.machine)
    rows = tuple(Covered(*row) for row in by_code)
    left = uncovered(view) if events > walked.events else ()
    return Coverage(events, walked.events / events if events else 0.0, rows, left)


def uncovered(view: View) -> tuple[tuple[str, str, int], ...]:
    """(event, channel, how many) of what no rule takes, most first."""
    words, left = view.journal.words, overlaps.counted(view.machine, view.lens, view.touchpoints, Selection()).open
    found = [(words.events[e], words.channels[c], int(left[e, c])) for e, c in np.argwhere(left).tolist()]
    return tuple(sorted(found, key=lambda each: (-each[2], each[:2])))


def covered_share(view: View) -> float:
    """Share of all events that some touchpoint covers; 1 of none."""
    events = total_events(view.machine)
    if events == 0:
        return 1.0
    return view.machine.answer(reach.REACH, reach.params(len(view.names)), lens=view.lens).events / events


def total_events(machine: Machine) -> int:
    """All journey events of a journal."""
    return sum(int(bucket.offsets[-1]) for bucket in machine.journal.buckets)


def preview_touchpoint(view: View, touchpoint: Touchpoint, known: checks.Known) -> RulePreview:
    """What the rule would take if it stood where the touchpoint of that key stands now (or last)."""
    after = with_touchpoint(view.registry, touchpoint)
    lens = lens_of(after.touchpoints, view.journal.words, f"preview/{view.version}/{touchpoint}", view.mask_of)
    walked = view.machine.answer(reach.REACH, reach.params(len(after.touchpoints)), lens=lens)
    before = view.machine.answer(reach.REACH, reach.params(len(view.names)), lens=view.lens)
    code = next(place for place, t in enumerate(after.touchpoints) if t.key == touchpoint.key)
    events = int(walked.answer.events[code])
    found = list(checks.of_touchpoint(touchpoint, known))
    if not events:
        found.append(checks.covers_nothing(touchpoint.key))
    counts = dict(zip((each.key for each in after.touchpoints), walked.answer.events.tolist(), strict=False))
    for key, had in zip(view.names, before.answer.events.tolist(), strict=False):
        if key != touchpoint.key and counts[key] < had:
            found.append(checks.takes_from(view.registry, touchpoint.key, key, had - counts[key]))
    total = total_events(view.machine)
    share = walked.events / total if total else 0.0
    return RulePreview(events, int(walked.answer.customers[code]), share, tuple(f.sentence for f in found))


def with_touchpoint(registry: Registry, touchpoint: Touchpoint) -> Registry:
    """The registry with a touchpoint changed in its place, or added: at the end, but one that asks something of its
    events before the first that takes any of them without asking, since behind it nothing would be left.
    """
    known = registry.touchpoints
    if registry.touchpoint(touchpoint.key) is None:
        names = set(touchpoint.rule.events) if touchpoint.rule.where else set[str]()
        unasked = (p for p, t in enumerate(known) if not t.rule.where and names.intersection(t.rule.events))
        place = next(unasked, len(known))
        return replace(registry, touchpoints=(*known[:place], touchpoint, *known[place:]))
    changed = tuple(touchpoint if t.key == touchpoint.key else t for t in known)
    return replace(registry, touchpoints=changed)
