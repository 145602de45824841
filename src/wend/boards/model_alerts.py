"""Alerts, as rooms and doors see them. Times are epoch seconds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from wend.kit.texts import Language

AlertState = Literal["unknown", "learning", "inside", "outside"]
"""Unknown: not checked yet. Learning: too few checks to know what is usual."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of an answer: the column `column` of the first row whose columns hold what `row` says. An empty `row`
    is the answer's first row, or a number beside its table such as `customers`.

    Of a segment: `size` is how many are in it, `entered` and `left` how many did so in the last `days` that the row
    names (one when it names none), each as often as they did.
    """

    column: str
    row: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where a number belongs: from `low` to `high`, open where None; or with `usual`, where its last `last` checks say
    that the next one will be. It is back only when it is `margin_percent` of the range inside of it again.
    """

    low: float | None = None
    high: float | None = None
    usual: bool = False
    last: int = 30
    margin_percent: int = 10


@dataclass(frozen=True, slots=True)
class Watch:
    """What an alert looks at, how often, and whom it tells: addresses of e-mail, and the address of a webhook."""

    cell: Cell
    bounds: Bounds
    every_s: int = 3_600
    emails: tuple[str, ...] = ()
    webhook: str = ""
    language: Language = "en"
    on: bool = True


@dataclass(frozen=True, slots=True)
class Alert:
    """An alert as it stands, about a saved question or a segment: the other of both is empty. `since` is when it came
    into its state, `value` and `trouble` are of the last check.
    """

    id: str
    name: str
    question: str
    segment: str
    watch: Watch
    version: int
    state: AlertState
    since: int
    episode: int
    value: float | None
    checked_at: int | None
    trouble: str
    by: str
    at: int


@dataclass(frozen=True, slots=True)
class NewAlert:
    """An alert just made or changed. `secret` signs what its webhook gets, and is shown only when it is made."""

    alert: Alert
    secret: str


@dataclass(frozen=True, slots=True)
class AlertCheck:
    """One check: the number, the range it was held against (None = open or not known yet) and what followed."""

    at: int
    value: float
    low: float | None
    high: float | None
    state: AlertState


@dataclass(frozen=True, slots=True)
class Message:
    """What an alert promised to send: waiting, sent or parked (given up, until somebody sends it again)."""

    sequence: int
    kind: str
    to: str
    state: Literal["waiting", "sent", "parked"]
    attempts: int
    promised_at: int
    due_at: int
    done_at: int | None
    trouble: str
