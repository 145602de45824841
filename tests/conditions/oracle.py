"""What a condition means, in plain Python written to be read and not to be fast.

A customer is their events in the order of the journey. Nothing here is shared with the readers but the tree itself.
"""

from __future__ import annotations

import itertools
import math
import statistics
import unicodedata
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from wend.conditions import tree
from wend.conditions.journey import Happened
from wend.conditions.tree import (
    Account,
    Answer,
    Compared,
    Computed,
    Condition,
    Consent,
    ConsentState,
    Day,
    Did,
    End,
    Frame,
    Ground,
    Group,
    Happening,
    Identified,
    InList,
    InOrder,
    InSegment,
    Measure,
    Number,
    Range,
    Share,
    Silent,
    Slower,
    Stage,
    Test,
    Trait,
)
from wend.domain.stage import StageSet


@dataclass(frozen=True)
class Known:
    """What no event tells: when traits were told, accounts, kinds of identifiers, what was said of purposes."""

    told: dict[str, int]
    accounts: list[dict[str, str]]
    kinds: frozenset[str]
    consents: dict[tuple[str, str], list[tuple[int, ConsentState]]]


class Customer:
    """A customer at a moment: only what has happened by then is there."""

    def __init__(
        self,
        name: str,
        events: Sequence[Happened],
        traits: dict[str, str],
        sets: dict[str, StageSet],
        zone: str,
        now: int,
        lists: dict[str, set[str]],
        segments: dict[str, Condition],
        known: Known,
        paces: dict[int, int],
    ) -> None:
        self.lists, self.segments, self.known, self.paces = lists, segments, known, paces
        self.name, self.traits, self.sets, self.zone, self.now = name, traits, sets, zone, now
        once = {event.event_id: event for event in sorted(events, key=lambda e: -e.received_at)}
        self.happened = sorted(once.values(), key=lambda e: (e.at, e.received_at, e.event_id))
        self.happened = [event for event in self.happened if event.at <= now]
        self.life = self.happened
        self.stood: dict[str, list[tuple[int, int | None, int]]] = {}
        self.passed: dict[str, list[tuple[int, int | None, int]]] = {}

    def stand(self, key: str, found: Sequence[tuple[int, int | None, int]]) -> None:
        """Stand, in a set whose stages are conditions, where moments say: (when, the event's place or None for time
        alone, the place of the stage), from the first event on that a touchpoint covers. What time did stands among
        the events then.
        """
        self.stood[key] = found = [each for each in found if each[0] <= self.now]
        stages = self.sets[key].stages
        self._turn({at: {key: stages[stage].key} for at, place, stage in found if place is None})

    def pass_by(self, segment: str, found: Sequence[tuple[int, int | None, int]]) -> None:
        """Enter (1) and leave (0) a segment where moments say: (when, the event's place or None for time alone)."""
        self.passed[segment] = found = [each for each in found if each[0] <= self.now]
        self._turn({at: {segment: str(to)} for at, place, to in found if place is None})

    def _turn(self, told: dict[int, dict[Ground, str]]) -> None:
        """Put what time did among the events, all of the same second together."""
        known = {each.at: each.turn for each in self.life if each.turn is not None}
        known |= {at: {**known.get(at, {}), **turn} for at, turn in told.items()}
        turns = [Happened(0, "", at, turn=turn) for at, turn in known.items()]
        self.life = sorted([*(each for each in self.life if each.turn is None), *turns], key=lambda e: e.at)

    def passages(self, segment: str, to: int) -> set[int]:
        """The places at which a segment is entered, or left."""
        real = [i for i, event in enumerate(self.life) if event.turn is None]
        turns = {i for i, event in enumerate(self.life) if event.turn and event.turn.get(segment) == str(to)}
        return turns | {real[place] for _, place, each in self.passed[segment] if place is not None and each == to}

    def with_trait(self, trait: str, text: str) -> Customer:
        """The same customer, of whom something else is known."""
        other = copy(self)
        other.traits = {**self.traits, trait: text}
        return other

    def stands(self, key: str) -> list[str]:
        """The stage of a set after every event; "" before the first covered one."""
        stood, stages = [], self.sets[key].stages
        for many in range(1, len(self.happened) + 1):
            touched = [e.touchpoint for e in self.happened[:many]]
            reached = [0] if any(touched) else []
            for place, stage in enumerate(stages):
                reached += [
                    place for rule in stage.rules if sum(t in rule.touchpoints for t in touched) >= rule.at_least
                ]
            stood.append(stages[max(reached)].key if reached else "")
        return stood

    def entries(self, key: str = "") -> list[tuple[str, int]]:
        """(stage, place of the event) of every entry into a stage of a set."""
        if key in self.stood:
            return self._told_entries(key)
        places = [i for i, event in enumerate(self.life) if event.turn is None]
        stood = ["", *self.stands(key)]
        return [(b, places[i]) for i, (a, b) in enumerate(itertools.pairwise(stood)) if a != b]

    def _told_entries(self, key: str) -> list[tuple[str, int]]:
        stages, real = self.sets[key].stages, [i for i, event in enumerate(self.life) if event.turn is None]
        turns = [(i, event.turn[key]) for i, event in enumerate(self.life) if event.turn and key in event.turn]
        stood = [(real[place], stages[k].key) for _, place, k in self.stood[key] if place is not None]
        every = [(-1, ""), *sorted([*stood, *turns])]
        return [(b, i) for (_, a), (i, b) in itertools.pairwise(every) if a != b]


