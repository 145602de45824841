"""What customers are grouped and ranked by: their numbers, with those made comparable that a few have very many of."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.methods.kinds import Scale
from wend.methods.kmeans import nearest
from wend.methods.matching import successors
from wend.questions import errors
from wend.questions.portraits import CHANNEL, LOGGED, RFM

Real = NDArray[np.float64]
Whole = NDArray[np.int64]

ALL = (*RFM, "active_days", "breadth")


def numbers_of(which: str, known: Sequence[str]) -> list[str]:
    """The numbers that are looked at: those of RFM, or also rhythm, breadth and the share of each channel."""
    return list(RFM) if which == "rfm" else [*ALL, *(name for name in known if name.startswith(CHANNEL))]


def logged(names: Sequence[str]) -> list[bool]:
    """Which of them are looked at on a logarithmic scale."""
    return [name in LOGGED for name in names]


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """Kinds of customers as they were learned: their centres on a scale of numbers, and the ids by which they are
    known. No customer is in it.
    """

    numbers: tuple[str, ...]
    scale: Scale
    centres: Real
    ids: tuple[int, ...]
    unused: int

    def to_json(self) -> dict[str, Any]:
        """As a refresh takes it."""
        return {
            "numbers": list(self.numbers),
            "logged": self.scale.logged.tolist(),
            "mean": self.scale.mean.tolist(),
            "deviation": self.scale.deviation.tolist(),
            "centres": self.centres.tolist(),
            "ids": list(self.ids),
            "unused": self.unused,
        }

    def kind_of(self, rows: Real) -> Whole:
        """The id of every row's kind."""
        return np.array(self.ids, np.int64)[nearest(self.scale.scaled(rows), self.centres)]

    def followed(self, scale: Scale, centres: Real) -> tuple[tuple[int, ...], int]:
        """Ids of new centres, on their own scale: those that an old kind became keep its id, others get ids that none
        had; and the next free one.
        """
        old = (self.centres * self.scale.deviation + self.scale.mean - scale.mean) / scale.deviation
        distances = ((old[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2)
        became = {new: self.ids[place] for place, new in enumerate(successors(distances)) if new is not None}
        unused, ids = self.unused, []
        for place in range(len(centres)):
            ids.append(became.get(place, unused))
            unused += place not in became
        return tuple(ids), unused


def model_of(written: str | dict[str, Any]) -> Model:
    """A model as an answer told it; raises BadModel."""
    try:
        told = json.loads(written) if isinstance(written, str) else written
        numbers, ids = tuple(map(str, told["numbers"])), tuple(map(int, told["ids"]))
        mean, deviation, centres = (np.array(told[name], np.float64) for name in ("mean", "deviation", "centres"))
        scale = Scale(np.array(told["logged"], np.bool_), mean, deviation)
        unused = int(told["unused"])
    except (ValueError, TypeError, KeyError, OverflowError) as odd:
        raise errors.BadModel from odd
    width = (len(numbers),)
    fits = mean.shape == deviation.shape == scale.logged.shape == width and centres.shape == (len(ids), *width)
    finite = bool(np.isfinite(mean).all() and np.isfinite(deviation).all() and np.isfinite(centres).all())
    if not (fits and finite and ids and (deviation > 0).all() and len(set(ids)) == len(ids) and unused > max(ids)):
        raise errors.BadModel
    return Model(numbers, scale, centres, ids, unused)
