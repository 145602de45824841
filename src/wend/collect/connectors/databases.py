"""Rows of a table of PostgreSQL or MySQL, oldest first, from where the last run ended.

dlt reads the table's shape and streams its rows; what it remembers of itself is thrown away after each run, because how
far we have come is only true together with the events.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Generator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from wend.collect.connectors import cursors
from wend.collect.connectors.document import Connector
from wend.collect.connectors.errors import ColumnMissing, ExtraMissing, NotReached
from wend.collect.connectors.repository import Progress
from wend.kit.errors import closest

if TYPE_CHECKING:
    from sqlalchemy import Table

AT_ONCE = 20_000
"""Rows of one transaction."""
Rows = list[dict[str, Any]]


def pages(connector: Connector, url: str, progress: Progress) -> Generator[tuple[Rows, Progress]]:
    """Rows in portions, each with how far one has come behind it. Raises ExtraMissing, ColumnMissing, NotReached."""
    from sqlalchemy.exc import SQLAlchemyError

    with ExitStack() as opened:
        resource = _resource(connector, url, progress, opened)
        moved = dict(progress)
        page: Rows = []
        try:
            for row in resource:
                page.append(row)
                if len(page) == AT_ONCE:
                    yield page, (moved := _moved(connector, page, moved))
                    page = []
            yield page, _moved(connector, page, moved)
        except SQLAlchemyError as error:
            raise NotReached(place=connector.place, reason=type(error).__name__) from error


def _moved(connector: Connector, page: Rows, before: Progress) -> Progress:
    moved = {**before, "rows": int(before.get("rows", 0)) + len(page)}
    if page and connector.cursor:
        cursor = cursors.kept(page[-1][connector.cursor])
        if cursor is not None:
            moved["cursor"] = cursor
    return moved


def _resource(connector: Connector, url: str, progress: Progress, opened: ExitStack) -> Any:  # Any: dlt's own
    os.environ["RUNTIME__DLTHUB_TELEMETRY"] = "false"
    try:
        import dlt
        from dlt.sources.sql_database import sql_table
    except ImportError as missing:
        raise ExtraMissing(name=missing.name or "dlt") from missing
    from sqlalchemy import create_engine
    from sqlalchemy.exc import SQLAlchemyError

    logging.getLogger("dlt").setLevel(logging.ERROR)
    try:
        engine = create_engine(url, pool_pre_ping=True, execution_options={"postgresql_readonly": True})
    except ImportError as missing:
        raise ExtraMissing(name=missing.name or "driver") from missing
    opened.callback(engine.dispose)
    incremental = None
    if connector.cursor:
        begin = cursors.begin(progress["cursor"], connector.lookback) if "cursor" in progress else None
        incremental = dlt.sources.incremental(
            connector.cursor, initial_value=begin, row_order="asc", on_cursor_value_missing="exclude"
        )
    try:
        return sql_table(
            engine,
            connector.table,
            schema=connector.schema or None,
            incremental=incremental,
            chunk_size=AT_ONCE,
            backend="sqlalchemy",
            table_adapter_callback=lambda table: _check_columns(connector, table),
            query_adapter_callback=lambda query, table: _in_order(connector, query, table),
            table_loader_class=_closing(opened),
        )
    except SQLAlchemyError as error:
        raise NotReached(place=connector.place, reason=type(error).__name__) from error


def _closing(opened: ExitStack) -> Any:
    """dlt's reader of rows, whose connection ends with ours: dlt leaves it open when one stops half-way."""
    from dlt.sources.sql_database.helpers import TableLoader

    class Closing(TableLoader):
        def load_rows(self, backend_kwargs: dict[str, Any] | None = None) -> Any:
            rows: Any = super().load_rows(backend_kwargs or {})
            opened.callback(rows.close)
            return rows

    return Closing


def _check_columns(connector: Connector, table: Table) -> None:
    known = [column.name for column in table.columns]
    for name in (connector.cursor, *connector.keys):
        if name and name not in known:
            raise ColumnMissing(
                table=connector.table, column=name, closest=closest(name, known) or ", ".join(known[:12])
            )


def _in_order(connector: Connector, query: Any, table: Table) -> Any:
    """Rows with equal cursors in the order of their keys, so that two runs cut them alike."""
    wanted = (*([connector.cursor] if connector.cursor else []), *connector.keys)
    return query.order_by(None).order_by(*(table.c[name] for name in wanted))
