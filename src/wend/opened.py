"""What `wend.open` gives: one workspace, opened for questions, wherever its data are."""

from __future__ import annotations

import inspect
import os
from abc import ABC, abstractmethod
from datetime import date
from inspect import Parameter as Place
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from wend.domain.selection import FOREVER, FOREVER_AGO, Selection
from wend.kit.texts import Language, as_language, text
from wend.questions import facade as questions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pyarrow as pa

    from wend.customers.model import CustomerRow
    from wend.maps.model import JourneyMap
    from wend.questions.facade import Answer, Over, Question
    from wend.segments.facade import Held, Segment
    from wend.segments.model import Member

Moment = date | str
"""A date, a datetime (which is a date to Python), or what either looks like as text."""


MOST_ROWS = 1_000_000
SECONDS = 60.0


class Asking(Protocol):
    """A question as a function: its parameters in order or by name, then the options of `Opened.ask`."""

    def __call__(self, *params: Any, **more: Any) -> Answer:
        """The answer."""


class Opened(ABC):
    """One workspace, opened for questions.

    Every registered question is a method too: `shop.funnel(["a", "b"], within="7d")`; `help(shop.funnel)` tells its
    parameters. A question or a parameter whose name is a word of Python itself ends in an underscore: `shop.return_()`.
    """

    language: Language

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
        return self._ask(question, selection(since, until, channels, traits or {}), segments, over, per, params)

    @abstractmethod
    def _ask(
        self,
        question: str,
        selected: Selection,
        segments: Sequence[str],
        over: Over | None,
        per: str,
        params: dict[str, Any],
    ) -> Answer:
        """The answer to a question of a selection that names no segments yet."""

    @abstractmethod
    def saved(self, name: str) -> Answer:
        """The answer to a saved question, now; by its name, however that is capitalised. Raises UnknownSaved."""

    @abstractmethod
    def segments(self) -> list[Segment]:
        """Every segment, by name, with its members now."""

    @abstractmethod
    def holds(self, condition: dict[str, Any] | str | Path, customer: str, *, at: Moment | None = None) -> Held:
        """Whether a condition (a document, its text, or a file) holds of a customer, found by any of their identifiers,
        at a moment, now when none is said; and `until` when it stays so if nothing happens (epoch seconds, None = for
        good). Raises UnknownCustomer, and what is wrong with the condition.
        """

    @abstractmethod
    def members(self, name: str) -> pa.Table:
        """The members of a segment, by its key or name: `customer`, `since`. Raises UnknownSegment."""

    @abstractmethod
    def customers(
        self, query: str = "", *, segments: Sequence[str] = (), limit: int = 100, offset: int = 0
    ) -> pa.Table:
        """Customers whose identifiers or traits hold every word of the query, and who are in any of these segments when
        some are named (by key or name), last seen first: `customer`, `name`, `stage`, `events`, `first_at`, `last_at`.

        Raises UnknownSegment.
        """

    @abstractmethod
    def sql(self, query: str, *, most: int = MOST_ROWS, seconds: float = SECONDS) -> pa.Table:
        """The first `most` rows of one SELECT, in DuckDB's dialect, over `events` (the log) and `customers` (who they
        are: `customer`, `events`, `first_at`, `last_at` and a column for each trait); on the machine of the data only.

        Read-only: no other files, no extensions, no settings. Raises BadQuery, also when it takes longer; NotOffered
        where the workspace is a server's.
        """

    @abstractmethod
    def map(self, stage_set: str | None = None, segments: Sequence[str] = (), moves: Sequence[str] = ()) -> JourneyMap:
        """The current-state map of the whole log: of everybody, or of the members of any of these segments now; with a
        lane for each segment of `moves`: where customers entered and left it.

        Raises UnknownSegment.
        """


def is_url(place: object) -> bool:
    """Whether a place is the address of a server and not a folder."""
    return isinstance(place, str) and place.strip().lower().startswith(("https://", "http://"))


def spoken() -> Language:
    """The language of whoever sits at this machine."""
    return as_language(os.environ.get("WEND_LANGUAGE") or os.environ.get("LC_ALL") or os.environ.get("LANG"))


def selection(
    since: Moment | None, until: Moment | None, channels: Sequence[str], traits: Mapping[str, str]
) -> Selection:
    """What of the log is asked about, of all segments. Raises BadMoment."""
    return Selection(
        from_at=FOREVER_AGO if since is None else questions.moment(str(since)),
        to_at=FOREVER if until is None else questions.moment(str(until)),
        channels=tuple(channels),
        traits=tuple(traits.items()),
    )


def table_of_members(found: Iterable[Member]) -> pa.Table:
    """`customer` and `since` of each."""
    import pyarrow as arrow

    from wend.kit.clock import from_epoch

    listed = list(found)
    since = arrow.array([from_epoch(each.since) for each in listed], arrow.timestamp("s", "UTC"))
    customers = arrow.array([each.customer for each in listed], arrow.string())
    return arrow.table({"customer": customers, "since": since})


def table_of_customers(rows: Sequence[CustomerRow]) -> pa.Table:
    """`customer`, `name`, `stage`, `events`, `first_at` and `last_at` of each."""
    import pyarrow as arrow

    from wend.kit.clock import from_epoch

    told = {"customer": [row.customer for row in rows], "name": [row.label for row in rows]}
    told |= {"stage": [row.stage for row in rows]}
    moments = {name: [from_epoch(getattr(row, name)) for row in rows] for name in ("first_at", "last_at")}
    columns = {name: arrow.array(values, arrow.string()) for name, values in told.items()}
    columns["events"] = arrow.array([row.events for row in rows], arrow.int64())
    columns |= {name: arrow.array(values, arrow.timestamp("s", "UTC")) for name, values in moments.items()}
    return arrow.table(columns)


def _asking(opened: Opened, question: Question) -> Asking:
    signature = _signature(question)

    def asking(*params: Any, **more: Any) -> Answer:
        given = signature.bind(*params, **more).arguments
        return opened.ask(question.key, **{name.removesuffix("_"): value for name, value in given.items()})

    told = [f"{_named(each.name)}: {text(opened.language, each.help_key)}" for each in question.parameters]
    asking.__name__ = asking.__qualname__ = _named(question.key)
    asking.__doc__ = "\n".join([text(opened.language, question.help_key), "", *told])
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
        for each in inspect.signature(Opened.ask).parameters.values()
        if each.kind is Place.KEYWORD_ONLY and each.name not in names
    ]
    return inspect.Signature([*own, *common])


def _named(key: str) -> str:
    return f"{key}_" if iskeyword(key) else key