def true_of(condition: Condition, customer: Customer) -> bool:
    """Whether the condition holds."""
    return bool(customer.life) and _true(condition, customer)


def _true(c: Condition, who: Customer) -> bool:
    match c:
        case Group("all", parts):
            return all([_true(part, who) for part in parts])
        case Group("any", parts):
            return any([_true(part, who) for part in parts])
        case Group("none", parts):
            return not any([_true(part, who) for part in parts])
        case Did(what, times, frame):
            found = within(what, frame, who)
            return found is not None and inside(times, len(found))
        case Measure():
            return measured(c, who)
    return _true_of_known(c, who) if isinstance(c, tree.Known | tree.Short) else _true_of_order(c, who)


def _true_of_known(c: tree.Known | tree.Short, who: Customer) -> bool:
    match c:
        case Trait(test, fresh):
            told = who.known.told.get(test.name)
            lately = fresh is None or (told is not None and 0 <= who.now - told < fresh)
            return lately and text_passes(test, who.traits.get(test.name))
        case Account(test):
            return any(text_passes(test, account.get(test.name)) for account in who.known.accounts)
        case Identified(kind):
            return kind in who.known.kinds
        case Consent(to, by, state):
            said = [state for at, state in who.known.consents.get((to, by), ()) if at <= who.now]
            return state == (said[-1] if said else "unknown")
        case Answer():
            return answered(c, who)
        case Computed(test):
            value = computed(test.name, who)
            if test.name == "came":
                return text_passes(test, value if isinstance(value, str) else None)
            return judged(test, value * 1_000 if isinstance(value, Fraction) else None)
        case Day():
            return day_holds(c, who)
        case InList(key):
            return who.name in who.lists[key]
        case InSegment(key):
            return _true(who.segments[key], who)
        case Share(low, high, salt):
            return low <= drawn(salt, who.name) < high
    raise AssertionError(c)


def _true_of_order(c: Condition, who: Customer) -> bool:
    match c:
        case End(kind, what, test, frame):
            found = within(what, frame, who)
            return bool(found) and passes(test, who.life[min(found or ()) if kind == "first" else max(found or ())])
        case InOrder():
            return in_order(c, who)
        case Silent(what, seconds):
            times = [who.life[i].at for i in found_at(what, who)]
            return bool(times) and who.now - max(times) >= seconds
        case Slower(what, usual):
            gone = [active(who.life[i].at, who.paces) for i in found_at(what, who)]
            pauses = [b - a for a, b in itertools.pairwise(gone) if b - a >= 1_800][-16:]
            silence = active(who.now, who.paces) - gone[-1] if gone else 0
            return len(pauses) >= 4 and silence > Fraction(usual, 1_000) * statistics.median_low(pauses)
        case Stage(stage, seconds, came_from, stage_set):
            entries = who.entries(stage_set)
            if not entries or entries[-1][0] != stage:
                return False
            came = entries[-2][0] if len(entries) > 1 else ""
            return who.now - who.life[entries[-1][1]].at >= seconds and came_from in ("", came)
    raise AssertionError(c)


def active(at: int, paces: dict[int, int]) -> int:
    """Seconds of the business's time: those of the clock, and of each day in a period what its pace makes more or less
    of them; days are those of UTC+7.
    """
    more = 0
    for day, pace in paces.items():
        begun = min(max(at + 7 * 3_600 - day * 86_400, 0), 86_400)
        more += begun * (pace - 100)
    return at + more // 100


def found_at(what: Happening, who: Customer) -> list[int]:
    """The places of the events that are this happening."""
    if what.kind in ("entered_segment", "left_segment"):
        to = int(what.kind == "entered_segment")
        places = {place for segment in what.names for place in who.passages(segment, to)}
        return sorted(i for i in places if all(passes(test, who.life[i]) for test in what.where))
    entries = {place: stage for stage, place in who.entries(what.stage_set)} if what.kind == "stage" else {}
    found = []
    for i, event in enumerate(who.life):
        word = {"event": event.name, "touchpoint": event.touchpoint, "stage": entries.get(i), "anything": None}
        named = event.turn is None if what.kind == "anything" else word[what.kind] in what.names
        if named and all(passes(test, event) for test in what.where):
            found.append(i)
    return found


