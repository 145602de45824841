"""An error says what happened, why, and what to do next."""

from __future__ import annotations

import pytest

from wend.kit.errors import Broken, Mistake, Trouble, UnknownName, closest
from wend.kit.texts import LANGUAGES, as_language, catalogue


def test_the_three_kinds_say_whether_to_retry() -> None:
    assert (Mistake.retry, Trouble.retry, Broken.retry) == (False, True, False)


def test_the_closest_name_is_offered_and_nothing_when_none_is_near() -> None:
    assert closest("order.plased", ["order.placed", "cart.filled"]) == "order.placed"
    assert closest("xyz", ["order.placed"]) == ""


def test_a_name_that_nothing_has_is_told_with_what_could_be_meant() -> None:
    class Unknown(UnknownName):
        code = "personas.unknown"

    assert "The closest one is “Buyers”." in Unknown("Buyer", ["Lan", "Buyers"]).cause("en")
    assert Unknown("xyz", ["Lan", "Buyers"]).cause("en").endswith("There are: Lan, Buyers.")
    assert Unknown("xyz").cause("vi") == "Đã bị gỡ, hoặc chưa từng có."
    assert "–" not in Unknown("xyz").told("en")


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("vi-VN,vi;q=0.9,en;q=0.8", "vi"),
        ("en-US", "en"),
        ("fr, vi;q=0.5", "vi"),
        ("", "en"),
        (None, "en"),
        ("C.UTF-8", "en"),
    ],
)
def test_the_best_of_our_languages_is_chosen(wanted: str | None, language: str) -> None:
    assert as_language(wanted) == language


def test_both_languages_hold_the_same_texts() -> None:
    english, vietnamese = (catalogue(language) for language in LANGUAGES)
    assert english.keys() == vietnamese.keys()
