"""Segments, as rooms and doors see them. Times are epoch seconds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from wend.domain.names import Name

SegmentKind = Literal["condition", "list"]
SegmentState = Literal["computing", "live"]
What = Literal["entered", "left"]
Why = Literal["event", "window", "people", "consent", "account", "list", "mark", "definition", "recount"]
"""An event that came; a window that ran out, or a day that began; who is who changed; what they agreed to, an account
of theirs, a list, or their mark as no real customer changed; the segment itself was changed; everything was judged
anew: after a large import, another registry, a restored copy.
"""


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment as it stands. `condition` is a canonical document; a list is the condition to be on it.

    `size` are its members now. While it is `computing`, `done` of `total` customers are judged by what it says now, and
    the others still stand as they stood before.
    """

    key: str
    name: str
    kind: SegmentKind
    condition: dict[str, Any]
    webhook: str
    version: int
    state: SegmentState
    done: int
    total: int
    size: int
    made_at: int
    by: str
    at: int


@dataclass(frozen=True, slots=True)
class NewSegment:
    """A segment just made or changed. `secret` signs what its webhook gets, and is shown only when it is made."""

    segment: Segment
    secret: str = ""


@dataclass(frozen=True, slots=True)
class SegmentVersion:
    """What a segment said from a moment on."""

    version: int
    name: str
    condition: dict[str, Any]
    by: str
    at: int


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who is in a segment, and since when: never earlier than the segment was made."""

    customer: str
    since: int


@dataclass(frozen=True, slots=True)
class MemberPage:
    """Some members in the order of their ids, of `total`; `following` begins the next page, "" = the end."""

    members: tuple[Member, ...]
    total: int
    following: str


@dataclass(frozen=True, slots=True)
class Change:
    """Somebody entered or left a segment, and why. `because` is the id of the event, or the part of the condition that
    time alone made true or false.
    """

    sequence: int
    segment: str
    version: int
    customer: str
    what: What
    why: Why
    because: str
    at: int


@dataclass(frozen=True, slots=True)
class ChangePage:
    """Some changes. The newest first: `before` begins the next page, None = the end. The oldest first, for whoever
    follows along: `after` begins the next page, also when there is nothing yet.
    """

    changes: tuple[Change, ...]
    before: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class SizePoint:
    """How large a segment was at the end of a day that begins at `at` (UTC), and how many entered and left that day.

    `computed`: nobody counted then; it is what today's log says of that moment under today's definition.
    """

    at: int
    size: int
    entered: int
    left: int
    computed: bool


@dataclass(frozen=True, slots=True)
class Moves:
    """How often somebody entered and left a segment in a time."""

    entered: int
    left: int


@dataclass(frozen=True, slots=True)
class Passages:
    """Who entered and left a segment in a time, the oldest first: columns of equal length, with the number of whoever
    moved only because the segment was changed or everybody was judged anew, who are not among them.
    """

    segment: Segment
    customers: tuple[str, ...]
    entered: tuple[bool, ...]
    at: tuple[int, ...]
    anew: Moves


@dataclass(frozen=True, slots=True)
class Belongs:
    """A segment that a customer is in, since when, and why they entered, in words; `why` is None for whoever was found
    when the segment was made. `until`: when they leave if nothing happens, None = never.
    """

    key: str
    name: str
    since: int
    why: Why | None
    said: Name
    until: int | None = None


LeftOutWhy = Literal["empty", "unreadable", "unknown", "repeated", "same_person"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row of a list's file about which there is something to say, by the line on which it begins (of identifiers
    without a file: by their place). It names nobody, or what is no identifier, and is left out; nobody has done
    anything under it yet; or the row of line `first` named it already, or the same customer by another identifier.
    """

    line: int
    written: str
    why: LeftOutWhy
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """What became of a file of identifiers: of its `rows`, `known` are customers of ours, and of `unknown` nobody has
    done anything yet; `unreadable` name nobody, `repeated` stand there already, and `same_person` name a customer of an
    earlier row by another identifier. The first rows with something to say.
    """

    segment: Segment
    rows: int
    repeated: int
    same_person: int
    known: int
    unknown: int
    unreadable: int
    left_out: tuple[LeftOut, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class ListChange:
    """What a new file would make of a list: how many people come onto it, go and stay, by whatever they are named, and
    what became of the rows, as in `Listed`.
    """

    come: int
    go: int
    stay: int
    rows: int
    known: int
    unknown: int
    unreadable: int
    repeated: int
    same_person: int
    left_out: tuple[LeftOut, ...]


ExportForm = Literal["csv", "parquet", "meta", "google"]
EXPORT_FORMS: tuple[ExportForm, ...] = get_args(ExportForm)


@dataclass(frozen=True, slots=True)
class Exported:
    """What a file of members holds: `customers` of `members`, in `rows`. Who was left out, and why: without consent to
    the purpose, or without an address that could be matched.
    """

    form: ExportForm
    members: int
    customers: int
    rows: int
    without_consent: int = 0
    without_address: int = 0
    purposes: tuple[str, ...] = ()
