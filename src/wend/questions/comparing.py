"""The two sides of a comparison: two periods, or the customers with a trait and the others. Nobody stands on both."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wend.domain.selection import Selection
from wend.engines.machine import Members
from wend.folds import sessions
from wend.questions import errors
from wend.questions.context import Context
from wend.questions.wish import Prepared


@dataclass(frozen=True, slots=True)
class Side:
    """A selection, and among whom."""

    selection: Selection
    among: Members | None = None


def sides(context: Context, prepared: Prepared) -> tuple[Side, Side] | None:
    """What was asked, and what it is compared with; None when nothing is to be compared.

    Raises NotTogether where the two would overlap, UnknownTrait for a trait that nobody has.
    """
    given, here = prepared.given, prepared.selection
    if given["against"] and given["against_trait"]:
        raise errors.NotTogether(first="against", second="against_trait")
    if given["against"]:
        first, end = given["against"]
        if first < here.to_at and here.from_at < end:
            raise errors.NotTogether(first="against", second="from, to")
        return Side(here), Side(replace(here, from_at=first, to_at=end))
    if not given["against_trait"]:
        return None
    name, sign, value = given["against_trait"].partition("=")
    if not sign:
        raise errors.UnknownTrait(name, context.machine.journal.trait_names)
    there = replace(here, traits=(*(trait for trait in here.traits if trait[0] != name.strip()), (name.strip(), value)))
    context.check(there)
    if there.traits[-1] in here.traits:
        raise errors.NotTogether(first="against_trait", second="trait")
    if len(there.traits) == len(here.traits):
        return Side(here), Side(there)
    params = sessions.params()  # whoever is there has one, whatever the steps of the question are
    them = context.machine.members(sessions.SESSIONS, params, lambda answer: answer.customers, there, prepared.lens)
    return Side(here, ~them), Side(there)