def within(what: Happening, frame: Frame, who: Customer) -> list[int] | None:
    """The places of what happened in the frame; None without the anchor that it counts from."""
    anchors = found_at(frame.since, who) if frame.since else [-1]
    if not anchors:
        return None
    return [i for i in found_at(what, who) if i > max(anchors) and in_time(frame, who.life[i].at, who.now)]


ANSWERS = {"nps": (0, 10), "stars5": (1, 5)}


def answered(c: Answer, who: Customer) -> bool:
    """Whether the last rating on the scale, taken back to what was answered, is within the limits."""
    low, high = ANSWERS[c.scale]
    events = [who.life[i] for i in within(Happening("anything"), c.frame, who) or []]
    events = [e for e in events if (not c.names or e.name in c.names) and e.properties.get("scale") == c.scale]
    answers = [Fraction(e.rating, 400) * (high - low) + Fraction(low + high, 2) for e in events if e.rating is not None]
    return bool(answers) and inside(c.range, answers[-1] * 1_000)


def computed(name: str, who: Customer) -> Fraction | str | None:
    """The computed traits of `worlds.COMPUTED`, each in words of its own."""
    days = [(e, Fraction(who.now - e.at, 86_400)) for e in who.life]
    if name == "times":
        return Fraction(sum(e.name in ("a", "b") and ago <= 2 for e, ago in days))
    if name == "spent":
        return Fraction(sum(number(e.properties.get("price")) or 0 for e in who.life), 1_000)
    if name == "usual":
        amounts = [e.amount for e, ago in days if e.name in ("b", "c") and ago <= 30 and e.amount]
        return Fraction(sum(amounts), len(amounts)) if amounts else None
    if name == "came":
        return next((e.properties["city"] for e in who.life if plain(e.properties.get("city"))), None)
    since = [ago for e, ago in days if e.touchpoint == "buy" and ago <= 30]
    return Fraction(int(since[-1])) if since else None


def in_time(frame: Frame, at: int, now: int) -> bool:
    """Whether a moment lies in a frame."""
    return (
        now - at < (math.inf if frame.last is None else frame.last)
        and at >= (-math.inf if frame.from_at is None else frame.from_at)
        and at < (math.inf if frame.before is None else frame.before)
    )


def inside(limits: Range, number: Any) -> bool:
    """Whether a number lies between limits that are both allowed."""
    low = -math.inf if limits.low is None else limits.low
    high = math.inf if limits.high is None else limits.high
    return bool(low <= number <= high)


def in_order(c: InOrder, who: Customer) -> bool:
    """Whether any events are the steps, in time and with nothing between them that may not be."""
    steps = [within(step.what, c.frame, who) or [] for step in c.steps]
    barred = [{i for bar in step.without for i in found_at(bar, who)} for step in c.steps]
    for chain in itertools.product(*steps):
        rising = all(a < b for a, b in itertools.pairwise(chain))
        short = who.life[chain[-1]].at - who.life[chain[0]].at <= (math.inf if c.within is None else c.within)
        gaps = zip(itertools.pairwise(chain), barred[1:], strict=True)
        if not (rising and short) or any(i in bars for (a, b), bars in gaps for i in range(a + 1, b)):
            continue
        events = [who.life[i] for i in chain]
        pairs = [(events[k], events[each.step - 1], each) for k, step in enumerate(c.steps) for each in step.compared]
        if all(stands_beside(each, later, earlier) for later, earlier, each in pairs):
            return True
    return False


def stands_beside(c: Compared, later: Happened, earlier: Happened) -> bool:
    """Whether two events stand so to each other."""
    of = (c.of.source, c.of.name, c.of.currency)
    if c.operator in ("same_as", "other_than"):
        a, b = word(*of, later), word(*of, earlier)
        return a is not None and b is not None and (a == b) == (c.operator == "same_as")
    x, y = figure(*of, later), figure(*of, earlier)
    if x is None or y is None:
        return False
    return {"at_least": x >= y, "at_most": x <= y, "more_than": x > y, "less_than": x < y}[c.operator]


def measured(c: Measure, who: Customer) -> bool:
    """Whether the number over the events is within the limits; thousandths on both sides."""
    found = within(c.what, c.frame, who)
    if found is None:
        return False
    events = [who.life[i] for i in found]
    if c.kind == "distinct":
        return inside(c.range, 1_000 * len({word(c.of.source, c.of.name, c.of.currency, e) for e in events} - {None}))
    numbers = [n for e in events if (n := figure(c.of.source, c.of.name, c.of.currency, e)) is not None]
    if c.kind == "sum":
        return inside(c.range, sum(numbers))
    if not numbers:
        return False
    average = Fraction(sum(numbers), len(numbers))
    return inside(c.range, {"average": average, "smallest": min(numbers), "largest": max(numbers)}[c.kind])


