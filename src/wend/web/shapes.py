"""Shapes that only the browser needs: what the pickers offer, and the steps of the import wizard.

Times are epoch seconds; ids of events are text because a browser's numbers end at 2⁵³.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wend.domain.names import Name
from wend.domain.stage import StageSet
from wend.domain.touchpoint import Touchpoint


@dataclass(frozen=True, slots=True)
class ChannelChoice:
    """A channel and how many events it carries."""

    channel: str
    events: int


@dataclass(frozen=True, slots=True)
class TraitValue:
    """One value of a trait and the customers who have it."""

    value: str
    customers: int


@dataclass(frozen=True, slots=True)
class TraitChoice:
    """A trait that can cut the map, with its most frequent values."""

    name: str
    values: tuple[TraitValue, ...]


@dataclass(frozen=True, slots=True)
class StageSetChoice:
    """A stage set that the map can be drawn with; `suggested` marks the one drawn when none is named."""

    key: str
    name: Name
    suggested: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """What the pickers offer; `currency` is the one that most amounts of the log are in."""

    from_at: int
    to_at: int
    events: int
    customers: int
    channels: tuple[ChannelChoice, ...]
    traits: tuple[TraitChoice, ...]
    stage_sets: tuple[StageSetChoice, ...]
    currency: str
    log_version: str


@dataclass(frozen=True, slots=True)
class UploadedColumn:
    """One column of an uploaded file; `kind` is the place of the mapping that reads it ("" = a property)."""

    name: str
    kind: str
    examples: tuple[str, ...]
    empty_share: float


@dataclass(frozen=True, slots=True)
class PlannedReason:
    """Why a part of the mapping is proposed."""

    place: str
    text: Name
    confidence: float


@dataclass(frozen=True, slots=True)
class PlannedProblem:
    """What is wrong with the mapping, or with rows of the preview."""

    code: str
    message: Name
    next: Name
    line: int | None


@dataclass(frozen=True, slots=True)
class PlannedEvent:
    """An event that the rows of the preview become, in the order of the rows; `at` is ISO 8601 in UTC."""

    line: int
    event: str
    subject: str
    at: str
    channel: str
    rating: int | None
    amount: int | None
    currency: str | None


@dataclass(frozen=True, slots=True)
class Plan:
    """How uploaded files would be imported: the first rows, the mapping as text, why, and what the rows become."""

    upload: str
    files: tuple[str, ...]
    file: str
    columns: tuple[UploadedColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    toml: str
    reasons: tuple[PlannedReason, ...]
    questions: tuple[Name, ...]
    problems: tuple[PlannedProblem, ...]
    events: tuple[PlannedEvent, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """An import at work. `total_bytes` is 0 until it is known."""

    id: str
    files: tuple[str, ...]
    state: Literal["waiting", "running", "done", "failed"]
    bytes: int
    total_bytes: int
    rows: int
    rows_per_second: float
    seconds_left: float | None
    added: int
    repeated: int
    quarantined: int
    error: Name | None
    next: Name | None


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """One event name: how often, by whom, when, where, and which touchpoint covers it."""

    event: str
    events: int
    customers: int
    first_at: int
    last_at: int
    channels: tuple[ChannelChoice, ...]
    properties: tuple[str, ...]
    ratings: int
    covered: int
    touchpoints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CataloguePage:
    """The event catalogue with its coverage."""

    events: int
    customers: int
    covered_share: float
    rows: tuple[CatalogueRow, ...]


@dataclass(frozen=True, slots=True)
class BadRowLine:
    """One row in quarantine: where it stood, why it could not be used, and what it held."""

    id: str
    file: str
    line: int
    reason: Name
    next: Name
    row: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReasonCount:
    """How many rows wait for one reason."""

    code: str
    reason: Name
    rows: int


@dataclass(frozen=True, slots=True)
class QuarantinePage:
    """Rows in quarantine, newest import first, and the reasons with their counts."""

    total: int
    reasons: tuple[ReasonCount, ...]
    rows: tuple[BadRowLine, ...]
    next_offset: int | None


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a replay of the quarantine did."""

    added: int
    still_bad: int


@dataclass(frozen=True, slots=True)
class ListedTouchpoint:
    """A touchpoint with the reasons for it in words, what its rule `asks` of an event beside its name and channel, and
    what it takes after all rules before it.
    """

    touchpoint: Touchpoint
    said: tuple[Name, ...]
    asks: Name
    events: int
    customers: int


@dataclass(frozen=True, slots=True)
class SaidStage:
    """The reasons for one stage's rules in words."""

    stage: str
    said: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class ListedStageSet:
    """A stage set with the reasons for its rules in words; `suggested` marks the one that maps are drawn with."""

    stage_set: StageSet
    said: tuple[SaidStage, ...]
    suggested: bool
