"""One event rule at work: the columns it makes, which rows it makes them of, and what it could not understand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wend.collect.mapping import model
from wend.collect.mapping.columns import BAD, EMPTY, FINE, as_array, constant, empties, filled
from wend.collect.mapping.moments import parse_moments
from wend.collect.mapping.numbers import parse_decimals, parse_money
from wend.collect.mapping.properties import json_objects
from wend.domain.currencies import exponent_of
from wend.domain.event import Scale, scale_bounds
from wend.domain.names import composed
from wend.log.facade import message_ids

LONGEST_NAME = 200
_MOMENT = pa.timestamp("us", tz="UTC")
Get = Callable[[str], pa.StringArray]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Made:
    """One event rule's columns for every row of a chunk; only the `good` rows are events. Faults: (reason, column,
    rows).
    """

    columns: dict[str, pa.Array]
    moments: NDArray[np.int64]
    good: Mask
    faults: list[tuple[str, str, Mask]]


def feelings(column: pa.Array, scale: Scale) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
    """The vectorised reading of `domain.event.feeling`: hundredths from −200 to 200, and the status of each answer."""
    low, high = scale_bounds(scale)
    scores, status = parse_decimals(column, 3)
    status[(status == FINE) & ((scores < low * 1000) | (scores > high * 1000))] = BAD
    doubled = (2 * scores - (low + high) * 1000) * 400
    divisor = 2 * (high - low) * 1000
    return np.sign(doubled) * ((2 * np.abs(doubled) + divisor) // (2 * divisor)), status


class EventMaker:
    """The rule `event` of `mapping`, the `part`-th of its events."""

    def __init__(self, mapping: model.Mapping, event: model.EventRule, part: int) -> None:
        self.mapping = mapping
        self.event = event
        self.part = part
        self.known: tuple[str, ...] = ()
        """The columns of the chunk at work, for properties named by a prefix."""

    def make(self, get: Get, rest: Mapping[str, pa.StringArray], rows: int) -> Made:
        """`rest` are the columns the mapping does not use: the properties, unless the rule names its own."""
        event = self.event
        faults: list[tuple[str, str, Mask]] = []
        moments, status = parse_moments(
            get(event.time), event.time_format or self.mapping.time_format, self.mapping.timezone
        )
        wanted = self._wanted(get, rows)
        names, named = self._text(event.name, get, rows)
        if event.name.values:
            wanted &= named
        else:
            long = self._too_long(names)
            faults += [("no_event_name", event.name.column, wanted & ~named)] + (
                [("long_event_name", event.name.column, wanted & long)] if long.any() else []
            )
        if event.required:
            faults.append(("no_time", event.time, wanted & (status == EMPTY)))
        wanted &= status != EMPTY
        faults.append(("bad_time", event.time, wanted & (status == BAD)))
        columns: dict[str, pa.Array] = {"event": names, "occurred_at": pa.array(moments).cast(_MOMENT)}
        self._optional(columns, get, rows, wanted, faults)
        columns["properties"] = self._properties(get, rest, rows)
        faults = [fault for fault in faults if fault[2].any()]
        good = wanted.copy()
        for _, _, mask in faults:
            good &= ~mask
        return Made(columns, moments, good, faults)

    def _optional(
        self, columns: dict[str, pa.Array], get: Get, rows: int, wanted: Mask, faults: list[tuple[str, str, Mask]]
    ) -> None:
        event = self.event
        columns["channel"] = self._text(event.channel or model.Value(), get, rows)[0]
        if event.about is not None:
            columns["about"] = _null_if_empty(self._text(event.about, get, rows)[0])
        if event.amount is not None:
            self._money(columns, event.amount, get, rows, wanted, faults)
        for key, answer in (("rating", event.rating), ("expectation", event.expectation)):
            if answer is not None:
                values, status = feelings(get(answer.column), answer.scale)
                faults.append((f"bad_{key}", answer.column, wanted & (status == BAD)))
                columns[key] = pa.array(values, mask=status != FINE).cast(pa.int16())
        if event.id:
            ids = get(event.id)
            columns["event_id"] = message_ids(f"{self.mapping.name}:{self.part}", _null_if_empty(ids))

    def _money(
        self,
        columns: dict[str, pa.Array],
        amount: model.Amount,
        get: Get,
        rows: int,
        wanted: Mask,
        faults: list[tuple[str, str, Mask]],
    ) -> None:
        currency = amount.currency or model.Value(text=self.mapping.currency)
        codes, known = self._text(currency, get, rows)
        words = pc.utf8_upper(codes.dictionary)
        exponents = (
            np.array([exponent_of(code) for code in words.to_pylist()], np.int8)[codes.indices.to_numpy()]
            if rows
            else np.empty(0, np.int8)
        )
        times = get(amount.times) if amount.times else None
        values, status = parse_money(get(amount.column), exponents, times, self.mapping.decimal)
        faults.append(("bad_amount", amount.column, wanted & (status == BAD)))
        columns["amount"] = pa.array(values, mask=status != FINE)
        there = pa.array(known & (status == FINE))
        columns["currency"] = pa.DictionaryArray.from_arrays(
            pc.if_else(there, codes.indices, pa.scalar(None, pa.int32())), words
        )

    def _wanted(self, get: Get, rows: int) -> Mask:
        when = self.event.when
        if when is None:
            return np.ones(rows, np.bool_)
        column = get(when.column)
        if when.filled is not None:
            return np.equal(filled(column), when.filled)
        trimmed = pc.utf8_trim_whitespace(column)
        return np.asarray(pc.is_in(trimmed, value_set=pa.array(when.one_of, pa.string())))

    def _text(self, value: model.Value, get: Get, rows: int) -> tuple[pa.DictionaryArray, Mask]:
        """A value for each row as a dictionary, trimmed, and where there is one. A leading `$` is the system's and is
        taken off.
        """
        if not value.column:
            codes = pa.array(np.zeros(rows, np.int32))
            return pa.DictionaryArray.from_arrays(codes, pa.array([value.text])), np.full(rows, bool(value.text))
        encoded = as_array(get(value.column)).dictionary_encode()
        words = [composed(word.strip().lstrip("$")) for word in encoded.dictionary.to_pylist()]
        if value.values:
            meanings = {composed(word): meaning for word, meaning in value.values}
            words = [meanings.get(word, "") for word in words]
        there = (
            np.array([bool(word) for word in words], np.bool_)[encoded.indices.to_numpy()]
            if rows
            else np.zeros(0, np.bool_)
        )
        return pa.DictionaryArray.from_arrays(encoded.indices, pa.array(words, pa.string())), there

    def _too_long(self, names: pa.DictionaryArray) -> Mask:
        long = np.array([len(word) > LONGEST_NAME for word in names.dictionary.to_pylist()], np.bool_)
        return long[names.indices.to_numpy()] if len(names) else np.zeros(0, np.bool_)

    def _properties(self, get: Get, rest: Mapping[str, pa.StringArray], rows: int) -> pa.StringArray:
        event = self.event
        columns = dict(rest)
        if event.properties is not None:
            named = model.expanded(zip(event.properties, event.properties, strict=True), self.known)
            columns = {name: get(column) for name, column in named}
        if event.comment:
            columns["comment"] = get(event.comment)
        if event.rating:
            columns["score"] = get(event.rating.column)
            given = filled(columns["score"])
            columns["scale"] = (
                pc.if_else(pa.array(given), constant(event.rating.scale, rows), "") if rows else empties(0)
            )
        if event.expectation:
            columns["expected_score"] = get(event.expectation.column)
        return json_objects(columns, rows)


def _null_if_empty(column: pa.Array) -> pa.Array:
    if isinstance(column, pa.DictionaryArray):
        words = column.dictionary
        nothing = pc.equal(words, "").take(column.indices)  # the codes become null: Parquet takes no null as a word
        return pa.DictionaryArray.from_arrays(pc.if_else(nothing, pa.scalar(None, pa.int32()), column.indices), words)
    return pc.if_else(pc.equal(column, ""), pa.scalar(None, pa.string()), column)
