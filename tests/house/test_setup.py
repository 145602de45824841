"""The set-up finds what the machine has, pins what it installs, and stays quiet the second time."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tools.house.run import ROOT
from tools.setup import browser, node

LOCKS = ("run", "dev", "bench", "tools", "node")
"""Locks of one environment; `sdk-old` is meant to differ and stands in a folder of its own."""


@pytest.mark.parametrize(("version", "major"), [("v20.20.2", 20), ("11.19.1", 11), ("", 0), ("vfoo", 0)])
def test_the_first_number_of_a_version(version: str, major: int) -> None:
    assert node.major(version) == major


def _program(folder: Path, name: str, answer: str) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\necho {answer}\n", encoding="utf-8")
    file.chmod(0o755)


@pytest.mark.parametrize(
    ("of_node", "of_npm", "fits"),
    [("v20.20.2", "11.19.1", True), ("v18.20.0", "11.19.1", False), ("v22.1.0", "10.9.0", False)],
)
def test_an_old_node_or_npm_does_not_fit(tmp_path: Path, of_node: str, of_npm: str, *, fits: bool) -> None:
    _program(tmp_path, "node", of_node)
    _program(tmp_path, "npm", of_npm)
    assert node.fits(tmp_path) is fits


def test_a_missing_node_does_not_fit(tmp_path: Path) -> None:
    assert not node.fits(tmp_path)


def test_the_browser_on_the_path_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(tmp_path, "chromium", "Chromium 150")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert browser.find() == tmp_path / "chromium"


def test_no_browser_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(browser.VARIABLE, raising=False)
    assert browser.find() is None


def _pins(name: str) -> dict[str, str]:
    text = (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)(?:\[[^]]*\])?==(\S+)", text, re.MULTILINE))


def _asked(requirements: list[str]) -> set[str]:
    names = (re.match(r"[\w.-]+", each) for each in requirements)
    return {found.group().lower().replace("_", "-") for found in names if found}


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    assert _asked(project["project"]["dependencies"]) <= _pins("run").keys() <= _pins("dev").keys()
    assert _asked(groups["dev"]) <= _pins("dev").keys()
    assert _asked(groups["bench"]) <= _pins("bench").keys()


@pytest.mark.parametrize("name", LOCKS)
def test_a_package_has_one_version_in_all_locks(name: str) -> None:
    run, other = _pins("run"), _pins(name)
    assert {package for package in run.keys() & other.keys() if run[package] != other[package]} == set()
