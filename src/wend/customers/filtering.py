"""Which customers of a list fit: stage, state, channel, trait, account, mark, when last seen, conflict."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wend.customers import repository
from wend.customers.catalogue import Seen, kept_column
from wend.customers.computing import Asked
from wend.customers.directory import Place
from wend.customers.errors import UnknownComputedTrait
from wend.customers.model_list import ListFilter
from wend.customers.scanning import Mask
from wend.engines.marking import actives
from wend.kit.clock import epoch_seconds
from wend.log.facade import Bucket
from wend.people import facade as people
from wend.workspaces.facade import Workspace

_DAY = 86_400


def chosen(workspace: Workspace, look: Seen, wanted: ListFilter) -> Mask:
    """Who fits, in the order of the directory."""
    directory = look.directory
    fits = np.ones(len(directory), np.bool_)
    if wanted.seen_from is not None:
        fits &= directory.last_at >= wanted.seen_from
    if wanted.seen_to is not None:
        fits &= directory.last_at < wanted.seen_to
    if wanted.stages:
        stage_set, stages = look.standing
        places = [place for place, stage in enumerate(stage_set.stages) if stage.key in wanted.stages]
        fits &= np.isin(directory.spread(stages), places)
    if wanted.states:
        fits &= _in_state(look, wanted.states)
    if wanted.channels:
        fits &= directory.spread(_on_channels(look, wanted.channels)).astype(np.bool_)
    for name in sorted({name for name, _ in wanted.traits}):
        values = [value for other, value in wanted.traits if other == name]
        fits &= directory.spread([_with_trait(bucket, name, values) for bucket in look.journal.buckets]).astype(
            np.bool_
        )
    if wanted.has_conflict:
        fits &= directory.spread(look.conflicts).astype(np.bool_)
    if wanted.account:
        fits &= _among(look, _members(workspace, wanted.account))
    if wanted.flag:
        marked = [who for who, flag in look.flag_of.items() if wanted.flag in ("real", "flagged", flag)]
        fits &= ~_among(look, marked) if wanted.flag == "real" else _among(look, marked)
    return fits


@dataclass(frozen=True, slots=True)
class Column:
    """A computed trait over everybody."""

    asked: Asked
    rows: tuple[NDArray[np.int64], ...]


def computed(workspace: Workspace, look: Seen, name: str) -> Column:
    """A computed trait for a list, as of today. Raises UnknownComputedTrait."""
    with workspace.store.reading(workspace.name) as reading:
        known = {each.name: each for each in repository.computed_traits(reading)}
    if name not in known:
        raise UnknownComputedTrait(name, known)
    now = epoch_seconds(workspace.clock.now()) // _DAY * _DAY + _DAY
    asked = Asked(known[name], look.view, lambda each: workspace.log.property(each, look.journal), now)
    key = (workspace.log.directory, look.view.version, name, known[name].version, now)
    return Column(asked, kept_column(key, asked.rows))


def said(column: Column, place: Place) -> str:
    """A customer's value as a text; empty when there is none."""
    row = column.rows[place.bucket][place.row]
    value = column.asked.decoded(int(row[1]), int(row[2]))
    return "" if value is None else str(value)


def _in_state(look: Seen, states: tuple[str, ...]) -> Mask:
    stage_set, season = look.standing[0], look.view.season
    silence = season.active(look.journal.last_at) - actives(season, look.directory.last_at)
    slow_from = np.asarray(look.directory.spread(look.slow_from), np.int64)
    slow = silence >= np.where(slow_from > 0, slow_from, stage_set.slowing_after_days * _DAY)
    left = slow & (silence >= stage_set.left_after_days * _DAY)
    slowing = slow & ~left
    fits = np.zeros(len(silence), np.bool_)
    for name, mask in (("left", left), ("slowing", slowing), ("active", ~left & ~slowing)):
        if name in states:
            fits |= mask
    return fits


def _on_channels(look: Seen, channels: tuple[str, ...]) -> list[Mask]:
    codes = [code for code, name in enumerate(look.journal.words.channels) if name in channels]
    found = []
    for bucket in look.journal.buckets:
        starts = np.asarray(bucket.offsets[:-1])
        on = np.isin(np.asarray(bucket.channel), codes)
        found.append(np.logical_or.reduceat(on, starts) if len(starts) else np.zeros(0, np.bool_))
    return found


def _with_trait(bucket: Bucket, name: str, values: list[str]) -> Mask:
    if name not in bucket.traits.column_names:
        return np.zeros(len(bucket.keys), np.bool_)
    column = bucket.traits.column(name)
    fits = pc.fill_null(pc.is_in(column, value_set=pa.array(values, column.type)), False)
    return np.asarray(fits.to_numpy(zero_copy_only=False) if isinstance(fits, pa.Array) else fits.to_numpy(), np.bool_)


def _members(workspace: Workspace, account: str) -> list[str]:
    with workspace.store.reading(workspace.name) as reading:
        joined = [identifier for identifier, _, _ in repository.members_of(reading, account)]
        return sorted(set(people.canonical(reading, joined).values()))


def _among(look: Seen, customers: list[str]) -> Mask:
    masks = [np.zeros(len(bucket.keys), np.bool_) for bucket in look.journal.buckets]
    for customer in customers:
        place = look.journal.find(customer)
        if place is not None:
            masks[place[0]][place[1]] = True
    return look.directory.spread(masks).astype(np.bool_)
