"""An answer: what was asked, over what, and what came out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from wend.domain.names import Name
from wend.kit.clock import epoch_seconds, from_epoch
from wend.kit.texts import Language, text
from wend.questions.specs import Over
from wend.questions.tabling import flat

if TYPE_CHECKING:
    from wend.questions.drawing.picture import Picture


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question. Times are epoch seconds, the period is [from_at, to_at).

    `content` is the fold's answer in words, `main` the name of its table; `whole` gives all rows of a table of which
    `content` holds the first ones. `customers` and `events` count what the selection held; `as_of` is the moment up to
    which the log was known. `language` is only for those who look at it, `names` for
    drawings: what people call the touchpoints and stages of this answer.
    """

    question: str
    params: dict[str, Any]
    over: Over
    from_at: int
    to_at: int
    as_of: int
    computed_at: int
    log_version: str
    customers: int
    events: int
    main: str
    content: dict[str, Any] = field(default_factory=dict)
    whole: Callable[[], Iterator[pa.RecordBatch]] | None = field(default=None, repr=False, compare=False)
    language: Language = "en"
    names: Mapping[str, Name] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of_json(cls, told: Mapping[str, Any], main: str) -> Answer:
        """The answer that `to_json` told, with the name of its table. Names for drawings, the language, and the rows
        beyond those told are for the caller to add.
        """
        content = {name: value for name, value in told.items() if name not in _ENVELOPE}
        if "cases" not in told:  # an answer of single numbers has its customers among them, behind what it is named by
            first = {name: content.pop(name) for name in (main,) if name in content}
            content = first | {"customers": told["customers"]} | content
        return cls(
            question=told["question"],
            params=told["params"],
            over=told["over"],
            from_at=_seconds(told["period"]["from"]),
            to_at=_seconds(told["period"]["to"]),
            as_of=_seconds(told["as_of"]),
            computed_at=_seconds(told["computed_at"]),
            log_version=told["log_version"],
            customers=told.get("of", told["customers"]) if told["question"] == "segment" else told["customers"],
            events=told["events"],
            main=main,
            content=content,
        )

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows of the answer's table; an answer of single numbers is one row."""
        table = self.content.get(self.main)
        return table if isinstance(table, list) else [self.content]

    def table(self, name: str) -> list[dict[str, Any]]:
        """The rows of a table of the answer, dictionaries inside a row as columns of their own."""
        return [flat(row) for row in self.content[name]]

    def to_json(self) -> dict[str, Any]:
        """JSON-ready, in the documented, stable shape."""
        envelope = {"question": self.question, "params": self.params, "over": self.over}
        period = {"period": {"from": _iso(self.from_at), "to": _iso(self.to_at)}, "as_of": _iso(self.as_of)}
        origin = {"computed_at": _iso(self.computed_at), "log_version": self.log_version}
        return envelope | period | origin | {"customers": self.customers, "events": self.events} | self.content

    @property
    def shown(self) -> list[dict[str, Any]]:
        """The rows as a table shows them: dictionaries inside a row are columns of their own."""
        return [flat(row) for row in self.rows]

    def batches(self) -> Iterator[pa.RecordBatch]:
        """The answer's table in pieces, all rows of it."""
        return self.whole() if self.whole else iter(pa.Table.from_pylist(self.shown).to_batches())

    def to_arrow(self) -> pa.Table:
        """The answer's table, all rows of it."""
        batches = list(self.batches())
        return pa.Table.from_batches(batches) if batches else pa.Table.from_pylist([])

    def to_pandas(self) -> Any:
        """The answer's table as a data frame; needs pandas installed."""
        return self.to_arrow().to_pandas()

    def to_csv(self, path: str | Path) -> None:
        """Write the answer's table for a spreadsheet, all rows of it."""
        self._write(path, ".csv")

    def to_parquet(self, path: str | Path) -> None:
        """Write the answer's table as a Parquet file, all rows of it."""
        self._write(path, ".parquet")

    def to_xlsx(self, path: str | Path) -> None:
        """Write the answer's table as a workbook of one sheet, all rows of it."""
        self._write(path, ".xlsx")

    def plot(self) -> Picture:
        """A drawing that a notebook shows; raises NoDrawing for a question that has none."""
        from wend.questions.drawing.picture import picture

        return picture(self)

    def to_svg(self, path: str | Path) -> None:
        """Write the drawing as SVG, with its font inside. Raises NoDrawing."""
        self._write(path, ".svg")

    def to_png(self, path: str | Path) -> None:
        """Write the drawing as PNG, two pixels to each of its units. Raises NoDrawing."""
        self._write(path, ".png")

    def to_pdf(self, path: str | Path) -> None:
        """Write the drawing as a PDF of one page of its own size. Raises NoDrawing."""
        self._write(path, ".pdf")

    def _repr_html_(self) -> str:
        from wend.questions import showing

        said = {"from_at": self.from_at, "to_at": self.to_at, "customers": self.customers, "events": self.events}
        return showing.html(self.question, self.shown, said, self.language)

    def _write(self, path: str | Path, ending: str) -> None:
        from wend.questions import files

        files.write(self, Path(path), ending)

    @property
    def title(self) -> str:
        """The question's name, as a heading."""
        return text(self.language, f"questions.{self.question}.title")


_ENVELOPE = frozenset(
    {"question", "params", "over", "period", "as_of", "computed_at", "log_version", "customers", "events"}
)


def _seconds(moment: str) -> int:
    return epoch_seconds(datetime.fromisoformat(moment))


def _iso(seconds: int) -> str:
    return from_epoch(seconds).isoformat().replace("+00:00", "Z")
