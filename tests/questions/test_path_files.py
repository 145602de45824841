"""Ready paths out of files: what is read, what is refused, and that a file never comes from outside."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest

from tests.questions.shop import CLOCK, context
from wend.questions import errors, path_files
from wend.questions.asking import ask, members

HEAD = "path,total_conversions,total_conversion_value,total_null\n"
ROWS = HEAD + "web > email,2,30.5,1\nemail>shop > email,1,60,0\nweb,0,0,2\n"


def told(folder: Path, rows: str = ROWS, **params: Any) -> dict[str, Any]:
    file = folder / "paths.csv"
    file.write_text(rows, encoding="utf-8")
    return ask(context(()), CLOCK, "contribution", {"paths": file, **params}).to_json()


def linear(answer: dict[str, Any]) -> dict[str, float]:
    return {row["channel"]: row["linear"] for row in answer["channels"]}


def test_three_paths_of_a_file_by_hand(tmp_path: Path) -> None:
    answer = told(tmp_path)
    assert linear(answer) == pytest.approx({"web": 1, "email": 1 + 2 / 3, "shop": 1 / 3}, abs=1e-6)
    assert (answer["conversions"], answer["conversion_value"], answer["nulls"]) == (3, 90.5, 3)
    assert (answer["customers"], answer["events"]) == (6, 11)


def test_money_and_nulls_may_be_missing(tmp_path: Path) -> None:
    answer = told(tmp_path, "total_conversions,path\n2,a > b\n")
    assert (answer["conversion_value"], answer["nulls"]) == (0, 0)
    assert linear(answer) == {"a": 1, "b": 1}


def test_repeats_of_a_file_count_each_time_unless_asked(tmp_path: Path) -> None:
    rows = HEAD + "a > a > b,3,0,0\n"
    assert linear(told(tmp_path, rows))["a"] == 2
    assert linear(told(tmp_path, rows, repeats="once"))["a"] == 1.5


def test_a_packed_file_says_the_same(tmp_path: Path) -> None:
    packed = tmp_path / "paths.csv.gz"
    packed.write_bytes(gzip.compress(ROWS.encode()))
    assert linear(ask(context(()), CLOCK, "contribution", {"paths": packed}).to_json()) == linear(told(tmp_path))


@pytest.mark.parametrize(
    "rows",
    [
        "path,total_null\na,1\n",
        HEAD + "a >  > b,1,0,0\n",
        HEAD + "a,1.5,0,0\n",
        HEAD + "a,-1,0,0\n",
        HEAD + "a,x,0,0\n",
    ],
    ids=["no conversions", "a channel without name", "half a journey", "less than none", "no number"],
)
def test_rows_that_make_no_sense_are_a_mistake(tmp_path: Path, rows: str) -> None:
    with pytest.raises(errors.BadPaths):
        told(tmp_path, rows)


def test_a_file_that_is_not_there_is_a_mistake() -> None:
    with pytest.raises(errors.BadPaths):
        path_files.read(Path("/nowhere/paths.csv"))


def test_text_from_outside_names_no_file(tmp_path: Path) -> None:
    with pytest.raises(errors.FileFromOutside):
        ask(context(), CLOCK, "contribution", {"paths": str(tmp_path / "paths.csv")})


def test_nobody_stands_behind_a_file(tmp_path: Path) -> None:
    with pytest.raises(errors.NothingToOpen):
        members(context(), "contribution", {"paths": tmp_path / "paths.csv"}, {"channel": "web"})


def test_too_long_a_memory_is_a_mistake(tmp_path: Path) -> None:
    many = " > ".join(f"c{i % 97}-{i * i % 89}" for i in range(5_000))
    with pytest.raises(errors.ChainTooLarge):
        told(tmp_path, HEAD + f"{many},1,0,0\n", order="3")
