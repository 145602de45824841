"""The loops that build and refresh a journal and read properties, compiled or loaded before anybody waits for them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from wend.log.by_line import Stretch, by_line
from wend.log.canonical import NOBODY, Moved, People
from wend.log.catalogue import catalogued
from wend.log.journal import Bucket
from wend.log.keeping import VIEWS, Wanted, rebuilt, refreshed
from wend.log.late import COLUMNS, base_of
from wend.log.origins import origins
from wend.log.properties import aligned, standing
from wend.log.schema import LOG_SCHEMA


class Nobody:
    """Nobody is anybody else."""

    def followed(self, base: People | None) -> tuple[People, Moved | None]:
        """The same as before."""
        del base
        return NOBODY, None


def warm() -> None:
    """Build a journal of one event, let one more come late to it, and read what is mixed, and a property."""
    codes, lines = np.zeros(1, np.int32), np.zeros(1, np.uint32)
    lines.flags.writeable = False
    with TemporaryDirectory() as passing:
        folder, names = Path(passing), dict[str, int]()
        for number in range(2):
            names[f"{number}.parquet"] = 1
            pq.write_table(_row(number), folder / f"{number}.parquet")
            wanted = Wanted(folder, dict(names), 0, Nobody(), 2, 1, 0)
            journal = refreshed(folder / "journal", wanted) if number else rebuilt(folder / "journal", wanted)
            now = standing(folder / "journal", journal, folder, partial(list, names))
            aligned(folder / "journal" / VIEWS, now, journal, "seen", 1)
        catalogued(folder / "catalogue.json", journal, _no_sample, 1)
        for values in (1, 1_000, 100_000):  # codes of one, two and four bytes
            by_line([Stretch(0, codes, codes)], values, -1, 1).find(lines)
        for bucket in journal.buckets:
            _look(bucket)


def _no_sample(_: int) -> dict[str, list[str]]:
    return {}


def _row(number: int) -> pa.Table:
    given = {
        "event_id": [number],
        "subject": ["customer:1"],
        "event": ["seen"],
        "channel": [""],
        "occurred_at": [number],
        "received_at": [number],
        "source": ["warming"],
        "properties": ['{"seen": 1}'],
    }
    return pa.table([pa.array(given.get(each.name, [None]), each.type) for each in LOG_SCHEMA], schema=LOG_SCHEMA)


def _look(bucket: Bucket) -> None:
    for name in COLUMNS if bucket.is_mixed else ():
        column = bucket.arrays[name]
        bucket.part(name, 0, np.empty_like(column))
    bucket.posted(np.zeros(1, np.int64))
    origins(bucket.arrays, base_of(bucket.arrays))
