"""Answers as files: all rows, and nothing in them that a spreadsheet would run."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pyarrow.parquet as pq
import pytest
from python_calamine import CalamineWorkbook

from tests.questions.shop import CLOCK, context
from wend.questions.answer import Answer
from wend.questions.asking import ask
from wend.questions.errors import UnknownEnding, Unwritable
from wend.questions.files import write


def answer(rows: list[dict[str, Any]]) -> Answer:
    return Answer("reach", {}, "events", 0, 1, 1, 1, "1", 0, 0, "steps", {"steps": rows})


ROWS: list[dict[str, Any]] = [
    {"step": "=HYPERLINK(1)", "n": -3, "share": {"low": 0.5}, "also": [{"à": 1}], "none": None},
    {"step": "Đơn hàng", "n": 2, "share": {"low": None}, "also": [], "none": None},
]


def test_a_sheet_holds_no_formula(tmp_path: Path) -> None:
    write(answer(ROWS), tmp_path / "answer.xlsx")
    assert b"<f>" not in ZipFile(tmp_path / "answer.xlsx").read("xl/worksheets/sheet1.xml")


def read(path: Path) -> list[list[Any]]:
    if path.suffix == ".xlsx":
        return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    if path.suffix == ".parquet":
        table = pq.read_table(path)
        return [table.column_names, *(list(row.values()) for row in table.to_pylist())]
    return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))


@pytest.mark.parametrize(
    ("ending", "begins", "ends"),
    [
        ("csv", ["'=HYPERLINK(1)", "-3"], ['[{"à": 1}]', ""]),
        ("parquet", ["=HYPERLINK(1)", -3], [[{"à": 1}], None]),
        ("xlsx", ["=HYPERLINK(1)", -3], ['[{"à": 1}]', ""]),
    ],
)
def test_every_row_and_column_is_there(tmp_path: Path, ending: str, begins: list[Any], ends: list[Any]) -> None:
    path = tmp_path / f"answer.{ending}"
    assert write(answer(ROWS), path) == 2
    heading, first, second = read(path)
    assert heading == ["step", "n", "share_low", "also", "none"]
    assert (first[:2], first[3:]) == (begins, ends)
    assert second[0] == "Đơn hàng"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("ending", ["csv", "parquet", "xlsx"])
def test_an_answer_of_nothing_is_a_file_too(tmp_path: Path, ending: str) -> None:
    assert write(answer([]), tmp_path / f"nothing.{ending}") == 0
    assert (tmp_path / f"nothing.{ending}").exists()


def test_features_are_written_whole(tmp_path: Path) -> None:
    asked = ask(context(), CLOCK, "features", {"limit": 1})
    assert write(asked, tmp_path / "features.parquet") == 6
    assert pq.read_table(tmp_path / "features.parquet").equals(asked.to_arrow())


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnknownEnding):
        write(answer(ROWS), tmp_path / "answer.doc")
    with pytest.raises(Unwritable):
        write(answer(ROWS), tmp_path / "nowhere" / "answer.csv")


@pytest.mark.parametrize("question", ["anomalies", "features", "reach"])
def test_an_empty_log_is_an_empty_file(tmp_path: Path, question: str) -> None:
    assert write(ask(context(()), CLOCK, question), tmp_path / "nothing.csv") == 0
