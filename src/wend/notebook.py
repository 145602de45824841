"""The notebook door: the same answers from Python, as Arrow tables or pandas frames.

import wend

shop = wend.open("wend-data")
shop.funnel("cart.filled > checkout.started > order.placed", within="7d").to_pandas()
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wend.bootstrap import open_workspace, settings_from_environment
from wend.opened import MOST_ROWS, SECONDS, Moment, Opened, spoken, table_of_customers, table_of_members
from wend.questions import facade as questions

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

    from wend.domain.selection import Selection
    from wend.kit.texts import Language
    from wend.maps.model import JourneyMap
    from wend.questions.facade import Answer, Over
    from wend.segments.facade import Held, Segment
    from wend.workspaces.facade import Workspace


class Notebook(Opened):
    """The workspace of a directory on this machine."""

    def __init__(self, workspace: Workspace, language: Language = "en") -> None:
        self.workspace = workspace
        self.language = language

    @classmethod
    def open(cls, directory: str | Path, workspace: str) -> Notebook:
        """The workspace in `directory`; made empty when there is none yet."""
        return cls(open_workspace(settings_from_environment(Path(directory), workspace)), spoken())

    def _ask(
        self,
        question: str,
        selected: Selection,
        segments: Sequence[str],
        over: Over | None,
        per: str,
        params: dict[str, Any],
    ) -> Answer:
        if segments:
            from wend.segments.facade import segment

            selected = replace(selected, segments=tuple(segment(self.workspace, each).key for each in segments))
        given = {name: Path(value) if name in questions.files(question) else value for name, value in params.items()}
        return replace(questions.ask(self.workspace, question, given, selected, over, per), language=self.language)

    def saved(self, name: str) -> Answer:
        from wend.boards import facade as boards

        kept = boards.saved(self.workspace, name)
        return replace(boards.answer(self.workspace, kept.asked), language=self.language)

    def segments(self) -> list[Segment]:
        """Every segment, by name, with its members now: what the worker has not followed yet is followed first."""
        from wend.segments import facade as kept

        kept.catch_up(self.workspace)
        return list(kept.segments(self.workspace))

    def holds(self, condition: dict[str, Any] | str | Path, customer: str, *, at: Moment | None = None) -> Held:
        from wend.segments import facade as kept

        asked = None if at is None else questions.moment(str(at))
        return kept.holds(self.workspace, questions.condition(condition), customer, asked)

    def members(self, name: str) -> pa.Table:
        from wend.segments import facade as kept

        kept.catch_up(self.workspace)
        return table_of_members(kept.every_member(self.workspace, name))

    def customers(
        self, query: str = "", *, segments: Sequence[str] = (), limit: int = 100, offset: int = 0
    ) -> pa.Table:
        from wend.customers import facade as people
        from wend.segments import facade as kept

        among = None
        if segments:
            kept.catch_up(self.workspace)
            among = kept.among(self.workspace, segments)
        return table_of_customers(people.search(self.workspace, query, limit=limit, offset=offset, among=among).rows)

    def sql(self, query: str, *, most: int = MOST_ROWS, seconds: float = SECONDS) -> pa.Table:
        return self.workspace.log.sql(query, most, seconds)

    def map(self, stage_set: str | None = None, segments: Sequence[str] = (), moves: Sequence[str] = ()) -> JourneyMap:
        from wend.maps import facade as maps

        if segments or moves:
            from wend.segments import facade as kept

            kept.catch_up(self.workspace)
        return maps.build_map(self.workspace, stage_set=stage_set, segments=segments, moves=moves)
