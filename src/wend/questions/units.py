"""`--per`: any question asked of visits or of orders instead of customers.

"customer" is everybody's whole journey; "session" or "session:2h" each visit, which ends before a silence longer than
that (30 minutes); "journey" each part of a long history, which ends where pauses between two such events are usually
long (`methods/splitting.py`); any other word is a property of events, such as `order_id`, and a case is what one
customer did under one value of it. "property:session" is the property of that name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np

from wend.domain.selection import Selection
from wend.engines import units
from wend.engines.lens import Lens, Mask, Tested
from wend.engines.machine import Machine
from wend.engines.source import Bucket
from wend.engines.units import Cases
from wend.folds import edges, sessions, transitions
from wend.folds.sessions import SESSIONS
from wend.folds.transitions import TRANSITIONS
from wend.log.facade import Property
from wend.methods.splitting import cut_pairs
from wend.questions import errors
from wend.questions.context import Context
from wend.questions.parsing import duration
from wend.touchpoints.facade import Kept

CUSTOMER, SESSION, JOURNEY, PROPERTY = "customer", "session", "journey", "property"
SESSION_GAP = "30m"
MOST_KEPT = 4

_MACHINES: WeakKeyDictionary[Machine, Kept] = WeakKeyDictionary()


def per(context: Context, unit: str) -> Context:
    """The same context with cases in the place of customers. Raises UnknownProperty and BadDuration."""
    kind, _, rest = unit.strip().partition(":")
    if kind in ("", CUSTOMER) and not rest:
        return context
    if kind == SESSION:
        gap = duration(rest or SESSION_GAP)
        return _asked_of(context, f"{SESSION}:{gap}", lambda: units.by_session(context.machine.journal, gap))
    if kind == JOURNEY and not rest:
        return _asked_of(context, JOURNEY, lambda: _by_journey(context))
    name = rest if kind == PROPERTY and rest else unit.strip()
    return _asked_of(context, f"{PROPERTY}:{name}", lambda: _by_property(context, name))


def _by_journey(context: Context) -> Cases:
    """Cut between events whose mean pause is long, learned from all customers."""
    machine, codes = context.machine, len(context.machine.journal.words.events)
    walked = machine.answer(TRANSITIONS, transitions.params(codes, totals=True))
    found = list(edges.each(walked.answer, walked.params))
    counts = np.array([int(seconds.sum()) for *_, seconds, _ in found], np.int64)
    cut = cut_pairs(counts, np.array([float(sums.sum()) for *_, sums in found], np.float64))
    pairs = [a * codes + b for (a, b, *_), new in zip(found, cut, strict=True) if new]
    return units.by_breaks(machine.journal, JOURNEY, np.array(pairs, np.int64))


def _by_property(context: Context, name: str) -> Cases:
    return units.by_property(context.machine.journal, name, known_property(context, name).codes)


def known_property(context: Context, name: str) -> Property:
    """A property of events that some event has; raises UnknownProperty."""
    found = context.property_of(name) if context.property_of else None
    if found is None or not len(found.values):
        raise errors.UnknownProperty(name, context.property_names() if context.property_names else ())
    return found


def _asked_of(context: Context, key: str, cut: Callable[[], Cases]) -> Context:
    kept = _MACHINES.setdefault(context.machine, Kept(MOST_KEPT))
    machine: Machine = kept.get(key, lambda: units.machine_of(context.machine, cut()))
    cases = machine.journal
    if not isinstance(cases, Cases) or all(bucket.rows is None for bucket in cases.buckets):
        return replace(context, machine=machine)
    given = context.property_of
    moved = None if given is None else lambda name: _lined_up(cases, given(name))
    return replace(context, machine=machine, lens=_moved(cases, context.lens), property_of=moved)


def _lined_up(cases: Cases, found: Property) -> Property:
    pairs = zip(cases.buckets, found.codes, strict=True)
    return replace(found, codes=tuple(bucket.lined_up(codes) for bucket, codes in pairs))


def _moved(cases: Cases, lens: Lens) -> Lens:
    """The lens with its tests in the order of the cases."""

    def moved(tested: Tested) -> Callable[[Bucket, int], Mask]:
        def mask(_: Bucket, number: int) -> Mask:
            bucket = cases.buckets[number]
            return bucket.lined_up(tested.mask(bucket.base, number))

        return mask

    tests = tuple(replace(tested, mask=moved(tested)) for tested in lens.tested)
    return replace(lens.without_standing(), version=f"{lens.version} per {cases.unit}", tested=tests)


def customers_in(context: Context, selection: Selection, lens: Lens | None) -> int:
    """How many customers have a case of which the selection holds something."""
    params = sessions.params()
    return len(units.customers_of(context.machine.members(SESSIONS, params, lambda a: a.customers, selection, lens)))


def counted_as_cases(content: Any) -> Any:
    """The answer of a fold that walked cases: what it calls customers are cases, unless it has told both apart."""
    if isinstance(content, list):
        return [counted_as_cases(item) for item in content]
    if not isinstance(content, dict):
        return content
    told = "cases" in content
    return {"cases" if k == "customers" and not told else k: counted_as_cases(v) for k, v in content.items()}
