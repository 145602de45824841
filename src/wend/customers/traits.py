"""What we know of a person: every value ever said, by whom and when, and which one holds. Pure.

An `$identify` row says its properties of its subject. A rule per trait chooses: the value said last, the one of the
most trusted source, or the first; an empty value takes a trait back, a null says nothing. Identifiers of one person
*conflict* when what each of them said last is not the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from wend.customers.model_profile import SaidValue, Trait, TraitRule, TraitRules
from wend.domain.event import IDENTIFY
from wend.domain.names import Name
from wend.kit.clock import from_epoch
from wend.kit.texts import LANGUAGES, text
from wend.log.facade import LogRow

FILES = "files"
"""What imports are called where sources are named: their own ids say nothing to people."""
_SECOND = 1_000_000


@dataclass(frozen=True, slots=True)
class Saying:
    """One trait in one row; `value` is empty when it was taken back."""

    name: str
    value: str
    source: str
    identifier: str
    at: int
    order: tuple[int, int, int]


def sayings(rows: Iterable[LogRow]) -> list[Saying]:
    """Everything the rows say of traits, in journey order."""
    found = []
    for row in rows:
        if row.event == IDENTIFY and row.properties:
            order = (row.occurred_at, row.received_at, row.event_id)
            at = row.occurred_at // _SECOND
            for name, value in _object(row.properties).items():
                if value is not None:
                    found.append(Saying(name, _plain(value), row.source, row.subject, at, order))
    return found


def traits(rows: Iterable[LogRow], rules: TraitRules) -> tuple[Trait, ...]:
    """The traits of a person with everything behind them, by name."""
    by_name: dict[str, list[Saying]] = {}
    for each in sayings(rows):
        by_name.setdefault(each.name, []).append(each)
    return tuple(_trait(name, said, rules) for name, said in sorted(by_name.items()))


def chosen(given: Iterable[Trait]) -> tuple[tuple[str, str], ...]:
    """Name and chosen value of the traits that have one."""
    return tuple((trait.name, trait.value) for trait in given if trait.value)


def choose(said: Sequence[Saying], rule: TraitRule, trusted: Sequence[str]) -> Saying:
    """The saying that holds; `said` is in journey order and not empty."""
    if rule == "first":
        return next((each for each in said if each.value), said[-1])
    if rule == "trusted":
        rank = {source: place for place, source in enumerate(trusted)}
        last = {source_of(each): each for each in said}  # what each source says now
        return min(
            last.values(), key=lambda each: (rank.get(source_of(each), len(rank)), *(-part for part in each.order))
        )
    return said[-1]


def source_of(said: Saying) -> str:
    """The source as rules name it."""
    return FILES if said.source.startswith("import_") else said.source


def _trait(name: str, said: Sequence[Saying], rules: TraitRules) -> Trait:
    rule = rules.of(name)
    held = choose(said, rule, rules.trusted)
    now = {each.identifier: each.value for each in said}
    return Trait(
        name=name,
        value=held.value,
        rule=rule,
        why=_why(held, rule, alone=len({each.value for each in said}) == 1),
        conflict=len({value for value in now.values() if value}) > 1,
        values=_values(said),
    )


def _values(said: Sequence[Saying]) -> tuple[SaidValue, ...]:
    grouped: dict[tuple[str, str, str], list[Saying]] = {}
    for each in said:
        if each.value:
            grouped.setdefault((each.value, each.source, each.identifier), []).append(each)
    values = [
        SaidValue(value, source, identifier, group[0].at, group[-1].at, len(group))
        for (value, source, identifier), group in grouped.items()
    ]
    return tuple(sorted(values, key=lambda each: (-each.last_at, each.value, each.source, each.identifier)))


def _why(held: Saying, rule: TraitRule, *, alone: bool) -> Name:
    key = f"profiles.trait.why.{'only' if alone else rule}"
    places = {"source": held.source, "day": f"{from_epoch(held.at):%Y-%m-%d}"}
    return Name(*(text(language, key, **places) for language in LANGUAGES))


def _object(document: str) -> dict[str, Any]:
    try:
        found = json.loads(document, parse_int=_Number, parse_float=_Number)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


class _Number(str):
    """A number as it was written: 1.50 stays 1.50."""

    __slots__ = ()


def _plain(value: object) -> str:
    return str(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
