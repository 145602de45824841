"""Random customers, logs and conditions, each from a seed: small, so that what is rare in life is common here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

import numpy as np
import pyarrow as pa

from tests.conditions.oracle import Customer, Known
from tests.folds.journals import Event, MemoryWords, journal
from wend.conditions import standing
from wend.conditions.codecs import BESIDE
from wend.conditions.facts import Facts
from wend.conditions.journey import Happened, Journey
from wend.conditions.limits import MOST_LEAVES
from wend.conditions.resolving import resolved
from wend.conditions.season import season_of
from wend.conditions.shorts import Computation
from wend.conditions.tree import (
    EVER,
    Account,
    Answer,
    Compared,
    Computed,
    Condition,
    Consent,
    Day,
    Did,
    End,
    Frame,
    Group,
    Happening,
    Identified,
    InList,
    InOrder,
    InSegment,
    Leaf,
    Measure,
    Number,
    Of,
    Range,
    Share,
    Silent,
    Slower,
    Stage,
    Step,
    Test,
    Trait,
    every_leaf,
)
from wend.domain.event import Scale
from wend.domain.names import Name
from wend.domain.season import Period, Seasons
from wend.domain.stage import Stage as StageOf, StageRule, StageSet
from wend.domain.touchpoint import EventRule, Touchpoint
from wend.engines.lens import lens_of
from wend.engines.machine import Machine
from wend.engines.marking import World
from wend.engines.standing import belonging
from wend.folds.stage_walk import rules
from wend.log.facade import CURRENCY, Property

HOUR, DAY = 3_600, 86_400
START = 1_709_164_800
"""29 February 2024, midnight in UTC."""
WORDS = MemoryWords(("a", "b", "c", "d"), ("", "web", "shop"))
ZONE = "Asia/Ho_Chi_Minh"
GAPS = (0, 0, 1, 60, 1_799, 1_800, HOUR, HOUR, DAY, DAY, DAY - 1, 3 * DAY, 30 * DAY)
WINDOWS = (1, 60, HOUR, DAY, 2 * DAY, 7 * DAY, 30 * DAY)
PRICES = ("1", "2", "2.5", "2.5005", "1e1", " 2 ", "nan", "abc", "", "-3", "1_000")
CITIES = ("Hà Nội", "ha noi", "Hà Nội", "HÀ NỘI", "Huế", "Đà Nẵng", "da nang", "  ", "5")
DAYS = ("2000-02-29", "1990-03-05", "2024-03-02", "1999-12-31T10:00:00Z")
BIRTHDAYS = (*DAYS, "soon", "", "5/3/1990", "29/02/2000", "02/29/2000", "2024", "1990")
TOUCHPOINTS = (
    Touchpoint("look", Name("Look", "Xem"), "web", EventRule(("a", "b"), ("web",))),
    Touchpoint("buy", Name("Buy", "Mua"), "shop", EventRule(("b", "c"))),
)
STAGES = StageSet(
    "short",
    Name("Short", "Ngắn"),
    (
        StageOf("new", Name("New", "Mới")),
        StageOf("warm", Name("Warm", "Ấm"), (StageRule(("look", "buy"), 2),)),
        StageOf("loyal", Name("Loyal", "Thân thiết"), (StageRule(("buy",), 3), StageRule(("look",), 5))),
    ),
)
SCALES: tuple[Scale, ...] = ("nps", "stars5")
COMPARABLE = (
    *(Of("property", "price"), Of("property", "city")) * 2,
    *(Of("field", "amount"), Of("field", "rating"), Of("field", "channel"), Of("field", "amount", "VND")),
)
LISTS = ("invited", "met")
SEGMENTS: dict[str, Condition] = {
    "busy": Did(Happening("event", ("a", "b")), Range(2), Frame(2 * DAY)),
    "quiet": Group("none", (InSegment("busy"), Did(Happening("event", ("c",))))),
    "chosen": Group("any", (InList("met"), InSegment("quiet"))),
    "still": Silent(Happening("event", ("b",)), DAY),
    "slow": Group("all", (Slower(Happening("anything"), 1_000), Did(Happening("touchpoint", ("look", "buy"))))),
    "gave": Measure("sum", Happening("anything"), Of("field", "amount"), Range(5_000), Frame(HOUR)),
    "ordered": InOrder((Step(Happening("event", ("a",))), Step(Happening("event", ("b", "c")))), None, Frame(7 * DAY)),
    "spends": Computed(Test("trait", "usual", "at_least", (Number(5_000),))),
}
DATED = tuple(key for key in SEGMENTS if key != "chosen")
"""Segments of which it can be told when they are entered and left."""


SETS = {
    "halves": StageSet(
        "halves",
        Name("Halves", "Nửa"),
        (
            StageOf("first", Name("First", "Đầu"), (StageRule(("look",), 1),)),
            StageOf("second", Name("Second", "Sau"), (StageRule(("look", "buy"), 4),)),
        ),
    )
}
COMPUTED = {
    "times": Computation("count", Happening("event", ("a", "b")), seconds=2 * DAY + 1),
    "spent": Computation("sum", Happening("anything"), Of("property", "price")),
    "usual": Computation("average", Happening("event", ("b", "c")), Of("field", "amount"), 30 * DAY + 1),
    "came": Computation("first", Happening("anything"), Of("property", "city")),
    "since": Computation("days_since", Happening("touchpoint", ("buy",)), seconds=30 * DAY + 1),
}


KINDS = ("event", "event", "event", "event", "touchpoint", "anything", "stage", "entered_segment", "left_segment")


@dataclass(frozen=True)
class Log:
    """Some customers, as every reader wants them."""

    names: list[str]
    lives: list[list[Happened]]
    traits: list[dict[str, str]]
    lists: dict[str, set[str]]
    known: list[Known]
    world: World
    paces: dict[int, int]
    passed: dict[tuple[int, str], list[tuple[int, int | None, int]]] = field(default_factory=dict)
    """When customers entered and left segments, where that was found already."""

    def journey(self, who: int, random: Random) -> Journey:
        """The customer live: events in any order, some of them twice."""
        events = [*self.lives[who], *random.sample(self.lives[who], random.randint(0, len(self.lives[who])))]
        random.shuffle(events)
        lists = frozenset(key for key, listed in self.lists.items() if self.names[who] in listed)
        known = self.known[who]
        beside = (known.told, known.accounts, known.kinds, known.consents, lists)
        season = self.world.facts.season()
        read = standing.entered
        return Journey(
            self.names[who], events, self.traits[who], STAGES, ZONE, SETS, *beside, standing=read, season=season
        )

    def customer(self, who: int, now: int) -> Customer:
        """The customer of the oracle."""
        beside = (self.lists, SEGMENTS, self.known[who], self.paces)
        return Customer(self.names[who], self.lives[who], self.traits[who], {"": STAGES, **SETS}, ZONE, now, *beside)


def log(random: Random) -> Log:
    """Up to five customers, whose events came late and in any order."""
    return log_of(random, [_life(random, 1_000 * who) for who in range(random.randint(1, 5))])


def log_of(random: Random, lives: list[list[Happened]]) -> Log:
    """Customers who did these things."""
    traits = [_traits(random) for _ in lives]
    ordered = [sorted(life, key=lambda event: event.order) for life in lives]
    rows = [
        [
            Event(
                WORDS.events.index(event.name),
                event.at,
                WORDS.channels.index(event.channel),
                -32768 if event.rating is None else event.rating,
                amount=event.amount,
            )
            for event in life
        ]
        for life in ordered
    ]
    buckets = random.randint(1, 2)
    columns = {name: [each.get(name) for each in traits] for name in ("city", "born", "timezone")}
    made = journal(rows, buckets, WORDS, columns)
    lens = lens_of(TOUCHPOINTS, WORDS, "lens")
    staged = rules([[0, 1], [1], [0]], [2, 3, 5], [1, 2, 2], 3, 2)

    @cache
    def property_of(name: str) -> Property:
        texts = [[_text(event, name) for event in life] for life in ordered]
        values = sorted({text for life in texts for text in life if text is not None})
        codes = []
        for number in range(buckets):
            mine = [text for life in texts[number::buckets] for text in life]
            codes.append(np.array([-1 if text is None else values.index(text) for text in mine], np.int32))
        return Property(name, pa.array(values, pa.string()), tuple(codes))

    names = [f"c{who}" for who in range(len(lives))]
    lists = {key: {"stranger", *random.sample(names, random.randint(0, len(names)))} for key in LISTS}
    known = [_known(random, each) for each in traits]
    seasons = _seasons(random)
    facts = replace(_facts(names, lists, known), season=lambda: season_of(seasons, ZONE))
    others = {"halves": (rules([[0], [0, 1]], [1, 4], [0, 1], 2, 2), ("first", "second"))}
    world = World(
        Machine(made, threads=1),
        lens,
        staged,
        ("new", "warm", "loyal"),
        property_of,
        ZONE,
        facts,
        others.__getitem__,
        belonging=belonging,
    )
    return Log(names, ordered, traits, lists, known, world, paces_of(seasons))


def _seasons(random: Random) -> Seasons:
    """Up to two times in and around the days of a log, of any pace; mostly none."""
    periods = []
    for number in range(random.choice((0, 0, 1, 2))):
        first = date(2024, 2, 28) + timedelta(days=random.randint(0, 40))
        last = first + timedelta(days=random.choice((0, 1, 6, 20)))
        pace = random.choice((0, 1, 30, 100, 150, 200))
        name = Name(f"p{number}", f"p{number}")
        periods.append(Period(f"p{number}", name, "once", first.isoformat(), last.isoformat(), pace))
    return Seasons(tuple(periods))


def paces_of(seasons: Seasons) -> dict[int, int]:
    """The pace of every day that is not usual, days counted from 1970 where the business is (seven hours ahead)."""
    found: dict[int, int] = {}
    for period in seasons.periods:
        first, last = (date.fromisoformat(day).toordinal() - 719_163 for day in (period.first, period.last))
        for day in range(first, last + 1):
            found[day] = min(period.pace, found.get(day, 1_000))
    return found


def _known(random: Random, traits: dict[str, str]) -> Known:
    accounts = [{name: random.choice(CITIES) for name in ("trade",) if random.random() < 0.7} for _ in range(2)]
    states: tuple[Any, ...] = ("granted", "withdrawn")
    changes = sorted(random.sample(range(START, START + 20 * DAY, 3 * HOUR), random.randint(0, 3)))
    return Known(
        {name: START + random.choice((0, DAY, 2 * DAY, 9 * DAY)) for name in traits if random.random() < 0.8},
        accounts[: random.randint(0, 2)],
        frozenset(random.sample(("email", "phone"), random.randint(0, 2))),
        {("ads", "email"): [(at, random.choice(states)) for at in changes]} if random.random() < 0.8 else {},
    )


def _facts(names: list[str], lists: dict[str, set[str]], known: list[Known]) -> Facts:
    each = list(zip(names, known, strict=True))
    return Facts(
        lists=lambda: LISTS,
        listed=lists.__getitem__,
        identified=lambda kind: [who for who, is_ in each if kind in is_.kinds],
        told=lambda trait: {who: is_.told[trait] for who, is_ in each if trait in is_.told},
        accounts=lambda trait: {who: [a.get(trait) for a in is_.accounts] for who, is_ in each if is_.accounts},
        consents=lambda to, by: {who: is_.consents[to, by] for who, is_ in each if (to, by) in is_.consents},
    )


def _text(event: Happened, name: str) -> str | None:
    return (event.currency or None) if name == CURRENCY else event.properties.get(name)


def _life(random: Random, number: int) -> list[Happened]:
    at, life, huge = START + random.choice((0, DAY, 10 * DAY)), [], random.choice((5, 5, 5, 5, 10**13))
    for k in range(random.randint(1, 12)):
        at += random.choice(GAPS)
        given = {
            "price": random.choice(PRICES),
            "city": random.choice(CITIES),
            "scale": random.choice(SCALES),
        }
        properties = {name: text for name, text in given.items() if random.random() < 0.7}
        name, channel = random.choice(WORDS.events), random.choice(WORDS.channels)
        amount, currency = random.choice(((0, ""), (5, "VND"), (150, "USD"), (-20, "VND"), (7, ""), (huge, "VND")))
        touchpoint = "look" if name in "ab" and channel == "web" else "buy" if name in "bc" else ""
        rating = random.choice((None, None, -200, 0, 100))
        received = at + random.choice((0, 5, 3 * DAY))
        life.append(Happened(number + k, name, at, received, touchpoint, channel, amount, currency, rating, properties))
    return life


def _traits(random: Random) -> dict[str, str]:
    given = {
        "city": random.choice(CITIES),
        "born": random.choice(BIRTHDAYS),
        "timezone": random.choice(("America/New_York", "UTC")),
    }
    return {name: text for name, text in given.items() if random.random() < 0.6}


def condition(random: Random, levels: int = 3) -> Condition:
    """A leaf, or a group of up to three conditions; once in a while of more than one walk has room for."""
    if levels == 3 and random.random() < 0.005:
        return _wide(random)
    if levels == 0 or random.random() < 0.45:
        return leaf(random)
    parts = tuple(condition(random, levels - 1) for _ in range(random.randint(1, 3)))
    return Group(random.choice(("all", "any", "none")), parts)


def _wide(random: Random) -> Condition:
    """As many leaves as may be written, what short ones stand for and what segments say included."""
    parts = tuple(leaf(random) for _ in range(random.randint(20, 40)))
    while sum(len(every_leaf(resolved(part, SEGMENTS, COMPUTED))) for part in parts) > MOST_LEAVES:
        parts = parts[1:]
    return Group(random.choice(("all", "any", "none")), parts)


def leaf(random: Random) -> Leaf:
    """Any kind of leaf."""
    return random.choice(LEAVES)(random)


def happening(random: Random, plain: bool = False) -> Happening:
    kind: Any = random.choice(KINDS)
    names = {"event": WORDS.events, "touchpoint": ("look", "buy"), "stage": ("new", "warm", "loyal"), "anything": ()}
    names |= dict.fromkeys(("entered_segment", "left_segment"), DATED)
    many = random.randint(1, min(2, len(names[kind]))) if names[kind] else 0
    tested = not plain and random.random() < 0.3
    where = (test(random),) if tested else ()
    if kind == "stage" and random.random() < 0.3:
        return Happening(kind, (random.choice(("first", "second")),), where, "halves")
    return Happening(kind, tuple(random.sample(names[kind], many)), where)


def test(random: Random) -> Test:
    """A test of a property or a field."""
    if random.random() < 0.4:
        return _field_test(random)
    return _text_test(random, "property", random.choice(("price", "city", "never")))


def _text_test(random: Random, source: Any, name: str) -> Test:
    operator: Any = random.choice(
        ("is", "is_not", "contains", "starts_with", "at_least", "less_than", "present", "absent")
    )
    words = tuple(text for text in CITIES if text.strip())
    if operator in ("present", "absent"):
        return Test(source, name, operator)
    if operator in ("at_least", "less_than"):
        return Test(source, name, operator, (_number(random),))
    values: tuple[Any, ...] = tuple(random.sample(words, random.randint(1, 2)))
    if operator in ("contains", "starts_with"):
        values = (random.choice(("H", "hà", "a", "5", "N")),)
    elif random.random() < 0.4:
        values = (*values, _number(random))
    return Test(source, name, operator, values, loosely=random.random() < 0.5)


def _field_test(random: Random) -> Test:
    name = random.choice(("amount", "rating", "channel"))
    if name == "channel":
        return Test("field", name, random.choice(("is", "is_not")), (random.choice(("web", "shop")),))
    operator: Any = random.choice(
        ("is", "is_not", "at_least", "at_most", "more_than", "less_than", "present", "absent")
    )
    currency = random.choice(("", "VND", "USD")) if name == "amount" else ""
    return Test(
        "field", name, operator, () if operator in ("present", "absent") else (_number(random),), False, currency
    )


def _number(random: Random) -> Number:
    return Number(random.choice((0, 1_000, 1_500, 2_000, 2_500, 5_000, -3_000, 10_000)))


def limits(random: Random, numbers: tuple[int, ...]) -> Range:
    """At least, at most, exactly or between."""
    low, high = sorted(random.choices(numbers, k=2))
    return random.choice((Range(low, None), Range(None, high), Range(low, high), Range(low, low)))


def frame(random: Random) -> Frame:
    """Any of the four, or none of them."""
    if random.random() < 0.4:
        return EVER
    at = START + random.choice((0, HOUR, 5 * DAY, 40 * DAY))
    return Frame(
        random.choice(WINDOWS) if random.random() < 0.6 else None,
        at if random.random() < 0.2 else None,
        at + 9 * DAY if random.random() < 0.2 else None,
        happening(random) if random.random() < 0.25 else None,
    )


def _did(random: Random) -> Leaf:
    return Did(happening(random), random.choice((Range(1), Range(0, 0), limits(random, (0, 1, 2, 3)))), frame(random))


def _measure(random: Random) -> Leaf:
    kind: Any = random.choice(("sum", "average", "smallest", "largest", "distinct"))
    of = random.choice(
        (Of("property", "price"), Of("field", "amount"), Of("field", "amount", "VND"), Of("field", "rating"))
    )
    if kind == "distinct":
        of = random.choice((of, Of("property", "city"), Of("field", "channel")))
    return Measure(kind, happening(random), of, limits(random, (0, 1_000, 2_000, 2_500, 5_000, 12_000)), frame(random))


def _end(random: Random) -> Leaf:
    return End(random.choice(("first", "last")), happening(random), test(random), frame(random))


def _in_order(random: Random) -> Leaf:
    steps = [Step(happening(random, plain=random.random() < 0.7)) for _ in range(random.randint(2, 3))]
    bars = [Step(step.what, (happening(random, plain=True),) if random.random() < 0.3 else ()) for step in steps[1:]]
    if random.random() < 0.5:
        bars = [replace(step, compared=_compared(random, k)) for k, step in enumerate(bars, 1)]
    return InOrder((steps[0], *bars), random.choice((None, *WINDOWS)), frame(random))


def _compared(random: Random, steps: int) -> tuple[Compared, ...]:
    """None, one or two comparisons with any of the steps before."""
    found = []
    for _ in range(random.choice((0, 1, 1, 2))):
        of = random.choice(
            (Of("property", "price"), Of("property", "city"), Of("field", "amount"), Of("field", "rating"))
        )
        of = Of("field", "channel") if random.random() < 0.2 else of
        of = Of("field", "amount", "VND") if random.random() < 0.1 else of
        found.append(Compared(of, random.choice(BESIDE[: 2 if of.name == "channel" else 6]), random.randint(1, steps)))
    return tuple(found)


def _stage(random: Random) -> Leaf:
    seconds = random.choice((0, 0, HOUR, DAY))
    if random.random() < 0.3:
        return Stage(random.choice(("first", "second")), seconds, random.choice(("", "first")), "halves")
    return Stage(random.choice(("new", "warm", "loyal")), seconds, random.choice(("", "", "new", "warm")))


def _answer(random: Random) -> Leaf:
    names = random.choice(((), ("a",), ("b", "c")))
    return Answer(random.choice(SCALES), limits(random, (0, 1_000, 3_000, 6_000, 10_000)), names, frame(random))


def _computed(random: Random) -> Leaf:
    name = random.choice(tuple(COMPUTED))
    if name == "came":
        return Computed(_text_test(random, "trait", name))
    operators: Any = ("is", "is_not", "at_least", "at_most", "more_than", "less_than", "present", "absent")
    operator = random.choice(operators)
    values = tuple(_number(random) for _ in range(2 if operator in ("is", "is_not") else 1))
    return Computed(Test("trait", name, operator, () if operator in ("present", "absent") else values))


def _day(random: Random) -> Leaf:
    low = random.choice((-3, 0, 1, 7))
    return Day(
        "born",
        random.choice((Range(low, low + 3), Range(low, low), Range(0, None), Range(None, -9))),
        random.random() < 0.6,
    )


def _share(random: Random) -> Leaf:
    low = random.choice((0, 25_000, 50_000))
    return Share(low, low + random.choice((1_000, 50_000)), random.choice(("s", "Tết")))


LEAVES = (
    _did,
    _did,
    _measure,
    _end,
    _in_order,
    lambda random: Silent(happening(random), random.choice(WINDOWS)),
    lambda random: Slower(happening(random), random.choice((500, 1_000, 2_000, 3_500))),
    _stage,
    lambda random: Trait(_text_test(random, "trait", "city"), random.choice((None, None, *WINDOWS))),
    _day,
    _share,
    lambda random: Account(_text_test(random, "trait", "trade")),
    lambda random: Identified(random.choice(("email", "phone", "device"))),
    lambda random: Consent("ads", "email", random.choice(("granted", "withdrawn", "unknown"))),
    _answer,
    _computed,
    lambda random: InList(random.choice(LISTS)),
    lambda random: InSegment(random.choice(tuple(SEGMENTS))),
)
