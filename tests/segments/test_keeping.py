"""What may be kept as a segment, lists, and members as files."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from tests.segments.conftest import BOUGHT, BOUGHT_LATELY
from wend.conditions.errors import Circular, NoHistory, UnknownEvent
from wend.customers import facade as customers
from wend.customers.model_consents import NewConsent
from wend.kit.clock import FixedClock, epoch_seconds
from wend.notebook import Notebook
from wend.segments import facade as segments
from wend.workspaces.facade import Workspace


def of(key: str) -> dict[str, Any]:
    return {"version": 1, "condition": {"segment": {"is": key}}}


def agreed(shop: Workspace, clock: FixedClock, identifier: str, *purposes: str) -> None:
    at = epoch_seconds(clock.now()) - 60
    rows = [NewConsent(identifier, purpose, "email", "granted", at) for purpose in purposes]
    customers.say_consents(shop, rows, "mai")


def test_names_and_keys_are_free_or_refused(shop: Workspace) -> None:
    assert segments.create(shop, "Người mua", BOUGHT, "mai").segment.key == "nguoi-mua"
    with pytest.raises(segments.NameTaken):
        segments.create(shop, "NGƯỜI MUA", BOUGHT, "mai")
    with pytest.raises(segments.BadKey):
        segments.create(shop, "Other", BOUGHT, "mai", key="of")
    assert segments.segment(shop, "người mua").key == "nguoi-mua"
    with pytest.raises(segments.UnknownSegment):
        segments.segment(shop, "nobody")


def test_an_unknown_name_in_a_condition_is_refused(shop: Workspace) -> None:
    with pytest.raises(UnknownEvent):
        segments.create(shop, "Typo", {"version": 1, "condition": {"did": {"event": "order.plced"}}}, "mai")


def test_who_changes_says_which_version_they_saw(shop: Workspace) -> None:
    made = segments.create(shop, "Buyers", BOUGHT, "mai").segment
    segments.change(shop, "buyers", "Buyers", BOUGHT_LATELY, made.version, "mai")
    with pytest.raises(segments.ChangedMeanwhile):
        segments.change(shop, "buyers", "Buyers", BOUGHT, made.version, "an")


def test_a_segment_of_a_segment_follows_it(shop: Workspace) -> None:
    segments.create(shop, "Buyers", BOUGHT, "mai")
    segments.create(shop, "Same", of("buyers"), "mai")
    segments.catch_up(shop)
    assert segments.segment(shop, "same").size == 2
    segments.change(shop, "buyers", "Buyers", BOUGHT_LATELY, 1, "mai")
    segments.catch_up(shop)
    assert list(segments.member_ids(shop, "same")) == ["customer:2"]
    with pytest.raises(Circular):
        segments.change(shop, "buyers", "Buyers", of("same"), 2, "mai")
    with pytest.raises(segments.InUse):
        segments.remove(shop, "buyers", "mai")
    segments.remove(shop, "same", "mai")
    segments.remove(shop, "buyers", "mai")
    assert segments.segments(shop) == ()


def test_a_segment_that_is_entered_is_one_that_others_are_made_of(shop: Workspace) -> None:
    segments.create(shop, "Buyers", BOUGHT, "mai")
    entered = {"version": 1, "condition": {"did": {"entered_segment": "buyers"}}}
    segments.create(shop, "New", entered, "mai")
    assert segments.undated(shop) == {"new": "of_entries"}
    with pytest.raises(segments.InUse):
        segments.remove(shop, "buyers", "mai")
    with pytest.raises(NoHistory):
        segments.change(
            shop, "buyers", "Buyers", {"version": 1, "condition": {"identifier": {"is": "email"}}}, 1, "mai"
        )
    with pytest.raises(Circular):
        segments.change(shop, "buyers", "Buyers", entered, 1, "mai")


def test_what_no_history_can_tell_follows_every_change(shop: Workspace) -> None:
    known = {"version": 1, "condition": {"identifier": {"is": "email"}}}
    segments.create(shop, "Known", known, "mai")
    segments.create(shop, "Same", of("known"), "mai")
    assert segments.undated(shop) == {"known": "no_history", "same": "no_history"}
    segments.change(shop, "known", "Known", BOUGHT, 1, "mai")
    assert segments.undated(shop) == {}
    segments.change(shop, "same", "Same", known, 1, "mai")
    assert segments.undated(shop) == {"same": "no_history"}
    segments.remove(shop, "same", "mai")
    assert segments.undated(shop) == {}


def test_a_list_says_whom_nobody_knows(shop: Workspace) -> None:
    told = segments.create_list(shop, "VIP", ["Lan@Shop.vn", "customer:1", "999", "   "], "mai")
    assert (told.rows, told.known, told.same_person, told.unknown, told.unreadable) == (4, 1, 1, 1, 1)
    segments.catch_up(shop)
    assert list(segments.member_ids(shop, "vip")) == ["customer:1"]
    segments.replace_list(shop, "vip", ["customer:3"], "mai")
    segments.catch_up(shop)
    told_of = sorted((each.customer, each.what) for each in segments.history(shop, "vip").changes)
    assert told_of == [("customer:1", "left"), ("customer:3", "entered")]
    with pytest.raises(segments.IsAList):
        segments.change(shop, "vip", "VIP", BOUGHT, 1, "mai")


def test_a_customer_knows_their_segments(shop: Workspace) -> None:
    segments.create(shop, "Buyers", BOUGHT, "mai")
    segments.catch_up(shop)
    assert [each.key for each in segments.of_customer(shop, "lan@shop.vn")] == ["buyers"]
    assert segments.of_customer(shop, "customer:3") == ()


def test_sizes_before_it_was_made_are_computed(shop: Workspace) -> None:
    segments.create(shop, "Buyers", BOUGHT, "mai")
    segments.catch_up(shop)
    points = segments.sizes(shop, "buyers", days=40)
    assert [each.size for each in points if each.computed] == sorted(each.size for each in points if each.computed)
    assert {each.size for each in points if each.computed} == {0, 1}
    assert [(each.size, each.computed) for each in points][-1] == (2, False)


def test_everybody_is_exported_as_csv_and_parquet(shop: Workspace, tmp_path: Path) -> None:
    segments.create(shop, "Buyers", BOUGHT, "mai")
    segments.catch_up(shop)
    told = segments.export(shop, "buyers", "csv", tmp_path / "a.csv", "mai")
    with (tmp_path / "a.csv").open(encoding="utf-8") as file:
        found = list(csv.DictReader(file))
    assert (told.members, [row["email"] for row in found]) == (2, ["lan@shop.vn", "anh@gmail.com"])
    segments.export(shop, "buyers", "parquet", tmp_path / "a.parquet", "mai")
    assert pq.read_table(tmp_path / "a.parquet").column("customer").to_pylist() == ["customer:1", "customer:2"]


def test_only_who_agreed_is_handed_to_advertising(shop: Workspace, clock: FixedClock, tmp_path: Path) -> None:
    segments.create(shop, "Everybody", {"version": 1, "condition": {"did": {"event": "product.viewed"}}}, "mai")
    segments.catch_up(shop)
    agreed(shop, clock, "email:lan@shop.vn", "marketing", "sharing")
    agreed(shop, clock, "email:anh@gmail.com", "marketing")
    told = segments.export(shop, "everybody", "meta", tmp_path / "m.csv", "mai")
    assert (told.customers, told.without_consent, told.without_address) == (1, 1, 1)
    hashed = hashlib.sha256(b"lan@shop.vn").hexdigest()
    assert (tmp_path / "m.csv").read_text().splitlines() == ["email,phone", f"{hashed},"]
    told = segments.export(shop, "everybody", "google", tmp_path / "g.csv", "mai", purposes=("marketing",))
    assert (told.customers, (tmp_path / "g.csv").read_text().splitlines()[0]) == (2, "Email,Phone")


def test_members_are_a_table_in_python(shop: Workspace) -> None:
    segments.create(shop, "Buyers", BOUGHT, "mai")
    opened = Notebook(shop)
    assert [(each.key, each.size) for each in opened.segments()] == [("buyers", 2)]
    assert opened.members("Buyers").column("customer").to_pylist() == ["customer:1", "customer:2"]


def test_a_new_file_for_a_list_is_looked_at_before_it_counts(shop: Workspace) -> None:
    segments.create_list(shop, "VIP", ["customer:1", "customer:2"], "mai")
    told = segments.preview_list(shop, "VIP", ["customer:2", "customer:3", "customer:3", "", "999"])
    assert (told.come, told.go, told.stay) == (2, 1, 1)
    assert (told.rows, told.known, told.unknown, told.repeated, told.unreadable) == (5, 2, 1, 1, 1)
    assert [(each.line, each.why) for each in told.left_out] == [(3, "repeated"), (4, "empty"), (5, "unknown")]
    segments.catch_up(shop)
    assert sorted(segments.member_ids(shop, "vip")) == ["customer:1", "customer:2"]  # nothing was changed
    segments.replace_list(shop, "VIP", ["customer:2", "customer:3"], "mai")
    segments.catch_up(shop)
    assert sorted(segments.member_ids(shop, "vip")) == ["customer:2", "customer:3"]


def test_who_is_named_in_another_way_stays_on_a_list(shop: Workspace) -> None:
    segments.create_list(shop, "VIP", ["customer:1", "customer:2"], "mai")
    told = segments.preview_list(shop, "VIP", ["lan@shop.vn", "customer:3"])
    assert (told.come, told.go, told.stay) == (1, 1, 1)


def test_only_a_list_has_a_file_to_be_replaced(shop: Workspace) -> None:
    segments.create(shop, "Buyers", BOUGHT, "mai")
    with pytest.raises(segments.NotAList):
        segments.preview_list(shop, "buyers", ["customer:1"])
