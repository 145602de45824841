"""Who a row is about: its subject, its further identifiers, and the links between them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wend.collect.mapping.columns import as_array, filled
from wend.domain.event import IdentifierKind
from wend.identity.normalise import LONGEST, normalised
from wend.identity.placeholders import NOBODY

_NOBODY = pa.array(sorted(NOBODY))


@dataclass(frozen=True, slots=True)
class People:
    """Per row. `subject` is "" where no identifier names anybody; `left_over` keeps what could not be used, by
    column.
    """

    subject: pa.StringArray
    identifiers: pa.StringArray | None
    known: NDArray[np.bool_]
    links: frozenset[tuple[str, str]]
    left_over: dict[str, pa.StringArray]


def normalised_column(kind: IdentifierKind, column: pa.Array, country: str) -> pa.StringArray:
    """A column of identifiers in their one spelling, "" where they name nobody."""
    if kind in ("customer", "device"):
        return _numbers(as_array(column))
    encoded = as_array(column).dictionary_encode()
    spelled = [normalised(kind, value, country) or "" for value in encoded.dictionary.to_pylist()]
    return pa.array(spelled, pa.string()).take(encoded.indices)


def _numbers(column: pa.StringArray) -> pa.StringArray:
    """The vectorised reading of `identity.normalise.customer_number`; a test holds the two together."""
    trimmed = pc.utf8_trim_whitespace(column)
    if not pc.all(pc.string_is_ascii(trimmed)).as_py():
        trimmed = pc.utf8_normalize(trimmed, form="NFC")
    nobody = pc.is_in(pc.utf8_lower(trimmed), value_set=_NOBODY)
    odd = pc.or_(pc.greater(pc.utf8_length(trimmed), LONGEST), pc.match_substring_regex(trimmed, r"[\x00-\x1f]"))
    if not pc.any(pc.or_(nobody, odd)).as_py():
        return trimmed
    return pc.if_else(pc.or_(nobody, odd), "", trimmed)


def recognise(
    columns: list[tuple[IdentifierKind, str, pa.StringArray]], country: str, nobody: tuple[str, ...] = ()
) -> People:
    """People of a chunk from its identifier columns, the best kind first."""
    rows = len(columns[0][2])
    named: list[pa.StringArray] = []
    left_over: dict[str, pa.StringArray] = {}
    for kind, name, raw in columns:
        value = normalised_column(kind, raw, country)
        if nobody:
            value = as_array(pc.if_else(pc.is_in(value, value_set=pa.array(nobody, pa.string())), "", value))
        held = filled(value)
        lost = filled(raw) & ~held
        if lost.any():
            left_over[name] = pc.if_else(pa.array(lost), raw, "")
        prefixed = pc.binary_join_element_wise(f"{kind}:", value, "")
        named.append(prefixed if held.all() else pc.if_else(pa.array(held), prefixed, ""))
    subject = named[0]
    for other in named[1:]:
        subject = pc.if_else(pc.equal(subject, ""), other, subject)
    subject = as_array(subject)
    identifiers, links = _further(subject, named[1:]) if len(named) > 1 else (None, frozenset())
    return People(subject, identifiers, filled(subject) if rows else np.zeros(0, np.bool_), links, left_over)


def _further(
    subject: pa.StringArray, others: list[pa.StringArray]
) -> tuple[pa.StringArray | None, frozenset[tuple[str, str]]]:
    """The JSON list of each row's identifiers beside its subject, and the pairs they make."""
    pairs: set[tuple[str, str]] = set()
    quoted = []
    for other in others:
        extra = filled(other) & np.asarray(pc.not_equal(other, subject))
        if not extra.any():
            continue
        mask = pa.array(extra)
        both = pa.table([subject.filter(mask), other.filter(mask)], names=["a", "b"]).group_by(["a", "b"]).aggregate([])
        pairs.update(zip(both["a"].to_pylist(), both["b"].to_pylist(), strict=True))
        escaped = pc.replace_substring(pc.replace_substring(other, "\\", "\\\\"), '"', '\\"')
        quoted.append(pc.if_else(mask, pc.binary_join_element_wise('"', escaped, '",', ""), ""))
    if not quoted:
        return None, frozenset()
    inside = pc.utf8_rtrim(pc.binary_join_element_wise(*quoted, ""), characters=",")
    listed = pc.binary_join_element_wise("[", inside, "]", "")
    return pc.if_else(pc.equal(inside, ""), pa.scalar(None, pa.string()), listed), frozenset(pairs)