def figure(source: str, name: str, currency: str, event: Happened) -> int | None:
    """A number of an event in thousandths."""
    if source == "property":
        return number(event.properties.get(name))
    if name == "rating":
        return None if event.rating is None else event.rating * 10
    if event.amount == 0 or currency not in ("", event.currency):
        return None
    return event.amount * 1_000 // {"": 1, "VND": 1, "USD": 100}[currency]


def word(source: str, name: str, currency: str, event: Happened) -> str | int | None:
    """What tells values apart."""
    if source == "property" or name == "channel":
        text = event.properties.get(name) if source == "property" else event.channel
        return plain(text) or None
    return figure(source, name, currency, event)


def plain(text: str | None) -> str:
    """A text as it is compared: composed, without blanks around it."""
    return unicodedata.normalize("NFC", text or "").strip()


def bare(text: str) -> str:
    """Without case and diacritics."""
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def number(text: str | None) -> int | None:
    """The number that a text is, in thousandths."""
    try:
        read = float((text or "").strip())
    except ValueError:
        return None
    return round(read * 1_000) if math.isfinite(read) and abs(read) < 1e12 and "_" not in (text or "") else None


def passes(test: Test, event: Happened) -> bool:
    """Whether an event passes a test."""
    if test.source == "field" and test.name != "channel":
        return judged(test, figure(test.source, test.name, test.currency, event))
    return text_passes(test, event.channel if test.source == "field" else event.properties.get(test.name))


def text_passes(test: Test, text: str | None) -> bool:
    """Whether a text passes: numbers are compared as numbers, words as words."""
    value = plain(text) or None
    if test.operator in ("at_least", "at_most", "more_than", "less_than"):
        return judged(test, number(value))
    if value is None:
        return test.operator in ("absent", "is_not")
    how = bare if test.loosely else plain
    words = [how(v) for v in test.values if isinstance(v, str)]
    same = how(value) in words or number(value) in [v.thousandths for v in test.values if isinstance(v, Number)]
    return {
        "present": True,
        "absent": False,
        "is": same,
        "is_not": not same,
        "contains": bool(words) and words[0] in how(value),
        "starts_with": bool(words) and how(value).startswith(words[0]),
    }[test.operator]


def judged(test: Test, found: Fraction | int | None) -> bool:
    """Whether a number passes; where there is none only `absent` and `is_not` do."""
    if found is None or test.operator in ("present", "absent"):
        return test.operator in (("absent", "is_not") if found is None else ("present",))
    limits = [v.thousandths for v in test.values if isinstance(v, Number)]
    return {
        "is": found in limits,
        "is_not": found not in limits,
        "at_least": found >= limits[0],
        "at_most": found <= limits[0],
        "more_than": found > limits[0],
        "less_than": found < limits[0],
    }[test.operator]


def day_holds(c: Day, who: Customer) -> bool:
    """Walk from today to the date, one day at a time; a bare year is all of its days, and none for an anniversary."""
    text = plain(who.traits.get(c.trait))
    if len(text) == 4 and text.isdigit() and text[:2] in ("19", "20"):
        every = [date(int(text), 1, 1) + timedelta(days=ahead) for ahead in range(366)]
        return not c.yearly and all(day_holds(c, who.with_trait(c.trait, str(d))) for d in every if d.year == int(text))
    if "/" in text:
        text = "-".join(f"{int(part):02}" for part in reversed(text.split("/")))
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return False
    today = datetime.fromtimestamp(who.now, UTC).astimezone(ZoneInfo(who.traits.get("timezone", who.zone))).date()
    if not c.yearly:
        return inside(c.days, (day - today).days)
    days = (today + timedelta(days=ahead) for ahead in range(367))
    return inside(c.days, next(ahead for ahead, each in enumerate(days) if anniversary(day, each)))


def anniversary(day: date, each: date) -> bool:
    """The same day of another year; who was born on a leap day has it on 28 February in other years."""
    leap = (day.month, day.day) == (2, 29) and (each.month, each.day) == (2, 28)
    leap = leap and (each + timedelta(days=1)).month == 3
    return (day.month, day.day) == (each.month, each.day) or leap


def drawn(salt: str, customer: str) -> int:
    """FNV-1a of "salt, zero, id", stirred by the end of SplitMix64."""
    mixed = 14695981039346656037
    for byte in f"{salt}\0{customer}".encode():
        mixed = (mixed ^ byte) * 1099511628211 % 2**64
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 % 2**64
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB % 2**64
    return (mixed ^ mixed >> 31) % 100_000
