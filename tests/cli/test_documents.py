"""docs/cli.md and docs/cli.vi.md: every command and option is described in both, and every example runs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import click
import pytest

from tests.cli.terminal import SHOP, Terminal, commands
from wend.kit.texts import Language

DOCS = SHOP.parents[1] / "docs"
PAGES: dict[Language, str] = {"en": "cli.md", "vi": "cli.vi.md"}
HEADING = re.compile(r"^#{2,3} `wend ([a-z ]+)`$", re.MULTILINE)
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SECONDS = re.compile(r"\d+[.,]\d (s|giây)\b")
PROMISED = {
    "title stage touchpoint customers share outcome effect low high p_adjusted began ended group": "obstacles",
    "stage customers": "stages",
    "touchpoint stage channel events customers": "touchpoints",
    "mean n low high": "feelings",
}


def _page(language: Language) -> str:
    return (DOCS / PAGES[language]).read_text(encoding="utf-8")


def _sections(language: Language) -> dict[str, str]:
    """The text under each command's heading; "" is what stands before the first one."""
    pieces = HEADING.split(_page(language))
    return {"": pieces[0]} | dict(zip(pieces[1::2], pieces[2::2], strict=True))


def _examples(language: Language) -> list[tuple[str, str]]:
    """Every command of the page with the output that the page shows."""
    shown = [block for kind, block in BLOCK.findall(_page(language)) if kind == "console"]
    pieces = [piece for block in shown for piece in re.split(r"^\$ ", block, flags=re.MULTILINE) if piece.strip()]
    return [(command, output) for command, _, output in (piece.partition("\n") for piece in pieces)]


@pytest.mark.parametrize("language", PAGES)
def test_every_command_and_option_is_described(language: Language) -> None:
    sections = _sections(language)
    for words, command in commands():
        above = [" ".join(words[:depth]) for depth in range(len(words) + 1)]
        assert above[-1] in sections, above[-1]
        read = "".join(sections.get(name, "") for name in above)
        names = [name for each in command.params if isinstance(each, click.Option) for name in each.opts]
        names += [name for each in command.params for name in each.secondary_opts]
        assert [name for name in names if not re.search(rf"`{name}[` ]", read)] == [], words


@pytest.mark.parametrize("language", PAGES)
def test_no_command_is_described_that_does_not_exist(language: Language) -> None:
    assert set(_sections(language)) - {""} == {" ".join(words) for words, _ in commands()}


def test_both_pages_show_the_same() -> None:
    assert [command for command, _ in _examples("en")] == [command for command, _ in _examples("vi")]
    english, vietnamese = ([kind for kind, _ in BLOCK.findall(_page(language))] for language in PAGES)
    assert english == vietnamese
    assert list(_sections("en")) == list(_sections("vi"))


@pytest.mark.parametrize("language", PAGES)
def test_every_example_runs(language: Language, terminal: Terminal, tmp_path: Path, monkeypatch: Any) -> None:
    (tmp_path / "examples").symlink_to(SHOP.parent)
    monkeypatch.chdir(tmp_path)
    for command, expected in _examples(language):
        program, *words = re.findall(r'"[^"]*"|\S+', command)
        words = [word.strip('"') for word in words]
        if program == "cat":
            out = Path(words[0]).read_text(encoding="utf-8")
        else:
            ran = terminal(*words, spoken=language)
            assert ran.status == 0, ran.err
            out = ran.out
        _compare(expected, out, command)


def _compare(expected: str, out: str, command: str) -> None:
    if expected.startswith("{"):
        assert _fits(json.loads(expected), json.loads(out)), f"{command}\n{out}"
        return
    lines = [SECONDS.sub("…", line).rstrip() for line in out.splitlines()]
    for line in expected.splitlines():
        assert SECONDS.sub("…", line) in lines, command


def _fits(shown: Any, real: Any) -> bool:
    """What the page shows is there; an answer may hold more keys. Medians come from histograms: 2.5 %."""
    if isinstance(shown, dict):
        return all(name in real and _fits(value, real[name]) for name, value in shown.items())
    if isinstance(shown, list):
        return len(shown) == len(real) and all(map(_fits, shown, real))
    return bool(real == pytest.approx(shown, rel=0.025)) if isinstance(shown, int | float) else bool(shown == real)


@pytest.mark.parametrize("language", PAGES)
def test_the_promised_shapes_of_the_map_are_shown(language: Language) -> None:
    [drawn] = [json.loads(output) for command, output in _examples(language) if command == "cat map.json"]
    [obstacle] = [json.loads(block) for kind, block in BLOCK.findall(_page(language)) if kind == "json"]
    for keys, table in PROMISED.items():
        row = obstacle if table == "obstacles" else drawn[table][1]
        assert set(row) >= set(keys.split()), table
