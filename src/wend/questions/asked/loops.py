"""Loops: where customers go in circles, and what becomes of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wend.engines.machine import Members
from wend.folds import loops
from wend.folds.contract import Presented
from wend.folds.loops import LoopsAnswer, LoopsParams
from wend.methods import intervals
from wend.questions import errors, parsing
from wend.questions.alphabet import Alphabet, alphabet, room
from wend.questions.asked.contract import Asked
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.wish import Made, Wish


def _letters(wish: Wish) -> Alphabet:
    return alphabet(wish.context, wish.over, wish.given["hide"] or (), wish.given["merge"] or ())


def _make(wish: Wish) -> Made:
    letters, given = _letters(wish), wish.given
    params = loops.params(letters.letters, given["gap"], bool(given["collapse"]), room(wish))

    def present(answer: LoopsAnswer, _: LoopsParams, __: Sequence[str]) -> Presented:
        told = loops.told(answer, letters.names, given["top"])
        return told | {"loops": [row | _share(row["left"], row["customers"]) for row in told["loops"]]}

    return replace(loops.LOOPS, present=present), params, ()


def _share(left: int, customers: int) -> Presented:
    """Of those who went in this circle, the share that left out of it."""
    estimate = intervals.wilson(left, customers)
    went_on = {"went_on": customers - left}
    return went_on | {"share": estimate.value, "low": estimate.low, "high": estimate.high}


def _opens(at: Pointed) -> CellsOf:
    """The only place of a table that holds one circle."""
    return field(at.state({"customers": "customers", "left": "left"}), 0)


def _behind(at: Pointed) -> Members:
    if at.where.get("state") == "went_on":
        left = _behind(replace(at, where={**at.where, "state": "left"}))
        return _behind(replace(at, where={**at.where, "state": "customers"})) & ~left
    if "loop" not in at.where:
        raise errors.NothingToOpen(where="loop")
    prepared = at.prepared
    wish = Wish(at.context, dict(prepared.given), prepared.over, prepared.selection, prepared.as_of)
    letters = _letters(wish)
    steps = [letters.letter(step[0], at.context, prepared.over) for step in parsing.steps(str(at.where["loop"]))]
    if not 2 <= len(steps) <= loops.LONGEST + 1 or steps.pop() != steps[0] or len(set(steps)) < len(steps):
        raise errors.NothingToOpen(where="loop")
    only = prepared.params._replace(wanted=loops.key_of(steps), places=1)
    narrow = replace(at, prepared=replace(prepared, params=only))
    return narrow.members(_opens(narrow))


LOOPS = Asked(_make, _opens, _behind)
