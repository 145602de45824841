"""What people put on the map: obstacles that no search found, and notes at anything that the map shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from wend.maps.model import Interval

RemarkKind = Literal["obstacle", "note"]
ElementKind = Literal["stage", "touchpoint", "step", "feeling", "obstacle"]


@dataclass(frozen=True, slots=True)
class Element:
    """Something that the map shows: `key` of its kind, in a stage; "" where it is the same in all of them. An obstacle
    here is one that was found, by its key.
    """

    kind: ElementKind
    key: str
    stage: str = ""


@dataclass(frozen=True, slots=True)
class AskedNumber:
    """How a number of an answer is asked for: the question, its parameters as a person writes them, the selection
    (epoch seconds; None = no limit), and the words that name the number.
    """

    question: str
    params: dict[str, str]
    over: Literal["events", "touchpoints"]
    per: str
    where: dict[str, str]
    from_at: int | None = None
    to_at: int | None = None
    channels: tuple[str, ...] = ()
    traits: tuple[tuple[str, str], ...] = ()
    segments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownNumber:
    """A number as it was when somebody put it on the map: the customers behind it, as a share of the `share.n` whom the
    question was asked of. `as_of` is the moment up to which the log was known then.
    """

    asked: AskedNumber
    customers: int
    share: Interval
    as_of: int


@dataclass(frozen=True, slots=True)
class Remark:
    """An obstacle or a note, where it stands, and the number that shows it. `version` grows with each change; times are
    epoch seconds.
    """

    id: str
    kind: RemarkKind
    stage_set: str
    about: Element
    title: str
    text: str
    number: ShownNumber | None
    version: int
    by: str
    at: int


Standing = Mapping[str, Sequence[Remark]]
"""What people put on a map, by stage."""
NOTHING: Standing = {}
