"""`pip install` alone gives a working product: the wheel carries the browser app, the texts and the licence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tools.house.run import ROOT

APP = ROOT / "src/wend/web/app/index.html"


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The files inside a freshly built wheel."""
    if not APP.is_file():
        pytest.skip("the browser app is not built; `make ui` builds it")
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True)
    [wheel] = Path(folder).glob("*.whl")
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["wend/web/app/index.html", "wend/kit/texts/en/kit.json", "wend/kit/texts/vi/kit.json", "wend/py.typed"]
)
def test_the_wheel_carries(names: set[str], name: str) -> None:
    assert name in names


@pytest.mark.slow
def test_the_wheel_carries_nothing_but_the_product(names: set[str]) -> None:
    assert {name.split("/")[0].split("-")[0] for name in names} == {"wend"}
    assert any(name.endswith("licenses/LICENSE") for name in names)
