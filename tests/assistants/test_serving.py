"""`wend mcp` as assistants meet it: a process of its own, driven by the protocol's own client."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.assistants.conftest import PEOPLE, beside
from tests.cli.terminal import Terminal
from wend.assistants.role import Role
from wend.assistants.serving import Asker, server
from wend.workspaces.facade import Workspace

mcp = pytest.importorskip("mcp", reason="the SDK of the Model Context Protocol is not installed")


async def _talk(data: Path, log: Path) -> tuple[list[Any], list[Any]]:
    """The tools, and what a few calls of them gave."""
    kept = {name: os.environ[name] for name in ("PYTHONPATH", "PATH") if name in os.environ}
    command = {"command": sys.executable, "args": ["-m", "wend", "mcp", "--data", str(data)], "env": kept}
    with log.open("w", encoding="utf-8") as heard:
        process = mcp.stdio_client(mcp.StdioServerParameters(**command), errlog=heard)
        async with mcp.Client(process) as client:
            offered = (await client.list_tools()).tools
            calls: list[tuple[str, dict[str, Any]]]
            calls = [("log", {}), ("reach", {"rows": 1}), ("funnel", {"steps": PEOPLE[0]}), ("features", {})]
            return offered, [await client.call_tool(*each) for each in calls]


def test_the_official_client_asks_over_standard_input(data: Path, tmp_path: Path) -> None:
    offered, [log, reach, wrong, refused] = beside(lambda: _talk(data, tmp_path / "stderr"))
    funnel = next(each for each in offered if each.name == "funnel")
    assert funnel.annotations.read_only_hint
    assert funnel.input_schema["required"] == ["steps"]
    assert json.loads(log.content[0].text)["customers"] == 3
    assert json.loads(reach.content[0].text)["cut"] == {"steps": {"shown": 1, "of": 3}}
    assert wrong.is_error
    assert json.loads(wrong.content[0].text)["error"] == "questions.unknown_event"
    assert json.loads(refused.content[0].text)["error"] == "assistants.not_for_this_role"
    assert (tmp_path / "stderr").read_text(encoding="utf-8") == ""  # nothing personal, because nothing


def test_the_server_speaks_the_language_of_its_owner(here: Workspace) -> None:
    async def talk() -> str:
        async with mcp.Client(server(here, lambda _: Asker(Role(), "vi"), "vi")) as client:
            return str((await client.call_tool("sessions", {})).content[0].text)

    answer = json.loads(beside(talk))
    assert answer["sessions"] == 5
    assert answer["note"].startswith("Văn bản")


@pytest.mark.parametrize(("spoken", "said"), [("en", "pip install 'wend[mcp]'"), ("vi", "Hãy cài bằng")])
def test_without_the_package_it_says_how_to_get_it(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch, spoken: Any, said: str
) -> None:
    monkeypatch.setitem(sys.modules, "mcp", None)
    ran = Terminal(monkeypatch, data_dir)("mcp", spoken=spoken)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert len(ran.err.splitlines()) == 3
