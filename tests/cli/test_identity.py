"""`wend identity resolve` as somebody meets it who knows only this command."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from wend.cli import main

pytest.importorskip("splink", reason="the extra [identity] is not installed")

CRM = """id,full_name,dob,phone
c1,Phạm Tuệ Uyên,1990-03-12,0393127455
c2,Đỗ Minh Quân,1971-11-02,0905123789
c3,Trần Thị Hoa,1985-01-30,0912345678
"""
WEB = """id,full_name,dob,phone
w1,Uyen Pham Tue,12/03/1990,+84 169 312 7455
w2,Trần Thị Lan,1988-07-14,0912345678
"""


def resolved(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    with pytest.raises(SystemExit) as ended:
        main(["identity", "resolve", *words, "--json"])
    assert ended.value.code == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_two_files_become_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    crm, web = tmp_path / "crm.csv", tmp_path / "web.csv.gz"
    crm.write_text(CRM, encoding="utf-8")
    web.write_bytes(gzip.compress(WEB.encode()))
    chosen = ("--id", "id", "--name", "full_name", "--birth", "dob", "--phone", "phone")
    answer = resolved(capsys, "--records", str(crm), "--records", str(web), *chosen)
    assert [(pair["a"], pair["b"]) for pair in answer["pairs"]] == [("c1", "w1")]
    assert set(answer["pairs"][0]) >= {"a", "b", "weight", "probability", "reason"}
    clusters = [{"person": key, "records": [key]} for key in ("c2", "c3", "w2")]
    assert answer["clusters"] == [{"person": "c1", "records": ["c1", "w1"]}, *clusters]
    assert resolved(capsys, "--records", str(crm), "--records", str(web)) == answer


def test_ids_that_two_files_share_are_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.csv").write_text("id;name\n1;Lan\n2;Hoa\n", encoding="utf-8")
    answer = resolved(capsys, *(word for name in "ab" for word in ("--records", str(tmp_path / f"{name}.csv"))))
    assert sorted(record for each in answer["clusters"] for record in each["records"]) == ["a:1", "a:2", "b:1", "b:2"]


@pytest.mark.parametrize("rows", ["", "1,Lan\n", "1,\n2,\n3,\n"])
def test_small_and_empty_files_are_no_trouble(tmp_path: Path, rows: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text("id,name\n" + rows, encoding="utf-8")
    answer = resolved(capsys, "--records", str(tmp_path / "a.csv"))
    assert answer["pairs"] == []
    assert len(answer["clusters"]) == rows.count("\n")


@pytest.mark.parametrize(
    ("text", "words", "says"),
    [
        ("id,name\n1,Lan\n", ("--birth", "nmae"), "“name”"),
        ("id,colour\n1,red\n", (), "colour"),
        ("id,name\n1,Lan\n1,Hoa\n", (), "2"),
    ],
)
def test_what_is_wrong_is_said(
    tmp_path: Path, text: str, words: tuple[str, ...], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["identity", "resolve", "--records", str(tmp_path / "a.csv"), *words])
    assert ended.value.code == 2
    assert says in capsys.readouterr().err
