"""The leaves as they stand in a document, one line each: the table behind reading, writing, schema and text form."""

from __future__ import annotations

from typing import get_args

from wend.conditions import codecs as kind
from wend.conditions.codecs import Part, Shape
from wend.conditions.tree import (
    EVER,
    NEVER_DONE,
    ONCE,
    Account,
    Answer,
    Computed,
    Consent,
    Day,
    Did,
    End,
    EndKind,
    GroupKind,
    Identified,
    InList,
    InOrder,
    InSegment,
    Leaf,
    Measure,
    MeasureKind,
    Share,
    Silent,
    Slower,
    Stage,
    Trait,
)

GROUPS: tuple[GroupKind, ...] = get_args(GroupKind)
MEASURES: tuple[MeasureKind, ...] = get_args(MeasureKind)
ENDS: tuple[EndKind, ...] = get_args(EndKind)

_WHAT = Part("what", "", kind.HAPPENING)
_IN = Part("frame", "in", kind.FRAME, EVER)
_TRAIT = Part("test", "", kind.TRAIT_TEST)
_MEASURE = (_WHAT, Part("of", "", kind.OF), Part("range", "", kind.LIMITS), _IN)

SHAPES: dict[str, Shape] = {
    "did": Shape(Did, (_WHAT, Part("times", "times", kind.TIMES, ONCE), _IN)),
    "did_not": Shape(Did, (_WHAT, _IN), {"times": NEVER_DONE}),
    **{each: Shape(Measure, _MEASURE, {"kind": each}) for each in MEASURES},
    **{each: Shape(End, (_WHAT, Part("test", "test", kind.TEST), _IN), {"kind": each}) for each in ENDS},
    "in_order": Shape(
        InOrder, (Part("steps", "steps", kind.STEPS), Part("within", "within", kind.DURATION, None), _IN)
    ),
    "silent": Shape(Silent, (_WHAT, Part("seconds", "for", kind.DURATION))),
    "slower_than_usual": Shape(Slower, (_WHAT, Part("times", "times", kind.NUMBER))),
    "stage": Shape(
        Stage,
        (
            Part("stage", "is", kind.NAME),
            Part("seconds", "for", kind.DURATION, 0),
            Part("came_from", "came_from", kind.NAME, ""),
            Part("stage_set", "set", kind.NAME, ""),
        ),
    ),
    "trait": Shape(Trait, (_TRAIT, Part("fresh", "fresh", kind.DURATION, None))),
    "computed": Shape(Computed, (_TRAIT,)),
    "account": Shape(Account, (_TRAIT,)),
    "identifier": Shape(Identified, (Part("kind", "is", kind.IDENTIFIER),)),
    "consent": Shape(
        Consent,
        (
            Part("purpose", "to", kind.NAME),
            Part("channel", "by", kind.NAME),
            Part("state", "is", kind.STATE, "granted"),
        ),
    ),
    "answer": Shape(
        Answer,
        (
            Part("scale", "scale", kind.SCALE),
            Part("range", "", kind.LIMITS),
            Part("names", "event", kind.NAMES, ()),
            _IN,
        ),
    ),
    "date": Shape(
        Day,
        (Part("trait", "trait", kind.NAME), Part("days", "", kind.DAYS), Part("yearly", "yearly", kind.FLAG, False)),
    ),
    "share": Shape(
        Share,
        (
            Part("low", "from", kind.NUMBER, 0),
            Part("high", "to", kind.NUMBER),
            Part("salt", "salt", kind.NAME),
        ),
    ),
    "segment": Shape(InSegment, (Part("key", "is", kind.NAME),)),
    "list": Shape(InList, (Part("key", "is", kind.NAME),)),
}
"""Groups are lists of conditions under their own name."""


def shape_of(leaf: Leaf) -> str:
    """The name of a leaf in a document."""
    if isinstance(leaf, Measure | End):
        return leaf.kind
    if isinstance(leaf, Did):
        return "did_not" if leaf.times == NEVER_DONE else "did"
    return _NAMES[type(leaf)]


_NAMES: dict[type, str] = {
    InOrder: "in_order",
    Silent: "silent",
    Slower: "slower_than_usual",
    Stage: "stage",
    Trait: "trait",
    Day: "date",
    Share: "share",
    Account: "account",
    Identified: "identifier",
    Consent: "consent",
    Answer: "answer",
    Computed: "computed",
    InSegment: "segment",
    InList: "list",
}
