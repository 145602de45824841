"""The facts that drafting needs, asked of a journal in two walks: which event is the purchase, and what comes before
and after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from wend.engines.machine import Machine
from wend.folds import funnel
from wend.folds.profile import MOST_DAYS, PROFILE, TIMES, ProfileAnswer, ProfileParams, params
from wend.touchpoints.draft import Draft, draft
from wend.touchpoints.facts import EventFacts, LogFacts
from wend.touchpoints.life import purchases
from wend.touchpoints.stages import milestones_of


def draft_from(machine: Machine) -> Draft:
    """The proposal for a journal."""
    bought = purchases(facts(machine, ()))
    known = facts(machine, bought)
    made = draft(known, bought)
    if made.registry.default != "process":
        return made
    return draft(replace(known, earlier=_earlier(machine, [e.name for e in milestones_of(known)])), bought)


def _earlier(machine: Machine, names: Sequence[str]) -> tuple[tuple[str, str, int], ...]:
    """Customers who did one of these events some time after another, for every two."""
    words = machine.journal.words.events
    found = []
    for a, b in permutations(names, 2):
        asked = funnel.params([[words.index(a)], [words.index(b)]], len(words))
        found.append((a, b, funnel.reached(machine.answer(funnel.FUNNEL, asked).answer)[1]))
    return tuple(found)


def facts(machine: Machine, bought: Sequence[str]) -> LogFacts:
    """What the log is like; before and after are told of the purchases named."""
    words = machine.journal.words
    turn = [code for code, name in enumerate(words.events) if name in bought]
    walked = machine.answer(PROFILE, params(len(words.events), len(words.channels), turn))
    answer = walked.answer
    rows = (_event(answer, walked.params, code, name, words.channels) for code, name in enumerate(words.events))
    gaps = tuple(answer.gaps.tolist())
    told = tuple(event for event in rows if (event.events or event.about) and not event.name.startswith("$"))
    return LogFacts(told, walked.customers, gaps, int(answer.active[0]))


def _event(answer: ProfileAnswer, params: ProfileParams, code: int, name: str, channels: Sequence[str]) -> EventFacts:
    counts = answer.channel[code * params.channels : (code + 1) * params.channels].tolist()
    customers = int(answer.customers[code])
    return EventFacts(
        name=name,
        events=int(answer.events[code]),
        customers=customers,
        channels=tuple((channel, n) for channel, n in zip(channels, counts, strict=False) if n),
        starts=int(answer.starts[code]),
        ends=int(answer.ends[code]),
        position=int(answer.position[code]) / customers / 1000 if customers else 0.5,
        before=int(answer.before[code]),
        after=int(answer.after[code]),
        times=tuple(answer.times[code * TIMES : (code + 1) * TIMES].tolist()),
        days=tuple(answer.days[code * MOST_DAYS : (code + 1) * MOST_DAYS].tolist()),
        rated=int(answer.rated[code]),
        about=int(answer.about[code]),
        paid=int(answer.paid[code]),
    )
