"""The first-run link signs one browser in, once, for a while; nothing readable is stored."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from wend.bootstrap import open_workspace
from wend.kit.clock import FixedClock
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.workspaces.facade import SESSION_LIFE, TOKEN_LIFE, BadToken, Workspace, enter, first_run_token, is_open, leave


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 1, 9, tzinfo=UTC))


@pytest.fixture
def here(tmp_path: Path, clock: FixedClock) -> Workspace:
    return open_workspace(Settings(data=tmp_path), clock, CountingIds())


def test_a_stranger_has_no_session(here: Workspace) -> None:
    assert not is_open(here, "guess")
    assert not is_open(here, "")
    with pytest.raises(BadToken):
        enter(here, "guess")


def test_a_link_works_once(here: Workspace) -> None:
    token = first_run_token(here)
    assert is_open(here, enter(here, token))
    with pytest.raises(BadToken):
        enter(here, token)


def test_a_link_dies_after_half_an_hour(here: Workspace, clock: FixedClock) -> None:
    token = first_run_token(here)
    clock.advance(TOKEN_LIFE)
    with pytest.raises(BadToken):
        enter(here, token)


def test_a_session_ends_by_time_and_by_signing_out(here: Workspace, clock: FixedClock) -> None:
    left, expired = (enter(here, first_run_token(here)) for _ in range(2))
    leave(here, left)
    assert not is_open(here, left)
    assert is_open(here, expired)
    clock.advance(SESSION_LIFE)
    assert not is_open(here, expired)


def test_a_token_is_not_a_session(here: Workspace) -> None:
    assert not is_open(here, first_run_token(here))


def test_secrets_are_stored_as_hashes_only(here: Workspace, tmp_path: Path) -> None:
    token = first_run_token(here)
    session = enter(here, token)
    here.store.close()
    stored = b"".join(file.read_bytes() for file in tmp_path.glob("wend.db*"))
    assert token.encode() not in stored
    assert session.encode() not in stored
