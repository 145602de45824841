"""By what customers are told apart: the channel of their first event, their stage, or a trait."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace

import pyarrow.compute as pc

from wend.domain.selection import Selection
from wend.questions import errors
from wend.questions.context import Context

MOST_VALUES = 12
"""Groups by a trait: its most frequent values."""


def checked(context: Context, by: str, words: Collection[str], over: str) -> str:
    """One of `words`, or the name of a trait; raises BadChoice, and StagesNeedTouchpoints over plain events."""
    traits = context.machine.journal.trait_names
    if by not in words and by not in traits:
        raise errors.BadChoice(by, [*words, *traits])
    if by == "stage" and over == "events":
        raise errors.StagesNeedTouchpoints
    return by


def values_of(context: Context, trait: str, selection: Selection) -> list[str]:
    """The most frequent values of a trait among those that the selection admits."""
    admitted = {value for name, value in selection.traits if name == trait}
    counts: Counter[str] = Counter()
    for bucket in context.machine.journal.buckets:
        if trait in bucket.traits.column_names:
            for row in pc.value_counts(bucket.traits.column(trait)).to_pylist():
                if row["values"] is not None and (not admitted or str(row["values"]) in admitted):
                    counts[str(row["values"])] += row["counts"]
    return [value for value, _ in sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:MOST_VALUES]]


def having(selection: Selection, trait: str, value: str) -> Selection:
    """The same selection, of customers with this value of the trait."""
    others = tuple(pair for pair in selection.traits if pair[0] != trait)
    return replace(selection, traits=(*others, (trait, value)))
