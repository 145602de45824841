"""A small SVG canvas: elements are built as a tree, so that no name in the data can become markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET  # only builds and writes, never parses

from wend.kit.drawing.typeface import FAMILY, Weight, font_face, wrap

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class Canvas:
    """Collects shapes in drawing order; `svg` writes the file."""

    def __init__(self, width: float, background: str, *, carries_font: bool = True) -> None:
        self.width = width
        self.background = background
        self.carries_font = carries_font
        self._shapes: list[ET.Element] = []

    def shape(self, tag: str, **attributes: object) -> ET.Element:
        """Any SVG element; underscores in names become hyphens."""
        element = ET.Element(tag, {name.replace("_", "-"): _written(value) for name, value in attributes.items()})
        self._shapes.append(element)
        return element

    def box(
        self, x: float, y: float, width: float, height: float, fill: str, *, radius: float = 0, line: str = "none"
    ) -> None:
        """A rectangle."""
        self.shape("rect", x=x, y=y, width=width, height=height, rx=radius, fill=fill, stroke=line)

    def line(
        self, x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 1, dash: str = "none"
    ) -> None:
        """A straight line."""
        self.shape("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=colour, stroke_width=width, stroke_dasharray=dash)

    def words(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        colour: str,
        weight: Weight = "regular",
        anchor: str = "start",
        whole: str = "",
    ) -> None:
        """One line of text; `y` is its baseline. What it was cut from, `whole`, is told under the mouse."""
        number = 600 if weight == "semibold" else 400
        element = self.shape("text", x=x, y=y, font_size=size, fill=colour, font_weight=number, text_anchor=anchor)
        element.text = _FORBIDDEN.sub("\ufffd", words)
        if whole and whole != words:
            ET.SubElement(element, "title").text = _FORBIDDEN.sub("\ufffd", whole)

    def paragraph(
        self,
        x: float,
        y: float,
        words: str,
        width: float,
        size: float,
        colour: str,
        weight: Weight = "regular",
        lines: int = 3,
    ) -> float:
        """Wrapped text from the top `y`; returns the height it took."""
        made = wrap(words, width, size, weight, lines)
        for index, line in enumerate(made):
            self.words(x, y + size * (1.0 + 1.35 * index), line, size, colour, weight)
        return size * 1.35 * len(made)

    def polyline(self, points: Iterable[tuple[float, float]], colour: str, width: float, dash: str = "none") -> None:
        """An open line through the points."""
        self.shape(
            "polyline", points=_points(points), fill="none", stroke=colour, stroke_width=width, stroke_dasharray=dash
        )

    def polygon(self, points: Iterable[tuple[float, float]], fill: str, opacity: float = 1) -> None:
        """A filled area."""
        self.shape("polygon", points=_points(points), fill=fill, fill_opacity=opacity)

    def svg(self, height: float, title: str, summary: str) -> str:
        """The finished drawing, with its font inside if it carries it, and a title and a description for readers."""
        root = ET.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "width": _written(self.width),
                "height": _written(height),
                "viewBox": f"0 0 {_written(self.width)} {_written(height)}",
                "role": "img",
                "font-family": f"'{FAMILY}', sans-serif",
            },
        )
        ET.SubElement(root, "title").text = _FORBIDDEN.sub("\ufffd", title)
        ET.SubElement(root, "desc").text = _FORBIDDEN.sub("\ufffd", summary)
        if self.carries_font:
            ET.SubElement(root, "style").text = font_face()
        ET.SubElement(root, "rect", {"width": "100%", "height": "100%", "fill": self.background})
        root.extend(self._shapes)
        return ET.tostring(root, encoding="unicode")


def _points(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _written(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
