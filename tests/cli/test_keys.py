"""`wend keys` and `wend audit`: a key is printed once, on its own line; what was done is in the log."""

from __future__ import annotations

import pytest

from tests.cli.terminal import Terminal
from wend.bootstrap import open_workspace
from wend.kit.settings import Settings
from wend.kit.texts import Language


def test_the_key_stands_alone_on_standard_output(terminal: Terminal) -> None:
    made = terminal("keys", "create", "--name", "Website")
    assert made.out.startswith("wend_w_")
    assert made.out.count("\n") == 1
    listed = terminal("keys", "list")
    assert "Website" in listed.out
    assert made.out.strip() not in listed.out + terminal("audit").out


def test_a_key_from_birth_to_end(terminal: Terminal) -> None:
    first = terminal("keys", "create", "--kind", "secret", "--scope", "profiles:read,data:read", "--json").json
    second = terminal("keys", "rotate", first["id"], "--keep-hours", "1", "--json").json
    terminal("keys", "revoke", second["id"])
    keys = {each["id"]: each for each in terminal("keys", "list", "--json").json["keys"]}
    assert [keys[each["id"]]["state"] for each in (first, second)] == ["ending", "revoked"]
    assert keys[second["id"]]["scopes"] == ["profiles:read", "data:read"]
    said = [each["what"] for each in terminal("audit", "--json").json["entries"]]
    assert said == ["key.revoked", "key.rotated", "key.created"]


def test_a_key_that_may_send_has_a_source(terminal: Terminal) -> None:
    sending = ("--kind", "secret", "--scope", "collect:protected")
    ways = ((), ("--source", "app"), sending, ("--kind", "secret", "--scope", "admin"))
    made = [terminal("keys", "create", *words, "--json").json for words in ways]
    assert [each["source"] for each in made] == ["web", "app", "server", None]
    listed = [each["key"] for each in terminal("sources", "--json").json["sources"]]
    assert sorted(listed) == ["app", "server", "web"]


@pytest.mark.parametrize("language", ["en", "vi"])
def test_mistakes_are_said_in_three_sentences(terminal: Terminal, language: Language) -> None:
    for words in (
        ("revoke", "key_none"),
        ("rotate", "key_none"),
        ("create", "--kind", "secret"),
        ("create", "--scope", "x"),
    ):
        ran = terminal("keys", *words, spoken=language)
        assert (ran.status, ran.err.count("\n")) == (2, 3), words


@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_broken_log_leaves_with_a_status_of_its_own(terminal: Terminal, language: Language) -> None:
    terminal("keys", "create")
    assert terminal("audit", "verify", spoken=language).status == 0
    here = open_workspace(Settings(data=terminal.data))
    with here.store.work(here.name) as work:
        work._connection.exec_driver_sql("UPDATE audit SET who = 'nobody'")
    here.store.close()
    broken = terminal("audit", "verify", "--json", spoken=language)
    assert (broken.status, broken.json["holds"], broken.json["at"]) == (70, False, 1)
