"""A prepared statement sees its own workspace only, and one that is not tied to any cannot be made."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import bindparam, select, update

from wend.kit.clock import FixedClock
from wend.store.facade import HERE, Prepared, Store, Unscoped, tables

_C = tables.counters.c
VALUE = Prepared(select(_C.value).where(_C.workspace == HERE, _C.name == bindparam("name")))
GROWN = Prepared(update(tables.counters).where(_C.workspace == HERE).values(value=_C.value + bindparam("more")))


@pytest.mark.parametrize(
    "statement",
    [select(_C.value), select(_C.value).where(_C.workspace == "main"), update(tables.counters).values(value=1)],
)
def test_a_statement_without_its_place_is_refused_where_it_is_made(statement: object) -> None:
    with pytest.raises(Unscoped):
        Prepared(statement)  # type: ignore[arg-type]


def test_the_workspace_comes_from_the_transaction_whatever_is_given(data_dir: Path, clock: FixedClock) -> None:
    store = Store.open(data_dir, clock)
    for name in ("one", "two"):
        with store.work(name) as work:
            work.numbers("events", 5)
    with store.work("one") as work:
        assert work.run(GROWN, more=10, here="two") == 1
    for name, value in (("one", 15), ("two", 5)):
        with store.reading(name) as reading:
            assert [row[0] for row in reading.found(VALUE, name="events")] == [value]
    store.close()
