"""Personas at the terminal: what is told of one in both languages, and a list of whom to ask."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import COLUMNS, SHOP, Terminal


@pytest.fixture
def kept(terminal: Terminal) -> Terminal:
    """The shop with a persona of its two buyers."""
    terminal("import", SHOP / "events.csv", *COLUMNS)
    assert terminal("persona", "new", "Buyers", "--condition", "did order.placed").status == 0
    return terminal


@pytest.mark.parametrize(
    ("spoken", "said"), [("en", "What drives the purchase?"), ("vi", "Điều gì thúc đẩy việc mua?")]
)
def test_a_persona_says_what_it_does_not_know(kept: Terminal, spoken: Any, said: str) -> None:
    shown = kept("persona", "show", "Buyers", spoken=spoken).out
    assert said in shown
    assert {"en": "Too little is known", "vi": "Còn biết quá ít"}[spoken] in shown
    told = kept("persona", "show", "Buyers", "--json").json["portrait"]
    assert (told["purchase"]["known"], told["satisfaction"]["rows"]) == ("few", [])


def test_an_invitation_is_written_to_a_file(kept: Terminal, tmp_path: Path) -> None:
    words = ("persona", "invite", "Buyers", "--purpose", "marketing", "--out", tmp_path / "ask.csv")
    ran = kept(*words)
    assert "0 of 2 customers are in" in ran.out
    assert "Left out: 2 without consent, 0 without an address" in ran.err
    assert (tmp_path / "ask.csv").read_text(encoding="utf-8-sig").startswith("customer,name,address")
    assert kept(*words, "--json").json["without_consent"] == 2


def test_a_link_to_a_persona_is_made_listed_and_ended(kept: Terminal) -> None:
    made = kept("persona", "share", "Buyers", "--days", "2")
    assert "/shared/persona#wends_" in made.out
    id = made.err.split("--revoke ")[1].strip().rstrip("`")
    assert id in kept("persona", "links", "Buyers").out
    ended = kept("persona", "links", "Buyers", "--revoke", id, spoken="vi").out
    assert "đã hết" in ended
