"""Where the bars and the ribbons of a flow stand: columns of things on one scale, flows between neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A flow from a thing in one column to a thing in the next."""

    layer: int
    source: str
    target: str
    value: float


@dataclass(frozen=True, slots=True)
class Node:
    """A thing in its column; `y` and `height` in units of the drawing."""

    layer: int
    key: str
    value: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A flow: from the height `left` beside its source to `right` beside its target, `thick` all the way."""

    link: Link
    left: float
    right: float
    thick: float


def laid(
    links: Sequence[Link], height: float, gap: float, order: Sequence[str] = ()
) -> tuple[list[Node], list[Ribbon]]:
    """Things keep the order in which `order` lists them; others stand below, the largest on top."""
    columns = _columns(links, order)
    longest = max((len(column) for column in columns.values()), default=1)
    most = max((sum(value for _, value in column) for column in columns.values()), default=0.0)
    space = min(gap, height / 3 / longest)
    scale = (height - space * (longest - 1)) / most if most else 0.0
    nodes = []
    for layer, column in columns.items():
        y = 0.0
        for key, value in column:
            nodes.append(Node(layer, key, value, y, value * scale))
            y += value * scale + space
    return nodes, _ribbons(links, nodes, scale)


def _columns(links: Sequence[Link], order: Sequence[str]) -> dict[int, list[tuple[str, float]]]:
    totals: dict[int, dict[str, list[float]]] = {}
    for link in links:
        for layer, key, side in ((link.layer, link.source, 0), (link.layer + 1, link.target, 1)):
            totals.setdefault(layer, {}).setdefault(key, [0.0, 0.0])[side] += link.value
    place = {key: at for at, key in enumerate(order)}

    def rank(each: tuple[str, float]) -> tuple[int, float]:
        return place.get(each[0], len(place)), -each[1]

    return {
        layer: sorted(((key, max(sides)) for key, sides in column.items()), key=rank)
        for layer, column in sorted(totals.items())
    }


def _ribbons(links: Sequence[Link], nodes: Sequence[Node], scale: float) -> list[Ribbon]:
    """Flows leave and arrive in the order of the other ends, so that they cross as little as they can."""
    at = {(node.layer, node.key): place for place, node in enumerate(nodes)}
    ends = [(at[link.layer, link.source], at[link.layer + 1, link.target], link) for link in links]
    used = {side: dict.fromkeys(range(len(nodes)), 0.0) for side in ("left", "right")}
    made = []
    for source, target, link in sorted(ends, key=lambda each: each[:2]):
        thick = link.value * scale
        made.append(
            Ribbon(link, nodes[source].y + used["left"][source], nodes[target].y + used["right"][target], thick)
        )
        used["left"][source] += thick
        used["right"][target] += thick
    return made
