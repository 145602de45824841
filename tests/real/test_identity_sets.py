"""The labelled sets, judged by one fixed configuration: precision before recall, and better than the reference."""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from wend.identity.matching.records import Columns, guessed, profile
from wend.identity.matching.resolving import resolve

pytest.importorskip("splink", reason="the extra [identity] is not installed")

from wend.people.linking import candidate_pairs  # after the skip, as it needs the extra

Row = dict[str, str]


@dataclass(frozen=True)
class Labelled:
    """A set: its files, how a row names its record and its true person, and what must be reached."""

    files: tuple[str, ...]
    key: str
    person: Callable[[Row], str]
    precision: float
    f1: float
    without: tuple[str, ...] = ()
    columns: Columns | None = None


def febrl_person(row: Row) -> str:
    return row["rec_id"].split("-")[1]


FEBRL = "identity_febrl/febrl"
SETS = {
    "febrl1": Labelled((f"{FEBRL}1.csv.gz",), "rec_id", febrl_person, 1.0, 0.998),
    "febrl2": Labelled((f"{FEBRL}2.csv.gz",), "rec_id", febrl_person, 0.999, 0.998),
    "febrl4": Labelled((f"{FEBRL}4a.csv.gz", f"{FEBRL}4b.csv.gz"), "rec_id", febrl_person, 0.999, 0.998),
    "febrl4 without id": Labelled(
        (f"{FEBRL}4a.csv.gz", f"{FEBRL}4b.csv.gz"), "rec_id", febrl_person, 0.999, 0.99, ("soc_sec_id",)
    ),
    "fake1000": Labelled(("identity_fake1000/fake_1000.csv.gz",), "unique_id", lambda row: row["cluster"], 0.99, 0.92),
    "rldata500": Labelled(
        ("identity_rldata500/rldata500.csv.gz",),
        "",
        lambda row: row["entity_id"],
        0.99,
        0.98,
        columns=Columns(given=("fname_c1", "fname_c2"), family=("lname_c1", "lname_c2"), birth=("by", "bm", "bd")),
    ),
    "vietnamese": Labelled(
        ("identity_vn_synthetic/vn_identities.csv.gz",), "record_id", lambda row: row["entity_id"], 0.99, 0.925
    ),
}


@pytest.mark.parametrize("name", SETS)
@pytest.mark.slow
def test_a_labelled_set(name: str, shared_data: Path) -> None:
    labelled = SETS[name]
    rows = [row for file in labelled.files for row in _rows(shared_data / file)]
    truth = {row[labelled.key] if labelled.key else str(at): labelled.person(row) for at, row in enumerate(rows)}
    columns = labelled.columns or guessed(column for column in rows[0] if column not in labelled.without)
    people = resolve([profile(key, row, columns) for key, row in zip(truth, rows, strict=True)], candidate_pairs).people
    precision, recall = pairwise(truth, people.person_of)
    assert precision >= labelled.precision
    assert 2 * precision * recall / (precision + recall) >= labelled.f1
    assert max(map(len, people.members().values())) <= 20


def pairwise(truth: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float]:
    """Precision and recall over pairs of records."""
    right = pairs(Counter((truth[key], found[key]) for key in truth))
    return right / pairs(Counter(found.values())), right / pairs(Counter(truth.values()))


def pairs(sizes: Counter[object] | Counter[str] | Counter[tuple[str, str]]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())


def _rows(file: Path) -> list[Row]:
    if not file.exists():
        pytest.skip(f"{file.name} is not on this machine")
    with gzip.open(file, "rt", encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))
