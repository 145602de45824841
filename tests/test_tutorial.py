"""docs/tutorial.ipynb and its Vietnamese twin: every cell runs, and the outputs that stand there are real."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import Terminal
from tools.house.run import ROOT
from tools.notebook import run
from wend.kit.texts import Language

PAGES: dict[Language, str] = {"en": "tutorial.ipynb", "vi": "tutorial.vi.ipynb"}


def _cells(language: Language, kind: str) -> list[dict[str, Any]]:
    document = json.loads((ROOT / "docs" / PAGES[language]).read_text(encoding="utf-8"))
    return [cell for cell in document["cells"] if cell["cell_type"] == kind]


def test_both_notebooks_ask_the_same() -> None:
    english, vietnamese = ([cell["source"] for cell in _cells(language, "code")] for language in PAGES)
    assert english == vietnamese
    assert len(_cells("en", "markdown")) == len(_cells("vi", "markdown"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demo shop, as the notebook's first lines make it."""
    made = tmp_path_factory.mktemp("tutorial")
    with pytest.MonkeyPatch.context() as patch:
        ran = Terminal(patch, made)("demo", "--customers", "400", "--no-serve", "--data", made / "demo-data")
    assert ran.status == 0, ran.err
    return made


@pytest.mark.parametrize("language", PAGES)
def test_every_cell_runs_and_gives_what_stands_there(
    language: Language, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pandas", reason="pandas is not installed with Wend")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("WEND_LANGUAGE", language)
    cells = _cells(language, "code")
    assert [cell["outputs"] for cell in cells] == run({"cells": cells}, {})
