"""An answer: what was asked, over what, and what came out."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from wend.kit.clock import from_epoch
from wend.kit.texts import Language, text
from wend.questions.specs import Over
from wend.questions.tabling import flat

if TYPE_CHECKING:
    from wend.questions.drawing import Picture


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question. Times are epoch seconds, the period is [from_at, to_at).

    `content` is the fold's answer in words, `main` the name of its table; `customers` and `events` count what the
    selection held; `as_of` is the moment up to which the log was known. `language` is only for those who look at it.
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
    language: Language = "en"

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows of the answer's table; an answer of single numbers is one row."""
        table = self.content.get(self.main)
        return table if isinstance(table, list) else [self.content]

    def to_json(self) -> dict[str, Any]:
        """JSON-ready, in the documented, stable shape."""
        envelope = {"question": self.question, "params": self.params, "over": self.over}
        period = {"period": {"from": _iso(self.from_at), "to": _iso(self.to_at)}, "as_of": _iso(self.as_of)}
        origin = {"computed_at": _iso(self.computed_at), "log_version": self.log_version}
        return envelope | period | origin | {"customers": self.customers, "events": self.events} | self.content

    def to_arrow(self) -> pa.Table:
        """The answer's table."""
        return pa.Table.from_pylist(self._flat())

    def to_pandas(self) -> Any:
        """The answer's table as a data frame; needs pandas installed."""
        return self.to_arrow().to_pandas()

    def to_csv(self, path: str | Path) -> None:
        """The answer's table for a spreadsheet; lists of steps are written as paths."""
        from wend.questions import writing

        writing.write_csv(self._flat(), Path(path))

    def to_parquet(self, path: str | Path) -> None:
        """The answer's table as a Parquet file, as `to_arrow` has it."""
        from wend.questions import writing

        writing.write_parquet(self.to_arrow(), Path(path))

    def to_xlsx(self, path: str | Path) -> None:
        """The answer's table as a workbook of one sheet."""
        from wend.questions import writing

        writing.write_xlsx(self._flat(), Path(path), self._title())

    def plot(self) -> Picture:
        """A drawing that a notebook shows: bars with intervals, a heat map for cohorts."""
        from wend.questions import drawing

        return drawing.picture(self._title(), self._flat())

    def _repr_html_(self) -> str:
        from wend.questions import showing

        said = {"from_at": self.from_at, "to_at": self.to_at, "customers": self.customers, "events": self.events}
        return showing.html(self.question, self._flat(), said, self.language)

    def _flat(self) -> list[dict[str, Any]]:
        return [flat(row) for row in self.rows]

    def _title(self) -> str:
        return text(self.language, f"questions.{self.question}.title")


def _iso(seconds: int) -> str:
    return from_epoch(seconds).isoformat().replace("+00:00", "Z")
