"""The whole search: every comparison once, corrected for their number, only what is worse and matters, one
obstacle per cause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from wend.maps.obstacles.attempts import Attempts, Kind, Outcome
from wend.maps.obstacles.candidates import candidates
from wend.maps.obstacles.context import Context
from wend.maps.obstacles.contrasting import Contrast, contrast
from wend.maps.obstacles.departures import Leg, dropoffs, incidents, legs
from wend.maps.obstacles.grouping import concentrated, survives
from wend.maps.obstacles.lay import Lay
from wend.maps.obstacles.outcomes import Outcomes
from wend.maps.obstacles.overlap import same_cause, same_days, struck
from wend.maps.obstacles.pooling import pooled
from wend.maps.obstacles.tested import Tested
from wend.methods.correction import LEVEL, holm

MOST = 12
FIRST_THE_CAUSE: tuple[Kind, ...] = ("incident", "late", "order", "encounter", "slow", "repeat", "dropoff", "slowing")
"""Where two exposures tell one story, the earlier of these is its cause: a complaint comes of the late parcel, not
the other way round.
"""


@dataclass(frozen=True)
class Finding:
    """One obstacle: the strongest comparison of its cause, and the others that tell the same story."""

    chief: Tested
    group: str
    customers: int
    at_risk: int
    weight: float
    also: list[Tested] = field(default_factory=list)


@dataclass(frozen=True)
class Study:
    """All findings of a context, the worst first, and how many comparisons were made."""

    context: Context
    lay: Lay
    outcomes: Outcomes
    findings: tuple[Finding, ...]
    tests: int


def study(context: Context) -> Study:
    """Search the log. The same context gives the same study."""
    lay = Lay(context)
    outcomes = Outcomes(context, lay)
    if len(context.path.at) == 0 or not context.real.any():
        return Study(context, lay, outcomes, (), 0)
    tried: list[Tested] = []
    count: list[int] = []
    for attempts in candidates(outcomes):
        tried.extend(_asked(context, attempts))
    count.append(len(tried))
    for leg in legs(context, lay):
        tried.extend(_departures(context, lay, leg, count))
    tests = sum(count)
    shown = [each for each in _corrected(tried, tests) if each.p_adjusted <= LEVEL and each.matters]
    shown = [each for each in shown if survives(context, each.attempts, each.outcome, each.found)]
    return Study(context, lay, outcomes, _one_per_cause(context, pooled(context, shown), tests), tests)


def _asked(context: Context, attempts: Attempts) -> Iterator[Tested]:
    owner = context.owner[attempts.place]
    for outcome, values in attempts.outcomes.items():
        found = contrast(values, attempts.hit, attempts.strata(context, outcome), owner)
        if found is not None and not _restates(outcome, found):
            yield Tested(attempts, outcome, found, found.p)


def _restates(outcome: Outcome, found: Contrast) -> bool:
    """Nobody at all who was hit comes further: the exposure is the end itself (a cancelled order is never
    delivered), not its cause.
    """
    return outcome == "next_step" and found.hit_mean < 0.005 and found.hit_n >= 50


def _departures(context: Context, lay: Lay, leg: Leg, count: list[int]) -> Iterator[Tested]:
    if not lay.company[leg.b]:  # what the company leaves undone is not the customer leaving
        for attempts in dropoffs(context, leg, count):
            yield from _asked(context, attempts)
    best: Tested | None = None
    best_score = 0.0
    for incident in incidents(context, leg, count):
        rows = incident.attempts
        strata = rows.strata(context, "next_step")
        found = contrast(rows.outcomes["next_step"], rows.hit, strata, context.owner[rows.place], always=True)
        if found is not None and incident.score > best_score:
            best_score = incident.score
            best = Tested(
                rows, "next_step", found, max(found.p, incident.p), began=incident.began, ended=incident.ended
            )
    if best is not None:
        yield best


def _corrected(tried: list[Tested], tests: int) -> list[Tested]:
    adjusted = holm(np.asarray([each.p for each in tried], np.float64), tests)
    return [replace(each, p_adjusted=float(p)) for each, p in zip(tried, adjusted, strict=True)]


def _one_per_cause(context: Context, shown: list[Tested], tests: int) -> tuple[Finding, ...]:
    """Causes first, then by weight; what is the same story joins it, what vanishes without the customers already
    hit is dropped.
    """
    accepted: list[Finding] = []
    for group in sorted(_by_exposure(shown), key=lambda group: _rank(context, group[0])):
        if not _joined(context, group, accepted) and _remains(context, group[0], accepted, tests):
            accepted.append(_finding(context, group))
    return tuple(sorted(accepted, key=lambda each: -each.weight)[:MOST])


def _rank(context: Context, each: Tested) -> tuple[int, float]:
    """Causes before consequences; incidents by how clear they are, everything else by weight."""
    found = each.found
    clear = found.effect / max(found.high - found.low, 1e-9)
    kind = each.attempts.kind
    return FIRST_THE_CAUSE.index(kind), clear if kind == "incident" else -_weight(context, each)


def _by_exposure(shown: list[Tested]) -> list[list[Tested]]:
    """Comparisons of one exposure together, the one that says most first (money last: it follows from the others)."""
    groups: dict[tuple[str, int, int, str], list[Tested]] = {}
    for each in shown:
        groups.setdefault(each.attempts.key, []).append(each)
    return [sorted(group, key=lambda each: (each.outcome == "money", -each.loss)) for group in groups.values()]


def _weight(context: Context, each: Tested) -> float:
    """Customers hit × what each loses."""
    return len(np.unique(context.owner[each.attempts.place[each.attempts.hit]])) * each.loss


def _joined(context: Context, group: list[Tested], accepted: list[Finding]) -> bool:
    mine = group[0].attempts
    for finding in accepted:
        theirs = finding.chief.attempts
        if same_days(mine, theirs, context) or same_cause(mine, struck(context, mine, theirs)):
            finding.also.extend(group)
            return True
    return False


def _remains(context: Context, each: Tested, accepted: list[Finding], tests: int) -> bool:
    """Is the effect still there among attempts that no accepted obstacle touched?"""
    mine = each.attempts
    touched = np.zeros(len(mine.place), np.bool_)
    for finding in accepted:
        touched |= struck(context, mine, finding.chief.attempts)
    if not touched.any():
        return True
    rest = mine.only(~touched)
    strata = rest.strata(context, each.outcome)
    found = contrast(rest.outcomes[each.outcome], rest.hit, strata, context.owner[rest.place])
    return found is not None and found.p * tests <= LEVEL and replace(each, found=found).matters


def _finding(context: Context, group: list[Tested]) -> Finding:
    chief = group[0]
    mine, owner = chief.attempts, context.owner
    hit, everybody = np.unique(owner[mine.place[mine.hit]]), np.unique(owner[mine.place])
    named = mine.group or concentrated(context, mine)
    return Finding(chief, named, len(hit), len(everybody), len(hit) * chief.loss, list(group[1:]))
