"""Reading the words of event names."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import get_args

import pytest

from wend.kit.texts import LANGUAGES, catalogue
from wend.touchpoints.drafting import channel_name, name_of
from wend.touchpoints.roles import Role, concepts, humanised, read, slug, stem_of

KNOWN = [
    ("order.placed", "order_placed", "buy"),
    ("OrderCompleted", "order_completed", "confirm"),
    ("Product Viewed", "product", "consider"),
    ("add_to_cart", "cart_added", "consider"),
    ("begin_checkout", "checkout", "consider"),
    ("payment_done", "payment_done", "confirm"),
    ("payment_choice", "payment_choice", "consider"),
    ("delivery_choice", "delivery_choice", "consider"),
    ("order.delivered", "delivered", "receive"),
    ("đặt hàng", "order_placed", "buy"),
    ("Trả hàng", "goods_returned", "help"),
    ("Take in charge ticket", "ticket_taken", "help"),
    ("review.posted", "review", "rate"),
    ("friend.invited", "referral", "praise"),
    ("email.unsubscribed", "unsubscribed", "leave"),
    ("support.called", "call", "help"),
    ("account.signed_in", "log_in", "use"),
    ("sign_up", "sign_up", "join"),
]


@pytest.mark.parametrize(("name", "concept", "role"), KNOWN)
def test_common_names_are_understood(name: str, concept: str, role: str) -> None:
    reading = read(name)
    assert reading is not None
    assert (reading.concept.key, reading.concept.role) == (concept, role)


@pytest.mark.parametrize("name", ["A_SUBMITTED", "W_Completeren aanvraag", "xyzzy", ""])
def test_what_is_not_known_is_not_guessed(name: str) -> None:
    assert read(name) is None


def test_every_concept_is_named_in_both_languages_and_nothing_else_is() -> None:
    keys = {concept.key for concept in concepts()}
    for language in LANGUAGES:
        named = {k.removeprefix("touchpoints.name.") for k in catalogue(language) if k.startswith("touchpoints.name.")}
        assert named == keys


def test_every_role_is_one_of_the_life_of_a_customer() -> None:
    table = tomllib.loads(files("wend.touchpoints").joinpath("words.toml").read_text(encoding="utf-8"))
    assert {entry["role"] for entry in table.values()} == set(get_args(Role)) - {""}


@pytest.mark.parametrize(
    ("word", "stem"),
    [("placed", "plac"), ("shipped", "ship"), ("deliveries", "delivery"), ("add", "add"), ("ads", "ads")],
)
def test_endings_fall_away(word: str, stem: str) -> None:
    assert stem_of(word) == stem


def test_names_for_people() -> None:
    assert humanised("order.placed") == "Order placed"
    assert humanised("Take in charge ticket") == "Take in charge ticket"
    assert slug("Đặt hàng – Web") == "dat_hang_web"
    assert name_of("order.delivered", read("order.delivered"), False).vi == "Giao hàng"
    assert name_of("product1", read("product1"), True).en == "Product page (Product1)"
    assert channel_name("call_centre").vi == "Tổng đài"
    assert channel_name("kênh lạ").en == "Kênh lạ"
