"""Which identifiers are one person: the connected parts of the links."""

from __future__ import annotations

from collections.abc import Iterable

from wend.domain.event import IDENTIFIER_KINDS
from wend.identity.reasons import Link

_RANK: dict[str, int] = {kind: rank for rank, kind in enumerate(IDENTIFIER_KINDS)}


def _order(identifier: str) -> tuple[int, str]:
    return _RANK.get(identifier.partition(":")[0], len(_RANK)), identifier


def components(links: Iterable[Link | tuple[str, str]]) -> dict[str, str]:
    """The canonical identifier of each identifier that any link speaks of.

    The canonical one of a person is their best (customer before e-mail before phone before device) and then smallest
    identifier, so
    it depends on the set of links alone and not on their order. An identifier without links is its own canonical one
    and is left out.
    """
    parent: dict[str, str] = {}

    def root(of: str) -> str:
        top = parent.setdefault(of, of)
        while parent[top] != top:
            top = parent[top]
        while parent[of] != top:  # shorten the way for the next one
            parent[of], of = top, parent[of]
        return top

    for link in links:
        a, b = (link.a, link.b) if isinstance(link, Link) else link
        one, other = root(a), root(b)
        if one != other:
            best, worse = (one, other) if _order(one) <= _order(other) else (other, one)
            parent[worse] = best
    return {identifier: root(identifier) for identifier in parent}


def conflicts(canonical: dict[str, str]) -> dict[str, list[str]]:
    """People who carry more than one customer number: canonical identifier → their customer numbers, for a person to
    look at.
    """
    numbers: dict[str, list[str]] = {}
    for identifier, best in canonical.items():
        if identifier.startswith("customer:"):
            numbers.setdefault(best, []).append(identifier)
    return {best: sorted(held) for best, held in numbers.items() if len(held) > 1}
