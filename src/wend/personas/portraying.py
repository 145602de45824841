"""What the log says of a persona's customers, and kinds of customers that could become one.

Questions are asked; nothing is made up.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from wend.personas import keeping, rules
from wend.personas.model import Drivers, Persona, Portrait, Proposed, Quote
from wend.questions import facade as questions
from wend.questions.facade import Members
from wend.workspaces.facade import Workspace

COMMENT = "comment"
"""The property of events that holds what a customer said in their own words."""
_NO_RATING, _HUNDREDTH = -32768, 100


def portrait(workspace: Workspace, key: str) -> Portrait:
    """One persona as the log shows it now. Raises UnknownPersona and what is wrong with its condition by now."""
    persona = keeping.persona(workspace, key)
    compared = questions.ask(workspace, "compare", {"condition": persona.condition, "order": "lift"})
    first = compared.content["first"]
    journey = _journey(workspace, persona) if first["customers"] else None
    quotes = tuple(_quotes(workspace, questions.found(workspace, "segment", _asked(persona), {})))
    told = rules.answers(compared.rows)
    both = _drivers(workspace, persona, "purchase"), _drivers(workspace, persona, "rating")
    unknown = rules.gaps(first["customers"], told, *both, quotes, persona.lines, journey=journey is not None)
    size = (first["customers"], compared.content["of"], first["share"], first["low"], first["high"])
    return Portrait(*size, compared.as_of, told, *both, journey, quotes, unknown)


def propose(workspace: Workspace) -> tuple[tuple[Proposed, ...], str | None]:
    """Kinds of customers that could become personas, at most six, the largest first; and why there are none. People
    name them, and say which condition they mean.
    """
    found = questions.ask(workspace, "clusters").content
    typical = [row for row in found["profile"] if row["typical"]]
    rows = sorted(found["groups"], key=lambda row: -row["customers"])[: rules.MOST]
    kinds = [
        Proposed(row["group"], row["customers"], row["share"], tuple(t for t in typical if t["group"] == row["group"]))
        for row in rows
    ]
    return tuple(kinds), found["refused"]


def _asked(persona: Persona) -> dict[str, object]:
    return {"condition": persona.condition}


def _drivers(workspace: Workspace, persona: Persona, outcome: str) -> Drivers:
    return rules.drivers(questions.ask(workspace, "drivers", _asked(persona) | {"outcome": outcome}).content)


def _journey(workspace: Workspace, persona: Persona) -> dict[str, object] | None:
    """The journey that stands for most of them: the largest group of `representative`, asked of them alone."""
    told = questions.ask_of(workspace, persona.condition, "representative", {}, over="touchpoints")
    rows = told.content["clusters"]
    return {name: value for name, value in rows[0].items() if name != "examples"} if rows else None


def _quotes(workspace: Workspace, members: Members) -> Iterator[Quote]:
    """A few remarks of these customers, the newest first, each of another customer and none said twice."""
    said = workspace.log.property(COMMENT, questions.journal_behind(members))
    if not len(said.values):
        return
    parts = []
    for number, (bucket, mask) in enumerate(zip(members.journal.buckets, members.masks, strict=True)):
        offsets = np.asarray(bucket.offsets, np.int64)
        owner = np.repeat(np.arange(len(offsets) - 1), offsets[1:] - offsets[:-1])
        codes = np.asarray(said.codes[number], np.int64)
        rows = np.flatnonzero((codes >= 0) & mask[owner])
        at, rating = np.asarray(bucket.occurred_at)[rows], np.asarray(bucket.rating)[rows]
        people = owner[rows] * len(members.journal.buckets) + number
        parts.append(np.stack([at.astype(np.int64), codes[rows], rating.astype(np.int64), people]))
    remarks = np.concatenate([np.zeros((4, 0), np.int64), *parts], axis=1)
    told, heard = set[str](), set[int]()
    for place in np.lexsort((remarks[1], -remarks[0])):  # few are looked at: it ends with the last one that is quoted
        moment, code, felt, customer = remarks[:, place].tolist()
        text = " ".join(str(said.values[code]).split())
        if customer in heard or text in told or not rules.quotable(text):
            continue
        told.add(text)
        heard.add(customer)
        yield Quote(text, None if felt == _NO_RATING else felt / _HUNDREDTH, moment)
        if len(told) == rules.QUOTES:
            return
