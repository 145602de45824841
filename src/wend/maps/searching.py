"""The log of a selection laid flat for the search for obstacles: its events, its words, and ways to group customers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wend.domain.names import Name
from wend.domain.selection import Selection
from wend.folds.contrast import Path
from wend.log.facade import Bucket, Journal
from wend.maps.answers import Answers, Period
from wend.maps.obstacles import Context, Grouping, Step
from wend.maps.obstacles.context import MOST_CODES
from wend.touchpoints import facade as touchpoints
from wend.touchpoints.facade import View, event_name
from wend.workspaces.facade import Workspace

NOT_LOOKED_AT = 65535
FEWEST_VALUES, MOST_VALUES = 2, 80
MOST_PROPERTIES = 6
COMMON = 50
"""A property divides customers when at least this share (in percent) of some event carries it."""

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Flat:
    """All events of the selection behind each other. `kept[b]` marks the rows of bucket b that are in it."""

    offsets: Places
    people: pa.StringArray
    kept: tuple[NDArray[np.bool_], ...]
    rows: tuple[NDArray[np.bool_], ...]


def context_of(workspace: Workspace, view: View, answers: Answers, over: Period) -> Context:
    """What the search for obstacles reads."""
    journal = touchpoints.journal_of(view.machine)
    flat = _laid(journal, over.selection, view.machine.left_out)
    names = _frequent(journal)
    place = np.full(NOT_LOOKED_AT + 1, NOT_LOOKED_AT, np.uint16)
    place[[code for code, _ in names]] = np.arange(len(names), dtype=np.uint16)
    path = Path(
        flat.offsets,
        place[_column(journal, flat, "event")],
        _column(journal, flat, "occurred_at").astype(np.int64),
        _column(journal, flat, "rating").astype(np.int16),
        place[_column(journal, flat, "about")],
        _column(journal, flat, "amount").astype(np.int64),
    )
    return Context(
        path=path,
        channel=_column(journal, flat, "channel").astype(np.uint8),
        event_id=_column(journal, flat, "event_id").astype(np.int64),
        steps=tuple(_step(view, answers, name) for _, name in names),
        channels=journal.words.channels,
        groupings=(*_traits(journal, flat), *_properties(workspace, journal, flat)),
        customers=lambda owners: tuple(flat.people.take(pa.array(owners)).to_pylist()),
        remarks=lambda events: _remarks(workspace, events, over),
    )


def _laid(journal: Journal, selection: Selection, left_out: Sequence[NDArray[np.bool_]] | None) -> _Flat:
    kept, rows, people, lengths = [], [], [], []
    channels = np.array([not selection.channels or c in selection.channels for c in (*journal.words.channels, "")])
    for number, bucket in enumerate(journal.buckets):
        sizes = np.diff(bucket.offsets)
        chosen = _chosen(bucket, selection)
        if left_out is not None:
            chosen &= ~left_out[number]
        inside = np.repeat(chosen, sizes) & channels[np.minimum(bucket.channel, len(channels) - 1)]
        inside &= (bucket.occurred_at >= selection.from_at) & (bucket.occurred_at < selection.to_at)
        counts = (
            np.add.reduceat(np.append(inside, False).astype(np.int64), bucket.offsets[:-1]) if len(sizes) else sizes
        )
        kept.append(inside)
        rows.append(counts > 0)
        people.append(bucket.customers.filter(pa.array(counts > 0)))
        lengths.append(counts[counts > 0])
    offsets = np.concatenate([[0], np.cumsum(np.concatenate([np.zeros(0, np.int64), *lengths]))]).astype(np.int64)
    return _Flat(offsets, pa.concat_arrays([pa.array([], pa.string()), *people]), tuple(kept), tuple(rows))


def _chosen(bucket: Bucket, selection: Selection) -> NDArray[np.bool_]:
    fits = np.ones(len(bucket.offsets) - 1, np.bool_)
    for name in {name for name, _ in selection.traits}:
        if name not in bucket.traits.column_names:
            return np.zeros(len(fits), np.bool_)
        values = pa.array([value for trait, value in selection.traits if trait == name], pa.string())
        mine = pc.fill_null(pc.is_in(bucket.traits.column(name), value_set=values), False)
        fits &= np.asarray(mine.to_numpy(zero_copy_only=False), np.bool_)
    return fits


def _column(journal: Journal, flat: _Flat, name: str) -> NDArray[np.int64]:
    parts = [getattr(bucket, name)[keep] for bucket, keep in zip(journal.buckets, flat.kept, strict=True)]
    return np.concatenate(parts) if parts else np.empty(0, np.int64)


def _frequent(journal: Journal) -> list[tuple[int, str]]:
    """(code, name) of the most frequent events."""
    counts = np.zeros(len(journal.words.events) + 1, np.int64)
    for bucket in journal.buckets:
        counts += np.bincount(bucket.event, minlength=len(counts))[: len(counts)]
    order = [int(code) for code in np.argsort(-counts, kind="stable") if counts[code]]
    return [(code, journal.words.events[code]) for code in order[:MOST_CODES]]


def _step(view: View, answers: Answers, event: str) -> Step:
    """An event with the touchpoint that takes most of it, and the stage in which most customers meet it."""
    codes = [code for code, touchpoint in enumerate(view.touchpoints) if event in touchpoint.rule.events]
    if not codes:
        return Step(event, Name(event, event))
    code = max(codes, key=lambda c: int(answers.touchpoint_events[c].sum()))
    touchpoint, stage = view.touchpoints[code], int(answers.touchpoint_customers[code].argmax())
    name = touchpoint.name if len(codes) == 1 else event_name(event)
    channels = list(view.journal.words.channels)
    on = {channels.index(t.channel): t.key for t in (view.touchpoints[c] for c in codes) if t.channel in channels}
    return Step(event, name, touchpoint.key, view.stage_set.stages[stage].key, touchpoint.begun_by, on)


def _traits(journal: Journal, flat: _Flat) -> Iterator[Grouping]:
    """Traits that have few enough values to divide customers by."""
    sizes = np.diff(flat.offsets)
    for name in journal.trait_names:
        parts = [
            bucket.traits.column(name).combine_chunks().filter(pa.array(rows))
            for bucket, rows in zip(journal.buckets, flat.rows, strict=True)
        ]
        values = pa.chunked_array(parts, pa.string()).combine_chunks().dictionary_encode()
        if FEWEST_VALUES <= len(values.dictionary) <= MOST_VALUES:
            codes = pc.fill_null(values.indices, -1).to_numpy(zero_copy_only=False).astype(np.int16)
            yield Grouping(name, tuple(values.dictionary.to_pylist()), np.repeat(codes, sizes))


def _properties(workspace: Workspace, journal: Journal, flat: _Flat) -> Iterator[Grouping]:
    """Properties of events that have few enough values; a trait of the same name speaks for both."""
    for name in _dividing(workspace, journal.trait_names):
        found = workspace.log.property(name, journal)
        if not FEWEST_VALUES <= len(found.values) <= MOST_VALUES:
            continue
        codes = [part[keep] for part, keep in zip(found.codes, flat.kept, strict=True)]
        yield Grouping(name, tuple(found.values.to_pylist()), np.concatenate(codes).astype(np.int16))


def _dividing(workspace: Workspace, traits: Iterable[str]) -> list[str]:
    """Names of properties that many events carry and whose examples look like names of groups, not like numbers."""
    known, weight = set(traits) | {"comment", "score", "scale"}, dict[str, int]()
    for kind in workspace.log.catalogue().kinds:
        for seen in kind.properties:
            grouped = len(set(seen.examples)) >= FEWEST_VALUES and not any(_is_number(e) for e in seen.examples)
            if seen.name not in known and seen.share >= COMMON and grouped:
                weight[seen.name] = weight.get(seen.name, 0) + kind.events
    return sorted(weight, key=lambda name: (-weight[name], name))[:MOST_PROPERTIES]


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).replace("-", "", 1).isdigit()


def _remarks(workspace: Workspace, events: Places, over: Period) -> Mapping[int, str]:
    """Comments that came with these events, by event id."""
    ids = [int(each) for each in events]
    if not ids:
        return {}
    rows = workspace.log.events(ids, over.first_at, over.last_at + 1).select(["event_id", "properties"]).to_pylist()
    said = {row["event_id"]: json.loads(row["properties"]).get("comment") for row in rows if row["properties"]}
    return {event: text for event, text in said.items() if isinstance(text, str) and text.strip()}
