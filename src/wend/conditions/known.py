"""What is known of a customer at a moment, and since when."""

from __future__ import annotations

from collections.abc import Sequence

from wend.conditions.tree import ConsentState, Trait


def is_fresh(leaf: Trait, told: int | None, now: int) -> bool:
    """Whether a trait that was last told at a moment is fresh enough; without a limit anything is.

    >>> from wend.conditions.tree import Test
    >>> is_fresh(Trait(Test("trait", "risk", "present"), fresh=60), 100, 159)
    True
    """
    return leaf.fresh is None or (told is not None and now - leaf.fresh < told <= now)


def stood(changes: Sequence[tuple[int, ConsentState]], now: int) -> ConsentState:
    """Where somebody stood at a moment, from the moments at which that changed, in their order.

    >>> stood(((10, "granted"), (20, "withdrawn")), 15), stood(((10, "granted"),), 9)
    ('granted', 'unknown')
    """
    state: ConsentState = "unknown"
    for since, changed in changes:
        if since > now:
            break
        state = changed
    return state
