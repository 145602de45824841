"""A drawing that a notebook shows by itself and that is saved as a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from wend.kit.drawing.canvas import Canvas
from wend.kit.drawing.palette import AROUND, LIGHT, Palette
from wend.questions.answer import Answer
from wend.questions.drawing.drawn import DRAWN
from wend.questions.drawing.sheet import WIDTH, Sheet, facts, foot, head
from wend.questions.errors import NoDrawing


@dataclass(frozen=True, slots=True)
class Picture:
    """The drawing of one answer, in that answer's language."""

    answer: Answer

    @property
    def svg(self) -> str:
        """On a white page, with its font inside: looks the same everywhere."""
        return _drawn(self.answer, LIGHT, carries_font=True)

    @property
    def png(self) -> bytes:
        """Two pixels for each unit of the drawing."""
        from wend.kit.drawing.rendering import png

        return png(_drawn(self.answer, LIGHT, carries_font=False))

    @property
    def pdf(self) -> bytes:
        """One vector page of the drawing's own size."""
        from wend.kit.drawing.rendering import pdf

        return pdf(_drawn(self.answer, LIGHT, carries_font=False))

    def save(self, path: str | Path) -> None:
        """Write it as SVG, PNG or PDF, by the ending. Raises UnknownEnding and Unwritable."""
        from wend.questions import files

        files.save(self, Path(path))

    def _repr_svg_(self) -> str:
        return _drawn(self.answer, AROUND, carries_font=False)


def picture(answer: Answer) -> Picture:
    """The drawing of an answer; raises NoDrawing for a question that has none."""
    if answer.question not in DRAWN:
        raise NoDrawing(title=answer.title)
    return Picture(answer)


def _drawn(answer: Answer, palette: Palette, *, carries_font: bool) -> str:
    sheet = Sheet(answer, Canvas(WIDTH, palette.page, carries_font=carries_font), palette)
    draw: Callable[[Sheet, float], float] = DRAWN[answer.question]
    height = foot(sheet, draw(sheet, head(sheet)))
    return sheet.canvas.svg(height, answer.title, facts(sheet))
