"""Each fold again, as a plain-Python definition written to be read.

An oracle gets the journeys as lists of `Seen` (events up to the end of the period, with whether the selection counts
them) and returns the answer that the fold must give, cell by cell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from math import floor, log2
from typing import Any, NamedTuple

import numpy as np

from tests.folds import oracle_chain
from tests.folds.journals import NONE, Event
from tests.folds.oracle_alike import alike
from tests.folds.oracle_comebacks import comebacks
from tests.folds.oracle_conformance import conformance
from tests.folds.oracle_contribution import contribution
from tests.folds.oracle_daily import daily
from tests.folds.oracle_departures import departures
from tests.folds.oracle_features import features
from tests.folds.oracle_flow import flow
from tests.folds.oracle_loops import loops
from tests.folds.oracle_moves import moves
from tests.folds.oracle_outcomes import outcomes
from tests.folds.oracle_paths import paths
from tests.folds.oracle_retention import retention
from tests.folds.oracle_rhythm import lifecycle, stickiness
from tests.folds.oracle_segment import segment_of
from tests.folds.oracle_segment_trend import segment_trend
from tests.folds.oracle_silence import level, usual
from tests.folds.oracle_survival import survival
from tests.folds.oracle_usage import usage
from tests.folds.oracle_variants import variants
from wend.folds import computed as computed_fold, feelings as feelings_fold, histogram
from wend.folds.computed import ComputedAnswer, ComputedParams
from wend.folds.contract import NOT_COVERED, Cells
from wend.folds.dropoff import DropoffAnswer, DropoffParams
from wend.folds.feelings import FeelingsAnswer, FeelingsParams
from wend.folds.funnel import FunnelAnswer, FunnelParams
from wend.folds.holdings import BEHAVIOUR, FEELINGS, KINDS, TRANSACTIONS, HoldingsAnswer, HoldingsParams
from wend.folds.profile import LONGEST_GAP, MOST_DAYS, TIMES, ProfileAnswer, ProfileParams, blank as blank_profile
from wend.folds.promoters import PromotersAnswer, PromotersParams
from wend.folds.reach import ReachAnswer, ReachParams
from wend.folds.sessions import MOST_EVENTS, SessionsAnswer, SessionsParams
from wend.folds.stage_walk import Rules
from wend.folds.stages import StagesAnswer, StagesParams
from wend.folds.standing import StandingAnswer, StandingParams
from wend.folds.touchpoints import WEEK, TouchpointsAnswer, TouchpointsParams
from wend.folds.transitions import TransitionsAnswer, TransitionsParams


class Seen(NamedTuple):
    """An event, and whether it lies inside the selection."""

    event: Event
    counted: bool


Shown = Sequence[Sequence[Seen]]
BINS = histogram.BINS
DAY = 86_400


def plain_bin(value: int) -> int:
    """32 equal bins in every doubling above 1, one for 0."""
    if value <= 0:
        return 0
    octave = floor(log2(value)) if value < 2**31 else 31
    return BINS - 1 if octave == 31 else 1 + 32 * octave + (32 * value) // 2**octave - 32


def cells(counts: Mapping[int, int] | Iterable[int], size: int) -> Cells:
    """Counted places as an array."""
    out = np.zeros(size, np.int64)
    for place, count in Counter(counts).items():
        out[place] = count
    return out


def counted(shown: Shown) -> list[list[Event]]:
    """Only the events that count, of the customers who have any."""
    return [own for own in ([event for event, counts in journey if counts] for journey in shown) if own]


def funnel(shown: Shown, params: FunnelParams) -> FunnelAnswer:
    """Try every chain of events from every entry."""

    def does(event: Event, k: int) -> bool:
        return bool(params.steps[event.step] >> k & 1)

    def best(rest: Sequence[tuple[int, Event]], k: int, until: int) -> tuple[int, int]:
        """The most steps that can follow step k in time, and the place of the last of them, at the earliest."""
        follow = [n for n, (_, event) in enumerate(rest) if k < params.length and does(event, k) and event.at <= until]
        chains = [(1 + more, last or rest[n][0]) for n in follow for more, last in [best(rest[n + 1 :], k + 1, until)]]
        return max(chains, key=lambda chain: (chain[0], -chain[1]), default=(0, 0))

    deepest, seconds = [], []
    for journey in counted(shown):
        tries = []
        for i, entry in enumerate(journey):
            if does(entry, 0):
                more, last = best(list(enumerate(journey))[i + 1 :], 1, entry.at + params.window)
                tries.append((1 + more, -(last or i), i))
        depth, done, entered = max(tries, default=(0, 0, 0))  # completed first, from the latest entry that allows it
        deepest.append(depth)
        if depth == params.length:
            seconds.append(plain_bin(journey[-done].at - journey[entered].at))
    return FunnelAnswer(cells(deepest, params.length + 1), cells(seconds, BINS))


def transitions(shown: Shown, params: TransitionsParams) -> TransitionsAnswer:
    """All neighbouring pairs."""
    who: Counter[int] = Counter()
    times: Counter[int] = Counter()
    sums: Counter[int] = Counter()
    for journey in counted(shown):
        pairs = [(a.step * params.codes + b.step, b.at - a.at) for a, b in pairwise(journey)]
        who.update({edge for edge, _ in pairs})
        for edge, gap in pairs:
            times[edge * BINS + plain_bin(gap)] += 1
            sums[edge * BINS + plain_bin(gap)] += gap
    first, last = (cells([journey[place].step for journey in counted(shown)], params.codes) for place in (0, -1))
    ends = first, last, np.zeros(1, np.int64)
    nothing, edges = np.zeros(0, np.int64), params.codes**2
    if params.places == 0:
        size = edges * BINS
        return TransitionsAnswer(
            nothing,
            cells(who, edges),
            nothing,
            cells(times, size),
            *ends,
            cells(sums if params.totals else {}, size * params.totals),
        )
    packed = [
        np.array(column, np.int64)
        for column in (
            sorted(who),
            [who[key] for key in sorted(who)],
            sorted(times),
            [times[key] for key in sorted(times)],
            [sums[key] for key in sorted(times)],
        )
    ]
    return TransitionsAnswer(packed[0], packed[1], packed[2], packed[3], *ends, packed[4] if params.totals else nothing)


def stages_after(journey: Sequence[Event], rules: Rules) -> list[int]:
    """The stage after every event: the furthest one that has a rule with enough events so far."""
    out = []
    for i in range(len(journey)):
        fired = [0]
        for r, (need, stage) in enumerate(zip(rules.need, rules.stage, strict=True)):
            codes = {c for c in range(len(rules.first) - 1) if r in rules.rule[rules.first[c] : rules.first[c + 1]]}
            if sum(event.step in codes for event in journey[: i + 1]) >= need:
                fired.append(int(stage))
        out.append(max(fired))
    return out


def stages(shown: Shown, params: StagesParams) -> StagesAnswer:
    """Moves, visits and silences, each by comprehension."""
    n = params.rules.stages
    tallies: dict[str, list[int]] = {name: [] for name in StagesAnswer._fields}
    sums: Counter[int] = Counter()
    for journey in shown:
        if not any(counts for _, counts in journey):
            continue
        events = [event for event, _ in journey]
        after = stages_after(events, params.rules)
        tallies["now"].append(after[-1])
        tallies["ever"] += {stage for stage, (_, counts) in zip(after, journey, strict=True) if counts}
        for i in range(1, len(journey)):
            a, b = after[i - 1], after[i]
            silent = level(events[:i], events[i].at, params.silences)
            if journey[i].counted and silent:
                tallies["returned" if silent == 2 else "resumed"].append(a)
            if journey[i].counted and a != b:
                tallies["flow"].append(a * n + b)
                stay = events[i].at - events[after.index(a)].at
                tallies["seconds"].append(a * BINS + plain_bin(stay))
                sums[a * BINS + plain_bin(stay)] += stay
        silent = level(events, params.as_of, params.silences)
        if silent:
            tallies["left" if silent == 2 else "slowing"].append(after[-1])
    sizes = {"flow": n * n, "seconds": n * BINS}
    counts = {name: cells(places, sizes.get(name, n)) for name, places in tallies.items() if name != "totals"}
    return StagesAnswer(**counts, totals=cells(sums, n * BINS))


def sessions(shown: Shown, params: SessionsParams) -> SessionsAnswer:
    """Cut every journey where the silence is longer than the gap."""
    sizes, lengths, each = [], [], []
    for journey in counted(shown):
        cuts = [0, *(i for i in range(1, len(journey)) if journey[i].at - journey[i - 1].at > params.gap), len(journey)]
        visits = [journey[a:b] for a, b in pairwise(cuts)]
        each.append(len(visits))
        sizes += [len(visit) for visit in visits]
        lengths += [plain_bin(visit[-1].at - visit[0].at) for visit in visits]
    people = np.array([len(each)], np.int64)
    return SessionsAnswer(people, cells(sizes, MOST_EVENTS + 1), cells(lengths, BINS), cells(each, MOST_EVENTS + 1))


def touchpoints(shown: Shown, params: TouchpointsParams) -> TouchpointsAnswer:
    """Every event with the stage after it; customers as sets."""
    n, s = params.codes, params.rules.stages
    events: list[int] = []
    customers: list[int] = []
    people: list[int] = []
    follows: list[int] = []
    trend: list[int] = []
    for journey in shown:
        after = stages_after([event for event, _ in journey], params.rules)
        placed = [e.step * s + stage for (e, counts), stage in zip(journey, after, strict=True) if counts]
        own = [event for event, counts in journey if counts]
        events += placed
        customers += set(placed)
        people += {event.step for event in own}
        follows += [a.step * n + b.step for a, b in pairwise(own)]
        weeks = [(event.step, (event.at - params.origin) // WEEK) for event in own]
        trend += [step * params.weeks + week for step, week in weeks if 0 <= week < params.weeks]
    counts = (
        (events, n * s),
        (customers, n * s),
        (people, n),
        (follows, n * n * params.follow),
        (trend, n * params.weeks),
    )
    return TouchpointsAnswer(*(cells(places, size) for places, size in counts))


def feelings(shown: Shown, params: FeelingsParams) -> FeelingsAnswer:
    """Every rating at the touchpoint it speaks about and in the stage before it."""
    said: dict[str, Counter[int]] = {"rating": Counter(), "expectation": Counter()}
    for journey in shown:
        events = [event for event, _ in journey]
        after = stages_after(events, params.rules)
        before = [*after[:1], *after]
        for i, (event, counts) in enumerate(journey):
            places = [e.step for e in events[:i] if e.rating == e.expectation == NONE]
            steps = [event.about, *reversed(places), event.step]
            place = next((code for code in steps if code != NOT_COVERED), params.codes)
            for kind, tally in said.items():
                value = getattr(event, kind)
                if counts and value != NONE:
                    at = (place * params.rules.stages + before[i]) * feelings_fold.WIDTH
                    level = min(4, max(0, floor(value / 100 + 0.5) + 2))
                    tally.update({at: 1, at + 1: value, at + 2: value**2, at + 3 + level: 1})
    size = (params.codes + 1) * params.rules.stages * feelings_fold.WIDTH
    return FeelingsAnswer(cells(said["rating"], size), cells(said["expectation"], size))


def dropoff(shown: Shown, params: DropoffParams) -> DropoffAnswer:
    """Each customer at their last counted step, silent since their last event of any kind."""
    tallies: dict[str, list[int]] = {name: [] for name in DropoffAnswer._fields}
    for journey in shown:
        after = stages_after([event for event, _ in journey], params.rules)
        own = [(event.step, stage) for (event, counts), stage in zip(journey, after, strict=True) if counts]
        if own:
            tallies["there"] += {step for step, _ in own}
            tallies["there_stage"] += {stage for _, stage in own}
            state = "stopped" if params.as_of - journey[-1].event.at >= params.silence else "pending"
            tallies[state].append(own[-1][0])
            tallies[f"{state}_stage"].append(after[-1])
            tallies["where"] += [own[-1][0] * params.rules.stages + after[-1]] if state == "stopped" else []
    n, s = params.codes, params.rules.stages
    sizes = zip(DropoffAnswer._fields, (n, n, n, s, s, s, n * s), strict=True)
    return DropoffAnswer(**{name: cells(tallies[name], size) for name, size in sizes})


def reach(shown: Shown, params: ReachParams) -> ReachAnswer:
    """The first event of every kind."""
    events: list[int] = []
    customers: list[int] = []
    seconds: list[int] = []
    for journey in counted(shown):
        events += [event.step for event in journey]
        firsts = {step: next(event.at for event in journey if event.step == step) for step in {e.step for e in journey}}
        customers += firsts
        seconds += [step * BINS + plain_bin(at - journey[0].at) for step, at in firsts.items()]
    n = params.codes
    return ReachAnswer(cells(events, n), cells(customers, n), cells(seconds, n * BINS))


def profile(shown: Shown, params: ProfileParams) -> ProfileAnswer:
    """Everything about one event name, customer by customer."""
    tallies: dict[str, list[int]] = {name: [] for name in ProfileAnswer._fields}
    for own in counted(shown):
        codes, days = [event.step for event in own], [event.at // DAY for event in own]
        turn = next((i for i, code in enumerate(codes) if params.turn[code]), None)
        tallies["events"] += codes
        tallies["customers"] += set(codes)
        tallies["starts"].append(codes[0])
        tallies["ends"].append(codes[-1])
        tallies["channel"] += [event.step * params.channels + event.channel for event in own]
        tallies["rated"] += [event.step for event in own if event.rating != NONE]
        tallies["about"] += [event.about for event in own if event.rating != NONE and event.about != NOT_COVERED]
        tallies["paid"] += [event.step for event in own if event.amount > 0]
        tallies["gaps"] += [min(b - a, LONGEST_GAP) for a, b in pairwise(sorted(set(days)))]
        tallies["active"] += [0] if len(set(days)) > 1 else []
        if turn is not None:
            tallies["before"] += codes[:turn]
            tallies["after"] += codes[turn + 1 :]
        for code in set(codes):
            places = [i for i, other in enumerate(codes) if other == code]
            usual = 500 if len(own) == 1 else 1000 * sum(places) // (len(places) * (len(own) - 1))
            tallies["position"] += [code] * usual
            tallies["times"].append(code * TIMES + min(len(places), TIMES - 1))
            tallies["days"].append(code * MOST_DAYS + min(len({days[i] for i in places}), MOST_DAYS - 1))
    blank = blank_profile(params)
    return ProfileAnswer(**{name: cells(tallies[name], len(getattr(blank, name))) for name in tallies})


def holdings(shown: Shown, params: HoldingsParams) -> HoldingsAnswer:
    """What every event holds, as sets of (kind, stage) by customer."""
    n = params.rules.stages
    customers: list[int] = []
    money: Counter[int] = Counter()
    payments: list[int] = []
    for journey in shown:
        events = [event for event, _ in journey]
        after = stages_after(events, params.rules)
        held: set[int] = set()
        for i, (event, counts) in enumerate(journey):
            felt = event.rating != NONE or event.expectation != NONE
            if counts and felt:
                held.add(FEELINGS * n + after[max(0, i - 1)])
            if counts and event.amount:
                held.add(TRANSACTIONS * n + after[i])
                money[after[i]] += event.amount
                payments.append(after[i])
            if counts and not event.amount and not felt:
                held.add(BEHAVIOUR * n + after[i])
        customers += held
    return HoldingsAnswer(cells(customers, KINDS * n), cells(money, n), cells(payments, n))


def promoters(shown: Shown, params: PromotersParams) -> PromotersAnswer:
    """Every answer to the question, in the stage before it."""
    said: list[tuple[int, int]] = []
    for journey in shown:
        after = stages_after([event for event, _ in journey], params.rules)
        for i, (event, counts) in enumerate(journey):
            if counts and event.rating != NONE and params.asked[event.step]:
                said.append((after[max(0, i - 1)], event.rating))
    n = params.rules.stages
    kinds = ([s for s, _ in said], [s for s, r in said if r >= 160], [s for s, r in said if r <= 40])
    return PromotersAnswer(*(cells(kind, n) for kind in kinds))


def computed(shown: Shown, params: ComputedParams) -> ComputedAnswer:
    """Each measure in its own words."""
    told: list[tuple[int, int]] = []
    for journey in counted(shown):
        own = [event for event in journey if event.step != NOT_COVERED and event.at >= params.from_at]
        values = [event.amount for event in own]
        last_of = {value: place for place, value in enumerate(values)}
        most = max(last_of, key=lambda value: (values.count(value), last_of[value]), default=0)
        told += {
            computed_fold.COUNT: [(len(own), 1)],
            computed_fold.SUM: [(sum(values), 1)],
            computed_fold.AVERAGE: [(sum(values), len(values))] if values else [],
            computed_fold.FIRST: [(values[0], 1)] if values else [],
            computed_fold.LAST: [(values[-1], 1)] if values else [],
            computed_fold.MOST: [(most, 1)] if values else [],
            computed_fold.SINCE: [(max(0, params.as_of - own[-1].at), 1)] if own else [],
        }[params.measure]
    sums = (len(told), sum(n for n, _ in told), sum(d for _, d in told), 0)
    return ComputedAnswer(*(np.array([each], np.int64) for each in sums))


def standing(shown: Shown, params: StandingParams) -> StandingAnswer:
    """The stage after everything the customer did, for those of whom something counts."""
    lives = [
        [seen.event for seen in journey]
        for journey in shown
        if any(seen.counted and seen.event.step != NOT_COVERED for seen in journey)
    ]
    stood = [stages_after(life, params.rules)[-1] for life in lives]
    silences = params.silences
    usuals = [usual([event for event in life if event.step != NOT_COVERED], silences.season) for life in lives]
    slow = [0 if pause is None or not silences.times else pause * silences.times // 1_000 + 1 for pause in usuals]
    return StandingAnswer(*(np.array([each], np.int64) for each in (len(lives), sum(stood), sum(slow))))


ORACLES: dict[str, Callable[[Shown, Any], Any]] = {
    "funnel": funnel,
    "transitions": transitions,
    "sessions": sessions,
    "stages": stages,
    "touchpoints": touchpoints,
    "feelings": feelings,
    "dropoff": dropoff,
    "reach": reach,
    "profile": profile,
    "holdings": holdings,
    "promoters": promoters,
    "computed": computed,
    "standing": standing,
    "variants": variants,
    "alike": alike,
    "conformance": conformance,
    **oracle_chain.ORACLES,
    "paths": paths,
    "loops": loops,
    "departures": departures,
    "retention": retention,
    "survival": survival,
    "lifecycle": lifecycle,
    "comebacks": comebacks,
    "flow": flow,
    "moves": moves,
    "usage": usage,
    "stickiness": stickiness,
    "features": features,
    "daily": lambda shown, params: daily(shown, params, plain_bin),
    "contribution": contribution,
    "outcomes": outcomes,
    "segment": segment_of,
    "segment_trend": segment_trend,
}
