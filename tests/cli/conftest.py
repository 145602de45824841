"""A terminal, and a small shop whose ten events anybody can check by hand (examples/shop/events.csv)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.terminal import COLUMNS, SHOP, Terminal


@pytest.fixture
def terminal(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal over an empty data directory."""
    return Terminal(monkeypatch, data_dir)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """A terminal over the imported shop; tests only read from it."""
    with pytest.MonkeyPatch.context() as patch:
        terminal = Terminal(patch, tmp_path_factory.mktemp("shop"))
        assert terminal("import", SHOP / "events.csv", *COLUMNS).status == 0
        yield terminal


@pytest.fixture(scope="module")
def rated_shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """The same shop with its two ratings; tests only read from it."""
    with pytest.MonkeyPatch.context() as patch:
        terminal = Terminal(patch, tmp_path_factory.mktemp("rated"))
        assert terminal("import", SHOP / "events.csv", *COLUMNS).status == 0
        assert terminal("import", SHOP / "ratings.csv", "--mapping", SHOP / "ratings.toml").status == 0
        yield terminal
