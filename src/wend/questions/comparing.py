"""The two sides of a comparison: two periods, or the customers with a trait or in a segment and others. Nobody stands
on both.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from wend.domain.selection import Selection
from wend.engines.machine import Machine, Members
from wend.engines.units import Cases, cases_of
from wend.folds import sessions
from wend.questions import among, errors, units
from wend.questions.context import Context
from wend.questions.wish import Prepared

AGAINST = ("against", "against_trait", "against_segment")
"""What can be compared with: one of these."""


@dataclass(frozen=True, slots=True)
class Side:
    """A selection, among whom, and the engine that walks them."""

    machine: Machine
    selection: Selection
    among: Members | None = None


def sides(context: Context, prepared: Prepared) -> tuple[Side, Side] | None:
    """What was asked, and what it is compared with; None when nothing is to be compared.

    Raises NotTogether where the two would overlap, UnknownTrait for a trait that nobody has, UnknownSegment.
    """
    given, here, machine = prepared.given, prepared.selection, context.machine
    told = [name for name in AGAINST if given[name]]
    if len(told) > 1:
        raise errors.NotTogether(first=told[0], second=told[1])
    if given["against"]:
        first, end = given["against"]
        if first < here.to_at and here.from_at < end:
            raise errors.NotTogether(first="against", second="from, to")
        return Side(machine, here), Side(machine, replace(here, from_at=first, to_at=end))
    if given["against_segment"]:
        return _segments(context, prepared)
    return _traits(context, prepared) if given["against_trait"] else None


def _traits(context: Context, prepared: Prepared) -> tuple[Side, Side]:
    here, machine = prepared.selection, context.machine
    name, sign, value = prepared.given["against_trait"].partition("=")
    if not sign:
        raise errors.UnknownTrait(name, machine.journal.trait_names)
    there = replace(here, traits=(*(trait for trait in here.traits if trait[0] != name.strip()), (name.strip(), value)))
    context.check(there)
    if there.traits[-1] in here.traits:
        raise errors.NotTogether(first="against_trait", second="trait")
    if len(there.traits) == len(here.traits):
        return Side(machine, here), Side(machine, there)
    params = sessions.params()  # whoever is there has one, whatever the steps of the question are
    them = machine.members(sessions.SESSIONS, params, lambda answer: answer.customers, there, prepared.lens)
    return Side(machine, here, ~them), Side(machine, there)


def _segments(context: Context, prepared: Prepared) -> tuple[Side, Side]:
    """Those who are asked about, and those of another segment. Whoever is in both counts there; where that would leave
    nobody here, because these are some of those, here.
    """
    selection, journal = prepared.selection, context.machine.journal
    whole = _everybody(context)
    them = cases_of(among.members(context, (prepared.given["against_segment"],), prepared.as_of), journal)
    us = _not_left_out(context.machine)
    both = us & them
    if len(both) < len(us):
        us = us & ~both
    else:
        them = them & ~both
    return Side(context.machine, selection, us), Side(whole, selection, them)


def _everybody(context: Context) -> Machine:
    """The engine over everybody, in the same cases."""
    if context.everybody is None:
        return context.machine
    journal = context.machine.journal
    return units.per(context.everybody, journal.unit if isinstance(journal, Cases) else units.CUSTOMER).machine


def _not_left_out(machine: Machine) -> Members:
    journal = machine.journal
    if machine.left_out is not None:
        return ~Members(machine.left_out, journal)
    return Members(tuple(np.ones(len(bucket.offsets) - 1, np.bool_) for bucket in journal.buckets), journal)
