"""`wend.open(url)`: what a server answers is what the same workspace answers here."""

from __future__ import annotations

import inspect
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

import wend
from tests.questions.test_asking import SAMPLE
from wend.boards import facade as boards
from wend.boards.model import Asked
from wend.kit.errors import Mistake, Trouble, WendError
from wend.kit.texts import LANGUAGES, Language
from wend.notebook import Notebook
from wend.opened import Opened
from wend.questions.errors import FileFromOutside, UnknownParameter
from wend.questions.facade import QUESTIONS, Answer, Question
from wend.remote import errors
from wend.workspaces.facade import Workspace, create_key

STEPS = ["page.seen", ["cart.filled", "order.placed"]]
SAMPLES: dict[str, dict[str, Any]] = SAMPLE | {"moves": {"stage_set": "funnel_5"}, "flow": {"at": "2026-06-02"}}
EVERY_QUESTION = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.key)


def same(near: Answer, far: Answer) -> None:
    assert json.loads(json.dumps(far.to_json())) == json.loads(json.dumps(near.to_json()))
    assert far.to_arrow().equals(near.to_arrow())
    counted = [(each.customers, each.events, each.from_at, each.to_at, each.as_of) for each in (near, far)]
    assert counted[0] == counted[1]
    assert json.dumps(far.params, default=str) == json.dumps(near.params, default=str)
    assert far._repr_html_() == near._repr_html_()


@EVERY_QUESTION
def test_every_answer_is_the_same_from_afar(near: Notebook, far: Opened, question: Question) -> None:
    params = SAMPLES.get(question.key, {})
    same(near.ask(question.key, **params), far.ask(question.key, **params))


@EVERY_QUESTION
def test_every_question_is_the_same_method(near: Notebook, far: Opened, question: Question) -> None:
    here, there = getattr(near, question.key), getattr(far, question.key)
    assert inspect.signature(here) == inspect.signature(there)
    assert here.__doc__ == there.__doc__


def test_a_selection_narrows_from_afar_too(near: Notebook, far: Opened) -> None:
    chosen: dict[str, Any] = {"since": "2026-06-02", "until": "2026-06-04", "channels": ["web"], "segments": ["Buyers"]}
    same(near.funnel(STEPS, "7d", **chosen), far.funnel(STEPS, "7d", **chosen))
    same(near.reach(over="touchpoints"), far.reach(over="touchpoints"))
    same(near.sessions(per="session"), far.sessions(per="session"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_drawing_has_its_names_from_the_server(
    workspace: Workspace, server: str, key: str, language: Language
) -> None:
    near, far = Notebook(workspace, language), wend.open(server, key=key)
    far.language = language
    assert far.stages().plot().svg == near.stages().plot().svg
    assert far.usage().plot().svg == near.usage().plot().svg


def test_rows_beyond_those_told_are_fetched(near: Notebook, far: Opened) -> None:
    asked = {**SAMPLE["segment"], "limit": 1}
    told = far.segment(**asked)
    assert len(told.content["ids"]) == 1
    assert told.to_arrow().equals(near.segment(**asked).to_arrow())
    assert far.features(limit=1).to_arrow().num_rows == near.features(limit=1).to_arrow().num_rows > 1


def test_a_saved_question_is_answered_now(workspace: Workspace, near: Notebook, far: Opened) -> None:
    boards.save(
        workspace, "Đến giỏ hàng", Asked("funnel", {"steps": "page.seen > cart.filled"}, last_days=40), "session"
    )
    same(near.saved("đến giỏ hàng"), far.saved("đến giỏ hàng"))


def test_segments_customers_and_the_map(near: Notebook, far: Opened) -> None:
    followed = near.segments()  # as the server's worker would
    assert far.segments() == followed
    assert far.members("Buyers").equals(near.members("buyers"))
    assert far.customers("shop.vn", segments=["buyers"]).equals(near.customers("shop.vn", segments=["buyers"]))
    assert far.customers(limit=2, offset=1).equals(near.customers(limit=2, offset=1))
    asked = ("did order.placed in the last 300d", "c1@shop.vn")
    assert far.holds(*asked) == near.holds(*asked)
    assert far.map(segments=["buyers"], moves=["buyers"]) == near.map(segments=["buyers"], moves=["buyers"])


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "The closest one is “cart.filled”."), ("vi", "Tên gần nhất là “cart.filled”.")],
)
def test_what_is_wrong_is_told_in_the_readers_language(server: str, key: str, language: Language, words: str) -> None:
    far = wend.open(server, key=key)
    far.language = language
    with pytest.raises(Mistake) as raised:
        far.funnel("page.seen > cart.filed")
    assert raised.value.code == "questions.unknown_event"
    assert raised.value.cause().endswith(words)


