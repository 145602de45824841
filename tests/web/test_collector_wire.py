"""The collector as a process: rows 21–23, 25, 29 and 103 of the catalogue, and what a stop under load must not lose."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.collect.live.sending import basic, event
from wend.bootstrap import open_workspace
from wend.kit.settings import Settings
from wend.log import inbox
from wend.web.collecting.receiving import BODY_DEADLINE_S, HEAD_DEADLINE_S
from wend.workspaces.facade import create_key

PATIENCE_S = 30


@dataclass
class Running:
    """A collector process, and the key of its one source."""

    process: subprocess.Popen[str]
    port: int
    key: str
    data: Path
    log: Path

    def raw(self, content: bytes, *, wait_s: float = PATIENCE_S) -> tuple[int, bytes]:
        """Send bytes and read until the other side closes or one answer is complete: its status and its body."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=wait_s) as line:
            line.sendall(content)
            return answer_of(line)

    def head(self, length: int | str, *more: str, path: str = "/v1/track") -> bytes:
        """The head of a request whose body has this length."""
        lines = [f"POST {path} HTTP/1.1", "host: x", f"authorization: {basic(self.key)}"]
        return "\r\n".join([*lines, f"content-length: {length}", *more, "", ""]).encode()

    def send(self, message: dict[str, Any]) -> tuple[int, bytes]:
        """One good request."""
        body = json.dumps(message).encode()
        return self.raw(self.head(len(body)) + body)

    def ids(self) -> list[str]:
        """Names of the events in the inbox."""
        workspace = open_workspace(Settings(data=self.data))
        with workspace.store.reading("main") as reading:
            names = [row["event"] for each in inbox.promised(reading, 0, 10**9) for row in each.rows]
        workspace.store.close()
        return names


def answer_of(line: socket.socket) -> tuple[int, bytes]:
    """One answer from a connection; status 0 when it was closed without any."""
    got = b""
    while b"\r\n\r\n" not in got:
        piece = line.recv(65536)
        if not piece:
            return 0, got
        got += piece
    head, _, body = got.partition(b"\r\n\r\n")
    length = re.search(rb"content-length: (\d+)", head)
    while length and len(body) < int(length.group(1)):
        body += line.recv(65536)
    return int(head.split()[1]), body


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    data, log = tmp_path / "data", tmp_path / "log.txt"
    workspace = open_workspace(Settings(data=data))
    key = create_key(workspace, "write", "web", "web").key
    workspace.store.close()
    command = [sys.executable, "-c", "from wend.cli import main; main()", "collect", "--data", str(data), "--port", "0"]
    with log.open("w") as noise:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=noise, text=True, env=dict(os.environ))
    assert process.stdout is not None
    port = re.search(r":(\d+)", process.stdout.readline())
    assert port is not None
    yield Running(process, int(port.group(1)), key, data, log)
    process.kill()
    process.wait()
    process.stdout.close()


def test_c21_bodies_and_heads_that_never_end_are_given_up_within_fifteen_seconds(running: Running) -> None:
    began = time.monotonic()
    endless = running.head(5)[: -len("content-length: 5\r\n\r\n")] + b"transfer-encoding: chunked\r\n\r\n4\r\nabcd\r\n"
    tries = [running.head(500) + b'{"event"', endless, b"POST /v1/track HTT", b""]
    with ThreadPoolExecutor(len(tries)) as pool:
        answers = list(pool.map(running.raw, tries))
    assert time.monotonic() - began < 15 + PATIENCE_S / 2  # a busy machine answers late; the deadlines below are exact
    assert [status for status, _ in answers] == [408] * 4
    assert {json.loads(body)["code"] for _, body in answers} == {"too_slow"}
    assert HEAD_DEADLINE_S + BODY_DEADLINE_S <= 15


