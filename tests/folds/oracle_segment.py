"""Of how many customers does each node of a condition hold? Leaf by leaf over the marks of events, in plain Python."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from tests.folds.oracle_silence import active
from wend.folds import segment, segment_leaf as kinds
from wend.folds.contract import NEVER
from wend.folds.segment import PLAIN_MARKS, SegmentAnswer, SegmentParams


def segment_of(journeys: Sequence[Sequence[Any]], params: SegmentParams) -> SegmentAnswer:
    """Customers by node."""
    nodes = np.zeros(len(params.kind), np.int64)
    for journey in journeys:
        life = [(marks_of(seen.event, params), seen.event) for seen in journey if seen.counted]
        if life:
            nodes += true_nodes(life, params)
    return SegmentAnswer(nodes, np.zeros(1, np.int64))


def marks_of(event: Any, params: SegmentParams) -> int:
    """The marks of an event."""
    return int(params.marks[event.step]) | (event.about << PLAIN_MARKS if params.further else 0)


def true_nodes(life: list[Any], params: SegmentParams) -> Any:
    """Which nodes hold of one customer."""
    true: list[bool] = []
    for node, (kind, parts) in enumerate(zip(params.kind, params.parts, strict=True)):
        mine = [true[child] for child in range(node) if params.parent[child] == node]
        held = {segment.ALL: all(mine), segment.ANY: any(mine), segment.NONE: not any(mine)}
        true.append(holds(life, params, int(parts)) if kind == segment.LEAF else held[int(kind)])
    return np.array(true, np.int64)


def holds(life: list[Any], params: SegmentParams, leaf: int) -> bool:
    """Whether a leaf holds."""
    row = {name: int(getattr(params.leaves, name)[leaf]) for name in params.leaves._fields[:13]}
    after = [i for i, (marks, _) in enumerate(life) if marks & row["anchor"]]
    if row["anchor"] and not after:
        return False
    rest = life[max(after) + 1 :] if after else life
    rest = [(marks, e) for marks, e in rest if row["from_at"] <= e.at < row["before"]]
    mine = [(marks, e) for marks, e in rest if marks & row["what"]]
    passing = [bool(marks & row["other"]) for marks, _ in mine]
    times = [e.at for _, e in mine]
    values = [e.amount * params.scale for _, e in mine if e.amount] if params.scale else [e.amount for _, e in mine]

    def between(number: int | Fraction) -> bool:
        return bool(row["low"] <= number <= row["high"])

    match row["kind"]:
        case kinds.COUNT:
            return between(len(mine))
        case kinds.SUM:
            return between(sum(values))
        case kinds.DISTINCT:
            return between(min(row["size"], len(set(values))))
        case kinds.AVERAGE:
            return bool(values) and between(Fraction(sum(values), len(values)))
        case kinds.SMALLEST | kinds.LARGEST:
            return bool(values) and between(min(values) if row["kind"] == kinds.SMALLEST else max(values))
        case kinds.FIRST | kinds.LAST:
            return bool(passing) and passing[0 if row["kind"] == kinds.FIRST else -1]
        case kinds.SILENT:
            return bool(times) and params.now - times[-1] >= row["size"]
        case kinds.STAGE:
            return bool(times) and passing[-1] and params.now - times[-1] >= row["size"]
    ordered = row["kind"] in (kinds.ORDER, kinds.COMPARED)
    return in_order(rest, params, row) if ordered else slower(times, params, row["size"])


def slower(times: list[int], params: SegmentParams, size: int) -> bool:
    """Whether the silence is longer than so many thousandths of the usual pause."""
    gone = [active(at, params.leaves.season) for at in times]
    pauses = [b - a for a, b in itertools.pairwise(gone) if b - a >= 1_800][-16:]
    silence = active(params.now, params.leaves.season) - gone[-1] if times else NEVER
    return len(pauses) >= 4 and silence * 1_000 > statistics.median_low(pauses) * size


def in_order(rest: list[Any], params: SegmentParams, row: dict[str, int]) -> bool:
    """Whether any events are the steps, in time and with no bar between."""
    first, many = row["first"], row["steps"]
    steps, bars = params.leaves.step[first : first + many], params.leaves.bar[first : first + many]
    for chain in itertools.combinations(range(len(rest)), many):
        fits = all(rest[i][0] & int(step) for i, step in zip(chain, steps, strict=True))
        short = rest[chain[-1]][1].at - rest[chain[0]][1].at <= row["size"]
        gaps = zip(itertools.pairwise(chain), bars[1:], strict=True)
        barred = any(rest[i][0] & int(bar) for (a, b), bar in gaps for i in range(a + 1, b))
        if fits and short and not barred and compared([rest[i][1].amount for i in chain], params, row):
            return True
    return False


def compared(values: list[int], params: SegmentParams, row: dict[str, int]) -> bool:
    """Whether the values of the steps of a chain stand to each other as they should; 0 is no value."""
    if row["kind"] == kinds.ORDER:
        return True
    spec = params.leaves.orders[row["other"] :].tolist()
    remembered, tests = spec[1 : 1 + spec[0]], spec[1 + spec[0] :]
    for test in range(tests[0]):
        k, operator, slot, shift, bits = tests[1 + 5 * test : 6 + 5 * test]
        pair = [values[step] for step in (k, remembered[slot])]
        fields = [value // 2**shift % 2**bits if bits else params.leaves.orders[shift + value] for value in pair]
        now, before = map(int, fields)
        stands = [now == before, now != before, now >= before, now <= before, now > before, now < before]
        if 0 in (now, before) or not stands[operator]:
            return False
    return True
