"""Who is who, decided anew from all evidence."""

from __future__ import annotations

from sqlalchemy import select

from wend.identity.resolving import resolved
from wend.identity.ties import standing
from wend.kit.clock import epoch_seconds
from wend.people import repository, ruling
from wend.people.absorbing import LOCK
from wend.people.repository import CHANGES, LINKS, Held
from wend.store.facade import Store, tables

_L = tables.identity_links.c


def resolve_all(store: Store, workspace: str) -> None:
    """Decide everything anew."""
    with store.work(workspace) as work:
        work.lock(LOCK)
        everyone = {e for row in work.rows(select(_L.a, _L.b).where(_L.workspace == work.workspace)) for e in row}
        for each in repository.decisions(work):
            everyone |= {each.decision.a, each.decision.b}
        ties = repository.ties_around(work, everyone)
        said = standing(each.decision for each in repository.decisions(work))
        found = resolved(ties, said, ruling.rules(work))
        links = repository.links_of(work, everyone)
        held = repository.held(work, everyone)
        change = work.numbers(CHANGES)
        rows = {}
        for each in everyone:
            was = held.get(each)
            person = found.person_of.get(each, each)
            if was is None or was.person != person or was.links != links[each]:
                rows[each] = Held(person, links[each], change)
        repository.hold(work, rows)
        stored = repository.refusals_around(work, everyone)
        repository.change_refusals(
            work,
            [p for p in stored if p not in found.refused],
            {p: w for p, w in found.refused.items() if stored.get(p) != w},
            epoch_seconds(work.clock.now()) * 1_000_000,
        )
        repository.settle_up_to(work, repository.counts(work).get(LINKS, 0))
