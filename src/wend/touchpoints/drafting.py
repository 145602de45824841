"""From the event catalogue to a proposed registry of touchpoints: name, channel, rule and the reasons for each.

An event that happens on several channels becomes one touchpoint per strong channel and one for the rest, so that the
map can tell the web shop from the counter. Rare events are left uncovered when there are very many, and the coverage
says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from wend.domain.names import Name
from wend.domain.touchpoint import EventRule, Kind, Reason, Touchpoint
from wend.kit.texts import LANGUAGES, Language, catalogue, text
from wend.touchpoints.facts import EventFacts, LogFacts
from wend.touchpoints.roles import Reading, concepts, humanised, read, slug, stem_of, words

MOST_TOUCHPOINTS = 120
RATING_SHARE = 0.8
"""An event is a rating when this share of its occurrences carries one."""
_RATING_WORDS = frozenset(
    stem_of(word) for word in ("rated", "rating", "score", "survey", "answer", "feedback", "review", "q")
)
CLEAR = 0.5
"""Known words name an event when they are this share of its name."""
STRONG_SHARE = 0.1
"""A channel gets a touchpoint of its own from this share of the event's occurrences …"""
STRONG_EVENTS = 30
"""… and this many of them."""


def touchpoints(facts: LogFacts, stages: Mapping[str, str]) -> tuple[Touchpoint, ...]:
    """Proposed touchpoints, most customers first. `stages` gives the home stage of an event by its name."""
    chosen = sorted((e for e in facts.events if e.events or e.about), key=lambda e: (-e.customers, -e.about, e.name))
    chosen = chosen[:MOST_TOUCHPOINTS]
    readings = {event.name: read_event(event) for event in chosen}
    plain: set[str] = set()
    made: list[Touchpoint] = []
    taken: set[str] = set()
    for event in chosen:
        reading = readings[event.name]
        numbered = any(letter.isdigit() for letter in event.name)
        name = name_of(event.name, reading, bool(reading and (numbered or reading.concept.key in plain)))
        if reading and reading.whole:
            plain.add(reading.concept.key)
        made.extend(_of_event(event, reading, name, stages.get(event.name, ""), taken))
    return tuple(made)


def read_event(event: EventFacts) -> Reading | None:
    """The event's name read; one that is nearly always a rating is a rating, whatever it is about."""
    reading = read(event.name)
    if event.rated < RATING_SHARE * event.events or (reading and reading.whole):
        return reading
    rating = next(concept for concept in concepts() if concept.key == "rated")
    return Reading(rating, (event.name,), 0.5)


def keys_of(touchpoints: Iterable[Touchpoint], event: str) -> tuple[str, ...]:
    """Keys of all touchpoints that an event can belong to."""
    return tuple(t.key for t in touchpoints if event in t.rule.events)


def name_of(event: str, reading: Reading | None, twin: bool) -> Name:
    """What people will call the event: the concept's name, with the event in brackets when that alone would be
    unclear.
    """
    if reading is None or (reading.part < CLEAR and reading.concept.role != "rate"):
        return Name(humanised(event), humanised(event))
    key = f"touchpoints.name.{reading.concept.key}"
    thing = [word for word in words(event) if stem_of(word) not in _RATING_WORDS]
    if reading.concept.role == "rate" and thing and not reading.whole:
        return _rating_of(" ".join(thing))
    if reading.whole and not twin:
        return Name(text("en", key), text("vi", key))
    return _both(
        "touchpoints.name_of_event", {lang: {"name": text(lang, key), "event": humanised(event)} for lang in LANGUAGES}
    )


def event_name(event: str) -> Name:
    """What people call an event on whatever channel."""
    return name_of(event, read(event), False)


def _rating_of(thing: str) -> Name:
    about = read(thing)
    named = {
        lang: text(lang, f"touchpoints.name.{about.concept.key}") if about and about.whole else humanised(thing)
        for lang in LANGUAGES
    }
    return _both("touchpoints.name_of_rating", {lang: {"thing": named[lang]} for lang in LANGUAGES})


def channel_name(channel: str) -> Name:
    """A channel in words; unknown ones are shown as they are written in the data."""
    key = "touchpoints.channel." + "_".join(words(channel))
    if key in catalogue("en"):
        return Name(text("en", key), text("vi", key))
    return Name(humanised(channel), humanised(channel))


def _of_event(
    event: EventFacts, reading: Reading | None, name: Name, stage: str, taken: set[str]
) -> Iterable[Touchpoint]:
    """The touchpoints of one event: one per strong channel, and one for what is left."""
    begun_by = reading.concept.begun_by if reading else "customer"
    kind: Kind = "communication" if reading and reading.concept.role in ("reach", "message") else "action"
    reasons = _reasons(event, reading)
    ranked = sorted(event.channels, key=lambda pair: (-pair[1], pair[0]))
    strong = [(c, n) for c, n in ranked if c and n >= max(STRONG_EVENTS, STRONG_SHARE * event.events)]
    rest = event.events - sum(n for _, n in strong)
    if len(strong) < 2:
        channel = next((c for c, _ in ranked if c), "")
        rule = EventRule((event.name,))
        yield Touchpoint(_fresh(event.name, "", taken), name, channel, rule, stage, begun_by, True, reasons, kind)
        return
    for channel, count in strong:
        why = Reason("touchpoints.reason.channel", (("channel", channel), ("events", str(count))))
        rule = EventRule((event.name,), (channel,))
        key = _fresh(event.name, channel, taken)
        called = _on_channel(name, channel)
        yield Touchpoint(key, called, channel, rule, stage, begun_by, True, (*reasons, why), kind)
    if rest:
        why = Reason("touchpoints.reason.other_channels", (("events", str(rest)),))
        other = _both("touchpoints.name_elsewhere", {lang: {"name": name.in_(lang)} for lang in LANGUAGES})
        rule = EventRule((event.name,))
        key = _fresh(event.name, "other", taken)
        yield Touchpoint(key, other, "", rule, stage, begun_by, True, (*reasons, why), kind)


def _reasons(event: EventFacts, reading: Reading | None) -> tuple[Reason, ...]:
    seen = Reason("touchpoints.reason.seen", (("events", str(event.events)), ("customers", str(event.customers))))
    if reading is None:
        return (Reason("touchpoints.reason.unknown_word", (("event", event.name),)), seen)
    return (Reason("touchpoints.reason.word", (("words", " ".join(reading.words)), ("event", event.name))), seen)


def _on_channel(name: Name, channel: str) -> Name:
    called = channel_name(channel)
    places = {lang: {"name": name.in_(lang), "channel": called.in_(lang)} for lang in LANGUAGES}
    return _both("touchpoints.name_on_channel", places)


def _both(key: str, places: Mapping[Language, Mapping[str, str]]) -> Name:
    return Name(text("en", key, **places["en"]), text("vi", key, **places["vi"]))


def _fresh(event: str, channel: str, taken: set[str]) -> str:
    """A key no touchpoint has yet: letters, digits and underscores."""
    plain = slug(f"{event} {channel}" if channel else event)
    key, count = plain, 2
    while key in taken:
        key, count = f"{plain}_{count}", count + 1
    taken.add(key)
    return key


def uncovered(facts: LogFacts, registry: Sequence[Touchpoint]) -> tuple[tuple[str, int], ...]:
    """Events by name that no rule of the registry names at all, with their counts, most frequent first."""
    named = {name for touchpoint in registry for name in touchpoint.rule.events}
    return tuple((e.name, e.events) for e in sorted(facts.events, key=lambda e: -e.events) if e.name not in named)
