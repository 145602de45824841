"""`wend season`: added, learned, shown in words, and taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.terminal import Terminal


def test_periods_are_added_changed_and_taken_away(shop: Terminal) -> None:
    assert "every day is like any other" in shop("season").out
    added = shop("season", "add", "tet", "--tet", "--json").json["periods"]
    assert [(each["key"], each["kind"], each["first"], each["last"], each["pace"]) for each in added] == [
        ("tet", "tet", "-2", "5", 100)
    ]
    added = shop("season", "add", "tet", "--from", "-3", "--json").json["periods"]
    assert [(each["first"], each["last"], each["name"]["vi"]) for each in added] == [("-3", "5", "Tết")]
    shop("season", "add", "closed", "--once", "--from", "2026-08-03", "--percent", "0", "--name", "Kiểm kê")
    shown = shop("season").out
    assert all(word in shown for word in ("Kiểm kê", "2026-08-03", "0 %", "day -3 to day 5"))
    assert shop("season", "learn", "--json").json["version"] == 4
    assert shop("season", "remove", "closed", "--json").json["version"] == 5
    assert shop("season", "remove", "tet", "--json").json["periods"] == []


def test_what_makes_no_sense_is_refused_in_words(shop: Terminal) -> None:
    ran = shop("season", "add", "x", "--yearly", "--from", "2/9")
    assert (ran.status, "makes no sense" in ran.err) == (2, True)
    assert shop("season", "remove", "x").status == 2
