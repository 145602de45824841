"""Everything that is wrong with a condition, each with its place in the document: what a person who writes needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wend.conditions import checking, document
from wend.conditions.possible import odd
from wend.conditions.tree import Condition, Group, Leaf
from wend.kit.errors import Mistake

ROOT = "condition"


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong at a place such as `condition.all[1]`; at "" of the whole."""

    at: str
    mistake: Mistake


@dataclass(frozen=True, slots=True)
class Found:
    """A condition as far as it can be read, and what is wrong with it. `cost` is 0 of one that may not run. What is
    `odd` may be meant.
    """

    condition: Condition | None
    findings: tuple[Finding, ...]
    cost: int = 0
    odd: tuple[Finding, ...] = ()


def found(given: Any, catalogue: checking.Catalogue = checking.ANYTHING_GOES) -> Found:
    """Read and check a document. What cannot be read hides the rest; of names that are unknown each leaf tells one."""
    try:
        condition = document.from_json(given)
    except Mistake as mistake:
        return Found(None, (Finding(str(mistake.details.get("at", "")), mistake),))
    findings, strange = tuple(_wrong(condition, catalogue)), tuple(_odd(condition, catalogue))
    if findings:
        return Found(condition, findings, 0, strange)
    try:
        return Found(condition, (), checking.check(condition, catalogue), strange)
    except Mistake as mistake:
        return Found(condition, (Finding("", mistake),), 0, strange)


def placed(condition: Condition, at: str = ROOT) -> Iterator[tuple[str, Condition]]:
    """Every group and leaf with its place, a group before its parts."""
    yield at, condition
    if isinstance(condition, Group):
        for number, part in enumerate(condition.parts):
            yield from placed(part, f"{at}.{condition.kind}[{number}]")


def placed_leaves(condition: Condition) -> Iterator[tuple[str, Leaf]]:
    """Every leaf with its place."""
    return ((at, each) for at, each in placed(condition) if not isinstance(each, Group))


def _wrong(condition: Condition, catalogue: checking.Catalogue) -> Iterator[Finding]:
    for at, leaf in placed_leaves(condition):
        try:
            checking.check(leaf, catalogue)
        except Mistake as mistake:
            yield Finding(at, mistake)


def _odd(condition: Condition, catalogue: checking.Catalogue) -> Iterator[Finding]:
    if catalogue.seen is not None:
        for at, leaf in placed_leaves(condition):
            yield from (Finding(at, mistake) for mistake in odd(leaf, catalogue.seen))
