"""Pure decisions: what an obstacle and a note need, and where they may stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from wend.domain.names import composed
from wend.kit.errors import closest
from wend.maps.model import JourneyMap
from wend.maps.model_remarks import Element, Remark, RemarkKind
from wend.maps.remarks.errors import BadRemark, NowhereOnTheMap, UnknownRemark

MOST = 500
LONGEST_TITLE, LONGEST_TEXT = 120, 2_000


def words(kind: RemarkKind, title: str, text: str) -> tuple[str, str]:
    """Title and text as they are kept: an obstacle has a name, a note says something. Raises BadRemark.

    >>> words("note", "", "  Khách   quen ")
    ('', 'Khách quen')
    """
    named, said = " ".join(composed(title).split()), _paragraphs(text)
    needed = named if kind == "obstacle" else said
    if not needed or len(named) > LONGEST_TITLE or len(said) > LONGEST_TEXT:
        raise BadRemark(needs="title" if kind == "obstacle" else "text", longest=LONGEST_TITLE, most=LONGEST_TEXT)
    return named, said


def place(about: Element, stages: Collection[str]) -> Element:
    """Where something stands, its stage being one of these. Raises NowhereOnTheMap."""
    stage = about.key if about.kind == "stage" else about.stage
    if (stage or about.kind not in ("touchpoint", "obstacle")) and stage not in stages:
        raise NowhereOnTheMap(stage=stage or "–", closest=closest(stage, stages))
    return Element(about.kind, composed(about.key).strip(), stage if about.kind != "stage" else "")


def found(remarks: Iterable[Remark], id: str) -> Remark:
    """One by its id. Raises UnknownRemark."""
    known = {each.id: each for each in remarks}
    if id not in known:
        raise UnknownRemark(id=id)
    return known[id]


def standing(remarks: Iterable[Remark], drawn: JourneyMap) -> dict[str, list[Remark]]:
    """What stands on a map, by stage, the latest first: what is of its stage set, and what is at a touchpoint of it.
    Where no stage is said, it is the one that sees most of the touchpoint.
    """
    found: dict[str, list[Remark]] = {stage.stage: [] for stage in drawn.stages}
    seen = sorted(drawn.touchpoints, key=lambda each: -each.events)
    home = {each.touchpoint: each.stage for each in reversed(seen)}
    for remark in remarks:
        about = remark.about
        if remark.stage_set == drawn.stage_set or about.kind == "touchpoint":
            stage = about.key if about.kind == "stage" else about.stage or home.get(about.key, "")
            found.get(stage, []).append(remark)
    return found


def _paragraphs(text: str) -> str:
    lines = [" ".join(line.split()) for line in composed(text).strip().splitlines()]
    return "\n".join(lines)
