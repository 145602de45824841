"""Paths: what customers do after a step, before it, or between two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from wend.engines.machine import Members
from wend.folds import paths, paths_told, pathways
from wend.folds.contract import Presented
from wend.folds.pathways import PathsAnswer, PathsParams
from wend.methods import intervals
from wend.questions import errors, parsing
from wend.questions.alphabet import Alphabet, alphabet, narrowed, room
from wend.questions.asked.contract import Asked
from wend.questions.pointing import CellsOf, Pointed, field
from wend.questions.wish import Made, Wish


def _read(wish: Wish) -> tuple[Alphabet, int, int]:
    """The letters, and which of them are the start and the end."""
    given = wish.given
    whole = alphabet(wish.context, wish.over, given["hide"] or (), given["merge"] or ())

    def anchors(letters: Alphabet) -> list[int]:
        return [letters.letter(given[each], wish.context, wish.over) if given[each] else 0 for each in ("start", "end")]

    fixed = anchors(whole)
    free = given["length"] - (1 if any(fixed) else 0)
    letters = narrowed(whole, pathways.most_letters(free), wish, [letter for letter in fixed if letter])
    start, end = anchors(letters)
    return letters, start, end


def _make(wish: Wish) -> Made:
    letters, start, end = _read(wish)
    given, every = wish.given, wish.given["anchor"] == "every"
    params = pathways.params(
        letters.letters, given["length"], start, end, every, given["gap"], bool(given["collapse"]), room(wish)
    )

    def present(answer: PathsAnswer, params: PathsParams, _: Sequence[str]) -> Presented:
        told = paths_told.told(answer, params, letters.names, given["top"])
        told["paths"] = [row | _share(row["customers"], told["counted"]["customers"]) for row in told["paths"]]
        return told | ({"told_as_other": list(letters.other)} if letters.other else {})

    return replace(paths.PATHS_TAKEN, present=present), params, ()


def _share(customers: int, n: int) -> Presented:
    estimate = intervals.wilson(customers, n)
    return {"share": estimate.value if n else None, "low": estimate.low, "high": estimate.high}


def _opens(at: Pointed) -> CellsOf:
    """Whose paths were too long, who did not arrive; without a word, everybody with a path."""
    known = {"counted": pathways.PEOPLE, "longer": pathways.LONGER, "unfinished": pathways.UNFINISHED}
    return field("totals", known[at.state({name: name for name in known})])


def _behind(at: Pointed) -> Members:
    params: PathsParams = at.prepared.params
    if "layer" in at.where:
        key = _link(at, params)
    elif "path" in at.where:
        key = _path(at, params)
    else:
        return at.members(_opens(at))
    if not key:  # an anchor, with all that is tied to it
        return at.members(field("totals", pathways.PEOPLE))
    return replace(at, prepared=replace(at.prepared, params=pathways.only(params, key))).members(field("customers", 0))


def _letters(at: Pointed, names: Sequence[Any]) -> list[int]:
    given = dict(at.prepared.given)
    wish = Wish(at.context, given, at.prepared.over, at.prepared.selection, at.prepared.as_of)
    letters, _, _ = _read(wish)
    return [letters.letter(str(name), at.context, at.prepared.over) for name in names]


def _path(at: Pointed, params: PathsParams) -> int:
    """The key of a whole path, or of everything that begins (before an end: ends) with it."""
    steps = [step[0] for step in parsing.steps(str(at.where["path"]))]
    letters = _letters(at, steps)
    if params.kind == pathways.BEFORE:
        letters.reverse()
    if params.anchored and letters.pop(0) != (params.start or params.end):
        raise errors.NothingToOpen(where="path")
    through = at.state({"whole": "", "through": "through"})
    if len(letters) > params.free:
        raise errors.NothingToOpen(where="path")
    if not through and len(letters) < params.free and params.kind != pathways.BETWEEN:
        letters.append(params.base - 1)
    return sum(letter * int(power) for letter, power in zip(letters, params.powers, strict=False))


def _link(at: Pointed, params: PathsParams) -> int:
    """The key of two neighbouring steps at their place."""
    layer = int(at.where["layer"])
    ends = _letters(at, [at.where.get("from", ""), at.where.get("to", "")])
    if params.kind == pathways.BEFORE:
        layer, ends = -1 - layer, ends[::-1]
    places = [layer - 1, layer] if params.anchored else [layer, layer + 1]
    if layer < 0 or places[1] >= params.free:
        raise errors.NothingToOpen(where="layer, from, to")
    return sum(letter * int(params.powers[k]) for letter, k in zip(ends, places, strict=True) if k >= 0)


PATHS = Asked(_make, _opens, _behind)
