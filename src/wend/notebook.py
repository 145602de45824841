"""The notebook door: the same answers from Python, as Arrow tables or pandas frames.

import wend

shop = wend.open("wend-data")
shop.funnel("cart.filled > checkout.started > order.placed", within="7d").to_pandas()
"""

from __future__ import annotations

import inspect
import os
from dataclasses import replace
from datetime import date
from inspect import Parameter as Place
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from wend.bootstrap import open_workspace, settings_from_environment
from wend.domain.selection import FOREVER, FOREVER_AGO, Selection
from wend.kit.texts import Language, as_language, text
from wend.questions import facade as questions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pyarrow as pa

    from wend.maps.model import JourneyMap
    from wend.questions.facade import Answer, Over, Question
    from wend.segments.facade import Held, Segment
    from wend.workspaces.facade import Workspace

Moment = date | str
"""A date, a datetime (which is a date to Python), or what either looks like as text."""


MOST_ROWS = 1_000_000
SECONDS = 60.0


class Asking(Protocol):
    """A question as a function: its parameters in order or by name, then the options of `Notebook.ask`."""

    def __call__(self, *params: Any, **more: Any) -> Answer:
        """The answer."""


class Notebook:
    """One workspace, opened for questions.

    Every registered question is a method too: `shop.funnel(["a", "b"], within="7d")`; `help(shop.funnel)` tells its
    parameters. A question or a parameter whose name is a word of Python itself ends in an underscore: `shop.return_()`.
    """

    def __init__(self, workspace: Workspace, language: Language = "en") -> None:
        self.workspace = workspace
        self.language = language

    @classmethod
    def open(cls, directory: str | Path, workspace: str) -> Notebook:
        """The workspace in `directory`; made empty when there is none yet."""
        spoken = as_language(os.environ.get("WEND_LANGUAGE") or os.environ.get("LC_ALL") or os.environ.get("LANG"))
        return cls(open_workspace(settings_from_environment(Path(directory), workspace)), spoken)

    def __getattr__(self, name: str) -> Asking:
        question = next((each for each in questions.QUESTIONS if each.key == name.removesuffix("_")), None)
        if question is None:
            raise AttributeError(f"{type(self).__name__} has no question or method {name!r}")
        return _asking(self, question)

    def __dir__(self) -> Iterable[str]:
        return sorted({*super().__dir__(), *(_named(each.key) for each in questions.QUESTIONS)})

    def ask(
        self,
        question: str,
        *,
        since: Moment | None = None,
        until: Moment | None = None,
        channels: Sequence[str] = (),
        traits: Mapping[str, str] | None = None,
        segments: Sequence[str] = (),
        over: Over | None = None,
        per: str = "customer",
        **params: Any,
    ) -> Answer:
        """The answer to a registered question, for events from `since` up to, not including, `until`.

        Moments are dates, datetimes or their ISO text, in UTC where they say no zone. `segments` asks of their
        customers alone, whoever is in any of these, by key or name. `over` is "events" or "touchpoints"; `per` whose
        journeys are walked: "customer", "session", or a property of events such as "order_id"; `params` are those of
        the question, as on the command line.

        Raises the Mistakes of `questions` for unknown names, each with the closest known one.
        """
        selection = _selection(since, until, channels, traits or {})
        if segments:
            from wend.segments.facade import segment

            selection = replace(selection, segments=tuple(segment(self.workspace, each).key for each in segments))
        given = {name: Path(value) if name in questions.files(question) else value for name, value in params.items()}
        return replace(questions.ask(self.workspace, question, given, selection, over, per), language=self.language)

    def saved(self, name: str) -> Answer:
        """The answer to a saved question, now; by its name, however that is capitalised. Raises UnknownSaved."""
        from wend.boards import facade as boards

        kept = boards.saved(self.workspace, name)
        return replace(boards.answer(self.workspace, kept.asked), language=self.language)

    def segments(self) -> list[Segment]:
        """Every segment, by name, with its members now: what the worker has not followed yet is followed first."""
        from wend.segments import facade as kept

        kept.catch_up(self.workspace)
        return list(kept.segments(self.workspace))

    def holds(self, condition: dict[str, Any] | str | Path, customer: str, *, at: Moment | None = None) -> Held:
        """Whether a condition (a document, its text, or a file) holds of a customer, found by any of their identifiers,
        at a moment, now when none is said; and `until` when it stays so if nothing happens (epoch seconds, None = for
        good). Raises UnknownCustomer, and what is wrong with the condition.
        """
        from wend.segments import facade as kept

        asked = None if at is None else questions.moment(str(at))
        return kept.holds(self.workspace, questions.condition(condition), customer, asked)

    def members(self, name: str) -> pa.Table:
        """The members of a segment, by its key or name: `customer`, `since`. Raises UnknownSegment."""
        import pyarrow as arrow

        from wend.kit.clock import from_epoch
        from wend.segments import facade as kept

        kept.catch_up(self.workspace)
        found = list(kept.every_member(self.workspace, name))
        since = arrow.array([from_epoch(each.since) for each in found], arrow.timestamp("s", "UTC"))
        return arrow.table({"customer": [each.customer for each in found], "since": since})

    def customers(
        self, query: str = "", *, segments: Sequence[str] = (), limit: int = 100, offset: int = 0
    ) -> pa.Table:
        """Customers whose identifiers or traits hold every word of the query, and who are in any of these segments when
        some are named (by key or name), last seen first: `customer`, `name`, `stage`, `events`, `first_at`, `last_at`.

        Raises UnknownSegment.
        """
        import pyarrow as arrow

        from wend.customers import facade as people
        from wend.kit.clock import from_epoch
        from wend.segments import facade as kept

        among = None
        if segments:
            kept.catch_up(self.workspace)
            among = kept.among(self.workspace, segments)
        rows = people.search(self.workspace, query, limit=limit, offset=offset, among=among).rows
        told = {"customer": [row.customer for row in rows], "name": [row.label for row in rows]}
        told |= {"stage": [row.stage for row in rows]}
        moments = {name: [from_epoch(getattr(row, name)) for row in rows] for name in ("first_at", "last_at")}
        columns = {name: arrow.array(values, arrow.string()) for name, values in told.items()}
        columns["events"] = arrow.array([row.events for row in rows], arrow.int64())
        columns |= {name: arrow.array(values, arrow.timestamp("s", "UTC")) for name, values in moments.items()}
        return arrow.table(columns)

    def sql(self, query: str, *, most: int = MOST_ROWS, seconds: float = SECONDS) -> pa.Table:
        """The first `most` rows of one SELECT, in DuckDB's dialect, over `events` (the log) and `customers` (who they
        are: `customer`, `events`, `first_at`, `last_at` and a column for each trait).

        Read-only: no other files, no extensions, no settings. Raises BadQuery, also when it takes longer.
        """
        return self.workspace.log.sql(query, most, seconds)

    def map(self, stage_set: str | None = None, segments: Sequence[str] = (), moves: Sequence[str] = ()) -> JourneyMap:
        """The current-state map of the whole log: of everybody, or of the members of any of these segments now; with a
        lane for each segment of `moves`: where customers entered and left it.

        Raises UnknownSegment.
        """
        from wend.maps import facade as maps

        if segments or moves:
            from wend.segments import facade as kept

            kept.catch_up(self.workspace)
        return maps.build_map(self.workspace, stage_set=stage_set, segments=segments, moves=moves)


