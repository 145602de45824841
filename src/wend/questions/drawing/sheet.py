"""What every drawing of an answer stands on: its canvas, its words in the reader's language, its head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from wend.kit.drawing import figures
from wend.kit.drawing.canvas import Canvas
from wend.kit.drawing.palette import Palette
from wend.kit.drawing.typeface import Weight, fitted, measure
from wend.kit.texts import text
from wend.questions.answer import Answer
from wend.questions.specs import question as question_of
from wend.questions.tabling import Row

WIDTH, MARGIN = 960.0, 28.0
SMALL, BODY, TITLE = 11.5, 13.0, 19.0
LINE = 28.0
"""Height of one line of bars."""
_COUNTED = ("customers", "cases", "entries")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The answer and the canvas it is drawn on."""

    answer: Answer
    canvas: Canvas
    palette: Palette

    def said(self, key: str, **places: object) -> str:
        """A text of drawings."""
        return text(self.answer.language, f"questions_drawn.{key}", **places)

    def named(self, key: object) -> str:
        """A touchpoint or a stage by its name in the reader's language, anything else as it is written."""
        name = self.answer.names.get(str(key))
        return str(key) if name is None else name.in_(self.answer.language)

    def count(self, value: object) -> str:
        """A whole number."""
        return figures.number(size(value), self.answer.language)

    def percent(self, share: object) -> str:
        """A share, one digit."""
        return "–" if share is None else figures.percent(size(share), self.answer.language)

    def span(self, seconds: object) -> str:
        """A time in its largest unit."""
        return "–" if seconds is None else figures.duration(size(seconds), self.answer.language)

    def customers(self, value: object) -> str:
        """So many customers, or cases where cases were counted."""
        return self.said("cases" if "cases" in self.answer.content else "customers", number=self.count(value))

    def counted(self, row: Row) -> float:
        """How many customers a row counts, or cases, or tries."""
        return size(next((row[name] for name in _COUNTED if name in row), None))

    def rows(self, table: str) -> list[Row]:
        """The rows of a table of the answer; none where it has no such table."""
        found = self.answer.content.get(table)
        return found if isinstance(found, list) else []

    def label(
        self,
        x: float,
        y: float,
        words: str,
        room: float,
        anchor: str = "start",
        colour: str = "",
        weight: Weight = "regular",
        font: float = BODY,
    ) -> None:
        """One line that is cut where its room ends; the whole of it is told under the mouse."""
        shown = fitted(words, room, font, weight)
        self.canvas.words(x, y, shown, font, colour or self.palette.ink, weight, anchor, words)

    def heading(self, y: float, words: str) -> float:
        """What the part below shows; returns where that part begins."""
        used = self.canvas.paragraph(MARGIN, y, words, WIDTH - 2 * MARGIN, BODY, self.palette.ink, "semibold", lines=2)
        return y + used + 10

    def nothing(self, y: float) -> float:
        """Says that there is nothing to draw."""
        self.canvas.words(MARGIN, y + BODY, self.said("nothing"), BODY, self.palette.soft)
        return y + LINE

    def legend(self, y: float, parts: Sequence[tuple[str, str]]) -> float:
        """Colours and what they mean, in a row that breaks where it must."""
        x = MARGIN
        for name, colour in parts:
            wide = 18 + measure(name, SMALL) + 18
            if x > MARGIN and x + wide > WIDTH - MARGIN:
                x, y = MARGIN, y + 20
            self.canvas.box(x, y + 2, 12, 12, colour, radius=3)
            self.canvas.words(x + 18, y + 12, name, SMALL, self.palette.soft)
            x += wide
        return y + 26


def size(value: object) -> float:
    """A number, or nothing."""
    return float(value) if isinstance(value, int | float) else 0.0


def head(sheet: Sheet) -> float:
    """The question, what it was asked of, what it was asked about; returns where the drawing begins."""
    canvas, answer, palette = sheet.canvas, sheet.answer, sheet.palette
    canvas.words(MARGIN, 42, answer.title, TITLE, palette.ink, "semibold")
    sheet.label(MARGIN, 64, facts(sheet), WIDTH - 2 * MARGIN, colour=palette.soft, font=SMALL)
    y = 64.0
    if about := _about(answer.params):
        y += 19
        sheet.label(MARGIN, y, about, WIDTH - 2 * MARGIN, colour=palette.soft, font=SMALL)
    return y + 22


def facts(sheet: Sheet) -> str:
    """The period and the sizes of what was walked."""
    answer = sheet.answer
    period = figures.period(answer.from_at, max(answer.from_at, answer.to_at - 1), answer.language)
    known = (
        sheet.said("customers", number=sheet.count(answer.customers)),
        sheet.said("events", number=sheet.count(answer.events)),
    )
    return " · ".join((period, *known) if answer.events else known)


def foot(sheet: Sheet, y: float) -> float:
    """What the answer does not say, where it is easily read for more; returns the height of the whole."""
    question = question_of(sheet.answer.question)
    if question.caution:
        words = text(sheet.answer.language, question.caution_key)
        y += 14 + sheet.canvas.paragraph(MARGIN, y + 14, words, WIDTH - 2 * MARGIN, SMALL, sheet.palette.soft, lines=4)
    return y + MARGIN


_ASKED = ("conversion", "plan", "start", "end", "return", "event", "outcome")
"""Parameters without which a drawing does not say what it is of."""


def _about(params: dict[str, Any]) -> str:
    return " › ".join(_written(params[name]) for name in _ASKED if params.get(name))


def _written(value: Any, sign: str = " > ") -> str:
    if isinstance(value, list | tuple):
        inner = " | " if value and all(isinstance(each, str) for each in value) else sign
        return inner.join(_written(each) for each in value)
    return str(value)
