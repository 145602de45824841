"""`wend stages`: a set taken out, edited, previewed, saved, and brought back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.terminal import Terminal


def test_a_set_is_edited_in_a_file_and_brought_back(shop: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "stages.json"
    document = json.loads(shop("stages", "show", "funnel_5", "--json").out)
    document["stages"] = document["stages"][:-1]
    path.write_text(json.dumps(document), encoding="utf-8")
    seen = shop("stages", "preview", str(path), "--json").json
    assert [change["en"] for change in seen["changes"]] == ["Stage taken out: Advocacy."]
    asked = shop("ask", "stages", "--stage-set", str(path), "--json").json
    assert [row["stage"] for row in asked["stages"]] == [stage["key"] for stage in document["stages"]]
    assert shop("stages", "save", str(path), "--json").json[0]["version"] == 2
    assert "Stage taken out: Advocacy." in shop("stages", "history", "funnel_5").out
    assert shop("stages", "restore", "funnel_5", "1", "--json").json[0]["version"] == 3
    by = [each["by"] for each in shop("stages", "history", "funnel_5", "--json").json]
    assert by == ["terminal", "terminal", ""]
    assert shop("stages", "choose", "funnel_5", "--json").json[0]["key"] == "funnel_5"


def test_stages_are_shown_in_words(shop: Terminal, tmp_path: Path) -> None:
    assert "Awareness → Consideration" in shop("stages").out
    path = tmp_path / "stages.json"
    path.write_text(shop("stages", "show", "funnel_5", "--json").out, encoding="utf-8")
    assert "0 of" in shop("stages", "preview", str(path)).out
    assert "conversion" in shop("stages", "show", "funnel_5").out


def test_a_file_that_is_no_stage_set_is_refused_in_words(shop: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "wrong.json"
    path.write_text('{"stages": 3}', encoding="utf-8")
    ran = shop("ask", "stages", "--stage-set", str(path))
    assert (ran.status, "not a stage set" in ran.err) == (2, True)
