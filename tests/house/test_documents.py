"""Documents name only what exists, say the same in both languages, and agree with the plan of the house."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.house.plan import plan
from tools.house.run import ROOT

GUIDES = ("README.md", "README.vi.md", "CONTRIBUTING.md", "docs/architecture.md")
DECISIONS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs/decisions").glob("*.md"))
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
QUOTED = re.compile(r"`([\w.-]+/[\w./-]*|[\w-]+\.(?:py|md|toml|txt))`")
BLOCK = re.compile(r"```\w*\n(.*?)```", re.DOTALL)
VERB = re.compile(r"\bmake ([a-z-]+)")
LIVING = ("facade.py", "rules.py", "repository.py", "model.py")


def _read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def _exists(name: str, beside: Path) -> bool:
    return any((folder / name).exists() for folder in (beside, ROOT, ROOT / "src/wend"))


@pytest.mark.parametrize("path", [*GUIDES, *DECISIONS])
def test_links_and_paths_lead_somewhere(path: str) -> None:
    text = _read(path)
    named = {*LINK.findall(text), *QUOTED.findall(text)} - set(LIVING)
    assert [name for name in sorted(named) if not _exists(name, (ROOT / path).parent)] == []


@pytest.mark.parametrize("path", [*GUIDES, *DECISIONS])
def test_named_verbs_are_verbs(path: str) -> None:
    verbs = set(re.findall(r"^([a-z-]+):", _read("Makefile"), re.MULTILINE))
    commands = re.findall(r"`make [^`]*`|^\$ make .*$", _read(path), re.MULTILINE)
    assert {verb for command in commands for verb in VERB.findall(command)} <= verbs


def test_both_readmes_show_the_same_commands() -> None:
    english, vietnamese = (
        [re.sub(r"\s+#.*", "", block) for block in BLOCK.findall(_read(path))[1:]] for path in GUIDES[:2]
    )
    assert english == vietnamese


def test_both_readmes_have_the_same_build() -> None:
    english, vietnamese = (re.findall(r"^(#+ |- |\| )", _read(path), re.MULTILINE) for path in GUIDES[:2])
    assert english == vietnamese


def test_the_page_shows_every_arrow_of_the_plan() -> None:
    [sentence] = re.findall(r"^Arrows: (.*?)\. A new arrow", _read("docs/architecture.md"), re.MULTILINE | re.DOTALL)
    shown = {}
    for arrow in sentence.replace("\n", " ").split("·"):
        room, others = arrow.split("→")
        shown[room.strip()] = frozenset(map(str.strip, others.split(",")))
    house = plan()
    assert shown == {room: others for room, others in house.arrows.items() if house.floor_of[room] < 5}


def test_every_decision_is_listed_and_complete() -> None:
    listed = set(LINK.findall(_read("docs/decisions/README.md")))
    records = {Path(path).name for path in DECISIONS} - {"README.md"}
    assert listed == records
    parts = ("**Context.**", "**Decision.**", "**Consequences.**", "**Alternatives.**", "**Kept by.**")
    assert all(part in _read(f"docs/decisions/{record}") for record in records for part in parts)
