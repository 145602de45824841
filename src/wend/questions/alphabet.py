"""The steps of a question about paths: which events are hidden, which are told as one, and how they are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wend.domain.names import composed
from wend.folds import reach
from wend.questions import errors
from wend.questions.context import Context
from wend.questions.parsing import Groups
from wend.questions.specs import Over
from wend.questions.wish import Wish

OTHER = "(other)"
MOST_ROOM = 1 << 22


@dataclass(frozen=True, slots=True)
class Alphabet:
    """`letters[code]` is what a code is told as, 1, 2 … (0 = hidden), `names[letter - 1]` how that is called.

    `other` are the names that had to be told as one, because there were too many.
    """

    letters: NDArray[np.int64]
    names: tuple[str, ...]
    other: tuple[str, ...] = ()

    def letter(self, name: str, context: Context, over: Over) -> int:
        """The letter of a merged name, an event or a touchpoint; raises for unknown and hidden ones."""
        name = composed(name.strip())
        if name in self.names:
            return self.names.index(name) + 1
        letter = int(self.letters[context.code(name, over)])
        if not letter:
            raise errors.UnknownEvent(name, self.names)
        return letter


def alphabet(context: Context, over: Over, hide: Sequence[str], merge: Groups) -> Alphabet:
    """Everything but what is hidden; merged codes share a letter. Raises for names that are not known."""
    told: dict[int, str] = {}
    for name, members in merge:
        for member in members:
            code = context.code(member, over)
            if told.setdefault(code, composed(name)) != composed(name):
                raise errors.ToldTwice(name=member, first=told[code], second=name)
    hidden = {context.code(name, over) for name in hide}
    known = context.names(over)
    letters, places = np.zeros(max(1, len(known)), np.int64), dict[str, int]()
    for code, name in enumerate(known):
        if code not in hidden:
            letters[code] = places.setdefault(told.get(code, name), len(places) + 1)
    return Alphabet(letters, tuple(places))


def narrowed(whole: Alphabet, most: int, wish: Wish, kept: Sequence[int] = ()) -> Alphabet:
    """At most so many letters: the most frequent ones in the selection, and of course `kept`; the others are one more.

    Paths over tens of thousands of steps have more possible forms than a number can tell apart.
    """
    if len(whole.names) <= most:
        return whole
    lens = wish.context.lens if wish.over == "touchpoints" else None
    events = wish.context.machine.answer(reach.REACH, reach.params(wish.codes), wish.selection, lens).answer.events
    volume = np.zeros(len(whole.names) + 1, np.int64)
    np.add.at(volume, whole.letters, events)
    volume[0] = -1
    volume[list(kept)] = np.iinfo(np.int64).max
    best = np.sort(np.argsort(-volume, kind="stable")[: most - 1])
    again = np.full(len(volume), most, np.int64)
    again[0], again[best] = 0, np.arange(1, most)
    other = tuple(name for letter, name in enumerate(whole.names, 1) if again[letter] == most)
    return Alphabet(again[whole.letters], (*(whole.names[letter - 1] for letter in best.tolist()), OTHER), other)


def room(wish: Wish) -> int:
    """Places of an open table with something different for every customer, so that it need not be asked again."""
    customers = sum(len(bucket.offsets) - 1 for bucket in wish.context.machine.journal.buckets)
    return min(MOST_ROOM, max(1 << 12, 1 << (2 * customers).bit_length()))
