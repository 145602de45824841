"""Of which conditions it can be told when they began and ceased to hold of a customer: those about events, and nothing
else. Stages are made of such ones, and segments whose entries and exits are looked for.
"""

from __future__ import annotations

from typing import Literal

from wend.conditions.tree import (
    EVER,
    PASSAGES,
    Condition,
    Did,
    End,
    InOrder,
    Leaf,
    Measure,
    Silent,
    Slower,
    Stage,
    happenings,
    leaves,
)

Undated = Literal["no_history", "of_entries", "compared"]
"""Known of today only; about entries and exits, which would have to be dated first; or with steps that are compared."""
_OF_EVENTS = (Did, Measure, End, InOrder, Silent, Slower)


def undated(leaf: Leaf) -> Undated | None:
    """Why it cannot be told since when a leaf holds, of which nothing is short for another; None where it can.

    >>> from wend.conditions.tree import Happening, InList
    >>> undated(Did(Happening("event", ("order.placed",)))), undated(InList("met"))
    (None, 'no_history')
    """
    if isinstance(leaf, Stage) or any(each.kind in PASSAGES for each in happenings(leaf)):
        return "of_entries"
    if not isinstance(leaf, _OF_EVENTS):
        return "no_history"
    return "compared" if isinstance(leaf, InOrder) and leaf.compared else None


def first_undated(condition: Condition) -> tuple[Leaf, Undated] | None:
    """The first leaf that cannot be dated, and why."""
    every = ((leaf, undated(leaf)) for leaf in leaves(condition))
    return next(((leaf, why) for leaf, why in every if why), None)


def by_time_alone(condition: Condition) -> bool:
    """Whether a condition that can be dated may change while nothing happens."""
    every = leaves(condition)
    return any(isinstance(leaf, Silent | Slower) or getattr(leaf, "frame", EVER).last for leaf in every)
