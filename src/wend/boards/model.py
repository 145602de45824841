"""Saved questions, dashboards and links, as rooms and doors see them. Times are epoch seconds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from wend.domain.names import Name
from wend.personas.facade import Line, Portrait
from wend.questions.facade import Over

COLUMNS = 12
"""The width of a dashboard in cells of its grid."""
TileKind = Literal["question", "text"]
Look = Literal["", "chart", "table"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with everything it is asked with, in no language.

    `params` are written as on the command line; an empty `over` is the question's own. The period is [from_at, to_at),
    open where None, or the `last_days` whole days before today, which move with the calendar. `look` and `hide` say
    how a screen shows the answer.
    """

    question: str
    params: dict[str, str] = field(default_factory=dict)
    over: Over | Literal[""] = ""
    per: str = "customer"
    from_at: int | None = None
    to_at: int | None = None
    last_days: int = 0
    channels: tuple[str, ...] = ()
    traits: tuple[tuple[str, str], ...] = ()
    segments: tuple[str, ...] = ()
    look: Look = ""
    hide: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """One version of a saved question: what is asked, who said so and when."""

    id: str
    name: str
    asked: Asked
    version: int
    by: str
    at: int


@dataclass(frozen=True, slots=True)
class Tile:
    """A place on a dashboard: `x`, `y`, `width` and `height` in cells. It shows the saved question with the id
    `question`, or `text`.
    """

    id: str
    kind: TileKind
    x: int
    y: int
    width: int
    height: int
    question: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Dashboard:
    """A page of tiles. Who changes it says which version they saw."""

    id: str
    name: str
    tiles: tuple[Tile, ...]
    version: int
    by: str
    at: int


@dataclass(frozen=True, slots=True)
class Share:
    """A read-only link to a dashboard, or to a persona, whose id stands in the same place. Its token is known to nobody
    but those who were given it.
    """

    id: str
    dashboard: str
    by: str
    created_at: int
    expires_at: int
    revoked_at: int | None
    live: bool


@dataclass(frozen=True, slots=True)
class NewShare:
    """A link just made: the only time that its token is shown."""

    share: Share
    token: str


@dataclass(frozen=True, slots=True)
class Named:
    """A key of the registry, or of a segment, with its name."""

    key: str
    name: Name


@dataclass(frozen=True, slots=True)
class SharedBoard:
    """A dashboard as somebody with a link sees it: no names of people, and only what its tiles need."""

    name: str
    tiles: tuple[Tile, ...]
    questions: tuple[Saved, ...]
    touchpoints: tuple[Named, ...]
    stages: tuple[Named, ...]
    segments: tuple[Named, ...]
    expires_at: int
    timezone: str


@dataclass(frozen=True, slots=True)
class SharedPersona:
    """A persona as somebody with a link sees it: what its condition says in both languages (None where that names
    somebody), the lines of people without who wrote them, the portrait without quotes, and what things are called.
    """

    name: str
    says: Name | None
    lines: tuple[Line, ...]
    portrait: Portrait
    touchpoints: tuple[Named, ...]
    stages: tuple[Named, ...]
    expires_at: int
    timezone: str
