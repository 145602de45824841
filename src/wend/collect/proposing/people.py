"""Who the rows of a file are about: its own columns, or a look-up's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wend.collect.mapping.model import Join
from wend.collect.proposing.keys import Bond
from wend.collect.proposing.model import Remark, remark
from wend.collect.proposing.profile import Column, Profile
from wend.collect.proposing.words import says
from wend.domain.event import IdentifierKind

TRAITS = (
    "city",
    "state",
    "province",
    "country",
    "region",
    "gender",
    "sex",
    "age",
    "segment",
    "plan",
    "tier",
    "membership",
    "language",
    "lang",
    "income",
    "tinh",
    "thanh pho",
    "quan",
    "huyen",
    "khu vuc",
    "gioi tinh",
    "tuoi",
    "hang",
    "nhom",
    "cidade",
    "estado",
    "pais",
)
_MOST_TRAITS = 8
_DEEPEST = 2


@dataclass(frozen=True, slots=True)
class Who:
    """Identifier columns, the joins they need, traits, and how sure this is."""

    customer: tuple[tuple[IdentifierKind, str], ...]
    joins: tuple[Join, ...]
    traits: tuple[tuple[str, str], ...]
    sureness: float
    reasons: tuple[Remark, ...]
    parents: tuple[Profile, ...] = ()


def own_identifiers(profile: Profile) -> list[tuple[IdentifierKind, Column, float]]:
    """The identifier columns of a file itself, the best of each kind, with how sure each is."""
    found: dict[IdentifierKind, tuple[Column, float]] = {}
    for column in profile.columns:
        for kind, sure in _kinds(column):
            if kind not in found or (sure, column.filled) > (found[kind][1], found[kind][0].filled):
                found[kind] = (column, sure)
    order: tuple[IdentifierKind, ...] = ("customer", "email", "phone", "device")
    chosen = [(kind, *found[kind]) for kind in order if kind in found]
    first = {
        column.name: kind for kind, column, _ in reversed(chosen)
    }  # a column that fits two kinds is the better one
    return [each for each in chosen if first[each[1].name] == each[0]]


def _kinds(column: Column) -> list[tuple[IdentifierKind, float]]:
    if column.filled < 0.02 or column.distinct < 1 or column.time_format:
        return []
    if column.emails > 0.6:
        return [("email", 1.0)]
    if column.phones > 0.6 and (column.fits("phone") or column.phones > 0.95):
        return [("phone", 1.0 if column.fits("phone") else 0.6)]
    kinds: list[tuple[IdentifierKind, float]] = []
    named = column.fits("customer")
    if named and not says(
        column.plain,
        ("name", "ten", "nome", "type", "group", "city", "state", "zip", "segment", "nhom", "loai", "note"),
    ):
        kinds.append(("customer", named + (0.5 if says(column.plain, ("unique",)) else 0.0)))
    if column.fits("device") >= 0.6 and column.unique > 0.001:
        kinds.append(("device", column.fits("device")))
    return kinds


def who(profile: Profile, bonds: Sequence[Bond], depth: int = 0) -> Who | None:
    """Who the rows are about, following unique bonds to other files when the file itself does not say, or not well."""
    own = own_identifiers(profile)
    traits = _traits(profile, {column.name for _, column, _ in own})
    better = _joined(profile, bonds, depth)
    if better is not None and (not own or own[0][0] != "customer" or better.sureness > own[0][2]):
        return better
    if not own:
        return None
    reasons = [remark(f"why.{kind}", column=column.name) for kind, column, _ in own]
    best = own[0][2]
    return Who(tuple((kind, column.name) for kind, column, _ in own), (), traits, min(best, 1.0), tuple(reasons), ())


def _joined(profile: Profile, bonds: Sequence[Bond], depth: int) -> Who | None:
    """The people of the files this one points to, each of whose keys stands in one row only."""
    best: Who | None = None
    for bond in bonds if depth < _DEEPEST else ():
        if bond.child is not profile or not bond.unique:
            continue
        found = _through(bond, bonds, depth)
        if found is not None and (best is None or found.sureness > best.sureness):
            best = found
    return best


def _through(bond: Bond, bonds: Sequence[Bond], depth: int) -> Who | None:
    parent = bond.parent
    onward = who(parent, [each for each in bonds if each.parent is not bond.child], depth + 1)
    if onward is None:
        return None
    needed = (
        [column for _, column in onward.customer if not onward.joins]
        if not onward.joins
        else [ours for ours, _ in onward.joins[0].on]
    )
    if needed == [bond.key] and not onward.joins:
        return None  # the parent knows nothing more about the customer than this file does
    traits = () if onward.joins else onward.traits
    take = tuple(dict.fromkeys([*needed, *(column for _, column in traits)]))
    join = Join(
        parent.path.name.removesuffix(".gz"),
        ((bond.column, bond.key),),
        tuple(name for name in take if name != bond.column),
    )
    if not join.take:
        return None
    why = remark("why.join", column=bond.column, lookup=join.file)
    sureness = onward.sureness if not onward.joins else onward.sureness * 0.99
    person = any(
        says(parent.column(column).plain, ("unique",)) for column in needed if column in parent.table.column_names
    )
    return Who(
        onward.customer,
        (join, *onward.joins),
        onward.traits,
        sureness + (0.3 if person else 0.0),
        (why, *onward.reasons),
        (parent, *onward.parents),
    )


def _traits(profile: Profile, taken: set[str]) -> tuple[tuple[str, str], ...]:
    fitting = [
        column.name
        for column in profile.columns
        if column.name not in taken
        and not column.time_format
        and says(column.plain, TRAITS)
        and column.distinct > 1
        and column.unique < 0.9
        and column.length < 40
    ]
    return tuple((name, name) for name in fitting[:_MOST_TRAITS])
