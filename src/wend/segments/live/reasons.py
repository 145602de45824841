"""What ran out when time alone moves somebody in or out: the statement that turned at that very moment. Pure."""

from __future__ import annotations

from wend.conditions import live
from wend.conditions.journey import Journey
from wend.conditions.text_write import written
from wend.conditions.tree import Condition, leaves


def ran_out(condition: Condition, journey: Journey, at: int) -> str:
    """The first part of a condition that says something else at this second than the second before, in the text form;
    "" when none does.
    """
    turned = (leaf for leaf in leaves(condition) if live.holds(leaf, journey, at) != live.holds(leaf, journey, at - 1))
    return next((written(leaf).strip() for leaf in turned), "")
