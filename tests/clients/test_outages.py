"""When Wend is away, slow or says "later", the libraries send again: nothing is lost and nothing is counted twice."""

from __future__ import annotations

import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tests.clients.between import losing, refused_once
from tests.clients.running import Seen, Server, ended, own, running, started

ORDERS = 24
AGES = pytest.mark.parametrize("old", [False, True], ids=["newest", "2.3.3"])


def _numbers(rows: list[Seen]) -> Counter[int]:
    return Counter(own(row)["number"] for row in rows)


def _sender(base: str, key: str, *options: str, old: bool) -> subprocess.Popen[str]:
    return started("segment_python.py", base, key, str(ORDERS), "only=orders", *options, old=old)


@AGES
def test_a_server_that_comes_back_gets_everything_once(tmp_path: Path, old: bool) -> None:
    with running(tmp_path / "data") as server:
        server.kill()
        program = _sender(server.base, server.key("shop"), old=old)
        refused_once(server.port)
        server.start()
        assert ended(program)["complaints"] == []
        assert _numbers(server.rows("shop")) == Counter(range(ORDERS))


@AGES
def test_a_lost_answer_is_not_counted_twice(server: Server, old: bool) -> None:
    source = f"lost-answer-{old}".lower()
    with losing(server.port, 3) as relay:
        program = _sender(relay.base, server.key(source), "size=8", old=old)
        assert ended(program)["complaints"] == []
        assert relay.answers[200] == 3 + ORDERS // 8
    assert _numbers(server.rows(source)) == Counter(range(ORDERS))
    assert server.volume(source).repeated > 0


@AGES
def test_a_full_disk_is_waited_for(tmp_path: Path, old: bool) -> None:
    with running(tmp_path / "data") as server, losing(server.port, 0) as relay:
        key = server.key("shop")
        server.fill_disk(full=True)
        program = _sender(relay.base, key, old=old)
        assert relay.met(503)
        server.fill_disk(full=False)
        assert ended(program)["complaints"] == []
        assert set(relay.answers) == {503, 200}
        assert _numbers(server.rows("shop")) == Counter(range(ORDERS))


@AGES
def test_too_many_events_are_sent_again_later(tmp_path: Path, old: bool) -> None:
    with running(tmp_path / "data", COLLECT_RATE="8") as server, losing(server.port, 0) as relay:
        assert ended(_sender(relay.base, server.key("shop"), "size=8", old=old))["complaints"] == []
        assert relay.answers[429] > 0
        assert _numbers(server.rows("shop")) == Counter(range(ORDERS))


def test_a_kill_under_many_senders_leaves_every_event_once(tmp_path: Path) -> None:
    with running(tmp_path / "data") as server:
        key = server.key("shop")
        programs = [_sender(server.base, key, "size=4", old=old) for old in (False, True)]
        server.rows_when("shop", accepted=1)
        server.kill()
        server.start()
        assert [ended(program)["complaints"] for program in programs] == [[], []]
        assert _numbers(server.rows("shop")) == Counter({number: 2 for number in range(ORDERS)})
