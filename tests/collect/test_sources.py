"""Sources: keys that stay, volumes that add up, complaints in words, and a live view that gives nobody away."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from starlette.testclient import TestClient

from wend.bootstrap import open_workspace
from wend.collect import facade as collect
from wend.collect.live.facade import deliver
from wend.collect.model_sources import PLATFORMS, Volume
from wend.collect.sources import keeping
from wend.collect.sources.masking import masked
from wend.collect.sources.snippets import PLACEHOLDER
from wend.kit.clock import FixedClock
from wend.kit.ids import CountingIds
from wend.kit.settings import Settings
from wend.web.doors import collecting_only
from wend.workspaces.facade import Workspace, audit_entries, create_key, revoke_key, write_uses

KEY = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
ORDER = {"type": "track", "event": "order.placed", "userId": "C-100042", "properties": {"total": 1}}
NOBODY = {"type": "track", "event": "order.placed"}


@pytest.fixture
def here(data_dir: Path, clock: FixedClock) -> Workspace:
    return open_workspace(Settings(data=data_dir), clock, CountingIds())


def _sent(here: Workspace, source: str, *messages: Mapping[str, object]) -> None:
    deliver(here, source, [{"messageId": here.ids.fresh("m"), **message} for message in messages])


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Cửa hàng Đà Nẵng", "cua-hang-da-nang"),
        ("Website", "website"),
        ("  iOS / Android  ", "ios-android"),
        ("客户", "http"),
        ("a" * 100, "a" * 40),
    ],
)
def test_a_key_is_made_from_the_name(here: Workspace, name: str, key: str) -> None:
    assert collect.add_source(here, "http", name).key == key


def test_the_same_name_twice_makes_two_sources(here: Workspace) -> None:
    keys = [collect.add_source(here, "http", "a" * 60).key for _ in range(3)]
    assert len(set(keys)) == 3
    assert all(KEY.fullmatch(key) for key in keys)


@given(st.text(max_size=80))
def test_any_name_makes_a_key(name: str) -> None:
    first = next(iter(keeping._keys(name, "http")))
    assert KEY.fullmatch(first)


def test_a_source_keeps_its_key_when_its_name_changes(here: Workspace) -> None:
    source = collect.add_source(here, "http", "Website", {"currency": "VND", "origins": ["https://shop.vn"]})
    changed = collect.change_source(here, source.key, name="Trang bán hàng", settings={"channel": "web"}, who="session")
    assert (changed.key, changed.name) == ("website", "Trang bán hàng")
    assert changed.document == {"currency": "VND", "origins": ["https://shop.vn"], "channel": "web"}
    assert [(entry.who, entry.what) for entry in audit_entries(here)] == [
        ("session", "source.changed"),
        ("system", "source.added"),
    ]


@pytest.mark.parametrize(
    "document",
    [{"colour": "red"}, {"origins": "https://shop.vn"}, {"origins": ["shop.vn"]}, {"origins": ["https://a.vn/x"]},
     {"origins": ["javascript://a"]}, {"channel": 7}, {"currency": "x" * 50}],
)  # fmt: skip
def test_what_does_not_fit_is_refused(here: Workspace, document: dict[str, object]) -> None:
    with pytest.raises((keeping.BadSourceField, keeping.BadOrigin)):
        collect.add_source(here, "http", "Website", document)
    assert collect.sources(here) == ()


def test_a_neighbour_does_not_know_the_source(here: Workspace, data_dir: Path) -> None:
    collect.add_source(here, "http", "Website")
    neighbour = open_workspace(Settings(data=data_dir, workspace="other"), here.clock, CountingIds())
    assert collect.sources(neighbour) == ()
    for ask in (collect.source_line, collect.arriving):
        with pytest.raises(collect.UnknownSource):
            ask(neighbour, "website")


def test_volumes_add_up_hour_by_hour(here: Workspace, clock: FixedClock) -> None:
    source = collect.add_source(here, "http", "Website").key
    for _ in range(3):
        _sent(here, source, ORDER, ORDER)
        clock.advance(timedelta(hours=1))
    _sent(here, source, ORDER, NOBODY)
    line = collect.source_line(here, source)
    assert line.day == Volume(accepted=7, quarantined=1)
    assert line.hours[-4:] == (2, 2, 2, 1)
    assert line.last_at == int(clock.now().timestamp())
    page = collect.source_page(here, source, "https://events.shop.vn")
    assert (len(page.hours), sum(each.volume.accepted for each in page.hours)) == (168, 7)
    clock.advance(timedelta(days=2))
    assert collect.source_line(here, source).day == Volume()
    assert collect.source_page(here, source, "").week == Volume(accepted=7, quarantined=1)


def test_complaints_are_said_in_both_languages(here: Workspace) -> None:
    source = collect.add_source(here, "http", "Website").key
    _sent(here, source, NOBODY, NOBODY, {"type": "nonsense", "userId": "1"})
    complaints = {each.reason: each for each in collect.source_page(here, source, "").complaints}
    assert {reason: each.events for reason, each in complaints.items()} == {"no_user_anon_id": 2, "unknown_type": 1}
    assert all(part.en != part.vi for each in complaints.values() for part in (each.said, each.next))


def test_what_arrives_is_seen_at_once_newest_first_and_masked(here: Workspace, clock: FixedClock) -> None:
    source = collect.add_source(here, "http", "Website").key
    _sent(here, source, ORDER)
    here.log.move()
    clock.advance(timedelta(seconds=5))
    _sent(here, source, {**ORDER, "event": "cart.filled"})
    clock.advance(timedelta(seconds=5))
    _sent(here, source, NOBODY)
    seen = collect.arriving(here, source).events
    assert [(each.event, each.fate) for each in seen] == [
        ("order.placed", "quarantined"),
        ("cart.filled", "accepted"),
        ("order.placed", "accepted"),
    ]
    assert {each.who for each in seen} == {"", "customer:C-…42"}
    assert collect.arriving(here, source, 1).events == seen[:1]


def test_a_source_sees_its_own_events_only(here: Workspace) -> None:
    first, second = (collect.add_source(here, "http", name).key for name in ("A", "B"))
    _sent(here, first, ORDER)
    here.log.move()
    _sent(here, first, ORDER)
    assert len(collect.arriving(here, first).events) == 2
    assert collect.arriving(here, second).events == ()


def test_live_keys_are_counted(here: Workspace) -> None:
    source = collect.add_source(here, "http", "Website").key
    made = [create_key(here, "write", "x", source) for _ in range(2)]
    revoke_key(here, made[0].id)
    assert collect.source_line(here, source).live_keys == 1
    assert {key.id for key in collect.source_page(here, source, "").keys} == {each.id for each in made}


@given(st.sampled_from(["customer", "email", "phone", "device"]), st.text(min_size=3, max_size=40))
def test_a_mask_never_shows_the_whole(kind: str, value: str) -> None:
    assert value not in masked(f"{kind}:{value}") or value in f"{kind}:…"


@pytest.mark.parametrize("language", ["en", "vi"])
def test_code_is_aimed_at_this_server_with_this_key(language: str) -> None:
    made = {
        each.platform: getattr(each.code, language) for each in collect.snippets("https://e.shop.vn", "", "wend_w_k")
    }
    assert tuple(made) == PLATFORMS
    for code in made.values():
        assert "https://e.shop.vn" in code
        assert "wend_w_k" in code
        assert "$" not in code.replace("$(", "")
    empty = {each.platform: getattr(each.code, language) for each in collect.snippets("https://e.shop.vn")}
    assert all(PLACEHOLDER in code for code in empty.values())


def test_python_code_is_python_and_the_rest_is_what_it_says() -> None:
    made = {each.platform: each.code.vi for each in collect.snippets("https://e.shop.vn", "", "wend_w_k")}
    compile(made["python"], "snippet", "exec")
    told = re.search(r"--data '(.*)'", made["curl"], re.DOTALL)
    assert told is not None
    assert json.loads(told.group(1))["event"] == "order.placed"
    if shutil.which("sh"):
        subprocess.run(["sh", "-n", "-c", made["curl"]], check=True)


def test_no_address_can_end_the_script() -> None:
    hostile = '</script><script>alert(1)</script>"'
    [code] = [
        each.code.en for each in collect.snippets(f"https://{hostile}", "", hostile) if each.platform == "browser"
    ]
    assert code.count("</script>") == 1
    assert "alert(1)</" not in code


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_page_shows_the_code_that_is_made(language: str) -> None:
    page = "sources.md" if language == "en" else "sources.vi.md"
    text = (Path(__file__).parents[2] / "docs" / page).read_text(encoding="utf-8")
    for each in collect.snippets("https://events.shop.vn"):
        assert getattr(each.code, language) in text, each.platform


@pytest.fixture
def door(here: Workspace) -> Iterator[TestClient]:
    """The collecting door alone."""
    with TestClient(collecting_only(here)) as client:
        yield client


def _status(door: TestClient, key: str, event: str = "order.placed") -> int:
    body = {"userId": "C-1", "event": event, "writeKey": key}
    return int(door.post("/v1/track", json=body).status_code)


def test_a_source_that_is_off_takes_nothing_until_it_is_on_again(
    here: Workspace, door: TestClient, clock: FixedClock
) -> None:
    source = collect.add_source(here, "http", "Website").key
    key, statuses = create_key(here, "write", "x", source).key, []
    for state in ("on", "off", "on"):
        collect.change_source(here, source, state=state)
        clock.advance(timedelta(seconds=2))
        statuses.append(_status(door, key))
    assert statuses == [200, 401, 200]


def test_a_secret_key_at_the_collecting_door_is_refused_and_told_of(here: Workspace, door: TestClient) -> None:
    reader = create_key(here, "secret", "CRM", None, ["data:read"])
    assert _status(door, reader.key) == 401
    write_uses(here)
    [alert] = [entry for entry in audit_entries(here) if entry.what == "key.misused"]
    assert (alert.who, alert.subject, dict(alert.details)["door"]) == (f"key:{reader.id}", reader.id, "collect")


def test_only_named_sites_may_send_from_browsers(here: Workspace, door: TestClient) -> None:
    source = collect.add_source(here, "http", "Website", {"origins": ["https://shop.vn"]}).key
    key = create_key(here, "write", "x", source).key
    statuses = {}
    for origin in ("https://shop.vn", "https://evil.example", ""):
        headers = {"origin": origin} if origin else {}
        body = {"userId": "C-1", "event": "order.placed", "writeKey": key}
        statuses[origin] = door.post("/v1/track", json=body, headers=headers).status_code
    assert statuses["https://shop.vn"] == statuses[""] == 200
    assert statuses["https://evil.example"] in (401, 403)
