"""The map at the terminal: what people put on it is written, listed, and refused where it cannot stand."""

from __future__ import annotations

from tests.cli.terminal import COLUMNS, SHOP, Terminal


def test_a_note_is_written_and_listed(terminal: Terminal) -> None:
    assert "Nobody put anything" in terminal("map", "remarks").out
    terminal("import", SHOP / "events.csv", *COLUMNS)
    where = ("--stage", "conversion", "--stage-set", "funnel_5")
    assert terminal("map", "note", "Ask Lan", *where).status == 0
    made = terminal("map", "note", "Seen twice", *where, "--obstacle", "Forms are long", spoken="vi")
    assert made.out.startswith("Rào cản [conversion] Forms are long")
    told = terminal("map", "remarks", "--json").json
    assert {(each["kind"], each["title"], each["by"]) for each in told} == {
        ("note", "", "terminal"),
        ("obstacle", "Forms are long", "terminal"),
    }
    nowhere = terminal("map", "note", "Lost", "--stage", "conversoin", "--stage-set", "funnel_5")
    assert (nowhere.status, "conversion" in nowhere.err) == (2, True)
