"""`wend migrate` as a person uses it: the same answers before and after, and no way back by mistake."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import COLUMNS, SHOP, Terminal
from tests.postgresql import Server


def counts(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer without what says when and from which journal it was given."""
    return {key: value for key, value in answer.items() if key not in {"as_of", "seconds", "journal"}}


@pytest.mark.usefixtures("on_sqlite")
def test_a_shop_moves_to_postgresql_and_answers_as_before(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch, postgresql: Server
) -> None:
    wend, url = Terminal(monkeypatch, data_dir), postgresql.make_database("moved_shop")
    assert wend("import", SHOP / "events.csv", *COLUMNS).status == 0
    question = ("ask", "reach", "--json")
    before = wend(*question).json
    moved = wend("migrate", "--to", url.replace("wend@", "wend:hunter2@"), spoken="vi")
    assert moved.status == 0
    assert "hai phía như nhau" in moved.out
    assert "hunter2" not in moved.out + moved.err
    refused = wend(*question, spoken="vi")
    assert refused.status == 2
    assert "WEND_DATABASE_URL" in refused.err
    monkeypatch.setenv("WEND_DATABASE_URL", url)
    after = wend(*question)
    assert after.status == 0, after.err
    assert counts(after.json) == counts(before)
    assert wend("import", SHOP / "events.csv", *COLUMNS).status == 0
    assert counts(wend(*question).json) == counts(before)
    assert "hunter2" not in wend("settings").out
