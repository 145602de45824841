"""A workspace of a running server: the questions, names and answers of the notebook door, over HTTP."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from wend.domain.names import Name
from wend.domain.selection import FOREVER, FOREVER_AGO
from wend.opened import MOST_ROWS, SECONDS, Moment, Opened, spoken, table_of_customers, table_of_members
from wend.questions import facade as questions
from wend.questions.facade import Answer
from wend.remote.errors import NotOffered, OneWorkspace
from wend.remote.line import Line, Query, part

if TYPE_CHECKING:
    import pyarrow as pa

    from wend.domain.selection import Selection
    from wend.kit.texts import Language
    from wend.maps.model import JourneyMap
    from wend.questions.facade import Over
    from wend.segments.facade import Held, Segment

T = TypeVar("T")
USUAL_WORKSPACE = "main"
MOST_IN_PAGE = 500


class Remote(Opened):
    """The workspace that a server shows."""

    def __init__(self, line: Line, language: Language = "en") -> None:
        self._line = line
        self.language = language

    @classmethod
    def open(cls, url: str, workspace: str, key: str, *, insecure: bool = False) -> Remote:
        """The workspace of the server at `url`, seen with a secret key: `key`, or the environment's WEND_KEY.

        Raises NoKey, BadAddress, Unprotected, NotReached, and what the server says of the key.
        """
        line = Line(url, key or os.environ.get("WEND_KEY", ""), insecure=insecure)
        if workspace != USUAL_WORKSPACE:
            raise OneWorkspace(place=line.place)
        opened = cls(line, spoken())
        opened._get("/api/questions")  # a key that opens nothing is told now, not at the tenth line of a notebook
        return opened

    def __repr__(self) -> str:
        return f"<Wend at {self._line!r}>"

    def _ask(
        self,
        question: str,
        selected: Selection,
        segments: Sequence[str],
        over: Over | None,
        per: str,
        params: dict[str, Any],
    ) -> Answer:
        given, written = questions.written(question, params)
        query: Query = {
            "from_at": None if selected.from_at == FOREVER_AGO else selected.from_at,
            "to_at": None if selected.to_at == FOREVER else selected.to_at,
            "channel": list(selected.channels),
            "trait": [f"{name}={value}" for name, value in selected.traits],
            "segment": [self._get(f"/api/segments/{part(each)}")["key"] for each in segments],
        }
        spec = questions.question_of(question)
        body = {"params": written, "over": over or spec.over, "per": per}
        path = f"/api/questions/{question}"
        return self._answer(self._line.post(self.language, path, body, query), given, (path, body, query))

    def saved(self, name: str) -> Answer:
        kept = self._get(f"/api/saved-questions/{part(name)}")
        asked = kept["asked"]
        given, written = questions.written(asked["question"], asked["params"])
        told = self._get(f"/api/saved-questions/{part(kept['id'])}/answer")
        query = {"from_at": asked["from_at"], "to_at": asked["to_at"], "channel": asked["channels"]}
        if asked["last_days"]:  # the calendar said which days these are
            answer = Answer.of_json(told, "")
            query |= {"from_at": answer.from_at, "to_at": answer.to_at}
        query |= {"trait": ["=".join(each) for each in asked["traits"]], "segment": asked["segments"]}
        body = {"params": written, "over": told["over"], "per": asked["per"]}
        return self._answer(told, given, (f"/api/questions/{asked['question']}", body, query))

    def segments(self) -> list[Segment]:
        from wend.segments.model import Segment

        return _shaped(self._get("/api/segments"), list[Segment])

    def holds(self, condition: dict[str, Any] | str | Path, customer: str, *, at: Moment | None = None) -> Held:
        from wend.segments.model_person import Held

        moment = None if at is None else questions.moment(str(at))
        body = {"condition": questions.condition(condition), "customer": customer, "moment": moment}
        return _shaped(self._line.post(self.language, "/api/conditions/holds", body), Held)

    def members(self, name: str) -> pa.Table:
        from wend.segments.model import Member

        def pages() -> Iterator[Member]:
            after: str | None = ""
            while after is not None:
                asked: Query = {"after": after, "limit": MOST_IN_PAGE}
                page = self._get(f"/api/segments/{part(name)}/members", asked)
                yield from _shaped(page["members"], list[Member])
                after = page["following"] or None

        return table_of_members(pages())

    def customers(
        self, query: str = "", *, segments: Sequence[str] = (), limit: int = 100, offset: int = 0
    ) -> pa.Table:
        from wend.customers.model import CustomerRow

        rows: list[CustomerRow] = []
        following: int | None = offset
        while following is not None and len(rows) < limit:
            most = min(MOST_IN_PAGE, limit - len(rows))
            wanted: Query = {"query": query, "segment": list(segments), "offset": following, "limit": most}
            page = self._get("/api/customers", wanted)
            rows += _shaped(page["rows"], list[CustomerRow])
            following = page["next_offset"]
        return table_of_customers(rows)

    def sql(self, query: str, *, most: int = MOST_ROWS, seconds: float = SECONDS) -> NoReturn:  # noqa: ARG002
        raise NotOffered(what="sql", place=self._line.place)

    def map(self, stage_set: str | None = None, segments: Sequence[str] = (), moves: Sequence[str] = ()) -> JourneyMap:
        from wend.maps.model import JourneyMap

        wanted: Query = {"stage_set": stage_set, "segment": list(segments), "moves": list(moves)}
        return _shaped(self._get("/api/map/export.json", wanted)["map"], JourneyMap)

    def _get(self, path: str, query: Query | None = None) -> Any:
        return self._line.get(self.language, path, query)

    def _answer(self, told: Mapping[str, Any], given: dict[str, Any], asked: tuple[str, Any, Query]) -> Answer:
        """An answer as the notebook door gives it. What is long or rarely looked at is fetched when it is wanted."""
        spec = questions.question_of(told["question"])
        answer = Answer.of_json(told, spec.rows)
        whole = (lambda: self._whole(*asked)) if questions.has_more(spec.key) else None
        names = Called(lambda: self._called(touchpoints=answer.over == "touchpoints"))
        return replace(answer, params=given, whole=whole, language=self.language, names=names)

    def _whole(self, path: str, body: Any, query: Query) -> Iterator[pa.RecordBatch]:
        """All rows of the table, of which the answer told the first ones."""
        import pyarrow as arrow
        import pyarrow.parquet as parquet

        form = {**query, "format": "parquet"}
        file = self._line.fetch(self.language, "POST", f"{path}/file", form, body)
        return iter(parquet.read_table(arrow.BufferReader(file)).to_batches())

    def _called(self, *, touchpoints: bool) -> dict[str, Name]:
        sets = [each["stage_set"] for each in self._get("/api/stage-sets")]
        named = {stage["key"]: stage["name"] for each in sets for stage in each["stages"]}
        if touchpoints:
            listed = [each["touchpoint"] for each in self._get("/api/touchpoints")]
            named |= {each["key"]: each["name"] for each in listed}
        return {key: _shaped(name, Name) for key, name in named.items()}


class Called(Mapping[str, Name]):
    """What people call the touchpoints and stages of an answer, asked when first a drawing wants to know."""

    def __init__(self, load: Callable[[], dict[str, Name]]) -> None:
        self._load = load

    @cached_property
    def _named(self) -> dict[str, Name]:
        return self._load()

    def __getitem__(self, key: str) -> Name:
        return self._named[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._named)

    def __len__(self) -> int:
        return len(self._named)


def _shaped(told: Any, kind: type[T]) -> T:
    """What the server told as the frozen type that it was."""
    import msgspec

    return msgspec.convert(told, kind)
