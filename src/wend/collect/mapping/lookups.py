"""Look-up files beside the imported one: loaded once, joined by hash."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import pyarrow as pa
import pyarrow.compute as pc

from wend.collect.mapping.columns import as_array, constant
from wend.collect.mapping.model import Join, joined_columns

_BETWEEN = "\x1f"


@dataclass(frozen=True, slots=True)
class Lookup:
    """`values` has one row per key, under the names the columns get in the imported rows."""

    columns: tuple[str, ...]
    keys: pa.StringArray
    values: pa.Table

    def join(self, column: Callable[[str], pa.StringArray]) -> dict[str, pa.StringArray]:
        """The look-up's columns for each row; "" where the row's key is not in the look-up."""
        found = pc.index_in(_key([column(name) for name in self.columns]), value_set=self.keys)
        return {name: as_array(self.values.column(name).take(found)) for name in self.values.column_names}


def _key(columns: list[pa.StringArray]) -> pa.StringArray:
    trimmed = [pc.utf8_trim_whitespace(column) for column in columns]
    return as_array(trimmed[0] if len(trimmed) == 1 else pc.binary_join_element_wise(*trimmed, _BETWEEN))


def build(join: Join, table: pa.Table) -> Lookup:
    """A look-up from the look-up file's whole table. Of several rows with one key the first counts; `total` columns
    are added up.
    """
    key = _key([as_array(table.column(theirs)) for _, theirs in join.on])
    encoded = key.dictionary_encode()
    places = pa.table({"key": encoded.indices, "row": pa.array(range(len(key)), pa.int64())})
    first = places.group_by("key").aggregate([("row", "min")]).sort_by("key")["row_min"]
    names = joined_columns(join)
    taken = [as_array(table.column(column)).take(first) for column in join.take]
    codes = encoded.indices.to_pylist()
    added = [_totals(as_array(table.column(column)), codes, len(encoded.dictionary)) for column in join.total]
    values = pa.table(dict(zip(names, [as_array(column) for column in (*taken, *added)], strict=True)))
    return Lookup(tuple(ours for ours, _ in join.on), as_array(encoded.dictionary), values)


def _totals(column: pa.StringArray, codes: list[int], keys: int) -> pa.StringArray:
    """Exact sums of plain decimal numbers; what is no number adds nothing."""
    sums = [Decimal(0)] * keys
    for code, written in zip(codes, column.to_pylist(), strict=True):
        try:
            value = Decimal(written.strip() or "0")
        except InvalidOperation:
            continue
        if value.is_finite():
            sums[code] += value
    return pa.array([format(value, "f") for value in sums], pa.string()) if keys else constant("", 0)
