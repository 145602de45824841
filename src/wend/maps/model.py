"""The journey map as data: one shape for the browser, the JSON file, the drawing and the spreadsheet.

Every number is a `Figure` or carries n; everything that can be opened names the customers behind it by a `Behind`.
Feelings are on the scale −2 … +2, shares are 0 … 1, durations whole seconds, money minor units.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wend.domain.names import Name

_Own = Literal["stage", "step", "touchpoint", "obstacle", "feeling", "slowing", "left", "transition"]
BehindKind = Literal[_Own, "entered", "exited"]


@dataclass(frozen=True, slots=True)
class Behind:
    """How to open the customers behind a number.

    `kind` and its places, understood by `maps.facade.customers_behind`; of who `entered` and `exited` a segment `key`
    is its key.
    """

    kind: Literal[
        "stage", "step", "touchpoint", "obstacle", "feeling", "slowing", "left", "transition", "entered", "exited"
    ]
    key: str
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a number comes from: the question asked, over which events, and when; with which version of which stage
    set and of the registry (0 = as proposed); and the names of the segments whose members it is about, "" = everybody.
    """

    question: str
    from_at: int
    to_at: int
    computed_at: int
    log_version: str
    stage_set: str = ""
    stage_set_version: int = 0
    registry_version: int = 0
    segments: str = ""


@dataclass(frozen=True, slots=True)
class Interval:
    """A value with its 95 % interval and the number of answers or customers under it.

    `method`: wilson, t, adjusted-wald, bootstrap.
    """

    value: float
    low: float
    high: float
    n: int
    method: str


@dataclass(frozen=True, slots=True)
class Trend:
    """Events per week, oldest first; `starts_at` is the first week's first second."""

    starts_at: int
    weekly: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FrequentStep:
    """What customers do in a stage: an event or touchpoint and how many of the stage's customers did it."""

    key: str
    name: Name
    customers: int
    share: float


@dataclass(frozen=True, slots=True)
class MapTouchpoint:
    """A touchpoint as seen in one stage."""

    touchpoint: str
    name: Name
    stage: str
    channel: str
    events: int
    customers: int
    repeats: int
    trend: Trend
    feeling: Interval | None
    behind: Behind


@dataclass(frozen=True, slots=True)
class Feeling:
    """One point of the feeling curve.

    `levels` counts answers from very negative to very positive; `weak` marks n below 10.
    """

    stage: str
    touchpoint: str
    experience: Interval | None
    expectation: Interval | None
    levels: tuple[int, int, int, int, int]
    weak: bool
    behind: Behind


@dataclass(frozen=True, slots=True)
class Comparison:
    """One bar of evidence: a group, its figure and its size."""

    label: Name
    figure: Interval
    hit: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """What one customer said."""

    customer: str
    text: str
    at: int
    rating: int | None


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A drop-off or delay that matters: those who were hit against comparable customers who were not.

    `effect` is hit minus not hit in the units of `outcome` (rating: points on −2…+2; next_step, return, stay: share;
    money: minor units a customer), with its 95 %
    interval; `p_adjusted` holds after correction for all `tests` comparisons made. `began`/`ended` are set when it is
    a matter of time, `group` when it strikes
    one group only (for example `province = Nghệ An`).
    """

    key: str
    kind: Literal["late", "slow", "dropoff", "repeat", "order", "incident", "encounter", "slowing"]
    title: Name
    stage: str
    touchpoint: str
    customers: int
    at_risk: int
    share: float
    outcome: Literal["rating", "next_step", "return", "stay", "money"]
    effect: float
    low: float
    high: float
    p_adjusted: float
    tests: int
    began: int | None
    ended: int | None
    group: str
    weight: float
    comparisons: tuple[Comparison, ...]
    behind: Behind


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the drawer shows of one obstacle.

    Comparisons, quotes, what they did next against the others, and who they are.
    """

    obstacle: Obstacle
    breakdown: tuple[Comparison, ...]
    quotes: tuple[Quote, ...]
    next_steps: tuple[Comparison, ...]
    method: Name
    related: tuple[Comparison, ...] = ()


@dataclass(frozen=True, slots=True)
class Metric:
    """One named figure of a stage."""

    key: str
    name: Name
    unit: Literal["share", "seconds", "score", "count", "money"]
    figure: Interval | None
    value: float


@dataclass(frozen=True, slots=True)
class StageData:
    """Which data exists in a stage.

    Kinds (behaviour, transactions, identity, feelings) with the share of its customers that has each.
    """

    behaviour: float
    transactions: float
    identity: float
    feelings: float


@dataclass(frozen=True, slots=True)
class MapStage:
    """One column of the map."""

    stage: str
    name: Name
    customers: int
    here_now: int
    slowing: int
    left: int
    next_share: Interval | None
    median_seconds: int | None
    p90_seconds: int | None
    steps: tuple[FrequentStep, ...]
    metrics: tuple[Metric, ...]
    data: StageData
    behind: Behind


@dataclass(frozen=True, slots=True)
class Moved:
    """Customers of a stage who entered or left a segment while they stood in it, how many `times` in all, and what
    share of the stage's customers they are; None where the stage has none.
    """

    customers: int
    times: int
    share: Interval | None
    behind: Behind


@dataclass(frozen=True, slots=True)
class StageMoves:
    """What happened between a segment and a stage."""

    stage: str
    entered: Moved
    left: Moved


@dataclass(frozen=True, slots=True)
class Passed:
    """Customers who entered, and who left."""

    entered: int
    left: int


@dataclass(frozen=True, slots=True)
class SegmentLane:
    """Where on the map customers entered and left a segment in the map's period, told `since` it was made.

    `elsewhere` are those who moved while they stood in no stage of the map: before any touchpoint, or without an event
    in its period; `anew` those who only moved because the segment was changed or everybody was judged anew, who are in
    no stage's numbers.
    """

    segment: str
    name: str
    version: int
    since: int
    stages: tuple[StageMoves, ...]
    elsewhere: Passed
    anew: Passed


@dataclass(frozen=True, slots=True)
class JourneyMap:
    """A current-state map, drawn from the log; with a lane for each segment that was asked for."""

    title: Name
    stage_set: str
    customers: int
    events: int
    covered_share: float
    channels: tuple[str, ...]
    stages: tuple[MapStage, ...]
    touchpoints: tuple[MapTouchpoint, ...]
    feelings: tuple[Feeling, ...]
    obstacles: tuple[Obstacle, ...]
    provenance: Provenance
    moves: tuple[SegmentLane, ...] = ()