@pytest.mark.parametrize(
    ("more", "status", "code"),
    [
        pytest.param(("transfer-encoding: chunked",), 400, "bad_request", id="c22"),
        pytest.param(("content-length: 6",), 400, "bad_request", id="c22-two-lengths"),
        pytest.param(("x: " + "a" * 64 * 1024,), 431, "headers_too_large", id="c23-long"),
        pytest.param(tuple(f"x-{n}: 1" for n in range(10_000)), 431, "headers_too_large", id="c23-many"),
    ],
)
def test_heads_that_contradict_or_overflow(running: Running, more: tuple[str, ...], status: int, code: str) -> None:
    found, body = running.raw(running.head(5, *more) + b"0\r\n\r\n")
    assert (found, json.loads(body)["code"]) == (status, code)
    assert running.send(event(event="after"))[0] == 200


def test_c23_an_address_of_eight_kilobytes(running: Running) -> None:
    status, body = running.raw(running.head(0, path="/v1/track?" + "a" * 9_000))
    assert (status, json.loads(body)["code"]) == (414, "address_too_long")


def test_c25_what_a_stranger_says_about_addresses_is_not_believed(running: Running) -> None:
    status, _ = running.raw(running.head(2, "x-forwarded-for: 10.0.0.1", "x-forwarded-proto: https") + b"{}")
    assert status == 400
    settings = f"GET /v1/projects/{running.key}/settings HTTP/1.1\r\nhost: x\r\nx-forwarded-proto: https\r\n\r\n"
    assert json.loads(running.raw(settings.encode())[1])["integrations"]["Segment.io"]["protocol"] == "http"


def test_c29_who_leaves_before_the_answer_is_counted_once(running: Running) -> None:
    body = json.dumps(event(messageId="m", event="left")).encode()
    with socket.create_connection(("127.0.0.1", running.port)) as line:
        line.sendall(running.head(len(body)) + body)
    deadline = time.monotonic() + PATIENCE_S
    while not running.ids() and time.monotonic() < deadline:
        pass
    status, said = running.raw(running.head(len(body)) + body)
    assert (status, json.loads(said)["repeated"], running.ids()) == (200, 1, ["left"])


def test_nothing_personal_is_logged(running: Running) -> None:
    canary = {"email": "canary@shop.vn", "phone": "0903127455", "name": "Nguyễn Thị Canary", "address": "17 Hàng Gai"}
    bodies = [
        json.dumps({"event": "a\nb\x1b[31m canary@shop.vn", "userId": "canary@shop.vn", "properties": canary}).encode(),
        json.dumps({"event": "e", "userId": {"a": canary}, "properties": canary}).encode(),
        json.dumps(canary).encode() + b"}",
        json.dumps({"event": "e", "userId": "canary@shop.vn", "timestamp": canary, "context": canary}).encode(),
    ]
    for body in bodies:
        running.raw(running.head(len(body)) + body)
        running.raw(b"POST /v1/canary@shop.vn HTTP/9.9 0903127455\r\n" + body)
    running.process.send_signal(signal.SIGTERM)
    running.process.wait(timeout=PATIENCE_S)
    told = running.log.read_text(encoding="utf-8").lower()
    assert not any(word in told for word in ("canary", "0903127455", "hàng gai"))


def test_a_stop_under_load_answers_whoever_waits_and_loses_nothing(running: Running) -> None:
    def pour(first: int) -> list[str]:
        acknowledged: list[str] = []
        for number in range(first, first + 10_000):
            try:
                status, _ = running.send(event(event=f"e-{number}", messageId=f"m-{number}"))
            except OSError:
                return acknowledged
            if status == 0:
                return acknowledged
            acknowledged += [f"e-{number}"] if status == 200 else []
        return acknowledged

    with ThreadPoolExecutor(4) as pool:
        pouring = [pool.submit(pour, sender * 100_000) for sender in range(4)]
        deadline = time.monotonic() + PATIENCE_S
        while len(running.ids()) < 20 and time.monotonic() < deadline:
            pass
        began = time.monotonic()
        running.process.send_signal(signal.SIGTERM)
        running.process.wait(timeout=PATIENCE_S)
        assert time.monotonic() - began < 10
        acknowledged = {name for each in pouring for name in each.result()}
    stored = running.ids()
    assert len(acknowledged) >= 20
    assert acknowledged <= set(stored)
    assert len(stored) == len(set(stored))
