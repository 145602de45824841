"""`wend stages`: a set taken out, edited, previewed, saved, and brought back."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.terminal import COLUMNS, SHOP, Terminal


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


def test_a_set_that_could_not_be_saved_is_refused_without_numbers(shop: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "stages.json"
    document = json.loads(shop("stages", "show", "funnel_5", "--json").out)
    trait = {"version": 1, "condition": {"trait": {"trait": "province", "is": "Huế"}}}
    document["stages"][1]["enter"] = trait
    path.write_text(json.dumps(document), encoding="utf-8")
    for words in (("preview", str(path)), ("preview", str(path), "--json"), ("save", str(path))):
        ran = shop("stages", *words)
        assert (ran.status, ran.out, "trait" in ran.err) == (2, "", True), ran


def test_a_segment_in_a_stage_is_written_out_when_it_is_saved(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal("import", SHOP / "events.csv", *COLUMNS).status == 0
    bought = '{"version": 1, "condition": {"did": {"event": "order.placed"}}}'
    assert terminal("segment", "create", "Buyers", "--key", "buyers", "--condition", bought).status == 0
    path = tmp_path / "stages.json"
    document = json.loads(terminal("stages", "show", "funnel_5", "--json").out)
    document["stages"][1]["enter"] = {"version": 1, "condition": {"segment": {"is": "buyers"}}}
    path.write_text(json.dumps(document), encoding="utf-8")
    assert terminal("stages", "preview", str(path)).status == 0
    assert terminal("stages", "save", str(path)).status == 0
    kept = json.loads(terminal("stages", "show", "funnel_5", "--json").out)
    assert kept["stages"][1]["enter"] == json.loads(bought)


def test_a_file_that_is_no_stage_set_is_refused_in_words(shop: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "wrong.json"
    path.write_text('{"stages": 3}', encoding="utf-8")
    ran = shop("ask", "stages", "--stage-set", str(path))
    assert (ran.status, "not a stage set" in ran.err) == (2, True)
