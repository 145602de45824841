"""What lies in the database says nothing without the key file."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from wend.kit.ids import RandomIds
from wend.store.sealing import FILE, SecretsUnreadable, seal, unseal

FRESH = RandomIds().secret


def test_a_secret_comes_back_for_its_owner_only(tmp_path: Path) -> None:
    sealed = seal(tmp_path, FRESH, "main/orders", "s3cret ế")
    assert "s3cret" not in sealed
    assert unseal(tmp_path, "main/orders", sealed) == "s3cret ế"
    with pytest.raises(SecretsUnreadable):
        unseal(tmp_path, "main/other", sealed)


def test_equal_secrets_do_not_look_alike(tmp_path: Path) -> None:
    assert seal(tmp_path, FRESH, "a", "x") != seal(tmp_path, FRESH, "a", "x")


def test_the_key_file_is_ours_alone_and_stays(tmp_path: Path) -> None:
    seal(tmp_path, FRESH, "a", "x")
    key = (tmp_path / FILE).read_bytes()
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    seal(tmp_path, FRESH, "a", "y")
    assert (tmp_path / FILE).read_bytes() == key
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


@pytest.mark.parametrize("damage", [b"", b"short", b"A" * 44])
def test_another_key_opens_nothing(tmp_path: Path, damage: bytes) -> None:
    sealed = seal(tmp_path, FRESH, "a", "x")
    (tmp_path / FILE).write_bytes(damage)
    with pytest.raises(SecretsUnreadable):
        unseal(tmp_path, "a", sealed)
