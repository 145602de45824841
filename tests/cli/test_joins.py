"""Joining people, keeping them apart and taking it back, from the terminal."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.terminal import Terminal

FILE = "customer,phone,event,time\nlan,0903127455,order.placed,2026-01-02\nan,0903127455,order.placed,2026-01-03\n"
MAP = (
    'name = "two"\ntimezone = "UTC"\n\n[customer]\ncustomer = "customer"\nphone = "phone"\n\n'
    '[[event]]\nname = { column = "event" }\ntime = "time"\n'
)
PHONE = "phone:+84903127455"


def test_a_shared_phone_is_a_conflict_that_a_person_settles_and_takes_back(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "two.csv").write_text(FILE)
    (tmp_path / "two.toml").write_text(MAP)
    assert terminal("import", tmp_path / "two.csv", "--mapping", tmp_path / "two.toml").status == 0
    (conflict,) = terminal("identity", "conflicts", "--json").json["conflicts"]
    assert {side["customer"] for side in conflict["sides"]} == {"customer:an", "customer:lan"}
    made = terminal("customers", "join", "customer:lan", "customer:an", "--json").json
    assert made["people"] == [{"customer": "customer:an", "identifiers": ["customer:an", "customer:lan", PHONE]}]
    assert terminal("identity", "conflicts", "--json").json["conflicts"] == []
    undone = terminal("customers", "undo", made["undo"], "--json").json
    assert {each["identifier"]: each["after"] for each in undone["moved"]} == {"customer:lan": "customer:lan"}
    assert terminal("customers", "undo", "d99").status == 2


def test_rules_are_printed_as_they_can_be_set(terminal: Terminal, tmp_path: Path) -> None:
    rules = terminal("identity", "rules").json
    assert [each["role"] for each in rules["kinds"]] == ["unique", "strong", "strong", "weak"]
    rules["blocked"] = ["phone:+84281234567"]
    (tmp_path / "rules.json").write_text(json.dumps(rules))
    assert terminal("identity", "rules", "--set", tmp_path / "rules.json").json == rules
    assert terminal("identity", "rules").json == rules
    (tmp_path / "rules.json").write_text('{"most_links": 0}')
    refused = terminal("identity", "rules", "--set", tmp_path / "rules.json", spoken="vi")
    assert (refused.status, "most_links" in refused.err) == (2, True)
