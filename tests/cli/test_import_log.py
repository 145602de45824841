"""Plain event logs from the terminal: the columns named on the command line, the rest as properties."""

from __future__ import annotations

from pathlib import Path

from tests.cli.terminal import COLUMNS, SHOP, Terminal


def test_a_log_comes_in_with_a_summary_line(terminal: Terminal) -> None:
    ran = terminal("import", SHOP / "events.csv", *COLUMNS)
    assert ran.status == 0
    assert "10 rows read, 10 events added" in ran.out


def test_the_same_log_again_adds_nothing(terminal: Terminal) -> None:
    terminal("import", SHOP / "events.csv", *COLUMNS)
    again = terminal("import", SHOP / "events.csv", *COLUMNS, "--json").json
    assert (again["events"], again["repeated"], again["bad"]) == (0, 10, 0)


def test_without_channels_and_traits(terminal: Terminal, tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text("who;what;when;colour\nA;seen;2026-01-01;red\nA;bought;2026-01-02;red\n", encoding="utf-8")
    assert terminal("import", log, "--customer", "who", "--event", "what", "--time", "when").status == 0
    assert terminal("ask", "funnel", "--steps", "seen > bought", "--json").json["steps"][1]["customers"] == 1


def test_a_trial_run_imports_nothing(terminal: Terminal) -> None:
    assert terminal("import", SHOP / "events.csv", *COLUMNS, "--dry-run").status == 0
    assert terminal("ask", "sessions", "--json").json["events"] == 0


def test_several_workspaces_stay_apart(terminal: Terminal) -> None:
    terminal("import", SHOP / "events.csv", *COLUMNS, "--workspace", "north")
    assert terminal("ask", "sessions", "--json", "-w", "north").json["customers"] == 4
    assert terminal("ask", "sessions", "--json", "-w", "south").json["customers"] == 0


def test_unusable_input_is_status_2(terminal: Terminal, tmp_path: Path) -> None:
    empty, missing = tmp_path / "empty.csv", tmp_path / "missing.csv"
    empty.touch()
    for path in (empty, missing, tmp_path):
        ran = terminal("import", path, *COLUMNS)
        assert (ran.status, ran.err.count("\n"), "Traceback" in ran.err) == (2, 3, False), ran.err


def test_a_column_that_is_not_there_is_named_with_the_closest_one(terminal: Terminal) -> None:
    for spoken in ("en", "vi"):
        ran = terminal(
            "import", SHOP / "events.csv", "--customer", "custmer", "--event", "event", "--time", "time", spoken=spoken
        )
        assert ran.status == 2
        assert "custmer" in ran.err
        assert "customer" in ran.err.replace("custmer", "")


def test_half_of_the_columns_is_a_mistake(terminal: Terminal) -> None:
    assert terminal("import", SHOP / "events.csv", "--customer", "customer").status == 2
