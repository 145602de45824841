"""The notebook door: the same answers from Python, as Arrow tables or pandas frames.

import wend

shop = wend.open("wend-data")
shop.ask("funnel", steps="cart.filled > checkout.started > order.placed", within="7d").to_pandas()
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wend.bootstrap import open_workspace, settings_from_environment
from wend.domain.selection import FOREVER, FOREVER_AGO, Selection
from wend.questions import facade as questions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wend.maps.model import JourneyMap
    from wend.questions.facade import Answer, Over
    from wend.workspaces.facade import Workspace

Moment = date | str
"""A date, a datetime (which is a date to Python), or what either looks like as text."""


class Notebook:
    """One workspace, opened for questions."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    @classmethod
    def open(cls, directory: str | Path, workspace: str) -> Notebook:
        """The workspace in `directory`; made empty when there is none yet."""
        return cls(open_workspace(settings_from_environment(Path(directory), workspace)))

    def ask(
        self,
        question: str,
        *,
        since: Moment | None = None,
        until: Moment | None = None,
        channels: Sequence[str] = (),
        traits: Mapping[str, str] | None = None,
        over: Over | None = None,
        **params: Any,
    ) -> Answer:
        """The answer to a registered question, for events from `since` up to, not including, `until`.

        Moments are dates, datetimes or their ISO text, in UTC where they say no zone. `over` is "events" or
        "touchpoints"; `params` are those of the question, as on the command line.

        Raises the Mistakes of `questions` for unknown names, each with the closest known one.
        """
        selection = _selection(since, until, channels, traits or {})
        given = {name: Path(value) if name in questions.files(question) else value for name, value in params.items()}
        return questions.ask(self.workspace, question, given, selection, over)

    def map(self, stage_set: str | None = None) -> JourneyMap:
        """The current-state map of the whole log."""
        from wend.maps import facade as maps

        return maps.build_map(self.workspace, stage_set=stage_set)


def _selection(
    since: Moment | None, until: Moment | None, channels: Sequence[str], traits: Mapping[str, str]
) -> Selection:
    return Selection(
        from_at=FOREVER_AGO if since is None else questions.moment(str(since)),
        to_at=FOREVER if until is None else questions.moment(str(until)),
        channels=tuple(channels),
        traits=tuple(traits.items()),
    )
