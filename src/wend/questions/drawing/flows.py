"""A flow as columns of bars and ribbons between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wend.kit.drawing.figures import compact
from wend.questions.drawing.sankey import Link, Node, Ribbon, laid
from wend.questions.drawing.sheet import BODY, MARGIN, SMALL, WIDTH, Sheet

_BAR, _GAP, _ROW = 12.0, 22.0, 50.0
_LEAST, _LABEL = 220.0, 200.0
_LINE = 1.25


def flows(
    sheet: Sheet,
    y: float,
    links: Sequence[Link],
    name: Callable[[str], str],
    order: Sequence[str] = (),
    calm: str = "",
) -> float:
    """The columns from left to right; the thing `calm` is drawn without colour."""
    shown = [link for link in links if link.value > 0]
    if not shown:
        return sheet.nothing(y)
    y += 8  # names of thin bars reach above them
    layers = sorted({layer for link in shown for layer in (link.layer, link.layer + 1)})
    columns = {layer: {end for link in shown for end in _ends(link, layer)} for layer in layers}
    height = max(_LEAST, max(len(column) for column in columns.values()) * _ROW)
    nodes, ribbons = laid(shown, height, _GAP, order)
    step = (WIDTH - 2 * MARGIN - _label(len(layers))) / (len(layers) - 1)
    left = {layer: MARGIN + place * step for place, layer in enumerate(layers)}
    room = dict.fromkeys(layers, step - _BAR - 14) | {layers[-1]: _label(len(layers)) - _BAR - 8}
    for ribbon in ribbons:
        source, target = left[ribbon.link.layer] + _BAR, left[ribbon.link.layer + 1]
        _ribbon(sheet, ribbon, (source, target), y, calm=ribbon.link.target == calm)
    for node in nodes:
        _node(sheet, node, left[node.layer], y, room[node.layer], name(node.key), calm=node.key == calm)
    return y + height + 14


def _label(columns: int) -> float:
    """Room for the names beside the last column: as much as the others have, where there are many."""
    return min(_LABEL, (WIDTH - 2 * MARGIN) / columns)


def _ends(link: Link, layer: int) -> tuple[str, ...]:
    return (link.source,) * (link.layer == layer) + (link.target,) * (link.layer + 1 == layer)


def _ribbon(sheet: Sheet, ribbon: Ribbon, ends: tuple[float, float], y: float, *, calm: bool) -> None:
    (x0, x1), y0, y1 = ends, y + ribbon.left, y + ribbon.right
    thick, bend = max(0.6, ribbon.thick), (x0 + x1) / 2
    path = (
        f"M{x0:.1f} {y0:.1f}C{bend:.1f} {y0:.1f} {bend:.1f} {y1:.1f} {x1:.1f} {y1:.1f}V{y1 + thick:.1f}"
        f"C{bend:.1f} {y1 + thick:.1f} {bend:.1f} {y0 + thick:.1f} {x0:.1f} {y0 + thick:.1f}Z"
    )
    colour = sheet.palette.calm if calm else sheet.palette.bar
    sheet.canvas.shape("path", d=path, fill=colour, fill_opacity=0.45 if calm else 0.3)


def _node(sheet: Sheet, node: Node, x: float, y: float, room: float, name: str, *, calm: bool) -> None:
    """The bar with its name and its number; in one line where it is too low for two."""
    colour = sheet.palette.dashed if calm else sheet.palette.accent
    sheet.canvas.box(x, y + node.y, _BAR, max(1.0, node.height), colour, radius=2)
    middle, figure = y + node.y + node.height / 2, compact(node.value, sheet.answer.language)
    if node.height > 2 * _LINE * BODY:
        sheet.label(x + _BAR + 7, middle - 2, name, room, font=SMALL + 0.5)
        sheet.label(x + _BAR + 7, middle + 13, figure, room, colour=sheet.palette.soft, font=SMALL)
    else:
        sheet.label(x + _BAR + 7, middle + 4, f"{figure}  {name}", room, font=SMALL + 0.5)
