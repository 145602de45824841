"""What is left to decide when a person's evidence was erased: those it touched without joining them may stand otherwise
now.
"""

from __future__ import annotations

from collections.abc import Collection

from wend.people import repository
from wend.people.absorbing import LOCK
from wend.people.deciding import redecide
from wend.people.repository import CHANGES
from wend.store.facade import Work


def left(work: Work, neighbours: Collection[str]) -> None:
    """Decide anew about the neighbours, who have fewer links now. Whoever keeps answers by version makes new ones."""
    work.lock(LOCK)
    work.numbers(CHANGES)
    if neighbours:
        links = repository.links_of(work, neighbours)
        held = repository.held(work, neighbours)
        repository.hold(work, {each: row._replace(links=links[each]) for each, row in held.items()})
        redecide(work, set(neighbours))
