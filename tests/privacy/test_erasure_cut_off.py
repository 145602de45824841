"""Stopped at any step and finished later, an erasure leaves the same: nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.privacy.bytes_of import found_in
from tests.privacy.seed import CANARIES, COMMENT, EMAIL, HER, opened, seeded, track
from wend.collect.live.facade import deliver
from wend.customers import facade as customers
from wend.customers.errors import UnknownCustomer
from wend.customers.privacy.asking import BadMarks
from wend.log import failpoints
from wend.log.facade import LogBusy
from wend.people.erasing import KEY_FILE
from wend.store.places import SCHEMAS_ON
from wend.worker.worker import Worker

STEPS = (
    "after_erasure_request",
    "after_erasure_rows",
    "after_erasing_write",
    "after_erasing_commit",
    "after_erasing_sweep",
    "after_erasing_views",
    "after_erasure_uploads",
    "after_erasure_emptied",
    "after_erasure_scrub",
)


class Stopped(BaseException):
    """Not an error that anybody could catch."""


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seed")
    seeded(folder).store.close()
    return folder / "data"


@pytest.fixture
def data(seed: Path, tmp_path: Path) -> Path:
    """A shop of its own: a copy, where the rows lie beside the log."""
    if SCHEMAS_ON in os.environ:
        seeded(tmp_path).store.close()
        return tmp_path / "data"
    return Path(shutil.copytree(seed, tmp_path / "data"))


@contextmanager
def stopping_at(step: str) -> Iterator[None]:
    """Everything below comes to its end at this step."""

    def reached(name: str) -> None:
        if name == step:
            raise Stopped

    failpoints.on_reached = reached
    try:
        yield
    finally:
        failpoints.on_reached = None


@pytest.mark.parametrize("step", STEPS)
def test_stopped_anywhere_it_is_finished_later(data: Path, step: str) -> None:
    shop = opened(data)
    with pytest.raises(Stopped), stopping_at(step):
        customers.erase(shop, EMAIL, "ha", "asked by letter", HER[0])
    shop.store.close()
    _finished(data)


def test_killed_outright_it_is_finished_later(data: Path) -> None:
    words = [sys.executable, "-m", "tests.privacy.dying", str(data), "after_erasing_commit"]
    assert subprocess.run(words, check=False, timeout=120).returncode == -9
    _finished(data)


def test_the_worker_finishes_what_was_left_behind(data: Path) -> None:
    shop = opened(data)
    with shop.log.writer("import_9"), pytest.raises(LogBusy):
        customers.erase(shop, EMAIL, "ha", "asked by letter", HER[0])
    assert Worker(shop).run_due() >= 1
    with pytest.raises(UnknownCustomer):
        customers.profile(shop, EMAIL)
    assert customers.finish_erasures(shop) == ()
    assert found_in(data, CANARIES) == []


def test_a_restored_backup_is_erased_again(seed: Path, tmp_path: Path) -> None:
    if SCHEMAS_ON in os.environ:
        pytest.skip("a copy of the folder is no backup of a server's rows")
    first = opened(Path(shutil.copytree(seed, tmp_path / "first")))
    customers.erase(first, EMAIL, "ha", "asked by letter", HER[0])
    marks = customers.erasure_marks(first)
    restored = Path(shutil.copytree(seed, tmp_path / "restored"))
    key = Path("workspaces") / "main" / KEY_FILE
    shutil.copy(first.settings.data / key, restored / key)
    again = customers.erase_again(opened(restored), marks, "ha", "restored")
    assert again is not None
    assert again.identifiers == len(HER)
    assert found_in(restored, CANARIES) == []
    assert customers.erase_again(opened(restored), marks, "ha", "restored") is None
    with pytest.raises(BadMarks):
        customers.erase_again(first, ["zz"], "ha", "restored")


def _finished(data: Path) -> None:
    """Another process finishes it; what came between is not taken, and a second time there is nothing to do."""
    shop = opened(data)
    deliver(shop, "site", [track("form.sent", "KH0777001", 95, properties={"comment": COMMENT, "email": EMAIL})])
    (erased,) = customers.finish_erasures(shop)
    assert erased.identifiers == len(HER)
    assert customers.finish_erasures(shop) == ()
    assert found_in(data, CANARIES) == []
    assert customers.profile(shop, "KH0018").events == 3
