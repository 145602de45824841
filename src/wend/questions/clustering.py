"""From variants of journeys to groups that look alike: how many, who represents them, merged and split by hand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wend.folds import alike
from wend.folds.alike import AlikeParams
from wend.folds.variant_table import VariantsAnswer, sequences
from wend.folds.variants import VariantsParams
from wend.methods.editing import unlike
from wend.methods.medoids import Groups, best_grouped, grouped
from wend.methods.sampling import priority_sample
from wend.questions.errors import BadClusters

MOST_VARIANTS = 5_000
"""Variants whose distances are compared; a seeded sample by weight stands for more of them."""
SEED = 1
COUNTS = range(2, 9)
PARTS = range(2, 5)
NOBODY = -2
"""`part_of` of a sample that only represents a merged group: no journey is compared with it."""

Whole = NDArray[np.int64]
Real = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Clusters:
    """`params` of the fold that finds everybody's group; of `variants` different journeys `compared` were compared.
    `tried` are the numbers of groups that were tried.
    """

    params: AlikeParams
    variants: int
    compared: int
    silhouette: float | None
    tried: Sequence[Groups]


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """Rows that make one group in the end; `medoids` are the samples they are nearest to."""

    rows: Whole
    medoids: tuple[int, ...]
    shown: int
    part_of: int = -1


def clusters_of(answer: VariantsAnswer, params: VariantsParams, given: Mapping[str, Any]) -> Clusters | None:
    """The groups of all journeys, the largest first; None where there are no journeys."""
    codes, lengths, counts = sequences(answer)
    if not len(counts):
        return None
    kept, weights = priority_sample(counts.astype(np.float64), MOST_VARIANTS, SEED)
    distances = unlike(codes[kept], lengths[kept])
    wanted = given["clusters"]
    if wanted is None:
        found, tried = best_grouped(distances, weights, COUNTS)
    else:
        found = grouped(distances, weights, wanted)
        tried = [found]
    order = np.argsort(-np.bincount(found.group, weights), kind="stable")
    whole = [np.flatnonzero(found.group == g) for g in order]
    medoids = [int(found.medoids[g]) for g in order]
    merges, splits = _wanted(given, len(order))
    parts = _parts(distances, weights, whole, medoids, merges, splits)
    parts.sort(key=lambda part: (-weights[part.rows].sum(), part.shown))
    samples = [codes[row, : lengths[row]].tolist() for row in kept]
    return Clusters(_params(params, samples, medoids, parts), len(counts), len(kept), found.silhouette, tried)


def _wanted(given: Mapping[str, Any], count: int) -> tuple[list[list[int]], list[int]]:
    """Groups to merge and to split, as places in the list of groups; each may be named once."""
    merges = groups_read(given["merge"], count)
    splits = [place for pair in groups_read(given["split"], count) for place in pair]
    named = [*splits, *(place for pair in merges for place in pair)]
    if len(set(named)) < len(named) or any(len(pair) < 2 for pair in merges):
        raise BadClusters(groups=", ".join(filter(None, (given["merge"], given["split"]))), most=count)
    return merges, splits


def groups_read(written: str | None, count: int) -> list[list[int]]:
    """Places of groups written "1+3, 4+5".

    >>> groups_read("1+3, 2", 3)
    [[0, 2], [1]]
    """
    if written is None:
        return []
    read = [[n.strip() for n in pair.split("+")] for pair in written.split(",")]
    if not all(re.fullmatch(r"[0-9]{1,3}", n) and 1 <= int(n) <= count for pair in read for n in pair):
        raise BadClusters(groups=written, most=count)
    return [[int(n) - 1 for n in pair] for pair in read]


def _parts(
    distances: NDArray[np.float32],
    weights: Real,
    whole: Sequence[Whole],
    medoids: Sequence[int],
    merges: Sequence[Sequence[int]],
    splits: Sequence[int],
) -> list[_Part]:
    """The groups after merging and splitting."""
    parts = []
    for pair in merges:
        rows = np.concatenate([whole[g] for g in pair])
        inside = distances[np.ix_(rows, rows)]
        shown = int(rows[np.argmin(inside @ weights[rows])])
        parts.append(_Part(rows, tuple(medoids[g] for g in pair), shown))
    for g in splits:
        rows = whole[g]
        inside = best_grouped(distances[np.ix_(rows, rows)], weights[rows], PARTS)[0]
        for part, medoid in enumerate(rows[inside.medoids].tolist()):
            parts.append(_Part(rows[inside.group == part], (medoid,), medoid, medoids[g]))
    touched = {*splits, *(g for pair in merges for g in pair)}
    rest = [g for g in range(len(whole)) if g not in touched]
    return parts + [_Part(whole[g], (medoids[g],), medoids[g]) for g in rest]


def _params(
    params: VariantsParams, journeys: Sequence[Sequence[int]], medoids: Sequence[int], parts: Sequence[_Part]
) -> AlikeParams:
    """Samples: first the medoids in the order of their variants, so that ties fall as they did; then parts of those
    that were split; then medoids of merged groups.
    """
    rows = sorted(medoids)
    group = {row: g for g, part in enumerate(parts) if part.part_of < 0 for row in part.medoids}
    samples = [(journeys[row], -1, group.get(row, 0)) for row in rows]
    shown = []
    for g, part in enumerate(parts):
        if part.part_of < 0 and part.shown in rows:
            shown.append(rows.index(part.shown))
            continue
        shown.append(len(samples))
        samples.append((journeys[part.shown], NOBODY if part.part_of < 0 else rows.index(part.part_of), g))
    return alike.params(
        params.cut, [s for s, _, _ in samples], [g for _, _, g in samples], shown, [p for _, p, _ in samples]
    )
