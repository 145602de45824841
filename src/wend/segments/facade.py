"""What other rooms and the doors may ask of segments: what they say, who is in them, who was, and lists to take away.

Nothing heavy is imported before somebody asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wend.conditions.called import Called, Names
from wend.conditions.facts import NOTHING, Facts
from wend.customers.facade import TimelineFilter
from wend.domain.names import Name
from wend.domain.touchpoint import Touchpoint
from wend.kit.texts import Language
from wend.segments.errors import (
    BadKey,
    BadName,
    ChangedMeanwhile,
    EmptyList,
    InUse,
    IsAList,
    NameTaken,
    NotAList,
    NotText,
    ReplacedAndAdded,
    SameFile,
    TooMany,
    TwoCursors,
    UnknownSegment,
)
from wend.segments.keeping import change, create, recount, remove, segment, segments, undated, versions
from wend.segments.listing import ListFile, ListRow
from wend.segments.model import (
    Belongs,
    Change,
    ChangePage,
    Exported,
    ExportForm,
    LeftOut,
    ListChange,
    Listed,
    Member,
    MemberPage,
    Moves,
    NewSegment,
    Passages,
    Segment,
    SegmentVersion,
    SizePoint,
)
from wend.segments.model_person import Beside, Held, Passage, PersonLookup, PersonPage, PersonTimeline
from wend.workspaces.facade import Workspace

if TYPE_CHECKING:
    from wend.customers.facade import Among

__all__ = [
    "BadKey",
    "BadName",
    "Belongs",
    "Beside",
    "Change",
    "ChangePage",
    "ChangedMeanwhile",
    "EmptyList",
    "ExportForm",
    "Exported",
    "Held",
    "InUse",
    "IsAList",
    "LeftOut",
    "ListChange",
    "ListFile",
    "ListRow",
    "Listed",
    "Member",
    "MemberPage",
    "Moves",
    "NameTaken",
    "NewSegment",
    "NotAList",
    "NotText",
    "Passage",
    "Passages",
    "PersonLookup",
    "PersonPage",
    "PersonTimeline",
    "ReplacedAndAdded",
    "SameFile",
    "Segment",
    "SegmentVersion",
    "SizePoint",
    "TooMany",
    "TwoCursors",
    "UnknownSegment",
    "among",
    "called",
    "called_alone",
    "catch_up",
    "change",
    "create",
    "create_list",
    "every_member",
    "export",
    "facts",
    "history",
    "history_of",
    "holds",
    "left_out_of_list",
    "list_file",
    "look_up",
    "member_ids",
    "members",
    "moves_since",
    "of_customer",
    "passages",
    "preview_list",
    "profile",
    "reasons",
    "recount",
    "remove",
    "replace_list",
    "said_of_row",
    "segment",
    "segments",
    "sizes",
    "text_of",
    "timeline",
    "told",
    "undated",
    "versions",
]

_EVERYTHING = TimelineFilter()


def facts(workspace: Workspace, others: Facts = NOTHING) -> Facts:
    """What conditions may name: the segments of this workspace and its lists, beside what `others` know."""
    from wend.segments.live import defining

    return defining.facts(workspace, others)


def members(workspace: Workspace, key: str, *, after: str = "", limit: int = 50) -> MemberPage:
    """Members now, in the order of their ids, behind `after`. Raises UnknownSegment."""
    from wend.segments import members as room

    return room.members(workspace, key, after=after, limit=limit)


def every_member(workspace: Workspace, key: str) -> Iterator[Member]:
    """All members in the order of their ids, read a part at a time. Raises UnknownSegment."""
    from wend.segments import members as room

    return room.every(workspace, key)


def member_ids(workspace: Workspace, key: str) -> Iterator[str]:
    """The canonical ids of all members. Raises UnknownSegment."""
    return (each.customer for each in every_member(workspace, key))


def among(workspace: Workspace, keys: Iterable[str]) -> Among:
    """Whoever is in any of these segments now, as lists of customers are cut by it. Raises UnknownSegment."""
    from wend.segments import among as room

    return room.among(workspace, keys)


def history(
    workspace: Workspace, key: str, *, before: int | None = None, after: int | None = None, limit: int = 100
) -> ChangePage:
    """Who entered and left, the newest first, before the change of this number; with `after` the oldest first, after
    it, and each once however many are written meanwhile. Raises UnknownSegment, TwoCursors.
    """
    from wend.segments import members as room

    return room.history(workspace, key, before=before, after=after, limit=limit)


def moves_since(workspace: Workspace, key: str, at: int) -> Moves:
    """How often somebody entered and left since a moment. Raises UnknownSegment."""
    from wend.segments import members as room

    return room.moves_since(workspace, key, at)


def passages(workspace: Workspace, key: str, from_at: int, to_at: int) -> Passages:
    """Who entered and left in [from_at, to_at), without whoever moved only because the segment was changed or everybody
    was judged anew. Raises UnknownSegment.
    """
    from wend.segments import members as room

    return room.passages(workspace, key, from_at, to_at)


def told(workspace: Workspace, key: str) -> str:
    """Differs whenever somebody entered or left, or the segment was changed. Raises UnknownSegment."""
    from wend.segments import members as room

    return room.told(workspace, key)


def sizes(workspace: Workspace, key: str, *, days: int = 84) -> tuple[SizePoint, ...]:
    """How large it was on each of the last days, the oldest first: counted since it was made, computed before that.
    Raises UnknownSegment.
    """
    from wend.segments import members as room

    return room.sizes(workspace, key, days=days)


def of_customer(workspace: Workspace, customer: str) -> tuple[Belongs, ...]:
    """The segments that somebody is in now, found by any of their identifiers. Raises UnknownCustomer."""
    from wend.segments import beside

    return beside.of_customer(workspace, customer)


def profile(workspace: Workspace, customer: str, *, stage_set: str | None = None, limit: int = 200) -> PersonPage:
    """One person as of this moment with the segments that they are in, found by any of their identifiers.

    Raises UnknownCustomer.
    """
    from wend.segments import beside

    return beside.profile(workspace, customer, stage_set=stage_set, limit=limit)


def look_up(workspace: Workspace, identifier: str) -> PersonLookup:
    """What a server needs to speak to one person, segments among it. Raises UnknownCustomer."""
    from wend.segments import beside

    return beside.look_up(workspace, identifier)


def timeline(
    workspace: Workspace,
    customer: str,
    *,
    stage_set: str | None = None,
    wanted: TimelineFilter = _EVERYTHING,
    show: Beside = "beside",
    keys: Sequence[str] = (),
    cursor: str | None = None,
    limit: int = 200,
) -> PersonTimeline:
    """What somebody did that fits, and what they entered and left (of the segments `keys`, none named = all), newest
    first, older than the cursor. Raises UnknownCustomer and BadCursor.
    """
    from wend.segments import beside

    return beside.timeline(
        workspace, customer, stage_set=stage_set, wanted=wanted, show=show, keys=keys, cursor=cursor, limit=limit
    )


def reasons(workspace: Workspace, changes: Sequence[Change]) -> tuple[Name, ...]:
    """Why each of these changes came, in words: by which event, or by which part of the condition as time passed."""
    from wend.segments import saying

    return saying.reasons(workspace, changes)


def history_of(workspace: Workspace, customer: str, *, limit: int = 100) -> tuple[Change, ...]:
    """What somebody entered and left, the newest first. Raises UnknownCustomer."""
    from wend.segments import members as room

    return room.history_of(workspace, customer, limit=limit)


def create_list(
    workspace: Workspace, name: str, identifiers: Iterable[str | ListRow], who: str, *, key: str = ""
) -> Listed:
    """A static list of these identifiers, with their kind or as people write them, or of a `list_file`, and what became
    of each.

    Raises BadName, BadKey, NameTaken, TooMany, EmptyList.
    """
    from wend.segments import lists

    return lists.create(workspace, name, identifiers, who, key=key)


def replace_list(
    workspace: Workspace, key: str, identifiers: Iterable[str | ListRow], who: str, *, adding: bool = False
) -> Listed:
    """Let a list name these, and nobody else; `adding`: these beside whom it names already. Raises UnknownSegment,
    NotAList, TooMany, EmptyList.
    """
    from wend.segments import lists

    return lists.replace(workspace, key, identifiers, who, adding=adding)


def preview_list(
    workspace: Workspace, key: str, identifiers: Iterable[str | ListRow], *, adding: bool = False
) -> ListChange:
    """Who would come onto a list and go, and of which rows there is something to say; nothing is changed.

    Raises what `replace_list` raises.
    """
    from wend.segments import lists

    return lists.preview(workspace, key, identifiers, adding=adding)


def list_file(text: str) -> ListFile:
    """The rows of a CSV: identifiers in columns named after kinds, or in one named `identifier`, or in the first."""
    return ListFile(text)


def left_out_of_list(workspace: Workspace, file: ListFile, language: Language) -> Iterator[str]:
    """Every row of a list's file about which there is something to say, by its line and with what can be done, as a CSV
    that can be mended and taken again. Raises TooMany.
    """
    from wend.segments import lists

    return lists.left_out(workspace, file, language)


def said_of_row(found: LeftOut, language: Language) -> tuple[str, str]:
    """What is to be said of a row of a list's file, and what can be done about it ("" for nothing)."""
    from wend.segments import listing

    return listing.said(found, language), listing.next_step(found, language)


