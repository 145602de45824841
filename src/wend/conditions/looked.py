"""What a walk over a log looks for. Each is a mark on events, of which one walk has room for so many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wend.conditions import errors
from wend.conditions.limits import MOST_PLAIN, MOST_TOLD
from wend.conditions.tree import EVER, End, Happening, InOrder, Known, Leaf, Short, Stage, Test


@dataclass(frozen=True, slots=True)
class Look:
    """Any of some happenings, perhaps passing one more test, perhaps entered from a stage."""

    what: tuple[Happening, ...]
    test: Test | None = None
    came_from: str = ""

    @property
    def plain(self) -> bool:
        """Whether the name of an event is enough; if not, properties, touchpoints or stages tell."""
        named = all(each.kind in ("event", "anything") and not each.where for each in self.what)
        return named and self.test is None


def looked_for(leaf: Leaf) -> Iterator[Look]:
    """Everything that one leaf looks for. Whatever may not come before the same step is one thing."""
    if isinstance(leaf, Known | Short):
        return
    if isinstance(leaf, Stage):
        every = Happening("stage", (), (), leaf.stage_set)
        yield Look((every,))
        yield Look((Happening("stage", (leaf.stage,), (), leaf.stage_set),), None, leaf.came_from)
        return
    if isinstance(leaf, InOrder):
        for step in leaf.steps:
            yield from (Look(each) for each in ((step.what,), step.without) if each)
    else:
        yield Look((leaf.what,))
    if isinstance(leaf, End):
        yield Look((leaf.what,), leaf.test)
    frame = getattr(leaf, "frame", EVER)
    if frame.since is not None:
        yield Look((frame.since,))


def marks_of(leaves: Iterable[Leaf]) -> tuple[int, int]:
    """How many different things leaves look for: those that names tell, and those that need more."""
    found = {look for leaf in leaves for look in looked_for(leaf)}
    plain = sum(look.plain for look in found)
    return plain, len(found) - plain


def check_looks(leaves: Iterable[Leaf]) -> None:
    """Raises TooManyLooks when one walk has no room for all that leaves look for."""
    for many, most in zip(marks_of(leaves), (MOST_PLAIN, MOST_TOLD), strict=True):
        if many > most:
            raise errors.TooManyLooks(many=many, most=most)


def fits(leaves: Iterable[Leaf]) -> bool:
    """Whether one walk has room for all that leaves look for."""
    plain, told = marks_of(leaves)
    return plain <= MOST_PLAIN and told <= MOST_TOLD
