"""A property of events is told alike, whether their documents repeat or every one is another."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from wend.log.lines import Span
from wend.log.telling import NONE, told

UNKNOWN = -5


def document(random: Random, different: int) -> str | None:
    number = random.randrange(different)
    said = {"order": str(number), "size": random.choice(["S", "M", 'say "x"', "Huế"]), "gift": None}
    return random.choice([None, "{}", json.dumps(said), json.dumps(said, ensure_ascii=False)])


@pytest.mark.parametrize("different", [1, 3, 10_000])
@pytest.mark.parametrize("name", ["order", "size", "gift", "never"])
def test_every_event_has_the_value_of_its_document(tmp_path: Path, different: int, name: str) -> None:
    random = Random(different)
    documents = [document(random, different) for _ in range(600)]
    columns = {"properties": pa.array(documents, pa.string()), "currency": pa.nulls(len(documents), pa.string())}
    pq.write_table(pa.table(columns), tmp_path / "a.parquet", row_group_size=50, use_dictionary=False)
    spans = (Span(900, 70), Span(-1, 130), Span(100, 400))
    values, table = told(tmp_path, {"a.parquet": spans}, name, 2).among(pa.array([], pa.string()), UNKNOWN, 1)
    lines = np.concatenate([np.arange(900, 970), np.arange(100, 500), [50, 600, 2000]]).astype(np.uint32)
    lines.flags.writeable = False
    words = {NONE: None, UNKNOWN: "?"} | dict(enumerate(values.to_pylist()))
    plainly = [None if each is None else json.loads(each).get(name) for each in documents]
    assert [words[code] for code in table.find(lines).tolist()] == [*plainly[:70], *plainly[200:], "?", "?", "?"]