def text_of(content: bytes) -> str:
    """The text of a file. Raises NotText."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotText from error


def export(
    workspace: Workspace, key: str, form: ExportForm, into: Path, who: str, *, purposes: Sequence[str] = ()
) -> Exported:
    """Write the members to a file: everybody as CSV or Parquet; or, for Meta and Google, hashes of the addresses of
    those who agreed to all `purposes` (marketing and sharing when none is named). Raises UnknownSegment,
    UnknownPurpose.
    """
    from wend.segments.exporting import writing

    return writing.export(workspace, key, form, into, who, purposes)


def holds(workspace: Workspace, given: Any, customer: str, at: int | None = None) -> Held:
    """Whether the condition of a document holds of a customer, found by any of their identifiers, at a moment (now,
    when none is said), and until when if nothing happens. Raises UnknownCustomer, and what is wrong with the document.
    """
    from wend.segments import holding

    return holding.holds(workspace, given, customer, at)


def called(workspace: Workspace) -> Called:
    """What people call everything that a condition may name, for saying one in words."""
    from wend.segments import naming

    return naming.called(workspace)


def called_alone(registered: Iterable[Touchpoint]) -> Names:
    """What those events are called that are one touchpoint, and nothing but it."""
    from wend.segments import naming

    return naming.by_itself(registered)


def catch_up(workspace: Workspace, watch: Callable[[int, int], None] | None = None) -> None:
    """Do now what the worker does in the background: compute what waits, and follow everything that has come."""
    from wend.segments.live import computing, following

    while True:
        while computing.is_wanted(workspace):
            computing.compute(workspace, None, watch or computing.nobody)
        if not following.step(workspace):
            return
