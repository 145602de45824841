"""Transitions: what directly follows what."""

from __future__ import annotations

from dataclasses import replace

from wend.engines.lens import every_event
from wend.engines.machine import Members
from wend.folds import transitions
from wend.questions.asked.contract import Asked
from wend.questions.changes import changed
from wend.questions.comparing import sides
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.wish import Made, Wish

FEW_EVENTS = 2_000_000
"""Up to this many events the times of transitions are read from totals too: sharper, and half as slow again."""


def _make(wish: Wish) -> Made:
    few = wish.context.machine.journal.events <= FEW_EVENTS
    return transitions.TRANSITIONS, transitions.params(wish.codes, totals=few), ()


def _opens(at: Pointed) -> CellsOf:
    for end, cells in (("start", "starts"), ("end", "ends")):
        if end in at.where:
            return field(cells, at.code(end))
    return field("customers", at.code("from") * at.prepared.params.codes + at.code("to"))


def _behind(at: Pointed) -> Members:
    both = sides(at.context, at.prepared)
    if both is None:
        return _those(at)
    side = both[int(at.state({"here": "0", "against": "1"}, "side"))]
    there = replace(at.context, machine=side.machine)
    members = _those(replace(at, context=there, prepared=replace(at.prepared, selection=side.selection)))
    return members if side.among is None else members & side.among


def _those(at: Pointed) -> Members:
    if at.prepared.params.places and "from" in at.where:
        return _edge(at)
    return at.members(_opens(at))


def _edge(at: Pointed) -> Members:
    """Over thousands of codes, whose edges have no fixed places: the same edge in a space of three codes."""
    a, b = at.code("from"), at.code("to")
    lens = (at.prepared.lens or every_event(at.context.machine.journal.words)).narrowed(*dict.fromkeys((a, b)))
    params = transitions.params(len(lens.names))
    return replace(at, prepared=replace(at.prepared, params=params, lens=lens)).members(
        field("customers", 0 if a == b else 1)
    )


TRANSITIONS = Asked(_make, _opens, _behind, changed)
