"""`wend import`, `wend quarantine` and `wend mapping` as a person at a terminal meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from wend.cli import main, wend

LOG = """user,action,at,city
lan,cart.filled,2026-01-02 03:04:05,Huế
an,order.placed,2026-01-03,Hà Nội
an,order.paid,never,Hà Nội
"""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "log.csv"
    path.write_text(LOG, encoding="utf-8")
    return path


def run(data: Path, *words: object) -> Result:
    return CliRunner().invoke(wend, [*map(str, words), "--data", str(data)], catch_exceptions=True)


def test_columns_are_enough_for_a_plain_log(log: Path, data_dir: Path) -> None:
    done = run(data_dir, "import", log, "--customer", "user", "--event", "action", "--time", "at", "--trait", "city")
    assert done.exit_code == 0
    assert "2 events added" in done.stdout
    again = run(data_dir, "import", log, "--customer", "user", "--event", "action", "--time", "at", "--trait", "city")
    assert again.exit_code == 0
    assert "nothing added" in again.stdout


def test_json_says_the_same(log: Path, data_dir: Path) -> None:
    done = run(data_dir, "import", log, "--customer", "user", "--event", "action", "--time", "at", "--json")
    told = json.loads(done.stdout)
    assert {key: told[key] for key in ("rows", "events", "repeated", "bad")} == {
        "rows": 3,
        "events": 2,
        "repeated": 0,
        "bad": 1,
    }


def test_the_quarantine_lists_replays_and_lets_go(log: Path, data_dir: Path, tmp_path: Path) -> None:
    run(data_dir, "import", log, "--customer", "user", "--event", "action", "--time", "at")
    [row] = json.loads(run(data_dir, "quarantine", "--json").stdout)["rows"]
    assert (row["file"], row["line"], row["code"]) == ("log.csv", 4, "bad_time")
    assert "log.csv:4" in run(data_dir, "quarantine").stdout
    toml = tmp_path / "mended.toml"
    toml.write_text(
        '[customer]\ncustomer = "user"\n[[event]]\nname = { column = "action" }\ntime = "at"\n', encoding="utf-8"
    )
    assert run(data_dir, "quarantine", "replay", "--mapping", toml).exit_code == 0
    assert "1 rows dismissed" in run(data_dir, "quarantine", "dismiss").stdout


def test_a_dry_run_writes_nothing(log: Path, data_dir: Path) -> None:
    shown = run(data_dir, "import", log, "--customer", "user", "--event", "action", "--time", "at", "--dry-run")
    assert shown.exit_code == 0
    assert "cart.filled" in shown.stdout
    assert not data_dir.exists()


def test_a_proposal_needs_a_yes(log: Path, data_dir: Path) -> None:
    refused = run(data_dir, "import", log)
    assert refused.exit_code != 0
    assert not data_dir.exists()
    assert "2 events added" in run(data_dir, "import", log, "--yes").stdout


@pytest.mark.parametrize(("language", "sentence"), [("en", "is empty"), ("vi", "trống")])
def test_unusable_input_ends_with_status_two_and_three_sentences(
    tmp_path: Path,
    data_dir: Path,
    language: str,
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from wend.cli.speech import language as spoken

    (tmp_path / "empty.csv").touch()
    monkeypatch.setenv("WEND_LANGUAGE", language)
    spoken.cache_clear()
    monkeypatch.setattr("sys.argv", ["wend", "import", str(tmp_path / "empty.csv"), "--data", str(data_dir)])
    with pytest.raises(SystemExit) as left:
        main()
    spoken.cache_clear()
    told = capsys.readouterr().err
    assert left.value.code == 2
    assert sentence in told
    assert "Traceback" not in told


def test_mappings_are_proposed_checked_and_shown(log: Path, tmp_path: Path) -> None:
    out = tmp_path / "proposed.toml"
    runner = CliRunner()
    assert runner.invoke(wend, ["mapping", "propose", str(log), "--out", str(out)]).exit_code == 0
    checked = runner.invoke(wend, ["mapping", "check", str(out), str(log)])
    assert checked.exit_code == 0
    assert "order.placed" in checked.stdout
    assert "kiotviet_orders" in runner.invoke(wend, ["mapping", "list"]).stdout
    assert "Mã hóa đơn" in runner.invoke(wend, ["mapping", "show", "kiotviet_orders"]).stdout
