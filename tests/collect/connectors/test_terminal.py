"""Webhooks and connectors from the terminal, as docs/webhooks.md and docs/connectors.md tell it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.collect.connectors.test_files import HEAD, MAPPING, ROWS, Sheet, sheet
from wend.cli import wend

__all__ = ["sheet"]  # a fixture
SECRET = "canary-1f88-secret"  # of this test only


def test_a_sheet_is_added_read_and_listed(
    sheet: Sheet, data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WEND_CONNECTOR_HOSTS", f"127.0.0.1:{sheet.server_port}")
    sheet.text = HEAD + "".join(ROWS)
    mapping = tmp_path / "visits.toml"
    mapping.write_text(MAPPING, encoding="utf-8")
    here, run = ["--data", str(data_dir)], CliRunner().invoke
    url = f"http://127.0.0.1:{sheet.server_port}/visits.csv?key={SECRET}"
    added = run(wend, ["connect", "add", "Visits", "--csv", url, "--mapping", str(mapping), *here])
    assert "visits" in added.output
    ran = run(wend, ["connect", "run", "visits", "--json", *here])
    assert json.loads(ran.output)["events"] == 5
    listed = run(wend, ["connect", "list", "--json", *here])
    assert json.loads(listed.output)["connectors"][0]["rows"] == 5
    assert SECRET not in added.output + ran.output + listed.output


def test_a_webhook_is_added_with_a_secret_that_nobody_sees(data_dir: Path) -> None:
    here, run = ["--data", str(data_dir)], CliRunner().invoke
    words = ["connect", "hook", "Tổng đài", "--preset", "calls", "--secret", "-", *here]
    added = run(wend, words, input=f"{SECRET}\n")
    assert "/hooks/tong-dai" in added.output
    listed = run(wend, ["connect", "list", *here])
    assert "/hooks/tong-dai" in listed.output
    assert SECRET not in added.output + listed.output
    settings = ["--signature", "scheme=hmac", "--signature", "tolerance_s=60"]
    mine = run(wend, ["connect", "hook", "X", "--preset", "calls", "--secret", SECRET, "--json", *settings, *here])
    assert json.loads(mine.output)["signature"]["tolerance_s"] == 60
