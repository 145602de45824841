"""People who are probably one: looked for among all customers, shown with their reasons, decided by somebody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wend.customers.finding import Place, traits_of
from wend.customers.model_suggestions import Joined, Searched, SuggestedPair, SuggestedPerson, SuggestionPage
from wend.customers.naming import label_of
from wend.domain.names import Name
from wend.identity.matching.findings import Finding
from wend.identity.matching.reasons import reason
from wend.log.facade import Journal
from wend.people import facade as people, suggesting
from wend.workspaces.facade import Workspace


def suggest(workspace: Workspace) -> Searched:
    """Compare everybody with everybody who may be them; new pairs wait for a decision. Needs the extra [identity]."""
    traits = dict(_everybody(workspace.log.journal()))
    with workspace.store.reading(workspace.name) as reading:
        held = people.members_of(reading, traits)
    found = suggesting.suggestions_among([suggesting.Known(each, held[each], traits[each]) for each in traits])
    with workspace.store.work(workspace.name) as work:
        new = suggesting.keep(work, found)
    return Searched(len(traits), len(found), new)


def suggestions(workspace: Workspace, least: float, limit: int, offset: int) -> SuggestionPage:
    """A page of what waits, from a weight upwards."""
    journal = workspace.log.journal()
    with workspace.store.reading(workspace.name) as reading:
        total, waiting = suggesting.waiting(reading, least, limit, offset)
    shown = tuple(
        SuggestedPair(
            _person(journal, each.a), _person(journal, each.b), each.weight, each.probability, _because(each.findings)
        )
        for each in waiting
    )
    following = offset + len(shown)
    return SuggestionPage(total, shown, following if shown and following < total else None)


def accept(workspace: Workspace, a: str, b: str, who: str) -> Joined:
    """Join the two. Raises UnknownSuggestion."""
    with workspace.store.work(workspace.name) as work:
        return Joined(1, suggesting.accept(work, a, b, who))


def accept_from(workspace: Workspace, least: float, who: str) -> Joined:
    """Join every pair from a weight upwards."""
    with workspace.store.work(workspace.name) as work:
        return Joined(suggesting.accept_from(work, least, who))


def dismiss(workspace: Workspace, a: str, b: str) -> None:
    """Set a pair aside for good. Raises UnknownSuggestion."""
    with workspace.store.work(workspace.name) as work:
        suggesting.dismiss(work, a, b)


def _everybody(journal: Journal) -> Iterator[tuple[str, dict[str, str]]]:
    for number, bucket in enumerate(journal.buckets):
        for row, person in enumerate(bucket.customers.to_pylist()):
            yield person, {name: str(value) for name, value in traits_of(journal, Place(number, row))}


def _person(journal: Journal, customer: str) -> SuggestedPerson:
    at = journal.find(customer)
    return SuggestedPerson(customer, label_of(customer, () if at is None else traits_of(journal, Place(*at))))


def _because(findings: tuple[dict[str, Any], ...]) -> Name:
    told = [Finding(each["what"], each["how"], each["bits"], each.get("column", "")) for each in findings]
    return Name(reason(told, "en"), reason(told, "vi"))
