"""Plans as people write them: "cart.filled > voucher.used? > order.placed within 2d"."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from wend.questions.errors import BadPlan
from wend.questions.parsing import MOST_STEPS, duration

_PIECES = re.compile(
    r'"([^"]*)"|([>|?])|\s*\bwithin\s+(\d{1,9}\s*[smhdw]?)(?=\s*(?:>|$))|([^">|?]+?)(?=\s+within\s|[">|?]|$)'
)


class PlanStep(NamedTuple):
    """A planned step: the names that do it, whether it may be skipped, and how many seconds after the planned step
    before it that was done it is late.
    """

    names: tuple[str, ...]
    optional: bool = False
    within: int | None = None


def plan(written: str) -> tuple[PlanStep, ...]:
    """Steps joined by ">", each one name or several joined by "|", then "?" when it may be skipped, then "within" and
    a duration. Names with those signs, or with the word, stand in double quotes.

    >>> plan('a > b|c? > "d > e" within 2h')[1:]
    (PlanStep(names=('b', 'c'), optional=True, within=None), PlanStep(names=('d > e',), optional=False, within=7200))
    """
    made: list[list[str]] = [[]]
    for quoted, sign, within, plain in _PIECES.findall(written):
        if sign == ">":
            made.append([])
        elif sign or within:
            made[-1].append(sign or f"within {within}")
        elif quoted or plain.strip():
            made[-1].append(f"={quoted or plain.strip()}")
    steps = tuple(_step(pieces, written) for pieces in made)
    repeats = any(set(a.names) & set(b.names) for a, b in itertools.pairwise(steps))
    if repeats or len(steps) > MOST_STEPS:
        raise BadPlan(plan=written, most=MOST_STEPS)
    return steps


def _step(pieces: list[str], written: str) -> PlanStep:
    """One step of its pieces: "=name", "|", "=name", "?", "within 2h"."""
    order = "".join("=" if piece[0] == "=" else piece[0] for piece in pieces)
    if not re.fullmatch(r"=(\|=)*\??w?", order):
        raise BadPlan(plan=written, most=MOST_STEPS)
    names = tuple(piece[1:] for piece in pieces if piece[0] == "=")
    within = duration(pieces[-1].removeprefix("within ")) if order.endswith("w") else None
    return PlanStep(names, "?" in pieces, within)
