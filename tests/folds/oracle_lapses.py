"""Folds that know stages, where time alone changes them, in plain words: over moments, not over events.

A *moment* of a customer is an event, or a second at which time alone leads elsewhere. A fold that is not shown what no
touchpoint covers learns of such an event as of the passing of time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np

from tests.folds.journals import NONE, Event
from tests.folds.oracle_silence import level, usual
from tests.folds.oracles import BINS, cells, plain_bin
from wend.domain.selection import Selection
from wend.folds.flow import FlowAnswer, FlowParams, places
from wend.folds.holdings import BEHAVIOUR, FEELINGS, KINDS, TRANSACTIONS, HoldingsAnswer, HoldingsParams
from wend.folds.moves import LEVELS, MovesAnswer, MovesParams
from wend.folds.promoters import PromotersAnswer, PromotersParams
from wend.folds.stages import StagesAnswer, StagesParams
from wend.folds.standing import StandingAnswer, StandingParams
from wend.folds.survival import SurvivalAnswer, SurvivalParams


@dataclass(frozen=True)
class Moment:
    """When, the event (None: nothing happens) and its touchpoint's code (None: not covered), where the customer stands
    from then on in each of two sets, whether the event is inside the selection, and whether a move counts.
    """

    at: int
    event: Event | None
    code: int | None
    stands: tuple[int, int]
    inside: bool = False
    counts: bool = False

    @property
    def covered(self) -> bool:
        return self.code is not None


Story = Sequence[Moment]


def chosen(story: Story, selection: Selection, channels: Sequence[int]) -> list[Moment]:
    """What lies before the end of the selection. An event counts inside it; what time does counts inside the period, if
    the next covered event counts, or any before it.
    """
    told = [moment for moment in story if moment.at < selection.to_at]

    def inside(moment: Moment) -> bool:
        return moment.event is not None and moment.event.channel in channels and moment.at >= selection.from_at

    found = []
    for place, moment in enumerate(told):
        following = [each for each in told[place:] if each.covered][:1]
        near = any(each.covered and inside(each) for each in (*told[:place], *following))
        counts = inside(moment) if moment.covered else near and moment.at >= selection.from_at
        found.append(replace(moment, inside=inside(moment), counts=counts))
    return found


def counted(stories: Sequence[Story]) -> Iterator[list[Moment]]:
    """The customers with a covered event that counts, from their first covered event on."""
    for story in stories:
        if any(moment.covered and moment.counts for moment in story):
            first = next(place for place, moment in enumerate(story) if moment.covered)
            yield list(story[first:])


def events(story: Story) -> list[Event]:
    """The covered events."""
    return [moment.event for moment in story if moment.covered and moment.event]


def stage_at(story: Story, now: int, place: int = 0) -> int:
    """The stage at the end of a second."""
    return [moment.stands[place] for moment in story if moment.at <= now][-1]


def stages(stories: Sequence[Story], params: StagesParams) -> StagesAnswer:
    """Every move between neighbouring moments."""
    n = params.rules.stages
    tallies: dict[str, list[int]] = {name: [] for name in StagesAnswer._fields}
    sums: Counter[int] = Counter()
    for story in counted(stories):
        now, silent = story[-1].stands[0], level(events(story), params.as_of, params.silences)
        tallies["now"].append(now)
        tallies[("ever", "slowing", "left")[silent]] += [now] * (silent > 0)
        ever, entered = {story[0].stands[0]} if story[0].counts else set(), story[0].at
        for place, (before, moment) in enumerate(pairwise(story), 1):
            a, b = before.stands[0], moment.stands[0]
            if moment.covered and moment.counts:
                ever.add(b)
                ended = level(events(story[:place]), moment.at, params.silences)
                tallies[("ever", "resumed", "returned")[ended]] += [a] * (ended > 0)
            if a != b:
                if moment.counts:
                    ever.add(b)
                    cell = a * BINS + plain_bin(moment.at - entered)
                    tallies["flow"].append(a * n + b)
                    tallies["seconds"].append(cell)
                    sums[cell] += moment.at - entered
                entered = moment.at
        tallies["ever"] += ever
    sizes = {"flow": n * n, "seconds": n * BINS}
    counts = {name: cells(rows, sizes.get(name, n)) for name, rows in tallies.items() if name != "totals"}
    return StagesAnswer(**counts, totals=cells(sums, n * BINS))


def flow(stories: Sequence[Story], params: FlowParams) -> FlowAnswer:
    """The place at both moments, and every step down after the first."""
    n, moved, back = params.rules.stages, list[int](), list[int]()
    for story in counted(stories):

        def place(now: int, story: Story = story) -> int:
            by_then = [moment for moment in story if moment.at <= now]
            if not by_then:
                return 0
            return 1 + 3 * stage_at(story, now) + level(events(by_then), now, params.silences)

        moved.append(place(params.at) * places(params) + place(params.as_of))
        steps = [(a.stands[0], b.stands[0]) for a, b in pairwise(story) if b.counts and b.at > params.at]
        back += {before * n + after for before, after in steps if after < before}
    return FlowAnswer(cells(moved, places(params) ** 2), cells(back, n * n))


def standing(stories: Sequence[Story], params: StandingParams) -> StandingAnswer:
    """The stage at the end."""
    lives = list(counted(stories))
    pauses = [usual(events(story), params.silences.season) for story in lives]
    times = params.silences.times
    slow = sum(0 if pause is None or not times else pause * times // 1_000 + 1 for pause in pauses)
    sums = (len(lives), sum(story[-1].stands[0] for story in lives), slow)
    return StandingAnswer(*(np.array([each], np.int64) for each in sums))


def moves(stories: Sequence[Story], params: MovesParams) -> MovesAnswer:
    """The stage of both sets at the end."""
    rows = []
    for story in counted(stories):
        silences = (params.silences_today, params.silences)
        rows.append((*story[-1].stands, *(level(events(story), params.as_of, each) for each in silences)))
    n, m = params.today.stages, params.edited.stages
    return MovesAnswer(
        cells([a * m + b for a, b, _, _ in rows], n * m),
        cells([was * LEVELS + now for _, _, was, now in rows], LEVELS * LEVELS),
        cells([a * LEVELS + was for a, _, was, _ in rows], n * LEVELS),
        cells([b * LEVELS + now for _, b, _, now in rows], m * LEVELS),
        np.array([sum(int(params.same[a]) != b for a, b, _, _ in rows)]),
    )


def survival(stories: Sequence[Story], params: SurvivalParams) -> SurvivalAnswer:
    """From the first moment in the stage to the first one out of it, or to an event that ends it."""
    answer = SurvivalAnswer(*(np.zeros(params.groups * params.most, np.int64) for _ in range(2)))
    for story in counted(stories):
        there = [moment.stands[0] == params.stage for moment in story]
        moved = [True, *(a.stands[0] != b.stands[0] or b.covered for a, b in pairwise(story))]
        old = any(here and known and m.at < params.from_at for here, known, m in zip(there, moved, story, strict=True))
        begins = [k for k, moment in enumerate(story) if there[k] and moved[k] and moment.counts]
        if old or not begins:
            continue
        later = [(k, moment) for k, moment in enumerate(story) if k > begins[0] and moment.counts]
        left = [m.at for k, m in later if moved[k] and not there[k]]
        over = left if params.leaving else [m.at for _, m in later if m.code is not None and params.ends[m.code]]
        units = min(((over or [params.as_of])[0] - story[begins[0]].at) // params.unit, params.most - 1)
        group = events(story)[0].channel if params.groups > 1 else 0
        (answer.ended if over else answer.open)[group * params.most + units] += 1
    return answer


def holdings(stories: Sequence[Story], params: HoldingsParams) -> HoldingsAnswer:
    """Feelings before the event, anything else after it; of events that no touchpoint covers too."""
    n, customers, money, payments = params.rules.stages, list[int](), Counter[int](), list[int]()
    for story in stories:
        held = set()
        for place, moment in enumerate(story):
            if (event := moment.event) is None or not moment.inside:
                continue
            felt = event.rating != NONE or event.expectation != NONE
            begun = any(each.event for each in story[:place])
            if felt:
                held.add(FEELINGS * n + (story[place - 1] if begun else moment).stands[0])
            if event.amount:
                held.add(TRANSACTIONS * n + moment.stands[0])
                money[moment.stands[0]] += event.amount
                payments.append(moment.stands[0])
            elif not felt:
                held.add(BEHAVIOUR * n + moment.stands[0])
        if any(moment.covered and moment.counts for moment in story):
            customers += held
    return HoldingsAnswer(cells(customers, KINDS * n), cells(money, n), cells(payments, n))


def promoters(stories: Sequence[Story], params: PromotersParams) -> PromotersAnswer:
    """Every answer, in the stage right before it."""
    n, said = params.rules.stages, list[tuple[int, int]]()
    for story in counted(stories):
        for place, moment in enumerate(story):
            asked = moment.counts and moment.code is not None and params.asked[moment.code]
            if asked and moment.event and moment.event.rating != NONE:
                said.append((story[max(0, place - 1)].stands[0], moment.event.rating))
    kinds = ([s for s, _ in said], [s for s, r in said if r >= 160], [s for s, r in said if r <= 40])
    return PromotersAnswer(*(cells(kind, n) for kind in kinds))


ORACLES: dict[str, Any] = {
    "stages": stages,
    "flow": flow,
    "standing": standing,
    "moves": moves,
    "survival": survival,
    "holdings": holdings,
    "promoters": promoters,
}
