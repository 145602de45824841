"""A world of buyers of three planted kinds."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import numpy as np

from tests.folds.journals import START, Event, Journey, MemoryWords, journal
from wend.engines.lens import lens_of
from wend.engines.machine import Machine
from wend.questions.context import Context, Plan

DAY = 86_400
WORDS = MemoryWords(("seen", "bought", "rated"), ("", "web", "shop"))
END = START + 400 * DAY


def shop(journeys: Sequence[Journey], version: str = "1") -> Context:
    log = journal(journeys, 3, WORDS, version=version)
    return Context(Machine(log, threads=2), Plan(), lens_of([], WORDS, ""))


def buyer(drawn: np.random.Generator, kind: int) -> Journey:
    """Kind 0 buys often and lately in the shop, 1 once and long ago on the web, 2 lately and dearly on the web."""
    times, since, price, way = ((12, 5, 100, 2), (1, 300, 100, 1), (3, 20, 9_000, 1))[kind]
    last = END - int(since * np.exp(drawn.normal(0, 0.2)) * DAY)
    days = last - np.arange(times) * int(20 * np.exp(drawn.normal(0, 0.1)) * DAY)
    return [Event(1, int(at), way, amount=int(price * np.exp(drawn.normal(0, 0.3)))) for at in days[::-1]]


@functools.cache
def three_kinds(people: int = 1_200) -> Context:
    drawn = np.random.default_rng(11)
    return shop([buyer(drawn, c % 3) for c in range(people)] + [[Event(0, END - DAY)]] * 50)
