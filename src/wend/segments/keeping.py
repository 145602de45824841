"""Segments as they are made, changed and taken away. Who is in them follows from it: `live/`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from wend.channels.reaching import check as check_place
from wend.conditions import document
from wend.conditions.dated import Undated, first_undated
from wend.conditions.facts import Later
from wend.conditions.resolving import named_in, resolved
from wend.conditions.tree import InList, InSegment, leaves
from wend.customers import facade as customers
from wend.kit.clock import epoch_micros
from wend.kit.errors import Mistake
from wend.questions import facade as questions
from wend.segments import repository, rules
from wend.segments.errors import ChangedMeanwhile, InUse, IsAList, TooMany
from wend.segments.live import telling
from wend.segments.model import NewSegment, Segment, SegmentVersion
from wend.segments.repository import Document, Kept
from wend.store.facade import Reading, Work
from wend.store.sealing import seal
from wend.touchpoints import facade as touchpoints
from wend.workspaces.facade import Workspace, audit

MOST_SEGMENTS = 1_000
_UNDATED = touchpoints.Kept(16)


def create(
    workspace: Workspace, name: str, condition: dict[str, Any], who: str, *, key: str = "", webhook: str = ""
) -> NewSegment:
    """Keep a condition under a name and a key (made from the name when none is given), and find its members.

    Raises BadName, BadKey, NameTaken, TooMany, and what is wrong with the condition or the address.
    """
    called, canonical, place = rules.name_of(name), _checked(workspace, condition), _place(workspace, webhook)
    with workspace.store.work(workspace.name) as work:
        known = [each.segment for each in repository.every(work)]
        taken = [each.key for each in known]
        if len(known) >= MOST_SEGMENTS:
            raise TooMany(most=MOST_SEGMENTS)
        rules.check_free(known, called)
        own = rules.checked_key(key, taken) if key else rules.key_of(called, taken)
        secret = workspace.ids.secret() if place else ""
        document = Document("condition", canonical, place, _sealed(workspace, own, secret))
        repository.add(work, own, called, document, who, epoch_micros(work.clock.now()))
        return NewSegment(_told(work, own, who), secret)


def change(
    workspace: Workspace, key: str, name: str, condition: dict[str, Any], version: int, who: str, *, webhook: str = ""
) -> NewSegment:
    """The next version, for who saw `version`. Only the difference enters and leaves. The secret stays; one is made
    where there was none. Raises UnknownSegment, ChangedMeanwhile and what `create` raises.
    """
    called, canonical, place = rules.name_of(name), _checked(workspace, condition), _place(workspace, webhook)
    with workspace.store.work(workspace.name) as work:
        known, before = repository.every(work), kept_in(work, key)
        own = before.segment.key
        if before.segment.version != version:
            raise ChangedMeanwhile(name=before.segment.name, by=before.segment.by)
        if before.segment.kind == "list" and canonical != before.segment.condition:
            raise IsAList(name=before.segment.name)
        rules.check_free([each.segment for each in known], called, own)
        _check_circle(workspace, known, own, canonical)
        secret = workspace.ids.secret() if place and not before.sealed else ""
        sealed = _sealed(workspace, own, secret) or before.sealed
        document = Document(before.segment.kind, canonical, place, sealed)
        anew = canonical != before.segment.condition
        repository.change(work, before, called, document, who, epoch_micros(work.clock.now()), anew=anew)
        if anew:
            repository.again(work, [each.segment.key for each in using(known, own)], "definition")
        return NewSegment(_told(work, own, who), secret)


def recount(workspace: Workspace, key: str, who: str) -> Segment:
    """Judge everybody anew; whoever was judged wrongly enters or leaves. Raises UnknownSegment."""
    with workspace.store.work(workspace.name) as work:
        before = kept_in(work, key)
        repository.again(work, [before.segment.key])
        return _told(work, before.segment.key, who)


def remove(workspace: Workspace, key: str, who: str) -> None:
    """Take a segment away, with its history. Nobody is told. Raises UnknownSegment, InUse."""
    with workspace.store.work(workspace.name) as work:
        known, gone = repository.every(work), kept_in(work, key)
        others = [each for each in known if each.number != gone.number]
        users = [each.segment.name for each in others if gone.segment.key in _named(each.segment.condition)]
        if users:
            raise InUse(name=gone.segment.name, users=", ".join(users))
        repository.remove(work, gone)
        audit(work, who, "segment.removed", gone.segment.key)


def segments(workspace: Workspace) -> tuple[Segment, ...]:
    """All segments, by name."""
    with workspace.store.reading(workspace.name) as reading:
        return tuple(each.segment for each in repository.every(reading))


def segment(workspace: Workspace, key: str) -> Segment:
    """A segment by its key or its name. Raises UnknownSegment."""
    with workspace.store.reading(workspace.name) as reading:
        return kept_in(reading, key).segment


def undated(workspace: Workspace) -> dict[str, Undated]:
    """The segments of which it cannot be told when somebody entered and left them by what they say, and why. Found anew
    when what segments say, or what computed traits count, was changed.
    """
    with workspace.store.reading(workspace.name) as reading:
        version = repository.changes(reading), customers.said_version(reading)

    def made() -> dict[str, Undated]:
        with workspace.store.reading(workspace.name) as reading:
            said = rules.conditions_of(repository.every(reading))
        computed, found = Later(workspace.facts.computed), dict[str, Undated]()
        for key in said:
            with suppress(Mistake):  # what it is made of has gone: that is told where it is asked for
                first = first_undated(resolved(InSegment(key), said, computed))
                found |= {} if first is None else {key: first[1]}
        return found

    return dict(_UNDATED.get((workspace.log.directory, version), made))


def versions(workspace: Workspace, key: str) -> tuple[SegmentVersion, ...]:
    """Everything it ever said, the newest first. Raises UnknownSegment."""
    with workspace.store.reading(workspace.name) as reading:
        return tuple(repository.versions(reading, kept_in(reading, key).number))


def kept_in(reading: Reading, key: str) -> Kept:
    """A segment with its number, within a transaction."""
    known = repository.every(reading)
    wanted = rules.found([each.segment for each in known], key)
    return next(each for each in known if each.segment.key == wanted.key)


def using(known: Sequence[Kept], key: str) -> list[Kept]:
    """The segments that are made of this one, or of one that is."""
    named = {each.segment.key: _named(each.segment.condition) for each in known}
    found, fresh = set[str](), {key}
    while fresh:
        fresh = {each for each, others in named.items() if not fresh.isdisjoint(others)} - found
        found |= fresh
    return [each for each in known if each.segment.key in found and each.segment.key != key]


def _named(condition: dict[str, Any]) -> set[str]:
    """The keys of the segments and lists that a condition names itself."""
    read = document.from_json(condition)
    return {leaf.key for leaf in leaves(read) if isinstance(leaf, InList)} | set(named_in(read))


def _checked(workspace: Workspace, condition: dict[str, Any]) -> dict[str, Any]:
    """The canonical document of a condition whose names are known."""
    canonical = questions.condition(condition)
    questions.checked(workspace, json.dumps(canonical))
    return canonical


def _check_circle(workspace: Workspace, known: Sequence[Kept], key: str, condition: dict[str, Any]) -> None:
    """Raises Circular when a segment would be made of itself, and what is wrong with others that are made of it."""
    said = rules.conditions_of(known)
    said[key] = document.from_json(condition)
    for each in [key, *(other.segment.key for other in using(known, key))]:
        resolved(InSegment(each), said, Later(workspace.facts.computed))


def _place(workspace: Workspace, webhook: str) -> str:
    """The address as it is kept: judged now, and again whenever something is sent."""
    address = webhook.strip()
    if address:
        check_place(address, telling.hosts_of(workspace))
    return address


def _sealed(workspace: Workspace, key: str, secret: str) -> str:
    if not secret:
        return ""
    return seal(workspace.store.data, workspace.ids.secret, telling.owner_of(workspace, key), secret)


def _told(work: Work, key: str, who: str) -> Segment:
    """What was just kept, and written to the audit log."""
    segment = kept_in(work, key).segment
    audit(work, who, "segment.set", key, {"version": segment.version})
    return segment
