"""Answers as notebooks and spreadsheets show them: bars, intervals, files; nothing from the data is ever code."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from python_calamine import CalamineWorkbook

from wend.questions.answer import Answer

EVIL = "<script>alert(1)</script>&\"'"
FORMULA = "=HYPERLINK(1)"
STEPS = [{"step": EVIL, "customers": 40, "share": 1.0}, {"step": FORMULA, "customers": 10, "share": 0.25}]


def _answer(rows: list[dict[str, Any]], main: str = "steps", language: Any = "en") -> Answer:
    return Answer("funnel", {}, "events", 0, 86_400, 0, 0, "v", 40, 99, main, {main: rows}, language=language)


def test_a_notebook_shows_a_table_with_bars() -> None:
    shown = _answer(STEPS)._repr_html_()
    assert "<script" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#x27;" in shown
    assert "100.0%,transparent 100.0%" in shown
    assert "25.0%,transparent 25.0%" in shown
    assert ">25.0 %<" in shown
    assert "40 customers, 99 events" in shown


def test_a_long_table_says_what_it_leaves_out() -> None:
    rows = [{"step": str(n), "customers": n} for n in range(1_060)]
    assert "và 1,010 dòng nữa" in _answer(rows, language="vi")._repr_html_()


def test_files_hold_the_table_and_no_formula(tmp_path: Path) -> None:
    answer = _answer([{**row, "path": ["a", "b"]} for row in STEPS])
    answer.to_csv(tmp_path / "a.csv")
    lines = list(csv.reader((tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert lines[0] == ["step", "customers", "share", "path"]
    assert lines[2:] == [["'=HYPERLINK(1)", "10", "0.25", "a > b"]]
    answer.to_xlsx(tmp_path / "a.xlsx")
    sheet = CalamineWorkbook.from_path(str(tmp_path / "a.xlsx")).get_sheet_by_name("Funnel").to_python()
    assert sheet[1:3] == [[EVIL, 40, 1, "a > b"], [FORMULA, 10, 0.25, "a > b"]]


def test_parquet_keeps_the_types(tmp_path: Path) -> None:
    answer = _answer([{"path": ["a", "b"], "count": 3}])
    answer.to_parquet(tmp_path / "a.parquet")
    assert pq.read_table(tmp_path / "a.parquet").equals(answer.to_arrow())
