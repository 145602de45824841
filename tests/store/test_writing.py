"""What a transaction can write: new rows only, rows in place of others, and numbers that nobody else gets."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from wend.kit.clock import FixedClock
from wend.store.facade import Store, tables

_SETTINGS = tables.settings


def _values(store: Store) -> dict[str, str]:
    with store.reading("main") as reading:
        return {row.key: row.value for row in reading.rows(select(_SETTINGS).where(_SETTINGS.c.workspace == "main"))}


def test_only_what_is_new_is_added(data_dir: Path, clock: FixedClock) -> None:
    store = Store.open(data_dir, clock)
    with store.work("main") as work:
        assert work.add_new(_SETTINGS, [{"key": "a", "value": "1"}, {"key": "b", "value": "1"}]) == 2
        assert work.add_new(_SETTINGS, [{"key": "b", "value": "2"}, {"key": "c", "value": "2"}]) == 1
    assert _values(store) == {"a": "1", "b": "1", "c": "2"}


def test_a_row_takes_the_place_of_its_key(data_dir: Path, clock: FixedClock) -> None:
    store = Store.open(data_dir, clock)
    with store.work("main") as work:
        work.put(_SETTINGS, [{"key": "a", "value": "1"}])
        work.put(_SETTINGS, [{"key": "a", "value": "2"}, {"key": "b", "value": "3"}])
    assert _values(store) == {"a": "2", "b": "3"}


def test_numbers_follow_each_other_and_an_undone_transaction_takes_none(data_dir: Path, clock: FixedClock) -> None:
    store = Store.open(data_dir, clock)
    with store.work("main") as work:
        assert (work.numbers("links", 3), work.numbers("links"), work.numbers("audit")) == (1, 4, 1)
    try:
        with store.work("main") as work:
            work.numbers("links", 10)
            raise KeyError
    except KeyError:
        pass
    with store.work("main") as work:
        assert work.numbers("links") == 5


def test_an_error_never_speaks_of_the_values(data_dir: Path, clock: FixedClock) -> None:
    store = Store.open(data_dir, clock)
    with pytest.raises(SQLAlchemyError) as refused, store.work("main") as work:
        work.add(_SETTINGS, [{"key": "lan@shop.vn", "value": None}])
    assert "lan@shop.vn" not in str(refused.value)
