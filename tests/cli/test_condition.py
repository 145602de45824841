"""`wend condition` at a terminal that knows a shop."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal
from wend.notebook import Notebook

BOUGHT = "did order.placed in the last 7d"


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A condition in a file."""
    file = tmp_path / "bought.condition"
    file.write_text(BOUGHT, encoding="utf-8")
    return file


def test_a_condition_is_explained_with_names(shop: Terminal, written: Path) -> None:
    plain = shop("condition", "explain", written, spoken="vi").out
    named = shop("condition", "explain", written, "--names", spoken="vi").out
    assert plain == "Khách hàng thuộc diện này: đã có “order.placed” trong 7 ngày qua.\n"
    assert named == ("Khách hàng thuộc diện này: đã có “Đặt hàng” trong 7 ngày qua.\n“Đặt hàng” là order.placed\n")


def test_of_one_customer_it_is_said_until_when(shop: Terminal, written: Path) -> None:
    asked = ("condition", "holds", written, "--customer", "C1", "--at", "2026-03-05T00:00:00Z")
    assert shop(*asked).out == (
        "It holds of customer:C1 at 2026-03-05T00:00:00Z.\n"
        "That changes at 2026-03-08T08:10:00Z if nothing happens until then.\n"
    )
    assert "nếu không có gì xảy ra trước đó" in shop(*asked, spoken="vi").out
    never = shop("condition", "holds", written, "--customer", "C4")
    assert "does not hold" in never.out and "as long as nothing happens" in never.out
    found = shop(*asked, "--json").json
    assert (found["customer"], found["holds"], found["until"]) == ("customer:C1", True, 1_772_957_400)
    assert shop("condition", "holds", written, "--customer", "C99").status != 0


def test_of_one_customer_it_is_told_in_python(shop: Terminal, written: Path) -> None:
    notebook = Notebook.open(shop.data, "main")
    by_text, by_file = (notebook.holds(each, "C1", at="2026-03-05") for each in (BOUGHT, written))
    assert by_text == by_file
    assert (by_text.holds, by_text.until) == (True, 1_772_957_400)
