"""A property of events is told alike, whether their documents repeat or every one is another."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from wend.log.telling import NONE, told


def document(random: Random, different: int) -> str | None:
    number = random.randrange(different)
    said = {"order": str(number), "size": random.choice(["S", "M", 'say "x"', "Huế"]), "gift": None}
    return random.choice([None, "{}", json.dumps(said), json.dumps(said, ensure_ascii=False)])


@pytest.mark.parametrize("different", [1, 3, 10_000])
@pytest.mark.parametrize("name", ["order", "size", "gift", "never"])
def test_every_event_has_the_value_of_its_document(tmp_path: Path, different: int, name: str) -> None:
    random = Random(different)
    documents = [document(random, different) for _ in range(600)]
    ids = random.sample(range(1 << 62), len(documents))
    columns = {"event_id": pa.array(ids, pa.int64()), "properties": pa.array(documents, pa.string())}
    columns["currency"] = pa.nulls(len(ids), pa.string())
    pq.write_table(pa.table(columns), tmp_path / "a.parquet", row_group_size=50, use_dictionary=False)
    values, table = told([tmp_path / "a.parquet"], name, 2, every=True).among(pa.array([], pa.string()), 1)
    found = table.find(columns["event_id"].to_numpy(), NONE)
    plainly = [None if each is None else json.loads(each).get(name) for each in documents]
    assert [None if code == NONE else values[code].as_py() for code in found.tolist()] == plainly
