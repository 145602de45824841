"""The runner judges what git would commit, and prints places that an editor can open."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tools.house.finding import Finding
from tools.house.run import ROOT, check_all, tree_paths
from tools.house.sizes import report


def test_built_and_ignored_files_are_not_judged(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    (tmp_path / ".gitignore").write_text("built/\n", encoding="utf-8")
    (tmp_path / "built").mkdir()
    (tmp_path / "built" / "app.py").write_text("x = 1\n", encoding="utf-8")
    (tmp_path / "new.py").write_text("x = 1\n", encoding="utf-8")
    assert tree_paths(tmp_path) == (".gitignore", "new.py")


def test_a_file_with_a_fault_is_named(tmp_path: Path) -> None:
    place = tmp_path / "src/wend/folds/funnel.py"
    place.parent.mkdir(parents=True)
    place.write_text("import json\nfrom wend.log.journal import Journal\n", encoding="utf-8")
    found = check_all(tmp_path, ["src/wend/folds/funnel.py"])
    assert [str(each).split(" ")[:2] for each in found if each.rule == "floors"] == [
        ["src/wend/folds/funnel.py:2", "floors"]
    ]


def test_a_finding_prints_as_a_place() -> None:
    assert str(Finding("src/a.py", 3, "clock", "why")) == "src/a.py:3 clock why"


def test_every_run_reports_the_bar_as_numbers() -> None:
    lines = report(ROOT, tree_paths(ROOT))
    assert {line[2:].split(":")[0] for line in lines} >= {"source file", "source function", "test"}
