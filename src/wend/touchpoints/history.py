"""Versions of stage sets: a set gets its next number when something about it changed, and every one is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from wend.domain.names import Name
from wend.domain.stage import StageSet
from wend.touchpoints.differences import differences


@dataclass(frozen=True, slots=True)
class Kept:
    """A stage set as it was saved: by whom (as the audit log names them; "" = proposed by Wend) and when, in
    microseconds since 1970 (0 = before versions were kept).
    """

    stage_set: StageSet
    by: str
    at: int


@dataclass(frozen=True, slots=True)
class StageSetVersion:
    """One version with what changed since the one before it; `at` is epoch seconds, 0 when nobody knows."""

    version: int
    at: int
    by: str
    changes: tuple[Name, ...]
    current: bool
    stage_set: StageSet


def numbered(changed: Iterable[StageSet], before: Iterable[StageSet], last: Mapping[str, int]) -> tuple[StageSet, ...]:
    """The sets with their versions: those that differ from what was there get the number after the last one used."""
    was = {stage_set.key: stage_set for stage_set in before}
    made = []
    for each in changed:
        known = was.get(each.key)
        if known is not None and not differences(known, each):
            made.append(replace(each, version=known.version))
        else:
            made.append(replace(each, version=max(last.get(each.key, 0), known.version if known else 0) + 1))
    return tuple(made)


def told(kept: Sequence[Kept]) -> tuple[StageSetVersion, ...]:
    """The versions of one set, the newest first, from all that were kept of it."""
    ordered = sorted(kept, key=lambda each: each.stage_set.version)
    befores = [None, *ordered[:-1]]
    versions = [
        StageSetVersion(
            now.stage_set.version,
            now.at // 1_000_000,
            now.by,
            differences(before.stage_set, now.stage_set) if before else (),
            now is ordered[-1],
            now.stage_set,
        )
        for before, now in zip(befores, ordered, strict=True)
    ]
    return tuple(reversed(versions))
