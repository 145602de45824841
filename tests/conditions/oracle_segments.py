"""When a customer enters and leaves segments, in plain Python: what a segment says is asked at every event, and between
events at every second at which it can change.
"""

from __future__ import annotations

from tests.conditions import worlds
from tests.conditions.oracle import Customer, true_of
from tests.conditions.oracle_stages import Life, Moment
from wend.conditions.resolving import resolved
from wend.conditions.tree import Condition, happenings, leaves

PASSAGES = ("entered_segment", "left_segment")


def named(condition: Condition) -> set[str]:
    """The segments whose entries and exits a condition, as it was written, looks for, those in its segments too."""
    found: set[str] = set()
    for leaf in leaves(condition):
        found |= {key for what in happenings(leaf) if what.kind in PASSAGES for key in what.names}
    return found


def moments(log: worlds.Log, who: int, key: str, until: int) -> list[Moment]:
    """Every entry (1) and exit (0): when, and at which event (None: by time alone)."""
    said = resolved(worlds.SEGMENTS[key], worlds.SEGMENTS, worlds.COMPUTED)
    life, events, found, inside = Life(log, who), log.lives[who], list[Moment](), False
    life.conditions = [said]
    for place, event in enumerate(events):
        end = events[place + 1].at if place + 1 < len(events) else until + 1
        ahead = life.changing(place, end) if end > event.at else ()
        for now, at in [(event.at, place), *((each, None) for each in ahead)]:
            holds = true_of(said, life.known(place, now))
            if holds != inside:
                found.append((now, at, int(holds)))
            inside = holds
    return found


def customer(log: worlds.Log, who: int, now: int, written: Condition) -> Customer:
    """The customer of the oracle at a moment, with every passage of the segments that a condition names."""
    found, until = log.customer(who, now), max(event.at for life in log.lives for event in life) + 600 * worlds.DAY
    for key in sorted(named(written)):
        if (who, key) not in log.passed:
            log.passed[who, key] = moments(log, who, key, until)
        found.pass_by(key, log.passed[who, key])
    return found
