"""The import that the fault tests interrupt: batches made from their number, so that anybody can say what must be
there.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyarrow as pa
from sqlalchemy import select

from tests.log.world import Row, World, live_row, table
from wend.log import failpoints, live
from wend.log.facade import Log, Writer, message_ids
from wend.store.facade import Reading, tables

ROWS = 40
PER_WRITER = 4
HEARTBEAT = Row("device:pump", "heart.beat", 5)
"""Equal in every batch, so that numbering must go on after a crash."""
_SETTINGS = tables.settings


def own_rows(number: int) -> list[Row]:
    """Rows that only this batch has."""
    place = number * ROWS
    return [Row(f"customer:{(place + i) % 37}", f"step.{i % 5}", (place + i) * 500_000, "web") for i in range(ROWS)]


def messages(number: int) -> list[Row]:
    """Rows with message ids; half of them come in the next batch again."""
    return [Row(f"email:{i}@x.vn", "mail.opened", i * 1_000_000) for i in range(number * 4, number * 4 + 8)]


def batch(number: int) -> pa.Table:
    """All rows of a batch."""
    sent = messages(number)
    ids = [None] * (ROWS + 1) + [str(row.occurred_at) for row in sent]
    given = table([*own_rows(number), HEARTBEAT, *sent])
    return given.append_column("event_id", message_ids("mail", pa.array(ids, pa.string())))


def arriving(number: int) -> list[live.LiveRow]:
    """A few rows that go through the inbox itself."""
    return [live_row(10**9 + number, "customer:live", "page.viewed", number, "app")]


def expected(batches: int) -> Counter[Row]:
    """What the log must hold when so many batches were acknowledged."""
    found = Counter(row for number in range(batches) for row in own_rows(number))
    found.update(dict.fromkeys((row for number in range(batches) for row in messages(number)), 1))
    found.update({HEARTBEAT: batches} if batches else {})
    found.update(Row("customer:live", "page.viewed", number, "app") for number in range(batches))
    return found


def position(reading: Reading) -> int:
    """How many batches are acknowledged, as the import itself would read it."""
    named = (_SETTINGS.c.workspace == reading.workspace, _SETTINGS.c.key == "position")
    row = reading.row(select(_SETTINGS.c.value).where(*named))
    return 0 if row is None else int(row[0])


def run(data: Path, workspace: str, until: int) -> None:
    """Import batches, going on where the last run was stopped; says `ok N` once N batches are acknowledged."""
    world = World(data)
    log = world.again(workspace, buckets=4)
    with world.store.reading(workspace) as reading:
        start = position(reading)
    say("ready")
    for first in range(start, until, PER_WRITER):
        with log.writer("import_1") as writer:
            for number in range(first):
                writer.pass_over(batch(number))
            for number in range(first, min(first + PER_WRITER, until)):
                _one(world, log, writer, number)


def _one(world: World, log: Log, writer: Writer, number: int) -> None:
    staged = writer.stage(batch(number))
    with world.store.work(log.workspace) as work:
        log.promise(work, staged)
        live.promise(work, arriving(number))
        work.execute(_SETTINGS.delete().where(_SETTINGS.c.workspace == work.workspace))
        work.add(_SETTINGS, [{"key": "position", "value": str(number + 1)}])
        failpoints.reached("before_promise_commit")
    failpoints.reached("after_promise")
    say(f"ok {number + 1}")
    writer.settle(staged)
    if number % 2:
        log.move()
    if number % 3 == 2:
        log.journal()
    if number % 7 == 6:
        log.tidy(keep_hours=0)


def say(line: str) -> None:
    """One line to whoever started us, at once."""
    print(line, flush=True)  # noqa: T201  # the harness reads this
