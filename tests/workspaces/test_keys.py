"""Keys: shown once, kept as hashes, found while they live, two alive during a rotation, none after a revocation."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from wend.bootstrap import open_workspace
from wend.kit.clock import FixedClock
from wend.kit.ids import CountingIds, RandomIds
from wend.kit.settings import Settings
from wend.workspaces.facade import (
    SCOPES,
    BadKeyName,
    BadScope,
    KeyEnded,
    ScopesDoNotFit,
    UnknownKey,
    Workspace,
    audit_entries,
    create_key,
    find_key,
    keys,
    revoke_key,
    rotate_key,
    write_uses,
)


def _again(here: Workspace) -> Workspace:
    """Another process over the same data: nothing remembered."""
    return open_workspace(here.settings, here.clock, CountingIds())


def _log(here: Workspace) -> list[tuple[str, str]]:
    return [(entry.what, entry.subject) for entry in reversed(audit_entries(here))]


def test_a_key_is_found_by_its_text_and_by_nothing_else(here: Workspace) -> None:
    new = create_key(here, "write", "Website", "web")
    found = find_key(here, new.key)
    assert found is not None
    assert (found.id, found.kind, found.source, found.scopes) == (new.id, "write", "web", ())
    for guess in ("", new.id, new.key[:-1], new.key + "x", new.key.upper(), "0" * 64, "\ud800", "x" * 100_000):
        assert find_key(here, guess) is None


def test_two_kinds_carry_their_marks(here: Workspace) -> None:
    assert create_key(here, "write", "a", "web").key.startswith("wend_w_")
    assert create_key(here, "secret", "b", None, ["admin"]).key.startswith("wend_s_")


@pytest.mark.usefixtures("on_sqlite")
def test_the_text_is_stored_and_shown_nowhere(here: Workspace, data_dir: Path) -> None:
    new = create_key(open_workspace(Settings(data=data_dir), here.clock, RandomIds()), "write", "Website", "web")
    assert new.key not in repr(new)
    assert new.key not in repr(keys(here))
    here.store.close()
    stored = b"".join(file.read_bytes() for file in data_dir.glob("wend.db*"))
    assert new.key.encode() not in stored
    assert new.key.removeprefix("wend_w_").encode() not in stored


def test_a_rotated_key_and_its_successor_both_work_until_the_old_one_ends(here: Workspace, clock: FixedClock) -> None:
    old = create_key(here, "secret", "CRM", None, ["profiles:read", "data:read"])
    new = rotate_key(here, old.id, keep=timedelta(days=2))
    clock.advance(timedelta(days=2) - timedelta(microseconds=1))
    assert [find_key(here, key) is not None for key in (old.key, new.key)] == [True, True]
    clock.advance(timedelta(microseconds=1))
    assert [find_key(here, key) is not None for key in (old.key, new.key)] == [False, True]
    assert new.scopes == old.scopes
    with pytest.raises(KeyEnded):
        rotate_key(here, old.id)


def test_a_key_with_an_end_ends(here: Workspace, clock: FixedClock) -> None:
    new = create_key(here, "write", "Fair in June", "web", life=timedelta(days=3))
    assert find_key(here, new.key).state == "ending"  # type: ignore[union-attr]
    clock.advance(timedelta(days=3))
    assert find_key(here, new.key) is None
    assert keys(here)[0].state == "expired"


def test_a_rotation_never_lengthens_a_life(here: Workspace, clock: FixedClock) -> None:
    old = create_key(here, "write", "Website", "web")
    rotate_key(here, old.id, keep=timedelta(hours=1))
    rotate_key(here, old.id, keep=timedelta(days=30))
    clock.advance(timedelta(hours=1))
    assert find_key(here, old.key) is None


def test_a_revoked_key_is_refused_here_at_once_and_elsewhere_within_two_seconds(
    here: Workspace, clock: FixedClock
) -> None:
    new, other = create_key(here, "write", "Website", "web"), _again(here)
    assert find_key(other, new.key) is not None
    revoke_key(here, new.id)
    assert find_key(here, new.key) is None
    clock.advance(timedelta(seconds=2))
    assert find_key(other, new.key) is None


def test_revoking_twice_changes_nothing(here: Workspace, clock: FixedClock) -> None:
    new = create_key(here, "write", "Website", "web")
    first = revoke_key(here, new.id)
    clock.advance(timedelta(days=1))
    assert revoke_key(here, new.id) == first
    assert _log(here) == [("key.created", new.id), ("key.revoked", new.id)]


def test_a_key_made_elsewhere_works_at_once(here: Workspace, clock: FixedClock) -> None:
    other = _again(here)
    assert find_key(other, "wend_w_guess") is None
    new = create_key(here, "write", "Website", "web")
    clock.advance(timedelta(milliseconds=100))
    assert find_key(other, new.key) is not None


def test_a_clock_set_back_does_not_keep_a_revoked_key_alive(here: Workspace, clock: FixedClock) -> None:
    new, other = create_key(here, "write", "Website", "web"), _again(here)
    assert find_key(other, new.key) is not None
    revoke_key(here, new.id)
    clock.advance(-timedelta(hours=3))
    assert find_key(other, new.key) is None


def test_a_neighbour_workspace_does_not_know_the_key(here: Workspace, data_dir: Path) -> None:
    new = create_key(here, "write", "Website", "web")
    neighbour = open_workspace(Settings(data=data_dir, workspace="other"), here.clock, CountingIds())
    assert find_key(neighbour, new.key) is None
    assert keys(neighbour) == ()
    for act in (revoke_key, rotate_key):
        with pytest.raises(UnknownKey):
            act(neighbour, new.id)


def test_a_key_of_the_wrong_kind_is_refused_and_told_of(here: Workspace) -> None:
    write, secret = create_key(here, "write", "a", "web"), create_key(here, "secret", "b", None, ["admin"])
    for _ in range(3):
        assert find_key(here, write.key, "secret", "/api/customers") is None
    assert find_key(here, secret.key, "write", "/v1/batch") is None
    write_uses(here)
    alerts = [(entry.who, dict(entry.details)) for entry in audit_entries(here) if entry.what == "key.misused"]
    times = {(who, each["door"]): 0 for who, each in alerts}
    for who, each in alerts:
        times[who, each["door"]] += int(each["times"])
    assert times == {(f"key:{write.id}", "/api/customers"): 3, (f"key:{secret.id}", "/v1/batch"): 1}


def test_the_last_use_is_written_down_later_and_never_goes_back(here: Workspace, clock: FixedClock) -> None:
    new, other = create_key(here, "write", "Website", "web"), _again(here)
    assert keys(here)[0].used_at is None
    find_key(other, new.key)
    clock.advance(timedelta(minutes=5))
    find_key(here, new.key)
    later = int(clock.now().timestamp())
    write_uses(here)
    write_uses(other)
    assert keys(_again(here))[0].used_at == later


def test_what_does_not_fit_is_refused(here: Workspace) -> None:
    with pytest.raises(BadKeyName):
        create_key(here, "write", "  ", "web")
    with pytest.raises(BadScope) as wrong:
        create_key(here, "secret", "CRM", None, ["profile:read"])
    assert wrong.value.details["closest"] == "profiles:read"
    for kind, scopes in (("write", ["admin"]), ("secret", [])):
        with pytest.raises(ScopesDoNotFit):
            create_key(here, kind, "x", "web", scopes)  # type: ignore[arg-type]
    assert keys(here) == ()


def test_only_admin_may_do_everything(here: Workspace) -> None:
    reader, chief = (create_key(here, "secret", "x", None, [scope]) for scope in ("data:read", "admin"))
    may = {new.id: [s for s in SCOPES if find_key(here, new.key).allows(s)] for new in (reader, chief)}  # type: ignore[union-attr]
    assert may == {reader.id: ["data:read"], chief.id: list(SCOPES)}


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(st.tuples(st.sampled_from(["create", "rotate", "revoke", "wait"]), st.integers(0, 5)), max_size=8)
)
def test_what_is_found_is_what_the_list_calls_live(
    tmp_path_factory: pytest.TempPathFactory, clock: FixedClock, steps: list[tuple[str, int]]
) -> None:
    here = open_workspace(Settings(data=tmp_path_factory.mktemp("keys")), clock, RandomIds())
    made = [create_key(here, "write", "first", "web")]
    for step, which in steps:
        id = made[which % len(made)].id
        if step == "create":
            made.append(create_key(here, "write", "more", "web"))
        elif step == "revoke":
            revoke_key(here, id)
        elif step == "wait":
            clock.advance(timedelta(hours=which))
        elif _state(here, id) in ("live", "ending"):
            made.append(rotate_key(here, id, keep=timedelta(hours=3)))
    for new in made:
        assert (find_key(here, new.key) is not None) == (_state(here, new.id) in ("live", "ending"))


def _state(here: Workspace, id: str) -> str:
    return next(key.state for key in keys(here) if key.id == id)