def _selection(
    since: Moment | None, until: Moment | None, channels: Sequence[str], traits: Mapping[str, str]
) -> Selection:
    return Selection(
        from_at=FOREVER_AGO if since is None else questions.moment(str(since)),
        to_at=FOREVER if until is None else questions.moment(str(until)),
        channels=tuple(channels),
        traits=tuple(traits.items()),
    )


def _asking(notebook: Notebook, question: Question) -> Asking:
    signature = _signature(question)

    def asking(*params: Any, **more: Any) -> Answer:
        given = signature.bind(*params, **more).arguments
        return notebook.ask(question.key, **{name.removesuffix("_"): value for name, value in given.items()})

    told = [f"{_named(each.name)}: {text(notebook.language, each.help_key)}" for each in question.parameters]
    asking.__name__ = asking.__qualname__ = _named(question.key)
    asking.__doc__ = "\n".join([text(notebook.language, question.help_key), "", *told])
    asking.__signature__ = signature  # type: ignore[attr-defined]  # what `help` and `inspect` read
    return asking


def _signature(question: Question) -> inspect.Signature:
    """The required parameters first, then the others, then what every question can be asked with."""
    ordered = sorted(question.parameters, key=lambda each: not each.required)
    own = [
        Place(_named(each.name), Place.POSITIONAL_OR_KEYWORD, default=Place.empty if each.required else None)
        for each in ordered
    ]
    names = {each.name for each in own}
    common = [
        each
        for each in inspect.signature(Notebook.ask).parameters.values()
        if each.kind is Place.KEYWORD_ONLY and each.name not in names
    ]
    return inspect.Signature([*own, *common])


def _named(key: str) -> str:
    return f"{key}_" if iskeyword(key) else key