def test_what_is_known_here_is_not_asked_there(far: Opened) -> None:
    with pytest.raises(UnknownParameter):
        far.ask("funnel", stepps="page.seen")
    with pytest.raises(FileFromOutside):
        far.contribution(paths="paths.csv")
    with pytest.raises(AttributeError):
        far.funel("page.seen")


def test_sql_says_that_a_server_has_none(far: Opened) -> None:
    with pytest.raises(errors.NotOffered):
        far.sql("SELECT 1")


def test_a_key_opens_what_it_may(server: str, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = "wend_s_" + "x" * 40
    with pytest.raises(Mistake) as raised:
        wend.open(server, key=wrong)
    assert raised.value.code == "web.bad_key" and wrong not in str(raised.value)
    monkeypatch.setenv("WEND_KEY", create_key(workspace, "secret", "Numbers", scopes=["data:read"]).key)
    numbers = wend.open(server)
    assert numbers.reach().rows
    with pytest.raises(Mistake) as raised:
        numbers.members("buyers")
    assert raised.value.code == "web.scope_missing"


def test_a_key_is_not_shown(far: Opened, key: str) -> None:
    answer = far.reach()
    assert key not in repr(far) + repr(vars(far)) + repr(answer) + json.dumps(answer.to_json())


@pytest.mark.parametrize(
    ("url", "error"),
    [
        ("http://wend.shop.vn", errors.Unprotected),
        ("http://127.0.0.1.shop.vn", errors.Unprotected),
        ("https://lan:secret@wend.shop.vn", errors.BadAddress),
        ("https://", errors.BadAddress),
        ("https://wend.shop.vn:port", errors.BadAddress),
    ],
)
def test_an_address_that_would_tell_the_key(url: str, error: type[Mistake]) -> None:
    with pytest.raises(error) as raised:
        wend.open(url, key="wend_s_1")
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize("key", ["", "  ", "wend_s_1\r\nX-Evil: 1", "khoá"])
def test_what_can_be_no_key(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WEND_KEY", raising=False)
    with pytest.raises(errors.NoKey):
        wend.open("https://wend.shop.vn", key=key)


def test_a_server_shows_one_workspace(server: str, key: str) -> None:
    with pytest.raises(errors.OneWorkspace):
        wend.open(server, "other", key=key)


@contextmanager
def saying(said: bytes) -> Iterator[tuple[str, list[bytes]]]:
    """A server that says this to everybody and hangs up; and what it heard."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            connection, _ = listener.accept()
            with connection:
                heard.append(connection.recv(65_536))
                connection.sendall(said)

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", heard
        thread.join(10)


@pytest.mark.parametrize(
    ("said", "error"),
    [
        (b"HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n[", errors.NotReached),
        (b"", errors.NotReached),
        (b"HTTP/1.1 503 Busy\r\ncontent-length: 4\r\n\r\nbusy", errors.NotReached),
        (b"HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\n<html>", errors.NotWend),
        (b"HTTP/1.1 404 No\r\ncontent-length: 6\r\n\r\n<html>", errors.NotWend),
    ],
)
def test_a_server_that_stops_or_is_another(said: bytes, error: type[WendError]) -> None:
    with saying(said) as (url, heard), pytest.raises(error):
        wend.open(url, key="wend_s_1")
    assert len(heard) == 1


def test_a_redirect_is_told_and_not_followed(server: str) -> None:
    with (
        saying(b"HTTP/1.1 302 Found\r\nlocation: https://evil.example/?a=b\r\ncontent-length: 0\r\n\r\n") as (
            url,
            heard,
        ),
        pytest.raises(errors.Redirected) as raised,
    ):
        wend.open(url, key="wend_s_1")
    assert raised.value.details["to"] == "evil.example"
    assert b"wend_s_1" not in heard[0].split(b"\r\n")[0]


def test_nobody_there(server: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(Trouble):
        wend.open(f"http://127.0.0.1:{port}", key="wend_s_1")
